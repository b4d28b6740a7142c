"""Removes a release, or what never became one, for good: from every table and kept copy, leaving a tombstone."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse import connect, tombstones
from warehouse.catalogue import FACTS
from warehouse.database import connected, copy_rows
from warehouse.folding import folded_body
from warehouse.publish import publish
from warehouse.rows import Forgotten
from warehouse.transactions import revised, transaction

_WITH_RELEASE = (
    *(table for table in FACTS if table not in ("speakers", "organisations")),
    "pipeline.row_changes",
    "pipeline.check_results",
    "pipeline.readings",
    "pipeline.release_aliases",
)
_OF_DOCUMENTS = ("documents", "quarantine", "discoveries")


# As much of a quarantine row's id as `inspectorate quarantine list` shows.
_SHOWN_OF_AN_ID = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class _Traces:
    """Where the database knows what is to be forgotten by: releases, quarantine rows, addresses, SHA-256 of documents.

    `files` are those of the documents that have no address, `bodies` the folded words.
    """

    release_ids: list[str]
    quarantine_ids: set[str]
    urls: set[str]
    sha256s: set[str]
    files: set[str]
    bodies: set[str]


def forget(
    data_dir: Path,
    name: str,
    *,
    now: datetime,
    wait_seconds: float = 60,
    elsewhere: Callable[[Forgotten], None] = lambda _: None,
) -> Forgotten:
    """Remove what is known by this name, and publish.

    That is the release with this address, id or document's SHA-256; what stands in quarantine under this address or
    row's id (or its first twelve figures); a file without an address, by its SHA-256.

    `elsewhere` removes what is kept outside the database.  It is called while the database still knows the release:
    stopped half-way, the same call finds everything once more.  An address that is not known leaves its tombstone all
    the same; any other name that is not known changes nothing.
    """
    folder = data_dir / "pipeline"
    with connect.writing(data_dir, wait_seconds=wait_seconds) as con:
        traces = _traces(con, name)
        found = Forgotten(
            release_id=traces.release_ids[0] if traces.release_ids else None,
            ids=(*traces.release_ids, *_former(con, traces.release_ids)),
            urls=tuple(sorted(traces.urls)),
            sha256s=tuple(sorted(traces.sha256s)),
            rows=0,
        )
        if not (traces.release_ids or traces.quarantine_ids or traces.urls or traces.sha256s):
            return found
        # The tombstone first: whatever ends this process, what was to be forgotten does not come back.
        if traces.urls or traces.bodies or traces.files:
            tombstones.add(folder, urls=traces.urls, bodies=traces.bodies, files=traces.files, now=now)
        elsewhere(found)
        with transaction(con):
            rows = _remove(con, traces)
            revised(con, now)
    with connect.locked(data_dir, wait_seconds=wait_seconds):
        _without_remains(data_dir)
    if publish(data_dir, now=now, wait_seconds=wait_seconds).outcome == "blocked":
        # What the checks hold against the rest is no reason to go on showing what was to be forgotten.
        with connect.locked(data_dir, wait_seconds=wait_seconds):
            _remove_from_public(data_dir, traces)
    return replace(found, rows=rows)


def is_forgotten(data_dir: Path, url: str) -> bool:
    """Whether an address has a tombstone; such a one is never fetched again."""
    return tombstones.hashed(url) in tombstones.read(data_dir / "pipeline").addresses


def _releases(con: duckdb.DuckDBPyConnection, name: str) -> list[str]:
    rows = con.execute(
        "select release_id from pipeline.readings where url = $name or sha256 = $name"
        " or release_id = current_release_id($name) group by release_id order by release_id",
        {"name": name},
    ).fetchall()
    return [release_id for (release_id,) in rows]


def _former(con: duckdb.DuckDBPyConnection, release_ids: list[str]) -> list[str]:
    rows = con.execute(
        "select alias_id from pipeline.release_aliases where release_id in (select unnest(?::varchar[])) order by 1",
        [release_ids],
    ).fetchall()
    return [alias_id for (alias_id,) in rows]


def _traces(con: duckdb.DuckDBPyConnection, name: str) -> _Traces:
    release_ids = _releases(con, name)
    read = con.execute(
        "select url, sha256 from pipeline.readings where release_id in (select unnest(?::varchar[]))", [release_ids]
    ).fetchall()
    # A SHA-256 leads to files alone: the same bytes, an error page say, may have come from addresses of any kind.
    quarantined = con.execute(
        "select quarantine_id, url, sha256 from pipeline.quarantine where url is null and sha256 = $name"
        " or length($name) >= $shown and starts_with(quarantine_id, $name)",
        {"name": name, "shown": _SHOWN_OF_AN_ID},
    ).fetchall()
    received = con.execute(
        "select url, sha256 from pipeline.documents where url is null and sha256 = ?", [name]
    ).fetchall()
    documents = {*read, *((url, sha256) for _, url, sha256 in quarantined), *received}
    urls = {url for url, _ in documents if url}
    if "://" in name:
        urls.add(name)
    sha256s = {sha256 for _, sha256 in documents if sha256}
    for table in _OF_DOCUMENTS:
        sha256s |= {
            sha256
            for (sha256,) in con.execute(
                f"select sha256 from pipeline.{table} where sha256 is not null"  # noqa: S608 - names of our own
                " and url in (select unnest(?::varchar[]))",
                [sorted(urls)],
            ).fetchall()
        }
    texts = con.execute(
        "select text, body_start, notes_start from release_versions where release_id in (select unnest(?::varchar[]))",
        [release_ids],
    ).fetchall()
    return _Traces(
        release_ids=release_ids,
        quarantine_ids={quarantine_id for quarantine_id, _, _ in quarantined},
        urls=urls,
        sha256s=sha256s,
        files={sha256 for url, sha256 in documents if sha256 and not url},
        bodies={folded_body(*text) for text in texts} - {""},
    )


def _remove(con: duckdb.DuckDBPyConnection, traces: _Traces) -> int:
    """Delete every row of what is to be forgotten; how many these were.  Needs an open transaction."""
    urls, sha256s = sorted(traces.urls), sorted(traces.sha256s)
    deletions: list[tuple[str, list[list[str]]]] = [
        (f"{table} where release_id in (select unnest(?::varchar[]))", [traces.release_ids]) for table in _WITH_RELEASE
    ]
    deletions += [
        (
            f"pipeline.{table} where url in (select unnest(?::varchar[])) or sha256 in (select unnest(?::varchar[]))",
            [urls, sha256s],
        )
        for table in _OF_DOCUMENTS
    ]
    deletions.append(
        ("pipeline.quarantine where quarantine_id in (select unnest(?::varchar[]))", [sorted(traces.quarantine_ids)])
    )
    removed = sum(
        len(con.execute(f"delete from {rows} returning 1", parameters).fetchall())  # noqa: S608 - names of our own
        for rows, parameters in deletions
    )
    con.execute(
        "update pipeline.runs set reason = 'named what was forgotten'"
        " where exists (select 1 from unnest(?::varchar[]) as named(url) where contains(reason, named.url))",
        [urls],
    ).fetchall()
    return removed


def _without_remains(data_dir: Path) -> None:
    """Copy the database row by row, since a deleted row's bytes stay in a DuckDB file; delete kept older files."""
    build = connect.build_path(data_dir)
    clean = build.with_name("forgetting.duckdb")
    with connected(build) as con:
        copy_rows(con, clean)
    clean.replace(build)
    for pattern in ("build.version-*", "build.before-rebuild*", "rebuild*.duckdb*", "migrating-*.duckdb*"):
        for kept in build.parent.glob(pattern):
            kept.unlink()


def _remove_from_public(data_dir: Path, traces: _Traces) -> None:
    """Take the release out of the snapshot that stands."""
    public = connect.public_path(data_dir)
    if not public.exists():
        return
    copy = public.with_name(f"{public.name}.tmp.forgetting")
    shutil.copyfile(public, copy)
    clean = public.with_name(f"{public.name}.tmp.forgotten")
    with connected(copy) as con:
        with transaction(con):
            _remove(con, traces)
        copy_rows(con, clean)
    copy.unlink()
    clean.chmod(0o444)
    public.with_name(f"{public.name}.wal").unlink(missing_ok=True)
    clean.replace(public)
