"""Pages of a WARC, read as a stream.  Writes none (see `extract/warc.py`)."""

import hashlib
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from os import SEEK_END
from pathlib import Path
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParserException

from extract.bodies import too_large
from extract.errors import BadListing, InspectorateError
from extract.records import Document
from extract.urls import canonical, captured

_END = b"\r\n\r\n"
_STEP_BYTES = 256 * 1024
# What warcio raises for a file that is broken off or is none; in a head cut short it takes a missing value for words.
_BROKEN = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    EOFError,
    ValueError,
    AttributeError,
    TypeError,
    zlib.error,
)
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")


def documents_of_warc(path: Path, source: str, max_bytes: int) -> Iterator[Document | InspectorateError]:
    """Every page a WARC holds with status 200, in its order; pictures, scripts, redirects and the like are passed over.

    A page over `max_bytes` is a TooLarge in its place; a WARC that breaks off or is none ends with a BadListing.
    """
    found = 0
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file):
                one = _document(record, source, max_bytes)
                if one is not None:
                    found += 1
                    yield one
        except _BROKEN as error:
            yield BadListing(f"the WARC ended early, or is none ({error})", url=path.name)
            return
        file.seek(0)
        if _is_cut_short(file):
            yield BadListing("the WARC ended early: its last record is not whole", url=path.name)
        elif found == 0:
            yield BadListing("the WARC holds no page", url=path.name)


def _is_cut_short(file: BinaryIO) -> bool:
    """Whether the last record, or a compressed file's last member, has no end: warcio takes that for the file's end."""
    inflate = zlib.decompressobj(wbits=31)
    rest = file.read(_STEP_BYTES)
    if not rest.startswith(b"\x1f\x8b"):
        file.seek(max(0, file.seek(0, SEEK_END) - len(_END)))
        return file.read() != _END
    while rest:
        if inflate.eof:
            inflate = zlib.decompressobj(wbits=31)
        try:
            inflate.decompress(rest, _STEP_BYTES)
        except zlib.error:
            return True
        rest = (inflate.unused_data if inflate.eof else inflate.unconsumed_tail) or file.read(_STEP_BYTES)
    return not inflate.eof


def _document(record: ArcWarcRecord, source: str, max_bytes: int) -> Document | InspectorateError | None:
    address = record.rec_headers.get_header("WARC-Target-URI")
    if record.rec_type not in {"response", "resource"} or not address:
        return None
    kind = _content_type(record)
    status = _status(record)
    if status != 200 or not kind.startswith(_PAGE_TYPES):
        return None
    url = canonical(address) if address.startswith(("http:", "https:")) else None
    body = record.content_stream().read(max_bytes + 1)
    if len(body) > max_bytes:
        return too_large(max_bytes, url=url or address)
    if record.raw_stream.limit > 0:
        # warcio reads a compressed file that was cut short as if it had ended there.
        raise EOFError(f"{record.raw_stream.limit} bytes of a record are missing")
    headers = record.http_headers.headers if record.http_headers is not None else []
    copy = captured(address) if url is not None else None
    taken_at = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date")).astimezone(UTC)
    return Document(
        url=url,
        final_url=address if url is not None else None,
        source=source,
        fetched_at=datetime.now(tz=UTC),
        captured_at=copy.captured_at if copy is not None else taken_at,
        status=status,
        headers=tuple((name.lower(), value) for name, value in headers),
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
    )


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return (headers.get_header("Content-Type") or "").strip().lower()


def _status(record: ArcWarcRecord) -> int:
    if record.http_headers is None:
        # A resource record has no HTTP head: the bytes are what they are.
        return 200
    code = record.http_headers.get_statuscode() or ""
    return int(code) if code.isdigit() else 0
