"""What a batch does to the warehouse: groups, current texts, versions, ids given up.  Reads, and writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import duckdb

from transform.rows import ReleaseRows
from warehouse import kept, readings
from warehouse.folding import digest
from warehouse.identity import Group, Key, Reading, groups
from warehouse.rows import Arrival
from warehouse.staging import Staged


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything to be written for a batch, before its times.

    `staged` has the current rows of every release affected, `others` those of arrivals that are not current (to be
    checked only).  `before` has the ids of affected releases that stand in the warehouse already, `rules_only` those of
    which nothing changed but how we read them.  `moved` maps ids given up to the ids that stand for them.
    """

    staged: tuple[Staged, ...]
    others: tuple[Staged, ...]
    urls: tuple[tuple[Any, ...], ...]
    versions: tuple[tuple[Any, ...], ...]
    readings: tuple[tuple[Any, ...], ...]
    before: frozenset[str]
    rules_only: frozenset[str]
    moved: Mapping[str, str]
    seen_live: frozenset[str]
    release_of: Mapping[Key, str]
    versions_of: Mapping[str, int]
    current_versions: frozenset[str]


def plan(con: duckdb.DuckDBPyConnection, arrivals: Mapping[Key, Arrival], rules_version: str) -> Plan:
    """What these arrivals do; each key is an address and a SHA-256."""
    incoming = {key: readings.reading_of(arrival, rules_version) for key, arrival in arrivals.items()}
    known = readings.touched(con, incoming.values())
    release_before = {key: release_id for key, (release_id, _) in known.items()}
    together = {key: reading for key, (_, reading) in known.items()}
    for key, reading in incoming.items():
        together[key] = readings.merged(together[key], reading) if key in together else reading
    found = groups(list(together.values()), readings.bodies(con, arrivals, release_before))
    affected = [group for group in found if _is_affected(group, incoming, release_before)]
    before = {release_before[r.key] for group in affected for r in group.readings if r.key in release_before}
    stock = _Stock.of(con, affected, arrivals, release_before, before)

    release_of = {reading.key: group.release_id for group in affected for reading in group.readings}
    standing = {group.release_id for group in affected}
    moved = {old: release_of[key] for key, old in release_before.items() if old in before and old not in standing}
    return Plan(
        staged=tuple(
            Staged(
                release_id=group.release_id,
                arrival=group.current.key if group.current.key in arrivals else None,
                rules_version=group.current.rules_version,
                rows=stock.current_rows(group),
            )
            for group in affected
        ),
        others=tuple(
            Staged(
                release_id=f"{group.release_id} {reading.address} {reading.sha256}",
                arrival=reading.key,
                rules_version=rules_version,
                rows=arrival.rows,
            )
            for group in affected
            for reading in group.readings
            if reading.key != group.current.key and (arrival := arrivals.get(reading.key)) is not None
        ),
        urls=tuple(row for group in affected for row in _urls(group)),
        versions=tuple(row for group in affected for row in stock.versions(group)),
        readings=tuple(row for group in affected for row in stock.readings(group)),
        before=frozenset(before),
        rules_only=frozenset(g.release_id for g in affected if _rules_only(g, known, stock.current_versions)),
        moved=moved,
        seen_live=frozenset(release_of[key] for key, reading in incoming.items() if reading.preference <= 1),
        release_of=release_of,
        current_versions=frozenset(digest(g.release_id, g.current.text_hash) for g in affected),
        versions_of={
            g.release_id: len({r.text_hash for r in g.readings if r.address == g.current.address}) for g in affected
        },
    )


def _is_affected(group: Group, incoming: Mapping[Key, Reading], release_before: Mapping[Key, str]) -> bool:
    """Whether a group has an arrival in it, or is not the release it was."""
    return any(r.key in incoming or release_before[r.key] != group.release_id for r in group.readings)


def _rules_only(group: Group, known: Mapping[Key, tuple[str, Reading]], current_versions: Mapping[str, str]) -> bool:
    """Whether the words are those that stood, or those of the same bytes read another way."""
    if current_versions.get(group.release_id) == digest(group.release_id, group.current.text_hash):
        return True
    before = known.get(group.current.key)
    return before is not None and before[1].text_hash != group.current.text_hash


