"""What one sentence says with the words of the scale: which grade, of which area or body, now or earlier.

The parts are read in text order.  A grade takes what follows it after `for` or `in`, or else the areas, the piece of
work or the body its predicate has as its subject.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transform.organisations import Naming
from transform.ratings import predicates as turn
from transform.ratings.areas import Area, area_of, areas
from transform.ratings.scale import Grade
from transform.records import Span

WINDOW = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A judgement as its sentence has it.  `area` is null for the service as a whole.

    `named` are the bodies its own words judge, in text order (empty where the sentence leaves that to its context);
    `is_graded` where the words give it as a grade.
    """

    rule: str
    rating: str
    area: Area | None
    named: tuple[Naming, ...]
    span: Span
    is_graded: bool
    is_previous: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Words of the scale, set off as a grade, that nothing in their sentence takes."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the areas and bodies it names."""

    text: str
    span: Span
    areas: tuple[Area, ...]
    namings: tuple[Naming, ...]


@dataclass(slots=True)
class _Reader:
    """State kept while the grades of one sentence are read from left to right."""

    sentence: Sentence
    boundary: int
    predicated: bool = False
    formal: bool = False
    named: tuple[Naming, ...] = ()

    def left(self, end: int) -> str:
        return self.sentence.text[max(self.boundary, end - WINDOW) : end]


def statements(text: str, span: Span, found: Sequence[Grade], namings: Sequence[Naming]) -> list[Statement | NearMiss]:
    """Everything the sentence at `span` says with the grades `found` in it."""
    if _tells_the_scale(span.of(text), found):
        return []
    sentence = Sentence(text, span, _apart(areas(text, span.start_char, span.end_char), found), tuple(namings))
    reader = _Reader(sentence, span.start_char)
    said: list[Statement | NearMiss] = []
    for group in _groups(text, found):
        said += _of_group(reader, group)
    return said


def _tells_the_scale(words: str, found: Sequence[Grade]) -> bool:
    kinds = {grade.rating for grade in found}
    return len(kinds) == 4 or (len(kinds) == 3 and turn.SCALE.search(words) is not None)


def _apart(known: Sequence[Area], found: Sequence[Grade]) -> tuple[Area, ...]:
    return tuple(area for area in known if not any(area.span.overlaps(grade.span) for grade in found))


def _groups(text: str, found: Sequence[Grade]) -> list[list[Grade]]:
    """Grades that share a predicate: `from A to B`, `A and B`, `A or B`."""
    groups: list[list[Grade]] = []
    for grade in found:
        if groups:
            gap = text[groups[-1][-1].span.end_char : grade.span.start_char]
            if len(gap) < 90 and (
                turn.OR.search(gap) or turn.AND.search(gap) or (turn.TO.search(gap) and len(groups[-1]) == 1)
            ):
                groups[-1].append(grade)
                continue
        groups.append([grade])
    return groups


def _of_group(reader: _Reader, group: list[Grade]) -> list[Statement | NearMiss]:
    text = reader.sentence.text
    first, last = group[0], group[-1]
    gaps = [text[a.span.end_char : b.span.start_char] for a, b in zip(group, group[1:], strict=False)]
    if any(turn.OR.search(gap) for gap in gaps):
        reader.boundary = last.span.end_char
        return []
    left = reader.left(first.span.start_char)
    if len(group) == 2 and turn.TO.search(gaps[0]) and turn.FROM.search(left):
        return _raised(reader, first, last)
    if len(group) > 1:
        return _respectively(reader, group)
    return _single(reader, first)


def _raised(reader: _Reader, before: Grade, after: Grade) -> list[Statement | NearMiss]:
    """`raised from A to B`: A is the earlier judgement."""
    cue = turn.FROM.search(reader.left(before.span.start_char))
    assert cue is not None
    end = before.span.start_char - (len(cue[0]))
    subject = _right_areas(reader, after) or _left_areas(reader, end, formal=True)
    whole = tuple(subject)
    named = _bodies_before(reader, before.span.start_char)
    reader.boundary = max([after.span.end_char, *(area.span.end_char for area in whole)])
    made: list[Statement | NearMiss] = []
    for grade, is_previous in ((before, True), (after, False)):
        span = (
            Span(start_char=end, end_char=after.span.end_char)
            if not is_previous
            else Span(start_char=end, end_char=grade.span.end_char)
        )
        for area in whole or (None,):
            made.append(
                Statement(
                    rule="raised_from_to",
                    rating=grade.rating,
                    area=area,
                    named=named,
                    span=_cover(reader, span, area),
                    is_graded=True,
                    is_previous=is_previous,
                )
            )
    reader.predicated = reader.formal = True
    return made


