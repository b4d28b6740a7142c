"""A release removed for good: from the raw store, from our own Prefect's history, and from the warehouse."""

from collections.abc import Iterator

from extract.raw_store import RawStore
from flows import prefect_history
from flows.runs import now
from flows.settings import Settings
from warehouse.forget import forget as remove
from warehouse.rows import Forgotten
from warehouse.tombstones import hashed


def forget(settings: Settings, name: str) -> Forgotten:
    """Remove what has this canonical address, id or SHA-256; what was removed.  Safe to stop and run again."""

    def elsewhere(found: Forgotten) -> None:
        store = RawStore(settings.raw_dir)
        for sha256 in {*found.sha256s, *_kept_of(store, found.urls)}:
            store.forget(sha256)
        # An event knows an address by its hash.  The name itself is no word to look for: that of nothing we know may
        # stand in any run, and the beginning of an id in any word.
        words = [*found.ids, *found.urls, *found.sha256s, *map(hashed, found.urls)]
        prefect_history.forget(settings.pipeline_dir / "prefect", words)

    return remove(settings.data_dir, name, now=now(), wait_seconds=settings.lock_seconds, elsewhere=elsewhere)


def _kept_of(store: RawStore, urls: tuple[str, ...]) -> Iterator[str]:
    """Bodies that came from these addresses alone, also where the warehouse was lost or never read them."""
    for sha256 in store.shas():
        fetches = store.fetches(sha256)
        if fetches and all(fetch.url in urls for fetch in fetches):
            yield sha256
