"""The sample site's HTTP server on loopback: finds who is asked, puts faults on answers, writes the log."""

import time
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseServer
from urllib.parse import urlsplit

from extract.sample_site import admin, archive_routes, faults, news_routes, old_routes
from extract.sample_site.answers import Answer, redirect
from extract.sample_site.faults import Fault
from extract.sample_site.hosts import IA_HOST, NEWS_HOST, OLD_HOST, UKGWA_HOST
from extract.sample_site.log import RequestLog, now
from extract.sample_site.state import State

_PIECES = 8


class SampleServer(ThreadingHTTPServer):
    """A threaded server on a free port of loopback; it never answers anybody else."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, state: State, log: RequestLog, port: int = 0) -> None:
        self.state = state
        self.log = log
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def port(self) -> int:
        """The port it got."""
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news; faults make it do so."""


class _Handler(BaseHTTPRequestHandler):
    """One connection: HTTP/1.1, kept open between requests."""

    protocol_version = "HTTP/1.1"
    server_version = "sample-site"
    sys_version = ""

    def __init__(self, request: object, client_address: object, server: BaseServer) -> None:
        assert isinstance(server, SampleServer)
        self.site = server
        super().__init__(request, client_address, server)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answers, and writes down what was asked."""
        at, clock_seconds = now()
        asked = {name.lower(): value for name, value in self.headers.items()}
        host = asked.get("host", "").rsplit(":", 1)[0].lower()
        length = int(asked.get("content-length") or 0)
        sent = self.rfile.read(length) if length else b""
        if admin.is_admin(host, self.path):
            self._send(admin.answer(self.site.state, self.site.log, self.command, self.path, sent))
            return
        fault = self.site.state.fault_for(f"{host}{self.path}")
        answered = _under(fault, host, self.path) or self._answer(host, asked)
        self.site.log.add(
            at=at, clock_seconds=clock_seconds, method=self.command, host=host, path=self.path,
            status=answered.status, fault=fault.kind if fault else None, headers=asked,
        )  # fmt: skip
        if fault is not None and fault.kind == "reset":
            self.close_connection = True
        elif fault is not None and fault.kind in {"slow", "truncated", "endless"}:
            self._send_badly(answered, fault)
        else:
            self._send(answered)

    do_HEAD = do_POST = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing: the request log is the log."""

    def _answer(self, host: str, asked: dict[str, str]) -> Answer:
        """What the host that is asked answers; loopback itself shows the new site."""
        if self.command == "POST":
            return Answer(status=405)
        state, parts = self.site.state, urlsplit(self.path)
        if host.removeprefix("www.") == OLD_HOST:
            return old_routes.answer(state, parts.path, parts.query)
        if host in {UKGWA_HOST, IA_HOST}:
            # What stands behind the timestamp is an address: it is not taken apart.
            path, _, query = self.path.partition("?")
            return archive_routes.answer(state, path, query, is_pywb=host == UKGWA_HOST)
        if host.removeprefix("www.") in {NEWS_HOST, "127.0.0.1", "localhost"}:
            return news_routes.answer(state, parts.path, parts.query, asked)
        return Answer(status=421)

    def _send(self, answered: Answer) -> None:
        """Sends a whole answer."""
        self._head(answered, len(answered.body))
        if self.command != "HEAD" and answered.status != 304:
            self.wfile.write(answered.body)

    def _send_badly(self, answered: Answer, fault: Fault) -> None:
        """Sends an answer slowly, half, or without end; then hangs up."""
        self.close_connection = True
        pieces: Iterable[bytes]
        if fault.kind == "endless":
            self._head(answered, None)
            pieces = faults.endless(fault.megabytes)
        else:
            self._head(answered, len(answered.body))
            size = len(answered.body) // _PIECES + 1
            whole = [answered.body[at : at + size] for at in range(0, len(answered.body), size)]
            pieces = whole if fault.kind == "slow" else whole[: len(whole) // 2]
        for piece in pieces:
            if fault.kind == "slow":
                time.sleep(fault.seconds)
            try:
                self.wfile.write(piece)
            except (BrokenPipeError, ConnectionResetError):
                return

    def _head(self, answered: Answer, length: int | None) -> None:
        """Sends status and headers; an answer without a length ends when the connection does."""
        self.send_response(answered.status)
        for name, value in answered.headers.items():
            self.send_header(name, value)
        if length is not None:
            self.send_header("Content-Length", str(length))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()


def _under(fault: Fault | None, host: str, path: str) -> Answer | None:
    """What is answered under a fault; null where the true answer is sent, or the fault is in the sending."""
    if fault is None:
        return None
    made = {
        "status": lambda: Answer(status=fault.status, headers=fault.headers, body=b"not now"),
        "redirect": lambda: redirect(fault.location, 302),
        "redirect_loop": lambda: redirect(f"http://{host}{path}", 302),
        "wrong_type": lambda: Answer(headers={"Content-Type": "application/pdf"}, body=faults.small_pdf()),
        "gzip_bomb": lambda: Answer(
            headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}, body=faults.gzip_bomb(fault.megabytes)
        ),
        "endless": lambda: Answer(headers={"Content-Type": "text/html; charset=utf-8"}),
        "soft_404": lambda: news_routes.missing(200),
        "captcha": lambda: Answer(status=405, headers={"x-amzn-waf-action": "captcha"}, body=b"<html></html>"),
        "reset": lambda: Answer(status=0),
    }.get(fault.kind)
    return made() if made else None
