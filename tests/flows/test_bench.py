"""What Prefect costs over plain functions: a ratio, measured by `make bench`."""

import time
from datetime import date, timedelta

import pytest

from extract.sample_site import SampleSite
from flows.backfills import backfill as plain
from flows.settings import Settings

RELEASES = 1000
MOST = 1.25
START = date(2013, 1, 1)
BODY = """Place {number} Youth Justice Service has received an overall rating of ‘Good’ following an inspection by HM
Inspectorate of Probation. This is an invented release.

Chief Inspector of Probation Martin Jones said: “Staff in place {number} know the children they work with.”

Inspectors looked at {number} cases, and found that 80 per cent of them were planned well."""


def _settings(tmp_path, name, monkeypatch):
    data = tmp_path / name
    monkeypatch.setenv("INSPECTORATE_DATA_DIR", str(data))
    monkeypatch.setenv("INSPECTORATE_SOURCES_DIR", str(tmp_path / "sources"))
    monkeypatch.setenv("INSPECTORATE_PACE", "0")
    return Settings()


@pytest.mark.bench
def test_a_backfill_of_a_thousand_costs_little_more_than_plain_functions(prefect, tmp_path, monkeypatch):
    from flows.backfill import backfill

    with SampleSite(page_size=100) as site:
        for number in range(RELEASES - len(site.truth("sample_news"))):
            site.add_release(
                f"bench-{number}",
                title=f"Place {number} Youth Justice Service rated ‘Good’",
                body=BODY.format(number=number),
                published_on=START + timedelta(days=4 * number),
            )
        site.write_sources(tmp_path / "sources", pace=1000.0)
        # What only the first run of a process pays for is neither's.
        plain(_settings(tmp_path, "warm", monkeypatch), since=START, until=None, names=["sample_news"], limit=10)
        took = {}
        for name, run in (
            ("plain", lambda found: plain(found, since=START, until=None, names=["sample_news"])),
            ("flow", lambda _found: backfill(since=START, source="sample_news")),
        ):
            found = _settings(tmp_path, name, monkeypatch)
            begun = time.perf_counter()
            report = run(found)
            took[name] = time.perf_counter() - begun
            assert len(report.results) >= RELEASES
    ratio = took["flow"] / took["plain"]
    print(f"backfill of {RELEASES}: plain {took['plain']:.1f} s, flow {took['flow']:.1f} s, ratio {ratio:.2f}")
    assert ratio <= MOST
