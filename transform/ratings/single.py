"""One grade and its predicate: what is judged, whether as a grade or in prose, or why it is no judgement at all."""

import re

from transform.ratings import limits, words
from transform.ratings.areas import area_of
from transform.ratings.predicate import Predicate, is_no_judgement, predicate_of
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.ratings.services import listed_before, means_every_one, means_the_service, nearest_before, right_after
from transform.ratings.statement import NearMiss, Statement, stated
from transform.ratings.subjects import (
    after_for,
    also_judged,
    before_predicate,
    between_verb_and_grade,
    listed_in_insertion,
    named_after_count,
    pointed_back,
    right_before,
    whole_clause,
)
from transform.records import Span

Said = list[Statement | NearMiss]


def single(reading: Reading, grade: Grade) -> Said:
    """What the sentence says with this one grade; nothing where it judges no service and no area."""
    start, right = grade.span.start_char, reading.right(grade.span.end_char)
    predicate = predicate_of(reading, grade, right)
    if is_no_judgement(reading, grade, right, predicate):
        return _to_a_standard_overall(reading, grade, right)
    end = reading.subject_end(predicate.start)
    subject = reading.text[reading.clause(end) : end]
    inserted = listed_in_insertion(reading, predicate.start) if predicate.formal and predicate.is_said else ()
    if inserted:
        named = nearest_before(reading, grade.span.start_char)
        return stated(reading, grade, rule="graded", judged=inserted, named=named, start=predicate.start, formal=True)
    if reading.predicated and reading.ending(words.FROM, start):
        # `rated ‘Good’, up from ‘Requires improvement’`: the same thing, earlier.
        named = nearest_before(reading, grade.span.start_char)
        cue = "up_from"
        return stated(
            reading,
            grade,
            rule=cue,
            judged=reading.judged,
            named=named,
            start=predicate.start,
            formal=True,
            earlier=True,
        )
    if _is_count(reading, end, subject) or limits.TALLY.search(predicate.whom):
        return _areas_listed(reading, grade, predicate)
    overall = _is_overall(reading, start, right)
    lead = words.FOR.match(right) or (words.GIVEN_TO.match(right) if predicate.is_given else None)
    if lead and predicate.formal and not overall:
        judged = after_for(reading, grade, given=predicate.is_given)
        if judged:
            named = nearest_before(reading, grade.span.start_char)
            return stated(
                reading, grade, rule="graded_for", judged=judged, named=named, start=predicate.start, formal=True
            )
        if _counts_right_after(right, lead.end()):
            return _areas_listed(reading, grade, predicate)
    if overall:
        return _overall(reading, grade, predicate)
    return _of_areas(reading, grade, predicate) or _of_the_service(reading, grade, predicate, subject, right)


def _is_overall(reading: Reading, start: int, right: str) -> bool:
    if words.OVERALL_AFTER.match(right):
        return True
    return any(reading.ending(pattern, start, reach=150) for pattern in (words.OVERALL_BEFORE, words.OVERALL_WORK))


def _is_count(reading: Reading, predicate: int, subject: str) -> bool:
    """Whether the subject counts services or standards, and is no area of work that stands after the count."""
    counts = list(limits.TALLY.finditer(subject))
    if not counts or means_every_one(subject) or subject.endswith(" and "):
        return False
    judged = before_predicate(reading, predicate, formal=False)
    begin = predicate - len(subject)
    return not judged or judged[0].span.start_char < begin + counts[-1].end()


def _counts_right_after(right: str, start: int) -> bool:
    clause = words.CLAUSE.search(right, start)
    found = limits.TALLY.search(right, start, clause.start() if clause else min(len(right), start + 90))
    return found is not None and found.start() - start < 25


def _areas_listed(reading: Reading, grade: Grade, predicate: Predicate) -> Said:
    judged = named_after_count(reading, grade) if predicate.formal else ()
    if judged:
        return stated(reading, grade, rule="areas_listed", judged=judged, named=(), start=predicate.start, formal=True)
    reading.boundary = grade.span.end_char
    return []


def _overall(reading: Reading, grade: Grade, predicate: Predicate) -> Said:
    named = (
        listed_before(reading, predicate.start)
        or nearest_before(reading, grade.span.start_char)
        or right_after(reading, grade)
    )
    rule = "overall_grade" if predicate.formal else "overall_in_prose"
    return stated(reading, grade, rule=rule, judged=(), named=named, start=predicate.start, formal=predicate.formal)