def _urls(group: Group) -> list[tuple[Any, ...]]:
    best: dict[str, Reading] = {}
    for reading in sorted(group.readings, key=lambda r: (r.preference, r.first_at, r.sha256)):
        if reading.url is not None:
            best.setdefault(reading.url, reading)
    return [(url, group.release_id, r.source, r.preference <= 1, r.rules_version) for url, r in best.items()]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stock:
    """What the warehouse has of the affected releases: rows, kept rows and version texts."""

    arrivals: Mapping[Key, Arrival]
    release_before: Mapping[Key, str]
    stored: Mapping[str, ReleaseRows]
    kept: Mapping[Key, str]
    texts: Mapping[str, tuple[Any, ...]]
    current_versions: Mapping[str, str]

    @classmethod
    def of(
        cls,
        con: duckdb.DuckDBPyConnection,
        affected: Sequence[Group],
        arrivals: Mapping[Key, Arrival],
        release_before: Mapping[Key, str],
        before: set[str],
    ) -> "_Stock":
        """Read it, in as many queries as there are tables; of a batch of new releases, in none."""
        if not before:
            return cls(
                arrivals=arrivals, release_before=release_before, stored={}, kept={}, texts={}, current_versions={}
            )
        ids = list(before)
        kept_rows = con.execute(
            "select address, sha256, kept_rows from pipeline.readings"
            " where kept_rows is not null and release_id in (select unnest(?::varchar[]))",
            [ids],
        ).fetchall()
        texts = con.execute(
            "select version_id, title, layout, text, body_start, notes_start, release_id, is_current"
            " from release_versions where release_id in (select unnest(?::varchar[]))",
            [ids],
        ).fetchall()
        needed = {release_before[r.key] for group in affected for r in group.readings if r.key in release_before}
        return cls(
            arrivals=arrivals,
            release_before=release_before,
            stored=kept.stored(con, needed),
            kept={(address, sha256): rows for address, sha256, rows in kept_rows},
            texts={row[0]: row[1:6] for row in texts},
            current_versions={row[6]: row[0] for row in texts if row[7]},
        )

    def rows(self, reading: Reading) -> ReleaseRows:
        """The rows of a reading: as it arrived, as it was kept, or as they stand."""
        if reading.key in self.arrivals:
            return self.arrivals[reading.key].rows
        if reading.key in self.kept:
            return kept.restored(self.kept[reading.key])
        return self.stored[self.release_before[reading.key]]

    def current_rows(self, group: Group) -> ReleaseRows:
        """The rows of a release's current text."""
        rows = self.rows(group.current)
        release = replace(rows.release, url=group.current.url, document_sha256=group.document.sha256)
        return rows if release == rows.release else replace(rows, release=release)

    def versions(self, group: Group) -> list[tuple[Any, ...]]:
        """Rows of `release_versions`, in the order of `staging.VERSIONS`."""
        found = []
        for text_hash, best in group.versions().items():
            if best.key in self.arrivals:
                release = self.arrivals[best.key].rows.release
                words = (release.title, release.layout, release.text, release.body_start, release.notes_start)
            else:
                words = self.texts[digest(self.release_before[best.key], text_hash)]
            title, layout, text, body_start, notes_start = words
            found.append(
                (
                    digest(group.release_id, text_hash),
                    group.release_id,
                    best.url,
                    best.source,
                    title,
                    best.published_on,
                    layout,
                    text,
                    body_start,
                    notes_start,
                    best.sha256,
                    best.captured_at,
                    text_hash == group.current.text_hash,
                    best.rules_version,
                )
            )
        return found

    def readings(self, group: Group) -> list[tuple[Any, ...]]:
        """Rows of `pipeline.readings`, in the order of `staging.READINGS`."""
        current = group.current
        found = []
        for r in group.readings:
            stands = (r.text_hash, r.published_on) == (current.text_hash, current.published_on)
            if stands:
                rows = None
            elif r.key in self.kept and r.key not in self.arrivals:
                rows = self.kept[r.key]
            else:
                rows = kept.dumped(self.rows(r))
            found.append(
                (
                    *(r.address, r.sha256, group.release_id, r.url, r.source, r.preference, r.first_at, r.last_at),
                    *(r.captured_at, r.published_on, r.title_hash, r.body_hash, r.body_words, r.text_hash),
                    *(r.rules_version, rows),
                )
            )
        return found
