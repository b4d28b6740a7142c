"""The feed: the newest few, and a validator with them.  It never shows all there is.

Source: RSS 2.0 as WordPress writes it; `pubDate` is in UTC, feeds send ETag and Last-Modified (2026-11).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.errors import BadListing
from extract.poll_memory import NotModified, PollMemory, validators_of
from extract.records import Listing
from extract.sources.asking import answer, as_xml, sighting
from extract.sources.dates import day_of_mail_date
from extract.sources.source import Source

if TYPE_CHECKING:
    from extract.http import Client


def pages(source: Source, client: "Client", memory: PollMemory) -> Iterator[Listing]:
    """The feed as one listing, asked for only if it changed; `unchanged` where it did not."""
    url = f"{source.base_url}{source.feed}"
    document = answer(url, client, source, memory.validators.get(url))
    if isinstance(document, NotModified):
        yield Listing(sightings=(), next_url=None, claimed_total=None, way="feed", unchanged=True)
        return
    root = as_xml(document)
    if root.tag != "rss":
        raise BadListing(f"it is no feed, but begins with {root.tag!r}", url=url)
    found = []
    for item in root.iterfind("channel/item"):
        one = sighting(
            item.findtext("link") or "",
            source,
            base=url,
            title=item.findtext("title"),
            published_on=day_of_mail_date(item.findtext("pubDate")),
        )
        if one is not None:
            found.append(one)
    yield Listing(sightings=tuple(found), next_url=None, claimed_total=None, way="feed")
    # Only now has somebody seen what stood there: sooner, and a crash between would hide it for good.
    validators = validators_of(document.headers)
    if validators:
        memory.validators[url] = validators
