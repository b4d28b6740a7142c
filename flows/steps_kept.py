"""Bytes that need not be asked for once more: they are in the raw store, and nothing newer can be had."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta

from extract.errors import DamagedBody
from extract.raw_store import Fetch, RawStore
from flows.runs import now
from flows.settings import Settings
from flows.steps_fetch import Fetched, as_kept
from warehouse.connect import writing
from warehouse.discoveries import known
from warehouse.documents import read_at
from warehouse.rows import Due, Reason

# A run that was killed has fetched a batch and loaded none of it.  The site's own cache is as old (seen 2026-11).
STILL_NEW = timedelta(hours=1)


def kept_already(settings: Settings, dues: Sequence[Due]) -> dict[str, Fetched]:
    """By address, what of this is kept: a capture, which never changes, or what a killed run fetched and did not load.

    A capture that a person asked for is fetched all the same.
    """
    store = RawStore(settings.raw_dir)
    latest = store.latest({due.url for due in dues})
    if not latest:
        return {}
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        rows = known(con, latest)
        loaded = read_at(con, latest)
    found = {}
    for due in dues:
        if due.url not in latest:
            continue
        sha256, fetch = latest[due.url]
        row = rows.get(due.url)
        changed_at = row.modified_at if row is not None else None
        if _is_current(due, fetch, changed_at, is_loaded=fetch.fetched_at in loaded.get(due.url, ())):
            # A damaged body is fetched once more.
            with suppress(DamagedBody):
                found[due.url] = as_kept(store.document_of(sha256, fetch), due.url)
    return found


def _is_current(due: Due, fetch: Fetch, changed_at: datetime | None, *, is_loaded: bool) -> bool:
    if fetch.source != due.source or fetch.captured_at != due.captured_at:
        return False
    if due.captured_at is not None and due.reason is not Reason.ASKED:
        return True
    is_newest = changed_at is None or fetch.fetched_at > changed_at
    return not is_loaded and is_newest and now() - fetch.fetched_at < STILL_NEW
