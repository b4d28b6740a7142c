"""Bringing a warehouse back from the raw store, and reading it again by other rules."""

from datetime import date

from flows import rebuilds, steps_read
from flows.backfills import backfill
from flows.named import ingest
from flows.rebuilds import rebuild
from tests.flows.helpers import published_rows, rows
from tests.flows.test_named import GOOD
from transform import derive
from transform.corrections import corrections_of
from warehouse.connect import build_path
from warehouse.forget import forget
from warehouse.rows import Outcome

TABLES = ("releases", "release_urls", "inspections", "ratings", "metrics", "quotations", "doubts")


def _ids(settings):
    key = {"releases": "release_id", "release_urls": "url"}
    return {
        table: sorted(rows(settings, f"select {key.get(table, table[:-1] + '_id')} from {table}")) for table in TABLES
    }


def _lose_the_warehouse(settings):
    build = build_path(settings.data_dir)
    for file in build.parent.glob(f"{build.name}*"):
        file.unlink()


def test_a_lost_warehouse_comes_back_from_the_raw_store_with_the_same_ids(settings, site, tmp_path):
    backfill(settings, since=date(2019, 1, 1), until=date(2019, 12, 31))
    file = tmp_path / "release.txt"
    file.write_text(GOOD, encoding="utf-8")
    ingest(settings, [str(file)])
    before = _ids(settings)
    asked = len(site.requests())
    _lose_the_warehouse(settings)

    rebuilt = rebuild(settings, apply=True)

    assert _ids(settings) == before
    assert rebuilt.applied
    assert len(site.requests()) == asked
    assert rows(settings, "select distinct state from pipeline.discoveries where state = 'loaded'") == [("loaded",)]


def test_what_was_forgotten_stays_out_of_a_warehouse_brought_back(settings, site):
    backfill(settings, since=date(2019, 1, 1), until=date(2019, 12, 31))
    [(url,), *_] = rows(settings, "select url from releases order by url")
    left = rows(settings, "select count(*) from releases")[0][0] - 1
    from flows.runs import now

    forget(settings.data_dir, url, now=now())
    _lose_the_warehouse(settings)
    rebuilt = rebuild(settings, apply=True)
    assert rows(settings, "select count(*) from releases") == [(left,)]
    assert Outcome.FORGOTTEN in {result.outcome for result in rebuilt.results}


def test_a_correction_the_source_has_made_needless_is_named_with_what_to_do(settings, tmp_path, monkeypatch):
    url = "http://probation.example/news/a-release"
    file = tmp_path / "release.txt"
    file.write_text(GOOD, encoding="utf-8")
    ingest(settings, [str(file)], url=url)
    [(_, words, value)] = rows(settings, "select position, text, value::int from metrics order by position limit 1")
    entry = {"url": url, "table": "metrics", "words": words, "field": "value", "says": 1, "reason": "as an example"}
    met, unmet = corrections_of([entry | {"expected": value}, entry | {"expected": value + 1}])

    monkeypatch.setattr(derive, "reviewed_corrections", lambda: (met,))
    monkeypatch.setattr(rebuilds, "reviewed_corrections", lambda: (met,))
    assert rebuild(settings, apply=False).alarms == ()

    monkeypatch.setattr(derive, "reviewed_corrections", lambda: (met, unmet))
    monkeypatch.setattr(rebuilds, "reviewed_corrections", lambda: (met, unmet))
    [alarm] = rebuild(settings, apply=False).alarms
    assert alarm == (
        f"{url}: {words!r} with value {value + 1} is not found any more;"
        " take the entry out of transform/vocabulary/corrections.toml"
    )


def test_the_same_rules_change_nothing(settings, tmp_path):
    file = tmp_path / "release.txt"
    file.write_text(GOOD, encoding="utf-8")
    ingest(settings, [str(file)])
    rebuilt = rebuild(settings, apply=False)
    assert [(one.table_name, one.added, one.gone, one.changed) for one in rebuilt.differences if one.examples] == []


def test_other_rules_are_shown_first_and_put_in_place_when_told(settings, tmp_path, monkeypatch):
    from dataclasses import replace

    file = tmp_path / "release.txt"
    file.write_text(GOOD, encoding="utf-8")
    ingest(settings, [str(file)])
    read = steps_read.derive
    monkeypatch.setattr(steps_read, "derive", lambda release: replace(read(release), quotations=()))

    shown = {one.table_name: (one.added, one.gone, one.changed) for one in rebuild(settings, apply=False).differences}
    assert shown["quotations"] == (0, 1, 0)
    assert published_rows(settings, "select count(*) from quotations") == [(1,)]

    rebuild(settings, apply=True)
    assert published_rows(settings, "select count(*) from quotations") == [(0,)]
