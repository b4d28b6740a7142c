"""We go to allowed places only, and into no private network."""

import socket

import pytest

from extract.errors import Refused, TransportFailed
from extract.places import check_address, check_place, next_hop, target_of
from extract.sources.source import Source

SOURCE = Source(
    name="handmade",
    module="hale_news",
    base_url="http://probation.example",
    places=("https://www.probation.example",),
    connect_to="http://127.0.0.1:8123",
)


@pytest.mark.parametrize("url", ["http://probation.example/news/a", "https://www.probation.example:443/"])
def test_allowed_places_pass(url: str) -> None:
    check_place(url, SOURCE)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://probation.example/news/a", id="other scheme"),
        pytest.param("http://probation.example:8080/news/a", id="other port"),
        pytest.param("http://other.example/news/a", id="other host"),
        pytest.param("http://127.0.0.1:9/", id="loopback"),
        pytest.param("http://127.0.0.1:8123/", id="where the socket goes is no address of a page"),
        pytest.param("http://169.254.169.254/latest/meta-data", id="metadata"),
        pytest.param("file:///etc/passwd", id="file"),
    ],
)
def test_other_places_are_refused(url: str) -> None:
    with pytest.raises(Refused):
        check_place(url, SOURCE)


def _leads_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 0)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)


def test_a_name_that_leads_into_a_private_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ("10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "100.64.0.1"):
        _leads_to(monkeypatch, "93.184.215.14", address)
        with pytest.raises(Refused, match="no public address"):
            check_address("https://probation.example/")


def test_a_name_that_leads_to_public_addresses_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    _leads_to(monkeypatch, "93.184.215.14", "2606:2800:21f::1")
    check_address("https://probation.example/")


def test_a_name_nobody_knows_is_a_failure_of_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror("unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(TransportFailed, match="leads nowhere"):
        check_address("https://probation.example/")


def test_the_socket_goes_elsewhere_and_the_address_stays() -> None:
    assert target_of("http://probation.example/news/a?p=1", SOURCE) == (
        "http://127.0.0.1:8123/news/a?p=1",
        {"host": "probation.example"},
    )


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/news/b", "http://probation.example/news/b"),
        ("https://www.probation.example/b#c", "https://www.probation.example/b"),
        pytest.param("http://127.0.0.1:8123/b", "http://probation.example/b", id="the site names its own port"),
    ],
)
def test_next_hop(location: str, expected: str) -> None:
    assert next_hop("http://probation.example/news/a", location, SOURCE) == expected


@pytest.mark.parametrize("location", ["", "mailto:a@b.example", "http://127.0.0.1:9/", "http://other.example/"])
def test_a_redirect_to_nowhere_or_elsewhere_is_refused(location: str) -> None:
    with pytest.raises(Refused):
        next_hop("http://probation.example/news/a", location, SOURCE)
