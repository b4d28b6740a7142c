"""What the new site has for machines: the WordPress REST API, the feed and the sitemaps."""

import re
from datetime import UTC, datetime, timedelta
from html import escape
from math import ceil
from typing import Any, NamedTuple
from urllib.parse import parse_qs

from extract.sample_site import news_routes, rendering
from extract.sample_site.answers import Answer, as_json, with_validator, xml
from extract.sample_site.hosts import NEWS_BASE, SITE_NAME, news_address
from extract.sample_site.invented import LONDON, Invented
from extract.sample_site.markup import as_html
from extract.sample_site.state import State

_ITEMS = re.compile(r"/wp-json/wp/v2/news/?")
_TYPES = {
    "post": {"name": "Posts", "slug": "post", "rest_base": "posts", "rest_namespace": "wp/v2", "taxonomies": []},
    "page": {"name": "Pages", "slug": "page", "rest_base": "pages", "rest_namespace": "wp/v2", "taxonomies": []},
    "news": {
        "name": "News",
        "slug": "news",
        "rest_base": "news",
        "rest_namespace": "wp/v2",
        "taxonomies": ["news-type"],
    },
}
_FEED_ITEMS = 10


class _Times(NamedTuple):
    """An item and its two times."""

    page: Invented
    slug: str
    published_at: datetime
    modified_at: datetime


def answer(state: State, path: str, query: str, asked: dict[str, str]) -> Answer | None:
    """What the site answers to a machine; null for an address that is none of a machine's."""
    switches = state.switches
    if path.startswith("/wp-json"):
        return _rest(state, path, parse_qs(query))
    if path.rstrip("/") in {"/feed", "/news/feed"} and switches.feed:
        return with_validator(xml(_feed(state), "application/rss+xml"), asked)
    if path == "/sitemap_index.xml" and switches.sitemap:
        return xml(_sitemap_index(state))
    return xml(_sitemap(state)) if path == "/news-sitemap.xml" and switches.sitemap else None


def _rest(state: State, path: str, query: dict[str, list[str]]) -> Answer:
    """The REST API, where it is on."""
    if not state.switches.rest:
        return _rest_error("rest_no_route", "No route was found matching the URL and request method.", 404)
    if path.rstrip("/") == "/wp-json/wp/v2/types":
        return as_json(_TYPES)
    if path.rstrip("/") in {"/wp-json/wp/v2/posts", "/wp-json/wp/v2/pages"}:
        return as_json([], X_WP_Total="0", X_WP_TotalPages="0")
    if not _ITEMS.fullmatch(path):
        return _rest_error("rest_no_route", "No route was found matching the URL and request method.", 404)
    return _rest_items(state, {name: values[-1] for name, values in query.items()})


def _rest_items(state: State, query: dict[str, str]) -> Answer:
    """A page of the items, in the order and between the times asked for."""
    by = query.get("orderby", "date")
    if by not in {"date", "modified"}:
        return _rest_error("rest_invalid_param", "Invalid parameter(s): orderby", 400)
    items = [_Times(page, slug, *_times(page, slug)) for page, slug in news_routes.listed(state)]
    for prefix, told in (("", _published), ("modified_", _modified)):
        if bound := _instant(query.get(f"{prefix}after")):
            items = [item for item in items if told(item) > bound]
        if bound := _instant(query.get(f"{prefix}before")):
            items = [item for item in items if told(item) < bound]
    order = _modified if by == "modified" else _published
    items.sort(key=lambda item: (order(item), item.page.post), reverse=query.get("order") != "asc")
    size = min(100, int(query.get("per_page", "10")))
    number = int(query.get("page", "1"))
    pages = ceil(len(items) / size)
    if number > max(1, pages):
        return _rest_error("rest_post_invalid_page_number", "The page number requested is too large.", 400)
    wanted = set(query["_fields"].split(",")) if "_fields" in query else None
    shown = [_rest_item(*item) for item in items[(number - 1) * size : number * size]]
    if wanted is not None:
        shown = [{name: value for name, value in item.items() if name in wanted} for item in shown]
    return as_json(shown, X_WP_Total=str(len(items)), X_WP_TotalPages=str(pages))


def _rest_item(page: Invented, slug: str, published_at: datetime, modified_at: datetime) -> dict[str, Any]:
    """One item as the REST API tells it; `date` is London time, `date_gmt` the same instant in UTC."""
    return {
        "id": page.post + (100_000 if slug == page.reposted else 0),
        "date": _written(published_at, LONDON),
        "date_gmt": _written(published_at, UTC),
        "modified": _written(modified_at, LONDON),
        "modified_gmt": _written(modified_at, UTC),
        "slug": slug,
        "status": "publish",
        "type": "news",
        "link": news_address(slug) + "/",
        "title": {"rendered": escape(page.title, quote=False)},
        "content": {"rendered": as_html(page.body, is_new=True), "protected": False},
        "excerpt": {"rendered": f"<p>{escape(page.summary or '')}</p>", "protected": False},
    }


def _rest_error(code: str, message: str, status: int) -> Answer:
    return as_json({"code": code, "message": message, "data": {"status": status}}, status=status)


def _feed(state: State) -> str:
    """The newest items as RSS."""
    items = "".join(
        f"<item><title>{escape(item.title)}</title><link>{item.address}/</link>"
        f"<pubDate>{item.published_at.astimezone(UTC):%a, %d %b %Y %H:%M:%S +0000}</pubDate>"
        f'<guid isPermaLink="false">{NEWS_BASE}/?p={page.post}</guid>'
        f"<description>{escape(item.summary or '')}</description></item>"
        for page, slug in news_routes.listed(state)[:_FEED_ITEMS]
        for item in (rendering.item_of(page, slug),)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>{SITE_NAME}</title><link>{NEWS_BASE}</link><description>News</description>{items}</channel></rss>"
    )


def _sitemap_index(state: State) -> str:
    """The index of sitemaps, as Yoast writes it."""
    changed = [_times(page, slug)[1] for page, slug in news_routes.listed(state)]
    lastmod = f"<lastmod>{max(changed).astimezone(UTC).isoformat()}</lastmod>" if changed else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<sitemap><loc>{NEWS_BASE}/news-sitemap.xml</loc>{lastmod}</sitemap>"
        "</sitemapindex>"
    )


def _sitemap(state: State) -> str:
    """The sitemap of the news, with the time each was changed."""
    addresses = "".join(
        f"<url><loc>{news_address(slug)}/</loc><lastmod>{modified_at.astimezone(UTC).isoformat()}</lastmod></url>"
        for page, slug in news_routes.listed(state)
        for _, modified_at in (_times(page, slug),)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{NEWS_BASE}/news/</loc></url>{addresses}</urlset>"
    )


def _times(page: Invented, slug: str) -> tuple[datetime, datetime]:
    """When a page was published under a slug, and when it was last changed; never before it was published."""
    published_at = rendering.item_of(page, slug).published_at
    return published_at, max(page.modified_at, published_at + timedelta(minutes=1))


def _published(item: _Times) -> datetime:
    return item.published_at


def _modified(item: _Times) -> datetime:
    return item.modified_at


def _written(instant: datetime, zone: Any) -> str:
    return f"{instant.astimezone(zone):%Y-%m-%dT%H:%M:%S}"


def _instant(written: str | None) -> datetime | None:
    """A bound of a query: London time unless it has an offset, as WordPress reads it."""
    if not written:
        return None
    instant = datetime.fromisoformat(written.replace(" ", "+"))
    return instant if instant.tzinfo else instant.replace(tzinfo=LONDON)
