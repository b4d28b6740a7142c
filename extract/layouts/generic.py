"""A page of the old site or an archive that no layout knows, read by trafilatura's guess of where its article is.

Marks the release by its name, so that what was read this way can be counted.  Takes no date that is only guessed.
"""

import re
from datetime import date
from urllib.parse import urlsplit

import trafilatura
from bs4 import BeautifulSoup, Tag

from extract.errors import UnknownLayout
from extract.layouts.blocks import blocks
from extract.layouts.dates import day_named
from extract.layouts.making import release
from extract.layouts.page import Page
from extract.records import Document, Link, ParagraphKind, Release
from extract.select import only
from extract.text import Block, clean, masked

NAME = "generic"

_OLD_HOST = re.compile(r"(?:www\.)?justiceinspectorates\.gov\.uk")
_DATE_LINE = re.compile(r"\s{0,20}published(?: on)?:?\s{1,20}(.{6,40})", re.IGNORECASE | re.DOTALL)
_NAMES = {"head": "h2", "item": "li", "list": "ul", "quote": "blockquote", "row": "tr", "cell": "td", "lb": "br"}


def may_read(document: Document) -> bool:
    """Whether a document came from an archive or its address is one of the old host."""
    host = urlsplit(document.url).hostname if document.url else None
    return document.captured_at is not None or (host is not None and _OLD_HOST.fullmatch(host) is not None)


def read(page: Page) -> Release:
    """The release trafilatura finds.  Raises UnknownLayout when it finds no article or the page has not one title."""
    assert page.tree is not None
    title = clean(only(page.tree, "h1", "title").get_text())
    found = trafilatura.extract(
        page.text, output_format="xml", include_comments=False, include_links=True, include_tables=True, fast=True
    )
    tree = BeautifulSoup(found or "", "lxml-xml")
    main = tree.find("main")
    if not isinstance(main, Tag):
        raise UnknownLayout("generic: trafilatura found no article", url=page.document.url)
    links = _links(main)
    for element in main.find_all(True):
        element.name = _NAMES.get(element.name, element.name)
    body = blocks(main)
    if body and clean(body[0].text).casefold() == title.casefold():
        body = body[1:]
    body = [block for block in body if not (len(block.text) < 60 and _DATE_LINE.fullmatch(block.text))]
    return release(
        page.document, [Block(ParagraphKind.TITLE, title), *body], layout=NAME, stated=_stated(page.tree), links=links
    )


def _stated(tree: BeautifulSoup) -> date | None:
    """The date of a line that is nothing but `Published: …`; null where there is none."""
    for element in tree.find_all(["p", "div", "span", "time", "li"], limit=2000):
        words = element.get_text() if len(element.contents) < 6 else ""
        found = _DATE_LINE.fullmatch(words) if len(words) < 80 else None
        if found and (day := day_named(clean(found[1]))):
            return day
    return None


def _links(main: Tag) -> list[Link]:
    """Absolute links trafilatura kept."""
    return [
        Link(text=masked(clean(reference.get_text())), href=str(reference["target"]))
        for reference in main.find_all("ref", target=True)
        if str(reference["target"]).startswith(("http://", "https://")) and "@" not in str(reference["target"])
    ]
