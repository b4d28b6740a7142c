"""Months: those an address names, and those between two days.  Knows no site."""

import re
from collections.abc import Iterator
from datetime import date

from extract.sources.source import Source

_IN_PATH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/[^/?]{1,400}$")


def month_of(url: str) -> date | None:
    """The first day of the month an old address names (`/2015/03/slug`); None where it names none."""
    found = _IN_PATH.search(url)
    return date(int(found[1]), int(found[2]), 1) if found is not None else None


def is_month_wanted(month: date | None, since: date | None, until: date | None) -> bool:
    """Whether some day of a month may lie between two days, both included.  No month: wanted."""
    if month is None:
        return True
    return (since is None or _next(month) > since) and (until is None or month <= until)


def months(source: Source, since: date, until: date) -> Iterator[date]:
    """The first days of the months a source may have something in, the latest first."""
    first = max(since.replace(day=1), date(source.first_year, 1, 1))
    last = until.replace(day=1)
    if source.last_year is not None:
        last = min(last, date(source.last_year, 12, 1))
    while last >= first:
        yield last
        last = date(last.year - (last.month == 1), (last.month - 2) % 12 + 1, 1)


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
