"""How to read a page: one module a look, and the door that finds the one which knows the page.

Pure: bytes in, a Release out; no clock, no network.  A changed look is a new module, the old one stays.
"""

from extract.errors import AmbiguousLayout, UnknownLayout
from extract.layouts import plain_text
from extract.layouts.page import opened
from extract.records import Document, Release

_LAYOUTS = (plain_text,)


def read_document(document: Document) -> Release:
    """The release a document holds, read by the one layout that recognises it.

    Raises UnreadableDocument for bytes that hold no text, NotARelease for a page of another kind, UnknownLayout when
    no layout knows the page or one misses what it counts on, AmbiguousLayout when two know it.
    """
    page = opened(document)
    counts = {layout.NAME: layout.recognises(page) for layout in _LAYOUTS}
    known = [layout for layout in _LAYOUTS if counts[layout.NAME]]
    if len(known) > 1:
        raise AmbiguousLayout(f"more than one layout recognises the page: {counts}", url=document.url)
    if not known:
        raise UnknownLayout(f"no layout recognises the page: {counts}", url=document.url)
    return known[0].read(page)
