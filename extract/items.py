"""Whether an address can be that of one release, or is that of a listing.  Looks at the address alone."""

import re
from urllib.parse import parse_qsl, urlsplit

from extract.errors import NotARelease
from extract.urls import canonical

# Parts of addresses that are sections of the sites or of WordPress, never the last part of a release's.
_SECTIONS = frozenset(
    {"news", "press-releases", "media", "hmiprobation", "page", "feed", "search", "category", "tag", "author", "about"}
    | {"publications", "inspections", "reports", "blog", "contact", "home", "wp-json"}
)


def is_single(url: str) -> bool:
    """Whether an address may be that of a single page below a section, or a number the site knows a page by (`?p=`)."""
    parts = urlsplit(canonical(url))
    query = dict(parse_qsl(parts.query))
    if query:
        return set(query) <= {"p", "page_id"} and all(value.isdigit() for value in query.values())
    segments = [segment for segment in parts.path.lower().split("/") if segment]
    if len(segments) < 2 or segments[-1] in _SECTIONS:
        return False
    return re.fullmatch(r"\d{1,4}", segments[-1]) is None


def check_redirect(asked: str, answered: str) -> None:
    """Nothing, where the page that answered may be the one that was asked for.  Raises NotARelease: a soft 404.

    The old host leads addresses it no longer knows to a listing, with status 200 (seen 2026-11).
    """
    if is_single(asked) and not is_single(answered):
        reason = f"it redirects to {canonical(answered)}, which is not that single page (a soft 404)"
        raise NotARelease(reason, kind="listing", url=canonical(asked))
