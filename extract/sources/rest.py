"""The listing WordPress gives programs: `/wp-json/wp/v2/…`.  Does not read the releases' words, only where they are.

Source: WordPress REST API handbook; `date` is the site's own time, London, and `modified_gmt` UTC (2026-11).
"""

import html
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from extract.errors import BadListing
from extract.records import Listing, Sighting
from extract.sources.asking import as_json, asked, header, sighting
from extract.sources.dates import instant, london_day
from extract.sources.source import Source

if TYPE_CHECKING:
    from extract.http import Client

_PER_PAGE = 100
_TYPES = "/wp-json/wp/v2/types"
# Without the fields we do not read the site renders a hundred pages for one request.
_FIELDS = "id,date,modified_gmt,link,title"


def rest_base(source: Source, client: "Client") -> str:
    """Under which name the site's own list of post types serves releases.  Raises BadListing where under none."""
    url = f"{source.base_url}{_TYPES}"
    types = as_json(asked(url, client, source))
    if not isinstance(types, dict):
        raise BadListing("it does not name post types", url=url)
    for wanted in source.post_types:
        for name, kind in types.items():
            base = kind.get("rest_base") if isinstance(kind, dict) else None
            if isinstance(base, str) and base and wanted in {name, base}:
                return base
    raise BadListing(f"none of its post types is {' or '.join(source.post_types)}", url=url)


def pages(source: Source, client: "Client", base: str, *, by_change: bool) -> Iterator[Listing]:
    """Every page of the list, the latest change (or else the latest date) first.

    Items move while we page: what is added moves the rest to later pages and is seen twice; when the counter falls,
    something moved to an earlier page, and that page is read again.
    """
    number, total = 1, None
    elsewhere: set[str] = set()
    while True:
        url = _page_url(source, base, number, by_change=by_change)
        document = asked(url, client, source)
        claimed = _count(header(document, "x-wp-total"), url)
        last = _count(header(document, "x-wp-totalpages"), url)
        found = as_json(document)
        if not isinstance(found, list):
            raise BadListing("it is no list of posts", url=url)
        if total is not None and claimed < total and number > 1:
            number -= 1
            total = claimed
            continue
        total = claimed
        next_url = _page_url(source, base, number + 1, by_change=by_change) if number < last else None
        sightings = []
        for post in found:
            one = _sighting(post, source, url)
            if one is None:
                elsewhere.add(post["link"])
            else:
                sightings.append(one)
        if found and not sightings:
            raise BadListing(f"none of its {len(found)} posts stands below {source.listing}", url=url)
        # Posts elsewhere on the site are counted by it and are none of ours.
        ours = claimed - len(elsewhere)
        yield Listing(sightings=tuple(sightings), next_url=next_url, claimed_total=ours, way="rest")
        if next_url is None:
            return
        number += 1


def _page_url(source: Source, base: str, number: int, *, by_change: bool) -> str:
    query = {
        "per_page": _PER_PAGE,
        "page": number,
        "orderby": "modified" if by_change else "date",
        "order": "desc",
        "_fields": _FIELDS,
    }
    return f"{source.base_url}/wp-json/wp/v2/{base}?{urlencode(query, safe=',')}"


def _count(written: str | None, url: str) -> int:
    if written is None or not written.strip().isdigit():
        raise BadListing(f"its counter (X-WP-Total, X-WP-TotalPages) is {written!r}", url=url)
    return int(written)


def _sighting(post: Any, source: Source, url: str) -> Sighting | None:
    if not isinstance(post, dict) or not isinstance(post.get("link"), str):
        raise BadListing("a post has no link", url=url)
    title = post.get("title")
    words = title.get("rendered") if isinstance(title, dict) else None
    return sighting(
        post["link"],
        source,
        base=source.base_url,
        title=html.unescape(words) if isinstance(words, str) else None,
        published_on=_day(post),
        modified_at=instant(post.get("modified_gmt")),
    )


def _day(post: dict[str, Any]) -> date | None:
    written = post.get("date")
    return london_day(written) if isinstance(written, str) else None
