"""When the inspectors were there.  A time without a year gives nothing."""

import re
from collections.abc import Sequence
from datetime import date

from extract.records import Release
from transform.dates import spells
from transform.organisations import Body

_CUE = re.compile(
    r"\b(?:fieldwork|(?:the|this|our|these|both|each) inspections?[^.\n]{0,80}?(?:took place|was (?:conducted|carried out|undertaken|completed)|were (?:conducted|carried out|undertaken|completed)|started|began)"
    r"|inspectors (?:visited|inspected|were in|carried out)|inspection (?:took place|was (?:conducted|carried out|undertaken))|inspections (?:took place|were)|(?:was|were) inspected|we inspected|visited)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:last|previous(?:ly)?|earlier|first inspected|since)\b", re.IGNORECASE)
_BEGAN = re.compile(r"\b(?:started|began|commenc\w+)\b", re.IGNORECASE)


def fieldwork(release: Release, reported: Sequence[Body]) -> dict[str, tuple[date | None, date | None]]:
    """First and last day of the fieldwork by name of the body; a window told once holds for all."""
    text = release.text
    found: dict[str, tuple[date | None, date | None]] = {}
    common: tuple[date | None, date | None] | None = None
    strong = False
    for cue in _CUE.finditer(text):
        end = _sentence_end(text, cue.start())
        if _PAST.search(text[max(0, cue.start() - 30) : end]) and "ieldwork" not in cue[0]:
            continue
        times = spells(text, cue.start(), end)
        if not times:
            continue
        window: tuple[date | None, date | None] = (times[0].start, times[0].end)
        if _BEGAN.search(text[cue.start() : times[0].span.start_char]):
            window = (times[0].start, None)
        sentence_start = max(text.rfind("\n", 0, cue.start()), text.rfind(". ", 0, cue.start())) + 1
        named = [
            body for body in reported if any(sentence_start <= naming.span.start_char < end for naming in body.namings)
        ]
        is_strong = cue[0].lower().startswith("fieldwork")
        if len(named) == len(times) > 1:
            for body, time in zip(named, times, strict=True):
                found.setdefault(body.name, (time.start, time.end))
        elif named and len(named) < len(reported):
            for body in named:
                found.setdefault(body.name, window)
        elif common is None or (is_strong and not strong):
            common, strong = window, is_strong
    if common:
        for body in reported:
            found.setdefault(body.name, common)
    return found


def _sentence_end(text: str, start: int) -> int:
    stop = re.compile(r"\.(?=\s|$)|\n").search(text, start)
    return stop.start() if stop else len(text)
