"""Pages of both generations of the site from templates of package data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extract.sample_site.hosts import NEWS_BASE, OLD_BASE, SITE_NAME, news_address, old_address
from extract.sample_site.invented import Invented
from extract.sample_site.markup import as_html

_TERMS = {"blog": "Blog", "staff_news": "Staff news"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A page as a listing shows it."""

    address: str
    title: str
    published_at: datetime
    summary: str | None
    is_dated: bool


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("extract.sample_site"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


def _rendered(template: str, **words: Any) -> str:
    return _templates().get_template(template).render(site_name=SITE_NAME, **words)


def news_single(page: Invented, *, published_at: datetime, related: Sequence[Item]) -> str:
    """A single page of the new site."""
    return _news(
        "hale_single.html.j2",
        heading=page.title,
        body_class="single single-news",
        crumb="News",
        page=page,
        published_at=published_at,
        term=_TERMS.get(page.kind),
        body=_markup(page, is_new=True),
        related=related,
        is_shaded=page.post % 5 == 0,
    )


def news_listing(items: Sequence[Item], *, number: int, last: int, total: int) -> str:
    """A page of the new site's listing."""
    return _news(
        "hale_listing.html.j2",
        heading="News",
        body_class="archive post-type-archive-news",
        crumb="",
        items=items,
        number=number,
        last=last,
        total=total,
    )


def news_plain(heading: str, words: str, *, body_class: str = "page") -> str:
    """Any other page of the new site."""
    return _news(
        "hale_plain.html.j2", heading=heading, body_class=body_class, crumb="", body=Markup("<p>{}</p>").format(words)
    )


def old_single(page: Invented, *, months: Sequence[date], charset: str) -> str:
    """A single page of the old site: a release or a blog post."""
    return _old(
        "legacy_single.html.j2",
        heading=page.title,
        body_class="single single-post",
        page=page,
        months=months,
        crumb="Blog" if page.kind == "blog" else "Press releases",
        charset=charset,
        article_class="post blog-post" if page.kind == "blog" else "post press-release",
        body=_markup(page, is_new=False),
    )


def old_report(page: Invented, *, months: Sequence[date]) -> str:
    """The landing page of a report on the old site."""
    return _old(
        "legacy_report.html.j2",
        heading=page.title,
        body_class="single single-inspections",
        page=page,
        months=months,
        crumb="Inspections",
        charset="utf-8",
        body=_markup(page, is_new=False),
    )


def old_listing(
    items: Sequence[Item], *, heading: str, months: Sequence[date], older: str | None, newer: str | None
) -> str:
    """The old site's listing of press releases, or of a month."""
    return _old(
        "legacy_listing.html.j2",
        heading=heading,
        body_class="archive category",
        items=items,
        months=months,
        crumb="Press releases",
        older=older,
        newer=newer,
        charset="utf-8",
    )


def old_error() -> str:
    """The old site's page for what it does not have."""
    return _old(
        "legacy_listing.html.j2",
        heading="Page not found",
        body_class="error404",
        items=(),
        months=(),
        crumb="",
        older=None,
        newer=None,
        charset="utf-8",
    )


def item_of(page: Invented, slug: str | None = None) -> Item:
    """A page as a listing of the new site shows it, under `slug`, or as one of the old site does."""
    is_again = slug is not None and slug == page.reposted
    published_at = page.published_at
    if is_again:
        published_at = datetime.combine(page.reposted_on, published_at.timetz())
    address = news_address(slug) if slug else old_address(page.old or "")
    return Item(
        address=address, title=page.title, published_at=published_at, summary=page.summary, is_dated=page.is_dated
    )


def _news(template: str, **words: Any) -> str:
    return _rendered(template, base=NEWS_BASE, **words)


def _old(template: str, **words: Any) -> str:
    return _rendered(template, base=OLD_BASE, **words)


def _markup(page: Invented, *, is_new: bool) -> Markup:
    # The markup escapes what it takes from package data itself.
    return Markup(as_html(page.body, is_new=is_new))  # noqa: S704
