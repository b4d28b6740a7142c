"""The listing the site gives people: `/news/`, `/news/page/2/`, ….  Does not open the releases it names.

Source: the Hale theme's listing and list-item templates, 2026-06: `div.list-item`, `h2.list-item-title > a`,
`time.published-date[datetime]`, and the total in `div.listing-item-count` (`123 news`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag

from extract.errors import BadListing, Gone
from extract.records import Listing, Sighting
from extract.sources.asking import as_page, asked, listing_url, sighting
from extract.sources.dates import london_day
from extract.sources.source import Source

if TYPE_CHECKING:
    from extract.http import Client

_MOST_PAGES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A link of the listing, and the date as it is written beside it."""

    anchor: Tag
    written: str | None


def pages(source: Source, client: "Client") -> Iterator[Listing]:
    """Every page of the listing, newest first.

    Items move while we page: when the counter falls between two pages, the page before is read again, because what
    stood first on this one stands last on that one now.
    """
    number, total, seen = 1, None, set[str]()
    elsewhere: set[str] = set()
    while number <= _MOST_PAGES:
        url = page_url(source, number)
        try:
            document = asked(url, client, source)
        except Gone:
            if number == 1:
                raise
            # The listing became shorter than its own counter said a moment ago.
            return
        page = as_page(document)
        claimed = claimed_total(page, url)
        if total is not None and claimed < total and number > 1:
            number, total = number - 1, claimed
            continue
        total = claimed
        links = _links(page, url)
        sightings = []
        for link in links:
            one = _sighting(link, source, document.final_url or url)
            if one is None:
                elsewhere.add(str(link.anchor["href"]))
            else:
                sightings.append(one)
                seen.add(one.url)
        more = bool(links) and len(seen) + len(elsewhere) < claimed
        next_url = page_url(source, number + 1) if more else None
        # What the listing names elsewhere is counted by it and none of ours.
        ours = claimed - len(elsewhere)
        yield Listing(sightings=tuple(sightings), next_url=next_url, claimed_total=ours, way="listing")
        if not more:
            return
        number += 1


def page_url(source: Source, number: int) -> str:
    """Where a page of the listing stands; the first has no number."""
    return listing_url(source) if number == 1 else f"{listing_url(source)}page/{number}/"


def claimed_total(page: BeautifulSoup, url: str) -> int:
    """Number of items the listing says it has, over all its pages.

    Raises BadListing when the counter is missing, there twice, or holds no number.
    Source: `div.listing-item-count` in the theme's listing template, 2026-06.
    """
    counters = page.select("div.listing-item-count")
    if len(counters) != 1:
        raise BadListing(f"expected one counter (div.listing-item-count), found {len(counters)}", url=url)
    numbers = [int(figures.replace(",", "")) for figures in re.findall(r"\d[\d,]{0,8}", counters[0].get_text())]
    if not numbers:
        raise BadListing(f"its counter holds no number: {counters[0].get_text(strip=True)!r}", url=url)
    return max(numbers)


def _links(page: BeautifulSoup, url: str) -> list[_Item]:
    items = []
    for item in page.select("div.list-item"):
        anchors = item.select("h2.list-item-title > a[href]")
        if len(anchors) != 1:
            raise BadListing(f"expected one link in an item (h2.list-item-title > a), found {len(anchors)}", url=url)
        times = item.select("time.published-date[datetime]")
        items.append(_Item(anchor=anchors[0], written=str(times[0]["datetime"]) if len(times) == 1 else None))
    return items


def _sighting(item: _Item, source: Source, base: str) -> Sighting | None:
    link, title = str(item.anchor["href"]), item.anchor.get_text(" ")
    return sighting(link, source, base=base, title=title, published_on=london_day(item.written))
