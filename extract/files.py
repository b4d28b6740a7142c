"""A document that came from a file or from standard input.  Opens neither."""

import hashlib
from datetime import UTC, datetime

from extract.errors import TooLarge
from extract.records import MAX_BYTES, Document
from extract.urls import canonical

NAME = "folder"
"""What `Document.source` holds for a file."""
FILE_NAME = "x-file-name"
"""The header in which a Document from a file has the file's bare name."""


def document_of(body: bytes, *, name: str | None = None, url: str | None = None) -> Document:
    """Bytes of a file or of standard input as a Document; `url` in its canonical form.  Raises TooLarge, Refused."""
    sha256 = hashlib.sha256(body).hexdigest()
    if len(body) > MAX_BYTES:
        raise too_large(name, sha256)
    address = canonical(url) if url is not None else None
    return Document(
        url=address,
        final_url=address,
        source=NAME,
        fetched_at=datetime.now(tz=UTC),
        captured_at=None,
        status=200,
        headers=((FILE_NAME, name),) if name is not None else (),
        body=body,
        sha256=sha256,
    )


def too_large(name: str | None, sha256: str) -> TooLarge:
    """The error of a file over the limit."""
    return TooLarge(f"the file is larger than {MAX_BYTES // (1024 * 1024)} MiB", url=name, sha256=sha256)
