"""An archive's index is read row by row in both dialects, and one that ends early says so."""

import json
from datetime import UTC, datetime

import pytest

from extract.errors import BadListing
from extract.sources.cdx import Row, rows

URL = "http://archive.example/cdx"
ORIGINAL = "http://www.old.example/a/"
LINE = {"url": ORIGINAL, "timestamp": "20150401120000", "mime": "text/html", "status": "200", "digest": "AB"}
ARRAY = [
    ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"],
    ["old,example)/a", "20150401120000", ORIGINAL, "text/html", "200", "AB", "99"],
    ["old,example)/a", "20160401120000", ORIGINAL, "text/html", "404", "CD", "99"],
]
FIRST = Row(
    original=ORIGINAL,
    stamp="20150401120000",
    captured_at=datetime(2015, 4, 1, 12, tzinfo=UTC),
    status="200",
    mime="text/html",
    digest="AB",
)


def _in_pieces(text: str, size: int) -> list[bytes]:
    whole = text.encode()
    return [whole[at : at + size] for at in range(0, len(whole), size)]


@pytest.mark.parametrize("size", [1, 10, 100_000])
@pytest.mark.parametrize("separator", [", ", ",\n"])
def test_an_array_is_read_in_any_pieces_on_one_line_or_many(size: int, separator: str) -> None:
    text = "[" + separator.join(json.dumps(row) for row in ARRAY) + "]\n"
    found = list(rows(_in_pieces(text, size), "json_array", URL))
    assert found[0] == FIRST
    assert [row.status for row in found] == ["200", "404"]


@pytest.mark.parametrize("size", [1, 10, 100_000])
def test_lines_are_read_in_any_pieces_with_or_without_the_last_break(size: int) -> None:
    text = json.dumps(LINE) + "\n" + json.dumps({**LINE, "urlkey": "“é”"}, ensure_ascii=False)
    assert list(rows(_in_pieces(text, size), "json_lines", URL)) == [FIRST, FIRST]


@pytest.mark.parametrize("dialect", ["json_lines", "json_array"])
def test_an_index_without_captures_is_empty(dialect: str) -> None:
    assert list(rows([], dialect, URL)) == []
    assert list(rows([b"[]\n"] if dialect == "json_array" else [b"\n"], dialect, URL)) == []


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        pytest.param("json_array", json.dumps(ARRAY)[:-1], id="array without its end"),
        pytest.param("json_array", json.dumps(ARRAY)[:-40], id="array within a row"),
        pytest.param("json_array", "[", id="array of nothing"),
        pytest.param("json_lines", json.dumps(LINE)[:-9], id="line cut short"),
    ],
)
def test_an_index_cut_short_ended_early(dialect: str, text: str) -> None:
    with pytest.raises(BadListing, match="ended early"):
        list(rows([text.encode()], dialect, URL))


@pytest.mark.parametrize(
    ("dialect", "text"),
    [
        pytest.param("json_array", "<html>not now</html>", id="a page"),
        pytest.param("json_array", '["a", "b"]', id="rows that are none"),
        pytest.param("json_lines", "<html>not now</html>", id="a page for lines"),
        pytest.param("json_lines", "[1]\n", id="a line that is no object"),
        pytest.param("json_lines", json.dumps({**LINE, "timestamp": "soon"}), id="timestamp in words"),
        pytest.param("json_lines", json.dumps({"timestamp": "20150401120000"}), id="no address"),
        pytest.param("json_array", "[" + "[" * 1_100_000, id="a row without end"),
        pytest.param("json_lines", "x" * 1_100_000, id="a line without end"),
    ],
)
def test_what_is_no_index_is_named(dialect: str, text: str) -> None:
    with pytest.raises(BadListing):
        list(rows([text.encode()], dialect, URL))
