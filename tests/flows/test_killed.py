"""Backfills killed in mid-batch, as real processes; the short form runs always, the long one with `make soak`."""

import random
import subprocess
import sys
import time

import pytest

from flows.backfills import backfill
from tests.flows.helpers import published_rows, rows
from tests.flows.processes_of import COMMAND, until
from tests.warehouse.dumps import facts_of

PLAIN = [
    sys.executable,
    "-c",
    """
from flows.backfills import backfill
from flows.settings import settings
backfill(settings(), since=None, until=None, names=["sample_news"])
""",
]
EMBEDDED = [*COMMAND, "backfill", "--since", "2013-01-01"]


def _releases_asked_for(site):
    """What was asked for as one page, not as a list."""
    singles = {address.split(".example", 1)[1] for truth in site.truth() for found in truth.addresses.values()
               for address in found}  # fmt: skip
    return [asked.path for asked in site.requests() if asked.path.rstrip("/") in singles or "id_/" in asked.path]


def _ended(command, log):
    with log.open("ab") as file:
        return subprocess.run(command, stdout=file, stderr=file, check=False, timeout=600).returncode


def _killed(command, log, moment):
    """Run the command and kill it once `moment` has come; whether it was still at it."""
    with log.open("ab") as file:
        process = subprocess.Popen(command, stdout=file, stderr=file)
    until(lambda: moment() or process.poll() is not None, 300, "the moment to kill it")
    was_running = process.poll() is None
    process.kill()
    process.wait()
    return was_running


def test_killed_in_mid_batch_it_goes_on_with_what_is_missing(settings, site, tmp_path, monkeypatch):
    monkeypatch.setenv("INSPECTORATE_BATCH", "3")
    monkeypatch.setenv("INSPECTORATE_PACE", "20")
    # The first batch of three is loaded; the second is on its way.
    assert _killed(PLAIN, tmp_path / "log", lambda: len(_releases_asked_for(site)) >= 5), (tmp_path / "log").read_text()
    backfill(settings, since=None, until=None, names=["sample_news"])

    asked = _releases_asked_for(site)
    # The page on its way when the process was killed is all that may be asked for twice.
    assert len(asked) - len(set(asked)) <= 1
    alone = settings.model_copy(update={"data_dir": tmp_path / "alone"})
    backfill(alone, since=None, until=None, names=["sample_news"])
    assert facts_of(settings.data_dir) == facts_of(alone.data_dir)
    assert published_rows(settings, "select count(*) from releases") == rows(alone, "select count(*) from releases")
    assert rows(settings, "select count(*) from pipeline.discoveries where claimed_by is not null") == [(0,)]


@pytest.mark.soak
@pytest.mark.parametrize("site", ["whole"], indirect=True)
def test_the_command_killed_twenty_times_brings_every_release_once(settings, site, tmp_path, monkeypatch):
    monkeypatch.setenv("INSPECTORATE_BATCH", "5")
    monkeypatch.setenv("INSPECTORATE_PACE", "10")
    moments = random.Random(20)
    kills = 0
    while kills < 20:
        before, rest = len(site.requests()), moments.uniform(0, 4)
        begun = {"at": 0.0}

        def moment(before=before, rest=rest, begun=begun):
            if not begun["at"] and len(site.requests()) > before:
                begun["at"] = time.monotonic()
            return begun["at"] and time.monotonic() - begun["at"] > rest

        kills += 1
        if not _killed(EMBEDDED, tmp_path / "log", moment):
            break
    assert _ended(EMBEDDED, tmp_path / "log") == 0, (tmp_path / "log").read_text()
    asked = _releases_asked_for(site)
    assert len(asked) - len(set(asked)) <= kills
    alone = settings.model_copy(update={"data_dir": tmp_path / "alone"})
    backfill(alone, since=None, until=None)
    assert facts_of(settings.data_dir) == facts_of(alone.data_dir)
    print(f"killed {kills} times")
