"""What a grade is given to: the areas or the piece of work before its predicate, or after `for`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from transform.ratings import limits, words
from transform.ratings.areas import Area, area_of, areas
from transform.ratings.reading import WINDOW, Reading, joined
from transform.ratings.scale import Grade, grades
from transform.records import Span

_WORK = re.compile(
    r"\b(?:work (?:to|with|on|around|in|for|by|undertaken|done|delivered|against)|contact with|(?:management"
    r"|supervision|monitoring|oversight"
    r"|provision|delivery|enforcement|protection|assessment|safeguarding|coordination|supply) of|(?:support"
    r"|services|provision|planning|preparation"
    r"|arrangements) for) ",
    re.IGNORECASE,
)
_AND_TO = re.compile(r",? and (?=to (?:assess|plan|implement|deliver|review)\b)")
_FURTHEST = 120
_A_VERB = re.compile(r"[.;:()]|\b(?:was|were|is|are|has|have|had|can|need(?:s|ed)? (?:to|more|an?)|said|found|but)\b")
_LEADS_IN = re.compile(
    r"(?:(?:its|the|their|both|all|how|case|areas?|of|for|standards?|work|quality|in|to|with|on|regional|overall|effective"
    r"|PDU|CRC|that|delivered|done|\w{2,20}(?:’s|s’)) ?|[‘“'\"’] ?){0,8}",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r" \([^()\n]{4,160}\) $")
_HEAD_OF = re.compile(r" (?:of|in|for) (?:the |its )?")
_OF_THE_LIST = re.compile(r" (?:in|for|of|on|with) (?:the |its )?")
_FRONT = re.compile(r"[\W]{0,3}(?:and )?(?:for|in|on|across|within|among|with) [^,;:]{3,60}, ", re.IGNORECASE)
_AND = re.compile(r" and ")
_ONE_THING = re.compile(r"\b(?:one|a single|only) (?:[\w-]+ ){0,3}(?:standard|area|aspect|element)$", re.IGNORECASE)
_OPENS_LIST = re.compile(r"[:(]| [–—-] |, (?:including|namely) |\bincluding ")
_OPENERS = re.compile(
    r"^(?:[,\s]|(?:and|also|overall|however|inspectors|meanwhile|in addition|as a result|in turn|consequently"
    r"|therefore|additionally|finally|that|found|the"
    r"|its|their|with|has|have|had),? )+",
    re.IGNORECASE,
)
# What may stand between an area and the grade beside it.
_BESIDE = re.compile(
    r"[’”']?,? ?(?:once |previously |formerly |then |both |each |all |now )?"
    r"(?:work |services |provision )?(?:as |to be |– |— |- |: ?|\()?"
)
_FARED = re.compile(r" (?:came|fell|fared|did|was|were|scored|stood|lagged) ")
_ENDS = re.compile(r"[,.;]|$")
_EVERYWHERE = re.compile(r",? across (?:the board|the service|all (?:standards|areas|teams))$")
# `No service`, `a service`: how it is in general; `this`, `most`: no thing with a name.
_NO_THING = re.compile(
    r"(?:nothing|everything|all|some|most|this|that|these|those|what|he|she)\b.{0,20}$"
    r"|(?:no|none|any|every|each|few|neither)\b|(?:a|an) (?:[\w-]+ ){0,2}(?:service|unit|provider|team)\b",
    re.IGNORECASE,
)
_CLAUSE_OF_ITS_OWN = re.compile(
    r"^(?:described|praised|called|seen|known|regarded|one|two|a grade|nor|or) "
    r"|\b(?:was|were|is|are|has|have|had|been|said|found)\b"
    r"|\b(?:ratings?|grade|verdict|judgement|outcome|and|or)$|[0-9]|\b(?:looked|rated|visited|inspected) ",
    re.IGNORECASE,
)
_PHRASE_ENDS = re.compile(r", (?:and|with|while|but|which|who)\b|[.;:(]| [–—-] | (?:has|have|had) (?:been )?$")


def before_predicate(reading: Reading, predicate: int, *, formal: bool) -> Sequence[Area]:
    """The areas that are the subject of a predicate at `predicate`: a list of them, or a piece of work."""
    text = reading.text
    end = reading.subject_end(predicate)
    begin = reading.clause(end)
    known = reading.areas_between(begin, end)
    glossed = _in_bracket(reading, end)
    if glossed:
        return glossed
    if not formal:
        known = [area for area in known if not area.is_weak]
    work = [found for found in _WORK.finditer(text, begin, end) if end - found.start() <= _FURTHEST]
    listed = run_of(text, known) if known and work else ()
    if len(listed) > 1 and listed[0].span.start_char == work[-1].start():
        return listed  # `work with victims and court work`: each by its name in the vocabulary
    if work and (not known or work[-1].start() <= known[-1].span.start_char):
        pieces = [area_of(text, span) for span in _split_at_verbs(text, _phrase(text, work[-1].start(), end))]
        before = [area for area in known if area.span.end_char <= work[-1].start()]
        return (*run_of(text, [*before, pieces[0]])[:-1], *pieces)
    if not known or end - known[-1].span.end_char > _FURTHEST or _A_VERB.search(text[known[-1].span.end_char : end]):
        return ()
    return _headed(text, known, _behind_fronted(text, begin, run_of(text, known)))


def _headed(text: str, known: Sequence[Area], listed: Sequence[Area]) -> Sequence[Area]:
    """`Leadership of unpaid work`: what is judged is the head, and not what it is the head of."""
    before = [area for area in known if area.span.end_char < listed[0].span.start_char and not area.is_weak]
    if len(listed) == 1 and before and _HEAD_OF.fullmatch(text[before[-1].span.end_char : listed[0].span.start_char]):
        return before[-1:]
    return listed


def _behind_fronted(text: str, begin: int, listed: Sequence[Area]) -> Sequence[Area]:
    """`For children on court orders, planning was …`: what stands before the comma only says where."""
    front = _FRONT.match(text, begin, listed[-1].span.start_char)
    return [area for area in listed if area.span.start_char >= front.end()] if front else listed


def _in_bracket(reading: Reading, end: int) -> Sequence[Area]:
    """`work with children sentenced by the courts (court disposals)`: the bracket names the standard."""
    return [
        area
        for area in reading.areas_between(end, end + WINDOW)
        if not area.is_weak
        and area.standard != "other"
        and reading.text[area.span.start_char - 1] == "("
        and reading.text[area.span.end_char : area.span.end_char + 1] == ")"
        and 0 <= area.span.start_char - end <= 2
    ]


def listed_in_insertion(reading: Reading, predicate: int) -> Sequence[Area]:
    """`All four areas – assessment, planning, … – were rated`: the list set between a count and its predicate."""
    found = reading.ending(words.DASHED, predicate, reach=170) or reading.ending(_IN_BRACKETS, predicate, reach=170)
    if not found:
        return ()
    start = found.start()
    known = reading.areas_between(start, predicate)
    if not known or known[0].span.start_char - start > 12:
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
    if not lead or not known or known[0].span.start_char - lead.end() > 12:
        return ()
    return run_from(reading.text, known)


def trailed(reading: Reading, predicate: int) -> Sequence[Area]:
    """`Only planning fell short, with a rating of …`: the area stands in the clause before."""
    known = [area for area in reading.areas_between(reading.begin(predicate), predicate) if not area.is_weak]
    subjects = [area for area in known if _FARED.match(reading.text, area.span.end_char)]
    return run_from(reading.text, subjects or known) if known else ()


def also_judged(reading: Reading, end: int) -> Sequence[Area]:
    """`…, as was planning`, `… So was the quality of planning.`: areas that share the grade just given."""
    lead = words.AS_WAS.match(reading.text[end : end + 60])
    if not lead:
        return ()
    begin = end + lead.end()
    known = [
        area
        for area in areas(reading.text, begin, begin + _FURTHEST)
        if not area.is_weak or _ENDS.match(reading.text, area.span.end_char)
    ]
    return run_from(reading.text, known) if known and known[0].span.start_char - begin < 12 else ()


def between_verb_and_grade(reading: Reading, start: int, *, formal: bool) -> Sequence[Area]:
    """`rated leadership as`, `found the work with victims to be`: the area stands between the verb and the grade."""
    cue = reading.ending(words.TO_BE, start, reach=60)
    at = cue.start() if cue else start
    verb = words.JUDGING.search(reading.text, reading.clause(at), at)
    if not verb:
        return ()
    return [area for area in before_predicate(reading, at, formal=formal) if area.span.start_char >= verb.end()]


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


def after_for(reading: Reading, grade: Grade, *, given: bool = False) -> Sequence[Area]:
    """`‘Good’ for leadership, staffing and the work with victims`: the areas that follow; `given … to` them too."""
    text = reading.text
    ahead = reading.right(grade.span.end_char)[:80]
    lead = words.WENT_TO.match(ahead) or words.FOR.match(ahead) or (words.GIVEN_TO.match(ahead) if given else None)
    if not lead:
        return ()
    begin = grade.span.end_char + lead.end()
    limit = min(reading.span.end_char, begin + WINDOW)
    limit = reading.clause_end(begin, limit)
    known = reading.areas_between(begin, limit)
    if known and _LEADS_IN.fullmatch(text[begin : known[0].span.start_char]):
        return [replace(area, is_weak=False) for area in run_from(text, known)]
    work = _WORK.search(text, begin, min(limit, begin + 40))
    if work and _LEADS_IN.fullmatch(text[begin : work.start()]) and not limits.TALLY.search(text[begin:limit]):
        return (area_of(text, _phrase(text, work.start(), min(limit, begin + _FURTHEST))),)
    return ()


def work_named_after(reading: Reading, end: int) -> Sequence[Area]:
    """`the ‘Outstanding’ work on court disposals`: the piece of work whose attribute the grade is."""
    limit = min(reading.span.end_char, end + _FURTHEST)
    work = _WORK.match(reading.text, end + 1, limit)
    known = reading.areas_between(work.start(), limit) if work else ()
    if not work or not known or known[0].span.start_char - work.end() > 6:
        return ()
    return known[:1]


def named_after_count(reading: Reading, grade: Grade) -> Sequence[Area]:
    """`‘Good’ in three areas: leadership, staffing and planning`: a count that goes on to name them."""
    text = reading.text
    limit = min(reading.span.end_char, grade.span.end_char + _FURTHEST)
    further = grades(text, grade.span.end_char, limit)
    mark = _OPENS_LIST.search(text, grade.span.end_char, further[0].span.start_char if further else limit)
    known = reading.areas_between(mark.end(), mark.end() + WINDOW) if mark else ()
    if mark and _AND.search(text, grade.span.end_char, mark.start()):
        return ()  # `‘Good’ in two and ‘Inadequate’ in one – planning`
    if not mark or not known or known[0].span.start_char - mark.end() > 12:
        return ()
    return run_from(text, known)


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


def run_of(text: str, known: Sequence[Area]) -> Sequence[Area]:
    """The list at the end of `known`: the last area and those that only commas and `and` part from it."""
    listed = [known[-1]]
    for area in reversed(known[:-1]):
        if not joined(text, area.span.end_char, listed[0].span.start_char):
            break
        listed.insert(0, area)
    return listed


def run_from(text: str, known: Sequence[Area]) -> Sequence[Area]:
    """The list at the start of `known`."""
    listed = [known[0]]
    for area in known[1:]:
        if not joined(text, listed[-1].span.end_char, area.span.start_char):
            break
        listed.append(area)
    return listed


def _split_at_verbs(text: str, span: Span) -> list[Span]:
    """`work to assess their needs and to plan for them` is two pieces of work."""
    cut = _AND_TO.search(text, span.start_char, span.end_char)
    if not cut:
        return [span]
    return [
        Span(start_char=span.start_char, end_char=cut.start()),
        *_split_at_verbs(text, Span(start_char=cut.end(), end_char=span.end_char)),
    ]


def _phrase(text: str, start: int, end: int) -> Span:
    phrase = text[start:end]
    cut = _PHRASE_ENDS.search(phrase)
    phrase = (phrase[: cut.start()] if cut else phrase).rstrip(" ,")
    return Span(start_char=start, end_char=start + len(phrase))
