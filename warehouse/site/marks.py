"""A release's text with its evidence marked: which words are whose, and what is said of them.  Draws nothing."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from transform.rows import ReleaseRows
from warehouse.site.words import number


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words marked: half-open range of code points, the table they stand in, and what a reader is told of them.

    `label` is short (`Q1`), `note` one line; `rule` is null where rules are not shown.
    """

    start_char: int
    end_char: int
    table: str
    label: str
    note: str
    rule: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of a paragraph under the same marks."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph:
    """A paragraph in pieces, with the marks that begin in it."""

    pieces: tuple[Piece, ...]
    begin: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedRelease:
    """A release to be shown with its evidence."""

    title: str
    url: str | None
    facts: tuple[tuple[str, str], ...]
    with_rules: bool
    paragraphs: tuple[MarkedParagraph, ...]


Row = Mapping[str, Any]
_LETTERS = {"quotations": "Q", "metrics": "M", "ratings": "R", "inspections": "I", "doubts": "?"}


def rows_as_mappings(rows: ReleaseRows) -> tuple[Row, dict[str, list[Row]]]:
    """The release and its tables as column-to-value mappings, as a database would give them."""
    tables: dict[str, list[Row]] = {table: [_mapping(row) for row in getattr(rows, table)] for table in _LETTERS}
    return _mapping(rows.release), tables


def _mapping(row: Any) -> Row:
    return {field.name: getattr(row, field.name) for field in dataclasses.fields(row)}


def marked(release: Row, tables: Mapping[str, Sequence[Row]], *, with_rules: bool) -> MarkedRelease:
    """The release with the words of every row marked; `with_rules` adds each row's rule and the doubts."""
    marks = [
        _mark(table, number, row, with_rules)
        for table, rows in tables.items()
        if with_rules or table != "doubts"
        for number, row in enumerate(rows, start=1)
    ]
    stated = (
        ("kind", str(release["kind"])),
        ("published", f"{release['published_on'] or 'unknown'} ({release['published_on_from'] or 'nothing says it'})"),
        ("layout", str(release["layout"])),
    )
    counts = tuple(
        (table, str(len(tables[table]))) for table in _LETTERS if table in tables and (with_rules or table != "doubts")
    )
    return MarkedRelease(
        title=release["title"],
        url=release["url"],
        facts=stated + counts,
        with_rules=with_rules,
        paragraphs=tuple(
            _paragraphs(release["text"], sorted(marks, key=lambda mark: (mark.start_char, -mark.end_char)))
        ),
    )


def _mark(table: str, number: int, row: Row, with_rules: bool) -> Mark:
    rule = str(row["rule"]) if with_rules else None
    if rule and table == "quotations":
        rule = f"{rule}, {row['speaker_reason']}"
    return Mark(
        start_char=row["start_char"],
        end_char=row["end_char"],
        table=table,
        label=f"{_LETTERS[table]}{number}",
        note=_NOTES[table](row),
        rule=rule,
    )


def _quotation_note(row: Row) -> str:
    role = f", {row['speaker_role']}" if row["speaker_role"] else ""
    cue = f"; cue: {row['attribution']}" if row["attribution"] else "; no cue"
    return f"{row['speaker'] or 'unknown speaker'}{role} ({row['speaker_type']}, {row['kind']}){cue}"


def _metric_note(row: Row) -> str:
    high = f" to {number(row['value_high'])}" if row["value_high"] is not None else ""
    of = f" of {number(row['of'])}" if row["of"] is not None else ""
    more = [str(row[name]) for name in ("direction", "period") if row[name]]
    exact = "" if row["qualifier"] == "exact" else f"{row['qualifier']} "
    return f"{row['name']}: {exact}{number(row['value'])}{high}{of} {row['unit']}" + "".join(f", {one}" for one in more)


def _rating_note(row: Row) -> str:
    grade = "grade" if row["is_grade"] else "prose"
    when = "previous " if row["is_previous"] else ""
    return f"{row['organisation']}, {row['area']} ({row['standard']}): {row['rating']} ({when}{grade})"


def _inspection_note(row: Row) -> str:
    more = [f"owner {row['owner']}"] if row["owner"] else []
    if row["fieldwork_start"]:
        more.append(f"fieldwork {row['fieldwork_start']} to {row['fieldwork_end']}")
    if row["overall_rating"]:
        more.append(f"overall {row['overall_rating']}")
    if row["score"] is not None:
        more.append(f"score {row['score']} of {row['score_max'] if row['score_max'] is not None else 'unknown'}")
    if row["joint"]:
        more.append("joint")
    return f"{row['organisation']} ({row['organisation_type']})" + "".join(f", {one}" for one in more)


_NOTES: dict[str, Callable[[Row], str]] = {
    "quotations": _quotation_note,
    "metrics": _metric_note,
    "ratings": _rating_note,
    "inspections": _inspection_note,
    "doubts": lambda row: str(row["reason"]),
}


def _paragraphs(text: str, marks: Sequence[Mark]) -> Iterable[MarkedParagraph]:
    start = 0
    waiting = list(reversed(marks))
    running: list[Mark] = []
    for words in text.split("\n\n"):
        end = start + len(words)
        begin: list[Mark] = []
        while waiting and waiting[-1].start_char < max(end, start + 1):
            begin.append(waiting.pop())
        running = [mark for mark in running if mark.end_char > start] + begin
        yield MarkedParagraph(
            pieces=tuple(_pieces(text, start, end, running)),
            begin=tuple(sorted(begin, key=lambda mark: (mark.start_char, mark.end_char))),
        )
        start = end + 2


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark]) -> Iterable[Piece]:
    edges = {start, end}
    for mark in marks:
        edges |= {edge for edge in (mark.start_char, mark.end_char) if start < edge < end}
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        covering = tuple(mark for mark in marks if mark.start_char <= left and right <= mark.end_char)
        yield Piece(text=text[left:right], marks=covering)
