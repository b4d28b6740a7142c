"""One poll after another against the sample site: what is asked of it, what is written, what is handed over."""

import hashlib
import re

import pytest

from flows import steps_discover
from flows.polls import poll
from flows.problems import Problem
from flows.workshop import sources_in_force
from tests.flows.helpers import published_rows, rows
from warehouse.connect import writing
from warehouse.errors import MixedWarehouse
from warehouse.rows import Outcome


def _titles(site):
    return {truth.title for truth in site.truth("sample_news")}


def _bytes(settings):
    return {
        str(file): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in settings.data_dir.rglob("*")
        if file.suffix in {".duckdb", ".wal", ".gz", ".jsonl"}
    }


def test_the_first_poll_brings_every_release_of_the_live_site_once(settings, site):
    report = poll(settings)
    assert report.alarms == []
    assert {title for (title,) in published_rows(settings, "select title from releases")} >= _titles(site)
    pages = [request.path for request in site.requests() if request.path.startswith("/news/")]
    assert len(pages) == len(set(pages))


def test_a_poll_with_nothing_new_is_one_request_and_leaves_the_databases_as_they_were(settings, site):
    poll(settings)
    asked, before = len(site.requests()), _bytes(settings)
    report = poll(settings)
    assert report.results == []
    assert report.summary().endswith("nothing new")
    assert [request.path for request in site.requests()[asked:]][1:] == []
    assert _bytes(settings) == before


def test_a_new_and_a_changed_release_are_all_the_next_poll_takes_in(settings, site):
    poll(settings)
    changed = site.truth("sample_news")[1]
    site.add_release("brand-new", title="A brand new release")
    site.change_release(changed.name, body="It reads quite differently now.\n\nNothing of what it said before stands.")
    report = poll(settings)
    assert {result.url for result in report.results} == {
        f"{site.base_url}/news/brand-new",
        changed.addresses["sample_news"][0],
    }
    assert {result.outcome for result in report.results} == {Outcome.LOADED}


def test_a_release_taken_off_the_site_is_asked_for_at_once_and_a_day_later_and_then_withdrawn(
    settings, site, monkeypatch
):
    poll(settings)
    taken_off = site.truth("sample_news")[1]
    [url] = taken_off.addresses["sample_news"]
    path = url.removeprefix(site.base_url)
    site.withdraw(taken_off.name)
    begun = len(site.requests(path=path))

    assert [(result.url, result.outcome) for result in poll(settings).results] == [(url, Outcome.GONE)]
    assert poll(settings).results == []
    assert published_rows(settings, f"select withdrawn_at from releases where url = '{url}'") == [(None,)]
    with writing(settings.data_dir) as con:
        con.execute(
            "update pipeline.discoveries set gone_at = gone_at - interval 1 day,"
            " settled_at = settled_at - interval 1 day where state = 'gone'"
        )
    assert [(result.url, result.outcome) for result in poll(settings).results] == [(url, Outcome.GONE)]
    assert published_rows(settings, f"select withdrawn_at is not null from releases where url = '{url}'") == [(True,)]
    assert poll(settings).results == []
    assert len(site.requests(path=path)) == begun + 2


def test_a_listing_that_lost_much_at_once_is_an_alarm_and_nothing_of_it_is_asked_for(settings, site, monkeypatch):
    poll(settings)
    monkeypatch.setattr(steps_discover, "MOST_TAKEN_OFF", 1)
    for truth in site.truth("sample_news")[1:3]:
        site.withdraw(truth.name)
    report = poll(settings)
    assert report.results == []
    [alarm] = report.alarms
    assert re.match(r"sample_news: its listing shows [23] releases fewer than it did, http://probation.example/", alarm)


def test_where_somebody_listens_new_releases_are_handed_over_twice_and_then_taken_in(settings, site):
    handed = []

    def hand_over(source, dues):
        handed.append((source, len(dues), sorted({due.reason for due in dues})))

    everything = len(site.truth("sample_news"))
    assert poll(settings, hand_over=hand_over).results == []
    assert poll(settings, hand_over=hand_over).results == []
    assert [source for source, _, _ in handed] == ["sample_news", "sample_news"]
    assert handed[0] == handed[1]
    assert handed[0][1] >= everything
    third = poll(settings, hand_over=hand_over)
    assert len(handed) == 2
    assert sum(result.outcome is Outcome.LOADED for result in third.results) >= everything


def test_a_site_out_of_reach_is_told_and_is_no_alarm(settings, site):
    site.fault("status", "probation.example/*", status=503)
    report = poll(settings)
    assert report.alarms == []
    assert len(report.troubles) == 1


def test_an_empty_listing_is_an_alarm(settings, site):
    for page in site.state.pages():
        site.withdraw(page.name)
    site.switches.rest = site.switches.sitemap = False
    assert poll(settings).alarms != []


def test_a_warehouse_of_invented_releases_refuses_a_real_poll_before_any_request(settings, site, monkeypatch):
    poll(settings)
    asked = len(site.requests())
    real = settings.model_copy(update={"sources_dir": None})
    with pytest.raises(MixedWarehouse, match="INSPECTORATE_DATA_DIR"):
        poll(real)
    assert len(site.requests()) == asked


def test_with_the_sample_sites_sources_only_they_are_in_force(settings):
    assert sorted(sources_in_force(settings)) == ["sample_ia", "sample_news", "sample_old", "sample_ukgwa"]


def test_an_unknown_source_is_wrong_use_and_the_known_ones_are_named(settings):
    with pytest.raises(Problem, match="there is no source 'x'; there are sample_ia") as problem:
        poll(settings, ["x"])
    assert problem.value.status == 2


def test_a_run_that_did_something_is_written_down_and_one_that_did_not_is_not(settings):
    poll(settings)
    poll(settings)
    [(command, state, reason)] = rows(settings, "select command, state, reason from pipeline.runs")
    assert (command, state, reason) == ("watch", "completed", None)


def test_no_loopback_address_stands_in_any_table(settings):
    poll(settings)
    tables = rows(settings, "select schema_name, table_name from duckdb_tables() where not internal")
    for schema, table in tables:
        found = rows(
            settings, f'select count(*) from "{schema}"."{table}" as t where contains(t::varchar, \'127.0.0.1\')'
        )
        assert found == [(0,)], table


def test_a_second_poll_at_the_same_time_leaves_it_to_the_first(settings, site):
    from filelock import FileLock

    with FileLock(settings.pipeline_dir / "watch.lock"):
        report = poll(settings)
    assert report.summary() == "another poll is running; nothing done"
    assert site.requests() == []
