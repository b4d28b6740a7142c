from datetime import timedelta
from pathlib import Path

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse import ledger, quarantine
from warehouse.connect import build_path, public_path, reading, writing
from warehouse.forget import forget, is_forgotten
from warehouse.load import load
from warehouse.publish import publish
from warehouse.rows import Quarantined
from warehouse.transactions import revision

URL = "https://probation.example/news/saltmarsh"
SECRET = "Marigold Quillfeather"


def fill(data_dir: Path) -> None:
    """A release with a name to forget, in two versions and at two addresses, and another release."""
    first = rows(quotations=(f"{SECRET} works hard.", "More is needed."))
    second = rows(quotations=(f"{SECRET} works hard.",))
    repost = rows(quotations=(f"{SECRET} works hard.",), url=URL + "-again")
    other = rows("Thornbury", url="https://probation.example/news/thornbury")
    with writing(data_dir) as con:
        load(con, [arrival(first), arrival(other)], RULES, NOON)
        load(con, [arrival(second, fetched_at=NOON + timedelta(days=1)), arrival(repost)], RULES, NOON)
        quarantine.put(
            con,
            [
                Quarantined(
                    url=URL + "-again", name=None, sha256="c" * 64, source="hale_news", stage="check",
                    reason=f"names {SECRET}", detail=None, rules_version=RULES,
                )
            ],
            now=NOON,
        )  # fmt: skip
    publish(data_dir, now=NOON)


def holds(path: Path) -> bool:
    return SECRET.encode() in path.read_bytes()


def test_a_forgotten_release_is_in_no_table_and_no_file(data_dir: Path) -> None:
    fill(data_dir)
    kept = build_path(data_dir).with_name("build.before-rebuild.duckdb")
    kept.write_bytes(build_path(data_dir).read_bytes())
    forgotten = forget(data_dir, URL, now=NOON)
    assert forgotten.urls == (URL, URL + "-again")
    assert len(forgotten.sha256s) == 3
    assert not kept.exists()
    assert not any(holds(path) for path in data_dir.rglob("*") if path.is_file())
    with reading(data_dir) as con:
        assert con.execute("select title from releases").fetchall() == [
            ("Invented inspection of Thornbury probation delivery unit",)
        ]
        assert con.execute("select count(*) from pipeline.quarantine").fetchall() == [(0,)]
        assert con.execute("select count(*) from quotations").fetchall() == [(2,)]
    assert public_path(data_dir).exists()


def test_a_forgotten_release_stays_out(data_dir: Path) -> None:
    fill(data_dir)
    forget(data_dir, URL, now=NOON)
    assert is_forgotten(data_dir, URL)
    assert not is_forgotten(data_dir, "https://probation.example/news/thornbury")
    build_path(data_dir).unlink()
    elsewhere = rows(quotations=(f"{SECRET} works hard.",), url="https://old.example/x")
    with writing(data_dir) as con:
        results = load(con, [arrival(rows()), arrival(elsewhere)], RULES, NOON)
        assert [result.outcome for result in results] == ["forgotten", "forgotten"]
        assert con.execute("select count(*) from releases").fetchall() == [(0,)]
        assert revision(con) == 0
        assert ledger.sighted(con, [_Seen()], now=NOON, rules_version=RULES) == ()


class _Seen:
    url = URL
    source = "hale_news"
    title = None
    published_on = None
    modified_at = None
    fetch_url = None
    captured_at = None


def test_an_address_never_seen_is_kept_out_too(data_dir: Path) -> None:
    unseen = "https://probation.example/news/unseen"
    assert forget(data_dir, unseen, now=NOON).release_id is None
    assert is_forgotten(data_dir, unseen)


def test_tombstones_hold_no_words(data_dir: Path) -> None:
    fill(data_dir)
    forget(data_dir, URL, now=NOON)
    line = (data_dir / "pipeline" / "forgotten.jsonl").read_text()
    assert "saltmarsh" not in line
    assert "Quillfeather" not in line


def test_what_is_forgotten_leaves_the_public_file_even_when_checks_block(data_dir: Path) -> None:
    fill(data_dir)
    with writing(data_dir) as con:
        con.execute("insert into pipeline.release_aliases values ('old', 'nobody', now())").fetchall()
    forget(data_dir, URL, now=NOON)
    assert not any(holds(path) for path in data_dir.rglob("*") if path.is_file())
    with reading(data_dir) as con:
        assert con.execute("select count(*) from releases").fetchall() == [(1,)]
    assert sorted(path.name for path in data_dir.glob("*.tmp.*")) == []
