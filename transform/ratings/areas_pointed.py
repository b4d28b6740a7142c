"""Ways a sentence grades an area it only points at: `that work`, `both`, `it`, what stands in front of a bracket."""

import re

from transform.ratings.one import One, Said
from transform.ratings.pointing import before_bracket, of_sentence_before, pointed_back, topic
from transform.ratings.services import nearest_before

_NAME_ENDS = re.compile(r"(?<![\w’-])[A-Z][\w’-]{2,20} $")
_PAIR = 2
_BOTH = re.compile(r"(?:^|, |\band |\bbut )both$", re.IGNORECASE)
_THAT_WORK = re.compile(
    r"(?:and |but |although |though )?(?:that|this|such|the latter) ?(?:work|area|aspect|standard)?$", re.IGNORECASE
)
_SHORT = 80
# `that of the CRC was inadequate`: the same thing of another body.
_THAT_OF = re.compile(r"(?:and |but |while |whereas )?(?:that|those) (?:of|in|at|by) ", re.IGNORECASE)
_IT = re.compile(
    r"(?:and |but |now |today |then |,){0,8}\s{0,20}(?:at [A-Z][\w -]{2,40},? )?"
    r"(?:(?:(?:back )?in (?:[A-Z][a-z]{1,20} )?20[0-9]{2}|last time|previously|before"
    r"|(?:[a-z]{1,20} ){1,2}(?:ago|earlier)),? )?"
    r"(?:it|that)\b[^.;]{0,12}$",
    re.IGNORECASE,
)
# `Staffing was ‘Good’ and is now ‘Inadequate’`: the subject is that of the clause before.
_SAME_SUBJECT = frozenset({"", "and", "but", "then", "and then", "but then"})
# ` in 2020, `, ` when we last visited, `, ` last time – `
_INSERTION_CLOSES = re.compile(
    r"[’”]?(?: (?:when|in|at|after|during|following|by|from|last|on|for|two|three|four|five|a)\b[^,;.:–—()]{0,60})?"
    r"(?:,| [–—]|\)) ?"
)
_AT_ANOTHER = re.compile(r"(?:\b(?:at|in|for) (?:the )?[A-Z][^,.;]{2,80}|\b[A-Z][\w -]{2,60}[’']s) $")


def both_areas(one: One) -> Said | None:
    """`At Southmoor PDU, both were ‘Inadequate’`: the two areas of the sentence before."""
    if not one.predicate.is_said or not _BOTH.search(one.subject.strip(" ,")):
        return None
    if len(one.reading.namings_between(one.reading.span.start_char, one.predicate.start)) != 1:
        return None
    judged = of_sentence_before(one.reading)
    return one.says("graded", judged, formal=one.predicate.formal) if len(judged) == _PAIR else []


def area_in_front_of_bracket(one: One) -> Said | None:
    """`strong in its planning (rated ‘Good’)`: the bracket tells of what stands before it, and of nothing else."""
    bracket = one.predicate.start - 1
    if not one.predicate.formal or one.reading.text[bracket : bracket + 1] != "(":
        return None
    judged = before_bracket(one.reading, bracket)
    if judged:
        return one.says("graded_in_bracket", judged)
    named = one.reading.namings_between(one.reading.begin(bracket), bracket)
    if one.grade.is_marked and _NAME_ENDS.search(one.reading.text, max(0, bracket - 30), bracket):
        return None  # `Ashdale (‘Good’)`: a name
    return None if named and bracket - named[-1].span.end_char <= 1 else one.near_miss()


def that_of_another(one: One) -> Said | None:
    """`The CRC’s planning was good, that of the NPS inadequate`: the same thing of another body."""
    if not one.reading.predicated or len(one.subject) > _SHORT or not _THAT_OF.match(one.subject.strip(" ,")):
        return None
    rule = "graded" if one.predicate.formal else "judged_in_prose"
    named = nearest_before(one.reading, one.predicate.start)
    return one.says(rule, one.reading.judged, named=named, formal=one.predicate.formal)


def area_pointed_at(one: One) -> Said | None:
    """`inspectors rated that work ‘Good’`, `… and at Southmoor ‘Inadequate’`: the area named before."""
    if not one.predicate.formal:
        return None
    if _THAT_WORK.match(one.subject.strip(" ,")):
        judged = pointed_back(one.reading, one.predicate.start)
        return one.says("graded", judged) if judged else []
    if one.reading.predicated and one.subject.strip(" ,").lower() in _SAME_SUBJECT and one.predicate.is_said:
        return one.says("same_subject", one.reading.judged)
    if one.predicate.whom.strip() in ("it", "this") and (judged := topic(one.reading, one.predicate.start)):
        return one.says("graded", judged)
    if not one.reading.judged:
        return None
    if _IT.fullmatch(one.subject.strip(" ,")) or (
        not one.predicate.is_said and one.reading.ending(_AT_ANOTHER, one.start)
    ):
        return one.says("graded", one.reading.judged)
    return None


def behind_insertion(one: One) -> Said | None:
    """`Leadership, rated ‘Inadequate’ in 2020, is now ‘Good’`: the subject stands before the insertion just closed."""
    reading = one.reading
    if not (reading.predicated and one.predicate.is_said):
        return None
    if not _INSERTION_CLOSES.fullmatch(reading.text, reading.boundary, one.subject_end):
        return None
    # What follows the grade before (`rated ‘Good’ for planning, is …`) was judged by that grade alone.
    judged = [area for area in reading.judged if area.span.end_char < reading.boundary]
    return one.says("same_subject", judged)


def area_moved(one: One) -> Said | None:
    """`Planning, ‘Inadequate’ in 2019, has moved up to ‘Good’`: what moved is what was judged before."""
    if one.predicate.is_move and one.reading.judged:
        return one.says("moved_to", one.reading.judged)
    return None
