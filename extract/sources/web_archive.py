"""Releases as a web archive captured them: one capture for each, the newest good one, year by year.

Does not open the captures.  An archive that answers with a captcha or turns us away ends it (`Blocked`, from the
client); it is never got round.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from extract.errors import BadListing, Blocked, Gone, Refused, TransportFailed
from extract.poll_memory import KEPT_FOR, PollMemory
from extract.records import Listing, Sighting
from extract.robots import Closed
from extract.sources.cdx import Row, rows
from extract.sources.months import is_month_wanted, month_of
from extract.sources.source import Source
from extract.urls import canonical

if TYPE_CHECKING:
    from extract.http import Client

_BELOW = re.compile(r"/(?:\d{4}/\d{2}/)?(?!page$|feed$)(?!\d{1,4}$)[^/?]{1,400}")
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "unk")
# More addresses than this with the same bytes at the same time are one and the same page of another kind.
_MOST_ALIKE = 2


def listings(
    source: Source,
    client: "Client",
    memory: PollMemory,  # noqa: ARG001  every source has the same door
    *,
    since: date | None = None,
    until: date | None = None,
) -> Iterator[Listing]:
    """One listing a year and prefix, the latest year first; a release is in the first that has it.

    A capture is at least as young as its release, so that years before `since` are left out; `until` is looked at in
    the address, where that names a month.  Raises BadListing where an index ends early or holds nothing at all.
    """
    first = source.first_year if since is None else max(source.first_year, since.year)
    this_year = datetime.now(tz=UTC).year
    last = min(this_year, source.last_year or this_year)
    seen: set[str] = set()
    for year in range(last, first - 1, -1):
        for prefix in source.covers:
            found = _newest(_captures(source, client, prefix, year), prefix)
            fresh = [(url, row) for url, row in found.items() if url not in seen]
            seen.update(found)
            fresh.sort(key=lambda pair: pair[1].captured_at, reverse=True)
            wanted = tuple(
                _sighting(source, url, row) for url, row in fresh if is_month_wanted(month_of(url), since, until)
            )
            if wanted:
                yield Listing(sightings=wanted, next_url=None, claimed_total=None, way="archive")
    if not seen:
        raise BadListing("the archive's index holds no capture of a release", url=_index_url(source, "", last))


def _captures(source: Source, client: "Client", prefix: str, year: int) -> Iterator[Row]:
    url = _index_url(source, prefix, year)
    # pywb answers 404 where it has no capture.  Should the index itself be gone, no year has any, and that is named.
    with suppress(Gone):
        yield from rows(_whole(client.stream(url, source=source), url), source.dialect or "", url)


def _whole(chunks: Iterator[bytes], url: str) -> Iterator[bytes]:
    """The same pieces.  Raises BadListing where they break off; an archive out of reach is TransportFailed still."""
    begun = False
    try:
        for chunk in chunks:
            begun = True
            yield chunk
    except Closed as error:
        until = datetime.now(tz=UTC) + KEPT_FOR
        raise Blocked(f"the archive's index may not be read: {error.reason}", until=until, url=url) from error
    except Refused as error:
        raise BadListing(f"the archive's index may not be read: {error.reason}", url=url) from error
    except TransportFailed as error:
        if not begun:
            raise
        raise BadListing(f"the archive's index ended early ({error.reason})", url=url) from error


def _index_url(source: Source, prefix: str, year: int) -> str:
    query = {"url": prefix, "matchType": "prefix", "output": "json", "from": year, "to": year}
    if source.dialect == "json_array":
        query |= {"filter": "statuscode:200", "collapse": "digest"}
    return f"{source.base_url}{source.cdx}?{urlencode(query)}"


def _newest(captures: Iterator[Row], prefix: str) -> dict[str, Row]:
    """The newest good capture of each release.

    Good is a page with status 200 whose bytes are not those of other addresses too: a listing that answers for all
    that is gone, or an error page.
    """
    newest: dict[str, list[Row]] = defaultdict(list)
    alike: dict[str, set[str]] = defaultdict(set)
    start = canonical(f"https://{prefix}")
    for row in captures:
        if row.status != "200" or not row.mime.startswith(_PAGE_TYPES) or not row.original.startswith("http"):
            continue
        url = canonical(row.original)
        below = url.removeprefix(start)
        if below == url or _BELOW.fullmatch(below) is None:
            continue
        newest[url].append(row)
        if row.digest:
            alike[row.digest].add(url)
    chosen = {}
    for url, rows_of in newest.items():
        good = [row for row in rows_of if len(alike[row.digest]) <= _MOST_ALIKE]
        if good:
            chosen[url] = max(good, key=lambda row: row.stamp)
    return chosen


def _sighting(source: Source, url: str, row: Row) -> Sighting:
    # The archive has its own redirect for an address with a fragment or a port; it gets what it wrote itself.
    return Sighting(
        url=url,
        source=source.name,
        fetch_url=f"{source.base_url}{source.replay}{row.stamp}id_/{row.original}",
        captured_at=row.captured_at,
    )
