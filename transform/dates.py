"""Dates and spells of time as releases write them: a day, a month, a range of either.

A month gives its first and last day.  A spell without any year gives nothing: no year is guessed.  Seasons are not
turned into dates, since a release never says where a season begins.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from transform.records import Span

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3]: number for number, name in enumerate(MONTHS, start=1)
}
_NUMBER["sept"] = 9
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?"
_MONTH = (
    r"(?P<{0}month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
_ANY_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_DAY = r"(?:(?P<{0}day>[0-3]?[0-9])(?:st|nd|rd|th)?(?: of)? )?"
_YEAR = r"(?:,? (?P<{0}year>(?:19|20)[0-9]{{2}})\b)?"


def _point(name: str) -> str:
    return (_WEEKDAY.replace("{", "{{").replace("}", "}}") + _DAY + _MONTH + _YEAR).format(name)


# `late April and early May`: how far into its month a time lies tells no day.
_JOIN = r"(?: ?(?:and|to|until|till|through to|up to|-|–|—|/) ?(?:(?:early|mid|late)[ -])?)"
# `6 to 17 June 2022`, `between 6 and 17 June 2022`: the first day leaves its month to the second.
_SPELL = re.compile(
    r"(?<![\w£.])(?:(?P<lone>[0-3]?[0-9])(?:st|nd|rd"
    rf"|th)?{_JOIN})?{_point('a')}(?:(?:, {_ANY_MONTH}){{0,3}},?{_JOIN}{_point('b')})?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A time from one day to another, both included, and the words that say it."""

    start: date
    end: date
    span: Span


def spells(text: str, start_char: int = 0, end_char: int | None = None) -> tuple[Spell, ...]:
    """The times of `text` in this range that carry a year, in text order; a lone month is all of its days."""
    end_char = len(text) if end_char is None else end_char
    found = (_spell(match) for match in _SPELL.finditer(text, start_char, end_char))
    return tuple(spell for spell in found if spell)


def _spell(match: re.Match[str]) -> Spell | None:
    first_month = _NUMBER[match["amonth"].lower()]
    last_month = _NUMBER[match["bmonth"].lower()] if match["bmonth"] else first_month
    if match["amonth"] == "may" and not match["aday"] and not match["lone"]:
        return None  # the verb
    year = match["byear"] or match["ayear"]
    if year is None:
        return None
    last_year = int(year)
    first_year = int(match["ayear"]) if match["ayear"] else last_year
    if not match["ayear"] and first_month > last_month:
        first_year -= 1  # `from November to January 2019` began the year before
    if match["lone"] and not match["bmonth"] and not match["aday"]:
        return None
    first_day = match["lone"] or match["aday"] if not match["bmonth"] else match["aday"]
    last_day = match["bday"] if match["bmonth"] else match["aday"]
    start = _day(first_year, first_month, first_day, 1)
    end = _day(last_year, last_month, last_day, monthrange(last_year, last_month)[1])
    if start is None or end is None or start > end:
        return None
    return Spell(start=start, end=end, span=Span(start_char=match.start(), end_char=match.end()))


def _day(year: int, month: int, day: str | None, otherwise: int) -> date | None:
    try:
        return date(year, month, int(day) if day else otherwise)
    except ValueError:
        return None
