"""Releases in local files: pages, texts, WARCs and bodies of the raw store.  Asks no network."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.errors import DamagedBody, InspectorateError, MissingFile, Refused
from extract.files import NAME, document_of, too_large
from extract.raw_store import kept_document
from extract.records import MAX_BYTES, Document
from extract.sources.warc import documents_of_warc

_PAGES = (".html", ".htm", ".txt")
_WARCS = (".warc", ".warc.gz")
_STEP_BYTES = 1024 * 1024


def documents(paths: Sequence[Path], url: str | None = None) -> Iterator[Document | InspectorateError]:
    """What stands in these files, and in the files of these folders, in order; for what cannot be read its error.

    `url` (with one file) is the address the file is a copy of; without it a file's url is null.  A WARC's documents
    have the addresses it records, a raw store's bodies those of their latest fetch.
    Errors: MissingFile (no row anywhere), TooLarge (with `sha256`), DamagedBody.
    An empty file is a Document like any other: that it is no page is for the layouts to say.
    """
    for path in paths:
        try:
            if path.is_dir():
                files = _files(path)
                yield from documents(files, url)
                if not files:
                    yield MissingFile("there is no .html, .txt or WARC file in this folder", url=str(path))
            else:
                yield from _documents(path, url)
        except OSError as error:
            yield MissingFile(_why(error), url=str(path))
        except InspectorateError as error:
            yield error


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name.endswith((*_PAGES, *_WARCS)))


def _documents(path: Path, url: str | None) -> Iterator[Document | InspectorateError]:
    if path.name.endswith(_WARCS):
        if url is not None:
            raise Refused("--url is for one page, and a WARC names the addresses of its own", url=path.name)
        yield from documents_of_warc(path, NAME, MAX_BYTES)
    elif re.fullmatch(r"[0-9a-f]{64}\.gz", path.name):
        yield _kept(path)
    else:
        yield _document(path, url)


def _kept(path: Path) -> Document:
    if not path.exists():
        raise MissingFile("there is no such file", url=str(path))
    try:
        return kept_document(path)
    except DamagedBody as error:
        raise DamagedBody(error.reason, url=str(path)) from error


def _document(path: Path, url: str | None) -> Document:
    with path.open("rb") as file:
        body = file.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            digest = hashlib.sha256(body)
            while step := file.read(_STEP_BYTES):
                digest.update(step)
            raise too_large(path.name, digest.hexdigest())
    return document_of(body, name=path.name, url=url)


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "we may not read the file"
    return f"the file cannot be read ({error.strerror or error})"
