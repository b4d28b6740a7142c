"""Local files are documents without an address, and each that cannot be read has one clear line."""

import gzip
import hashlib
import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extract.errors import BadListing, DamagedBody, InspectorateError, MissingFile, Refused, TooLarge
from extract.files import FILE_NAME, document_of
from extract.raw_store import RawStore
from extract.records import Document
from extract.sources import folder
from tests.extract.test_raw_store import a_document


def _one(path: Path, url: str | None = None) -> Document:
    (found,) = folder.documents([path], url)
    assert isinstance(found, Document)
    return found


def _error(path: Path, url: str | None = None) -> InspectorateError:
    (found,) = folder.documents([path], url)
    assert isinstance(found, InspectorateError)
    assert "\n" not in str(found)
    return found


def test_a_file_is_a_document_without_an_address(tmp_path: Path) -> None:
    path = tmp_path / "release.txt"
    path.write_bytes("“Words”".encode())
    found = _one(path)
    assert (found.url, found.final_url, found.source, found.captured_at) == (None, None, "folder", None)
    assert found.sha256 == hashlib.sha256("“Words”".encode()).hexdigest()
    assert dict(found.headers)[FILE_NAME] == "release.txt"


def test_a_file_with_an_address_has_its_one_form(tmp_path: Path) -> None:
    path = tmp_path / "release.html"
    path.write_bytes(b"<p>")
    assert _one(path, "http://justiceinspectorates.gov.uk/hmiprobation/?p=1").url == (
        "https://www.justiceinspectorates.gov.uk/hmiprobation/?p=1"
    )


def test_a_folder_is_its_pages_texts_and_warcs_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "deep/c.htm", "picture.png", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = list(folder.documents([tmp_path]))
    assert [one.body.decode() for one in found if isinstance(one, Document)] == ["a.txt", "b.html", "deep/c.htm"]


def test_a_folder_without_any_release_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    error = _error(tmp_path)
    assert isinstance(error, MissingFile)
    assert error.url == str(tmp_path)


def test_a_missing_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "there.txt"
    path.write_bytes(b"words")
    missing, there = folder.documents([tmp_path / "missing.txt", path])
    assert isinstance(missing, MissingFile)
    assert str(missing) == f"{tmp_path / 'missing.txt'}: there is no such file"
    assert isinstance(there, Document)


def test_a_file_we_may_not_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "pipe" / "x.txt"
    path.parent.write_bytes(b"a file where a folder should be") if os.name == "posix" else None
    assert isinstance(_error(path), MissingFile)


def test_an_empty_file_and_a_pdf_are_documents_for_the_layouts_to_judge(tmp_path: Path) -> None:
    for name, body in (("empty.html", b""), ("report.html", b"%PDF-1.7\n")):
        (tmp_path / name).write_bytes(body)
        assert _one(tmp_path / name).body == body


def test_a_file_over_the_limit_is_too_large_and_known_by_its_bytes(tmp_path: Path) -> None:
    body = b"x" * (20 * 1024 * 1024)
    (tmp_path / "large.html").write_bytes(body)
    found = _error(tmp_path / "large.html")
    assert isinstance(found, TooLarge)
    assert str(found) == "large.html: the file is larger than 10 MiB"
    assert found.sha256 == hashlib.sha256(body).hexdigest()
    with pytest.raises(TooLarge):
        document_of(body)


def test_a_body_of_the_raw_store_comes_with_its_address(tmp_path: Path) -> None:
    store = RawStore(tmp_path / "raw")
    path = store.path(store.keep(a_document(b"kept")))
    assert _one(path).url == "http://probation.example/news/a"
    path.write_bytes(gzip.compress(b"other"))
    assert isinstance(_error(path), DamagedBody)
    path.unlink()
    assert isinstance(_error(path), MissingFile)


def _warc(path: Path, pages: list[tuple[str, str, str, bytes]]) -> None:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.name.endswith(".gz"))
        for address, status, kind, body in pages:
            head = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            when = {"WARC-Date": "2015-04-01T12:00:00Z"}
            writer.write_record(
                writer.create_warc_record(
                    address, "response", payload=BytesIO(body), http_headers=head, warc_headers_dict=when
                )
            )


PAGES = [
    ("http://old.example/robots.txt", "404 Not Found", "text/html", b"no"),
    ("http://www.old.example/a/2015/03/b/", "200 OK", "text/html; charset=utf-8", b"<p>page</p>"),
    ("http://old.example/logo.png", "200 OK", "image/png", b"png"),
    ("http://old.example/huge", "200 OK", "text/html", b"x" * (11 * 1024 * 1024)),
    ("http://old.example/moved", "302 Found", "text/html", b""),
]


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_a_warc_is_its_pages_with_their_addresses(tmp_path: Path, name: str) -> None:
    _warc(tmp_path / name, PAGES)
    page, large = folder.documents([tmp_path / name])
    assert isinstance(page, Document)
    assert (page.url, page.body) == ("http://old.example/a/2015/03/b", b"<p>page</p>")
    assert page.captured_at == datetime(2015, 4, 1, 12, tzinfo=UTC)
    assert isinstance(large, TooLarge)


def test_a_warc_that_breaks_off_ends_with_its_name(tmp_path: Path) -> None:
    _warc(tmp_path / "crawl.warc.gz", PAGES[1:2] * 3)
    whole = (tmp_path / "crawl.warc.gz").read_bytes()
    (tmp_path / "crawl.warc.gz").write_bytes(whole[: len(whole) - len(whole) // 6])
    *pages, end = folder.documents([tmp_path / "crawl.warc.gz"])
    assert pages
    assert isinstance(end, BadListing)
    assert end.url == "crawl.warc.gz"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no warc at all", id="words"),
        pytest.param(gzip.compress(b"no warc at all"), id="compressed words"),
    ],
)
def test_what_is_no_warc_is_named(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "crawl.warc.gz").write_bytes(body)
    assert isinstance(_error(tmp_path / "crawl.warc.gz"), BadListing)


def test_a_warc_takes_no_address(tmp_path: Path) -> None:
    _warc(tmp_path / "crawl.warc", PAGES[1:2])
    assert isinstance(_error(tmp_path / "crawl.warc", "http://old.example/a"), Refused)
