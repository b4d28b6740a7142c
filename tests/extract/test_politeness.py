"""What the sample site's own log shows of us: the pace, the penalties, the faults and what they end in."""

import itertools
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import Blocked, Gone, InspectorateError, Refused, TooLarge, TransportFailed
from extract.records import Document
from extract.sample_site.faults import KINDS, Fault
from tests.extract.handmade import client
from tests.extract.sources.sample import Sample, sample

_FETCHES = """
import sys
from pathlib import Path
from extract.errors import Blocked
from extract.http import Client
from extract.sources import load_sources
source = load_sources(Path(sys.argv[1]) / "sources")["sample_news"]
with Client(contact="tests@inspectorate.example", pace_dir=Path(sys.argv[1]) / "pace", pace=10) as asking:
    for url in sys.argv[2:]:
        try:
            asking.fetch(url, source=source)
        except Blocked:
            break
"""


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Sample]:
    with sample(tmp_path) as running:
        yield running


def _in_processes(folder: Path, urls: list[str], count: int) -> None:
    command = [sys.executable, "-c", _FETCHES, str(folder)]
    running = [subprocess.Popen([*command, *urls[number::count]]) for number in range(count)]
    assert [one.wait(timeout=120) for one in running] == [0] * count


def test_two_processes_at_once_keep_one_pace(made: Sample, tmp_path: Path) -> None:
    _in_processes(tmp_path, [f"{url}/" for url in sorted(made.addresses("sample_news"))[:12]], 2)
    times = [asked.clock_seconds for asked in made.log.all()]
    assert len(times) == 12 + 2
    assert min(later - sooner for sooner, later in itertools.pairwise(times)) >= 0.095


def test_no_process_asks_after_a_429_before_its_time(made: Sample, tmp_path: Path) -> None:
    made.state.faults = [
        Fault(kind="status", where="probation.example/news/*", status=429, headers={"Retry-After": "60"}, after=3)
    ]
    _in_processes(tmp_path, [f"{url}/" for url in sorted(made.addresses("sample_news"))[:12]], 2)
    statuses = [asked.status for asked in made.log.all() if asked.path.startswith("/news/")]
    assert statuses == [200, 200, 200, 429]
    assert made.log.all()[-1].status == 429


ENDS_IN: dict[str, tuple[Fault, type[InspectorateError] | None]] = {
    "status": (Fault(kind="status", where="*/news/*", status=410), Gone),
    "redirect": (Fault(kind="redirect", where="*/news/*", location="http://127.0.0.1:9/x"), Refused),
    "redirect_loop": (Fault(kind="redirect_loop", where="*/news/*"), Refused),
    "slow": (Fault(kind="slow", where="*/news/*", seconds=0.5), TransportFailed),
    "truncated": (Fault(kind="truncated", where="*/news/*"), TransportFailed),
    "reset": (Fault(kind="reset", where="*/news/*"), TransportFailed),
    # What the bytes are is for the layouts to say: they are kept either way.
    "wrong_type": (Fault(kind="wrong_type", where="*/news/*"), None),
    "soft_404": (Fault(kind="soft_404", where="*/news/*"), None),
    "gzip_bomb": (Fault(kind="gzip_bomb", where="*/news/*", megabytes=64), TooLarge),
    "endless": (Fault(kind="endless", where="*/news/*", megabytes=64), TooLarge),
    "captcha": (Fault(kind="captcha", where="*/news/*"), Blocked),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_fault_ends_in_its_name(made: Sample, tmp_path: Path, kind: str) -> None:
    fault, expected = ENDS_IN[kind]
    made.state.faults = [fault]
    url = min(made.addresses("sample_news"))
    with client(tmp_path, total_seconds=1.0 if kind == "slow" else 60.0) as asking:
        if expected is None:
            assert isinstance(asking.fetch(url, source=made.sources["sample_news"]), Document)
            return
        with pytest.raises(expected) as raised:
            asking.fetch(url, source=made.sources["sample_news"])
    assert "\n" not in str(raised.value)
    assert (raised.value.url or "").rstrip("/") == url


def test_no_fault_of_the_moment_loses_a_release(made: Sample, tmp_path: Path) -> None:
    made.state.faults = [
        Fault(kind="status", where="*/news/*", status=503, times=1),
        Fault(kind="truncated", where="*/news/*", times=1),
    ]
    url = min(made.addresses("sample_news"))
    with client(tmp_path) as asking:
        assert isinstance(asking.fetch(f"{url}/", source=made.sources["sample_news"]), Document)
    assert len([asked for asked in made.log.all() if asked.path.startswith("/news/")]) == 3
