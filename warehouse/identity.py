"""Which release is this: addresses that are one release, its id, and which of its texts is current.

Nothing here depends on the order in which documents arrived.  Pure: the readings are found in `readings.py`.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from urllib.parse import urlsplit

from warehouse.folding import digest, shingles

LEAST_BODY_WORDS = 50
DAYS_APART = timedelta(days=31)
ALIKE = 0.9

_NO_TITLE = digest("")

Key = tuple[str, str]
"""Address and SHA-256 of a reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document as it was read at one address; the columns of `pipeline.readings` that identity needs."""

    address: str
    sha256: str
    url: str | None
    source: str
    preference: int
    first_at: datetime
    last_at: datetime
    captured_at: datetime | None
    published_on: date | None
    title_hash: str
    body_hash: str
    body_words: int
    text_hash: str
    rules_version: str

    @property
    def key(self) -> Key:
        """What tells readings apart."""
        return self.address, self.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The readings of one release.  `document` is the one its current text was first read from."""

    release_id: str
    readings: tuple[Reading, ...]
    current: Reading
    document: Reading

    def versions(self) -> dict[str, Reading]:
        """The best reading of every text, by the text's hash."""
        best: dict[str, Reading] = {}
        for reading in sorted(self.readings, key=lambda r: (r.preference, r.address, r.first_at, r.sha256)):
            best.setdefault(reading.text_hash, reading)
        best[self.current.text_hash] = self.document
        return best


def preference(url: str | None, source: str, captured_at: datetime | None) -> int:
    """How good a place a text was read at: 0 live `/news/`, 1 live, 2 UK Government Web Archive, 3 archive, 4 file."""
    if url is None or source == "folder":
        return 4
    if captured_at is not None:
        return 2 if "ukgwa" in source or "national_archives" in source else 3
    return 0 if urlsplit(url).path.startswith("/news/") else 1


def groups(readings: Sequence[Reading], bodies: Callable[[Iterable[Reading]], Mapping[Key, str]]) -> tuple[Group, ...]:
    """The readings parted into releases.  `bodies` is asked for folded bodies only where equal titles need them."""
    parent = list(range(len(readings)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    def join(members: Sequence[int]) -> None:
        for other in members[1:]:
            parent[root(other)] = root(members[0])

    for alike in _same(readings, lambda r: r.address):
        join(alike)
    for alike in _same(readings, lambda r: r.body_hash if r.body_words >= LEAST_BODY_WORDS else None):
        join(alike)
    for alike in _same(readings, lambda r: None if r.title_hash == _NO_TITLE else r.title_hash):
        for linked in _linked_by_title(alike, readings, bodies):
            join(linked)
    members: dict[int, list[Reading]] = defaultdict(list)
    for at, reading in enumerate(readings):
        members[root(at)].append(reading)
    return tuple(_group(found) for found in members.values())


def _same(readings: Sequence[Reading], key: Callable[[Reading], str | None]) -> list[list[int]]:
    """Positions of readings with an equal key, where there are at least two; a null key equals nothing."""
    buckets: dict[str, list[int]] = defaultdict(list)
    for at, reading in enumerate(readings):
        value = key(reading)
        if value is not None:
            buckets[value].append(at)
    return [bucket for bucket in buckets.values() if len(bucket) > 1]


def _linked_by_title(
    alike: list[int], readings: Sequence[Reading], bodies: Callable[[Iterable[Reading]], Mapping[Key, str]]
) -> list[list[int]]:
    """Sets of readings with one title that are one release: by date, else by what their bodies have in common."""
    dated = [(day, at) for at in alike if (day := readings[at].published_on) is not None]
    if len(dated) < len(alike):
        return [alike]
    dated.sort()
    runs = [[dated[0][1]]]
    for (before, _), (day, at) in pairwise(dated):
        if day - before <= DAYS_APART:
            runs[-1].append(at)
        else:
            runs.append([at])
    if len(runs) == 1:
        return runs
    words = bodies(readings[at] for at in alike)
    return runs + _alike(alike, {at: shingles(words[readings[at].key]) for at in alike})


def _alike(members: list[int], sets: Mapping[int, frozenset[int]]) -> list[list[int]]:
    """Pairs with nine-tenths of their shingles in common.

    Two such sets share one of the first few of their sorted shingles (prefix filtering), so that not every pair has
    to be compared.
    """
    by_shingle: dict[int, list[int]] = defaultdict(list)
    pairs = []
    for at in members:
        mine = sets[at]
        prefix = sorted(mine)[: len(mine) - math.ceil(ALIKE * len(mine)) + 1]
        candidates = {other for shingle in prefix for other in by_shingle[shingle]}
        pairs += [[at, other] for other in candidates if len(mine & sets[other]) >= ALIKE * len(mine | sets[other])]
        for shingle in prefix:
            by_shingle[shingle].append(at)
    return pairs


def _group(readings: list[Reading]) -> Group:
    by_address: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_address[reading.address].append(reading)
    keys = [_address_key(texts) for texts in by_address.values()]
    _, _, release_id = min(keys)
    current = min((_newest(texts) for texts in by_address.values()), key=_rank)
    same = [
        r
        for r in by_address[current.address]
        if r.text_hash == current.text_hash and r.preference == current.preference
    ]
    document = min(same, key=lambda r: (r.first_at, r.sha256))
    return Group(release_id=release_id, readings=tuple(readings), current=current, document=document)


def _address_key(texts: list[Reading]) -> tuple[bool, date, str]:
    """From the first text known of an address; sorts by date, unknown dates last, then by the hash."""
    first = min(texts, key=lambda r: (r.first_at, r.sha256))
    told = first.published_on.isoformat() if first.published_on else first.body_hash
    return first.published_on is None, first.published_on or date.max, digest(first.title_hash, told)


def _newest(texts: list[Reading]) -> Reading:
    """The newest text an address has had at the best place it was read at."""
    best = min(r.preference for r in texts)
    return max((r for r in texts if r.preference == best), key=lambda r: (r.last_at, r.first_at, r.sha256))


def _rank(reading: Reading) -> tuple[int, int, str]:
    """Best place first; then newest by its own date (when it was fetched depends on the order of arrival)."""
    return reading.preference, -(reading.published_on or date.min).toordinal(), reading.address
