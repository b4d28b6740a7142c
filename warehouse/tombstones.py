"""What was forgotten and must stay out: `pipeline/forgotten.jsonl`, one line a release, with hashes alone."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warehouse.folding import folded_body
from warehouse.rows import Arrival

_NAME = "forgotten.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstones:
    """SHA-256 of the addresses, of the folded bodies and of the files' own SHA-256 that were forgotten."""

    addresses: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()

    def covers(self, arrival: Arrival) -> bool:
        """Whether this arrival, by its address, its bytes or its words, was forgotten."""
        if self.covers_document(arrival.url, arrival.sha256):
            return True
        release = arrival.rows.release
        return bool(self.bodies) and (
            hashed(folded_body(release.text, release.body_start, release.notes_start)) in self.bodies
        )

    def covers_document(self, url: str | None, sha256: str | None) -> bool:
        """The same of what could not be read."""
        return (url is not None and hashed(url) in self.addresses) or (
            sha256 is not None and hashed(sha256) in self.files
        )


def hashed(words: str) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(words.encode()).hexdigest()


def read(folder: Path | None) -> Tombstones:
    """The tombstones in a `pipeline/` folder; none where there is no such file."""
    path = folder / _NAME if folder else None
    if path is None or not path.exists():
        return Tombstones()
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return Tombstones(
        addresses=frozenset(address for line in lines for address in line["addresses"]),
        bodies=frozenset(body for line in lines for body in line["bodies"]),
        # Lines written before files had tombstones are without.
        files=frozenset(sha256 for line in lines for sha256 in line.get("files", ())),
    )


def add(
    folder: Path, *, urls: Iterable[str], bodies: Iterable[str] = (), files: Iterable[str] = (), now: datetime
) -> None:
    """Append one tombstone; on disk before this returns.  `bodies` are folded, `files` the SHA-256 of their bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    line = {
        "forgotten_at": now.isoformat(),
        "addresses": sorted({hashed(url) for url in urls}),
        "bodies": sorted({hashed(body) for body in bodies}),
        "files": sorted({hashed(sha256) for sha256 in files}),
    }
    with (folder / _NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())
