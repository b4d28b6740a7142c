"""Backfills against the sample site and its archives, which know their own truth."""

from datetime import date, timedelta

import pytest
import stamina

from flows import backfills, ingest, steps_fetch
from flows.backfills import backfill
from flows.steps_fetch import fetch_batch
from tests.flows.helpers import published_rows, rows
from warehouse.rows import Outcome

START = date(2013, 1, 1)


def _folded(titles):
    return {" ".join(title.split()).strip() for title in titles}


def _loaded(settings):
    return _folded(title for (title,) in published_rows(settings, "select title from releases"))


@pytest.mark.parametrize("site", ["whole"], indirect=True)
def test_every_release_of_every_source_comes_exactly_once(settings, site):
    report = backfill(settings, since=START, until=None)
    assert report.alarms == []
    assert _loaded(settings) == _folded(truth.title for truth in site.truth())
    assert rows(settings, "select count(*) from releases") == [(len(site.truth()),)]


@pytest.mark.parametrize("site", ["whole"], indirect=True)
@pytest.mark.parametrize("source", ["sample_old", "sample_ukgwa", "sample_ia"])
def test_each_source_alone_brings_what_it_has(settings, site, source):
    backfill(settings, since=START, until=None, names=[source])
    assert _loaded(settings) == _folded(truth.title for truth in site.truth(source))


def test_a_year_brings_that_year(settings, site):
    backfill(settings, since=date(2019, 1, 1), until=date(2019, 12, 31))
    assert _loaded(settings) == _folded(truth.title for truth in site.truth() if truth.published_on.year == 2019)


def test_what_turned_out_to_be_of_another_day_is_fetched_once_and_loaded_when_that_day_is_asked_for(settings, site):
    # The old site's addresses name a month: what was published earlier in it has to be read to be known.
    [outside] = [truth for truth in site.truth("sample_ukgwa") if truth.name == "2019-10-wessex-downs-crc"]
    day = outside.published_on
    after = day + timedelta(days=1)

    def pages():
        return [asked.path for asked in site.requests() if asked.path.startswith("/ukgwa/2")]

    first = backfill(settings, since=after, until=None, names=["sample_ukgwa"])
    assert [result.published_on for result in first.results if result.stage == "dates"] == [day]
    fetched = pages()
    assert backfill(settings, since=after, until=None, names=["sample_ukgwa"], dry_run=True).would_fetch == []
    assert backfill(settings, since=after, until=None, names=["sample_ukgwa"]).results == []
    [later] = backfill(settings, since=day, until=day, names=["sample_ukgwa"]).results
    assert later.outcome is Outcome.LOADED
    assert pages() == fetched
    assert outside.title.strip() in _loaded(settings)


def test_a_second_backfill_fetches_no_release_again(settings, site):
    backfill(settings, since=START, until=None, names=["sample_old"])
    fetched = {request.path for request in site.requests() if "/20" in request.path}
    asked = len(site.requests())
    report = backfill(settings, since=START, until=None, names=["sample_old"])
    assert report.results == []
    again = [request.path for request in site.requests()[asked:]]
    singles = {truth.addresses["sample_old"][0].split("hmiprobation", 1)[1] for truth in site.truth("sample_old")}
    assert not [path for path in again if any(path.rstrip("/").endswith(single.rstrip("/")) for single in singles)]
    assert fetched


def test_stopped_half_way_it_goes_on_with_what_is_missing(settings, site):
    settings = settings.model_copy(update={"batch": 2})
    calls = []

    def stopped_on_the_second(found, dues, tell):
        calls.append([due.url for due in dues])
        if len(calls) == 2:
            raise KeyboardInterrupt
        return fetch_batch(found, dues)

    with pytest.raises(KeyboardInterrupt):
        backfill(
            settings, since=START, until=None, names=["sample_news"], steps=ingest.Steps(fetch=stopped_on_the_second)
        )
    first = {url for batch in calls[:1] for url in batch}
    report = backfill(settings, since=START, until=None, names=["sample_news"])
    assert first.isdisjoint({result.url for result in report.results})
    assert _loaded(settings) == _folded(truth.title for truth in site.truth("sample_news"))


def test_a_site_that_stops_answering_is_left_alone_and_the_next_run_goes_on(settings, site, monkeypatch):
    settings = settings.model_copy(update={"batch": 4})
    monkeypatch.setattr(steps_fetch, "MOST_UNANSWERED", 2)
    addresses = [truth.addresses["sample_news"][0] for truth in site.truth("sample_news")]
    site.fault("reset", "probation.example/news/*", after=1)
    with stamina.set_testing(True, attempts=1):
        report = backfill(settings, since=None, until=None, names=["sample_news"])
    asked = {request.path.strip("/") for request in site.requests(path="/news/")}
    assert len(asked) == 3
    stages = [result.stage for result in report.results if result.outcome is Outcome.PENDING]
    assert stages[:2] == ["fetch", "fetch"]
    assert set(stages[2:]) == {steps_fetch.NOT_ASKED}
    assert len(report.results) >= len(addresses)
    tries = rows(settings, "select attempts, count(*) from pipeline.discoveries where state = 'pending' group by 1")
    assert dict(tries) == {1: 2, 0: len(report.results) - 3}

    site.mend()
    backfill(settings, since=None, until=None, names=["sample_news"])
    assert _loaded(settings) == _folded(truth.title for truth in site.truth("sample_news"))


def test_a_dry_run_names_what_would_be_fetched_and_writes_nothing(bare_settings, site):
    report = backfill(bare_settings, since=START, until=None, names=["sample_news"], dry_run=True)
    addresses = {truth.addresses["sample_news"][0] for truth in site.truth("sample_news")}
    assert {due.url for due in report.would_fetch} >= addresses
    assert not (bare_settings.pipeline_dir / "build.duckdb").exists()
    assert not [request for request in site.requests() if request.path in {a.split(".example")[1] for a in addresses}]


def test_a_limit_stops_after_so_many(settings):
    report = backfill(settings, since=START, until=None, limit=3)
    assert len(report.results) == 3


def test_force_fetches_what_stands_there(settings):
    backfill(settings, since=START, until=None, names=["sample_news"], limit=2)
    report = backfill(settings, since=START, until=None, names=["sample_news"], limit=2, force=True)
    assert len(report.results) == 2
    assert {result.outcome for result in report.results} == {Outcome.UNCHANGED}


def test_an_index_that_ends_early_is_an_alarm(settings, site):
    site.switches.cdx_ends_early = True
    report = backfill(settings, since=START, until=None, names=["sample_ukgwa"])
    assert len(report.alarms) == 1
    assert backfills.RunOf(command="x").run_id
