"""Grades given in lists and tables: an item or a cell that names the area, and the grade beside or above it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extract.records import Paragraph, ParagraphKind, Release
from transform.ratings.areas import Area, area_of
from transform.ratings.scale import Grade
from transform.ratings.statement import Statement
from transform.records import Span

# `Leadership – ‘Good’`, `Staffing: Requires improvement`, `Overall rating – Good`
_ITEM = re.compile(
    r"^[•*–— -]{0,20}(?P<area>[^:–—\n]{2,70}?)(?: ?[:–—] ?| - |\t{1,8})(?:rated |judged )?(?:as )?$", re.IGNORECASE
)
_ITEMS = (ParagraphKind.BULLET, ParagraphKind.CELL, ParagraphKind.TEXT, ParagraphKind.NOTE)
# What stands between a grade and the colon that opens its list.
_LEAD = re.compile(
    r"^(?: (?:ratings?|grades?))?(?: overall)?(?: (?:for|in|on|across|against)\b[^.;:]{0,60})?:$", re.IGNORECASE
)
_IS_SENTENCE = re.compile(
    r"[0-9“”]|\b(?:was|were|is|are|had|has|have|that|who|which|not|been|too|more)\b", re.IGNORECASE
)
# Labels of the grade of the whole: `Overall`, `Headline finding`, `Its rating has not changed since 2018`.
_OVERALL = re.compile(
    r"^\W{0,20}(?:overall\b|(?:(?:the|its|our|their|final|headline|inspection|current|new) ){0,3}"
    r"(?:ratings?|grade|judgement|verdict|finding|outcome|result)\b(?! (?:for|of|on|in)\b))",
    re.IGNORECASE,
)
_MOST_WORDS = 9
_SHORTEST, _LONGEST = 3, 90


def list_statements(release: Release, found: Sequence[Grade], *, of_headings: bool = False) -> list[Statement]:
    """Judgements given by the form of a list, each with the item or cell that says it as its span.

    `of_headings` gives those of headings instead, which count only where nothing else says the same.
    """
    text = release.text
    starts = [grade.span.start_char for grade in found]
    parts = [
        (part, found[bisect_left(starts, part.start_char) : bisect_left(starts, part.end_char)])
        for part in release.paragraphs
    ]
    said: list[Statement] = []
    if of_headings:
        headings = [(part, inside) for part, inside in parts if part.kind is ParagraphKind.HEADING]
        return [one for part, inside in headings for one in _item(text, part, inside)]
    for part, inside in parts:
        if part.kind in _ITEMS and part.end_char - part.start_char <= _LONGEST:
            said += _item(text, part, inside)
    for (left, in_left), (right, in_right) in pairwise(parts):
        if left.kind is right.kind is ParagraphKind.CELL and not in_left:
            said += _cells(text, left, right, in_right)
    return said + _under_a_lead(text, parts)


def _item(text: str, paragraph: Paragraph, inside: Sequence[Grade]) -> list[Statement]:
    if len(inside) != 1 or not inside[0].is_formal:
        return []
    grade = inside[0]
    lead = _ITEM.match(text[paragraph.start_char : grade.span.start_char])
    rest = text[grade.span.end_char : paragraph.end_char].strip(" .;,)")
    if not lead or rest:
        return []
    if _IS_SENTENCE.search(lead["area"]) and not _OVERALL.match(lead["area"]):
        return []
    start = paragraph.start_char + lead.start("area")
    return [_statement(text, Span(start_char=start, end_char=start + len(lead["area"])), grade, paragraph)]


def _cells(text: str, left: Paragraph, right: Paragraph, inside: Sequence[Grade]) -> list[Statement]:
    if len(inside) != 1 or inside[0].span.end_char - inside[0].span.start_char < right.end_char - right.start_char - 2:
        return []
    if not _SHORTEST <= left.end_char - left.start_char <= _LONGEST:
        return []
    return [_statement(text, Span(start_char=left.start_char, end_char=left.end_char), inside[0], right)]


def _under_a_lead(text: str, parts: Sequence[tuple[Paragraph, Sequence[Grade]]]) -> list[Statement]:
    """`It was rated ‘Outstanding’ for:` and then one area an item."""
    said: list[Statement] = []
    grade: Grade | None = None
    for paragraph, inside in parts:
        if paragraph.kind is ParagraphKind.BULLET:
            if grade and _is_area(text[paragraph.start_char : paragraph.end_char]) and not inside:
                whole = Span(start_char=paragraph.start_char, end_char=paragraph.end_char)
                said.append(_statement(text, whole, grade, paragraph))
            continue
        last = inside[-1] if inside else None
        leads = last and last.is_formal and _LEAD.search(text[last.span.end_char : paragraph.end_char])
        grade = last if leads else None
    return said


def _is_area(item: str) -> bool:
    return 1 <= len(item.split()) <= _MOST_WORDS and _IS_SENTENCE.search(item) is None


def _statement(text: str, phrase: Span, grade: Grade, item: Paragraph) -> Statement:
    words = phrase.of(text)
    area: Area | None = None if _OVERALL.match(words) else area_of(text, _without_marks(text, phrase))
    return Statement(
        rule="list_item",
        rating=grade.rating,
        area=area,
        named=(),
        span=Span(start_char=item.start_char, end_char=item.end_char),
        is_graded=True,
        is_previous=False,
    )


def _without_marks(text: str, span: Span) -> Span:
    start, end = span.start_char, span.end_char
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return Span(start_char=start, end_char=end)
