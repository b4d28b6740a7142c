"""A bomb and an endless body cost no memory to speak of."""

import gzip
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.extract.handmade import Said, Site, site

_FETCHES = """
import re, sys
from pathlib import Path
from extract.errors import TooLarge
from tests.extract.handmade import Site, client
def peak_kib():
    # getrusage would count the process that started this one as well.
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
made = Site(port=int(sys.argv[1]))
with client(Path(sys.argv[2])) as asking:
    asking.fetch("http://probation.example/news/small-page", source=made.source())
    before = peak_kib()
    try:
        asking.fetch("http://probation.example/news/large-page", source=made.source())
    except TooLarge as error:
        print(error.reason, file=sys.stderr)
        print(peak_kib() - before)
"""


def _growth_kib(made: Site, folder: Path) -> int:
    made.answers["/news/small-page"] = Said()
    done = subprocess.run(
        [sys.executable, "-c", _FETCHES, str(made.port), str(folder)],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert "larger than 10 MiB" in done.stderr
    growth = int(done.stdout)
    assert growth > 1024, "nothing was read"
    return growth


@pytest.fixture
def made() -> Iterator[Site]:
    with site() as running:
        yield running


def test_a_gzip_bomb_of_a_gigabyte(made: Site, tmp_path: Path) -> None:
    inner = gzip.compress(b"\0" * (64 * 1024 * 1024), 9)
    made.answers["/news/large-page"] = Said(headers=(("Content-Encoding", "gzip"),), pieces=lambda: iter([inner] * 16))
    assert _growth_kib(made, tmp_path) < 40 * 1024


def test_a_body_of_a_gigabyte(made: Site, tmp_path: Path) -> None:
    piece = b"<p>more</p>".ljust(1024 * 1024)
    made.answers["/news/large-page"] = Said(pieces=lambda: (piece for _ in range(1024)))
    assert _growth_kib(made, tmp_path) < 40 * 1024
