"""The sitemap: addresses with the time of their last change.  It names no title and no date of publication.

Source: sitemaps.org protocol 0.9; WordPress writes an index whose parts are named by post type.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lxml import etree

from extract.errors import BadListing
from extract.records import Listing, Sighting
from extract.sources.asking import as_xml, asked, sighting
from extract.sources.dates import LONDON, instant
from extract.sources.source import Source
from extract.urls import absolute, place

if TYPE_CHECKING:
    from extract.http import Client

_MOST_PARTS = 50


def pages(source: Source, client: "Client") -> Iterator[Listing]:
    """The parts of the sitemap that hold items of the listing, as one listing, the latest change first.

    Parts whose name speaks of a post type of ours are read alone; where none does, all are.
    """
    url = f"{source.base_url}{source.sitemap}"
    root = as_xml(asked(url, client, source))
    found = _sightings(root, source, url)
    for part in _parts(root, source, url):
        found.extend(_sightings(as_xml(asked(part, client, source)), source, part))
    never = datetime.min.replace(tzinfo=UTC)
    found.sort(key=lambda one: one.modified_at or never, reverse=True)
    yield Listing(sightings=tuple(found), next_url=None, claimed_total=None, way="sitemap")


def _parts(root: etree._Element, source: Source, url: str) -> list[str]:
    addresses = [absolute(url, loc.strip()) for loc in _texts(root, "sitemap", "loc")]
    allowed = [one for one in addresses if one is not None and place(one) in source.allowed]
    named = [one for one in allowed if any(kind in one.rsplit("/", 1)[-1] for kind in source.post_types)]
    chosen = named or allowed
    if len(chosen) > _MOST_PARTS:
        raise BadListing(f"it has {len(chosen)} parts, more than {_MOST_PARTS}", url=url)
    return chosen


def _sightings(root: etree._Element, source: Source, base: str) -> list[Sighting]:
    found = []
    for entry in _named(root, "url"):
        locs = [child.text or "" for child in _named(entry, "loc")]
        changes = [child.text or "" for child in _named(entry, "lastmod")]
        # A lastmod without a zone is what the site's own clock showed.
        at = instant(changes[0], zone=LONDON) if changes else None
        one = sighting(locs[0], source, base=base, modified_at=at) if locs else None
        if one is not None:
            found.append(one)
    return found


def _texts(root: etree._Element, parent: str, child: str) -> list[str]:
    return [inner.text or "" for outer in _named(root, parent) for inner in _named(outer, child)]


def _named(parent: etree._Element, name: str) -> list[etree._Element]:
    """Children of this name, whatever their namespace."""
    return [one for one in parent if isinstance(one.tag, str) and etree.QName(one).localname == name]
