"""Ways a sentence gives a grade to a service as a whole, or to a thing it names in words of its own."""

import re
from collections.abc import Sequence

from transform.ratings import clauses, words
from transform.ratings.areas import Area, area_of
from transform.ratings.areas_behind import work_named_after
from transform.ratings.one import One, Said
from transform.ratings.services import (
    listed_before,
    means_every_one,
    means_the_service,
    named_as_well,
    named_before_in_rank,
    nearest_before,
    right_after,
)
from transform.ratings.subjects import own_subject, whole_clause
from transform.records import Span

# `From ‘Inadequate’ in 2020, it has become …`
_FROM_AT_HEAD = re.compile(r"\W{0,3}From (?:being )?(?:rated )?", re.IGNORECASE)
_NEGATIVE = re.compile(r"\b(?:none|neither|nothing|no|not|nowhere)\b", re.IGNORECASE)
_SEVERAL_RATINGS = ("ratings", "grades", "gradings", "scores", "judgements", "judgments", "marks")
# `Ashdale’s last rating was`
_A_RATING = re.compile(r"\b(?:ratings?|grade|verdict|judgement|outcome)\W{0,20}$", re.IGNORECASE)
# `a clean sweep of ‘Outstanding’ ratings`: every rating is that of the whole.
_EVERY_RATING = re.compile(r"\b(?:clean sweep|full (?:set|house)) of $", re.IGNORECASE)
_PLACE = re.compile(
    r"(?<![\w’-])(?P<place>[A-Z][\w’-]{2,20}(?: (?:and |upon |on |of |the )?[A-Z][\w’-]{2,20}){0,4}) ?$"
)
_RESULT_TOLD = re.compile(
    rf"\b(?:(?:[Tt]his|[Ii]t) (?:is|was)|[Ii]ts|[Tt]heir|[A-Z][\w-]{{1,20}}[’']s?)"
    rf" [^.;:‘“]{{0,30}}\b{words.NOUN}\b[^.;:‘“]{{0,50}}: $"
)
_ONE_RATING = ("rating", "grade", "grading", "judgement", "judgment")


def grade_compared(one: One) -> Said | None:
    """`better than the ‘Inadequate’ it was given in 2020`, `compares with ‘Good’ at the last inspection`."""
    reading = one.reading
    if not one.grade.is_formal:
        return None
    compared = reading.ending(words.COMPARED, one.start, reach=60)
    given = words.IT_WAS_GIVEN.match(one.right)
    if compared and _NEGATIVE.search(one.subject):
        return []  # `none was better than ‘Good’`
    if compared:
        return one.says("compared_with", reading.judged, start=compared.start(), earlier=True)
    return (
        one.says("grade_it_was_given", reading.judged, start=one.start) if given and not one.predicate.is_said else None
    )


def once_graded(one: One) -> Said | None:
    """`The service, once ‘Good’, is now …`: an apposition that tells the earlier grade of the whole."""
    if one.grade.is_marked and _FROM_AT_HEAD.fullmatch(one.reading.text, one.reading.span.start_char, one.start):
        return one.says("from_at_head", start=one.start, earlier=True)
    if not one.grade.is_marked or not one.right.startswith(","):
        return None
    once = one.reading.ending(clauses.ONCE, one.start, reach=40)
    if not once:
        return None
    subject = one.reading.text[one.reading.clause(once.start()) : once.start()]
    named = listed_before(one.reading, once.start())
    if not (named or means_the_service(subject)) or one.reading.areas_between(one.reading.begin(one.start), one.start):
        return None
    return one.says("once_graded", named=named or None, start=one.start, earlier=True)


def named_in_front_of_bracket(one: One) -> Said | None:
    """`Northmoor PDU (‘Good’) outshone Southmoor PDU (‘Inadequate’)`: each bracket grades the body before it."""
    bracket = one.start - 1
    if not one.grade.is_marked or one.reading.text[bracket : bracket + 1] != "(" or not one.right.startswith(")"):
        return None
    named = one.reading.namings_between(one.reading.begin(bracket), bracket)
    if not named or one.reading.text[named[-1].span.end_char : bracket] != " ":
        return None
    return one.says("graded_in_bracket", named=(named[-1],), start=one.start)


def overall(one: One) -> Said | None:
    """`an overall rating of ‘Good’`, `‘Good’ overall`, `assessing its overall performance as good`."""
    reading, start = one.reading, one.start
    if one.grade.is_marked and words.IS_OVERALL.match(one.right):
        return _the_service(one, "overall_grade")
    if one.grade.is_marked and words.A_SERVICE.match(one.right) and reading.ending(words.THIS_IS_A, start, reach=40):
        return one.says("a_graded_service", named=listed_before(reading, start), start=start)
    if not words.OVERALL_AFTER.match(one.right) and not any(
        reading.ending(pattern, start, reach=150) for pattern in (words.OVERALL_BEFORE, words.OVERALL_WORK)
    ):
        return None
    judged = own_subject(reading, one.predicate.start, formal=False) if one.predicate.is_said else ()
    if judged and not one.predicate.is_noun:
        return one.says("graded" if one.predicate.formal else "judged_in_prose", judged, formal=one.predicate.formal)
    return _the_service(
        one, "overall_grade" if one.predicate.formal else "overall_in_prose", formal=one.predicate.formal
    )


