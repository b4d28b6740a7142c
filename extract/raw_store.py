"""Bodies as they were received, by the SHA-256 of their bytes, and one line for every fetch of them.

Knows nothing of releases.  Any number of processes may use one store at once: a body is written under a name of its own
and renamed, a line is appended under the lock of its file.
"""

import fcntl
import gzip
import hashlib
import json
import os
import re
import secrets
import zlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from extract.errors import DamagedBody
from extract.records import Document

_NAME = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One line beside a body: the fields of the Document it came in, less the body."""

    url: str | None
    final_url: str | None
    source: str
    fetched_at: datetime
    captured_at: datetime | None
    status: int
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in the store: with which body, and what."""

    sha256: str
    reason: str


class RawStore:
    """`root/ab/abcd….gz` holds a body, `root/ab/abcd….jsonl` a line for each fetch that brought it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def keep(self, document: Document) -> str:
        """Keep a body and append its fetch; returns the SHA-256.  Safe in many processes at once, and to interrupt.

        The body comes first: a line without one would promise what is not there.  A fetch that is kept already adds
        nothing.  A body that was damaged since is written again.
        """
        sha256 = hashlib.sha256(document.body).hexdigest()
        path = self.path(sha256)
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.has(sha256) or self._damage(sha256) is not None:
            _write(path, gzip.compress(document.body, mtime=0))
        _append(self._lines_path(sha256), _line(document))
        return sha256

    def path(self, sha256: str) -> Path:
        """Where a body is kept, or would be.  Raises DamagedBody for what is no SHA-256."""
        if _NAME.fullmatch(sha256) is None:
            raise DamagedBody(f"{sha256!r} is no SHA-256 in hex")
        return self.root / sha256[:2] / f"{sha256}.gz"

    def has(self, sha256: str) -> bool:
        """Whether a body is kept."""
        return self.path(sha256).exists()

    def body(self, sha256: str) -> bytes:
        """The bytes, checked against their name.  Raises DamagedBody."""
        return kept_body(self.path(sha256))

    def fetches(self, sha256: str) -> list[Fetch]:
        """Every fetch that brought this body, oldest first.  A line cut short by a crash is left out (see `verify`)."""
        return [fetch for fetch in (_fetch(line) for line in self._lines(sha256)) if fetch is not None]

    def latest(self, urls: Collection[str]) -> dict[str, tuple[str, Fetch]]:
        """The latest fetch of each of these addresses, after its body's SHA-256; those never fetched are left out."""
        found: dict[str, tuple[str, Fetch]] = {}
        for sha256 in self.shas():
            for fetch in self.fetches(sha256):
                if fetch.url is None or fetch.url not in urls:
                    continue
                before = found.get(fetch.url)
                if before is None or before[1].fetched_at < fetch.fetched_at:
                    found[fetch.url] = (sha256, fetch)
        return found

    def document(self, sha256: str, url: str | None = None) -> Document:
        """A body with its latest fetch (from `url`, where that is given).  Raises DamagedBody."""
        fetches = [fetch for fetch in self.fetches(sha256) if url is None or fetch.url == url]
        if not fetches:
            where = "" if url is None else f" from {url}"
            raise DamagedBody(f"the raw store knows no fetch{where} of {sha256}", url=url)
        latest = max(fetches, key=lambda fetch: fetch.fetched_at)
        return self.document_of(sha256, latest)

    def document_of(self, sha256: str, fetch: Fetch) -> Document:
        """A body as one of its fetches brought it.  Raises DamagedBody."""
        return _document(sha256, fetch, self.body(sha256))

    def shas(self) -> Iterator[str]:
        """Every body kept, in the order of their names."""
        for path in sorted(self.root.glob("[0-9a-f][0-9a-f]/*.gz")):
            if _NAME.fullmatch(path.stem):
                yield path.stem

    def forget(self, sha256: str) -> None:
        """Remove a body and its lines, as far as they are there."""
        path = self.path(sha256)
        for gone in (path, self._lines_path(sha256)):
            gone.unlink(missing_ok=True)
        if path.parent.exists():
            _sync_folder(path.parent)

    def verify(self, progress: Callable[[str], None] | None = None) -> Iterator[Problem]:
        """Read every body and line again; `progress` is called with each SHA-256."""
        for sha256 in self.shas():
            if progress is not None:
                progress(sha256)
            damage = self._damage(sha256)
            if damage is not None:
                yield Problem(sha256=sha256, reason=damage)
            lines = self._lines(sha256)
            if not lines:
                yield Problem(sha256=sha256, reason="there is a body and no line that says where it is from")
            unread = sum(_fetch(line) is None for line in lines)
            if unread:
                yield Problem(sha256=sha256, reason=f"{unread} of its {len(lines)} lines cannot be read")
        for path in sorted(self.root.glob("[0-9a-f][0-9a-f]/*.jsonl")):
            if _NAME.fullmatch(path.stem) and not self.has(path.stem):
                yield Problem(sha256=path.stem, reason="there are lines and no body")

    def _damage(self, sha256: str) -> str | None:
        try:
            self.body(sha256)
        except DamagedBody as error:
            return error.reason
        return None

    def _lines_path(self, sha256: str) -> Path:
        return self.path(sha256).with_suffix(".jsonl")

    def _lines(self, sha256: str) -> list[bytes]:
        try:
            return self._lines_path(sha256).read_bytes().splitlines()
        except FileNotFoundError:
            return []


