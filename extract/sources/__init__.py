"""Where releases are found: one module a kind of place, one TOML a place.

To add a site of a kind that is known, write a TOML (see `hale_news.toml`); nothing else changes.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extract.records import Listing
from extract.sources.source import Source

if TYPE_CHECKING:
    from extract.http import Client
    from extract.poll_memory import PollMemory

__all__ = ["Source", "changes", "listings", "load_sources", "source_for"]


def load_sources(extra_dir: Path | None) -> dict[str, Source]:
    """Every source by its name: the built-in ones and those of `extra_dir`, which go before built-in ones of their name.

    Raises BadSource, naming file and key.
    """
    raise NotImplementedError


def source_for(url: str, sources: Mapping[str, Source]) -> Source:
    """The source an address belongs to.  Raises Refused where it stands in no source's places."""
    raise NotImplementedError


def listings(
    source: Source, client: "Client", memory: "PollMemory", *, since: date | None = None, until: date | None = None
) -> Iterator[Listing]:
    """What the source has, newest first, a page at a time; stop asking when you have seen enough.

    `since` and `until` (London dates, both included) leave out what is dated otherwise; what has no date stays in.
    Read to its end without `since`, a listing is checked against the site's own counter.
    Raises BadListing (empty, cut short, or not what the counter says), and what `Client.fetch` raises.
    """
    raise NotImplementedError


def changes(source: Source, client: "Client", memory: "PollMemory") -> Iterator[Listing]:
    """Addresses with the time of their last change, from the sitemap, at most once a day.

    Nothing where the REST listing tells of changes already, where the source has no sitemap, or before a day is over.
    """
    raise NotImplementedError
