"""The sample site on loopback, and its sources, for the tests of sources."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from extract.sample_site.log import RequestLog
from extract.sample_site.server import SampleServer
from extract.sample_site.source_files import write_sources
from extract.sample_site.state import State
from extract.sources import Source, load_sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A running sample site: what it has, what it was asked, and the sources that reach it."""

    state: State
    log: RequestLog
    sources: dict[str, Source]

    def addresses(self, source: str) -> set[str]:
        """Every address of a release this source should bring."""
        return {address for truth in self.state.truth(source) for address in truth.addresses[source]}

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.log.all()]


@contextmanager
def sample(folder: Path) -> Iterator[Sample]:
    """The sample site for the length of a block."""
    state, log = State(), RequestLog()
    server = SampleServer(state, log)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    write_sources(folder / "sources", server.port, pace=500)
    try:
        yield Sample(state=state, log=log, sources=load_sources(folder / "sources"))
    finally:
        server.shutdown()
        server.server_close()
