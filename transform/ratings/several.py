"""Several grades under one predicate: raised from one to another, or side by side for several areas or bodies."""

import re
from collections.abc import Sequence

from transform.ratings import limits, words
from transform.ratings.areas import Area, area_of
from transform.ratings.areas_behind import after_for
from transform.ratings.predicate import predicate_start
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.ratings.services import listed_before, means_the_service, nearest_before
from transform.ratings.statement import NearMiss, Statement, stated
from transform.ratings.subjects import before_predicate, whole_clause
from transform.records import Span

_RATING = re.compile(r"\b(?:ratings?|grades?|score|judgement|verdict)\b", re.IGNORECASE)


def raised_from_to(reading: Reading, before: Grade, after: Grade) -> list[Statement | NearMiss]:
    """`raised from A to B`: A is the earlier judgement."""
    if limits.UNREAL.search(reading.text, reading.clause(before.span.start_char), before.span.start_char):
        reading.boundary = after.span.end_char
        return []  # `must move from … to …`
    cue = reading.ending(words.FROM, before.span.start_char)
    start = cue.start() if cue else before.span.start_char
    named = nearest_before(reading, before.span.start_char)
    subject_end = reading.subject_end(start)
    counted = limits.TALLY.search(reading.text, reading.clause(subject_end), subject_end) is not None
    if counted or any(naming.is_plural and not naming.place for naming in listed_before(reading, start)):
        reading.boundary = after.span.end_char
        return []  # `The region’s units have gone from … to …`: told of several, and of none by name
    judged: Sequence[Area] = ()
    if not reading.ending(words.OVERALL_BEFORE, start):
        judged = (
            after_for(reading, after) or before_predicate(reading, start, formal=True) or _own_words(reading, start)
        )
    earlier = stated(
        reading, before, rule="raised_from_to", judged=judged, named=named, start=start, formal=True, earlier=True
    )
    return earlier + stated(
        reading, after, rule="raised_from_to", judged=judged, named=named, start=start, formal=True, earlier=False
    )


def _own_words(reading: Reading, start: int) -> Sequence[Area]:
    """What moved, where it is neither an area of the vocabulary nor the service: in the words of the release."""
    end = reading.subject_end(start)
    subject = reading.text[reading.clause(end) : end]
    if means_the_service(subject) or _RATING.search(subject) or listed_before(reading, start) or reading.predicated:
        return ()
    phrase = whole_clause(reading, start)
    return (area_of(reading.text, phrase),) if phrase else ()


def grades_side_by_side(reading: Reading, group: list[Grade]) -> list[Statement | NearMiss]:
    """One grade each for as many areas or bodies, in the same order."""
    start, end = group[0].span.start_char, group[-1].span.end_char
    predicate = predicate_start(reading, start)
    after = after_for(reading, group[-1])
    listed = before_predicate(reading, predicate, formal=True)
    named = nearest_before(reading, start)
    bodies = listed_before(reading, predicate)
    is_count = limits.TALLY.search(reading.text[reading.clause(predicate) : predicate]) is not None
    made: list[Statement | NearMiss] = []
    for items in (listed, after):
        if len(items) == len(group):
            for grade, area in zip(group, items, strict=True):
                made += stated(
                    reading, grade, rule="respectively", judged=(area,), named=named, start=start, formal=True
                )
            return made
    if len(bodies) == len(group):
        for grade, body in zip(group, bodies, strict=True):
            made += stated(reading, grade, rule="respectively", judged=(), named=(body,), start=predicate, formal=True)
        return made
    reading.boundary = end
    if words.RESPECTIVELY.match(reading.right(end)) and not is_count:
        whole = Span(start_char=start, end_char=end)
        return [NearMiss(span=whole, reason="grades told respectively, of which the bodies or areas were not found")]
    return []