def without_predicate(one: One) -> Said | None:
    """A grade that no verb and no noun gives: attributive (`the ‘Outstanding’ leadership`) or nothing."""
    predicate = one.predicate
    if predicate.is_said and not predicate.formal and words.QUALITY_OF_WORK.search(one.subject):
        return _the_service(one, "overall_in_prose", formal=False)
    if predicate.formal and predicate.is_said:
        return None
    end = one.grade.span.end_char
    known: Sequence[Area] = [area for area in one.reading.areas if area.span.start_char == end + 1]
    known = known or work_named_after(one.reading, end)
    if one.grade.is_marked and known and not words.NOUN_AFTER.match(one.right):
        return one.says("graded_work", known[:1], start=end)
    if predicate.formal and one.reading.predicated:
        return None
    if not one.grade.is_marked:
        return []
    return grade_named(one) or []


def service(one: One) -> Said | None:
    """`The CRC was rated ‘Good’`, `It received a ‘Good’ rating`, `Both units were rated ‘Inadequate’`."""
    predicate, subject = one.predicate, one.subject
    noun = words.NOUN_AFTER.match(one.right)
    if noun and noun[0].lower().endswith(_SEVERAL_RATINGS) and not one.reading.ending(_EVERY_RATING, one.start):
        return []  # `nine ‘Good’ ratings`: counted, and given to no one thing
    is_service = (
        listed_before(one.reading, predicate.start)
        or words.ADVERBIAL.match(subject.strip(" ,"))
        or predicate.is_noun
        or predicate.is_given
        or means_the_service(subject)
        or means_every_one(subject)
        or _A_RATING.search(subject)
        or (predicate.whom and one.reading.namings_between(predicate.start, one.start))
    )
    several = means_every_one(subject) and not listed_before(one.reading, predicate.start)
    return _the_service(one, "service_graded", several=several) if is_service else None


def place_graded(one: One) -> Said | None:
    """`The first time Ashdale has been rated ‘Good’`, `Ashdale (‘Good’)`: a name that may be the place of a service."""
    if not one.grade.is_marked:
        return None
    start = one.predicate.start
    in_bracket = one.reading.text[start - 1 : start] == "("
    end = start - 1 if in_bracket else one.reading.subject_end(start)
    place = _PLACE.search(one.reading.text, max(one.reading.begin(start), end - 60), end)
    if not place or not (in_bracket or one.predicate.is_said):
        return None
    name = Area(
        words=place["place"].lower(),
        standard="other",
        span=Span(start_char=place.start("place"), end_char=place.end("place")),
    )
    return one.says("place_graded", (name,), place=True)


def own_words(one: One) -> Said | None:
    """`Accommodation support was ‘Inadequate’`: a thing of few words that no list of ours has."""
    phrase = whole_clause(one.reading, one.predicate.start)
    if phrase and one.grade.is_formal:
        return one.says("graded", (area_of(one.reading.text, phrase),))
    return None


def behind_colon(one: One) -> Said | None:
    """`Its rating is the lowest there is: ‘Inadequate’`, `This is the best result it has had: ‘Good’`."""
    told = one.reading.ending(_RESULT_TOLD, one.start, reach=100) if one.grade.is_formal else None
    if not told or one.reading.areas_between(told.start(), one.start):
        return None
    return _the_service(one, "behind_colon")


def grade_named(one: One) -> Said | None:
    """`A ‘Good’ rating has been awarded to …`: a grade that needs no verb to be the service’s; else a near miss."""
    noun = words.NOUN_AFTER.match(one.right)
    if noun and noun[0].strip().lower().endswith(_ONE_RATING):
        named = nearest_before(one.reading, one.start) or right_after(one.reading, one.grade)
        return one.says("rating_named", named=named, start=one.start)
    return one.near_miss()


def _the_service(one: One, rule: str, *, formal: bool = True, several: bool = False) -> Said:
    reading = one.reading
    bodies = listed_before(reading, one.predicate.start) or nearest_before(reading, one.start)
    if one.grade.is_verb and bodies and one.predicate.start - bodies[-1].span.end_char > 1:
        bodies = ()  # `a service that ‘requires improvement’` is the one told of, not the last one named
    bodies = (
        (*bodies, *named_as_well(reading, one.grade))
        if bodies or one.grade.is_verb
        else right_after(reading, one.grade)
    )
    others = named_before_in_rank(reading, one.grade)
    said = one.says(rule, named=bodies, formal=formal, several=several)
    return said + one.says("graded_before", named=others, formal=formal) if others else said
