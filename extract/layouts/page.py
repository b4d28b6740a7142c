"""A document opened for reading: its characters, and its tree where it is HTML.  Judges nothing."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from extract.errors import UnknownLayout, UnreadableDocument
from extract.layouts.decode import characters
from extract.records import Document

_HTML = re.compile(r"<(?:!doctype\s{1,5}html|html|head|body)\b", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|div|h[1-6]|article|section|ul|li|main|br)\b", re.IGNORECASE)
# JSON, a feed, a sitemap: an answer of the site to a machine, met where a page was expected.
_DATA = re.compile(
    r"\s{0,50}(?:[{\[]\s{0,20}[\"{\[]|(?:<\?xml[^>]{0,100}>\s{0,20})?<(?:rss|feed|urlset|sitemapindex|rdf)\b)",
    re.IGNORECASE,
)
# Pages of the site nest some forty deep.  A bound keeps selectors, which climb to the ancestors, in linear time.
_DEEPEST = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`tree` is null for a plain text; `text` is what was decoded, as it stands."""

    document: Document
    text: str
    tree: BeautifulSoup | None


def opened(document: Document) -> Page:
    """The document as characters and, where it is HTML, as a tree.

    Raises UnreadableDocument for bytes that hold no text, UnknownLayout for a tree that is nested beyond reason.
    """
    text = characters(document)
    if found := _DATA.match(text[:200]):
        raise UnreadableDocument(f"the body is data ({found[0].strip()!r} …), not a page or a text", url=document.url)
    tree = BeautifulSoup(text, "lxml") if _is_html(text) else None
    if tree is not None and _depth(tree) > _DEEPEST:
        raise UnknownLayout(f"elements nested more than {_DEEPEST} deep", url=document.url)
    return Page(document=document, text=text, tree=tree)


def _is_html(text: str) -> bool:
    """Whether the text is marked up: by its first characters, whatever the header says."""
    head = text[:4096]
    return _HTML.search(head) is not None or (head.lstrip().startswith("<") and _TAGS.search(head) is not None)


def _depth(tree: BeautifulSoup) -> int:
    """How deep the elements are nested, counted until it is too deep."""
    deepest = 0
    open_elements: list[tuple[Tag, int]] = [(tree, 0)]
    while open_elements and deepest <= _DEEPEST:
        element, depth = open_elements.pop()
        deepest = max(deepest, depth)
        open_elements.extend((child, depth + 1) for child in element.children if isinstance(child, Tag))
    return deepest
