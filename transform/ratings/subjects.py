"""What a grade is given to where that stands before it: the areas or the piece of work its predicate is of."""

import re
from collections.abc import Sequence

from transform.ratings import clauses, words
from transform.ratings.areas import Area, area_of
from transform.ratings.pieces import FURTHEST, WORK, leads_in, piece_of_work, run_from, run_of, split_at_verbs
from transform.ratings.reading import WINDOW, Reading, joined
from transform.ratings.services import means_the_service
from transform.records import Span

_A_VERB = re.compile(r"[.;:()]|\b(?:was|were|is|are|has|have|had|can|need(?:s|ed)? (?:to|more|an?)|said|found|but)\b")
_IN_BRACKETS = re.compile(r" \([^()\n]{4,160}\) $")
_GLOSS_OPENS = re.compile(r" ?\((?:(?:also )?(?:known as|called|termed|that is,?|or) )?(?:the )?")
_IN_COMMAS = re.compile(r"(?<=areas|dards|pects|ments), [^.;:()–]{4,150}, $")
_HEAD_OF = re.compile(r" (?:of|in|for) (?:the |its )?")
_OF_THE_LIST = re.compile(r" (?:in|for|of|on|with) (?:the |its )?")
_FRONT = re.compile(r"[\W]{0,3}(?:and )?(?:for|in|on|across|within|among|with) [^,;:]{3,60}, ", re.IGNORECASE)
_DONE_BY = re.compile(r"[’”]?(?: work| services)? (?:(?:done|delivered) )?(?:by|of|at|in|from|within) (?:the )?")
_ABOUT = re.compile(
    r"\W{0,3}(?:(?:and|but|while) )?(?:for|on|in|as for|in terms of|when it c[ao]mes? to|regarding|where) ",
    re.IGNORECASE,
)
# `In the three other standards – planning, delivery and reviewing –`
_COUNTED_FRONT = re.compile(r"(?:[\w’-]{1,12} ){0,4}(?:standards|areas|aspects|elements)(?: –|:|,| \() ?")
# `unpaid work in the community and support to …`
_IN_PLACE_AND = re.compile(r" (?:in|across|within) (?:the )?[a-z]{3,20} and ")
_FRONT_CLOSES = re.compile(r"(?: (?:is|are|was|were) concerned)?,| [–—] |\)")
_ONE_THING = re.compile(
    r"\b(?:one|a single|only) (?:[\w-]{1,40} ){0,3}(?:standard|area|aspect|element)$", re.IGNORECASE
)
_OPENERS = re.compile(
    r"^(?:[,\s]|(?:and|also|overall|however|inspectors|meanwhile|in addition|as a result|in turn|consequently"
    r"|therefore|additionally|finally|that|found|the"
    r"|its|their|with|has|have|had),? ){1,8}",
    re.IGNORECASE,
)
# What may stand between an area and the grade beside it.
_BESIDE = re.compile(
    r"[’”']?,? ?(?:once |previously |formerly |then |both |each |all |now )?"
    r"(?:work |services |provision )?(?:as |to be |– |— |- |: ?|\()?(?:an? )?"
)
_FARED = re.compile(r" (?:came|fell|fared|did|was|were|scored|stood|lagged) ")
_EVERYWHERE = re.compile(r",? across (?:the board|the service|all (?:standards|areas|teams))$")
# `No service`, `a service`: how it is in general; `this`, `most`: no thing with a name.
_NO_THING = re.compile(
    r"(?:nothing|everything|all|some|most|this|that|these|those|what|he|she)\b.{0,20}$"
    r"|(?:no|none|any|every|each|few|neither)\b|(?:a|an) (?:[\w-]{1,40} ){0,2}(?:service|unit|provider|team)\b",
    re.IGNORECASE,
)
_CLAUSE_OF_ITS_OWN = re.compile(
    r"^(?:described|praised|called|seen|known|regarded|one|two|a grade|nor|or) "
    r"|\b(?:was|were|is|are|has|have|had|been|said|found)\b"
    r"|\b(?:ratings?|grade|verdict|judgement|outcome|and|or|an?|the)$|[0-9]|\b(?:looked|rated|visited|inspected) ",
    re.IGNORECASE,
)


