"""From a page's blocks to a Release: the last step, the same for every layout."""

from collections.abc import Sequence
from datetime import date

from extract.errors import UnknownLayout
from extract.layouts.dates import published
from extract.records import Document, Link, Release
from extract.text import Block, compose


def release(
    document: Document, blocks: Sequence[Block], *, layout: str, stated: date | None, links: Sequence[Link] = ()
) -> Release:
    """The release these blocks make, the title first.  `stated` is the page's own date, null where it names none.

    Raises UnknownLayout when there is a title and nothing under it.
    """
    composed = compose(blocks)
    if len(composed.paragraphs) < 2:
        found = "a title alone" if composed.paragraphs else "nothing"
        raise UnknownLayout(f"{layout}: expected a title and a body, found {found}", url=document.url)
    words = [composed.text[part.start_char : part.end_char] for part in composed.paragraphs]
    notes_at = None
    if composed.notes_start is not None:
        notes_at = sum(part.start_char < composed.notes_start for part in composed.paragraphs)
    published_on, published_on_from = published(words, stated=stated, notes_at=notes_at, url=document.url)
    return Release(
        url=document.url,
        title=composed.title,
        published_on=published_on,
        published_on_from=published_on_from,
        paragraphs=composed.paragraphs,
        text=composed.text,
        body_start=composed.body_start,
        notes_start=composed.notes_start,
        links=tuple(links),
        layout=layout,
        document_sha256=document.sha256,
    )
