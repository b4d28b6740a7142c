"""What one sentence says with the words of the scale: which grade, of which area or body, now or earlier.

Grades are read in text order.  A grade takes what follows it after `for` or `in`, or else the areas, the piece of work
or the body that its predicate has as its subject.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from transform.organisations import Naming
from transform.ratings import limits, words
from transform.ratings.areas import Area, areas
from transform.ratings.reading import Reading
from transform.ratings.scale import Grade
from transform.ratings.several import grades_side_by_side, raised_from_to
from transform.ratings.single import single
from transform.ratings.statement import NearMiss, Statement
from transform.records import Span

_GRADES = 4
_WHOLE = ("robation ", "ustice ", "ffending ")
_SEVERAL = ("list of ", "handful of ", "number of ", "group of ", " other ", " few ", " many ", " most ", " several ")
_LONGEST_GAP = 110


def statements(
    text: str, span: Span, found: Sequence[Grade], namings: Sequence[Naming], told_on: date | None
) -> list[Statement | NearMiss]:
    """Everything the sentence at `span` says with the grades `found` in it; `told_on` is the day of the release."""
    found = _without_the_scale(text, span, found)
    if not found:
        return []
    known = _areas(text, span, found, namings)
    reading = Reading(
        text,
        span,
        known,
        tuple(namings),
        [area.span.start_char for area in known],
        [naming.span.start_char for naming in namings],
        told_on=told_on,
        boundary=span.start_char,
    )
    said: list[Statement | NearMiss] = []
    for group in _groups(text, found):
        said += _of_group(reading, group)
    return _with_then_and_now(text, said)


def _with_then_and_now(text: str, said: list[Statement | NearMiss]) -> list[Statement | NearMiss]:
    """`Staffing was ‘Good’ and is now ‘Inadequate’`: of two grades of one thing the first was given earlier."""
    for at, (first, second) in enumerate(pairwise(said)):
        if isinstance(first, NearMiss) or isinstance(second, NearMiss) or first.is_previous or second.is_previous:
            continue
        same = (first.area and first.area.standard, first.named) == (second.area and second.area.standard, second.named)
        between = text[first.span.end_char : second.span.end_char]
        if same and first.rating != second.rating and words.NOW_TOLD.search(between):
            said[at] = replace(first, is_previous=True)
    return said


def _areas(text: str, span: Span, found: Sequence[Grade], namings: Sequence[Naming]) -> tuple[Area, ...]:
    """Areas of the sentence that are neither part of a grade nor of a name, nor the `services` behind another one."""
    taken = sorted([grade.span for grade in found] + [naming.span for naming in namings])
    starts = [one.start_char for one in taken]
    kept: list[Area] = []
    for area in areas(text, span.start_char, span.end_char):
        at = bisect_left(starts, area.span.end_char)
        if at and taken[at - 1].end_char > area.span.start_char:
            continue
        if area.is_weak and kept and len(text[kept[-1].span.end_char : area.span.start_char].strip("’”' ")) == 0:
            continue
        if area.is_weak and text.endswith(_WHOLE, 0, area.span.start_char):
            continue  # `probation services in Ashdale` are the service, and no standard of it
        if area.is_weak and text.endswith(_SEVERAL, 0, area.span.start_char):
            continue  # `joins the list of services rated …`: other services
        kept.append(area)
    return tuple(kept)


def _without_the_scale(text: str, span: Span, found: Sequence[Grade]) -> Sequence[Grade]:
    """The grades given: none where the sentence tells the scale, the others where a list in it does."""
    sentence = span.of(text)
    if limits.CUSTOM.search(sentence):
        return ()
    first, kinds = 0, {found[0].rating}
    for at, (left, right) in enumerate(pairwise(found), start=1):
        gap = text[left.span.end_char : right.span.start_char]
        if not (words.OR.search(gap) or words.AND.search(gap)):
            first, kinds = at, set()
        kinds.add(right.rating)
        if len(kinds) == _GRADES:
            return (*found[:first], *found[at + 1 :])
    told = len({grade.rating for grade in found}) > 2 and limits.SCALE_TOLD.search(sentence)
    return () if told else found


def _groups(text: str, found: Sequence[Grade]) -> list[list[Grade]]:
    """Grades that share a predicate: `from A to B`, `A and B`, `A or B`."""
    groups: list[list[Grade]] = []
    for grade in found:
        if groups:
            gap = text[groups[-1][-1].span.end_char : grade.span.start_char]
            before = text[max(0, groups[-1][0].span.start_char - 90) : groups[-1][0].span.start_char]
            raised = len(groups[-1]) == 1 and words.TO.search(gap) and words.FROM.search(before)
            beside = words.OR.search(gap) or words.AND.search(gap) or raised
            if len(gap) < _LONGEST_GAP and beside:
                groups[-1].append(grade)
                continue
        groups.append([grade])
    return groups


def _of_group(reading: Reading, group: list[Grade]) -> list[Statement | NearMiss]:
    gaps = [reading.text[left.span.end_char : right.span.start_char] for left, right in pairwise(group)]
    if any(words.OR.search(gap) for gap in gaps):
        reading.boundary = group[-1].span.end_char
        return []
    if len(group) == 2 and words.TO.search(gaps[0]) and reading.ending(words.FROM, group[0].span.start_char):
        return raised_from_to(reading, group[0], group[1])
    if len(group) > 1:
        return grades_side_by_side(reading, group)
    return single(reading, group[0])
