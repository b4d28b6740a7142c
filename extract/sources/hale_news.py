"""Releases of a site with the Hale theme, by the first way that works: REST, listing pages, sitemap, feed.

Says which way it was (`Listing.way`).  What a way is, stands in its own module; here is only their order.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from extract.answers import Forbidden
from extract.errors import BadListing, Gone, Refused, TransportFailed
from extract.poll_memory import PollMemory, Probe, is_fresh
from extract.records import Listing
from extract.sources import feed, listing_pages, rest, sitemap
from extract.sources.asking import listing_url
from extract.sources.dates import is_wanted
from extract.sources.source import Source
from extract.urls import host

if TYPE_CHECKING:
    from extract.http import Client

WAYS = ("rest", "listing", "sitemap", "feed")
_ENDS_A_WAY = (BadListing, Gone, TransportFailed)
_MOST_PASSES = 3


class EmptyListing(BadListing):
    """A list that was answered, and holds nothing."""


def listings(
    source: Source, client: "Client", memory: PollMemory, *, since: date | None = None, until: date | None = None
) -> Iterator[Listing]:
    """What the site has, newest first (by the last change where REST tells it and no day is asked for).

    Read to its end without days, what was seen is compared with the site's own counter; where something moved between
    two pages, they are read once more.  Raises BadListing for an empty list and for one that is not what it claims.
    """
    way, first, rest_of_pages = _begun(source, client, memory, by_change=since is None and until is None)
    seen: set[str] = set()
    for attempt in range(_MOST_PASSES):
        claimed, shown = None, set[str]()
        for page in _chained(first, rest_of_pages):
            claimed = page.claimed_total
            fresh = tuple(one for one in page.sightings if one.url not in seen)
            shown.update(one.url for one in page.sightings)
            seen |= shown
            yield replace(page, sightings=tuple(one for one in fresh if is_wanted(one.published_on, since, until)))
            if since is not None and _all_before(page, since):
                return
        if claimed is None or claimed in {len(shown), len(seen)}:
            return
        if attempt + 1 < _MOST_PASSES:
            rest_of_pages = _pages(way, source, client, memory, by_change=False)
            first = _first(rest_of_pages, source)
    raise BadListing(f"it claims {claimed} items and shows {len(shown)}", url=listing_url(source))


def changes(source: Source, client: "Client", memory: PollMemory) -> Iterator[Listing]:
    """The sitemap's times of last change, once a day, where the listing does not tell of changes itself."""
    probe = memory.probes.get(source.name)
    if probe is not None and probe.way in {"rest", "sitemap"}:
        return
    now = datetime.now(tz=UTC)
    read_at = memory.sitemaps_read_at.get(source.name)
    if read_at is not None and is_fresh(read_at, now):
        return
    # A site without a sitemap still has its young releases read again once a day.
    with suppress(BadListing, Gone):
        yield from sitemap.pages(source, client)
    memory.sitemaps_read_at[source.name] = now


def _begun(
    source: Source, client: "Client", memory: PollMemory, *, by_change: bool
) -> tuple[str, Listing, Iterator[Listing]]:
    """The first way that works, its first page, and the pages after that.  Raises the last way's error."""
    probe = memory.probes.get(source.name)
    if probe is not None and is_fresh(probe.asked_at, datetime.now(tz=UTC)):
        try:
            pages = _pages(probe.way, source, client, memory, by_change=by_change)
            return probe.way, _first(pages, source), pages
        except (BadListing, Gone) as error:
            # What worked this morning does not now: look again from the top.
            del memory.probes[source.name]
            return _probed(source, client, memory, by_change=by_change, is_wrong=_is_wrong(probe.way, error))
    return _probed(source, client, memory, by_change=by_change, is_wrong=False)


def _probed(
    source: Source, client: "Client", memory: PollMemory, *, by_change: bool, is_wrong: bool
) -> tuple[str, Listing, Iterator[Listing]]:
    """The same by trying every way.  `is_wrong` is whether an answer showed already that the site is not as it was."""
    failures: list[str] = []
    unsure = False
    for way in WAYS:
        try:
            base = rest.rest_base(source, client) if way == "rest" else None
            _remember(source, memory, way, base)
            pages = _pages(way, source, client, memory, by_change=by_change)
            first = _first(pages, source)
        except Forbidden:
            if way == "rest":
                # Some sites close REST and turn away who asks for it; the next poll asks for the listing.
                _remember(source, memory, "listing", None)
            raise
        except _ENDS_A_WAY as error:
            memory.probes.pop(source.name, None)
            unsure = unsure or isinstance(error, TransportFailed)
            is_wrong = is_wrong or _is_wrong(way, error)
            failures.append(f"{way}: {error.reason}")
            continue
        if unsure:
            # A better way only failed for now; it is asked again next time.
            memory.probes.pop(source.name, None)
        return way, first, pages
    # That another way gave no answer is no reason to take a wrong one for a passing trouble.
    kind = TransportFailed if unsure and not is_wrong else BadListing
    raise kind(f"no way to list it works ({'; '.join(failures)})", url=listing_url(source))


def _is_wrong(way: str, error: Exception) -> bool:
    """Whether the site answered and what it showed is not what it must be: an empty list, or its listing redesigned.

    That REST is closed or serves no releases is nothing of the kind: on some sites it always was so.
    """
    if isinstance(error, EmptyListing):
        return True
    return way == "listing" and isinstance(error, BadListing) and not isinstance(error.__cause__, Refused)


def _remember(source: Source, memory: PollMemory, way: str, base: str | None) -> None:
    memory.probes[source.name] = Probe(way=way, rest_base=base, asked_at=datetime.now(tz=UTC))


def _pages(way: str, source: Source, client: "Client", memory: PollMemory, *, by_change: bool) -> Iterator[Listing]:
    if way == "rest":
        base = memory.probes[source.name].rest_base
        if base is None:
            raise BadListing("nothing is known of its post types", url=f"https://{host(source.base_url)}")
        return rest.pages(source, client, base, by_change=by_change)
    if way == "listing":
        return listing_pages.pages(source, client)
    if way == "sitemap":
        return sitemap.pages(source, client)
    return feed.pages(source, client, memory)


def _first(pages: Iterator[Listing], source: Source) -> Listing:
    first = next(pages, None)
    if first is None or (not first.sightings and not first.unchanged):
        raise EmptyListing("the listing is empty; was the site redesigned?", url=listing_url(source))
    return first


def _chained(first: Listing, others: Iterator[Listing]) -> Iterator[Listing]:
    yield first
    yield from others


def _all_before(page: Listing, since: date) -> bool:
    days = [one.published_on for one in page.sightings]
    return bool(days) and all(day is not None and day < since for day in days)
