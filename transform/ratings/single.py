"""One grade and its predicate: what is judged, whether as a grade or in prose, or why it is no judgement at all.

The ways a grade can be told are tried in order, the ones with the plainest signs first; the first that answers decides.
"""

import re
from collections.abc import Sequence

from transform.ratings import limits, words
from transform.ratings.areas import Area
from transform.ratings.areas_judged import (
    area_in_front_of_bracket,
    area_moved,
    area_pointed_at,
    areas_after,
    areas_before,
    areas_beside,
    areas_of_a_count,
    areas_set_in,
    same_thing_earlier,
    that_of_another,
)
from transform.ratings.one import One, Said
from transform.ratings.predicate import is_no_judgement, predicate_of
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.ratings.service_judged import (
    grade_compared,
    grade_named,
    once_graded,
    overall,
    own_words,
    service,
    without_predicate,
)
from transform.ratings.services import nearest_before
from transform.ratings.statement import stated
from transform.ratings.subjects import before_predicate
from transform.records import Span

_WAYS = (
    areas_set_in,
    area_in_front_of_bracket,
    once_graded,
    same_thing_earlier,
    grade_compared,
    areas_of_a_count,
    areas_after,
    overall,
    areas_before,
    area_moved,
    areas_beside,
    that_of_another,
    without_predicate,
    area_pointed_at,
    service,
    own_words,
    grade_named,
)


def single(reading: Reading, grade: Grade) -> Said:
    """What the sentence says with this one grade; nothing where it judges no service and no area."""
    right = reading.right(grade.span.end_char)
    predicate = predicate_of(reading, grade, right)
    if is_no_judgement(reading, grade, right, predicate):
        return _to_a_standard(reading, grade, right)
    end = reading.subject_end(predicate.start)
    subject = predicate.whom or reading.text[reading.clause(end) : end]
    one = One(reading, grade, right, predicate, end, subject)
    for way in _WAYS:
        said = way(one)
        if said is not None:
            break
    reading.boundary = max(reading.boundary, grade.span.end_char)
    return said or []


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
    reading.boundary = max(reading.boundary, grade.span.end_char)
    return said


def _prose(reading: Reading, grade: Grade, rule: str, start: int, judged: Sequence[Area]) -> Said:
    named = nearest_before(reading, start)
    return stated(reading, grade, rule=rule, judged=judged, named=named, start=start, formal=False)
