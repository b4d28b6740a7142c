"""What sources ask a site for: pages that are lists, read as JSON or as a tree.  Opens nothing itself."""

import json
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from lxml import etree

from extract.errors import BadListing, NotARelease, Refused
from extract.poll_memory import NotModified, Validators
from extract.records import Document, Sighting
from extract.sources.source import Source
from extract.urls import absolute, canonical, place, same_page

if TYPE_CHECKING:
    from datetime import date, datetime

    from extract.http import Client


class Elsewhere(BadListing):
    """The address of a list leads to another page."""


def asked(url: str, client: "Client", source: Source) -> Document:
    """A list as received.  Raises BadListing where the site leads elsewhere, and Gone, Blocked and TransportFailed."""
    document = answer(url, client, source, None)
    if isinstance(document, NotModified):
        raise BadListing("it answered 304 to a request without conditions", url=url)
    return document


def answer(url: str, client: "Client", source: Source, validators: Validators | None) -> Document | NotModified:
    """The same, asked for only if it changed where validators are known."""
    try:
        found = client.fetch(url, source=source, validators=validators)
    except (Refused, NotARelease) as error:
        raise BadListing(error.reason, url=url) from error
    if isinstance(found, Document) and found.final_url is not None and not same_page(url, found.final_url):
        raise Elsewhere(f"it redirects to {found.final_url}, which is another page", url=url)
    return found


def as_json(document: Document) -> Any:
    """A body as JSON.  Raises BadListing."""
    try:
        return json.loads(document.body)
    except (ValueError, RecursionError) as error:
        raise BadListing("it is no JSON", url=document.final_url) from error


def as_page(document: Document) -> BeautifulSoup:
    """A body as a page."""
    return BeautifulSoup(document.body, "lxml")


def as_xml(document: Document) -> etree._Element:
    """A body as XML, with no entity resolved and nothing loaded.  Raises BadListing."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(document.body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadListing(f"it is no XML ({error})", url=document.final_url) from error


def header(document: Document, name: str) -> str | None:
    """The last value of a header; null where there is none."""
    return dict(document.headers).get(name)


def listing_url(source: Source) -> str:
    """Where a source's listing stands."""
    return f"{source.base_url}{source.listing}"


def sighting(
    link: str,
    source: Source,
    *,
    base: str,
    title: str | None = None,
    published_on: "date | None" = None,
    modified_at: "datetime | None" = None,
) -> Sighting | None:
    """A link of a list as a sighting; None where it leads to no single page of the listing, or to no allowed place."""
    address = absolute(base, link)
    if address is None or place(address) not in source.allowed or not is_item(address, source):
        return None
    url = canonical(address)
    words = " ".join(title.split()) if title else None
    return Sighting(
        url=url,
        source=source.name,
        title=words or None,
        published_on=published_on,
        modified_at=modified_at,
        # The site would redirect the form we keep to the form it writes: one request saved for every release.
        fetch_url=address if address != url else None,
    )


def is_item(address: str, source: Source) -> bool:
    """Whether an address stands below the source's listing, and is no further page, date archive or feed of it."""
    start = canonical(listing_url(source))
    url = canonical(address)
    if not url.startswith(f"{start}/"):
        return False
    rest = url[len(start) + 1 :].split("/")
    return not rest[-1].isdigit() and rest[0] != "page" and rest[-1] != "feed" and "?" not in url
