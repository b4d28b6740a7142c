"""Quote marks told apart: what opens, what closes, what is an apostrophe.  Looks at neighbours only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from extract.records import Paragraph

DOUBLE = "double"
SINGLE = "single"
_ANY = re.compile("[“”„‟\"«»″‘’‚‛'`´′]")
# Two of these stand for one double mark.
_PAIRED = frozenset("'‘’`")
_DOUBLES = frozenset('“”„‟"«»″')
_OPENING = frozenset("“„‟«‘‚‛`")
_CLOSING = frozenset("”»’´")
# What parts a mark from words on one side, besides white space.
_BEFORE_OPENING = _OPENING | frozenset("([{—–-/•")
_AFTER_CLOSING = _CLOSING | frozenset(".,;:?!)]}…—–/")
_BEFORE_WORDS = _OPENING | frozenset("£…[(•")
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


@dataclass(slots=True)
class Mark:
    """One quote mark, two characters wide where two singles stand for a double."""

    start: int
    end: int
    shape: str
    role: Role


def marks(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, list[Mark]]:
    """The quote marks of each paragraph that has any, by its index and in order; apostrophes left out."""
    found: dict[int, list[Mark]] = {}
    index, start, end = -1, 0, 0
    after = 0
    for match in _ANY.finditer(text):
        at = match.start()
        if at < after:
            continue
        while at >= end and index + 1 < len(paragraphs):
            index += 1
            start, end = paragraphs[index].start_char, paragraphs[index].end_char
        if not start <= at < end:
            continue
        mark = text[at]
        after = at + 2 if mark in _PAIRED and text.startswith(mark, at + 1, end) else at + 1
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        if after - at == 2 or mark in _DOUBLES:
            read = Mark(at, after, DOUBLE, _role(mark, before, behind, DOUBLE))
        elif before.isalnum() and behind.isalnum():
            continue
        else:
            role = _single_role(text, after, before, behind)
            if role is None:
                continue
            read = Mark(at, after, SINGLE, role)
        if index in found:
            found[index].append(read)
        else:
            found[index] = [read]
    return found


def _single_role(text: str, after: int, before: str, behind: str) -> Role | None:
    """What the single mark before `after` does; null where it stands for letters left out (`’90s`, `’em`)."""
    role = _role(text[after - 1], before, behind, SINGLE)
    if role is Role.OPEN:
        return None if _YEARS_OR_ELISION.match(text, after) else role
    if role is Role.CLOSE and before in "sSz" and behind.isspace() and not _NOT_OWNED.match(text, after):
        return Role.OWNED
    return role


@lru_cache(maxsize=4096)
def _role(mark: str, before: str, behind: str, shape: str) -> Role:
    if mark in _OPENING:
        closes = behind != "…" and _is_space(behind, _AFTER_CLOSING) and not _is_space(before, _BEFORE_OPENING)
        return Role.CLOSE if closes else Role.OPEN
    if mark in _CLOSING:
        # A closing shape that stands before a word opens it: the wrong key was pressed.
        opens = (behind.isalnum() or behind in _BEFORE_WORDS) and (before in ":," or _is_space(before, _BEFORE_OPENING))
        return Role.OPEN if opens else Role.CLOSE
    if not behind.isspace() and (before == ":" or _is_space(before, _BEFORE_OPENING)):
        return Role.OPEN
    if shape == SINGLE or _is_space(behind, _AFTER_CLOSING):
        return Role.CLOSE
    return Role.EITHER


def _is_space(beside: str, signs: frozenset[str]) -> bool:
    """Whether what stands beside a mark parts it from words on that side."""
    return beside.isspace() or beside in signs
