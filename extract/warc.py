"""The raw store as one WARC, for other tools to replay.  Reads no page; what reads WARCs is `sources/warc.py`."""

import base64
import hashlib
import os
import secrets
from datetime import UTC
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extract.raw_store import Fetch, RawStore
from extract.urls import captured

FILE_NAME = "releases.warc.gz"
_STATUS_WORDS = {200: "OK", 404: "Not Found", 410: "Gone"}
# They speak of the bytes on the wire, and the kept bytes are decompressed.
_OF_THE_WIRE = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection"})


def write_warc(store: RawStore, path: Path, *, software: str = "inspectorate") -> Path:
    """Every kept body as records of a WARC 1.1, compressed record by record where the name ends in `.gz`.

    `path` is a file's (`.warc`, `.warc.gz`), or else a folder's, in which the file is `releases.warc.gz`; returns that
    of the file.  The first fetch of a body from an address is a `response`, later ones are `revisit`s of it; a file's
    body, which has no address, is a `resource` named by its SHA-256.  The file appears whole or not at all.
    """
    target = path if path.name.endswith((".warc", ".warc.gz")) else path / FILE_NAME
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{secrets.token_hex(8)}.tmp")
    try:
        with fresh.open("xb") as file:
            writer = WARCWriter(file, gzip=target.name.endswith(".gz"), warc_version="1.1")
            about = {"software": software, "format": "WARC File Format 1.1"}
            writer.write_record(writer.create_warcinfo_record(target.name, about))
            for sha256 in store.shas():
                _write_body(writer, store, sha256)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)
    return target


def _write_body(writer: WARCWriter, store: RawStore, sha256: str) -> None:
    body = store.body(sha256)
    fetches = store.fetches(sha256)
    named = [fetch for fetch in fetches if fetch.url is not None]
    digest = f"sha1:{base64.b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode('ascii')}"
    first_of: dict[str, Fetch] = {}
    for fetch in named:
        address = _address(fetch)
        head = _head(fetch, len(body))
        known = first_of.setdefault(address, fetch)
        if known is fetch:
            record = writer.create_warc_record(
                address, "response", payload=BytesIO(body), http_headers=head, warc_headers_dict=_when(fetch)
            )
        else:
            record = writer.create_revisit_record(
                address, digest, address, _date(known), http_headers=head, warc_headers_dict=_when(fetch)
            )
        writer.write_record(record)
    if not named:
        record = writer.create_warc_record(
            f"urn:sha256:{sha256}",
            "resource",
            payload=BytesIO(body),
            warc_content_type="application/octet-stream",
            warc_headers_dict=_when(fetches[0]) if fetches else {},
        )
        writer.write_record(record)


def _head(fetch: Fetch, length: int) -> StatusAndHeaders:
    headers = [(name, value) for name, value in fetch.headers if name not in _OF_THE_WIRE]
    status = f"{fetch.status} {_STATUS_WORDS.get(fetch.status, '')}".strip()
    return StatusAndHeaders(status, [*headers, ("content-length", str(length))], protocol="HTTP/1.1")


def _address(fetch: Fetch) -> str:
    """What the bytes were served as; of an archive's capture what it captured, so that a replay finds it there."""
    address = fetch.final_url or fetch.url or ""
    copy = captured(address) if address.startswith("http") else None
    return copy.original if copy is not None else address


def _when(fetch: Fetch) -> dict[str, str]:
    return {"WARC-Date": _date(fetch)}


def _date(fetch: Fetch) -> str:
    at = fetch.captured_at or fetch.fetched_at
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
