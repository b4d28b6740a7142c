"""The raw store as a WARC is read by warcio, and by ourselves."""

from datetime import timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from extract.raw_store import RawStore
from extract.records import Document
from extract.sources import folder
from extract.warc import write_warc
from tests.extract.test_raw_store import AT, a_document

PAGE = "<html><body>“Page”</body></html>".encode()


def _records(path: Path) -> list[tuple[str, str, str, bytes]]:
    with path.open("rb") as file:
        return [
            (
                record.rec_type,
                record.rec_headers.get_header("WARC-Target-URI") or "",
                record.rec_headers.get_header("WARC-Date"),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(file, check_digests="raise")
            if record.rec_type != "warcinfo"
        ]


@pytest.mark.parametrize("name", ["all.warc", "all.warc.gz"])
def test_every_fetch_is_a_record_other_tools_replay(tmp_path: Path, name: str) -> None:
    store = RawStore(tmp_path / "raw")
    gzipped = (("content-type", "text/html; charset=utf-8"), ("content-encoding", "gzip"), ("x-odd", "caf\xe9"))
    store.keep(a_document(PAGE, headers=gzipped))
    store.keep(a_document(PAGE, headers=gzipped, fetched_at=AT + timedelta(hours=1)))
    capture = "http://archive.example/web/20150401120000id_/http://www.old.example/a/"
    taken_at = AT.replace(year=2015, month=4, day=1)
    store.keep(a_document(b"<p>old</p>", url="http://old.example/a", final_url=capture, captured_at=taken_at))
    store.keep(a_document(b"words", url=None))
    path = write_warc(store, tmp_path / name)
    assert path == tmp_path / name
    assert sorted(_records(path)) == sorted(
        [
            ("response", "http://probation.example/news/a/", "2026-11-23T12:00:00Z", PAGE),
            ("revisit", "http://probation.example/news/a/", "2026-11-23T13:00:00Z", b""),
            ("response", "http://www.old.example/a/", "2015-04-01T12:00:00Z", b"<p>old</p>"),
            ("resource", f"urn:sha256:{a_document(b'words').sha256}", "2026-11-23T12:00:00Z", b"words"),
        ]
    )


def test_our_own_export_is_read_back(tmp_path: Path) -> None:
    store = RawStore(tmp_path / "raw")
    store.keep(a_document(PAGE))
    path = write_warc(store, tmp_path / "out")
    assert path == tmp_path / "out" / "releases.warc.gz"
    (found,) = folder.documents([path])
    assert isinstance(found, Document)
    assert (found.url, found.body) == ("http://probation.example/news/a", PAGE)
    assert found.captured_at == AT