def _respectively(reader: _Reader, group: list[Grade]) -> list[Statement | NearMiss]:
    """Several grades beside each other: one each for as many areas or bodies, in the same order."""
    text = reader.sentence.text
    start, end = group[0].span.start_char, group[-1].span.end_char
    listed = _left_areas(reader, _predicate_start(reader, start), formal=True)
    bodies = _bodies_listed(reader, _predicate_start(reader, start))
    right = _right_areas(reader, group[-1])
    reader.boundary = max([end, *(area.span.end_char for area in right)])
    whole = Span(start_char=start, end_char=end)
    for items in (listed, right):
        if len(items) == len(group):
            return [
                Statement(
                    rule="respectively",
                    rating=grade.rating,
                    area=area,
                    named=_bodies_before(reader, start),
                    span=_cover(reader, Span(start_char=start, end_char=grade.span.end_char), area),
                    is_graded=True,
                    is_previous=_is_previous(reader, grade),
                )
                for grade, area in zip(group, items, strict=True)
            ]
    if len(bodies) == len(group):
        return [
            Statement(
                rule="respectively",
                rating=grade.rating,
                area=None,
                named=(body,),
                span=Span(start_char=min(start, body.span.start_char), end_char=grade.span.end_char),
                is_graded=True,
                is_previous=_is_previous(reader, grade),
            )
            for grade, body in zip(group, bodies, strict=True)
        ]
    if turn.RESPECTIVELY.search(text[end : end + 60]) and not turn.TALLY.search(reader.left(start)):
        return [NearMiss(span=whole, reason="grades told respectively, of which the bodies or areas were not found")]
    return []


