"""Words in marks that nobody said: grades, names of schemes and reports, terms."""

import re
from functools import cache

from transform.quotations.marks import SINGLE
from transform.quotations.runs import Run
from transform.quotations.words import alternation, forms
from transform.vocabulary import load


def _scale() -> str:
    grades = [grade.lower() for grade in load("scale")["grades"]]
    return "|".join(
        [
            *grades,
            "red",
            "amber",
            "green",
            "requiring improvement",
            "require improvement",
            "satisfactory",
            "unsatisfactory",
            "sufficient",
            "insufficient",
        ]
    )


_JOINED = r"(?:,| or| and| to|/|’|”| ‘| “| ?[-–]){1,4} ?"
_RATING = re.compile(
    r"(?:(?:overall|rated|as|an?|the|either|from|‘|“) ?){0,3}"
    rf"(?:{_scale()})(?:{_JOINED}(?:{_scale()})){{0,4}}[.,;’” ]{{0,3}}",
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
_LAST_OF_NAMING = frozenset(form.rsplit(" ", 1)[-1].lower() for form in forms("naming")) | {"as"}
_LETTERS = re.compile(r"[\w-]{1,40}")
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
_TERM = 4
_VERB_NEXT = re.compile(r" (?:is|are|was|were|has|have|had|can|could|will|would|should|may|might|must|\w{3,14}ed)\b")
_NEXT_WORD = re.compile(r" ?([\w’'-]{2,20})")


def is_grade_or_name(text: str, run: Run) -> bool:
    """Words that are a grade of the scale, or capitalised as names are."""
    words = text[run.start : run.end]
    if len(words) > 120:
        return False
    if _RATING.fullmatch(words) or words.rstrip(".,").lower() in _standards():
        return True
    tokens = words.split()
    if words[-1] in "?!" or (words[-1] in ".," and run.mark != SINGLE):
        return False
    heads = [token for token in tokens if token.lower() not in forms("name_words")]
    return bool(heads) and all(_is_capital(token) for token in heads) and _is_capital(tokens[0])


def _is_capital(token: str) -> bool:
    first = token.lstrip("(‘“'\"")[:1]
    return first.isupper() or first.isdigit()


def _is_named_after(words: str) -> bool:
    """Words whose last one names a team, a method or an event: the “enforcement hub”."""
    return words.rsplit(" ", 1)[-1].lower() in forms("named_things")


def _is_named(before: str, *, has_cue: bool) -> bool:
    """`a scheme called`, `known as the`: the words ahead give a name; a word of naming is one of the last two."""
    if _LAST_OF_NAMING.isdisjoint(_LETTERS.findall(before.lower())[-2:]):
        return False
    return _NAMING.search(before) is not None or (not has_cue and _CALLED.search(before) is not None)


def _is_subject(text: str, own: str, run: Run, before: str, cue_end: int | None) -> bool:
    """`that ‘rolling contact’ was rare`: what a clause names and tells of."""
    if run.mark != SINGLE or not _VERB_NEXT.match(text, run.closes):
        return False
    if cue_end is not None and cue_end <= run.opens and own[cue_end : run.opens].strip() in _ARTICLES:
        return False
    return _DEFINITE.search(before) is not None or before.rpartition("\n")[2].lstrip("• ") in ("", "that ")


def is_term(text: str, own: str, run: Run, *, cue_end: int | None, opens_sentence: bool) -> bool:
    """Words that what stands around them makes a name, a term or a label; a cue outweighs the weaker signs."""
    has_cue = cue_end is not None
    low = max(0, run.opens - 60, cue_end if cue_end is not None and cue_end <= run.opens else 0)
    before = own[low : run.opens]
    words = text[run.start : run.end]
    count = len(words.split())
    if before.endswith("(") and text[run.closes : run.closes + 1] == ")" and count <= 6:
        return True
    is_sentence = words[-1:] in ".?!" and words[:1].isupper() and before.rstrip().endswith(":")
    if count <= 14 and not is_sentence and _is_named(before, has_cue=has_cue):
        return True
    if run.mark == SINGLE and count == 1 and _DEFINITE.search(before) and text[run.closes : run.closes + 1] == " ":
        return True
    if count <= _TERM and not has_cue and (_UNDER.search(before) or (count < _TERM and _USING.search(before))):
        return True
    if count <= _TERM and _is_subject(text, own, run, before, cue_end):
        return True
    if opens_sentence and not has_cue and count <= 3 and _TOPIC.search(before) and run.closes < len(text):
        return True
    if count <= 20 and words[:1].isupper() and words[-1] not in ".,?!" and _DOCUMENT.search(before):
        return True
    after = _NEXT_WORD.match(text, run.closes)
    names_thing = after is not None and after[1].lower() in forms("named_things") and count <= 6
    if names_thing and (run.mark == SINGLE or not has_cue):
        return True
    if count <= 4 and not has_cue and _is_named_after(words) and _DEFINITE.search(before):
        return True
    return count <= 6 and _REJECTING.search(before) is not None
