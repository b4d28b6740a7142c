"""A page of the old site or an archive that no layout knows, read by trafilatura's guess of where its article is.

Marks the release by its name, so that what was read this way can be counted.  Takes no date that is only guessed.
"""

import logging
import re
from datetime import date
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag

from extract.errors import UnknownLayout
from extract.layouts.blocks import blocks, is_furniture, links, words_of
from extract.layouts.dates import day_named
from extract.layouts.making import release
from extract.layouts.page import Page
from extract.records import Document, ParagraphKind, Release
from extract.text import Block, clean

NAME = "generic"

# What trafilatura makes of a page it gives up on is told by our own error, not by a line of its own.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())

_OLD_HOST = re.compile(r"(?:www\.)?justiceinspectorates\.gov\.uk")
_DATE_LINE = re.compile(r"\s{0,20}published(?: on)?:?\s{1,20}(.{6,40})", re.IGNORECASE | re.DOTALL)


def may_read(document: Document) -> bool:
    """Whether a document came from an archive or its address is one of the old host."""
    host = urlsplit(document.url).hostname if document.url else None
    return document.captured_at is not None or (host is not None and _OLD_HOST.fullmatch(host) is not None)


def read(page: Page) -> Release:
    """The release in the part of the page where trafilatura finds its article.

    Raises UnknownLayout when it finds none or the page's title cannot be told.
    """
    assert page.tree is not None
    title = _title(page, page.tree)
    article = _article(page, page.tree)
    body = [block for block in blocks(article) if not _is_above(block.text, title)]
    base = page.document.url or page.document.final_url
    return release(
        page.document,
        [Block(ParagraphKind.TITLE, title), *body],
        layout=NAME,
        stated=_stated(page.tree),
        links=links(article, base),
    )


def _title(page: Page, tree: BeautifulSoup) -> str:
    """The page's one heading of the first rank; of several, the one with which the title of the window begins."""
    headings = [words for heading in tree.find_all("h1", limit=50) if (words := words_of(heading))]
    window = clean(tree.title.get_text()) if tree.title else ""
    fitting = headings if len(headings) == 1 else [words for words in headings if window.startswith(words)]
    if len(set(fitting)) != 1:
        raise UnknownLayout(f"generic: expected one title (h1), found {len(headings)}", url=page.document.url)
    return fitting[0]


def _article(page: Page, tree: BeautifulSoup) -> Tag:
    """The smallest element around all paragraphs trafilatura keeps.

    Its own output is not used: it leaves out lists and headings of short articles (2.0, seen 2026-11).
    """
    # Imported here: it takes most of a second, and few pages come this way.
    import trafilatura  # noqa: PLC0415

    found = trafilatura.extract(page.text, output_format="txt", include_comments=False, include_tables=True, fast=True)
    kept = {clean(line) for line in (found or "").split("\n")}
    around: list[Tag] | None = None
    for element in tree.find_all(["p", "li", "td", "blockquote"]):
        if clean(element.get_text()) not in kept or any(is_furniture(parent) for parent in element.parents):
            continue
        parents = list(element.parents)
        known = {id(parent) for parent in parents}
        around = parents if around is None else [parent for parent in around if id(parent) in known]
    if not around:
        raise UnknownLayout("generic: trafilatura found no article", url=page.document.url)
    return around[0]


def _is_above(words: str, title: str) -> bool:
    """Whether a paragraph of the article is its title again, or its date line."""
    return clean(words) == title or (len(words) < 60 and _DATE_LINE.fullmatch(words) is not None)


def _stated(tree: BeautifulSoup) -> date | None:
    """The date of a line that is nothing but `Published: …`; null where there is none."""
    for element in tree.find_all(["p", "div", "span", "time", "li"], limit=2000):
        words = element.get_text() if len(element.contents) < 6 else ""
        found = _DATE_LINE.fullmatch(words) if len(words) < 80 else None
        if found and (day := day_named(clean(found[1]))):
            return day
    return None