def kept_body(path: Path) -> bytes:
    """The bytes of a store's `.gz`, checked against the SHA-256 it is named by.  Raises DamagedBody."""
    try:
        body = gzip.decompress(path.read_bytes())
    except FileNotFoundError as error:
        raise DamagedBody(f"the raw store has no body {path.stem}") from error
    except (OSError, EOFError, zlib.error) as error:
        raise DamagedBody(f"the kept body {path.stem} cannot be read ({error})") from error
    if hashlib.sha256(body).hexdigest() != path.stem:
        raise DamagedBody(f"the kept body {path.stem} does not match its name; fetch it again")
    return body


def kept_document(path: Path) -> Document:
    """What a store's `.gz` holds, with its latest fetch from the lines beside it.  Raises DamagedBody."""
    return RawStore(path.parent.parent).document(path.stem)


def _document(sha256: str, fetch: Fetch, body: bytes) -> Document:
    return Document(
        url=fetch.url,
        final_url=fetch.final_url,
        source=fetch.source,
        fetched_at=fetch.fetched_at,
        captured_at=fetch.captured_at,
        status=fetch.status,
        headers=fetch.headers,
        body=body,
        sha256=sha256,
    )


def _line(document: Document) -> bytes:
    fields = {
        "url": document.url,
        "final_url": document.final_url,
        "source": document.source,
        "fetched_at": document.fetched_at.isoformat(),
        "captured_at": document.captured_at.isoformat() if document.captured_at is not None else None,
        "status": document.status,
        "headers": document.headers,
    }
    return json.dumps(fields, ensure_ascii=True).encode("ascii")


def _fetch(line: bytes) -> Fetch | None:
    """The fetch a line tells of; None for a line that was cut short."""
    try:
        kept = json.loads(line)
        return Fetch(
            url=kept["url"],
            final_url=kept["final_url"],
            source=kept["source"],
            fetched_at=datetime.fromisoformat(kept["fetched_at"]),
            captured_at=datetime.fromisoformat(kept["captured_at"]) if kept["captured_at"] else None,
            status=kept["status"],
            headers=tuple((name, value) for name, value in kept["headers"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _write(path: Path, content: bytes) -> None:
    """Bytes under a name, whole or not at all, also after a power cut."""
    fresh = path.with_name(f".{path.stem}.{secrets.token_hex(8)}.tmp")
    try:
        with fresh.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _append(path: Path, line: bytes) -> None:
    """A line at the end of a file, unless it stands there; a line cut short before it stays apart."""
    with path.open("a+b") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        present = file.read()
        if line in present.splitlines():
            return
        start = b"" if not present or present.endswith(b"\n") else b"\n"
        file.write(start + line + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
