"""Bodies a sentence judges: those listed before a predicate, the nearest before a grade, the one after it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from transform.organisations import Naming
from transform.ratings import limits
from transform.ratings.reading import Reading, joined
from transform.ratings.scale import Grade

# Words that mean the service itself, so that a grade given to them is the overall one.
_SERVICE = re.compile(
    r"\b(?:an?|the|this|that|each|every|these) (?:[a-z][a-z-]{1,20} ){0,3}(?:services?|unit|team|trust|division|region"
    r"|company|organisation|partnership|prison"
    r"|provider|inspection|premises|arrangements|YOS|YOT|YJS|PDU|CRC|NPS)\b(?! areas?)"
    r"|\b(?:it|they|both|trio|pair)\b|\bquality of (?:the |its |their )?(?:probation |youth justice "
    r"|youth offending )?(?:work|services?|practice)\b"
    r"|\bprobation (?:work|services?)\b",
    re.IGNORECASE,
)
_AS_HAS = re.compile(
    r",? (?:as (?:has|have|was|were|did|is)|and so (?:has|was|did|is))"
    r" (?:(?:the|its|neighbouring|nearby|sister) ){0,2}",
    re.IGNORECASE,
)
# `…, after Kent CRC`: another body, and not the one the grade was given to.
_ASIDE = re.compile(
    r",? (?:after|following|joining|alongside|unlike|like|as (?:did|has|was)|compared)\b", re.IGNORECASE
)
_AFTER_OTHERS = re.compile(
    r"[’”]?(?: (?:rating|overall|this year|last year|so far|to date|in (?:[A-Z][a-z]{1,20} )?20[0-9]{2})){0,8}"
    r",? (?:after|following|joining|alongside) (?:the )?"
)
_INSIDE = re.compile(
    r"(?: \([^()\n]{1,30}\))?,? (?:in|part of|within|one of the \w{1,40} in) (?:the )?(?:[A-Z][a-z]{1,20} and )?"
)
_RANKED = re.compile(r"\b(?:second|third|fourth|fifth|sixth|seventh|latest|one of (?:two|three|four))\b")
_ENDS = re.compile(r"(?: \([^()\n]{1,40}\))?(?:[.,;)]|$| (?:in|last|this|earlier)\b)")
_FURTHEST = 140


def means_the_service(subject: str) -> bool:
    """Whether the words of a subject stand for the service as a whole."""
    return _SERVICE.search(subject) is not None


def means_every_one(subject: str) -> bool:
    """`both services`, `all three`: everything inspected, and no count of standards."""
    if not limits.EVERY_ONE.search(subject):
        return False
    return limits.OF_STANDARDS.search(subject) is None or limits.PLACES.search(subject) is not None


def listed_before(reading: Reading, predicate: int) -> tuple[Naming, ...]:
    """Bodies that are the subject of a predicate: the last naming before it and those it is listed with."""
    end = reading.subject_end(predicate)
    known = reading.namings_between(reading.begin(end), end)
    if not known or end - known[-1].span.end_char > _FURTHEST:
        return ()
    known = _without_setting(reading.text, known)
    listed = [known[-1]]
    for naming in reversed(known[:-1]):
        if not joined(reading.text, naming.span.end_char, listed[0].span.start_char):
            break
        listed.insert(0, naming)
    return tuple(listed)


def nearest_before(reading: Reading, end: int) -> tuple[Naming, ...]:
    """The nearest body named before `end` in this sentence."""
    known = reading.namings[: bisect_left(reading.naming_starts, end)]
    return tuple(_without_setting(reading.text, known[-2:])[-1:])


def _without_setting(text: str, known: Sequence[Naming]) -> Sequence[Naming]:
    """`Hillside YOT in the Eastmarch region was`: the region only says where."""
    if len(known) > 1 and _INSIDE.fullmatch(text, known[-2].span.end_char, known[-1].span.start_char):
        return known[:-1]
    return known


def right_after(reading: Reading, grade: Grade) -> tuple[Naming, ...]:
    """`An overall rating of ‘Good’ has been given to Essex CRC`: the body follows."""
    end = grade.span.end_char
    found = reading.namings_between(end, end + _FURTHEST)[:1]
    return () if found and _ASIDE.search(reading.text, end, found[0].span.start_char) else tuple(found)


def named_before_in_rank(reading: Reading, grade: Grade) -> tuple[Naming, ...]:
    """`the second company to be rated ‘Good’, after Kent CRC in May`: the bodies that had the grade before it."""
    begin = reading.begin(grade.span.start_char)
    lead = _AFTER_OTHERS.match(reading.text, grade.span.end_char, reading.span.end_char)
    known = reading.namings_between(lead.end(), lead.end() + _FURTHEST) if lead else ()
    if not lead or not known or known[0].span.start_char != lead.end():
        return ()
    if not _RANKED.search(reading.text, begin, grade.span.start_char):
        return ()
    listed = [known[0]]
    for naming in known[1:]:
        if not joined(reading.text, listed[-1].span.end_char, naming.span.start_char):
            break
        listed.append(naming)
    return tuple(listed) if _ENDS.match(reading.text, listed[-1].span.end_char) else ()


def named_as_well(reading: Reading, grade: Grade) -> tuple[Naming, ...]:
    """`Essex CRC was rated ‘Good’, as was Kent CRC`: a body that shares the grade just given."""
    found = _AS_HAS.match(reading.text, grade.span.end_char, reading.span.end_char)
    known = reading.namings_between(found.end(), found.end() + _FURTHEST) if found else ()
    return tuple(known[:1]) if found and known and known[0].span.start_char == found.end() else ()
