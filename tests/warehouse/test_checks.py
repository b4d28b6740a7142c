from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest

from tests.warehouse.invented import NOON, RULES, arrival, placed, rows
from transform.rows import DoubtRow, ReleaseRows
from warehouse import checks, staging
from warehouse.load import load
from warehouse.rows import Severity

ONE = rows()
TEXT = ONE.release.text


def overlapping() -> ReleaseRows:
    first = replace(ONE.quotations[0], **placed(TEXT, "Staff work hard, and it shows.", 1))
    second = replace(ONE.quotations[0], **placed(TEXT, "and it shows.", 2))
    return replace(ONE, quotations=(first, second))


def quotation(words: str, inside: str, mark: str) -> ReleaseRows:
    """One quotation whose words are given without its marks between paragraphs, and stand so in the body."""
    one = rows(quotations=(), extra=f"She said: {inside}")
    start = one.release.text.index(inside) + 1
    made = replace(
        ONE.quotations[0], text=words, mark=mark, start_char=start, end_char=start + len(inside) - 2, position=1
    )
    return replace(one, quotations=(made,))


FAILING = {
    "quotations_do_not_overlap": overlapping(),
    "quotations_words_hold": quotation("One.\n\nTwo!", "“One.\n\n“Two.”", "double"),
    "ratings_words_hold": replace(ONE, ratings=(replace(ONE.ratings[0], start_char=0, end_char=5),)),
    "metrics_words_hold": replace(ONE, metrics=(replace(ONE.metrics[0], text="82 per cent"),)),
    "inspections_words_hold": replace(ONE, inspections=(replace(ONE.inspections[0], end_char=10**6),)),
    "score_within_maximum": replace(ONE, inspections=(replace(ONE.inspections[0], score=28, score_max=27),)),
    "positions_count_up": replace(ONE, metrics=(replace(ONE.metrics[0], position=2),)),
    "published_on_plausible": rows(published_on=date(1907, 1, 1)),
    "doubts_words_hold": replace(
        ONE, doubts=(DoubtRow(reason="two readings", **placed(TEXT, "28", 1) | {"text": "82"}),)
    ),
    "ratings_in_range": replace(ONE, ratings=(replace(ONE.ratings[0], rating_rank=2),)),
}

TRUE_BUT_ODD = {
    "a score of nothing": replace(ONE, inspections=(replace(ONE.inspections[0], score=0, score_max=27),)),
    "more than a hundred per cent": replace(ONE, metrics=(replace(ONE.metrics[0], value=Decimal("140.00")),)),
    "no date": rows(published_on=None),
    "an inspection that names no service": replace(ONE, inspections=()),
    "the same words in two places": rows(quotations=("It works.",), extra="And again: “It works.”"),
    "paragraphs that each open": quotation("One.\n\nTwo.", "“One.\n\n“Two.”", "double"),
    "paragraphs that each open and close": quotation("One.\n\nTwo.", "“One.”\n\n“Two.”", "double"),
    "paragraphs in single marks": quotation("One.\n\nTwo.", "‘One.’\n\n‘Two.’", "single"),
    "no facts at all": replace(ONE, inspections=(), ratings=(), metrics=(), quotations=()),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_release_that_fails_a_check_of_its_own_is_quarantined(con: duckdb.DuckDBPyConnection, name: str) -> None:
    (result,) = load(con, [arrival(FAILING[name])], RULES, NOON)
    assert result.outcome == "quarantined"
    assert (result.reason or "").startswith(name)
    assert con.execute("select count(*) from releases").fetchall() == [(0,)]


@pytest.mark.parametrize("name", TRUE_BUT_ODD)
def test_true_but_odd_data_stops_nothing(con: duckdb.DuckDBPyConnection, name: str) -> None:
    (result,) = load(con, [arrival(TRUE_BUT_ODD[name])], RULES, NOON)
    assert result.outcome == "loaded", result.reason
    assert checks.errors(checks.check(con, now=NOON)) == ()


SPOILING = {
    "references_resolve": "update ratings set release_id = 'nobody'",
    "one_current_text": "update release_versions set is_current = false",
    "address_of_its_own": "delete from release_urls",
    "given_up_ids_are_gone": "insert into pipeline.release_aliases select release_id, release_id, now() from releases",
    "quotations_words_hold": "update releases set text = replace(text, 'Staff', 'Stuff')",
}


@pytest.mark.parametrize("name", SPOILING)
def test_an_error_in_the_warehouse_is_found(con: duckdb.DuckDBPyConnection, name: str) -> None:
    load(con, [arrival(ONE)], RULES, NOON)
    assert checks.errors(checks.check(con, now=NOON)) == ()
    con.execute(SPOILING[name]).fetchall()
    assert name in {finding.check_name for finding in checks.errors(checks.check(con, now=NOON))}
    assert con.execute("select count(*) > 0 from pipeline.check_results where check_name = ?", [name]).fetchall() == [
        (True,)
    ]


WARNED = {"percent_up_to_100", "months_have_releases", "release_has_a_date", "kind_keeps_its_promise"}


def test_warnings_are_recorded(con: duckdb.DuckDBPyConnection) -> None:
    far = rows("Far", url="https://probation.example/news/far", published_on=date(2024, 8, 1))
    nameless = replace(rows("Nameless", url="https://probation.example/news/nameless"), inspections=())
    odd = [TRUE_BUT_ODD["more than a hundred per cent"], far, rows("Dateless", url=None, published_on=None), nameless]
    load(con, [arrival(one) for one in odd], RULES, NOON)
    found = {finding.check_name for finding in checks.check(con, now=NOON)}
    assert found == WARNED


def test_an_id_given_twice_is_found_before_it_is_written(con: duckdb.DuckDBPyConnection) -> None:
    staged = staging.release_tables(
        [staging.Staged(release_id="one", arrival=None, rules_version=RULES, rows=rows(quotations=()))]
    )
    twice = staged | {"metrics": pa.concat_tables([staged["metrics"], staged["metrics"]])}
    found = {finding.check_name for finding in checks.of_releases(con, twice)}
    assert found == {"ids_are_unique", "positions_count_up"}


def test_every_check_is_seen_to_find_something() -> None:
    assert {*FAILING, *SPOILING, *WARNED, "ids_are_unique"} == set(checks.defined())


def test_every_check_says_its_severity_and_why() -> None:
    for name, (severity, text) in checks.defined().items():
        assert severity in Severity, name
        assert text.splitlines()[1].startswith("-- "), name


def test_the_same_findings_are_not_written_again(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(TRUE_BUT_ODD["no date"])], RULES, NOON)
    checks.check(con, now=NOON)
    checks.check(con, now=NOON + timedelta(days=1))
    assert con.execute("select distinct checked_at from pipeline.check_results").fetchall() == [(NOON,)]
