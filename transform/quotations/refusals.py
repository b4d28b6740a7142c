"""Words in marks that nobody said: grades, names of schemes and reports, terms."""

import re
from functools import cache

from transform.quotations.marks import SINGLE
from transform.quotations.runs import Run
from transform.quotations.words import NAME_WORDS, NAMED_THINGS, NAMING, TITLED_THINGS, alternation, forms
from transform.vocabulary import load

_GRADES = (*load("scale")["forms"], *load("scale")["other_signs"])
_GRADE = "|".join(_GRADES)
# What may stand after the last grade in marks.
_AFTER_GRADE = ".,;’” "
_JOINED = r"(?:,| or| and| to|/|’|”| ‘| “| ?[-–]){1,4} ?"
_RATING = re.compile(
    r"(?:(?:overall|rated|as|an?|the|either|from|‘|“) ?){0,3}"
    rf"(?:{_GRADE})(?:{_JOINED}(?:{_GRADE})){{0,4}}[{_AFTER_GRADE}]{{0,3}}",
    re.IGNORECASE,
)


@cache
def _standards() -> frozenset[str]:
    """The areas of work the inspectorate judges, as they are named in marks."""
    return frozenset(word for standard in load("standards")["standard"] for word in standard["words"])


_CALLED = re.compile(r"\b(?:known|defined) (?:[a-z]{1,12} ){1,5}as\s{0,20}$", re.IGNORECASE)
_NAMING = re.compile(
    rf"\b(?:{alternation('naming')})(?: (?:a|an|the|its|their|our|as|of|to|be))?\s{{0,20}}[:,]?\s{{0,20}}[(]?$",
    re.IGNORECASE,
)
# `as` ends what `_CALLED` looks for.
_LAST_OF_NAMING = frozenset(form.rsplit(" ", 1)[-1].lower() for form in NAMING) | {"as"}
_LAST_OF_REJECTING = frozenset(form.rsplit(" ", 1)[-1].lower() for form in forms("rejecting"))
_LAST_OF_USING = frozenset(form.rsplit(" ", 1)[-1].lower() for form in forms("using"))
# The last two words stand within so many characters, where one of them is a word of the lists.
_TWO_WORDS = 40
# An article or an owner right before the marks is looked for within so many.
_NEAR = 12
_WORDS = re.compile(r"\w{1,40}")
_HYPHENATED = re.compile(r"[\w-]{1,40}")
_REJECTING = re.compile(
    rf"\b(?:{alternation('rejecting')}|(?:idea|myth|notion|perception|belief) (?:that|of) [^.,;:]{{0,40}})\s{{0,20}}$",
    re.IGNORECASE,
)
_USING = re.compile(rf"\b(?:{alternation('using')})(?: (?:a|an|the|its|their|weekly|monthly|regular))?\s{{0,20}}$")
_UNDER = re.compile(r"\bUnder (?:the )?$")
_DOCUMENT = re.compile(rf"\b(?:{alternation('titled_things')})(?:,| on| –| -)?\s{{0,20}}$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:\b(?:the|its|their|this|our)|’s) $", re.IGNORECASE)
_TOPIC = re.compile(r"(?:^|[\s•])(?:The|These|Its|Their|Such|This|A|An) $")
_ARTICLES = ("", "the", "its", "their", "this", "a", "an")
# So many words a term has at most, a label, a name that is said to be one, and the title of a document.
_TERM = 4
_LABEL = 6
_NAME = 14
_TITLE = 20
_VERB_NEXT = re.compile(r" (?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|\w{3,14}ed)\b")
_NEXT_WORD = re.compile(r" ?([\w’'-]{2,20})")


def is_grade_or_name(text: str, run: Run) -> bool:
    """Words that are a grade of the scale, or capitalised as names are."""
    if run.end - run.start > 120:
        return False
    words = text[run.start : run.end]
    low = words.lower()
    if low.rstrip(_AFTER_GRADE).endswith(_GRADES) and _RATING.fullmatch(words):
        return True
    if low.rstrip(".,") in _standards():
        return True
    if words[-1] in "?!" or (words[-1] in ".," and run.mark != SINGLE):
        return False
    tokens = words.split()
    if not _is_capital(tokens[0]):
        return False
    heads = [token for token in tokens if token.lower() not in NAME_WORDS]
    return bool(heads) and all(_is_capital(token) for token in heads)


def _is_capital(token: str) -> bool:
    first = token.lstrip("(‘“'\"")[:1]
    return first.isupper() or first.isdigit()


