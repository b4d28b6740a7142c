"""On which scale a release judges: the one in use since 2018, or that of the youth inspections before it."""

import re
from collections.abc import Sequence
from datetime import date

from extract.records import Release
from transform.organisations import Body
from transform.ratings.scale import Grade
from transform.vocabulary import load

_MONTH_OF_URL = re.compile(r"/(?P<year>20[0-9]{2})/(?P<month>0[1-9]|1[0-2])/")
# A piece of youth work called so is graded on the older scale.
_OLDER_GRADE = re.compile(
    r"\b(?:was|were|is|are|as|remain(?:s|ed)?|judged|rated) (?:[a-z]{2,12} ){0,2}(?:un)?satisfactory\b", re.IGNORECASE
)


def is_before_the_scale(release: Release) -> bool:
    """Whether the release is older than the scale: by its date, else by the month its address tells."""
    began: date = load("scale")["began_on"]
    told = told_on(release)
    return told is not None and told < began


def told_on(release: Release) -> date | None:
    """The release's date, else the first of the month its address tells; null where neither is known."""
    return release.published_on or _month_of(release.url)


def is_on_the_youth_scale(release: Release, inspected: Sequence[Body], found: Sequence[Grade]) -> bool:
    """Whether these are the grades of the youth inspections before 2018, of which `satisfactory` is the sign."""
    if not inspected or any(body.organisation_type != "yos" for body in inspected):
        return False
    if "satisfactory" not in release.text.lower():
        return False
    if release.published_on is not None or _month_of(release.url) is not None:
        return is_before_the_scale(release)
    return not any(grade.is_formal for grade in found) and _OLDER_GRADE.search(release.text) is not None


def _month_of(url: str | None) -> date | None:
    """The month an old address was made in: a bound for the era, and no date of the release."""
    found = _MONTH_OF_URL.search(url) if url else None
    return date(int(found["year"]), int(found["month"]), 1) if found else None
