"""What every step works with: settings, sources, raw store and the site's client.  Opens the rooms, decides nothing."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from extract.http import Client
from extract.poll_memory import PollMemory
from extract.raw_store import RawStore
from extract.sources import Source, load_sources
from flows.poll_state import poll_memory
from flows.problems import Problem
from flows.settings import Settings
from warehouse import samples
from warehouse.connect import reading_build
from warehouse.errors import NoWarehouse


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """The open client with its memory, beside the raw store and the sources in force."""

    settings: Settings
    sources: Mapping[str, Source]
    store: RawStore
    client: Client
    memory: PollMemory


@contextmanager
def workshop(settings: Settings) -> Iterator[Workshop]:
    """A workshop for the length of a block; what was learnt of the site is kept at its end.  Raises BadSource."""
    sources = sources_in_force(settings)
    pace_dir = settings.pipeline_dir / "pace"
    with (
        poll_memory(settings.pipeline_dir) as memory,
        Client(
            contact=settings.contact,
            pace_dir=pace_dir,
            memory=memory,
            pace=settings.pace,
            proxy=settings.proxy,
            ca_bundle=settings.ca_bundle,
        ) as client,
    ):
        yield Workshop(
            settings=settings, sources=sources, store=RawStore(settings.raw_dir), client=client, memory=memory
        )


def sources_in_force(settings: Settings) -> dict[str, Source]:
    """The sources by name.  Where the sample site's are given, only those: invented and real releases never mix."""
    sources = load_sources(settings.sources_dir)
    return {name: source for name, source in sources.items() if samples.is_sample(name)} or sources


def chosen(settings: Settings, names: list[str] | None, *, polled: bool) -> list[Source]:
    """The sources a run asks, by name or all, archives last.  `polled` leaves out what no longer grows.

    Raises Problem (wrong use) for a name there is no source of, and MixedWarehouse before anything is asked.
    """
    sources = sources_in_force(settings)
    for name in names or ():
        if name not in sources:
            raise Problem(f"there is no source {name!r}; there are {', '.join(sorted(sources))}", status=2)
    found = [sources[name] for name in names] if names else list(sources.values())
    if polled and not names:
        found = [source for source in found if not source.is_archive and source.last_year is None]
    refuse_mixture(settings, [source.name for source in found])
    return sorted(found, key=lambda source: (source.is_archive, source.last_year is not None, source.name))


def refuse_mixture(settings: Settings, names: Iterable[str]) -> None:
    """Raises MixedWarehouse where the sources of these names do not go with what the warehouse holds.

    Files a person names go into either, and are not asked about.
    """
    # The sources in force are all of one kind, so where nothing is held yet there is nothing to mix.
    with suppress(NoWarehouse), reading_build(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        samples.refuse_mixture(con, names)
