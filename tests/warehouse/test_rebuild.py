from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.warehouse.dumps import everything, facts_of
from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse import changes, ledger, rebuild
from warehouse.connect import build_path, writing
from warehouse.database import connected
from warehouse.errors import WarehouseError
from warehouse.load import load
from warehouse.publish import publish
from warehouse.rows import Arrival, Outcome
from warehouse.transactions import revision

DAY = timedelta(days=1)
THORNBURY = rows("Thornbury", url="https://probation.example/news/thornbury")


def fill(data_dir: Path) -> None:
    with writing(data_dir) as con:
        load(con, [arrival(rows()), arrival(THORNBURY)], RULES, NOON)
        load(con, [arrival(rows(percent="31"), fetched_at=NOON + DAY)], RULES, NOON + DAY)
        ledger.settle(con, "https://probation.example/news/gone", Outcome.GONE, source="hale_news", now=NOON,
                      rules_version=RULES)  # fmt: skip
    publish(data_dir, now=NOON)


def read_again(data_dir: Path, *arrivals: Arrival, rules: str = "rules-2") -> None:
    with rebuild.beside(data_dir) as con:
        load(con, list(arrivals), rules, NOON + 2 * DAY)


SAME = (arrival(rows()), arrival(THORNBURY), arrival(rows(percent="31"), fetched_at=NOON + DAY))


def test_a_rebuild_that_changes_no_row_swaps_nothing(data_dir: Path) -> None:
    fill(data_dir)
    before = build_path(data_dir).stat()
    read_again(data_dir, *SAME)
    found = rebuild.difference(data_dir)
    assert [(t.added, t.gone, t.changed) for t in found] == [(0, 0, 0)] * len(found)
    build_path(data_dir).with_name("rebuild-compact.duckdb").write_bytes(b"left by a swap that was killed")
    rebuild.swap(data_dir, now=NOON + 2 * DAY)
    after = build_path(data_dir).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert publish(data_dir, now=NOON + 2 * DAY).outcome == "skipped"


def test_a_rebuild_under_mended_rules_tells_and_keeps_what_was(data_dir: Path) -> None:
    fill(data_dir)
    mended = rows(percent="31")
    mended = replace(mended, metrics=(replace(mended.metrics[0], name="other"),), quotations=mended.quotations[:1])
    read_again(data_dir, SAME[0], SAME[1], arrival(mended, fetched_at=NOON + DAY))
    with writing(data_dir) as con:
        untouched, counted = everything(con), revision(con)
    found = {table.table_name: table for table in rebuild.difference(data_dir)}
    assert (found["metrics"].changed, found["quotations"].gone, found["ratings"].changed) == (1, 1, 0)
    (example,) = found["metrics"].examples
    assert example.old is not None
    assert example.new is not None
    assert (example.old["name"], example.new["name"]) == ("cases_insufficient", "other")
    with writing(data_dir) as con:
        assert everything(con) == untouched
    rebuild.swap(data_dir, now=NOON + 2 * DAY)
    with writing(data_dir) as con:
        assert revision(con) > counted
        told = {(c.table_name, c.change, c.why) for c in changes.since(con, NOON + 2 * DAY)}
        assert told == {("metrics", "changed", "rules"), ("quotations", "gone", "rules")}
        assert con.execute(
            "select rules_version, first_seen_at, last_changed_at from metrics order by 1"
        ).fetchall() == [
            (RULES, NOON, NOON),
            ("rules-2", NOON + DAY, NOON + 2 * DAY),
        ]
        assert con.execute("select count(*) from pipeline.discoveries where state = 'gone'").fetchall() == [(1,)]
        assert con.execute("select count(*) from changes where changed_at = ?", [NOON]).fetchall() != [(0,)]
        assert con.execute("select replaced_at from release_versions where not is_current").fetchall() == [
            (NOON + DAY,)
        ]
    assert build_path(data_dir).with_name("build.before-rebuild.duckdb").exists()
    assert not rebuild.beside_path(data_dir).exists()
    assert publish(data_dir, now=NOON + 2 * DAY).outcome == "published"


def test_a_lost_database_comes_back_with_the_same_rows(data_dir: Path) -> None:
    fill(data_dir)
    before = facts_of(data_dir)
    build_path(data_dir).unlink()
    read_again(data_dir, *reversed(SAME), rules=RULES)
    rebuild.swap(data_dir, now=NOON)
    assert facts_of(data_dir) == before


def test_what_arrives_while_the_archive_is_read_again_is_not_lost(data_dir: Path) -> None:
    fill(data_dir)
    read_again(data_dir, *SAME)
    with connected(rebuild.beside_path(data_dir)) as con:
        ((began,),) = con.execute("select made_at from pipeline.schema_version").fetchall()
    late = arrival(rows("Late", url="https://probation.example/news/late"), fetched_at=began + DAY)
    with writing(data_dir) as con:
        load(con, [late], RULES, NOON)
    with pytest.raises(WarehouseError, match=r"news/late: taken in while .* run `inspectorate rebuild --apply`"):
        rebuild.swap(data_dir, now=NOON)
    read_again(data_dir, *SAME, late)
    rebuild.swap(data_dir, now=NOON)
    with writing(data_dir) as con:
        assert con.execute("select count(*) from releases").fetchall() == [(3,)]


def test_aliases_and_withdrawals_are_carried_over(data_dir: Path) -> None:
    repost = arrival(rows(url="https://probation.example/news/again", published_on=None))
    with writing(data_dir) as con:
        (first,) = load(con, [repost], RULES, NOON)
        (second,) = load(con, [arrival(rows())], RULES, NOON)
        con.execute("update releases set withdrawn_at = ?", [NOON]).fetchall()
    assert first.release_id != second.release_id
    read_again(data_dir, arrival(replace(rows(), quotations=())), repost)
    rebuild.swap(data_dir, now=NOON + DAY)
    with writing(data_dir) as con:
        assert con.execute("select current_release_id(?)", [first.release_id]).fetchall() == [(second.release_id,)]
        assert con.execute("select withdrawn_at from releases").fetchall() == [(NOON,)]


def test_what_is_read_after_all_leaves_quarantine_and_what_is_not_goes_there(data_dir: Path) -> None:
    failing = replace(rows(), metrics=(replace(rows().metrics[0], unit="bananas"),))
    failing_other = replace(THORNBURY, metrics=(replace(THORNBURY.metrics[0], unit="bananas"),))
    with writing(data_dir) as con:
        load(con, [arrival(failing), arrival(THORNBURY)], RULES, NOON)
    read_again(data_dir, arrival(rows()), arrival(failing_other))
    rebuild.swap(data_dir, now=NOON + DAY)
    with writing(data_dir) as con:
        assert con.execute("select url, state from pipeline.discoveries order by url").fetchall() == [
            (rows().release.url, "loaded"),
            (THORNBURY.release.url, "quarantined"),
        ]
        assert con.execute("select url from pipeline.quarantine").fetchall() == [(THORNBURY.release.url,)]
        assert con.execute("select url from releases").fetchall() == [(rows().release.url,)]
