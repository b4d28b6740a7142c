"""What a bomb costs a hand-run `ingest`: hardly any memory, one outcome each, and the release beside them is loaded."""

import subprocess
import sys

from tests.flows.helpers import rows

_INGESTS = """
import re, sys
from pathlib import Path
from flows.named import ingest
from flows.settings import settings
def peak_mib():
    # getrusage would count the process that started this one as well.
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
ingest(settings(), sys.argv[1:2])
before = peak_mib()
for result in ingest(settings(), sys.argv[2:]):
    print(result.outcome, result.reason)
print(peak_mib() - before)
"""


def test_a_bomb_and_a_body_of_a_gigabyte_cost_less_than_a_hundred_megabytes(settings, site):
    usual, bomb, endless, last = (truth.addresses["sample_news"][0] for truth in site.truth("sample_news")[:4])
    # Making a bomb takes the sample site its time; `tests/extract/test_memory.py` has one of a gigabyte.
    for kind, address, megabytes in (("gzip_bomb", bomb, 256), ("endless", endless, 1024)):
        site.fault(kind, f"{address.removeprefix('http://')}*", megabytes=megabytes)
    done = subprocess.run(
        [sys.executable, "-c", _INGESTS, usual, bomb, endless, last],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    *outcomes, growth = done.stdout.splitlines()
    assert outcomes == ["quarantined the body is larger than 10 MiB"] * 2 + ["loaded None"]
    assert int(growth) < 100
    assert rows(settings, "select count(*) from pipeline.quarantine") == [(2,)]