def _single(reader: _Reader, grade: Grade) -> list[Statement | NearMiss]:
    text = reader.sentence.text
    start = grade.span.start_char
    left = reader.left(start)
    right = text[grade.span.end_char : reader.sentence.span.end_char]
    floor = reader.boundary
    reader.boundary = grade.span.end_char
    rated = turn.RATED.search(left)
    rating_of = turn.RATING_OF.search(left)
    noun_after = turn.NOUN_AFTER.search(right)
    copula = turn.COPULA.search(left)
    to_be = turn.TO_BE.search(left)
    formal = grade.is_formal or bool(rated or rating_of or (noun_after and turn.GIVEN.search(left)))
    if turn.NOT_BEFORE.search(left) and not grade.is_marked:
        return []
    if copula and copula["modal"] and copula["modal"].strip().lower() not in ("to",) and not rated:
        return []
    if not grade.is_formal and not _closes(right, rated is not None or rating_of is not None or noun_after is not None):
        return _to_a_standard(reader, grade, left, right, floor)
    reader.boundary = floor
    overall = _is_overall(left, right)
    predicate = start
    for cue in (rated, rating_of, copula, to_be):
        if cue:
            predicate = min(predicate, _window_start(reader, start) + cue.start())
            break
    given = turn.GIVEN.search(reader.left(predicate)) if (rating_of or noun_after) else turn.GIVEN_DIRECT.search(left)
    if given and not rated:
        predicate = _window_start(reader, predicate if (rating_of or noun_after) else start) + given.start()
    if _is_tally(reader, predicate):
        listed = _listed_after_colon(reader, grade)
        reader.boundary = grade.span.end_char
        if not listed:
            return []
        return _made(reader, grade, "areas_listed", listed, (), predicate, formal=True)
    right_areas: Sequence[Area] = () if overall and not noun_after else _right_areas(reader, grade)
    if right_areas and formal:
        named = _bodies_before(reader, start)
        reader.boundary = max(grade.span.end_char, right_areas[-1].span.end_char)
        return _made(reader, grade, "graded_for", right_areas, named, predicate, formal=True)
    if (
        turn.FOR.search(right)
        and turn.TALLY.search(right[:90])
        and turn.FOR.search(right)[0].strip().lower() not in ("across",)
    ):  # type: ignore[index]
        listed = _listed_after_colon(reader, grade)
        reader.boundary = grade.span.end_char
        return _made(reader, grade, "areas_listed", listed, (), predicate, formal=True) if listed and formal else []
    has_predicate = bool(rated or rating_of or copula or to_be or given)
    if overall:
        named = _bodies_listed(reader, predicate) or _bodies_before(reader, start) or _bodies_after(reader, grade)
        reader.boundary = grade.span.end_char
        rule = "overall_grade" if formal else "overall_in_prose"
        return _made(reader, grade, rule, (), named, predicate, formal=formal)
    subject = _left_areas(reader, predicate, formal=formal) or _judged_areas(reader, start, formal=formal)
    adjacent = _adjacent_areas(reader, start) if grade.is_formal or reader.predicated else ()
    if (subject and has_predicate) or adjacent:
        chosen = subject if subject and has_predicate else adjacent
        named = _bodies_before(reader, start)
        rule = "graded" if formal else "judged_in_prose"
        if (
            adjacent
            and not has_predicate
            and not reader.predicated
            and not turn.JUDGING.search(left)
            and not grade.is_marked
        ):
            return []
        return _made(
            reader, grade, rule, chosen, named, predicate, formal=formal or (not has_predicate and reader.formal)
        )
    if not formal or (not has_predicate and not reader.predicated):
        reader.boundary = grade.span.end_char
        return _attributive(reader, grade, right) if grade.is_marked else []
    bodies = _bodies_listed(reader, predicate)
    words = _subject_words(reader, predicate)
    if bodies or turn.SERVICE.search(words) or rating_of or given or _all_of_them(reader, predicate):
        named = bodies or _bodies_before(reader, start) or _bodies_after(reader, grade)
        return _made(reader, grade, "service_graded", (), named, predicate, formal=formal)
    phrase = _noun_phrase(reader, predicate)
    if phrase and grade.is_formal:
        return _made(
            reader, grade, "graded", (area_of(text, phrase),), _bodies_before(reader, start), predicate, formal=True
        )
    reader.boundary = grade.span.end_char
    return (
        [NearMiss(span=grade.span, reason="a grade of which neither area nor service was found")]
        if grade.is_marked
        else []
    )


def _made(
    reader: _Reader,
    grade: Grade,
    rule: str,
    judged: Sequence[Area],
    named: tuple[Naming, ...],
    predicate: int,
    *,
    formal: bool,
) -> list[Statement | NearMiss]:
    is_previous = _is_previous(reader, grade)
    span = Span(start_char=min(predicate, grade.span.start_char), end_char=grade.span.end_char)
    made: list[Statement | NearMiss] = []
    for area in judged or (None,):
        made.append(
            Statement(
                rule=rule,
                rating=grade.rating,
                area=area,
                named=named,
                span=_cover(reader, span, area),
                is_graded=formal,
                is_previous=is_previous,
            )
        )
    reader.boundary = max([grade.span.end_char, *(area.span.end_char for area in judged)])
    reader.predicated, reader.formal, reader.named = True, formal, named
    return made


def _cover(reader: _Reader, span: Span, area: Area | None) -> Span:
    """Both, with the mark that opens in front of the area where it closes inside."""
    start, end = span.start_char, span.end_char
    if area is not None:
        start, end = min(start, area.span.start_char), max(end, area.span.end_char)
    text = reader.sentence.text
    if (
        start > reader.sentence.span.start_char
        and text[start - 1] in "‘“"
        and (text.find("’", start, end) > 0 or text.find("”", start, end) > 0)
    ):
        start -= 1
    return Span(start_char=start, end_char=end)


def _closes(right: str, given: bool) -> bool:
    if turn.SHARE_AFTER.search(right):
        return False
    return turn.ENDS_CLAUSE.search(right) is not None or (given and turn.NOUN_AFTER.search(right) is not None)


