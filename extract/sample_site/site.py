"""The sample site as its users see it: start it, look at its truth and its log, and make things go wrong."""

import threading
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from extract.sample_site.faults import Fault
from extract.sample_site.hosts import NEWS_BASE
from extract.sample_site.invented import Invented
from extract.sample_site.log import Asked, RequestLog
from extract.sample_site.server import SampleServer
from extract.sample_site.source_files import write_sources
from extract.sample_site.state import State, Switches, Truth


class SampleSite:
    """An invented inspectorate on a free port of loopback, served by threads of this process while the block lasts.

        with SampleSite() as site:
            site.write_sources(folder)
            site.fault("status", "probation.example/news/*", status=503, times=2)

    `log_file` gets every request as a line of JSON.  `port` 0 is any free one.
    """

    base_url = NEWS_BASE

    def __init__(self, *, port: int = 0, log_file: Path | None = None, **switches: Any) -> None:
        self.state = State()
        self.state.switches = Switches(**switches)
        self.log = RequestLog(log_file)
        self._server = SampleServer(self.state, self.log, port)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=5)

    @property
    def port(self) -> int:
        """The port it got."""
        return self._server.port

    @property
    def connect_to(self) -> str:
        """The place where its hosts answer."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def switches(self) -> Switches:
        """Ways in which it differs from another site; set them at any time."""
        return self.state.switches

    def write_sources(self, folder: Path, *, pace: float = 50.0) -> list[Path]:
        """Writes `sample_news.toml`, `sample_old.toml`, `sample_ukgwa.toml` and `sample_ia.toml`; returns them."""
        return write_sources(folder, self.port, pace=pace)

    def truth(self, source: str | None = None) -> list[Truth]:
        """Its releases, newest first; those of one source where it is named."""
        return self.state.truth(source)

    def requests(self, *, host: str | None = None, path: str | None = None) -> list[Asked]:
        """What was asked of it, in order; of one host, or under one path, where these are given."""
        return self.log.all(host=host, path=path)

    def fault(self, kind: str, where: str, **settings: Any) -> Fault:
        """Makes something go wrong: see `faults.Fault`.  `where` is `host/path`, with `*` as wildcard."""
        fault = Fault(kind=kind, where=where, **settings)
        with self.state.lock:
            self.state.faults.append(fault)
        return fault

    def mend(self) -> None:
        """Takes all faults away."""
        with self.state.lock:
            self.state.faults.clear()

    def add_release(self, name: str, **fields: Any) -> Invented:
        """Publishes a further release; it needs `title`, `body`, `published_on` where they matter."""
        fields.setdefault("body", "An invented release, added while the site runs.\n\nIt says that all is well.")
        return self.state.add(name, **fields)

    def change_release(self, name: str, *, modified_at: datetime | None = None, **fields: Any) -> Invented:
        """Changes a release's title or body; its time of change is now unless given."""
        if modified_at is not None:
            fields["modified_at"] = modified_at
        return self.state.change(name, **fields)

    def withdraw(self, name: str, status: int = 410) -> None:
        """Takes a release off the site."""
        self.state.withdraw(name, status)


def serve(port: int = 0, data_dir: Path | None = None, *, pace: float = 50.0, **switches: Any) -> SampleSite:
    """A sample site ready to be entered, its log and its sources' TOMLs in `data_dir` where that is given.

    The caller enters it (`with serve(...) as site`) and keeps the block open as long as it is to answer.
    """
    log_file = data_dir / "sample-site.jsonl" if data_dir is not None else None
    site = SampleSite(port=port, log_file=log_file, **switches)
    if data_dir is not None:
        site.write_sources(data_dir / "sources", pace=pace)
    return site
