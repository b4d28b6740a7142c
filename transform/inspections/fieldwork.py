"""When the inspectors were there.  A time without a year gives nothing, nor does one that lies before the inspection told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.records import ParagraphKind, Release
from transform.dates import MONTHS, Spell, spells
from transform.organisations import Body
from transform.records import Span
from transform.sentences import sentences

# What the sentence must hold, and how sure it is that its time is that of the fieldwork.
_FIELDWORK = re.compile(r"\b(?:fieldwork|field work)\b", re.IGNORECASE)
_TOOK_PLACE = re.compile(
    r"\b(?:inspections?|screening|review|visits?|assessments?|inspectors|team|study)\b[^.\n]{0,200}?"
    r"\b(?:took place|(?:was|were) (?:conducted|carried out|undertaken|completed|held|done|made)|held|carried out|conducted|undertaken|visited"
    r"|on site|started|began|ran|spent)\b",
    re.IGNORECASE,
)
_INSPECTED = re.compile(
    r"\b(?:inspectors|inspectorate|inspection team|the team|we|were|was)\b[^.\n]{0,80}?\b(?:inspected|read|examined|looked at|interviewed|assessed|met|reviewed)\b",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:last (?:inspect\w*|visit\w*|time)|previous(?:ly)?|earlier|first inspected|since|publish\w*|available|embargo\w*|formal ownership|contract|came into force"
    r"|will (?:take|be|start|begin)|data|figures|statistics)\b",
    re.IGNORECASE,
)
_AT_THE_TIME = re.compile(r"\bat the time of (?:the|this|our) inspections? \(", re.IGNORECASE)
_INSPECTION_IN = re.compile(
    rf"\b(?:inspections?|inspectors)\b[^.;,\n]{{0,60}} (?:in|during) (?:(?:early|late|mid)[ -])?(?:{'|'.join(MONTHS)}) 20[0-9]{{2}}\b|\b(?:{'|'.join(MONTHS)}) 20[0-9]{{2}} inspections?\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\b(?:prior to|before|after|following|ahead of|since|until|announced|report(?:s|ed)?)\b[^.;]{0,80}$", re.IGNORECASE
)
_YEAR = re.compile(r"\b20[0-9]{2}\b")
_BEGAN = re.compile(r"\b(?:started|began|commenc\w+|beginning|starting)\b", re.IGNORECASE)
_OLDEST = timedelta(days=900)


@dataclass(frozen=True, slots=True)
class _Window:
    weight: int
    sentence: Span
    times: tuple[Spell, ...]

    def first(self, text: str) -> tuple[date | None, date | None]:
        time = self.times[0]
        if _BEGAN.search(text[self.sentence.start_char : time.span.start_char]):
            return time.start, None
        return time.start, time.end


def fieldwork(release: Release, reported: Sequence[Body]) -> dict[str, tuple[date | None, date | None]]:
    """First and last day of the fieldwork by name of the body; a window told once holds for all."""
    text = release.text
    windows = sorted(_windows(release), key=lambda window: (-window.weight, window.sentence))
    found: dict[str, tuple[date | None, date | None]] = {}
    for window in windows:
        named = [
            body
            for body in reported
            if any(
                window.sentence.start_char <= naming.span.start_char < window.sentence.end_char
                for naming in body.namings
            )
        ]
        if len(named) == len(window.times) > 1:
            for body, time in zip(named, window.times, strict=True):
                found.setdefault(body.name, (time.start, time.end))
        elif named and len(named) < len(reported):
            for body in named:
                found.setdefault(body.name, window.first(text))
        else:
            for body in reported:
                found.setdefault(body.name, window.first(text))
    return found


def _windows(release: Release) -> Iterator[_Window]:
    text = release.text
    for paragraph in release.paragraphs:
        if paragraph.kind in (ParagraphKind.TITLE, ParagraphKind.HEADING):
            continue
        if not _YEAR.search(text, paragraph.start_char, paragraph.end_char):
            continue
        for sentence in sentences(text, Span(start_char=paragraph.start_char, end_char=paragraph.end_char)):
            if not _YEAR.search(text, sentence.start_char, sentence.end_char):
                continue
            weight = _weight(sentence.of(text))
            times = spells(text, sentence.start_char, sentence.end_char) if weight else ()
            inside = tuple(time for time in times if _is_its_time(release, sentence, time))
            if inside:
                yield _Window(weight, sentence, inside)


def _weight(words: str) -> int:
    if _FIELDWORK.search(words):
        return 3
    if _NOT_THIS.search(words):
        return 0
    if _TOOK_PLACE.search(words):
        return 2
    if _AT_THE_TIME.search(words) or _INSPECTION_IN.search(words):
        return 2
    return 1 if _INSPECTED.search(words) else 0


def _is_its_time(release: Release, sentence: Span, time: Spell) -> bool:
    """Whether the time can be that of the inspection: not long ago, and not that of what came before or after it."""
    before = release.text[sentence.start_char : time.span.start_char]
    if _BESIDE.search(before) and not _FIELDWORK.search(before):
        return False
    published = release.published_on
    return published is None or published - _OLDEST <= time.start <= published
