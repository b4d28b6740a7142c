"""Ways a sentence gives a grade to areas of work.  Each answers with statements, with none, or with null to pass on."""

import re
from collections.abc import Sequence

from transform.ratings import clauses, limits, words
from transform.ratings.areas import Area
from transform.ratings.areas_behind import after_for, also_judged, follow_copula, named_after_count
from transform.ratings.one import One, Said
from transform.ratings.pieces import run_of
from transform.ratings.services import listed_before, means_every_one, means_the_service
from transform.ratings.subjects import (
    before_predicate,
    between_verb_and_grade,
    fronted,
    fronted_about,
    is_graded,
    listed_in_insertion,
    own_subject,
    right_before,
    trailed,
)

# `for its regional arrangements: leadership, …`
_FEW_WORDS = re.compile(rf"(?:[\w’-]{{1,20}} ?){{1,6}}(?=:)|(?:{words.NUMBER_WORD})(?=,| –)")
# `Every standard but planning`
_ALL_BUT = re.compile(
    r"\b(?:every|all|each)\b[^,;]{0,60}\b(?:but|except|apart from|bar|other than)\b[^,;:]{0,40}$", re.IGNORECASE
)
# `(in 2018: ‘Good’)`
_IN_BRACKETS_BEFORE = re.compile(
    r"\((?:(?:in |from )?(?:[A-Z][a-z]{2,9} )?20[0-9]{2}|last time|previously|before)(?: it was| rated)?[:,]? $"
)
# `public protection work was poor and planning inadequate`: the second has the verb of the first.
_WAS_POOR_AND = re.compile(
    r"\b(?:was|were) (?:\w{2,10}ly )?(?:poor|weak|unsatisfactory|patchy|lacking),? and (?:its |the )?$"
)
# `‘Good’ for planning, having been ‘Inadequate’`
_HAVING_BEEN = re.compile(r"[’”]?,? having (?:previously |once |last )?been (?:(?:rated|judged|graded) )?(?:as )?")
# `‘Inadequate’ for the rest`
_FOR_THE_REST = re.compile(r"^[’”]? (?:for|in|on) (?:all )?(?:the (?:rest|others?|remain\w{1,40})|everything else)\b")
# `staffing, services and all five standards for casework`
_AND_ALL = re.compile(r",? and (?:all|the other) (?:[\w-]{1,40} ){0,2}(?:standards|aspects|areas)\b[^,;]{0,40}$")
# `Those`, `The only two areas`, `Among the standards`
_SOME = re.compile(
    r"(?:[A-Z][a-z]{1,20}, )?(?:among(?:st)? )?(?:those|the (?:only |other |remaining )?ones?"
    rf"|(?:the (?:only |other |remaining )?)?(?:{words.NUMBER_WORD}|areas?|standards?|aspects?|elements?)"
    r"(?: (?:areas?|standards?|aspects?|elements?))?)"
    r"(?: (?:of its work|that|which))?(?: (?:inspectors|we|it|they))?",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"^\W{0,20}(?:\w{1,40} ){0,3}(?:the following|these)\W{0,20}$", re.IGNORECASE)


def areas_set_in(one: One) -> Said | None:
    """`All four areas – assessment, planning, … – were rated`."""
    if not (one.predicate.formal and (one.predicate.is_said or one.grade.is_marked)):
        return None
    judged = listed_in_insertion(one.reading, one.predicate.start)
    return one.says("graded", judged) if judged else None


def same_thing_earlier(one: One) -> Said | None:
    """`rated ‘Good’, up from ‘Requires improvement’`."""
    if not one.reading.predicated or not (
        one.reading.ending(words.FROM, one.start)
        or one.reading.ending(_IN_BRACKETS_BEFORE, one.start, reach=40)
        or _HAVING_BEEN.fullmatch(one.reading.text, one.reading.boundary, one.start)
    ):
        return None
    return one.says("up_from", one.reading.judged, earlier=True)


