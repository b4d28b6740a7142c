"""Quote marks told apart: what opens, what closes, what is an apostrophe.  Looks at neighbours only."""

import re
from dataclasses import dataclass
from enum import Enum

DOUBLE = "double"
SINGLE = "single"
_ANY = re.compile("''|‘‘|’’|``|[“”„‟\"«»″‘’‚‛'`´′]")
_DOUBLES = frozenset('“”„‟"«»″')
_OPENING = frozenset("“„‟«‘‚‛`")
_CLOSING = frozenset("”»’´")
_STOPS = frozenset(".,;:?!)]}…—–/")
# A possessive is followed by what is owned, never by one of these.
_NOT_OWNED = re.compile(
    r"\s(?:and|or|nor|but|in|of|for|to|by|with|at|from|on|as|is|are|was|were|be|been|has|have|had|the|a|an|this|that|these"
    r"|those|which|who|where|when|while|because|so|if|it|they|we|he|she|there|said|says|added|according|can|could|would"
    r"|will|should|may|might|must|did|does|do|not|than|then|into|over|under|after|before|about|during|across|following"
    r"|through|between|among|within|without|since|until|although|though|despite|rather)\b",
    re.IGNORECASE,
)
_YEARS_OR_ELISION = re.compile(r"(?:\d\ds?\b|(?:em|til|tis|twas|cause|n)\b)", re.IGNORECASE)


class Role(Enum):
    """What a mark does; `EITHER` is left to what stands open, `OWNED` closes only where nothing better follows."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"
    OWNED = "owned"


@dataclass(frozen=True, slots=True)
class Mark:
    """One quote mark, two characters wide where two singles stand for a double."""

    start: int
    end: int
    shape: str
    role: Role


def marks(text: str, start: int, end: int) -> list[Mark]:
    """Find the quote marks between two positions of `text`, apostrophes left out, in order."""
    found = []
    for match in _ANY.finditer(text, start, end):
        at, after = match.span()
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        shape = DOUBLE if after - at == 2 or text[at] in _DOUBLES else SINGLE
        if shape == SINGLE and before.isalnum() and behind.isalnum():
            continue
        role = _role(text[at], before, behind, shape)
        if shape == SINGLE:
            if role is Role.OPEN and _YEARS_OR_ELISION.match(text, after):
                continue
            if role is Role.CLOSE and before in "sSz" and behind.isspace() and not _NOT_OWNED.match(text, after):
                role = Role.OWNED
        found.append(Mark(at, after, shape, role))
    return found


def _role(mark: str, before: str, behind: str, shape: str) -> Role:
    space_left = before.isspace() or before in "([{—–-/" or before in _OPENING or before == "•"
    space_right = behind.isspace() or behind in _STOPS or behind in _CLOSING
    word_right = behind.isalnum() or behind in "£…[(•" or behind in _OPENING
    if mark in _OPENING:
        return Role.CLOSE if space_right and not space_left and behind != "…" else Role.OPEN
    if mark in _CLOSING:
        # A closing shape that stands before a word opens it: the wrong key was pressed.
        return Role.OPEN if (space_left or before in ":,") and word_right and not before.isalnum() else Role.CLOSE
    if (space_left or before == ":") and not behind.isspace():
        return Role.OPEN
    if space_right or shape == SINGLE:
        return Role.CLOSE
    return Role.EITHER
