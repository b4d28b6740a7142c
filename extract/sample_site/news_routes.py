"""The new site: single pages, listing, robots.txt, `?p=` forms.  For REST, feed and sitemaps see `news_machine.py`."""

import re
from datetime import datetime
from math import ceil
from urllib.parse import parse_qs

from extract.sample_site import news_machine, rendering
from extract.sample_site.answers import Answer, html, plain, redirect, with_validator
from extract.sample_site.hosts import NEWS_BASE, news_address
from extract.sample_site.invented import Invented
from extract.sample_site.state import State

_LISTING = re.compile(r"/news(?:/page/([0-9]{1,4}))?/?")
_SINGLE = re.compile(r"/news/([a-z0-9-]{1,200})/?")


def answer(state: State, path: str, query: str, asked: dict[str, str]) -> Answer:
    """What the new site answers."""
    if path == "/robots.txt":
        return robots(state)
    if path == "/" and (post := parse_qs(query).get("p")):
        return _by_number(state, post[0])
    if path in {"", "/"}:
        return html(rendering.news_plain("Home", "An invented inspectorate.", body_class="home"))
    if found := _LISTING.fullmatch(path):
        return _listing(state, int(found[1] or 1))
    if found := _SINGLE.fullmatch(path):
        return _single(state, found[1], asked)
    return news_machine.answer(state, path, query, asked) or missing()


def robots(state: State) -> Answer:
    """The site's robots.txt, or the status it has instead."""
    switches = state.switches
    if switches.robots_status != 200:
        return plain("no", status=switches.robots_status)
    return plain("not found", status=404) if switches.robots is None else plain(switches.robots)


def missing(status: int = 404) -> Answer:
    """The page for what there is not."""
    words = "If you typed the web address, check it is correct."
    return html(rendering.news_plain("Page not found", words, body_class="error404"), status=status)


def listed(state: State) -> list[tuple[Invented, str]]:
    """Every item of the listing with its slug, newest first: re-posted pages stand there twice."""
    items = [
        (page, slug)
        for page in state.pages("release", "blog", "staff_news")
        if state.withdrawn(page.name) is None
        for slug in (page.new, page.reposted)
        if slug
    ]
    return sorted(items, key=lambda item: (rendering.item_of(*item).published_at, item[0].post), reverse=True)


def _listing(state: State, number: int) -> Answer:
    """A page of the listing."""
    switches = state.switches
    if not switches.listing:
        return missing()
    if switches.is_shifting and number > 1:
        state.publish_withheld()
    items = listed(state)
    size = switches.page_size
    last = max(1, ceil(len(items) / size))
    if not 1 <= number <= last:
        return missing()
    shown = [rendering.item_of(*item) for item in items[(number - 1) * size : number * size]]
    return html(rendering.news_listing(shown, number=number, last=last, total=len(items)))


def _single(state: State, slug: str, asked: dict[str, str]) -> Answer:
    """A single page under one of its slugs."""
    for page in state.pages("release", "blog", "staff_news"):
        if slug not in {page.new, page.reposted}:
            continue
        if status := state.withdrawn(page.name):
            return missing(status)
        published_at: datetime = rendering.item_of(page, slug).published_at
        related = [rendering.item_of(*item) for item in listed(state)[:3]]
        whole = html(rendering.news_single(page, published_at=published_at, related=related))
        return with_validator(whole, asked) if state.switches.has_validators else whole
    return missing()


def _by_number(state: State, number: str) -> Answer:
    """`?p=` leads to the page of that number."""
    for page in state.pages():
        if str(page.post) == number and page.new:
            return redirect(news_address(page.new))
    return redirect(f"{NEWS_BASE}/") if state.switches.old_site_is_gone else missing()
