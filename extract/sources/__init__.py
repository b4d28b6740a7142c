"""Where releases are found: one module a kind of place, one TOML a place.

To add a site of a kind that is known, write a TOML (see `hale_news.toml`); nothing else changes.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from extract.errors import BadSource, Refused
from extract.poll_memory import PollMemory
from extract.records import Listing
from extract.sources import hale_news, legacy_media, web_archive
from extract.sources.load import load_sources
from extract.sources.source import Source
from extract.urls import canonical, captured, place

if TYPE_CHECKING:
    from extract.http import Client

__all__ = ["Source", "changes", "listings", "load_sources", "source_for"]

_MODULES: dict[str, Callable[..., Iterator[Listing]]] = {
    "hale_news": hale_news.listings,
    "legacy_media": legacy_media.listings,
    "web_archive": web_archive.listings,
}


def source_for(url: str, sources: Mapping[str, Source]) -> Source:
    """The source an address belongs to: the one whose listing or base it lies under, else one it is a place of.

    Raises Refused where it stands in no source's places.
    """
    where = place(url)
    address = url if captured(url) is not None else canonical(url)
    fitting = [source for source in sources.values() if where in source.allowed]
    if not fitting:
        raise Refused(f"{where} is not a place of any source; a source is a TOML (see docs/add-a-source.md)", url=url)
    return max(fitting, key=lambda source: (_shared(address, source.base_url), not source.is_archive))


def listings(
    source: Source, client: "Client", memory: PollMemory, *, since: date | None = None, until: date | None = None
) -> Iterator[Listing]:
    """What the source has, newest first, a page at a time; stop asking when you have seen enough.

    `since` and `until` (London dates, both included) leave out what is dated otherwise; what has no date stays in.
    Read to its end without days, a listing is checked against the site's own counter.
    Raises BadListing (empty, cut short, or not what the counter says), and what `Client.fetch` raises.
    """
    if source.module not in _MODULES:
        raise BadSource(f"the source {source.name} has the module {source.module}, which lists nothing")
    return _MODULES[source.module](source, client, memory, since=since, until=until)


def changes(source: Source, client: "Client", memory: PollMemory) -> Iterator[Listing]:
    """Addresses with the time of their last change, from the sitemap, at most once a day.

    Nothing where the listing tells of changes already, where the source has no sitemap, or before a day is over.
    """
    if source.module == "hale_news":
        yield from hale_news.changes(source, client, memory)


def _shared(address: str, base: str) -> int:
    """How much of a source's base an address begins with, in characters; 0 where it lies elsewhere."""
    start = base if captured(address) is not None else canonical(base)
    return len(start) if address == start or address.startswith(start.rstrip("/") + "/") else 0
