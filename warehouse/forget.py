"""Removes a release for good: from every table and kept copy, leaving a tombstone that keeps it out."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb

from warehouse import connect, tombstones
from warehouse.catalogue import FACTS
from warehouse.database import connected, copy_rows
from warehouse.folding import folded
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


def forget(
    data_dir: Path,
    url: str,
    *,
    now: datetime,
    wait_seconds: float = 60,
    elsewhere: Callable[[Forgotten], None] = lambda _: None,
) -> Forgotten:
    """Remove the release with this address (or id, or SHA-256) and publish.

    `elsewhere` removes what is kept outside the database.  It is called while the database still knows the release:
    stopped half-way, the same call finds everything once more.  An address that is not known leaves its tombstone all
    the same; an id that is not known leaves none.
    """
    folder = data_dir / "pipeline"
    with connect.writing(data_dir, wait_seconds=wait_seconds) as con:
        release_ids = _releases(con, url)
        urls, sha256s, bodies = _traces(con, url, release_ids)
        # The tombstone first: whatever ends this process, what was to be forgotten does not come back.
        if urls or bodies:
            tombstones.add(folder, urls=urls, bodies=bodies, now=now)
        found = Forgotten(
            release_id=release_ids[0] if release_ids else None,
            ids=(*release_ids, *_former(con, release_ids)),
            urls=tuple(sorted(urls)),
            sha256s=tuple(sorted(sha256s)),
            rows=0,
        )
        elsewhere(found)
        with transaction(con):
            rows = _remove(con, release_ids, urls, sha256s)
            revised(con, now)
    with connect.locked(data_dir, wait_seconds=wait_seconds):
        _without_remains(data_dir)
    if publish(data_dir, now=now, wait_seconds=wait_seconds).outcome == "blocked":
        # What the checks hold against the rest is no reason to go on showing what was to be forgotten.
        with connect.locked(data_dir, wait_seconds=wait_seconds):
            _remove_from_public(data_dir, release_ids, urls, sha256s)
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


def _traces(con: duckdb.DuckDBPyConnection, name: str, release_ids: list[str]) -> tuple[set[str], set[str], set[str]]:
    """Addresses, SHA-256 of documents, and folded bodies of what is to be forgotten."""
    found = con.execute(
        "select url, sha256 from pipeline.readings where release_id in (select unnest(?::varchar[]))", [release_ids]
    ).fetchall()
    urls = {url for url, _ in found if url}
    if "/" in name:
        urls.add(name)
    sha256s = {sha256 for _, sha256 in found}
    for table in ("documents", "quarantine", "discoveries"):
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
    bodies = {folded(text[start:end]) for text, start, end in texts} - {""}
    return urls, sha256s, bodies


def _remove(con: duckdb.DuckDBPyConnection, release_ids: list[str], urls: set[str], sha256s: set[str]) -> int:
    removed = 0
    for table in _WITH_RELEASE:
        removed += len(
            con.execute(
                f"delete from {table} where release_id in (select unnest(?::varchar[])) returning 1",  # noqa: S608
                [release_ids],
            ).fetchall()
        )
    for table in ("documents", "quarantine", "discoveries"):
        removed += len(
            con.execute(
                f"delete from pipeline.{table}"  # noqa: S608 - names of our own
                " where url in (select unnest(?::varchar[])) or sha256 in (select unnest(?::varchar[])) returning 1",
                [sorted(urls), sorted(sha256s)],
            ).fetchall()
        )
    con.execute(
        "update pipeline.runs set reason = 'named what was forgotten'"
        " where exists (select 1 from unnest(?::varchar[]) as named(url) where contains(reason, named.url))",
        [sorted(urls)],
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


def _remove_from_public(data_dir: Path, release_ids: list[str], urls: set[str], sha256s: set[str]) -> None:
    """Take the release out of the snapshot that stands."""
    public = connect.public_path(data_dir)
    if not public.exists():
        return
    copy = public.with_name(f"{public.name}.tmp.forgetting")
    shutil.copyfile(public, copy)
    clean = public.with_name(f"{public.name}.tmp.forgotten")
    with connected(copy) as con:
        with transaction(con):
            _remove(con, release_ids, urls, sha256s)
        copy_rows(con, clean)
    copy.unlink()
    clean.chmod(0o444)
    public.with_name(f"{public.name}.wal").unlink(missing_ok=True)
    clean.replace(public)
