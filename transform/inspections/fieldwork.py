"""When the inspectors were there.  A time without a year gives nothing, nor does one of an earlier inspection."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.records import ParagraphKind, Release
from transform.dates import MONTHS, Spell, spells
from transform.organisations import Body
from transform.records import Span
from transform.sentences import sentences

_DONE = (
    r"took place|taking place|(?:was|were) (?:conducted|carried out|undertaken|completed|held|done|made)|held"
    r"|carried out|conducted"
    r"|undertaken|visit(?:ed|ing)|on site|started|began|ran|spent|stayed|joined"
)
_LOOKED = r"inspect(?:ed)?|read|examined?|look(?:ed)? at|interviewed|assess(?:ed)?|met|review(?:ed)?|visit(?:ed)?"
_IN_A_MONTH = rf"(?:in|during) (?:(?:early|late|mid)[ -])?(?:{'|'.join(MONTHS)}) 20[0-9]{{2}}"
_NOT_THIS = re.compile(
    r"\b(?:last (?:inspect\w{0,40}|visit\w{0,40}|time)|previous(?:ly)?|earlier|first inspected"
    r"|publish\w{0,40}(?![^.;]{0,120}\b(?:inspections?|screening|review)\b)|available"
    r"|embargo\w{0,40}|formal ownership"
    r"|contract|new programme|came into force|will (?:take|be|start|begin)|data|figures|statistics)\b",
    re.IGNORECASE,
)
_FIELDWORK = re.compile(r"\b(?:fieldwork|field work)\b", re.IGNORECASE)
# How sure a sentence is that its time is that of the inspection, surest first.
_WEIGHTS = (
    (
        2,
        re.compile(
            rf"\b(?:inspections?|screening|review|visits?|assessments?|inspectors|inspectorates?|team|study)\b[^.\n]{{0,200}}?\b(?:{_DONE})\b"
            r"|\b(?:they|inspectors|we) were (?:in|at|there|on site)\b"
            r"|\b(?:this one|it|they|these|each|both) (?:(?:was|were) )?(?:took place|carried out|conducted"
            r"|undertaken)\b|\binspections?\b[^.\n]{0,80}\b(?:was|were) led by\b"
            r"|\bat the time of (?:the|this|our) inspections? \(|\b(?:inspections?"
            rf"|inspectors)\b[^.;,\n]{{0,60}} {_IN_A_MONTH}\b"
            rf"|\b(?:{'|'.join(MONTHS)}) 20[0-9]{{2}} inspections?\b"
            r"|\b(?:findings|evidence|conclusions|based|draws?|drew|drawn|rests?|built|comes?|came|results?)"
            r" (?:\w{1,40} ){0,3}(?:from|on|of) (?:[\w-]{1,40} ){0,4}?(?:visits?|inspections?|interviews"
            r"|fieldwork|cases"
            r"|examination)\b",
            re.IGNORECASE,
        ),
    ),
    (
        1,
        re.compile(
            rf"\b(?:inspectors|inspectorates?|inspection|team|we|were|was|probation)\b[^.\n]{{0,140}}?\b(?:{_LOOKED})\b"
            r"|\b(?:inspected|visited) (?:in|during|between|from|over)\b",
            re.IGNORECASE,
        ),
    ),
)
# What came before or after the inspection; `after an inspection in May` is the inspection itself.
_BESIDE = re.compile(
    r"\b(?:prior to|before|after|following|ahead of|until|announced|report(?:s|ed)?)\b"
    r"(?:(?!\b(?:inspections?|inspected|inspecting|visit(?:s|ing)?|review|screening)\b)[^.;]){0,80}$|\bsince\b[^.;,]{0,80}$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"20[0-9]{2}")
_BEGAN = re.compile(
    r"\b(?:started|began|commenc\w{1,40}|beginning|starting|(?<!first )(?<!last )(?<!two )weeks? of)\b", re.IGNORECASE
)
_ENDED = re.compile(r"\b(?:ending|ended|finishing|finished|concluded|concluding) (?:on )?$")
_KINDS = {"crc": ("the CRC", "The CRC"), "nps_division": ("the NPS", "The NPS")}
_PAIR = (" respectively", ", respectively")
_OLDEST = timedelta(days=900)
# As far back as `_BESIDE` can begin.
_REACH = 120

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class _Window:
    weight: int
    sentence: Span
    times: tuple[Spell, ...]

    def days(self, text: str, at: int = 0) -> Days:
        """What its nth time says: a beginning or an end alone where only that is told."""
        time = self.times[at]
        start = self.times[at - 1].span.end_char if at else self.sentence.start_char
        lone = time.start == time.end and text.endswith("from ", 0, time.span.start_char)
        if lone or _BEGAN.search(text, start, time.span.start_char):
            return time.start, None
        return (None, time.end) if _ENDED.search(text, start, time.span.start_char) else (time.start, time.end)


def fieldwork(release: Release, reported: Sequence[Body]) -> dict[str, Days]:
    """First and last day of the fieldwork by name of the body; a window told once holds for all."""
    text = release.text
    found: dict[str, Days] = {}
    for window in sorted(_windows(release), key=lambda window: (-window.weight, window.sentence)):
        named = _named(text, window.sentence, reported)
        if len(named) == len(window.times) > 1:
            for at, body in enumerate(named):
                found.setdefault(body.name, window.days(text, at))
            continue
        split = _respectively(text, window) if len(named or reported) == len(_PAIR) else None
        for at, body in enumerate(named or reported):
            found.setdefault(body.name, split[at] if split else window.days(text))
    return found


def _respectively(text: str, window: _Window) -> tuple[Days, Days] | None:
    """`in March and April 2023 respectively`: the first month is of the first body, the last of the second."""
    time = window.times[0]
    if len(window.times) > 1 or not text.startswith(_PAIR, time.span.end_char):
        return None
    if (time.start.year, time.start.month) == (time.end.year, time.end.month) or time.start.day != 1:
        return None
    first_ends = (time.start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return (time.start, first_ends), (time.end.replace(day=1), time.end)


def _named(text: str, sentence: Span, reported: Sequence[Body]) -> list[Body]:
    """The bodies a sentence names, be it by their place alone, in the order of their naming."""
    places = []
    for body in reported:
        starts = [naming.span.start_char for naming in body.namings]
        starts += [
            text.find(naming.place_words, sentence.start_char, sentence.end_char)
            for naming in body.namings
            if naming.place_words
        ]
        starts += _by_kind(text, sentence, body, reported)
        inside = [start for start in starts if sentence.start_char <= start < sentence.end_char]
        if inside:
            places.append((min(inside), body))
    return [body for _, body in sorted(places, key=lambda place: place[0])]


def _by_kind(text: str, sentence: Span, body: Body, reported: Sequence[Body]) -> list[int]:
    """Where `the CRC` or `the NPS` means the one service of its kind that was inspected."""
    words = _KINDS.get(body.organisation_type, ())
    if sum(other.organisation_type == body.organisation_type for other in reported) > 1:
        return []
    return [text.find(word, sentence.start_char, sentence.end_char) for word in words]


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
            told = _FIELDWORK.search(text, sentence.start_char, sentence.end_char) if times else None
            inside = tuple(
                time
                for time in times
                if _is_its_time(
                    release, sentence, time, is_told=told is not None and told.end() <= time.span.start_char
                )
            )
            if inside:
                yield _Window(weight, sentence, inside)


def _weight(words: str) -> int:
    if _FIELDWORK.search(words):
        return 3
    if _NOT_THIS.search(words):
        return 0
    return next((weight for weight, pattern in _WEIGHTS if pattern.search(words)), 0)


def _is_its_time(release: Release, sentence: Span, time: Spell, *, is_told: bool) -> bool:
    """Whether the time can be that of the inspection: not long ago, and not that of what came before or after it.

    `is_told` says that the words before it call it that of fieldwork.
    """
    first = max(sentence.start_char, time.span.start_char - _REACH)
    if not is_told and _BESIDE.search(release.text, first, time.span.start_char):
        return False
    published = release.published_on
    return published is None or published - _OLDEST <= time.start <= published