def before_predicate(reading: Reading, predicate: int, *, formal: bool) -> Sequence[Area]:
    """The areas that are the subject of a predicate at `predicate`: a list of them, or a piece of work."""
    text = reading.text
    end = reading.subject_end(predicate)
    begin = _behind_fronted(reading, reading.clause(end), end)
    known = reading.areas_between(begin, end)
    glossed = _in_bracket(reading, end)
    if glossed:
        return glossed
    if not formal:
        known = [area for area in known if not area.is_weak]
    work = [found for found in WORK.finditer(text, begin, end) if end - found.start() <= FURTHEST]
    work = [found for found in work if not _is_inside(found.start(), known) and not _is_done_by_body(reading, found)]
    listed = run_of(text, known) if known and work else ()
    if (
        len(listed) > 1
        and work[-1].start() <= listed[0].span.start_char
        and leads_in(text, work[-1].start(), listed[0].span.start_char)
    ):
        return listed  # `work with victims and court work`: each by its name in the vocabulary
    if work and known and _goes_with(text, known[-1].span.end_char, work[-1].start()):
        pieces = [area_of(text, span) for span in split_at_verbs(text, piece_of_work(text, work[-1].start(), end))]
        return (*run_of(text, known), *pieces)  # `planning and work with people leaving prison`
    if work and (not known or work[-1].start() <= known[-1].span.start_char):
        pieces = [area_of(text, span) for span in split_at_verbs(text, piece_of_work(text, work[-1].start(), end))]
        before = [area for area in known if area.span.end_char <= work[-1].start()]
        return (*run_of(text, [*before, pieces[0]])[:-1], *pieces)
    if not known:
        return ()
    behind = _behind_body(reading, known[-1].span.end_char)
    if end - behind > FURTHEST or _A_VERB.search(text[behind:end]):
        return ()
    return _headed(text, known, run_of(text, known))


def _is_done_by_body(reading: Reading, work: re.Match[str]) -> bool:
    """`the quality of work by the National Probation Service`: all that a body does, and no piece of its work."""
    begin = work.end() + (4 if reading.text.startswith("the ", work.end()) else 0)
    return work[0].lower().startswith("work by") and any(
        naming.span.start_char == begin for naming in reading.namings_between(begin, begin + WINDOW)
    )


def _behind_body(reading: Reading, area: int) -> int:
    """Where the body that does the work ends (`public protection work by the National Probation Service (NPS)`)."""
    doing = reading.namings_between(area, area + WINDOW)
    done_by = doing and _DONE_BY.fullmatch(reading.text, area, doing[0].span.start_char)
    return doing[0].span.end_char if done_by else area


def _goes_with(text: str, area: int, work: int) -> bool:
    """Whether the piece of work that begins at `work` is listed with the area that ends at `area`."""
    return area < work and (joined(text, area, work) or _IN_PLACE_AND.fullmatch(text, area, work) is not None)


def _is_inside(at: int, known: Sequence[Area]) -> bool:
    """`implementation and delivery of sentences`: the `delivery of` belongs to an area of the vocabulary."""
    return any(area.span.start_char < at < area.span.end_char for area in known)


def own_subject(reading: Reading, predicate: int, *, formal: bool) -> Sequence[Area]:
    """The areas that are the subject, and not those told in front of a service (`Despite its planning, the CRC`)."""
    judged = before_predicate(reading, predicate, formal=formal)
    if not judged:
        return ()
    last = judged[-1].span.end_char
    for naming in reading.namings_between(last, predicate):
        if not _DONE_BY.fullmatch(reading.text, last, naming.span.start_char):
            return ()
        last = naming.span.end_char
    return () if means_the_service(reading.text[last : reading.subject_end(predicate)]) else judged


def _headed(text: str, known: Sequence[Area], listed: Sequence[Area]) -> Sequence[Area]:
    """`Leadership of unpaid work`: what is judged is the head, and not what it is the head of."""
    before = [area for area in known if area.span.end_char < listed[0].span.start_char and not area.is_weak]
    if len(listed) == 1 and before and _HEAD_OF.fullmatch(text[before[-1].span.end_char : listed[0].span.start_char]):
        return before[-1:]
    return listed


def _behind_fronted(reading: Reading, begin: int, end: int) -> int:
    """`For children on court orders, planning was …`: what stands before the comma only says where."""
    front = _FRONT.match(reading.text, begin, end)
    if front and (reading.areas_between(front.end(), end) or WORK.search(reading.text, front.end(), end)):
        return front.end()
    return begin


def _in_bracket(reading: Reading, end: int) -> Sequence[Area]:
    """`work with children sentenced by the courts (court disposals)`: the bracket names the standard."""
    return [
        area
        for area in reading.areas_between(end, end + WINDOW)
        if not area.is_weak
        and area.standard != "other"
        and _GLOSS_OPENS.fullmatch(reading.text, end, area.span.start_char)
        and reading.text[area.span.end_char : area.span.end_char + 1] == ")"
    ]


