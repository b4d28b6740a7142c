"""How to read a page: one module a look, and the door that finds the one which knows the page.

Pure: bytes in, a Release out; no clock, no network.  A changed look is a new module, the old one stays.
"""

from collections.abc import Callable
from dataclasses import dataclass

from extract.errors import AmbiguousLayout, LayoutError, UnknownLayout
from extract.layouts import generic, hale, legacy, plain_text
from extract.layouts.other_pages import refuse_other_page, refuse_other_writing
from extract.layouts.page import Page, opened
from extract.records import Document, Release


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One look of a page: how many of its marks a page has, and how it is read."""

    name: str
    recognises: Callable[[Page], int]
    read: Callable[[Page], Release]


LAYOUTS = tuple(
    Layout(name=module.NAME, recognises=module.recognises, read=module.read) for module in (hale, legacy, plain_text)
)


def read_document(document: Document) -> Release:
    """The release a document holds, read by the one layout that recognises it.

    Raises UnreadableDocument for bytes that hold no text, NotARelease for a page of another kind, UnknownLayout when
    no layout knows the page or one misses what it counts on, AmbiguousLayout when two know it.
    """
    page = opened(document)
    refuse_other_page(page)
    release = _read(page)
    refuse_other_writing(release)
    return release


def _read(page: Page) -> Release:
    """The page read by the layout that recognises it; one of an archive that none knows is read by `generic`."""
    url = page.document.url
    counts = {layout.name: layout.recognises(page) for layout in LAYOUTS}
    known = [layout for layout in LAYOUTS if counts[layout.name]]
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    if len(known) > 1:
        raise AmbiguousLayout(f"more than one layout recognises the page (marks found: {told})", url=url)
    try:
        if known:
            return known[0].read(page)
        if generic.may_read(page.document):
            return generic.read(page)
    except LayoutError as error:
        error.url = error.url or url
        raise
    raise UnknownLayout(
        f"no layout recognises the page (marks found: {told}). If the site was redesigned, see docs/add-a-layout.md",
        url=url,
    )
