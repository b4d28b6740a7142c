from dataclasses import fields, replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.dumps import everything
from tests.warehouse.invented import NOON, RULES, arrival, placed, rows
from transform.rows import DoubtRow, OrganisationRow, ReleaseRows, SpeakerRow
from warehouse import catalogue, changes, kept, ledger, quarantine
from warehouse.connect import writing
from warehouse.load import load
from warehouse.transactions import revision
from warehouse.vocabulary import load_vocabulary

DAY = timedelta(days=1)
THORNBURY = "https://probation.example/news/thornbury"


def test_row_class_fields_and_load_columns_are_the_tables_columns() -> None:
    classes = {"releases": kept.ReleaseRow, **kept.CHILDREN, "speakers": SpeakerRow, "organisations": OrganisationRow}
    for table, kind in classes.items():
        added = {catalogue.KEYS[table], *catalogue.LOAD_COLUMNS}
        added |= {"withdrawn_at"} if table == "releases" else {"release_id"} if table in kept.CHILDREN else set()
        assert {field.name for field in fields(kind)} | added == {*catalogue.fact_columns(table)}, table


def test_a_release_stands_with_its_rows_version_and_address(con: duckdb.DuckDBPyConnection) -> None:
    (loaded,) = load(con, [arrival(rows())], RULES, NOON)
    assert (loaded.outcome, loaded.version) == ("loaded", 1)
    assert loaded.counts == {"inspections": 1, "ratings": 1, "metrics": 1, "quotations": 2, "doubts": 0}
    assert con.execute(
        "select release_id, url, published_on, first_seen_at, last_changed_at, rules_version from releases"
    ).fetchall() == [(loaded.release_id, rows().release.url, date(2024, 5, 1), NOON, NOON, RULES)]
    assert con.execute("select url, source, is_live from release_urls").fetchall() == [
        (rows().release.url, "hale_news", True)
    ]
    assert con.execute("select text = (select text from releases), is_current from release_versions").fetchall() == [
        (True, True)
    ]
    assert con.execute("select state, sha256 from pipeline.discoveries").fetchall() == [
        ("loaded", rows().release.document_sha256)
    ]
    assert con.execute("select url, status from pipeline.documents").fetchall() == [(rows().release.url, 200)]


def test_second_load_of_the_same_content_changes_nothing(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(rows())], RULES, NOON)
    before, counted = everything(con), revision(con)
    (again,) = load(con, [arrival(rows(), fetched_at=NOON + DAY)], "rules-2", NOON + DAY)
    assert again.outcome == "unchanged"
    assert everything(con) == before
    assert revision(con) == counted
    assert changes.since(con, NOON + timedelta(seconds=1)) == ()


def test_other_bytes_with_the_same_words_change_nothing(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(rows())], RULES, NOON)
    before = everything(con)
    (again,) = load(con, [arrival(rows(sha256="b" * 64), fetched_at=NOON + DAY)], RULES, NOON + DAY)
    assert again.outcome == "unchanged"
    assert everything(con) == before


def test_a_new_version_replaces_rows_and_keeps_the_old_text(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(rows())], RULES, NOON)
    later = NOON + DAY
    (loaded,) = load(
        con,
        [arrival(rows(quotations=("Staff work hard, and it shows.",), percent="31"), fetched_at=later)],
        RULES,
        later,
    )
    assert (loaded.outcome, loaded.version) == ("loaded", 2)
    assert con.execute("select value::integer from metrics").fetchall() == [(31,)]
    assert con.execute(
        "select position('31 per cent' in text) > 0, is_current, replaced_at from release_versions order by is_current"
    ).fetchall() == [(False, False, later), (True, True, None)]
    told = [(c.table_name, c.change, c.why, c.old.get("text"), c.new.get("text")) for c in changes.since(con, later)]
    assert ("quotations", "gone", "text", "More is needed on public protection.", None) in told
    assert ("metrics", "gone", "text", "28 per cent of the cases", None) in told
    assert ("metrics", "added", "text", None, "31 per cent of the cases") in told
    assert {table for table, *_ in told} == {"quotations", "metrics", "releases", "release_versions"}
    unchanged = con.execute("select last_changed_at from ratings").fetchall()
    assert unchanged == [(NOON,)]


