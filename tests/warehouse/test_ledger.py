from dataclasses import dataclass
from datetime import date, datetime, timedelta

import duckdb
import pytest

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse import ledger, quarantine
from warehouse.load import load
from warehouse.rows import Outcome, Quarantined
from warehouse.transactions import revision

URL = "https://probation.example/news/saltmarsh"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    url: str = URL
    source: str = "hale_news"
    title: str | None = None
    published_on: date | None = None
    modified_at: datetime | None = None
    fetch_url: str | None = None
    captured_at: datetime | None = None


CAPTURE = Seen(source="sample_ia", fetch_url="https://archive.example/1/x", captured_at=NOON - 9 * DAY)


def reasons(con: duckdb.DuckDBPyConnection, *seen: Seen, now: datetime = NOON, rules: str = RULES) -> list[str]:
    return [due.reason.value for due in ledger.sighted(con, seen, now=now, rules_version=rules)]


def settle(con: duckdb.DuckDBPyConnection, outcome: Outcome, *, now: datetime = NOON, poll: str = "poll") -> Outcome:
    return ledger.settle(con, URL, outcome, source="hale_news", now=now, rules_version=RULES, poll=poll)


def test_a_new_address_is_due_until_it_is_loaded(con: duckdb.DuckDBPyConnection) -> None:
    assert reasons(con, Seen()) == ["new"]
    assert reasons(con, Seen()) == ["new"]
    load(con, [arrival(rows())], RULES, NOON)
    assert reasons(con, Seen()) == []


def test_a_poll_that_shows_nothing_new_writes_nothing(con: duckdb.DuckDBPyConnection) -> None:
    ledger.sighted(con, [Seen(modified_at=NOON)], now=NOON, rules_version=RULES)
    load(con, [arrival(rows())], RULES, NOON)
    before = con.execute("from pipeline.discoveries").fetchall()
    assert reasons(con, Seen(modified_at=NOON), now=NOON + DAY) == []
    assert con.execute("from pipeline.discoveries").fetchall() == before


def test_a_release_the_site_says_changed_is_due(con: duckdb.DuckDBPyConnection) -> None:
    reasons(con, Seen(modified_at=NOON))
    load(con, [arrival(rows())], RULES, NOON)
    assert reasons(con, Seen(modified_at=NOON + DAY)) == ["changed"]


def test_a_page_of_another_kind_is_due_only_when_it_changed(con: duckdb.DuckDBPyConnection) -> None:
    reasons(con, Seen(modified_at=NOON))
    settle(con, Outcome.NOT_A_RELEASE)
    assert reasons(con, Seen(modified_at=NOON), rules="rules-2", now=NOON + 9 * DAY) == []
    assert reasons(con, Seen(modified_at=NOON + DAY)) == ["changed"]


def test_the_live_page_is_fetched_after_an_archive_and_not_the_other_way(con: duckdb.DuckDBPyConnection) -> None:
    assert reasons(con, CAPTURE) == ["new"]
    load(con, [arrival(rows(), source="sample_ia", captured_at=CAPTURE.captured_at)], RULES, NOON)
    assert reasons(con, CAPTURE) == []
    assert reasons(con, Seen()) == ["new"]
    load(con, [arrival(rows())], RULES, NOON)
    assert reasons(con, CAPTURE) == []


def test_three_tries_on_three_polls_and_then_quarantine(con: duckdb.DuckDBPyConnection) -> None:
    reasons(con, Seen())
    assert settle(con, Outcome.PENDING, poll="1") == "pending"
    assert settle(con, Outcome.PENDING, poll="1") == "pending"
    assert settle(con, Outcome.PENDING, poll="2") == "pending"
    assert reasons(con, Seen()) == ["new"]
    assert settle(con, Outcome.PENDING, poll="3") == "quarantined"
    assert reasons(con, Seen()) == []
    assert reasons(con, Seen(), rules="rules-2") == ["retry"]


def test_a_blocked_address_stays_pending_and_counts_no_try(con: duckdb.DuckDBPyConnection) -> None:
    reasons(con, Seen())
    for poll in "12345":
        assert settle(con, Outcome.BLOCKED, poll=poll) == "blocked"
    known = ledger.discovery(con, URL)
    assert known is not None
    assert (known.state, known.attempts) == ("pending", 0)


