import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.invented import NOON, RULES, arrival, rows
from transform.rows import SpeakerRow
from warehouse import catalogue, status
from warehouse.load import load
from warehouse.vocabulary import load_vocabulary

CHIEF = SpeakerRow(
    name="Martin Jones", role="Chief Inspector of Probation", from_on=None, until_on=None, source="invented"
)
COOKBOOK = Path(__file__).parents[2] / "docs" / "cookbook.md"
VIEWS = [name for name, _ in catalogue.scripts("views")]


@pytest.fixture
def filled(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Two inspections of one service, the second under its written-out name, and one of another."""
    again = rows(
        title="Saltmarsh inspected again",
        url="https://probation.example/news/again",
        rating="Outstanding",
        published_on=date(2025, 7, 1),
        percent="12",
        quotations=("Much has changed for the better.",),
    )
    other = rows("Thornbury", url="https://probation.example/news/thornbury", rating="Inadequate")
    load(con, [arrival(one) for one in (rows(), again, other)], RULES, NOON)
    con.execute(
        "update ratings set organisation = 'Saltmarsh Probation Delivery Unit' where rating = 'Outstanding'"
    ).fetchall()
    return con


def test_current_ratings_has_the_newest_of_every_service(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute("select organisation, rating, rating_rank from current_ratings").fetchall() == [
        ("Saltmarsh Probation Delivery Unit", "Outstanding", 4),
        ("Thornbury PDU", "Inadequate", 1),
    ]


def test_rating_history_tells_the_change_from_the_last_inspection(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute(
        "select rating, previous_rating, previous_published_on, rank_change from rating_history"
    ).fetchall() == [
        ("Good", None, None, None),
        ("Outstanding", "Good", date(2024, 5, 1), 1),
        ("Inadequate", None, None, None),
    ]


def test_praise_and_earlier_ratings_are_in_no_rating_view(filled: duckdb.DuckDBPyConnection) -> None:
    filled.execute("update ratings set is_grade = false where rating = 'Outstanding'").fetchall()
    filled.execute("update ratings set is_previous = true where rating = 'Inadequate'").fetchall()
    for view in ("current_ratings", "rating_history", "ratings_by_year"):
        assert filled.execute(f"select rating from {view}").fetchall() == [("Good",)], view


def test_ratings_by_year(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute("select year, rating, services, share_percent from ratings_by_year").fetchall() == [
        (2024, "Inadequate", 1, 50.0),
        (2024, "Good", 1, 50.0),
        (2025, "Outstanding", 1, 100.0),
    ]


def test_quotations_by_speaker_and_about_a_service(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute("select count(*), count(distinct text) from quotations_by_speaker").fetchall() == [(5, 3)]
    assert filled.execute(
        "select distinct text from quotations_about where organisation = 'Thornbury PDU' order by text"
    ).fetchall() == [("More is needed on public protection.",), ("Staff work hard, and it shows.",)]


@pytest.mark.parametrize(
    ("service", "words"),
    [
        pytest.param("Mereside Approved Premises", "Mereside has to mend its doors.", id="a house"),
        pytest.param("Upper Fell division of the National Probation Service", "Upper Fell waits.", id="a division"),
        pytest.param("Probation Service – Long Fen region", "In the Long Fen region nobody asks.", id="a region"),
    ],
)
def test_of_two_services_in_a_release_the_inadequate_one_is_given_only_words_that_name_it(
    con: duckdb.DuckDBPyConnection, service: str, words: str
) -> None:
    said = ("Few houses are run so well as the other.", words)
    one = rows("Saltmarsh", rating="Inadequate", quotations=said)
    role = {"speaker": "Martin Jones", "speaker_role": "Chief Inspector of Probation"}
    inspections = (
        replace(one.inspections[0], organisation=service),
        replace(
            one.inspections[0], organisation="Saltmarsh PDU", overall_rating="Outstanding", position=2, rule="other"
        ),
    )
    mixed = replace(
        one,
        inspections=inspections,
        ratings=(replace(one.ratings[0], organisation=service),),
        quotations=tuple(replace(quotation, **role) for quotation in one.quotations),
    )
    load_vocabulary(con, (CHIEF,), (), RULES, NOON)
    assert [loaded.outcome for loaded in load(con, [arrival(mixed)], RULES, NOON)] == ["loaded"]
    asked = "select organisation, words from inadequate_services"
    assert con.execute(asked).fetchall() == [(service, words)]
    con.execute("delete from inspections where position = 2").fetchall()
    assert con.execute(asked).fetchall() == [(service, said[0]), (service, words)]


def test_search_takes_words_in_any_order_and_case(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute("select distinct text from search_quotations('PUBLIC more')").fetchall() == [
        ("More is needed on public protection.",)
    ]
    assert filled.execute("select text from search_quotations('more absent')").fetchall() == []


def test_metric_series_names_the_service_where_there_is_one(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute("select organisation, published_on, value::integer from metric_series").fetchall() == [
        ("Saltmarsh PDU", date(2024, 5, 1), 28),
        ("Saltmarsh PDU", date(2025, 7, 1), 12),
        ("Thornbury PDU", date(2024, 5, 1), 28),
    ]
    assert filled.execute("select count(*) from caseload_over_time").fetchall() == [(0,)]


def test_evidence_gives_the_sentence_and_holds(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute(
        "select distinct sentence, holds from evidence where table_name = 'metrics' order by sentence"
    ).fetchall() == [
        ("In 12 per cent of the cases inspected the assessment was not good enough.", True),
        ("In 28 per cent of the cases inspected the assessment was not good enough.", True),
    ]
    filled.execute("update metrics set start_char = start_char + 1").fetchall()
    assert filled.execute("select distinct holds from evidence where table_name = 'metrics'").fetchall() == [(False,)]


def test_coverage_shows_months_without_releases(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute("select count(*), count(*) filter (where is_gap) from coverage").fetchall() == [(15, 13)]
    assert len(status.status(filled).months_without_releases) == 13


def test_releases_by_month_freshness_and_timeline(filled: duckdb.DuckDBPyConnection) -> None:
    assert filled.execute("select month, kind, releases from releases_by_month").fetchall() == [
        (date(2024, 5, 1), "inspection", 2),
        (date(2025, 7, 1), "inspection", 1),
    ]
    assert filled.execute("select releases, newest_published_on, newest_change_at from freshness").fetchall() == [
        (3, date(2025, 7, 1), NOON)
    ]
    assert filled.execute(
        "select speaker, speaker_role, first_quoted_on, last_quoted_on, quotations, releases from speaker_timeline"
    ).fetchall() == [("Avery Thorne", "Chief Inspector", date(2024, 5, 1), date(2025, 7, 1), 5, 3)]


def test_changes_has_the_old_row(filled: duckdb.DuckDBPyConnection) -> None:
    later = NOON + timedelta(days=1)
    load(filled, [arrival(rows(percent="30"), fetched_at=later)], RULES, later)
    assert filled.execute(
        "select change, why, old_text from changes where table_name = 'metrics' and changed_at = ? order by change",
        [later],
    ).fetchall() == [("added", "text", None), ("gone", "text", "28 per cent of the cases")]


def test_an_empty_warehouse_answers_every_view(con: duckdb.DuckDBPyConnection) -> None:
    for relation in catalogue.relations(con):
        if relation.kind == "view":
            assert con.execute(f"select * from {relation.full_name}").fetchall() == []


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_has_an_example_in_the_cookbook(name: str) -> None:
    blocks = re.findall(r"^```sql\n(.*?)^```$", COOKBOOK.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert any(re.search(rf"\b{name}\b", block) for block in blocks)


def test_every_example_of_the_cookbook_runs(filled: duckdb.DuckDBPyConnection) -> None:
    blocks = re.findall(r"^```sql\n(.*?)^```$", COOKBOOK.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) >= len(VIEWS)
    for block in blocks:
        filled.execute(block).fetchall()


def test_status_counts(filled: duckdb.DuckDBPyConnection) -> None:
    found = status.status(filled)
    assert (found.releases, found.newest_release_on, found.newest_change_at) == (3, date(2025, 7, 1), NOON)
    assert (found.discoveries, found.quarantined, found.generic_share) == ({"loaded": 3}, 0, 0.0)
