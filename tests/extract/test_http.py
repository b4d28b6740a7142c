"""Fetching: what comes back, what is refused, and how politely it is asked; over real HTTP on loopback."""

import gzip
import itertools
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extract.errors import Blocked, Gone, InspectorateError, NotARelease, Refused, TooLarge, TransportFailed
from extract.http import NotModified
from extract.poll_memory import PollMemory, RobotsAnswer, Validators
from extract.records import Document
from tests.extract.handmade import BASE, Said, Site, client, site

PAGE = f"{BASE}/news/a-release"


@pytest.fixture
def made() -> Iterator[Site]:
    with site() as running:
        running.answers["/robots.txt"] = Said(status=404)
        running.answers["/news/a-release"] = Said()
        yield running


def _fails(made: Site, folder: Path, kind: type[InspectorateError], **settings: object) -> InspectorateError:
    with client(folder, **settings) as asking, pytest.raises(kind) as raised:
        asking.fetch(PAGE, source=made.source())
    return raised.value


def test_a_page_comes_back_as_received(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release/"] = Said(
        body="“page”".encode(), headers=(("X-Two", "a"), ("Content-Type", "text/html"))
    )
    with client(tmp_path) as asking:
        found = asking.fetch(f"{PAGE}/", source=made.source())
    assert isinstance(found, Document)
    assert (found.url, found.final_url, found.status, found.source) == (PAGE, f"{PAGE}/", 200, "handmade")
    assert found.body == "“page”".encode()
    assert found.captured_at is None
    assert dict(found.headers)["x-two"] == "a"
    asked = made.log[-1]
    assert asked.host == "probation.example"
    assert asked.headers["user-agent"].startswith("inspectorate/")
    assert "tests@inspectorate.example" in asked.headers["user-agent"]
    assert asked.headers["accept-encoding"] == "gzip"