def test_a_changed_value_on_the_same_words_names_old_and_new(con: duckdb.DuckDBPyConnection) -> None:
    one = rows()
    load(con, [arrival(one)], RULES, NOON)
    mended = replace(one, metrics=(replace(one.metrics[0], qualifier="at_least"),))
    (loaded,) = load(con, [arrival(mended)], "rules-2", NOON + DAY)
    assert loaded.outcome == "loaded"
    (change,) = changes.since(con, NOON + DAY)
    assert (change.table_name, change.change, change.why) == ("metrics", "changed", "rules")
    assert (change.old, change.new) == ({"qualifier": "exact"}, {"qualifier": "at_least"})
    assert con.execute("select rules_version, last_changed_at from metrics").fetchall() == [("rules-2", NOON + DAY)]
    assert con.execute("select rules_version, last_changed_at from quotations").fetchall() == [(RULES, NOON)] * 2


def test_the_text_of_old_comes_back_when_the_page_does(con: duckdb.DuckDBPyConnection) -> None:
    first, second = arrival(rows()), arrival(rows(percent="31"), fetched_at=NOON + DAY)
    load(con, [first], RULES, NOON)
    load(con, [second], RULES, NOON + DAY)
    load(con, [replace(first, fetched_at=NOON + 2 * DAY)], RULES, NOON + 2 * DAY)
    assert con.execute("select value::integer from metrics").fetchall() == [(28,)]
    assert con.execute("select count(*), count(*) filter (where is_current) from release_versions").fetchall() == [
        (2, 1)
    ]


def test_a_text_read_otherwise_by_a_mended_layout_makes_no_new_version(con: duckdb.DuckDBPyConnection) -> None:
    before = rows()
    load(con, [arrival(before)], RULES, NOON)
    after = rows(extra="A paragraph the layout lost.", sha256=before.release.document_sha256)
    (loaded,) = load(con, [arrival(after)], "rules-2", NOON + DAY)
    assert (loaded.outcome, loaded.version) == ("loaded", 1)
    assert con.execute("select count(*) from release_versions").fetchall() == [(1,)]
    assert {c.why for c in changes.since(con, NOON + DAY)} == {"rules"}


def broken(place: str, **change: object) -> ReleaseRows:
    """A release of which one metric is wrong."""
    one = rows(place, url=f"https://probation.example/news/{place.lower()}")
    return replace(one, metrics=(replace(one.metrics[0], **change),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "stage", "reason"),
    [
        pytest.param({"start_char": 3, "end_char": 9}, "check", "metrics_words_hold", id="span does not hold"),
        pytest.param({"unit": "bananas"}, "load", "do not fit", id="a word no list has"),
        pytest.param({"text": "lone \ud800 surrogate"}, "load", "do not fit", id="what cannot be written"),
        pytest.param({"value": 10**20}, "load", "do not fit", id="a number too large"),
    ],
)
def test_one_failing_release_leaves_the_others_of_its_batch_alone(
    con: duckdb.DuckDBPyConnection, change: dict[str, object], stage: str, reason: str
) -> None:
    batch = [
        arrival(rows()),
        arrival(broken("Failing", **change), sha256="f" * 64),
        arrival(rows("Third", url=THORNBURY)),
    ]
    results = load(con, batch, RULES, NOON)
    assert [result.outcome for result in results] == ["loaded", "quarantined", "loaded"]
    assert reason in (results[1].reason or "")
    assert con.execute("select count(*) from releases").fetchall() == [(2,)]
    (row,) = quarantine.listed(con)
    assert (row.url, row.stage, row.sha256, row.tries) == (batch[1].url, stage, "f" * 64, 1)
    state = ledger.discovery(con, batch[1].url or "")
    assert state is not None
    assert state.state == "quarantined"


