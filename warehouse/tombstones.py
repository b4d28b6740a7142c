"""What was forgotten and must stay out: `pipeline/forgotten.jsonl`, one line a release, with hashes alone."""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from warehouse.folding import folded
from warehouse.rows import Arrival

_NAME = "forgotten.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstones:
    """SHA-256 of the addresses and of the folded bodies that were forgotten."""

    addresses: frozenset[str]
    bodies: frozenset[str]

    def covers(self, arrival: Arrival) -> bool:
        """Whether this arrival, by its address or by its words, was forgotten."""
        if not self.addresses and not self.bodies:
            return False
        release = arrival.rows.release
        return (arrival.url is not None and hashed(arrival.url) in self.addresses) or hashed(
            folded(release.text[release.body_start : release.notes_start])
        ) in self.bodies


def hashed(words: str) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(words.encode()).hexdigest()


def read(folder: Path | None) -> Tombstones:
    """The tombstones in a `pipeline/` folder; none where there is no such file."""
    path = folder / _NAME if folder else None
    if path is None or not path.exists():
        return Tombstones(addresses=frozenset(), bodies=frozenset())
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return Tombstones(
        addresses=frozenset(address for line in lines for address in line["addresses"]),
        bodies=frozenset(body for line in lines for body in line["bodies"]),
    )


def add(folder: Path, *, urls: Iterable[str], bodies: Iterable[str], now: datetime) -> None:
    """Append one tombstone; on disk before this returns.  `bodies` are folded."""
    folder.mkdir(parents=True, exist_ok=True)
    line = {
        "forgotten_at": now.isoformat(),
        "addresses": sorted({hashed(url) for url in urls}),
        "bodies": sorted({hashed(body) for body in bodies}),
    }
    with (folder / _NAME).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
        file.flush()
        os.fsync(file.fileno())