def test_a_compressed_page_is_kept_as_its_words(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(body=gzip.compress(b"words"), headers=(("Content-Encoding", "gzip"),))
    with client(tmp_path) as asking:
        found = asking.fetch(PAGE, source=made.source())
    assert isinstance(found, Document)
    assert found.body == b"words"


def test_the_environment_is_not_looked_at(made: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with client(tmp_path) as asking:
        assert isinstance(asking.fetch(PAGE, source=made.source()), Document)


def test_unchanged_since_the_validators_is_not_modified(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(status=304)
    with client(tmp_path) as asking:
        found = asking.fetch(PAGE, source=made.source(), validators=Validators(etag='"a"', last_modified="Mon"))
    assert isinstance(found, NotModified)
    assert made.log[-1].headers["if-none-match"] == '"a"'
    assert made.log[-1].headers["if-modified-since"] == "Mon"


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_is_asked_for_once(made: Site, tmp_path: Path, status: int) -> None:
    made.answers["/news/a-release"] = Said(status=status)
    assert f"it answered {status}" in _fails(made, tmp_path, Gone).reason
    assert made.paths() == ["/robots.txt", "/news/a-release"]


def test_after_a_429_nothing_is_asked_by_anybody_until_the_time_told(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = [Said(status=429, headers=(("Retry-After", "4"),)), Said()]
    source = made.source()
    with client(tmp_path) as asking:
        with pytest.raises(Blocked, match="429") as raised:
            asking.fetch(PAGE, source=source)
        with pytest.raises(Blocked):
            asking.fetch(f"{BASE}/news/another", source=source)
        assert asking.memory.penalties["probation.example"].until == raised.value.until
    # Another process: other memory, same directory.
    with client(tmp_path) as other, pytest.raises(Blocked):
        other.fetch(PAGE, source=source)
    assert made.paths() == ["/robots.txt", "/news/a-release"]
    time.sleep(max(0.0, (raised.value.until - datetime.now(tz=UTC)).total_seconds()))
    with client(tmp_path) as later:
        assert isinstance(later.fetch(PAGE, source=source), Document)
    assert made.log[-1].at - made.log[1].at >= 4.0


@pytest.mark.parametrize("status", [403, 405])
def test_who_is_turned_away_stays_away_for_ten_minutes(made: Site, tmp_path: Path, status: int) -> None:
    made.answers["/news/a-release"] = Said(status=status)
    raised = _fails(made, tmp_path, Blocked)
    assert isinstance(raised, Blocked)
    assert timedelta(minutes=9) < raised.until - datetime.now(tz=UTC) <= timedelta(minutes=10)


def test_a_captcha_is_named_and_not_got_round(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(status=202, headers=(("x-amzn-waf-action", "captcha"),))
    assert "captcha" in _fails(made, tmp_path, Blocked).reason
    assert len(made.log) == 2


def test_a_spell_of_503_is_waited_out(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = [Said(status=503), Said(status=503, headers=(("Retry-After", "0"),)), Said()]
    with client(tmp_path) as asking:
        assert isinstance(asking.fetch(PAGE, source=made.source()), Document)
    assert len(made.log) == 4


def test_a_long_spell_of_503_fails_after_three_tries(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(status=503)
    assert "503" in _fails(made, tmp_path, TransportFailed).reason
    assert len(made.log) == 4


def test_a_503_that_asks_for_a_long_rest_gets_it(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(status=503, headers=(("Retry-After", "3600"),))
    _fails(made, tmp_path, TransportFailed)
    with client(tmp_path) as asking, pytest.raises(Blocked, match="503"):
        asking.fetch(PAGE, source=made.source())
    assert len(made.log) == 2


def test_a_truncated_body_is_no_whole_answer(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = [Said(declared=500), Said(declared=500), Said()]
    with client(tmp_path) as asking:
        found = asking.fetch(PAGE, source=made.source())
    assert isinstance(found, Document)
    assert len(made.log) == 4


def test_nobody_there_is_a_failure_of_transport(made: Site, tmp_path: Path) -> None:
    source = made.source(connect_to="http://127.0.0.1:9")
    with client(tmp_path) as asking, pytest.raises(TransportFailed, match="ConnectError"):
        asking.fetch(PAGE, source=source)


def _drip() -> Iterator[bytes]:
    for _ in range(200):
        time.sleep(0.05)
        yield b"x"


def test_a_drip_of_bytes_ends_with_the_deadline(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(pieces=_drip)
    started = time.monotonic()
    assert "too long" in _fails(made, tmp_path, TransportFailed, total_seconds=0.5).reason
    assert time.monotonic() - started < 5.0
    assert len(made.log) == 2


def test_a_drip_of_headers_ends_with_the_deadline(made: Site, tmp_path: Path) -> None:
    import socket
    import threading

    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listening.accept()
        with connection:
            try:
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                for number in itertools.count():
                    time.sleep(0.05)
                    connection.sendall(f"x-{number}: y\r\n".encode())
            except OSError:
                return

    threading.Thread(target=answer, daemon=True).start()
    memory = PollMemory()
    memory.robots["http://probation.example:80"] = RobotsAnswer(status=404, text="", asked_at=datetime.now(tz=UTC))
    source = made.source(connect_to=f"http://127.0.0.1:{listening.getsockname()[1]}")
    started = time.monotonic()
    with client(tmp_path, memory, total_seconds=0.5) as asking, pytest.raises(TransportFailed, match="too long"):
        asking.fetch(PAGE, source=source)
    assert time.monotonic() - started < 5.0


def test_redirects_are_followed_to_allowed_places_five_at_most(made: Site, tmp_path: Path) -> None:
    for number in range(6):
        made.answers[f"/hop/{number}"] = Said(status=302, headers=(("Location", f"{BASE}/hop/{number + 1}"),))
    made.answers["/hop/6"] = Said()
    with client(tmp_path) as asking:
        found = asking.fetch(f"{BASE}/hop/1", source=made.source())
        assert isinstance(found, Document)
        assert found.final_url == f"{BASE}/hop/6"
        with pytest.raises(Refused, match="more than 5 times"):
            asking.fetch(f"{BASE}/hop/0", source=made.source())


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1:9/x", "http://169.254.169.254/x", "http://other.example/x", "file:///etc/passwd"]
)
def test_a_redirect_elsewhere_is_refused(made: Site, tmp_path: Path, location: str) -> None:
    made.answers["/news/a-release"] = Said(status=302, headers=(("Location", location),))
    _fails(made, tmp_path, Refused)


def test_a_release_that_leads_to_the_listing_is_a_soft_404(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(status=302, headers=(("Location", "/news/"),))
    made.answers["/news/"] = Said()
    error = _fails(made, tmp_path, NotARelease)
    assert error.url == PAGE


def test_a_path_closed_by_robots_is_never_asked_for(made: Site, tmp_path: Path) -> None:
    made.answers["/robots.txt"] = Said(body=b"User-agent: *\nDisallow: /news/a-\n")
    assert "robots.txt closes" in _fails(made, tmp_path, Refused).reason
    assert made.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_robots_that_does_not_answer_well_closes_the_host(made: Site, tmp_path: Path, status: int) -> None:
    made.answers["/robots.txt"] = Said(status=status)
    _fails(made, tmp_path, Blocked)
    _fails(made, tmp_path, Blocked)
    assert set(made.paths()) == {"/robots.txt"}
    assert len(made.log) == (3 if status >= 500 else 1)


def test_robots_is_asked_for_once_a_day(made: Site, tmp_path: Path) -> None:
    memory = PollMemory()
    for _ in range(2):
        with client(tmp_path, memory) as asking:
            asking.fetch(PAGE, source=made.source())
    assert made.paths().count("/robots.txt") == 1
    old = memory.robots["http://probation.example:80"]
    memory.robots["http://probation.example:80"] = RobotsAnswer(
        status=old.status, text=old.text, asked_at=old.asked_at - timedelta(days=1)
    )
    with client(tmp_path, memory) as asking:
        asking.fetch(PAGE, source=made.source())
    assert made.paths().count("/robots.txt") == 2


def test_the_pace_is_kept_and_a_delay_of_robots_goes_before_it(made: Site, tmp_path: Path) -> None:
    made.answers["/robots.txt"] = Said(body=b"User-agent: *\nCrawl-delay: 0.3\n")
    with client(tmp_path) as asking:
        for _ in range(3):
            asking.fetch(PAGE, source=made.source())
    times = [asked.at for asked in made.log if asked.path != "/robots.txt"]
    assert min(later - sooner for sooner, later in itertools.pairwise(times)) >= 0.299


def test_a_declared_length_over_the_limit_is_refused_unread(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(declared=11 * 1024 * 1024)
    _fails(made, tmp_path, TooLarge)


def test_a_page_in_an_encoding_not_offered_is_refused(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(headers=(("Content-Encoding", "br"),))
    assert "not offered" in _fails(made, tmp_path, Refused).reason


def test_cookies_are_not_carried_from_one_answer_to_the_next(made: Site, tmp_path: Path) -> None:
    made.answers["/news/a-release"] = Said(headers=(("Set-Cookie", "session=1; Path=/"),))
    with client(tmp_path) as asking:
        asking.fetch(PAGE, source=made.source())
        asking.fetch(PAGE, source=made.source())
    assert "cookie" not in made.log[-1].headers


def test_what_is_given_as_proxy_and_bundle_is_looked_at_at_once(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="INSPECTORATE_CA_BUNDLE"):
        client(tmp_path, ca_bundle=tmp_path / "none.pem")
    with pytest.raises(Refused, match="INSPECTORATE_PROXY"):
        client(tmp_path, proxy="nonsense")


def test_a_proxy_that_does_not_answer_is_named(made: Site, tmp_path: Path) -> None:
    source = made.source(connect_to=None)
    with client(tmp_path, proxy="http://127.0.0.1:9") as asking, pytest.raises(TransportFailed):
        asking.fetch(PAGE, source=source)


def test_a_proxy_is_gone_through(made: Site, tmp_path: Path) -> None:
    source = made.source(connect_to=None)
    made.answers[PAGE] = Said(body=b"through the proxy")
    with client(tmp_path, proxy=f"http://127.0.0.1:{made.port}") as asking:
        found = asking.fetch(PAGE, source=source)
    assert isinstance(found, Document)
    assert found.body == b"through the proxy"
    assert made.log[-1].path == PAGE


def test_an_archive_is_asked_for_original_bytes_and_the_record_has_the_original_address(
    made: Site, tmp_path: Path
) -> None:
    source = made.source(base_url="http://archive.example")
    made.answers["/web/20150401120000id_/http://www.old.example/a/2015/03/b/"] = Said(
        status=302, headers=(("Location", "/web/20150402120000/http://www.old.example/a/2015/03/b/"),)
    )
    made.answers["/web/20150402120000id_/http://www.old.example/a/2015/03/b/"] = Said(body=b"as it was")
    made.answers["/web/20150402120000/http://www.old.example/a/2015/03/b/"] = Said(body=b"with the banner")
    with client(tmp_path) as asking:
        found = asking.fetch(
            "http://archive.example/web/20150401120000/http://www.old.example/a/2015/03/b/", source=source
        )
    assert isinstance(found, Document)
    assert found.body == b"as it was"
    assert found.url == "http://old.example/a/2015/03/b"
    assert found.captured_at == datetime(2015, 4, 2, 12, tzinfo=UTC)
