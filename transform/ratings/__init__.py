"""Ratings a release says a service was given.  The scale is in use since 2018; earlier scales are left alone.

Sentences are read by `statements`; here each statement is given its organisation, and every area of a body keeps its
first mention.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.records import ParagraphKind, Release
from transform.organisations import Body, Naming
from transform.organisations.gazetteer import folded_place
from transform.ratings.era import is_before_the_scale, is_on_the_youth_scale, told_on
from transform.ratings.lists import list_statements
from transform.ratings.scale import Grade, grades
from transform.ratings.statement import NearMiss, Statement
from transform.ratings.statements import statements
from transform.ratings.whose import Context, context_of, judged_bodies
from transform.records import Doubt, Mention, Rating, Span
from transform.sentences import sentences

_RULE = "rating"
_IT_IS_NOW = re.compile(r"(?:It|This|That) (?:is|was|has) (?:now|today)\b")
_NEXT_SENTENCE = 60
_UNREAD = (ParagraphKind.TITLE, ParagraphKind.HEADING)


def ratings(
    release: Release, known: Sequence[Body], inspected: Sequence[Body], namings: Sequence[Naming]
) -> tuple[Mention[Rating] | Mention[Doubt], ...]:
    """Judgements on the scale, each with its organisation, in text order; near misses stand among them as doubts."""
    found = grades(release.text)
    if not found or is_on_the_youth_scale(release, inspected, found):
        return ()
    context = context_of(release.text, known, inspected, namings)
    said = _statements(release, found, namings)
    if not any(isinstance(one, Statement) and one.area is None and not one.is_previous for one in said):
        said += _title_statements(release, found, namings) or [
            one for one in list_statements(release, found, of_headings=True) if one.area is None
        ]
    return _rows(release, context, said)


def _statements(release: Release, found: Sequence[Grade], namings: Sequence[Naming]) -> list[Statement | NearMiss]:
    said: list[Statement | NearMiss] = []
    starts = [grade.span.start_char for grade in found]
    name_starts = [naming.span.start_char for naming in namings]
    said += list_statements(release, found)
    taken = {one.span.start_char for one in said}
    told = told_on(release)
    for paragraph in release.paragraphs:
        if paragraph.kind in _UNREAD:
            continue
        low, high = bisect_left(starts, paragraph.start_char), bisect_left(starts, paragraph.end_char)
        if low == high:
            continue
        whole = Span(start_char=paragraph.start_char, end_char=paragraph.end_char)
        if paragraph.start_char in taken:
            continue
        for sentence in sentences(release.text, whole):
            inside = found[bisect_left(starts, sentence.start_char) : bisect_left(starts, sentence.end_char)]
            if inside:
                names = namings[
                    bisect_left(name_starts, sentence.start_char) : bisect_left(name_starts, sentence.end_char)
                ]
                said += _of_what_was_told(
                    release.text, sentence, said, statements(release.text, sentence, inside, names, told)
                )
    return said


def _of_what_was_told(
    text: str, sentence: Span, before: Sequence[Statement | NearMiss], said: list[Statement | NearMiss]
) -> list[Statement | NearMiss]:
    """`Then leadership was ‘Inadequate’. It is now ‘Good’.`: `it` is the area just told as it was before."""
    last = before[-1] if before else None
    first = said[0] if said else None
    if not (isinstance(last, Statement) and isinstance(first, Statement) and last.area and last.is_previous):
        return said
    is_near = sentence.start_char - last.span.end_char < _NEXT_SENTENCE
    if is_near and first.area is None and _IT_IS_NOW.match(text, sentence.start_char):
        return [replace(first, area=last.area, named=last.named), *said[1:]]
    return said


def _title_statements(
    release: Release, found: Sequence[Grade], namings: Sequence[Naming]
) -> list[Statement | NearMiss]:
    """What only the title says: a service's overall grade that the body does not repeat."""
    title = Span(start_char=0, end_char=len(release.title))
    inside = [grade for grade in found if grade.span.end_char <= title.end_char]
    names = [naming for naming in namings if naming.span.end_char <= title.end_char]
    if not inside:
        return []
    said = [
        one
        for one in statements(release.text, title, inside, names, told_on(release))
        if isinstance(one, Statement) and one.area is None and one.is_graded
    ]
    return [*said, *_grade_beside_name(release.text, inside, names)] if not said else [*said]


