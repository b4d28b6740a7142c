"""Sentences of a paragraph.  Knows abbreviations, initials, figures and quote marks; judges no grammar."""

import re

from transform.records import Span

# What ends a sentence: a stop, perhaps with the marks or brackets that close with it, before white space.
_STOP = re.compile(r"[.?!…][.?!]{0,5}(?:[”’\"')\]»]{0,4})(?=\s)")
# Abbreviations and single initials before a full stop; `No.` only before a figure.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Hon|Rt|Cllr|Sgt|Insp|Supt|Co|Ltd|Inc|vs|[Aa]pprox|cf|etc|e\.g|i\.e|a\.m|p\.m|ibid|pp|para|fig|vol|ed)"
    r"|(?<![\w’'])[A-Z])\.$"
)
_OPENS = re.compile(r"\s{1,8}[“‘\"'(\[«]{0,3}(?:[A-Z0-9À-ÖØ-Þ£•]|[“‘\"'«])")


def sentences(text: str, paragraph: Span) -> list[Span]:
    """Spans of the sentences of `text` within `paragraph`, in order, without the white space between them.

    A stop inside quote marks ends a sentence too; who needs the writer's own sentence joins them again.
    An empty paragraph gives none.
    """
    spans: list[Span] = []
    start = _after_space(text, paragraph.start_char, paragraph.end_char)
    for stop in _STOP.finditer(text, start, paragraph.end_char):
        if stop.start() < start or not _ends_here(text, stop, paragraph.end_char):
            continue
        spans.append(Span(start_char=start, end_char=stop.end()))
        start = _after_space(text, stop.end(), paragraph.end_char)
    end = paragraph.end_char
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start_char=start, end_char=end))
    return spans


def _ends_here(text: str, stop: re.Match[str], limit: int) -> bool:
    if not _OPENS.match(text, stop.end(), limit):
        return False
    if text[stop.start()] != "." or stop.end() - stop.start() > 1:
        return True
    before = text[max(0, stop.start() - 12) : stop.start() + 1]
    if before.endswith("No.") and text[stop.end() : stop.end() + 2].strip().isdigit():
        return False
    return _SHORT.search(before) is None


def _after_space(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
