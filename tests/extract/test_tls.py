"""TLS is verified, by the bundle that was given; HTTP/2 is spoken where it is offered."""

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from extract.errors import TransportFailed
from extract.records import Document
from extract.sources.source import Source
from tests.extract.handmade import client


@dataclass(slots=True)
class Secured:
    """A server of HTTP/2 alone: its port, its own certificate, and what it was asked."""

    port: int
    certificate: Path
    paths: list[str] = field(default_factory=list)

    def source(self) -> Source:
        """A source whose socket goes here."""
        return Source(
            name="handmade", module="hale_news", base_url="https://probation.example", pace=200.0,
            connect_to=f"https://127.0.0.1:{self.port}",
        )  # fmt: skip


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "invented for a test")])
    now = datetime.now(tz=UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


def _speak(connection: ssl.SSLSocket, secured: Secured) -> None:
    machine = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
    machine.initiate_connection()
    connection.sendall(machine.data_to_send())
    while received := connection.recv(65536):
        for event in machine.receive_data(received):
            if isinstance(event, h2.events.RequestReceived):
                path = dict(event.headers or [])[":path"]
                secured.paths.append(path)
                body = b"" if path == "/robots.txt" else b"over two"
                status = "404" if path == "/robots.txt" else "200"
                machine.send_headers(event.stream_id, [(":status", status), ("content-length", str(len(body)))])
                machine.send_data(event.stream_id, body, end_stream=True)
        connection.sendall(machine.data_to_send())


@pytest.fixture
def secured(tmp_path: Path) -> Iterator[Secured]:
    certificate = _certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.set_alpn_protocols(["h2"])
    listening = socket.create_server(("127.0.0.1", 0))
    made = Secured(listening.getsockname()[1], certificate)

    def serve() -> None:
        while True:
            try:
                plain, _ = listening.accept()
            except OSError:
                return
            try:
                with plain, context.wrap_socket(plain, server_side=True) as connection:
                    _speak(connection, made)
            except OSError:
                continue

    threading.Thread(target=serve, daemon=True).start()
    yield made
    listening.close()


def test_http_2_is_spoken_where_it_is_offered(secured: Secured, tmp_path: Path) -> None:
    with client(tmp_path, ca_bundle=secured.certificate) as asking:
        found = asking.fetch("https://probation.example/news/a-release", source=secured.source())
    assert isinstance(found, Document)
    assert found.body == b"over two"
    assert found.final_url == "https://probation.example/news/a-release"
    assert secured.paths == ["/robots.txt", "/news/a-release"]


def test_a_certificate_nobody_vouches_for_is_refused(secured: Secured, tmp_path: Path) -> None:
    with client(tmp_path) as asking, pytest.raises(TransportFailed, match="INSPECTORATE_CA_BUNDLE"):
        asking.fetch("https://probation.example/news/a-release", source=secured.source())
    assert secured.paths == []
