"""What crosses the doors of `extract/`: sightings, listings, documents and releases.  Holds no behaviour.

A record is made in one place and never changed after.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MAX_BYTES = 10 * 1024 * 1024
"""A release may have this many bytes, as sent and once decompressed; a larger document is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A release seen in a listing, a feed, an index or a folder; not yet fetched.

    `url` is canonical, absolute and in an allowed place (a folder's: a `file:` address).  `published_on` is a London
    date; it, `title` and `modified_at` (UTC) are null where the place that was read does not say.
    `fetch_url` is where the bytes are when that is not `url` (an archive's capture); null otherwise.
    """

    url: str
    source: str
    title: str | None = None
    published_on: date | None = None
    modified_at: datetime | None = None
    fetch_url: str | None = None
    captured_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One page of what a source has, newest first.

    `claimed_total` is the site's own counter over all pages, kept beside what was seen; null where there is none.
    `next_url` is null on the last page.  `way` names how it was read (`rest`, `listing`, `months`, …).
    `unchanged` is true where the site said nothing changed since it was last asked (304); `sightings` is empty then.
    """

    sightings: tuple[Sighting, ...]
    next_url: str | None
    claimed_total: int | None
    way: str = "listing"
    unchanged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes as received, and how they were received.

    `url` is the canonical address asked for (null for a file that names none), `final_url` the one that answered after
    redirects.  `fetched_at` and `captured_at` are UTC; `captured_at` is when an archive took its copy, null for a live
    page.  `headers` are in the order received, names in lower case.  `sha256` is that of `body`, in hex.
    """

    url: str | None
    final_url: str | None
    source: str
    fetched_at: datetime
    captured_at: datetime | None
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    sha256: str


class ParagraphKind(StrEnum):
    """What a paragraph is on the page.  `CELL` is one cell of a table, `END` the `-End-` line above the notes."""

    TITLE = "title"
    TEXT = "text"
    HEADING = "heading"
    BULLET = "bullet"
    CELL = "cell"
    END = "end"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of `Release.text`: half-open range of code points, without the blank line after it."""

    kind: ParagraphKind
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link in the body: its words and where it points, absolute."""

    text: str
    href: str


class DateFrom(StrEnum):
    """Where a date or another field was taken from."""

    PAGE = "page"
    EMBARGO = "embargo"
    TEXT = "text"
    URL = "url"
    VOCABULARY = "vocabulary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What a page says, as one text in which every position of every fact is counted.

    `text` is title, body and notes to editors, paragraphs separated by one blank line, cleaned and masked, and final:
    `text[body_start:notes_start]` is the body (to the end of the text where `notes_start` is null).
    `published_on` is a London date, null where nothing says it; `published_on_from` is null exactly then.
    `url` is null for a file that names none.  `layout` is the name of the layout that read the page.
    """

    url: str | None
    title: str
    published_on: date | None
    published_on_from: DateFrom | None
    paragraphs: tuple[Paragraph, ...]
    text: str
    body_start: int
    notes_start: int | None
    links: tuple[Link, ...]
    layout: str
    document_sha256: str