def listed_in_insertion(reading: Reading, predicate: int) -> Sequence[Area]:
    """`All four areas – assessment, planning, … – were rated`: the list set between a count and its predicate."""
    closes = {"– ": clauses.DASHED, "— ": clauses.DASHED, "- ": clauses.DASHED, ") ": _IN_BRACKETS, ", ": _IN_COMMAS}
    pattern = closes.get(reading.text[predicate - 2 : predicate])
    found = reading.ending(pattern, predicate, reach=170) if pattern else None
    if not found:
        return ()
    start = found.start()
    known = reading.areas_between(start, predicate)
    if not known or not leads_in(reading.text, start, known[0].span.start_char):
        return ()
    if len(known) == 1 and not _ONE_THING.search(reading.text, max(reading.span.start_char, start - 60), start):
        return ()
    listed = run_from(reading.text, known)
    rest = known[len(listed) :]
    goes_on = not rest or _OF_THE_LIST.fullmatch(reading.text[listed[-1].span.end_char : rest[0].span.start_char])
    return listed if goes_on else ()


def fronted(reading: Reading, predicate: int) -> Sequence[Area]:
    """`On leadership, inspectors gave a rating of …`: the area stands at the head of the sentence."""
    lead = words.FRONTED.match(reading.text, reading.begin(predicate), predicate)
    known = reading.areas_between(lead.end(), predicate) if lead else ()
    if not lead or not known:
        return ()
    counted = _COUNTED_FRONT.match(reading.text, lead.end(), known[0].span.start_char + 1)
    if known[0].span.start_char - (counted.end() if counted else lead.end()) > 12:
        return ()
    return run_from(reading.text, known)


def fronted_about(reading: Reading, predicate: int) -> Sequence[Area]:
    """`On resettlement, …, the service was`: areas the sentence is about, set off by a comma."""
    if not _ABOUT.match(reading.text, reading.begin(predicate), predicate):
        return ()
    judged = fronted(reading, predicate)
    if all(area.is_weak for area in judged):
        return ()
    return judged if _FRONT_CLOSES.match(reading.text, judged[-1].span.end_char) else ()


def trailed(reading: Reading, predicate: int) -> Sequence[Area]:
    """`Only planning fell short, with a rating of …`: the area stands in the clause before."""
    known = [area for area in reading.areas_between(reading.begin(predicate), predicate) if not area.is_weak]
    subjects = [area for area in known if _FARED.match(reading.text, area.span.end_char)]
    return run_from(reading.text, subjects or known) if known else ()


def between_verb_and_grade(reading: Reading, start: int, *, formal: bool) -> Sequence[Area]:
    """`rated leadership as`, `found the work with victims to be`: the area stands between the verb and the grade."""
    cue = reading.ending(words.TO_BE, start, reach=60)
    at = cue.start() if cue else start
    verb = words.JUDGING.search(reading.text, reading.clause(at), at)
    if not verb:
        return ()
    return [area for area in before_predicate(reading, at, formal=formal) if area.span.start_char >= verb.end()]


def is_graded(reading: Reading, judged: Sequence[Area], start: int) -> bool:
    """Whether a verb that gives grades has these areas as its object (`rated staffing and planning good`)."""
    if reading.ending(words.COPULA, start) and not reading.ending(words.TO_BE, start, reach=60):
        return False
    first = judged[0].span.start_char
    verbs = list(words.JUDGING.finditer(reading.text, reading.clause(first), first))
    return bool(verbs) and words.IS_GRADING.fullmatch(verbs[-1][0]) is not None


def right_before(reading: Reading, start: int) -> Sequence[Area]:
    """`staffing ‘Outstanding’`: the areas that stand right before the grade."""
    text = reading.text
    known = reading.areas_between(reading.begin(start), start)
    if not known:
        return ()
    gap = text[known[-1].span.end_char : start]
    if not _BESIDE.fullmatch(gap):
        return ()
    return run_of(text, known)


def whole_clause(reading: Reading, predicate: int) -> Span | None:
    """The words of the clause before its predicate, where they are few enough to be one thing."""
    end = reading.subject_end(predicate)
    begin = reading.clause(end)
    clause = reading.text[begin:end]
    opener = _OPENERS.match(clause)
    start = begin + (opener.end() if opener else 0)
    phrase = _EVERYWHERE.sub("", reading.text[start:end].rstrip(" ,"))
    if (
        not phrase
        or words.ADVERBIAL.match(phrase)
        or len(phrase.split()) > 10
        or re.search(r"[.:;()“”]", phrase)
        or not phrase[0].isalpha()
    ):
        return None
    if _NO_THING.match(phrase) or _CLAUSE_OF_ITS_OWN.search(phrase):
        return None
    return Span(start_char=start, end_char=start + len(phrase))