def _is_overall(left: str, right: str) -> bool:
    return turn.OVERALL_BEFORE.search(left) is not None or turn.OVERALL_AFTER.search(right) is not None


def _window_start(reader: _Reader, end: int) -> int:
    return max(reader.boundary, end - WINDOW)


def _predicate_start(reader: _Reader, start: int) -> int:
    left = reader.left(start)
    for pattern in (turn.RATED, turn.RATING_OF, turn.COPULA, turn.TO_BE):
        cue = pattern.search(left)
        if cue:
            at = _window_start(reader, start) + cue.start()
            given = turn.GIVEN.search(reader.left(at)) if pattern is turn.RATING_OF else None
            return _window_start(reader, at) + given.start() if given else at
    given = turn.GIVEN_DIRECT.search(left)
    return _window_start(reader, start) + given.start() if given else start


def _clause_start(reader: _Reader, end: int) -> int:
    begin = max(reader.boundary, end - WINDOW)
    last = begin
    for cut in turn.CLAUSE.finditer(reader.sentence.text, begin, end):
        last = cut.end()
    return last


def _subject_words(reader: _Reader, predicate: int) -> str:
    return reader.sentence.text[_clause_start(reader, predicate) : predicate]


def _is_tally(reader: _Reader, predicate: int) -> bool:
    """Whether the subject counts services or standards, and is no area of work that stands after the count."""
    begin = _clause_start(reader, predicate)
    counts = list(turn.TALLY.finditer(reader.sentence.text, begin, predicate))
    if not counts or _all_of_them(reader, predicate):
        return False
    judged = _left_areas(reader, predicate, formal=False)
    return not judged or judged[0].span.start_char < counts[-1].end()


def _all_of_them(reader: _Reader, predicate: int) -> bool:
    words = _subject_words(reader, predicate)
    return re.search(
        r"\b(?:both|all (?:of (?:the|these) )?(?:two|three|four|five|six)|each|these (?:two|three|four)|trio)\b",
        words,
        re.IGNORECASE,
    ) is not None and (
        re.search(r"\b(?:standards?|areas|aspects|elements|cases|domains|categories)\b", words, re.IGNORECASE) is None
        or re.search(r"\bareas of (?!work|practice|inspect)", words) is not None
    )


def _left_areas(reader: _Reader, predicate: int, *, formal: bool) -> Sequence[Area]:
    """The areas that are the subject of a predicate starting at `predicate`: a list, or a piece of work."""
    text = reader.sentence.text
    begin = _clause_start(reader, predicate)
    work = [found for found in turn.WORK.finditer(text, begin, predicate)]
    known = [
        area for area in reader.sentence.areas if begin <= area.span.start_char and area.span.end_char <= predicate
    ]
    if not formal:
        known = [area for area in known if not area.is_weak]
    if work and (not known or work[-1].start() <= known[-1].span.start_char) and predicate - work[-1].start() <= 130:
        phrase = _trimmed(text, work[-1].start(), predicate)
        piece = area_of(text, phrase)
        listed = [area for area in known if area.span.end_char <= work[-1].start()]
        return (*_list_ending(text, [*listed, piece])[:-1], piece) if listed else (piece,)
    if not known or predicate - known[-1].span.end_char > 110:
        return ()
    between = text[known[-1].span.end_char : predicate]
    if re.search(r"[.;:()]|\b(?:was|were|is|are|has|have|had|had|can|need)\b", between):
        return ()
    return _list_ending(text, known)


def _list_ending(text: str, known: Sequence[Area]) -> Sequence[Area]:
    """The run of areas at the end of `known` that only commas and `and` part."""
    listed = [known[-1]]
    for area in reversed(known[:-1]):
        gap = text[area.span.end_char : listed[0].span.start_char]
        if not turn.LIST_GAP.search(gap):
            break
        listed.insert(0, area)
    return listed


