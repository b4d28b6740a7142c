"""Rows of a batch as Arrow tables, with the ids of every row.  Writes nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, get_args, get_type_hints

import pyarrow as pa

from transform.rows import ReleaseRow, ReleaseRows
from warehouse.catalogue import KEYS
from warehouse.folding import digest, flat
from warehouse.identity import Key
from warehouse.kept import CHILDREN

_UTC = pa.timestamp("us", tz="UTC")
_TYPES: Mapping[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    bool: pa.bool_(),
    date: pa.date32(),
    Decimal: pa.decimal128(18, 2),
}


def columns(**types: pa.DataType) -> pa.Schema:
    """An Arrow schema, a column a keyword."""
    return pa.schema(types)


URLS = columns(
    url=pa.string(),
    release_id=pa.string(),
    source=pa.string(),
    is_live=pa.bool_(),
    rules_version=pa.string(),
)
VERSIONS = columns(
    version_id=pa.string(),
    release_id=pa.string(),
    url=pa.string(),
    source=pa.string(),
    title=pa.string(),
    published_on=pa.date32(),
    layout=pa.string(),
    text=pa.string(),
    body_start=pa.int32(),
    notes_start=pa.int32(),
    document_sha256=pa.string(),
    captured_at=_UTC,
    is_current=pa.bool_(),
    rules_version=pa.string(),
)
READINGS = columns(
    address=pa.string(),
    sha256=pa.string(),
    release_id=pa.string(),
    url=pa.string(),
    source=pa.string(),
    preference=pa.int32(),
    first_at=_UTC,
    last_at=_UTC,
    captured_at=_UTC,
    published_on=pa.date32(),
    title_hash=pa.string(),
    body_hash=pa.string(),
    body_words=pa.int32(),
    text_hash=pa.string(),
    rules_version=pa.string(),
    kept_rows=pa.string(),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """The rows of one release, with its id and the rules they were read under; `arrival` where they just arrived."""

    release_id: str
    arrival: Key | None
    rules_version: str
    rows: ReleaseRows


def _schema(kind: type[Any]) -> pa.Schema:
    """Arrow types of a row class's fields."""
    hints = get_type_hints(kind)
    found = []
    for field in fields(kind):
        types = [t for t in (get_args(hints[field.name]) or (hints[field.name],)) if t in _TYPES]
        plain = _TYPES[types[0]]
        found.append((field.name, pa.list_(plain) if field.name == "paragraph" else plain))
    return pa.schema(found)


_KINDS: tuple[type[Any], ...] = (ReleaseRow, *CHILDREN.values())
_SCHEMAS = {kind: _schema(kind) for kind in _KINDS}


def release_tables(staged: Sequence[Staged]) -> dict[str, pa.Table]:
    """`releases` and every table that hangs on it, with ids and without times."""
    tables = {
        "releases": _table(
            "releases",
            ReleaseRow,
            [one.rows.release for one in staged],
            [one.release_id for one in staged],
            [one.release_id for one in staged],
            [one.rules_version for one in staged],
        )
    }
    texts = [flat(one.rows.release.text) for one in staged]
    for table, kind in CHILDREN.items():
        rows: list[Any] = []
        ids: list[str] = []
        release_ids: list[str] = []
        versions: list[str] = []
        for one, text in zip(staged, texts, strict=True):
            own = getattr(one.rows, table)
            rows += own
            ids += child_ids(table, one.release_id, text, own)
            release_ids += [one.release_id] * len(own)
            versions += [one.rules_version] * len(own)
        tables[table] = _table(table, kind, rows, ids, release_ids, versions)
    return tables


def child_ids(table: str, release_id: str, flat_text: str, rows: Iterable[Any]) -> list[str]:
    """Ids of a release's rows: a hash of release, table, what is judged, the words, and which occurrence they are.

    The occurrence is counted in the text and not among the rows, so that mending a rule moves no other row's id.
    """
    judged: Callable[[Any], tuple[str, ...]] = (
        (lambda row: (row.organisation, row.area)) if table == "ratings" else (lambda _: ())
    )
    ids: list[str] = []
    taken: set[str] = set()
    for row in rows:
        words = " ".join(flat(row.text).split())
        occurrence = flat_text.count(flat_text[row.start_char : row.end_char], 0, row.start_char) + 1
        parts = (release_id, table, *judged(row), words, str(occurrence))
        row_id = digest(*parts)
        again = 1
        while row_id in taken:  # two rows on the very same words, as of two services named by one phrase
            again += 1
            row_id = digest(*parts, str(again))
        taken.add(row_id)
        ids.append(row_id)
    return ids


def table_of(schema: pa.Schema, rows: Sequence[Sequence[Any]]) -> pa.Table:
    """Rows of plain values in the order of the columns."""
    values = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(values, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _table(
    table: str, kind: type[Any], rows: list[Any], ids: list[str], release_ids: list[str], versions: list[str]
) -> pa.Table:
    schema = _SCHEMAS[kind]
    values = list(zip(*map(attrgetter(*schema.names), rows), strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(ids, pa.string())]
    names = [KEYS[table]]
    if table != "releases":
        arrays.append(pa.array(release_ids, pa.string()))
        names.append("release_id")
    arrays += [pa.array(column, field.type) for column, field in zip(values, schema, strict=True)]
    arrays.append(pa.array(versions, pa.string()))
    return pa.Table.from_arrays(arrays, names=[*names, *schema.names, "rules_version"])
