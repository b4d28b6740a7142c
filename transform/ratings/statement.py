"""A judgement as its sentence has it, before it is known whose it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transform.organisations import Naming
from transform.ratings.areas import Area
from transform.ratings.earlier import is_previous, is_told_now
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.records import Span

_EXPLAINED = re.compile(r"\b(?:lowest|highest|top|bottom|best|worst|poorest)[^.;‘“]{0,60}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """`area` is null for the service as a whole; `named` are the bodies its own words judge, in text order.

    `named` is empty where the sentence leaves that to its context; `is_graded` where the words give it as a grade;
    `is_place` where `area` is a name that may be the place of a service, and no area of work;
    `is_now` where they tell it as the latest of several; `is_of_several` where `both` or `each` is their subject.
    """

    rule: str
    rating: str
    area: Area | None
    named: tuple[Naming, ...]
    span: Span
    is_graded: bool
    is_previous: bool
    is_now: bool = False
    is_of_several: bool = False
    is_place: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """Words of the scale, set off as a grade, that nothing in their sentence takes."""

    span: Span
    reason: str


def stated(
    reading: Reading,
    grade: Grade,
    *,
    rule: str,
    judged: Sequence[Area],
    named: tuple[Naming, ...],
    start: int,
    formal: bool,
    earlier: bool | None = None,
    several: bool = False,
    place: bool = False,
) -> list[Statement | NearMiss]:
    """One statement for each area (for the service where there is none), its words from `start` to the grade."""
    begin = min(start, grade.span.start_char)
    if _EXPLAINED.search(reading.text, begin, grade.span.start_char):
        begin = grade.span.start_char  # `the lowest rating possible (‘Inadequate’)`: what explains a grade says none
    span = Span(start_char=begin, end_char=grade.span.end_char)
    told_earlier = is_previous(reading.text, reading.span, grade.span, reading.told_on) if earlier is None else earlier
    made: list[Statement | NearMiss] = [
        Statement(
            rule=rule,
            rating=grade.rating,
            area=area,
            named=named,
            span=_cover(reading, span, area if area is None or area.span.start_char >= reading.boundary else None),
            is_graded=formal,
            is_previous=told_earlier,
            is_now=is_told_now(reading.text, reading.span, grade.span),
            is_of_several=several,
            is_place=place,
        )
        for area in judged or (None,)
    ]
    reading.boundary = max([grade.span.end_char, *(area.span.end_char for area in judged)])
    reading.predicated, reading.formal, reading.judged = True, formal, tuple(judged)
    return made


def _cover(reading: Reading, span: Span, area: Area | None) -> Span:
    """Both, with the mark that opens in front of them where it closes inside."""
    start, end = span.start_char, span.end_char
    if area is not None:
        start, end = min(start, area.span.start_char), max(end, area.span.end_char)
    text = reading.text
    if (
        start > reading.span.start_char
        and text[start - 1] in "‘“"
        and any(text.find(mark, start, end) > 0 for mark in "’”")
    ):
        start -= 1
    return Span(start_char=start, end_char=end)
