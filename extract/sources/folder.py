"""Releases in local files: pages, texts, WARCs and bodies of the raw store.  Asks no network."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.errors import InspectorateError
from extract.records import Document

NAME = "folder"
FILE_NAME = "x-file-name"
"""The header in which a Document from a file has the file's bare name."""


def documents(paths: Sequence[Path], url: str | None = None) -> Iterator[Document | InspectorateError]:
    """What stands in these files, and in the files of these folders, in order; for what cannot be read its error.

    `url` (with one file) is the address the file is a copy of; without it a file's url is null.  A WARC's documents have
    the addresses it records.  Errors: MissingFile (no row anywhere), TooLarge (with `sha256`).
    An empty file is a Document like any other: that it is no page is for the layouts to say.
    """
    raise NotImplementedError


def document_of(body: bytes, *, name: str | None = None, url: str | None = None) -> Document:
    """Bytes that came from a file or from standard input, as a Document.  Raises TooLarge."""
    raise NotImplementedError
