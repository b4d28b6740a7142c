"""The month an old address names, and whether it lies between two days.  Knows no site."""

import re
from datetime import date

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


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
