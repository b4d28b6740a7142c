"""The public file: a copy of the writer's database, put in place by rename.

Under the lock: checkpoint and close, copy to a random name beside the public file, fsync, read-only mode, open it once
as proof, delete a write-ahead log somebody left beside the public name (it would spoil every later open), rename, fsync
the folder.
"""

import hashlib
import json
import secrets
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from warehouse import checks
from warehouse.catalogue import FACTS
from warehouse.connect import build_path, locked, opened, public_path
from warehouse.database import connected, sync
from warehouse.errors import PublishRefused
from warehouse.rows import Published
from warehouse.transactions import revision

_READ_ONLY = 0o444


@dataclass(frozen=True, slots=True, kw_only=True)
class _Last:
    """What stands published: its revision, when it was, and what the file looked like when we left it."""

    revision: int
    published_at: str
    size: int
    mtime_ns: int


def publish(data_dir: Path, *, now: datetime, at_most_every_seconds: float = 0, wait_seconds: float = 60) -> Published:
    """Check, and replace `data_dir/inspectorate.duckdb`, unless nothing changed or the last one is too young.

    Must not be called while this thread has the build database open.  A backfill passes `at_most_every_seconds=30`
    after each batch and 0 at its end.  Raises PublishRefused when the copy does not open.
    """
    last = _read_last(data_dir)
    if last is not None and _younger(last, now, at_most_every_seconds):
        return Published(outcome="postponed")
    with locked(data_dir, wait_seconds=wait_seconds):
        return _publish(data_dir, last, now)


def _publish(data_dir: Path, last: _Last | None, now: datetime) -> Published:
    build = build_path(data_dir)
    con = opened(build)
    try:
        count = revision(con)
        if last is not None and last.revision == count and _untouched(data_dir, last):
            return Published(outcome="skipped")
        findings = checks.errors(checks.check(con, now=now))
        if findings:
            return Published(outcome="blocked", findings=findings)
        rows = _counts(con)
        con.execute("checkpoint").fetchall()
    finally:
        con.close()
    public = snapshot(data_dir)
    stat = public.stat()
    _write_last(
        data_dir,
        _Last(
            revision=count,
            published_at=now.isoformat(),
            size=stat.st_size,
            mtime_ns=stat.st_mtime_ns,
        ),
    )
    return Published(outcome="published", path=public, rows=rows)


def snapshot(data_dir: Path) -> Path:
    """Copy the closed build database to the public name, which is returned.  Needs the lock."""
    build, public = build_path(data_dir), public_path(data_dir)
    for leftover in public.parent.glob(f"{public.name}.tmp.*"):
        leftover.unlink(missing_ok=True)
    copy = public.with_name(f"{public.name}.tmp.{secrets.token_hex(6)}")
    shutil.copyfile(build, copy)
    copy.chmod(_READ_ONLY)
    # Nobody writes to the copy meanwhile, so it is read while the disk takes it in.
    with ThreadPoolExecutor(max_workers=1) as beside:
        synced = beside.submit(sync, copy)
        try:
            _prove(copy)
        except duckdb.Error as error:
            copy.unlink()
            raise PublishRefused(f"{public}: the new snapshot does not open: {str(error).splitlines()[0]}") from error
        synced.result()
    wal = public.with_name(f"{public.name}.wal")
    wal.unlink(missing_ok=True)
    copy.replace(public)
    sync(public.parent)
    return public


def sha256_of(path: Path) -> str:
    """SHA-256 of a snapshot.  Counting it takes longer than copying, so that it is done for those who ask, unlocked."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _prove(path: Path) -> None:
    """Open a snapshot as an analyst does; before the rename, since one process opens a path it has open only once."""
    with connected(path, read_only=True) as con:
        con.execute("select count(*) from releases").fetchall()


def _counts(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    return {
        table: con.execute(f"select count(*) from {table}").fetchall()[0][0]  # noqa: S608 - names of our own
        for table in FACTS
    }


def _untouched(data_dir: Path, last: _Last) -> bool:
    """Whether the public file is the one we left: nobody wrote to it, nor left a write-ahead log beside it."""
    public = public_path(data_dir)
    if not public.exists() or public.with_name(f"{public.name}.wal").exists():
        return False
    stat = public.stat()
    return (stat.st_size, stat.st_mtime_ns) == (last.size, last.mtime_ns)


def _younger(last: _Last, now: datetime, seconds: float) -> bool:
    return seconds > 0 and now - datetime.fromisoformat(last.published_at) < timedelta(seconds=seconds)


def _last_path(data_dir: Path) -> Path:
    return data_dir / "pipeline" / "published.json"


def _read_last(data_dir: Path) -> _Last | None:
    path = _last_path(data_dir)
    if not path.exists():
        return None
    told = json.loads(path.read_text(encoding="ascii"))
    return _Last(**{one.name: told[one.name] for one in fields(_Last)})


def _write_last(data_dir: Path, last: _Last) -> None:
    path = _last_path(data_dir)
    half = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    half.write_text(json.dumps(asdict(last)), encoding="ascii")
    half.replace(path)
