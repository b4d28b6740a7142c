"""A document a person named at the command line: a file, standard input, a raw-store body or its SHA-256."""

import gzip
import hashlib
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

from extract.errors import InspectorateError, TooLarge, UnreadableDocument
from extract.raw_store import RawStore
from extract.records import Document

LARGEST_BYTES = 10 * 1024 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")


class NotGiven(InspectorateError):
    """What was named is not there or cannot be read."""

    stage = "read"


def document_given(name: str, url: str | None, raw: Path) -> Document:
    """The document `name` stands for, with the address `url` where one was given.

    `name` is a path, `-` for standard input, a `.gz` of the raw store `raw`, or the SHA-256 of a body kept there; of
    the last two the address comes from the sidecar where `url` is null.
    Raises NotGiven, TooLarge or UnreadableDocument, each naming `name`.
    """
    path = Path(name)
    if is_kept_body(name) and not path.exists():
        return _kept(name, name, url, raw)
    sha256 = path.name.removesuffix(".gz")
    if path.suffix == ".gz" and _SHA256.fullmatch(sha256):
        return _kept(name, sha256, url, path.parent.parent)
    return _document(name, _bytes(name), url)


def is_kept_body(name: str) -> bool:
    """Whether a name has the form of a SHA-256: a body of the raw store, where no file is called so."""
    return _SHA256.fullmatch(name) is not None


def _kept(name: str, sha256: str, url: str | None, raw: Path) -> Document:
    store = RawStore(raw)
    if not store.has(sha256):
        raise NotGiven(f"no such body in the raw store {raw}", url=name)
    return store.document(sha256, url=url)


def _bytes(name: str) -> bytes:
    try:
        if name == "-":
            body = sys.stdin.buffer.read(LARGEST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                body = file.read(LARGEST_BYTES + 1)
    except OSError as wrong:
        raise NotGiven(
            "there is no such file" if isinstance(wrong, FileNotFoundError) else str(wrong.strerror), url=name
        ) from wrong
    if name.endswith(".gz"):
        try:
            with gzip.open(name) as file:
                body = file.read(LARGEST_BYTES + 1)
        except (OSError, EOFError) as wrong:
            raise UnreadableDocument(f"is no whole gzip file: {wrong}", url=name) from wrong
    if len(body) > LARGEST_BYTES:
        raise TooLarge("is over 10 MiB, which no release is", url=name)
    return body


def _document(name: str, body: bytes, url: str | None) -> Document:
    return Document(
        url=url,
        final_url=url,
        source="file",
        fetched_at=datetime.now(UTC),
        captured_at=None,
        status=200,
        headers=(("x-file-name", Path(name).name),),
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
    )