def test_what_is_taken_in_after_all_leaves_quarantine(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(broken("Failing", unit="bananas"))], RULES, NOON)
    load(con, [arrival(broken("Failing"))], "rules-2", NOON + DAY)
    assert quarantine.listed(con) == ()
    assert con.execute("select state from pipeline.discoveries").fetchall() == [("loaded",)]


def test_mending_a_rule_moves_no_other_rows_id(con: duckdb.DuckDBPyConnection) -> None:
    one = rows(quotations=("We agree.", "We agree entirely.", "They work hard."))
    load(con, [arrival(one)], RULES, NOON)
    before = dict(con.execute("select text, quotation_id from quotations").fetchall())
    fewer = tuple(replace(q, position=at) for at, q in enumerate(one.quotations[1:], start=1))
    load(con, [arrival(replace(one, quotations=fewer))], "rules-2", NOON + DAY)
    after = dict(con.execute("select text, quotation_id from quotations").fetchall())
    assert after == {text: row_id for text, row_id in before.items() if text != "We agree."}


def test_the_same_words_twice_in_a_release_are_two_rows(con: duckdb.DuckDBPyConnection) -> None:
    one = rows(quotations=("It works.",), extra="Staff said: “It works.”")
    text = one.release.text
    again = replace(
        one.quotations[0], start_char=text.rindex("It works."), end_char=text.rindex("It works.") + 9, position=2
    )
    (loaded,) = load(con, [arrival(replace(one, quotations=(one.quotations[0], again)))], RULES, NOON)
    assert loaded.outcome == "loaded"
    assert con.execute("select count(distinct quotation_id) from quotations").fetchall() == [(2,)]


def test_doubts_are_kept(con: duckdb.DuckDBPyConnection) -> None:
    one = rows()
    doubt = DoubtRow(reason="two readings", **placed(one.release.text, "Many practitioners", 1))
    load(con, [arrival(replace(one, doubts=(doubt,)))], RULES, NOON)
    assert con.execute("select text, reason from doubts").fetchall() == [("Many practitioners", "two readings")]


def test_vocabulary_is_replaced_where_it_changed(con: duckdb.DuckDBPyConnection) -> None:
    speaker = SpeakerRow(
        name="Avery Thorne", role="Chief Inspector", from_on=date(2020, 1, 1), until_on=None, source="invented"
    )
    body = OrganisationRow(
        name="Saltmarsh PDU", short_name=None, organisation_type="pdu", owner=None, region="Invented region",
        official_code=None, official_code_from=None, from_on=None, until_on=None, source="invented",
    )  # fmt: skip
    assert load_vocabulary(con, [speaker], [body], RULES, NOON) == 2
    counted = revision(con)
    assert load_vocabulary(con, [speaker], [body], "rules-2", NOON + DAY) == 0
    assert revision(con) == counted
    assert load_vocabulary(con, [replace(speaker, until_on=date(2024, 1, 1))], [], "rules-2", NOON + DAY) == 2
    assert con.execute("select until_on, first_seen_at, rules_version from speakers").fetchall() == [
        (date(2024, 1, 1), NOON, "rules-2")
    ]
    assert con.execute("select count(*) from organisations").fetchall() == [(0,)]


def test_kept_rows_come_back_as_they_were() -> None:
    one = rows()
    assert kept.restored(kept.dumped(one)) == one


def test_rows_read_back_from_the_tables_are_those_loaded(data_dir: Path) -> None:
    with writing(data_dir) as con:
        (loaded,) = load(con, [arrival(rows())], RULES, NOON)
        assert loaded.release_id is not None
        assert kept.stored(con, [loaded.release_id]) == {loaded.release_id: rows()}
