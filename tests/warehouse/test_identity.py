import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.warehouse.dumps import facts, facts_of
from tests.warehouse.invented import NOON, RULES, arrival, rows
from tests.warehouse.processes import processes
from warehouse import checks
from warehouse.connect import writing
from warehouse.identity import Reading, groups, preference
from warehouse.load import load
from warehouse.rows import Arrival

OLD_SITE = "https://old.example/hmiprobation/media/press-releases/2024/05/saltmarsh"
DAY = timedelta(days=1)


def group_of_three() -> list[Arrival]:
    """A release, its re-post under another slug two days later, and an archive's copy with an edited body."""
    original = arrival(rows())
    repost = arrival(
        rows(url="https://probation.example/news/saltmarsh-pdu", published_on=date(2024, 5, 3)), fetched_at=NOON + DAY
    )
    capture = arrival(
        rows(extra="This sentence was taken out later.", percent="29"),
        source="sample_ia",
        captured_at=datetime(2024, 5, 1, 6, tzinfo=UTC),
        fetched_at=NOON + 2 * DAY,
    )
    return [original, repost, capture]


@contextmanager
def copied(made: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse of its own."""
    with TemporaryDirectory() as folder:
        shutil.copytree(made, folder, dirs_exist_ok=True)
        with writing(Path(folder)) as con:
            yield con


def loaded_in(made: Path, order: list[Arrival], size: int = 1) -> dict[str, list[object]]:
    """The rows that batches of this size end with."""
    with copied(made) as con:
        for at in range(0, len(order), size):
            batch = order[at : at + size]
            assert {result.outcome for result in load(con, batch, RULES, NOON)} <= {"loaded", "unchanged"}
        assert checks.errors(checks.check(con, now=NOON)) == ()
        return facts(con)


def test_every_order_of_a_group_of_three_ends_with_the_same_rows(made: Path) -> None:
    three = group_of_three()
    first, *others = [loaded_in(made, list(order)) for order in permutations(three)] + [loaded_in(made, three, 3)]
    assert len(first["releases"]) == 1
    assert len(first["release_urls"]) == 2
    assert len(first["release_versions"]) == 2
    assert first["releases"][0]["url"] == "https://probation.example/news/saltmarsh-pdu"
    for other in others:
        assert other == first


def every_kind() -> list[Arrival]:
    """Copies that meet by body, by title and date, by title without date, and by shingles; and two strangers."""
    base = rows(url=OLD_SITE)
    return [
        arrival(base, source="legacy_media"),
        arrival(base, source="sample_ukgwa", captured_at=NOON - 100 * DAY, sha256="a" * 64),
        arrival(rows(url=None, extra="A line only the file has."), source="folder"),
        arrival(rows(title="Quite another title", published_on=None, url="https://probation.example/news/retitled")),
        arrival(rows(published_on=date(2025, 9, 1), url="https://probation.example/news/year-later", extra="Notes.")),
        arrival(rows("Elsewhere", url="https://probation.example/news/elsewhere")),
        arrival(rows("Elsewhere", url="https://probation.example/news/elsewhere", percent="44"), fetched_at=NOON + DAY),
        arrival(
            rows(
                "Far",
                title="Invented inspection of Saltmarsh probation delivery unit",
                published_on=date(2014, 1, 1),
                url="https://probation.example/news/ten-years-before",
                quotations=(),
                extra="Ten years earlier everything about this place and its people read differently. " * 5,
            )
        ),
    ]


@pytest.fixture(scope="session")
def in_order(made: Path) -> dict[str, list[object]]:
    """What every kind, one after the other, ends with."""
    rows = loaded_in(made, every_kind())
    assert len(rows["releases"]) == 3
    return rows


ORDERS = st.permutations(range(8)), st.integers(1, 8)


@settings(max_examples=5, deadline=None)
@given(*ORDERS)
def test_no_order_and_no_batch_changes_ids_or_rows(
    made: Path, in_order: dict[str, list[object]], order: list[int], size: int
) -> None:
    assert loaded_in(made, [every_kind()[at] for at in order], size) == in_order


@pytest.mark.soak
@settings(max_examples=200, deadline=None)
@given(*ORDERS)
def test_no_order_and_no_batch_of_two_hundred_changes_ids_or_rows(
    made: Path, in_order: dict[str, list[object]], order: list[int], size: int
) -> None:
    assert loaded_in(made, [every_kind()[at] for at in order], size) == in_order


def test_an_id_given_up_still_finds_its_release(con: duckdb.DuckDBPyConnection) -> None:
    original, repost, _ = group_of_three()
    ((before,),) = [(load(con, [repost], RULES, NOON)[0].release_id,)]
    after = load(con, [original], RULES, NOON + DAY)[0].release_id
    assert before is not None
    assert after != before
    assert con.execute("select release_id from releases").fetchall() == [(after,)]
    assert con.execute("select current_release_id(?), current_release_id(?)", [before, after]).fetchall() == [
        (after, after)
    ]
    assert con.execute("select first_seen_at from releases").fetchall() == [(NOON,)]


def _take(folder: str, at: int) -> None:
    arrivals = every_kind()
    turned = arrivals[at:] + arrivals[:at]
    for batch in (turned[:1], turned[1:4], turned[4:]):
        with writing(Path(folder), wait_seconds=120) as con:
            load(con, batch, RULES, NOON)


def test_eight_processes_at_once_end_with_the_rows_of_one(data_dir: Path, in_order: dict[str, list[object]]) -> None:
    workers = [processes().Process(target=_take, args=(str(data_dir), at)) for at in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(300)
        assert worker.exitcode == 0
    assert facts_of(data_dir) == in_order


def test_a_file_is_known_by_its_bytes_in_whatever_folder(con: duckdb.DuckDBPyConnection) -> None:
    file = arrival(rows(url=None), source="folder")
    first, second = load(con, [file], RULES, NOON), load(con, [replace(file, fetched_at=NOON + DAY)], RULES, NOON)
    assert first[0].release_id == second[0].release_id
    assert second[0].outcome == "unchanged"
    assert con.execute("select url from releases").fetchall() == [(None,)]
    assert con.execute("select count(*) from release_urls").fetchall() == [(0,)]


def test_a_live_page_after_an_archive_becomes_the_current_text(con: duckdb.DuckDBPyConnection) -> None:
    original, _, capture = group_of_three()
    load(con, [capture], RULES, NOON)
    load(con, [original], RULES, NOON)
    assert con.execute("select document_sha256 from releases").fetchall() == [(original.sha256,)]
    assert con.execute("select value::integer from metrics").fetchall() == [(28,)]
    load(con, [capture], RULES, NOON)
    assert con.execute("select document_sha256 from releases").fetchall() == [(original.sha256,)]


@pytest.mark.parametrize(
    ("url", "source", "captured_at", "expected"),
    [
        pytest.param("https://probation.example/news/x", "hale_news", None, 0, id="live"),
        pytest.param(OLD_SITE, "legacy_media", None, 1, id="live, old site"),
        pytest.param(OLD_SITE, "ukgwa", NOON, 2, id="National Archives"),
        pytest.param(OLD_SITE, "sample_ia", NOON, 3, id="Internet Archive"),
        pytest.param(None, "folder", None, 4, id="file"),
        pytest.param("https://probation.example/news/x", "folder", None, 4, id="file with an address"),
    ],
)
def test_preference(url: str | None, source: str, captured_at: datetime | None, expected: int) -> None:
    assert preference(url, source, captured_at) == expected


def reading(at: int, **changes: object) -> Reading:
    told = {
        "address": f"https://probation.example/{at}",
        "sha256": f"{at:064d}",
        "url": f"https://probation.example/{at}",
        "source": "hale_news",
        "preference": 0,
        "first_at": NOON,
        "last_at": NOON,
        "captured_at": None,
        "published_on": date(2020, 1, 1),
        "title_hash": "title",
        "body_hash": f"body {at}",
        "body_words": 100,
        "text_hash": f"text {at}",
        "rules_version": RULES,
    }
    return Reading(**{**told, **changes})  # type: ignore[arg-type]


def count(readings: list[Reading], words: dict[int, str] | None = None) -> int:
    bodies = {r.key: (words or {}).get(at, f"words {at}") for at, r in enumerate(readings)}
    return len(groups(readings, lambda _: bodies))


def test_equal_titles_within_31_days_are_one() -> None:
    assert count([reading(1), reading(2, published_on=date(2020, 2, 1))]) == 1
    assert count([reading(1), reading(2, published_on=date(2020, 2, 2))]) == 2


def test_equal_titles_chain_over_the_dates_between() -> None:
    days = [date(2020, 1, 1), date(2020, 2, 1), date(2020, 3, 1)]
    assert count([reading(at, published_on=day) for at, day in enumerate(days)]) == 1


def test_equal_titles_with_a_date_missing_are_one() -> None:
    assert count([reading(1), reading(2, published_on=None)]) == 1


def test_equal_short_bodies_are_not_enough() -> None:
    short = {"title_hash": "other", "published_on": date(2010, 1, 1), "body_hash": "same"}
    assert count([reading(1, body_hash="same", body_words=49), reading(2, **short, body_words=49)]) == 2
    assert count([reading(1, body_hash="same", body_words=50), reading(2, **short, body_words=50)]) == 1


def test_nine_tenths_of_the_shingles_make_equal_titles_one() -> None:
    words = [f"word{at}" for at in range(200)]
    near = " ".join([*words[:-3], "quite", "other", "words"])
    far = " ".join([*words[:150], *(f"new{at}" for at in range(50))])
    pair = [reading(0), reading(1, published_on=date(2022, 1, 1))]
    assert count(pair, {0: " ".join(words), 1: near}) == 1
    assert count(pair, {0: " ".join(words), 1: far}) == 2


def test_ten_thousand_equal_titles_are_told_apart_without_comparing_each_with_each() -> None:
    many = [reading(at, published_on=date(1, 1, 1) + timedelta(days=40 * at)) for at in range(10_000)]
    # Each compared with each would be fifty million shingle sets: hours, which no run waits for.
    assert count(many, {at: " ".join(f"w{at}-{step}" for step in range(30)) for at in range(10_000)}) == 10_000
