"""The table `pipeline.readings`: which readings a batch touches, and writing them back.  Decides nothing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import duckdb

from warehouse.folding import digest, folded_body, folded_title
from warehouse.identity import Key, Reading, preference
from warehouse.rows import Arrival

_COLUMNS = (
    "address, sha256, url, source, preference, first_at, last_at, captured_at, published_on, title_hash, body_hash,"
    " body_words, text_hash, rules_version"
)


def reading_of(arrival: Arrival, rules_version: str) -> Reading:
    """What identity needs of one arrival."""
    release = arrival.rows.release
    body = folded_body(release.text, release.body_start, release.notes_start)
    at = arrival.captured_at or arrival.fetched_at
    return Reading(
        address=arrival.url or f"sha256:{arrival.sha256}",
        sha256=arrival.sha256,
        url=arrival.url,
        source=arrival.source,
        preference=preference(arrival.url, arrival.source, arrival.captured_at),
        first_at=at,
        last_at=at,
        captured_at=arrival.captured_at,
        published_on=release.published_on,
        title_hash=digest(folded_title(release.title)),
        body_hash=digest(body),
        body_words=body.count(" ") + 1 if body else 0,
        text_hash=digest(release.text),
        rules_version=rules_version,
    )


def merged(old: Reading, new: Reading) -> Reading:
    """One document at one address met twice: the later reading of it, from the best place, over the whole time."""
    best = min(old, new, key=lambda r: (r.preference, r.source))
    earliest = min(old, new, key=lambda r: r.first_at)
    return replace(
        new,
        source=best.source,
        preference=best.preference,
        first_at=earliest.first_at,
        last_at=max(old.last_at, new.last_at),
        captured_at=best.captured_at,
    )


def touched(con: duckdb.DuckDBPyConnection, incoming: Iterable[Reading]) -> dict[Key, tuple[str, Reading]]:
    """Every reading of every release that shares an address, a title or a body with the incoming; with its release."""
    readings = list(incoming)
    found = con.execute(
        f"""
        select release_id, {_COLUMNS}
        from pipeline.readings
        where release_id in (
            select release_id from pipeline.readings where address in (select unnest(?::varchar[]))
                or title_hash in (select unnest(?::varchar[])) or body_hash in (select unnest(?::varchar[]))
        )
        """,  # noqa: S608 - a constant of this module
        [
            list({r.address for r in readings}),
            list({r.title_hash for r in readings}),
            list({r.body_hash for r in readings}),
        ],
    ).fetchall()
    names = [name.strip() for name in _COLUMNS.split(",")]
    rows = ((release_id, Reading(**dict(zip(names, values, strict=True)))) for release_id, *values in found)
    return {reading.key: (release_id, reading) for release_id, reading in rows}


def bodies(
    con: duckdb.DuckDBPyConnection, arrivals: Mapping[Key, Arrival], release_of: Mapping[Key, str]
) -> Callable[[Iterable[Reading]], Mapping[Key, str]]:
    """A way to the folded bodies of readings: of arrivals as they are, of older ones from their kept texts."""

    def look_up(readings: Iterable[Reading]) -> Mapping[Key, str]:
        found: dict[Key, str] = {}
        versions: dict[str, list[Key]] = {}
        for reading in readings:
            if reading.key in arrivals:
                release = arrivals[reading.key].rows.release
                found[reading.key] = folded_body(release.text, release.body_start, release.notes_start)
            else:
                version_id = digest(release_of[reading.key], reading.text_hash)
                versions.setdefault(version_id, []).append(reading.key)
        rows = con.execute(
            "select version_id, text, body_start, notes_start from release_versions"
            " where version_id in (select unnest(?::varchar[]))",
            [list(versions)],
        ).fetchall()
        for version_id, text, body_start, notes_start in rows:
            for key in versions[version_id]:
                found[key] = folded_body(text, body_start, notes_start)
        return found

    return look_up