def _judged_areas(reader: _Reader, start: int, *, formal: bool) -> Sequence[Area]:
    """`rated leadership as`, `found the work with victims to be`: the area stands between the verb and the grade."""
    left = reader.left(start)
    cue = turn.TO_BE.search(left)
    at = _window_start(reader, start) + (cue.start() if cue else len(left))
    if not turn.JUDGING.search(reader.sentence.text[_clause_start(reader, at) : at]):
        return ()
    return _left_areas(reader, at, formal=formal)


def _adjacent_areas(reader: _Reader, start: int) -> Sequence[Area]:
    """`staffing ‘Outstanding’`: the area stands right before its grade."""
    text = reader.sentence.text
    known = [
        area
        for area in reader.sentence.areas
        if reader.boundary <= area.span.start_char and area.span.end_char <= start
    ]
    if not known or not re.fullmatch(
        r"[’”']? ?(?:work |services |provision )?(?:as |– |— |- |: |\()?", text[known[-1].span.end_char : start]
    ):
        return ()
    return _list_ending(text, known)


def _right_areas(reader: _Reader, grade: Grade) -> Sequence[Area]:
    """`‘Good’ for leadership, staffing and the work with victims`: the areas that follow."""
    text = reader.sentence.text
    end = reader.sentence.span.end_char
    lead = turn.FOR.search(text[grade.span.end_char : min(end, grade.span.end_char + 80)])
    if not lead:
        return ()
    begin = grade.span.end_char + lead.end()
    stop = turn.CLAUSE.search(text, begin, end)
    limit = min(stop.start() if stop else end, begin + WINDOW)
    known = [area for area in reader.sentence.areas if begin <= area.span.start_char and area.span.end_char <= limit]
    gap = text[begin : known[0].span.start_char] if known else ""
    if known and re.fullmatch(
        r"(?:(?:its|the|their|both|all|how|case|area|areas|of|standards?|work|quality|in|to|with|on|regional|overall|effective|organisation’s|service’s|PDU’s|CRC’s) ?|[‘“'\"’]|PDU|CRC|’s ?){0,8}",
        gap,
        re.IGNORECASE,
    ):
        listed = [known[0]]
        for area in known[1:]:
            if not turn.LIST_GAP.search(text[listed[-1].span.end_char : area.span.start_char]):
                break
            listed.append(area)
        return [replace(area, is_weak=False) for area in listed]
    words = text[begin:limit]
    if turn.WORK.match(text, begin) and not turn.TALLY.search(words):
        return (area_of(text, _trimmed(text, begin, begin + min(len(words), 110))),)
    return ()


def _listed_after_colon(reader: _Reader, grade: Grade) -> Sequence[Area]:
    """`‘Good’ in three areas: leadership, staffing and planning`: a tally that goes on to name them."""
    text = reader.sentence.text
    end = reader.sentence.span.end_char
    mark = re.compile(r"[:(]| [–—-] |, (?:including|namely) ").search(
        text, grade.span.end_char, min(end, grade.span.end_char + 120)
    )
    if not mark:
        return ()
    known = [area for area in reader.sentence.areas if area.span.start_char >= mark.end()]
    if not known or known[0].span.start_char - mark.end() > 12:
        return ()
    listed = [known[0]]
    for area in known[1:]:
        if not turn.LIST_GAP.search(text[listed[-1].span.end_char : area.span.start_char]):
            break
        listed.append(area)
    return listed


def _attributive(reader: _Reader, grade: Grade, right: str) -> list[Statement | NearMiss]:
    """`with ‘Outstanding’ leadership`: a grade in marks right before the area it is given to."""
    if turn.NOUN_AFTER.search(right):
        return [NearMiss(span=grade.span, reason="a grade of which neither area nor service was found")]
    begin = grade.span.end_char
    known = [area for area in reader.sentence.areas if area.span.start_char == begin + 1]
    return (
        _made(reader, grade, "graded_work", known[:1], _bodies_before(reader, begin), begin, formal=True)
        if known
        else []
    )


