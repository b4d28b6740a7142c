"""One grade and its predicate: what is judged, whether as a grade or in prose, or why it is no judgement at all.

The ways a grade can be told are tried in order, the ones with the plainest signs first; the first that answers decides.
"""

from transform.ratings.areas_judged import (
    areas_after,
    areas_before,
    areas_beside,
    areas_given,
    areas_in_front,
    areas_of_a_count,
    areas_set_in,
    areas_that_follow,
    same_thing_earlier,
)
from transform.ratings.areas_pointed import (
    area_in_front_of_bracket,
    area_moved,
    area_pointed_at,
    behind_insertion,
    both_areas,
    that_of_another,
)
from transform.ratings.in_passing import told_in_passing
from transform.ratings.one import One, Said
from transform.ratings.predicate import is_no_judgement, predicate_of
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.ratings.service_judged import (
    behind_colon,
    grade_compared,
    grade_named,
    named_in_front_of_bracket,
    once_graded,
    overall,
    own_words,
    place_graded,
    service,
    without_predicate,
)

_WAYS = (
    areas_set_in,
    areas_that_follow,
    named_in_front_of_bracket,
    area_in_front_of_bracket,
    once_graded,
    same_thing_earlier,
    grade_compared,
    areas_of_a_count,
    areas_after,
    overall,
    areas_given,
    areas_before,
    area_moved,
    areas_beside,
    that_of_another,
    behind_colon,
    without_predicate,
    areas_in_front,
    area_pointed_at,
    both_areas,
    behind_insertion,
    service,
    place_graded,
    own_words,
    grade_named,
)


def single(reading: Reading, grade: Grade) -> Said:
    """What the sentence says with this one grade; nothing where it judges no service and no area."""
    right = reading.right(grade.span.end_char)
    predicate = predicate_of(reading, grade, right)
    if is_no_judgement(reading, grade, right, predicate):
        return told_in_passing(reading, grade, right)
    end = reading.subject_end(predicate.start)
    subject = predicate.whom or reading.text[reading.clause(end) : end]
    one = One(reading, grade, right, predicate, end, subject)
    for way in _WAYS:
        said = way(one)
        if said is not None:
            break
    reading.boundary = max(reading.boundary, grade.span.end_char)
    return said or []
