"""Dates of listings: London days and instants from what WordPress writes.  Reads no release."""

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london_day(written: str | None) -> date | None:
    """The London date of an ISO date or time; one without a zone is London's already.  None for anything else."""
    if not written:
        return None
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return at.date() if at.tzinfo is None else at.astimezone(LONDON).date()


def instant(written: str | None, *, zone: ZoneInfo | None = None) -> datetime | None:
    """The instant (UTC) of an ISO time; one without a zone is in `zone`, or UTC.  None for anything else."""
    if not written:
        return None
    try:
        at = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return (at if at.tzinfo is not None else at.replace(tzinfo=zone or UTC)).astimezone(UTC)


def day_of_mail_date(written: str | None) -> date | None:
    """The London date of a feed's `pubDate`.  None for anything else."""
    if not written:
        return None
    try:
        at = parsedate_to_datetime(written.strip())
    except ValueError:
        return None
    return (at if at.tzinfo is not None else at.replace(tzinfo=UTC)).astimezone(LONDON).date()


def is_wanted(published_on: date | None, since: date | None, until: date | None) -> bool:
    """Whether a day lies between two, both included.  What has no date is wanted: it is looked at once fetched."""
    if published_on is None:
        return True
    return (since is None or published_on >= since) and (until is None or published_on <= until)