def test_gone_twice_a_day_apart_withdraws_the_release(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(rows())], RULES, NOON)
    settle(con, Outcome.GONE)
    assert ledger.due(con, now=NOON + timedelta(hours=1), rules_version=RULES) == ()
    settle(con, Outcome.GONE, now=NOON + timedelta(hours=1))
    assert con.execute("select withdrawn_at from releases").fetchall() == [(None,)]
    (due,) = ledger.due(con, now=NOON + DAY, rules_version=RULES)
    assert (due.url, due.reason) == (URL, "retry")
    counted = revision(con)
    settle(con, Outcome.GONE, now=NOON + DAY)
    assert con.execute("select withdrawn_at from releases").fetchall() == [(NOON + DAY,)]
    assert revision(con) == counted + 1
    assert ledger.due(con, now=NOON + 3 * DAY, rules_version=RULES) == ()
    load(con, [arrival(rows(), fetched_at=NOON + 2 * DAY)], RULES, NOON + 2 * DAY)
    assert con.execute("select withdrawn_at from releases").fetchall() == [(None,)]


def test_a_release_that_stands_elsewhere_is_not_withdrawn(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(rows()), arrival(rows(url=URL + "-again"))], RULES, NOON)
    settle(con, Outcome.GONE)
    settle(con, Outcome.GONE, now=NOON + DAY)
    assert con.execute("select withdrawn_at from releases").fetchall() == [(None,)]


def test_a_claim_keeps_others_off_until_it_ends(con: duckdb.DuckDBPyConnection) -> None:
    reasons(con, Seen())
    until = NOON + timedelta(minutes=10)
    assert ledger.claim(con, [URL], by="one", until=until, now=NOON) == (URL,)
    assert ledger.claim(con, [URL], by="two", until=until, now=NOON) == ()
    assert reasons(con, Seen()) == []
    assert ledger.next_poll(con, now=NOON) == ()
    assert ledger.claim(con, [URL], by="two", until=until + DAY, now=until) == (URL,)
    ledger.let_go(con, by="two")
    assert ledger.claim(con, [URL], by="three", until=until, now=NOON) == (URL,)
    settle(con, Outcome.NOT_A_RELEASE)
    assert ledger.claim(con, [URL], by="four", until=until, now=NOON) == (URL,)


def test_polls_are_counted_for_what_stays_pending(con: duckdb.DuckDBPyConnection) -> None:
    reasons(con, Seen())
    assert [due.polls_pending for due in ledger.next_poll(con, now=NOON)] == [1]
    assert [due.polls_pending for due in ledger.next_poll(con, now=NOON)] == [2]


def test_young_releases_are_read_again(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(rows())], RULES, NOON)
    young = {"published_since": date(2024, 4, 2), "now": NOON + DAY}
    assert ledger.young(con, settled_before=NOON, **young) == ()  # type: ignore[arg-type]
    (due,) = ledger.young(con, settled_before=NOON + DAY, **young)  # type: ignore[arg-type]
    assert (due.url, due.reason) == (URL, "changed")


def test_addresses_asked_for_become_pending(con: duckdb.DuckDBPyConnection) -> None:
    ledger.asked(con, [URL, URL], source="hale_news", now=NOON)
    assert [due.reason for due in ledger.due(con, now=NOON, rules_version=RULES)] == ["asked"]


def quarantined(**changes: object) -> Quarantined:
    told = {
        "url": URL, "name": None, "sha256": "a" * 64, "source": "hale_news", "stage": "layout",
        "reason": "no layout knows it", "detail": None, "rules_version": RULES,
    }  # fmt: skip
    return Quarantined(**{**told, **changes})  # type: ignore[arg-type]


def test_quarantine_counts_tries_and_is_found_by_any_name(con: duckdb.DuckDBPyConnection) -> None:
    file = quarantined(url=None, name="broken.html", sha256="b" * 64, source="folder")
    address_id, file_id = quarantine.put(con, [quarantined(), file], now=NOON)
    quarantine.put(con, [quarantined(reason="still not")], now=NOON + DAY)
    for name in (URL, "a" * 64, address_id, address_id[:8]):
        assert [row.quarantine_id for row in quarantine.found(con, name)] == [address_id]
    assert [row.quarantine_id for row in quarantine.found(con, "broken.html")] == [file_id]
    row = quarantine.found(con, URL)[0]
    assert (row.tries, row.reason, row.quarantined_at, row.last_tried_at) == (2, "still not", NOON, NOON + DAY)


def test_retry_makes_an_address_due_again(con: duckdb.DuckDBPyConnection) -> None:
    (row_id,) = quarantine.put(con, [quarantined()], now=NOON)
    assert ledger.due(con, now=NOON, rules_version=RULES) == ()
    assert quarantine.retry(con, [row_id]) == 1
    assert [due.url for due in ledger.due(con, now=NOON, rules_version=RULES)] == [URL]


@pytest.mark.parametrize("rules", [RULES, "rules-2"])
def test_quarantined_is_due_again_under_other_rules_alone(con: duckdb.DuckDBPyConnection, rules: str) -> None:
    quarantine.put(con, [quarantined()], now=NOON)
    assert len(ledger.due(con, now=NOON, rules_version=rules)) == (rules != RULES)
