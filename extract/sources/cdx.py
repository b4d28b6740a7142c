"""An archive's index of captures, read as a stream in both dialects.  Opens nothing and chooses nothing.

Sources: pywb writes one JSON object a line; the Internet Archive one JSON array whose first row names the columns
(both 2026-11).
"""

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from extract.errors import BadListing

_LONGEST_ROW = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One capture: of which address, when (UTC; `stamp` as the archive writes it), and what was answered then."""

    original: str
    stamp: str
    captured_at: datetime
    status: str
    mime: str
    digest: str


def rows(chunks: Iterable[bytes], dialect: str, url: str) -> Iterator[Row]:
    """The captures of an answer.  Raises BadListing for one that ended early or is no index."""
    read = _json_array if dialect == "json_array" else _json_lines
    for fields in read(_texts(chunks, url), url):
        yield _row(fields, url)


def _texts(chunks: Iterable[bytes], url: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for chunk in chunks:
            yield decoder.decode(chunk)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise BadListing("the archive's index ended early, or is no UTF-8", url=url) from error


def _json_lines(texts: Iterable[str], url: str) -> Iterator[dict[str, Any]]:
    rest = ""
    for text in texts:
        *lines, rest = (rest + text).split("\n")
        if len(rest) > _LONGEST_ROW:
            raise BadListing("a line of the archive's index has no end", url=url)
        for line in lines:
            if line.strip():
                yield _object(line, url)
    # A last line may lack its line break; one cut short is no JSON.
    if rest.strip():
        yield _object(rest, url)


def _object(line: str, url: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadListing(f"the archive's index ended early, or is none: {line[:80]!r}", url=url) from error
    if not isinstance(found, dict):
        raise BadListing(f"a line of the archive's index is no object: {line[:80]!r}", url=url)
    return found


def _json_array(texts: Iterable[str], url: str) -> Iterator[dict[str, Any]]:
    """Rows as objects.  The array is read row by row: it may be one line of any length."""
    decode = json.JSONDecoder().raw_decode
    rest, begun, ended = "", False, False
    columns: list[str] | None = None
    for text in texts:
        rest = (rest + text).lstrip()
        if not begun and rest:
            if rest[0] != "[":
                raise BadListing(f"the archive's index is none: {rest[:80]!r}", url=url)
            begun, rest = True, rest[1:]
        while begun and not ended:
            rest = rest.lstrip(" \r\n\t,")
            if rest.startswith("]"):
                ended = True
                break
            try:
                values, end = decode(rest)
            except ValueError:
                break
            except RecursionError as error:
                raise BadListing("a row of the archive's index is no row", url=url) from error
            rest = rest[end:]
            if not isinstance(values, list):
                raise BadListing("a row of the archive's index is no array", url=url)
            if columns is None:
                columns = [str(value) for value in values]
            else:
                yield dict(zip(columns, values, strict=False))
        if len(rest) > _LONGEST_ROW:
            raise BadListing("a row of the archive's index has no end", url=url)
    # An archive that has nothing may answer with nothing.
    if begun and not ended:
        raise BadListing("the archive's index ended early", url=url)


def _row(fields: dict[str, Any], url: str) -> Row:
    original = fields.get("original", fields.get("url"))
    stamp = str(fields.get("timestamp", ""))
    try:
        at = datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise BadListing(f"a row of the archive's index has the timestamp {stamp!r}", url=url) from error
    if not isinstance(original, str):
        raise BadListing("a row of the archive's index names no address", url=url)
    return Row(
        original=original,
        stamp=stamp,
        captured_at=at,
        status=str(fields.get("statuscode", fields.get("status", ""))),
        mime=str(fields.get("mimetype", fields.get("mime", ""))),
        digest=str(fields.get("digest", "")),
    )
