"""What was fetched is kept whole, once, with a line for every fetch, whoever else is writing."""

import gzip
import hashlib
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extract.errors import DamagedBody
from extract.raw_store import Problem, RawStore, kept_document
from extract.records import Document

AT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
_KEEPS = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from extract.raw_store import RawStore
from tests.extract.test_raw_store import a_document
store = RawStore(Path(sys.argv[1]))
for number in range(20):
    store.keep(a_document(f"page {number % 5}".encode(), url=f"http://probation.example/news/{sys.argv[2]}-{number}"))
"""


def a_document(
    body: bytes = b"a page", url: str | None = "http://probation.example/news/a", **fields: object
) -> Document:
    """A document of these bytes."""
    made = Document(
        url=url,
        final_url=f"{url}/" if url else None,
        source="sample_news",
        fetched_at=AT,
        captured_at=None,
        status=200,
        headers=(("content-type", "text/html"), ("x-odd", "caf\xe9")),
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def test_a_document_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    store, document = RawStore(tmp_path / "raw"), a_document(captured_at=AT - timedelta(days=9))
    sha256 = store.keep(document)
    assert sha256 == document.sha256
    assert store.has(sha256)
    assert store.body(sha256) == b"a page"
    assert store.document(sha256) == document
    assert list(store.shas()) == [sha256]
    assert (tmp_path / "raw" / sha256[:2] / f"{sha256}.gz").exists()


def test_every_fetch_has_a_line_and_the_same_fetch_has_one(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    for minutes in (0, 5, 5, 0):
        sha256 = store.keep(a_document(fetched_at=AT + timedelta(minutes=minutes)))
    store.keep(a_document(url="http://probation.example/news/b"))
    assert [(fetch.url, fetch.fetched_at.minute) for fetch in store.fetches(sha256)] == [
        ("http://probation.example/news/a", 0),
        ("http://probation.example/news/a", 5),
        ("http://probation.example/news/b", 0),
    ]
    assert store.document(sha256).fetched_at == AT + timedelta(minutes=5)
    assert store.document(sha256, "http://probation.example/news/b").fetched_at == AT
    with pytest.raises(DamagedBody, match="knows no fetch"):
        store.document(sha256, "http://probation.example/news/c")


def test_eight_processes_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    running = [subprocess.Popen([sys.executable, "-c", _KEEPS, str(tmp_path), str(number)]) for number in range(8)]
    assert [one.wait(timeout=120) for one in running] == [0] * 8
    store = RawStore(tmp_path)
    assert len(list(store.shas())) == 5
    assert sum(len(store.fetches(sha256)) for sha256 in store.shas()) == 8 * 20
    assert list(store.verify()) == []
    assert list(tmp_path.rglob(".*.tmp")) == []


def test_a_line_cut_short_by_a_crash_harms_no_other(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    sha256 = store.keep(a_document())
    with store.path(sha256).with_suffix(".jsonl").open("ab") as file:
        file.write(b'{"url": "http://prob')
    store.keep(a_document(fetched_at=AT + timedelta(hours=1)))
    assert len(store.fetches(sha256)) == 2
    assert list(store.verify()) == [Problem(sha256=sha256, reason="1 of its 3 lines cannot be read")]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no gzip", id="no gzip"),
        pytest.param(gzip.compress(b"another page"), id="other bytes"),
        pytest.param(gzip.compress(b"a page")[:-6], id="cut short"),
    ],
)
def test_damage_is_seen_when_read_and_mended_when_fetched_again(tmp_path: Path, damage: bytes) -> None:
    store = RawStore(tmp_path)
    sha256 = store.keep(a_document())
    store.path(sha256).write_bytes(damage)
    with pytest.raises(DamagedBody):
        store.body(sha256)
    assert [problem.sha256 for problem in store.verify()] == [sha256]
    store.keep(a_document())
    assert store.body(sha256) == b"a page"
    assert list(store.verify()) == []


def test_verify_names_bodies_without_lines_and_lines_without_bodies(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    bare, lost = store.keep(a_document(b"bare")), store.keep(a_document(b"lost"))
    store.path(bare).with_suffix(".jsonl").unlink()
    store.path(lost).unlink()
    seen: list[str] = []
    found = {problem.sha256: problem.reason for problem in store.verify(seen.append)}
    assert found == {
        bare: "there is a body and no line that says where it is from",
        lost: "there are lines and no body",
    }
    assert seen == [bare]
    with pytest.raises(DamagedBody, match="has no body"):
        store.body(lost)


def test_what_is_forgotten_is_gone_with_its_lines(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    sha256 = store.keep(a_document())
    store.forget(sha256)
    store.forget(sha256)
    assert not store.has(sha256)
    assert store.fetches(sha256) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_kept_file_is_read_with_its_address(tmp_path: Path) -> None:
    store = RawStore(tmp_path)
    sha256 = store.keep(a_document())
    assert kept_document(store.path(sha256)).url == "http://probation.example/news/a"


def test_a_name_that_is_no_sha256_leads_nowhere(tmp_path: Path) -> None:
    with pytest.raises(DamagedBody, match="no SHA-256"):
        RawStore(tmp_path).has("../../etc/passwd")
