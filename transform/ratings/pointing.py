"""Areas a grade only points at: `that work`, `rated it`, what stands in front of a bracket."""

import re
from collections.abc import Sequence

from transform.ratings import clauses
from transform.ratings.areas import Area, area_of, areas
from transform.ratings.pieces import run_of
from transform.ratings.reading import WINDOW, Reading
from transform.records import Span

_HEAD = re.compile(r"\W{0,3}(?:(?:on|for|in|as for|when it comes to) )?(?:(?:its|the|their) )?", re.IGNORECASE)
_HEADS = re.compile(r" (?:for|of|in) (?:the |its )?")
_NEAR = 3
# Longer than any phrase of the vocabulary: what begins further on heads nothing.
_LONGEST = 120
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|on|at|for) (?:its |the |their )?(?P<words>[\w’-]{2,30}(?: [\w’-]{1,30}){0,5}) \($"
)


def pointed_back(reading: Reading, predicate: int) -> Sequence[Area]:
    """`inspectors rated that work ‘Good’`: the area named last, in this paragraph or in the one before."""
    begin = max(reading.text.rfind("\n\n", 0, max(0, reading.text.rfind("\n\n", 0, predicate))), predicate - WINDOW, 0)
    known = [area for area in areas(reading.text, begin, predicate) if not area.is_weak and area.standard != "other"]
    if len(known) > 1 and _HEADS.fullmatch(reading.text, known[-2].span.end_char, known[-1].span.start_char):
        return known[-2:-1]  # `assessments for out-of-court disposals` are assessments
    return known[-1:]


def of_sentence_before(reading: Reading) -> Sequence[Area]:
    """The areas of the sentence before this one, in the same paragraph."""
    start = reading.span.start_char
    begin = max(reading.text.rfind("\n", 0, start) + 1, start - WINDOW)
    stops = [stop.end() for stop in clauses.STOP.finditer(reading.text[begin:start].rstrip())]
    return areas(reading.text, begin + (stops[-1] if stops else 0), start)


def topic(reading: Reading, predicate: int) -> Sequence[Area]:
    """`On unpaid work the news is better: inspectors rated it ‘Good’`: the area heading this or the last sentence.

    None where a service stands in between, for then `it` is the service.
    """
    text, start = reading.text, reading.span.start_char
    paragraph = max(text.rfind("\n", 0, start) + 1, start - WINDOW)
    before = text[paragraph:start].rstrip()
    stops = [stop.end() for stop in clauses.STOP.finditer(before)]
    last = paragraph + (stops[-1] if stops else 0)
    for begin in (start, last):
        head = _HEAD.match(text, begin, predicate)
        if not head:
            continue
        known = [area for area in areas(text, begin, min(predicate, head.end() + _LONGEST)) if not area.is_weak]
        if known and known[0].span.start_char - head.end() < _NEAR:
            return () if reading.namings_between(begin, predicate) else known[:1]
    return ()


def before_bracket(reading: Reading, bracket: int) -> Sequence[Area]:
    """`its planning (rated ‘Good’)`, `in its use of data (‘Good’)`: what stands in front of the bracket opened here."""
    text = reading.text
    known = reading.areas_between(reading.begin(bracket), bracket)
    if known and not text[known[-1].span.end_char : bracket].strip("’”' "):
        return run_of(text, known)
    found = reading.ending(_AFTER_PREPOSITION, bracket + 1)
    if not found or reading.namings_between(found.start(), bracket):
        return ()
    return (area_of(text, Span(start_char=found.start("words"), end_char=found.end("words"))),)