def _grade_beside_name(text: str, found: Sequence[Grade], namings: Sequence[Naming]) -> list[Statement]:
    """`Ashdale YJS – ‘Inadequate’ and must improve`: only a title tells a grade so."""
    beside = ((naming, grade) for naming in namings for grade in found if naming.place and grade.is_marked)
    return [
        Statement(
            rule="beside_its_name",
            rating=grade.rating,
            area=None,
            named=(naming,),
            span=grade.span,
            is_graded=True,
            is_previous=False,
        )
        for naming, grade in beside
        if text[naming.span.end_char : grade.span.start_char] in (" – ", ": ", " - ", " — ", " ")
    ]


def _rows(
    release: Release, context: Context, said: Sequence[Statement | NearMiss]
) -> tuple[Mention[Rating] | Mention[Doubt], ...]:
    before_the_scale = is_before_the_scale(release)
    rows: dict[tuple[str, str, bool], Mention[Rating]] = {}
    places = {body.place: body.namings[0] for body in context.bodies if body.place}
    places |= {folded_place(naming.name): naming for body in context.bodies for naming in body.namings}
    doubts: list[Mention[Doubt]] = []
    for told in sorted(said, key=lambda each: (each.span, isinstance(each, Statement))):
        one = told if isinstance(told, NearMiss) else _as_service(told, places)
        if isinstance(one, NearMiss):
            doubts.append(Mention(rule=_RULE, span=one.span, value=Doubt(reason=one.reason)))
            continue
        judged = judged_bodies(context, one)
        if not judged:
            doubts.append(
                Mention(rule=one.rule, span=one.span, value=Doubt(reason="a grade for a service that is not named"))
            )
        for name in judged:
            rating = Rating(
                organisation=name,
                area=one.area.words if one.area else "overall",
                standard=one.area.standard if one.area else "overall",
                rating=one.rating,
                is_grade=one.is_graded and not before_the_scale,
                is_previous=one.is_previous,
            )
            key = (name, rating.area if rating.standard == "other" else rating.standard, rating.is_previous)
            mention = Mention(rule=one.rule, span=one.span, value=rating)
            earlier = rows.setdefault(key, mention)
            if rating.is_grade and not earlier.value.is_grade and earlier.value.rating == rating.rating:
                rows[key] = mention  # the words that give it as a grade say it better than the prose before them
            if earlier.value.rating != rating.rating and one.is_now and not one.is_previous:
                # `It was ‘Inadequate’. Now it is ‘Good’.`
                before = replace(earlier, value=replace(earlier.value, is_previous=True))
                rows.setdefault((*key[:2], True), before)
                rows[key] = mention
            elif earlier.value.rating != rating.rating:
                reason = f"a second grade for {rating.area} of {name}, after {earlier.value.rating}"
                doubts.append(Mention(rule=one.rule, span=one.span, value=Doubt(reason=reason)))
    kept = _with_later_ones(context, rows.values())
    return tuple(sorted((*kept, *doubts), key=lambda mention: mention.span))


def _as_service(one: Statement, places: Mapping[str, Naming]) -> Statement | NearMiss:
    """`Ashdale was rated ‘Good’`: what stands as an area is the place of a service, and the service is meant."""
    if one.area is None or one.area.standard != "other":
        return one
    naming = places.get(folded_place(one.area.words))
    if not naming and one.is_place:
        # `Unfortunately Ashdale was`: a name may begin behind the word in capitals before it.
        naming = places.get(folded_place(one.area.words.partition(" ")[2]))
        if not naming:
            return NearMiss(span=one.span, reason="a grade for a name that is not known as a service's")
    return replace(one, area=None, named=(naming,)) if naming else one


def _with_later_ones(context: Context, rows: Iterable[Mention[Rating]]) -> list[Mention[Rating]]:
    """Another service's judgement is an earlier one only where a later one of the same service is told too."""
    told = list(rows)
    now = {mention.value.organisation for mention in told if not mention.value.is_previous}
    now |= {body.name for body in context.inspected}
    return [
        mention
        if mention.value.organisation in now
        else replace(mention, value=replace(mention.value, is_previous=False))
        for mention in told
    ]
