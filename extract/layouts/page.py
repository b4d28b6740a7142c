"""A document opened for reading: its characters, and its tree where it is HTML.  Judges nothing."""

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup

from extract.layouts.decode import characters
from extract.records import Document

_HTML = re.compile(r"<(?:!doctype\s{1,5}html|html|head|body)\b", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|div|h[1-6]|article|section|ul|li|main|br)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`tree` is null for a plain text; `text` is what was decoded, as it stands."""

    document: Document
    text: str
    tree: BeautifulSoup | None


def opened(document: Document) -> Page:
    """The document as characters and, where it is HTML, as a tree.  Raises UnreadableDocument."""
    text = characters(document)
    tree = BeautifulSoup(text, "lxml") if _is_html(text) else None
    return Page(document=document, text=text, tree=tree)


def _is_html(text: str) -> bool:
    """Whether the text is marked up: by its first characters, whatever the header says."""
    head = text[:4096]
    return _HTML.search(head) is not None or (head.lstrip().startswith("<") and _TAGS.search(head) is not None)
