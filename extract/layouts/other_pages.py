"""Pages that are no release: error pages, listings, report landing pages, blogs and staff news.

Only plain signs count; a page nobody is sure about is read as a release.
"""

import re
from urllib.parse import urlsplit

from bs4 import BeautifulSoup

from extract.errors import NotARelease
from extract.layouts.page import Page
from extract.records import Release
from extract.text import clean

_ERROR_TITLE = re.compile(
    r"(?:error )?(?:404|410|503)(?:\W{1,3}(?:error|not found|page not found|gone|service unavailable).{0,60})?"
    r"|(?:sorry, )?(?:the |this )?page (?:was |is |could )?not (?:be )?(?:found|available)(?:\W.{0,60})?"
    r"|(?:sorry, )?(?:we )?(?:can[’']?t|cannot|couldn[’']t) find (?:that|this|the) page.{0,40}"
    r"|service unavailable|access denied|page expired|just a moment.{0,20}",
    re.IGNORECASE,
)
# Blog posts of the old site open with their date (seen 2026-11); of the new one, with the word.
_BLOG_TITLE = re.compile(
    r"[0-3]?[0-9] (?:january|february|march|april|may|june|july|august|september|october|november|december) 20[0-9]{2}"
    r" ?[-–—:].{0,300}|(?:[\w’' ]{0,40} )?blog(?: post)?(?: ?[:–—-] .{0,300})?",
    re.IGNORECASE,
)
# A slug of the old site that begins with its day is a blog post's (seen 2026-11).
_BLOG_PATH = re.compile(
    r"(?:/hmiprobation)?/(?:blogs?(?:/.{0,300})?|20[0-9]{2}/[01][0-9]/[0-3][0-9]-[a-z]{3,9}-20[0-9]{2}[^/]{0,280})/?"
)
# /hmiprobation/2023/01/slug: most pages here are blog posts, and some are releases (seen 2026-11).
_DATED_PATH = re.compile(r"(?:/hmiprobation)?/20[0-9]{2}/[01][0-9]/[^/]{1,300}/?")
_IN_MARKS = re.compile(r"“[^“”]*+”?")
_WRITER = re.compile(r"\b(?:I(?= [a-z])|I[’'](?:m|ve|d|ll)|[Mm]y|me)\b")
_REPORT_PATH = re.compile(r"(?:/hmiprobation)?/inspections/[^/]{1,300}/?")
_LISTING_PATH = re.compile(
    r"(?:/hmiprobation)?(?:/|/(?:news|media|media/press-releases)(?:/page/[0-9]{1,4}|/20[0-9]{2}(?:/[01][0-9])?)?/?)?"
)
_TERMS = {
    "blog": "blog",
    "blogs": "blog",
    "staff news": "staff_news",
    "staff blog": "staff_news",
    "staff update": "staff_news",
    "meet the team": "staff_news",
    "vacancies": "staff_news",
}
# The theme prints terms as `<label>: one; another`, or as a list of links; the old site's breadcrumb names the section.
_TERM_PLACES = (
    ".flexible-post-type-detail, .flexible-post-type-details > span, .flexible-post-type-details > a"
    ", a.flexible-post-type-terms-link, .breadcrumbs a, .govuk-breadcrumbs a, a[rel~=tag]"
)
_CLASS_TERM = re.compile(r"(?:category|news-type|news-category|tag|type)-(blogs?|staff-news|staff-blog|vacancies)")


def refuse_other_page(page: Page) -> None:
    """Raises NotARelease when page or address plainly say that this is something else."""
    url = page.document.url
    path = urlsplit(url).path if url else ""
    if path and _BLOG_PATH.fullmatch(path):
        raise NotARelease("the address is that of a blog", kind="blog", url=url)
    if path and _REPORT_PATH.fullmatch(path):
        raise NotARelease("the address is that of a report's landing page", kind="report_page", url=url)
    if _is_redirected_to_listing(page):
        raise NotARelease(f"redirected to a listing ({page.document.final_url})", kind="listing", url=url)
    if page.tree is None:
        first = clean(page.text[:300].lstrip().split("\n", 1)[0])
        if _ERROR_TITLE.fullmatch(first):
            raise NotARelease(
                f"an error page with status {page.document.status}: {first!r}", kind="error_page", url=url
            )
        return
    _refuse_error(page, page.tree)
    if page.tree.select_one("div#inspection-meta"):
        raise NotARelease("a report's landing page (div#inspection-meta)", kind="report_page", url=url)
    _refuse_listing(page, page.tree)
    for place in page.tree.select(_TERM_PLACES):
        for term in clean(place.get_text())[:300].rpartition(": ")[2].split(";"):
            if kind := _TERMS.get(term.strip().casefold()):
                raise NotARelease(f"filed under {term.strip()!r}", kind=kind, url=url)
    for element in (page.tree.body, *page.tree.select("article")):
        for name in element.get_attribute_list("class") if element else ():
            if name and (found := _CLASS_TERM.fullmatch(name)):
                kind = "blog" if found[1].startswith("blog") else "staff_news"
                raise NotARelease(f"filed under {found[1]!r}", kind=kind, url=url)


def refuse_other_writing(release: Release) -> None:
    """Raises NotARelease when the title is a blog post's, or a person writes where blog posts stand."""
    if _BLOG_TITLE.fullmatch(release.title):
        raise NotARelease(f"titled as a blog post: {release.title[:80]!r}", kind="blog", url=release.url)
    path = urlsplit(release.url).path if release.url else ""
    if _DATED_PATH.fullmatch(path) and _is_a_persons(release):
        raise NotARelease("written by a person, at an address where blog posts stand", kind="blog", url=release.url)


def _is_a_persons(release: Release) -> bool:
    """Whether the writer speaks of themselves outside quotation marks more than once."""
    body = release.text[release.body_start : release.notes_start]
    own = (_IN_MARKS.sub(" ", paragraph) for paragraph in body.split("\n\n"))
    return sum(len(_WRITER.findall(words)) for words in own) > 1


def _refuse_error(page: Page, tree: BeautifulSoup) -> None:
    """Raises NotARelease for an error page, also one that answers 200."""
    classes = tree.body.get_attribute_list("class") if tree.body else []
    headings = [clean(heading.get_text()) for heading in tree.select("h1, title")[:5]]
    titled = next((words for words in headings if len(words) < 200 and _ERROR_TITLE.fullmatch(words)), None)
    if titled or "error404" in classes:
        raise NotARelease(
            f"an error page with status {page.document.status}: {titled or 'error404'!r}",
            kind="error_page",
            url=page.document.url,
        )


def _is_redirected_to_listing(page: Page) -> bool:
    """Whether an address of a single page was answered by a listing's: a soft 404 of the old host (seen 2026-11)."""
    document = page.document
    if not document.url or not document.final_url:
        return False
    asked, answered = urlsplit(document.url).path, urlsplit(document.final_url).path
    query = urlsplit(document.url).query
    is_single = bool(query) or not _LISTING_PATH.fullmatch(asked)
    return is_single and _LISTING_PATH.fullmatch(answered) is not None and not urlsplit(document.final_url).query


def _refuse_listing(page: Page, tree: BeautifulSoup) -> None:
    """Raises NotARelease for a listing."""
    classes = tree.body.get_attribute_list("class") if tree.body else []
    is_archive = any(name in {"archive", "blog", "search", "search-results", "home"} for name in classes)
    if tree.select_one("div.listing-item-count") or (is_archive and "single" not in classes):
        raise NotARelease("a listing", kind="listing", url=page.document.url)
