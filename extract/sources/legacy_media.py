"""Releases of the site as it was until March 2025: its month archives, or the pages of its listing.

Reads links alone: what the old theme put around them nobody has seen, and an address tells a release by its form,
`/media/press-releases/YYYY/MM/slug/`.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag

from extract.errors import BadListing, Gone
from extract.poll_memory import PollMemory
from extract.records import Document, Listing, Sighting
from extract.sources.asking import Elsewhere, as_page, asked, is_item, listing_url, sighting
from extract.sources.dates import is_wanted, london_day
from extract.sources.months import is_month_wanted, month_of
from extract.sources.source import Source
from extract.urls import absolute, canonical

if TYPE_CHECKING:
    from extract.http import Client

_MOST_PAGES = 1000


def listings(
    source: Source,
    client: "Client",
    memory: PollMemory,  # noqa: ARG001  every source has the same door
    *,
    since: date | None = None,
    until: date | None = None,
) -> Iterator[Listing]:
    """Newest first: month by month where a first day is asked for, else the pages of the listing.

    Raises BadListing where a list holds nothing at all, and Gone where the old site has no list any more.
    """
    if since is None:
        pages = _pages(listing_url(source), source, client, "listing")
    else:
        pages = _month_pages(source, client, since, until)
    seen: set[str] = set()
    for page in pages:
        wanted = tuple(one for one in page.sightings if one.url not in seen and _is_wanted(one, since, until))
        seen.update(one.url for one in page.sightings)
        yield Listing(sightings=wanted, next_url=page.next_url, claimed_total=None, way=page.way)
    if not seen:
        raise BadListing("no release is found there; does the old site still answer?", url=listing_url(source))


def _is_wanted(one: Sighting, since: date | None, until: date | None) -> bool:
    return is_wanted(one.published_on, since, until) and is_month_wanted(month_of(one.url), since, until)


def _month_pages(source: Source, client: "Client", since: date, until: date | None) -> Iterator[Listing]:
    """The months the listing links to, the latest first, and what the listing's own first page shows.

    A listing without such links is read page by page.  Months nobody links to are not guessed: the site charges for it.
    """
    start = listing_url(source)
    document = _asked(start, client, source)
    page = as_page(document)
    months = _months(page, document, source)
    if not months:
        yield from _pages(start, source, client, "listing")
        return
    yield Listing(sightings=_sightings(page, document, source), next_url=None, claimed_total=None, way="months")
    for month, address in sorted(months.items(), reverse=True):
        if is_month_wanted(month, since, until):
            with suppress(Gone):
                yield from _pages(address, source, client, "months")


def _asked(url: str, client: "Client", source: Source) -> Document:
    """A list of the old site.  Raises Gone also where the host, which has passed on, leads to another page."""
    try:
        return asked(url, client, source)
    except Elsewhere as error:
        raise Gone(error.reason, url=url) from error


def _months(page: BeautifulSoup, document: Document, source: Source) -> dict[date, str]:
    start = canonical(listing_url(source))
    found: dict[date, str] = {}
    for link in page.select("a[href]"):
        address = absolute(document.final_url or "", str(link["href"]))
        below = canonical(address).removeprefix(start) if address is not None else ""
        named = re.fullmatch(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])", below)
        if named is not None and address is not None:
            found[date(int(named[1]), int(named[2]), 1)] = address
    return found


def _pages(url: str, source: Source, client: "Client", way: str) -> Iterator[Listing]:
    """A list and the pages that follow it, as far as it links to them."""
    here: str | None = url
    asked_for: set[str] = set()
    while here is not None and len(asked_for) < _MOST_PAGES:
        asked_for.add(canonical(here))
        document = _asked(here, client, source)
        page = as_page(document)
        following = _next(page, document, url)
        here = following if following is not None and canonical(following) not in asked_for else None
        yield Listing(sightings=_sightings(page, document, source), next_url=here, claimed_total=None, way=way)


def _sightings(page: BeautifulSoup, document: Document, source: Source) -> tuple[Sighting, ...]:
    found: dict[str, Sighting] = {}
    for anchor in page.select("a[href]"):
        title, day = anchor.get_text(" "), _day_beside(anchor)
        one = sighting(str(anchor["href"]), source, base=document.final_url or "", title=title, published_on=day)
        if one is not None and month_of(one.url) is not None and is_item(one.url, source):
            known = found.get(one.url)
            # A picture and a "read more" link to the same release: the one with the longest words is its title.
            if known is None or len(one.title or "") > len(known.title or ""):
                found[one.url] = one
    return tuple(found.values())


def _day_beside(anchor: Tag) -> date | None:
    item = anchor.find_parent(["li", "article", "tr"])
    times = item.select("time[datetime]") if item is not None else []
    return london_day(str(times[0]["datetime"])) if len(times) == 1 else None


def _next(page: BeautifulSoup, document: Document, start: str) -> str | None:
    """The page that follows, where one is linked: `rel=next`, or the next number of this very list."""
    base = document.final_url or start
    number = re.search(r"/page/(\d{1,5})/?$", base)
    wanted = f"{canonical(start)}/page/{int(number[1]) + 1 if number else 2}"
    for link in page.select("a[href], link[rel~=next][href]"):
        address = absolute(base, str(link["href"]))
        if address is not None and canonical(address) == wanted:
            return address
    return None