def _to_a_standard(reader: _Reader, grade: Grade, left: str, right: str, floor: int) -> list[Statement | NearMiss]:
    """`to a good standard overall` judges the service; without `overall` it is praise."""
    after = turn.STANDARD_AFTER.search(right)
    if not after or not turn.STANDARD.search(left):
        return []
    if not (after["overall"] or re.search(r"\boverall\b", left[-60:], re.IGNORECASE)):
        return []
    reader.boundary = floor
    end = grade.span.end_char + after.end()
    start = grade.span.start_char - len(turn.STANDARD.search(left)[0])  # type: ignore[index]
    made = Statement(
        rule="to_a_standard_overall",
        rating=grade.rating,
        area=None,
        named=_bodies_before(reader, start),
        span=Span(start_char=start, end_char=end),
        is_graded=False,
        is_previous=_is_previous(reader, grade),
    )
    reader.boundary = end
    return [made]


def _noun_phrase(reader: _Reader, predicate: int) -> Span | None:
    """The words of the clause before its predicate, where they are few enough to be one thing."""
    begin = _clause_start(reader, predicate)
    words = reader.sentence.text[begin:predicate]
    plain = re.sub(
        r"^(?:[,\s]|(?:and|also|overall|however|inspectors|meanwhile|in addition|additionally|finally|that|found|the|its|their|with|has|have|had),? )+",
        "",
        words,
        flags=re.IGNORECASE,
    )
    phrase = plain.rstrip(" ,")
    if not phrase or len(phrase.split()) > 10 or re.search(r"[.:;()“”]", phrase) or not phrase[0].isalpha():
        return None
    start = begin + len(words) - len(plain)
    return Span(start_char=start, end_char=start + len(phrase))


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    cut = re.search(r", (?:and|with|while|but|which|who)\b|[.;:(]| [–—-] | (?:has|have|had) (?:been )?$", words)
    if cut:
        words = words[: cut.start()]
    words = re.sub(r"[,\s]+$", "", words)
    lead = re.match(r"(?:’s |s’ |that |of )", words)
    begin = start + (lead.end() if lead else 0)
    return Span(start_char=begin, end_char=start + len(words))


def _bodies_listed(reader: _Reader, predicate: int) -> tuple[Naming, ...]:
    """Bodies that are the subject of a predicate: the last naming before it and those it is listed with."""
    text = reader.sentence.text
    begin = reader.boundary
    known = [
        naming
        for naming in reader.sentence.namings
        if begin <= naming.span.start_char and naming.span.end_char <= predicate
    ]
    if not known or predicate - known[-1].span.end_char > 120:
        return ()
    listed = [known[-1]]
    for naming in reversed(known[:-1]):
        if not turn.LIST_GAP.search(text[naming.span.end_char : listed[0].span.start_char]):
            break
        listed.insert(0, naming)
    return tuple(listed)


def _bodies_before(reader: _Reader, end: int) -> tuple[Naming, ...]:
    """The nearest body named before `end` in this sentence."""
    known = [naming for naming in reader.sentence.namings if naming.span.end_char <= end]
    return (known[-1],) if known else ()


def _bodies_after(reader: _Reader, grade: Grade) -> tuple[Naming, ...]:
    """`An overall rating of ‘Good’ has been given to Essex CRC`: the body follows."""
    known = [naming for naming in reader.sentence.namings if naming.span.start_char >= grade.span.end_char]
    return (known[0],) if known and known[0].span.start_char - grade.span.end_char < 80 else ()


def _is_previous(reader: _Reader, grade: Grade) -> bool:
    text = reader.sentence.text
    start = max(reader.sentence.span.start_char, grade.span.start_char - 160)
    for cut in re.finditer(
        r"[;]| [–—] |, (?:and|but) |\b(?:but|while|whilst|now)\b", text[start : grade.span.start_char]
    ):
        if cut[0].strip().lower() == "now":
            return False
    left = text[start : grade.span.start_char]
    cuts = list(re.finditer(r"; | [–—] |, (?:but|while|whilst|and (?:is|has|was now|now))\b|\bbut\b", left))
    clause = left[cuts[-1].end() :] if cuts else left
    if turn.NOW.search(clause):
        return False
    if turn.PREVIOUS_BEFORE.search(clause):
        return True
    right = text[grade.span.end_char : min(reader.sentence.span.end_char, grade.span.end_char + 90)]
    return turn.PREVIOUS_AFTER.search(right) is not None
