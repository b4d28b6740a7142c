"""A site of a few lines on loopback, for what the sample site has no switch for: a test writes its answers itself."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from extract.http import Client
from extract.poll_memory import PollMemory
from extract.sources.source import Source

BASE = "http://probation.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An answer: what is sent, and how.  `pieces` come as they are made, and without a length."""

    body: bytes = b"<html>a page</html>"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    pieces: Callable[[], Iterator[bytes]] | None = None
    declared: int | None = None


@dataclass(slots=True)
class Asked:
    """A request: when, of which host, for what, with which headers (names in lower case)."""

    at: float
    host: str
    path: str
    headers: dict[str, str]


@dataclass(slots=True)
class Site:
    """Answers by path, looked at for every request anew; a list is used up one by one, its last answer stays."""

    port: int = 0
    answers: dict[str, Said | list[Said]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    def source(self, **settings: object) -> Source:
        """A source whose socket goes here."""
        given = {"name": "handmade", "module": "hale_news", "base_url": BASE, "pace": 200.0, **settings}
        return Source(**{"connect_to": f"http://127.0.0.1:{self.port}", **given})  # type: ignore[arg-type]

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.log]

    def answer(self, path: str) -> Said:
        """What is said to a request; a missing page to what nobody wrote an answer for."""
        said = self.answers.get(path, Said(status=404, body=b"not here"))
        if isinstance(said, Said):
            return said
        return said.pop(0) if len(said) > 1 else said[0]


@contextmanager
def site() -> Iterator[Site]:
    """A site on a free port for the length of a block."""
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            made.log.append(Asked(time.time(), headers["host"], self.path, headers))
            said = made.answer(self.path)
            self.send_response(said.status)
            for name, value in said.headers:
                self.send_header(name, value)
            if said.pieces is None:
                self.send_header("content-length", str(len(said.body) if said.declared is None else said.declared))
            else:
                self.send_header("connection", "close")
            self.end_headers()
            try:
                for piece in [said.body] if said.pieces is None else said.pieces():
                    self.wfile.write(piece)
                    self.wfile.flush()
            except OSError:
                self.close_connection = True
            if said.pieces is not None or said.declared is not None:
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, *args: object) -> None:
            """A client that hangs up is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.server_close()


def client(folder: Path, memory: PollMemory | None = None, **settings: object) -> Client:
    """A client that loses no time with waiting."""
    given: dict[str, object] = {"contact": "tests@inspectorate.example", "retry_seconds": 0.01, **settings}
    return Client(pace_dir=folder / "pace", memory=memory, **given)  # type: ignore[arg-type]