def _is_named_after(words: str) -> bool:
    """Words whose last one names a team, a method or an event: the “enforcement hub”."""
    return words.rsplit(" ", 1)[-1].lower() in NAMED_THINGS


def _is_named(before: str, *, has_cue: bool) -> bool:
    """`a scheme called`, `known as the`: the words ahead give a name; a word of naming is one of the last two."""
    if _LAST_OF_NAMING.isdisjoint(_HYPHENATED.findall(before[-_TWO_WORDS:].lower())[-2:]):
        return False
    return _NAMING.search(before) is not None or (not has_cue and _CALLED.search(before) is not None)


def _is_rejected(before: str, last_words: frozenset[str]) -> bool:
    """`not a “talking shop”`, `the idea that “nothing works”`: the words are given only to be rejected."""
    may_be = not last_words.isdisjoint(_LAST_OF_REJECTING) or " that " in before or " of " in before
    return may_be and _REJECTING.search(before) is not None


def _is_definite(before: str) -> bool:
    """`the “…”`, `their “…”`, `Larkton’s “…”`: an article or an owner stands right before the marks."""
    return before.endswith(" ") and _DEFINITE.search(before, max(0, len(before) - _NEAR)) is not None


def _is_subject(text: str, own: str, run: Run, before: str, cue_end: int | None) -> bool:
    """`that ‘rolling contact’ was rare`: what a clause names and tells of."""
    if run.mark != SINGLE or not _VERB_NEXT.match(text, run.closes):
        return False
    if cue_end is not None and cue_end <= run.opens and own[cue_end : run.opens].strip() in _ARTICLES:
        return False
    return _is_definite(before) or before.rpartition("\n")[2].lstrip("• ") in ("", "that ")


def is_term(text: str, own: str, run: Run, *, cue_end: int | None, opens_sentence: bool) -> bool:
    """Words that what stands around them makes a name, a term or a label; a cue outweighs the weaker signs."""
    words = text[run.start : run.end]
    count = len(words.split(maxsplit=_TITLE))
    if count > _TITLE:
        return False
    has_cue = cue_end is not None
    low = max(0, run.opens - 60, cue_end if cue_end is not None and cue_end <= run.opens else 0)
    before = own[low : run.opens]
    if cue_end is not None and cue_end <= run.opens and not before.strip(" ,:"):
        # Right after a cue only the thing that they name tells a term.
        return count <= _LABEL and run.mark == SINGLE and _names_thing(text, run)
    right_before = max(0, len(before) - _NEAR)
    if count <= _LABEL and _is_label(text, run, before, words, count, has_cue=has_cue):
        return True
    if count <= _TERM and _is_subject(text, own, run, before, cue_end):
        return True
    if opens_sentence and not has_cue and count <= 3 and _TOPIC.search(before, right_before) and run.closes < len(text):
        return True
    is_sentence = words[-1:] in ".?!" and words[:1].isupper() and before.rstrip().endswith(":")
    if count <= _NAME and not is_sentence and _is_named(before, has_cue=has_cue):
        return True
    if not words[:1].isupper() or words[-1] in ".,?!":
        return False
    return not _last_words(before).isdisjoint(TITLED_THINGS) and _DOCUMENT.search(before) is not None


def _names_thing(text: str, run: Run) -> bool:
    """`the ‘Moving On’ programme`: the word after the marks is what they name."""
    after = _NEXT_WORD.match(text, run.closes)
    return after is not None and after[1].lower() in NAMED_THINGS


def _last_words(before: str) -> frozenset[str]:
    """The two words before the marks: what the lists hold is one of them, small words and signs may follow it."""
    return frozenset(_WORDS.findall(before[-_TWO_WORDS:].lower())[-2:])


def _is_label(text: str, run: Run, before: str, words: str, count: int, *, has_cue: bool) -> bool:
    """A few words in brackets, after what uses, owns or rejects them, or before the thing they name."""
    behind = text[run.closes : run.closes + 1]
    if behind == ")" and before.endswith("("):
        return True
    if run.mark == SINGLE and count == 1 and behind == " " and _is_definite(before):
        return True
    last_words = _last_words(before)
    if not has_cue and count <= _TERM:
        is_used = count < _TERM and not last_words.isdisjoint(_LAST_OF_USING) and _USING.search(before)
        is_part = _UNDER.search(before, max(0, len(before) - _NEAR))
        if is_used or is_part or (_is_named_after(words) and _is_definite(before)):
            return True
    if (run.mark == SINGLE or not has_cue) and _names_thing(text, run):
        return True
    return _is_rejected(before, last_words)
