"""The old site: press releases by month, its listing, blog posts, report pages, `?p=` forms; and its end in 2025."""

import re
from datetime import date
from urllib.parse import parse_qs

from extract.sample_site import news_routes, rendering
from extract.sample_site.answers import Answer, html, redirect
from extract.sample_site.hosts import NEWS_BASE, OLD_BASE, OLD_FOLDER, PRESS, month_address, old_address
from extract.sample_site.invented import Invented
from extract.sample_site.state import State

_MONTH = re.compile(r"/media/press-releases/(20[0-9]{2})/([01][0-9])(?:/page/([0-9]{1,4}))?")
_LISTING = re.compile(r"/media/press-releases(?:/page/([0-9]{1,4}))?")
# Releases before this year were written in the encoding of their time.
_UTF8_SINCE = 2016


def answer(state: State, path: str, query: str) -> Answer:
    """What the old site answers; once it is gone, a redirect to the new site's listing, whatever was asked."""
    if path == "/robots.txt":
        return news_routes.robots(state)
    if state.switches.old_site_is_gone:
        return redirect(f"{NEWS_BASE}/news/", 302)
    if not path.startswith(OLD_FOLDER):
        return _missing()
    path = path.removeprefix(OLD_FOLDER)
    if path in {"", "/"}:
        post = parse_qs(query).get("p")
        return _by_number(state, post[0]) if post else _listing(state, 1)
    bare = path.rstrip("/")
    if found := _LISTING.fullmatch(bare):
        return _listing(state, int(found[1] or 1))
    if found := _MONTH.fullmatch(bare):
        return _month(state, int(found[1]), int(found[2]))
    for page in state.pages():
        if page.old and "/" + page.old.strip("/") == bare:
            return single(state, page) if path.endswith("/") else redirect(old_address(page.old))
    return _missing()


def single(state: State, page: Invented) -> Answer:
    """A single page of the old site, in the encoding of its time."""
    if state.withdrawn(page.name):
        return _missing(state.withdrawn(page.name) or 404)
    if page.kind == "report_page":
        return html(rendering.old_report(page, months=_months(state)))
    charset = "utf-8" if page.published_on.year >= _UTF8_SINCE else "windows-1252"
    return html(rendering.old_single(page, months=_months(state), charset=charset), charset=charset)


def releases(state: State) -> list[Invented]:
    """The press releases that stand on the old site, newest first."""
    return [page for page in state.pages("release") if page.old and state.withdrawn(page.name) is None]


def month_page(state: State, month: date) -> str:
    """The archive of a month."""
    items = [page for page in releases(state) if _month_of(page) == month]
    months = _months(state)
    at = months.index(month) if month in months else None
    return rendering.old_listing(
        [rendering.item_of(page) for page in items],
        heading=f"Press releases: {month:%B %Y}",
        months=months,
        older=month_address(months[at + 1]) if at is not None and at + 1 < len(months) else None,
        newer=month_address(months[at - 1]) if at else None,
    )


def _month(state: State, year: int, month: int) -> Answer:
    """The archive of a month; 404 for one without releases, as WordPress has it."""
    if not 1 <= month <= 12 or date(year, month, 1) not in _months(state):
        return _missing()
    return html(month_page(state, date(year, month, 1)))


def _listing(state: State, number: int) -> Answer:
    """A page of the listing of all press releases."""
    size = state.switches.page_size
    all_items = releases(state)
    items = all_items[(number - 1) * size : number * size]
    if not items:
        return _missing()
    base = f"{OLD_BASE}{PRESS}"
    older = f"{base}page/{number + 1}/" if number * size < len(all_items) else None
    newer = (f"{base}page/{number - 1}/" if number > 2 else base) if number > 1 else None
    return html(
        rendering.old_listing(
            [rendering.item_of(page) for page in items],
            heading="Press releases",
            months=_months(state),
            older=older,
            newer=newer,
        )
    )


def _by_number(state: State, number: str) -> Answer:
    """`?p=` leads to the page of that number."""
    for page in state.pages():
        if str(page.post) == number and page.old:
            return redirect(old_address(page.old))
    return _missing()


def _month_of(page: Invented) -> date:
    """The month of the address, which need not be that of publication."""
    found = _MONTH.match("/" + (page.old or "").strip("/"))
    return date(int(found[1]), int(found[2]), 1) if found else page.published_on.replace(day=1)


def _months(state: State) -> list[date]:
    """The months that have releases, newest first."""
    return sorted({_month_of(page) for page in releases(state)}, reverse=True)


def _missing(status: int = 404) -> Answer:
    return html(rendering.old_error(), status=status)