def areas_that_follow(one: One) -> Said | None:
    """`Those rated ‘Good’ were leadership and staffing`, `Among the areas rated ‘Good’ were …`."""
    if not one.predicate.formal or not _SOME.fullmatch(one.subject.strip(" ,")):
        return None
    judged = follow_copula(one.reading, one.grade)
    return one.says("areas_named_behind", judged) if judged else None


def areas_of_a_count(one: One) -> Said | None:
    """Services or standards counted: nothing, unless the sentence goes on to name the areas."""
    if _ALL_BUT.search(one.reading.text, one.reading.begin(one.predicate.start), one.predicate.start):
        return []
    besides = _AND_ALL.search(one.subject)
    if besides and one.predicate.formal:
        end = one.subject_end - len(one.subject) + besides.start()
        known = one.reading.areas_between(one.reading.begin(end), end)
        if known and known[-1].span.end_char == end:
            return one.says("graded", run_of(one.reading.text, known))
    if words.WERE_FOR.match(one.right) or not (_is_count(one) or _FOLLOWING.search(one.subject)):
        return None
    judged = named_after_count(one.reading, one.grade)
    is_list = one.predicate.formal or one.right.startswith(":")
    return one.says("areas_listed", judged, named=(), formal=one.predicate.formal) if judged and is_list else []


def areas_after(one: One) -> Said | None:
    """`‘Good’ for leadership and staffing`, `‘Good’ was given for planning`."""
    if not one.predicate.formal or words.OVERALL_AFTER.match(one.right):
        return None
    if _FOR_THE_REST.match(one.right):
        return []
    judged = after_for(one.reading, one.grade, given=one.predicate.is_given)
    if judged:
        return one.says("graded_for", judged)
    lead = words.FOR.match(one.right)
    if not lead or not (_counts_right_after(one.right, lead.end()) or _FEW_WORDS.match(one.right, lead.end())):
        return None
    judged = named_after_count(one.reading, one.grade)
    return one.says("areas_listed", judged) if judged else []


def areas_given(one: One) -> Said | None:
    """`Inspectors gave its work with victims a rating of ‘Good’`, `awarded planning a ‘Good’ rating`."""
    receiver = one.predicate.receiver
    if not receiver:
        return None
    found = before_predicate(one.reading, receiver.end_char, formal=True)
    judged = [area for area in found if area.span.start_char >= receiver.start_char]
    return one.says("graded", judged) if judged else None


def areas_before(one: One) -> Said | None:
    """`Leadership was rated ‘Good’`, `found planning to be good`, `The rating for staffing was ‘Good’`."""
    predicate = one.predicate
    if not predicate.is_said:
        return None
    formal = predicate.formal or clauses.RATING_FOR.search(one.subject) is not None
    judged: Sequence[Area] = () if predicate.whom else before_predicate(one.reading, predicate.start, formal=formal)
    if judged and _is_of_body(one, judged[-1].span.end_char):
        judged = ()
    if predicate.is_noun:
        return _of_noun(one, formal=formal)
    judged = judged or _before_dash(one) or between_verb_and_grade(one.reading, one.start, formal=formal)
    if predicate.whom:
        judged = [area for area in judged if area.span.start_char >= predicate.start]
    if not judged:
        return None
    formal = (
        predicate.formal
        or one.reading.is_rating_for(judged[0].span.start_char)
        or is_graded(one.reading, judged, one.start)
        or _leans_on_a_grade(one)
    )
    judged = (*judged, *also_judged(one.reading, one.grade.span.end_char))
    return one.says("graded" if formal else "judged_in_prose", judged, formal=formal)


def _is_of_body(one: One, area: int) -> bool:
    """`Despite efforts to cut workloads, Ashdale PDU has been rated`: a body behind a comma is what is judged."""
    named = one.reading.namings_between(area, one.predicate.start)
    ends = bool(named) and one.predicate.start - named[-1].span.end_char == 1
    return ends and one.reading.text[area : named[-1].span.start_char] in (", ", ", the ")


