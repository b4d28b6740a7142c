"""Judgements that no verb gives: `to a good standard overall`, `inspectors found inadequate work with victims`."""

import re
from collections.abc import Sequence

from transform.ratings import limits, words
from transform.ratings.areas import Area, area_of
from transform.ratings.one import Said
from transform.ratings.pieces import WORK, piece_of_work
from transform.ratings.pointing import pointed_back
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.ratings.services import nearest_before
from transform.ratings.statement import stated
from transform.ratings.subjects import before_predicate
from transform.records import Span

# Who finds, and what is found: `inspectors also found an`, `the report describes its`.
_FOUND = re.compile(
    r"\b(?:inspectors|we|they|inspectorate|inspection|report|team) (?:have |has )?(?:also |again |once more )?"
    r"(?:found|finds?|saw|identified|identifies|noted|notes|reported|reports|described|describes|highlighted|highlights)"
    r"(?: (?:that )?there (?:was|were|is|are))?(?: (?:an?|its|their|the))? $",
    re.IGNORECASE,
)
# `Inspectors found it well led, and it had “an`
_HAD = re.compile(r"\b(?:has|had|shows|showed) [“‘]?an? $", re.IGNORECASE)
_SAID = re.compile(
    r"\b(?:inspectors|inspection|report) (?:have |has )?(?:also )?(?:found|finds|noted|notes|said|says|concluded)\b",
    re.IGNORECASE,
)
# `outstanding results in this aspect of its work`
_IN_THIS = re.compile(r" (?:results|performance|practice|work) in (?:this|that) (?:aspect|area|part|element)\b")
# `an outstanding approach to local partnership working`: the noun between the grade and the area.
_NOUN_BEFORE_AREA = re.compile(
    r" (?:(?:approach|commitment|attention|response) to |(?:grip|focus) on |(?:standards?|quality|levels?|use) of )?"
    r"(?:(?:its|their|the|local|case|initial|joint|strategic|senior) ){0,2}"
)
_AND = re.compile(r",? (?:and|at|in)\b|,")
_WHO_DOES_IT = re.compile(r" (?:teams?|groups?|managers?|officers?|staff|workers?)\b")
_SOME_OF_IT = re.compile(r"[^.;]{0,30}?\b(?:in|for) (?:a few|few|some|many|most|one|two|three|half|[0-9]{1,20})\b")


def told_in_passing(reading: Reading, grade: Grade, right: str) -> Said:
    """What a grade says that is no predicate; mostly nothing, for most such words are praise."""
    said = _found(reading, grade, right) or _to_a_standard(reading, grade, right)
    reading.boundary = max(reading.boundary, grade.span.end_char)
    return said


def _found(reading: Reading, grade: Grade, right: str) -> Said:
    """`Inspectors found an outstanding approach to partnership working`: a finding; with `good` it is praise."""
    start, begin = grade.span.start_char, grade.span.end_char
    if grade.is_formal or grade.rating == "Good":
        return []
    had = reading.ending(_HAD, start, reach=40) and _SAID.search(reading.text, reading.begin(start), start)
    if not had and not reading.ending(_FOUND, start, reach=80):
        return []
    if _IN_THIS.match(right):
        return _prose(reading, grade, "found_in_prose", start, pointed_back(reading, start))
    noun = _NOUN_BEFORE_AREA.match(reading.text, begin, begin + len(right))
    if not noun:
        return []
    limit = min(reading.span.end_char, begin + len(right))
    known = [area for area in reading.areas_between(noun.end(), limit) if not area.is_weak]
    work = WORK.match(reading.text, noun.end(), limit)
    judged: Sequence[Area] = ()
    if known and known[0].span.start_char == noun.end():
        judged = known[:1]
    elif work:
        end = _AND.search(reading.text, work.end(), limit)
        judged = (area_of(reading.text, piece_of_work(reading.text, noun.end(), end.start() if end else limit)),)
    if not judged or _WHO_DOES_IT.match(reading.text, judged[0].span.end_char, limit):
        return []  # `an outstanding leadership team` is praise of those in it
    if _SOME_OF_IT.match(reading.text, judged[0].span.end_char, limit):
        return []
    return _prose(reading, grade, "found_in_prose", start, judged)


def _to_a_standard(reading: Reading, grade: Grade, right: str) -> Said:
    """`to a good standard overall` judges the service, `court work was of good quality` that work; else praise."""
    start = grade.span.start_char
    before, after = reading.ending(words.STANDARD_BEFORE, start, reach=60), words.STANDARD_AFTER.match(right)
    copula = reading.ending(words.COPULA, before.start() if before else start)
    said: Said = []
    if after and (before or copula):
        end = grade.span.end_char + after.end()
        whole = Grade(rating=grade.rating, span=Span(start_char=start, end_char=end), is_formal=False, is_marked=False)
        is_overall = after["overall"] or re.search(r"\boverall\b", reading.left(start)[-60:], re.IGNORECASE)
        if before and is_overall:
            said = _prose(reading, whole, "to_a_standard_overall", before.start(), ())
        elif copula and not copula["modal"] and limits.ENDS_CLAUSE.match(right[after.end() :]):
            judged = before_predicate(reading, copula.start(), formal=False)
            subject = reading.text[reading.clause(copula.start()) : copula.start()]
            if judged or words.QUALITY_OF_WORK.search(subject):
                said = _prose(reading, whole, "of_good_quality", copula.start(), judged)
    return said


def _prose(reading: Reading, grade: Grade, rule: str, start: int, judged: Sequence[Area]) -> Said:
    named = nearest_before(reading, start)
    return stated(reading, grade, rule=rule, judged=judged, named=named, start=start, formal=False)
