"""A document a person named at the command line: a file, standard input, a raw-store body or its SHA-256."""

import gzip
import re
import sys
from pathlib import Path

from extract.errors import MissingFile, UnreadableDocument
from extract.files import document_of
from extract.raw_store import RawStore
from extract.records import MAX_BYTES, Document

_SHA256 = re.compile(r"[0-9a-f]{64}")


def document_given(name: str, url: str | None, raw: Path) -> Document:
    """The document `name` stands for, with the address `url` where one was given.

    `name` is a path, `-` for standard input, a `.gz` of the raw store `raw`, or the SHA-256 of a body kept there; of
    the last two the address comes from the sidecar where `url` is null.
    Raises MissingFile, TooLarge or UnreadableDocument, and Refused where `url` is no address.
    """
    path = Path(name)
    if is_kept_body(name) and not path.exists():
        return _kept(name, name, url, raw)
    sha256 = path.name.removesuffix(".gz")
    if path.suffix == ".gz" and _SHA256.fullmatch(sha256):
        return _kept(name, sha256, url, path.parent.parent)
    return document_of(_bytes(name), name=path.name, url=url)


def is_kept_body(name: str) -> bool:
    """Whether a name has the form of a SHA-256: a body of the raw store, where no file is called so."""
    return _SHA256.fullmatch(name) is not None


def _kept(name: str, sha256: str, url: str | None, raw: Path) -> Document:
    store = RawStore(raw)
    if not store.has(sha256):
        raise MissingFile(f"no such body in the raw store {raw}", url=name)
    return store.document(sha256, url=url)


def _bytes(name: str) -> bytes:
    try:
        if name == "-":
            body = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                body = file.read(MAX_BYTES + 1)
    except OSError as wrong:
        raise MissingFile(
            "there is no such file" if isinstance(wrong, FileNotFoundError) else str(wrong.strerror), url=name
        ) from wrong
    if name.endswith(".gz"):
        try:
            with gzip.open(name) as file:
                body = file.read(MAX_BYTES + 1)
        except (OSError, EOFError) as wrong:
            raise UnreadableDocument(f"is no whole gzip file: {wrong}", url=name) from wrong
    return body