def _of_areas(reading: Reading, grade: Grade, predicate: Predicate) -> Said:
    start = grade.span.start_char
    named = nearest_before(reading, start)
    if predicate.is_said and not predicate.is_noun:
        judged = () if predicate.whom else before_predicate(reading, predicate.start, formal=predicate.formal)
        judged = judged or between_verb_and_grade(reading, start, formal=predicate.formal)
        if predicate.whom:
            judged = [area for area in judged if area.span.start_char >= predicate.start]
        if judged:
            rule = "graded" if predicate.formal else "judged_in_prose"
            judged = (*judged, *also_judged(reading, grade.span.end_char))
            return stated(
                reading, grade, rule=rule, judged=judged, named=named, start=predicate.start, formal=predicate.formal
            )
    if predicate.is_move and reading.judged:
        # `Planning, ‘Inadequate’ in 2019, has moved up to ‘Good’`: what moved is what was judged before.
        return stated(
            reading, grade, rule="moved_to", judged=reading.judged, named=named, start=predicate.start, formal=True
        )
    judged = right_before(reading, start)
    judging = words.JUDGING.search(reading.text, reading.clause(start), start)
    if judged and (reading.predicated or judging or grade.is_marked):
        formal = grade.is_formal or (reading.predicated and reading.formal)
        return stated(reading, grade, rule="graded", judged=judged, named=named, start=start, formal=formal)
    if predicate.is_noun:
        judged = before_predicate(reading, predicate.start, formal=True)
        if judged and not listed_before(reading, predicate.start):
            return stated(reading, grade, rule="graded", judged=judged, named=named, start=predicate.start, formal=True)
    return []


def _of_the_service(reading: Reading, grade: Grade, predicate: Predicate, subject: str, right: str) -> Said:
    start = grade.span.start_char
    if predicate.is_said and not predicate.formal and words.QUALITY_OF_WORK.search(subject):
        return _overall(reading, grade, predicate)
    if not predicate.formal or not (predicate.is_said or reading.predicated):
        reading.boundary = grade.span.end_char
        return _graded_work(reading, grade, right) if grade.is_marked else []
    bodies = listed_before(reading, predicate.start)
    if _THAT_WORK.match((predicate.whom or subject).strip(" ,")):
        judged = pointed_back(reading, predicate.start)
        named = nearest_before(reading, start)
        return (
            stated(reading, grade, rule="graded", judged=judged, named=named, start=predicate.start, formal=True)
            if judged
            else []
        )
    if reading.judged and not predicate.is_said and reading.ending(_AT_ANOTHER, start):
        # `Leadership at X was rated ‘Good’ and at Y ‘Inadequate’`: the same area of another service.
        return stated(
            reading,
            grade,
            rule="graded",
            judged=reading.judged,
            named=nearest_before(reading, start),
            start=start,
            formal=True,
        )
    subject = predicate.whom or subject
    if (
        bodies
        or words.ADVERBIAL.match(subject.strip(" ,"))
        or predicate.is_noun
        or predicate.is_given
        or means_the_service(subject)
        or means_every_one(subject)
    ):
        named = bodies or nearest_before(reading, start) or right_after(reading, grade)
        return stated(reading, grade, rule="service_graded", judged=(), named=named, start=predicate.start, formal=True)
    phrase = whole_clause(reading, predicate.start)
    if phrase and grade.is_formal:
        judged = (area_of(reading.text, phrase),)
        named = nearest_before(reading, start)
        return stated(reading, grade, rule="graded", judged=judged, named=named, start=predicate.start, formal=True)
    reading.boundary = grade.span.end_char
    return [_nothing_takes(grade)] if grade.is_marked else []


_THAT_WORK = re.compile(
    r"(?:and |but |although |though )?(?:that|this|such|the latter) ?(?:work|area|aspect|standard)?$", re.IGNORECASE
)
_AT_ANOTHER = re.compile(r"\b(?:at|in|for) (?:the )?[A-Z][^,.;]{2,80} $")


def _graded_work(reading: Reading, grade: Grade, right: str) -> Said:
    """`with ‘Outstanding’ leadership`: a grade in marks right before the area it is given to."""
    noun = words.NOUN_AFTER.match(right)
    if noun and noun[0].strip().lower().endswith(("rating", "grade", "grading", "judgement", "judgment")):
        # `A ‘Good’ rating has been awarded to …`: a grade that needs no verb to be the service’s.
        named = nearest_before(reading, grade.span.start_char) or right_after(reading, grade)
        return stated(
            reading, grade, rule="rating_named", judged=(), named=named, start=grade.span.start_char, formal=True
        )
    if noun:
        return [_nothing_takes(grade)]
    end = grade.span.end_char
    known = [area for area in reading.areas if area.span.start_char == end + 1]
    if not known:
        return []
    return stated(
        reading, grade, rule="graded_work", judged=known[:1], named=nearest_before(reading, end), start=end, formal=True
    )


def _nothing_takes(grade: Grade) -> NearMiss:
    return NearMiss(span=grade.span, reason="a grade of which neither area nor service was found")


def _to_a_standard_overall(reading: Reading, grade: Grade, right: str) -> Said:
    """`to a good standard overall` judges the service; without `overall` it is praise."""
    before, after = (
        reading.ending(words.STANDARD_BEFORE, grade.span.start_char, reach=60),
        words.STANDARD_AFTER.match(right),
    )
    if (
        not before
        or not after
        or not (after["overall"] or "overall" in reading.left(grade.span.start_char)[-60:].lower())
    ):
        reading.boundary = grade.span.end_char
        return []
    whole = Grade(
        rating=grade.rating,
        span=Span(start_char=grade.span.start_char, end_char=grade.span.end_char + after.end()),
        is_formal=False,
        is_marked=False,
    )
    named = nearest_before(reading, before.start())
    return stated(
        reading, whole, rule="to_a_standard_overall", judged=(), named=named, start=before.start(), formal=False
    )
