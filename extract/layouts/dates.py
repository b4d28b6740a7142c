"""The day a release was published: what the page says, else its embargo, else `today` with the year of the address.

Decision 22 of the annotation guide; the month of an address alone is no date.  All are London dates; no clock is read.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from extract.records import DateFrom

LONDON = ZoneInfo("Europe/London")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? {0,2}(?:the )?)?"
_DAY_MONTH = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? {1,2}" + _MONTH + r"\b\.?"
_DATE = re.compile(r"\b" + _DAY_MONTH + r",? {1,2}(?P<year>20[0-9]{2})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    _MONTH + r" {1,2}(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?,? {1,2}(?P<year>20[0-9]{2})\b", re.IGNORECASE
)
_YEARLESS = re.compile(r"\b" + _DAY_MONTH, re.IGNORECASE)
_ISO = re.compile(r"(?P<year>20[0-9]{2})-(?P<number>[01][0-9])-(?P<day>[0-3][0-9])")
_TODAY = re.compile(
    r"\btoday,? ?\(? ?" + _WEEKDAY + _DAY_MONTH + r"(?:,? {1,2}(?P<year>20[0-9]{2}))?(?P<close> ?\))?", re.IGNORECASE
)
_EMBARGO = re.compile(
    r"\bembargo|\b00[.:]?0[0-5](?:hrs|am| ?hours)?\b|\b12[.:]0[01] ?am\b|\b(?:after|at|from|until) midnight\b",
    re.IGNORECASE,
)
_AVAILABLE = re.compile(r"\b(?:available|found|published|accessed|viewed|read)\b", re.IGNORECASE)
_WHEN = re.compile(r"\b(?:on|from|at)\b ", re.IGNORECASE)
_PUBLISHED_NOTE = re.compile(r"(?:[0-9]{1,2}[.)] {0,2})?published(?: on|:) ", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:previous|earlier|last|was published|were published|first published)\b", re.IGNORECASE)
# What a release presents; `The report was published on` is about this one, `His report on prisons was …` may be not.
_THIS = re.compile(
    r"\breports?\b|\b(?:the|this|our) (?:[\w-]{1,40} ){0,2}(?:reviews?|inspections?|findings|statement|bulletin)\b",
    re.IGNORECASE,
)
_WAS_PUBLISHED = re.compile(
    r"^(?:[0-9]{1,2}[.)] {0,2})?(?:the|this|our) (?:full |inspection )?(?:report|review|statement|bulletin) "
    r"(?:was|is|were|will be) (?:first )?published(?: in full| online)? (?:on|at) ",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z“‘])")
_YEAR_IN_PATH = re.compile(r"/(20[0-9]{2})/(?:[01][0-9])(?=/|$)")


def published(
    paragraphs: Sequence[str], *, stated: date | None, notes_at: int | None, url: str | None
) -> tuple[date | None, DateFrom | None]:
    """When a release was published and what says so; both null where nothing does.

    `stated` is the page's own date.  `paragraphs` are clean, the title first; `notes_at` numbers the first note.
    """
    if stated is not None:
        return stated, DateFrom.PAGE
    year = year_in(url)
    notes = paragraphs[notes_at:] if notes_at is not None else ()
    body = paragraphs[:notes_at]
    for paragraph in (*notes, *body):
        if found := _embargo(paragraph, year):
            return found, DateFrom.EMBARGO
    for paragraph in notes:
        if found := _available(paragraph):
            return found, DateFrom.EMBARGO
        if (line := _PUBLISHED_NOTE.match(paragraph)) and (found := _first_day(paragraph[line.end() :])):
            return found, DateFrom.PAGE
    for paragraph in (*body, *notes):
        if found := _today(paragraph, year):
            return found, DateFrom.TEXT
    return None, None


def day_named(words: str) -> date | None:
    """The first whole date written in these words (`3 April 2019`, `April 3, 2019`, `2019-04-03`); null if none is."""
    for pattern in (_DATE, _MONTH_FIRST, _ISO):
        for found in pattern.finditer(words):
            if day := _day(found, int(found["year"])):
                return day
    return None


def _first_day(words: str) -> date | None:
    """The whole date these words begin with; null where they begin with anything else."""
    found = _DATE.match(words)
    return _day(found, int(found["year"])) if found else None


def day_of_instant(written: str) -> date | None:
    """The London day of a `datetime` attribute; one without an offset is London time already; null if it is none."""
    try:
        instant = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return instant.date() if instant.tzinfo is None else instant.astimezone(LONDON).date()


def year_in(url: str | None) -> int | None:
    """The year in an address that has `/YYYY/MM/`; null elsewhere."""
    found = _YEAR_IN_PATH.search(url) if url else None
    return int(found[1]) if found else None


def _embargo(paragraph: str, year: int | None) -> date | None:
    """The date nearest after an embargo's cue, else the nearest before it, in the same paragraph."""
    for cue in _EMBARGO.finditer(paragraph):
        after = paragraph[cue.end() : cue.end() + 80]
        before = paragraph[max(0, cue.start() - 60) : cue.start()]
        if day := day_named(after) or day_named(before):
            return day
        if year and (found := _YEARLESS.search(after)):
            return _day(found, year)
    return None


def _available(paragraph: str) -> date | None:
    """The date from which a note says the report is available."""
    for sentence in _SENTENCE.split(paragraph[:2000]):
        found = _AVAILABLE.search(sentence)
        told = _THIS.search(sentence, 0, found.start()) if found else None
        if found is None or told is None or (_EARLIER.search(sentence) and not _WAS_PUBLISHED.search(sentence)):
            continue
        if (day := day_named(sentence[found.end() :])) and _WHEN.search(sentence, found.end()):
            return day
    return None


def _today(paragraph: str, year: int | None) -> date | None:
    """`today (03 December)`, with its own year or the address's."""
    for found in _TODAY.finditer(paragraph):
        stated = found["year"] or year
        if stated and (day := _day(found, int(stated))):
            return day
    return None


def _day(found: re.Match[str], year: int) -> date | None:
    """The date a match names; null where the calendar has no such day."""
    groups = found.groupdict()
    month = int(groups["number"]) if "number" in groups else _MONTHS.index(groups["month"][:3].lower()) + 1
    try:
        return date(year, month, int(groups["day"]))
    except ValueError:
        return None