def _before_dash(one: One) -> Sequence[Area]:
    """`Court work – rated ‘Inadequate’ last time – is …`: the areas right before the dash that opens an insertion."""
    start = one.predicate.start
    if one.predicate.whom or one.reading.text[start - 3 : start] not in (" – ", " — "):
        return ()
    known = one.reading.areas_between(one.reading.begin(start), start)
    return run_of(one.reading.text, known) if known and known[-1].span.end_char == start - 3 else ()


def _leans_on_a_grade(one: One) -> bool:
    """`Planning was judged to be good and reviewing to be inadequate`: the second has the verb of the first."""
    reading = one.reading
    if not (reading.predicated and reading.formal) or reading.ending(words.RATED, one.start):
        return False
    copula = reading.ending(words.COPULA, one.start)
    return reading.ending(words.TO_BE, one.start, reach=60) is not None and (copula is None or copula["be"] == "be")


def _of_noun(one: One, *, formal: bool) -> Said | None:
    """`Staffing received a rating of`, `Only planning fell short, with a rating of`; none where a body received it."""
    start = one.predicate.start
    judged = own_subject(one.reading, start, formal=formal) or fronted_about(one.reading, start)
    if not judged and not listed_before(one.reading, start):
        trails = one.reading.ending(words.TRAILING, one.start, reach=80)
        judged = fronted(one.reading, start) or (trailed(one.reading, start) if trails else ())
    if not judged:
        return None
    return one.says("graded", (*judged, *also_judged(one.reading, one.grade.span.end_char)))


def areas_in_front(one: One) -> Said | None:
    """`On resettlement, which is rated apart, the service was judged ‘Good’`."""
    if not (one.predicate.formal and one.predicate.is_said):
        return None
    if not (means_the_service(one.subject) or listed_before(one.reading, one.predicate.start)):
        return None
    judged = fronted_about(one.reading, one.predicate.start)
    return one.says("graded", judged) if judged else None


def areas_beside(one: One) -> Said | None:
    """`staffing ‘Outstanding’`, `Planning: Good`, `came out best, at ‘Outstanding’`."""
    reading = one.reading
    judged = right_before(reading, one.start)
    judging = words.JUDGING.search(reading.text, reading.clause(one.start), one.start)
    labelled = one.grade.is_formal and reading.text[one.start - 2 : one.start] in (": ", "– ")
    leans = judged and one.grade.rating == "Inadequate" and reading.ending(_WAS_POOR_AND, judged[0].span.start_char)
    if judged and (reading.predicated or judging or one.grade.is_marked or labelled or leans):
        formal = one.grade.is_formal or (reading.predicated and reading.formal) or is_graded(reading, judged, one.start)
        return one.says("graded", judged, start=one.start, formal=formal)
    if one.grade.is_formal and reading.ending(words.TRAILING, one.start, reach=60) and not one.predicate.is_noun:
        judged = trailed(reading, one.start)
        return one.says("graded", judged, start=one.start) if judged else None
    if fronted_areas := fronted(reading, one.start) if one.predicate.is_given and not one.predicate.is_noun else ():
        return one.says("graded", fronted_areas)
    return None


def _is_count(one: One) -> bool:
    """Whether the subject counts services or standards, and is no area of work that stands after the count."""
    if limits.TALLY.search(f"{one.predicate.whom} ") and not means_every_one(one.predicate.whom):
        return True
    counts = list(limits.TALLY.finditer(one.subject))
    if not counts or means_every_one(one.subject) or one.subject.endswith(" and "):
        return False
    named = listed_before(one.reading, one.predicate.start)
    if named and named[-1].place and one.subject_end - named[-1].span.end_char <= 2:
        return False  # `The other two are Tameside PDU and Wigan PDU, which both received …`
    judged = before_predicate(one.reading, one.predicate.start, formal=one.predicate.formal)
    begin = one.subject_end - len(one.subject)
    return not judged or judged[0].span.start_char < begin + counts[-1].end()


def _counts_right_after(right: str, start: int) -> bool:
    clause = clauses.CLAUSE.search(right, start)
    found = limits.TALLY.search(right, start, clause.start() if clause else min(len(right), start + 90))
    return found is not None and found.start() - start < 25
