"""The tables `speakers` and `organisations`: replaced where the vocabulary changed."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

import duckdb

from transform.rows import OrganisationRow, SpeakerRow
from warehouse.catalogue import KEYS
from warehouse.folding import digest
from warehouse.transactions import revised, transaction


def load_vocabulary(
    con: duckdb.DuckDBPyConnection,
    speakers: Sequence[SpeakerRow],
    organisations: Sequence[OrganisationRow],
    rules_version: str,
    now: datetime,
) -> int:
    """Replace `speakers` and `organisations` where the vocabulary changed; returns how many rows differ."""
    with transaction(con):
        changed = _replace(
            con, "speakers", SpeakerRow, {_id(r.name, r.role, r.from_on): r for r in speakers}, rules_version, now
        )
        changed += _replace(
            con,
            "organisations",
            OrganisationRow,
            {_id(r.name, r.organisation_type, r.owner, r.region, r.from_on): r for r in organisations},
            rules_version,
            now,
        )
        if changed:
            revised(con, now)
    return changed


def _id(*parts: Any) -> str:
    return digest(*(None if part is None else str(part) for part in parts))


def _replace(
    con: duckdb.DuckDBPyConnection, table: str, kind: type[Any], rows: dict[str, Any], rules_version: str, now: datetime
) -> int:
    key = KEYS[table]
    names = [field.name for field in fields(kind)]
    columns = ", ".join(f'"{name}"' for name in names)
    before = {
        row_id: tuple(values)
        for row_id, *values in con.execute(f"select {key}, {columns} from {table}").fetchall()  # noqa: S608
    }
    after = {row_id: tuple(getattr(row, name) for name in names) for row_id, row in rows.items()}
    changed = 0
    for row_id in [*before, *(new for new in after if new not in before)]:
        if before.get(row_id) == after.get(row_id):
            continue
        changed += 1
        change = "added" if row_id not in before else "gone" if row_id not in after else "changed"
        con.execute(
            f"""
            insert into pipeline.row_changes
            select ?, ?, null, ?, ?, 'rules', (select to_json(t)::varchar from {table} as t where {key} = ?)
            """,  # noqa: S608 - names of our own catalogue
            [table, row_id, now, change, row_id],
        ).fetchall()
        if change == "gone":
            con.execute(f"delete from {table} where {key} = ?", [row_id]).fetchall()  # noqa: S608
            continue
        marks = ", ".join("?" for _ in names)
        updates = ", ".join(f'"{name}" = excluded."{name}"' for name in names)
        con.execute(
            f"""
            insert into {table} ({key}, {columns}, first_seen_at, last_changed_at, rules_version)
            values (?, {marks}, ?, ?, ?)
            on conflict ({key}) do update set {updates},
                last_changed_at = excluded.last_changed_at, rules_version = excluded.rules_version
            """,  # noqa: S608 - names of our own catalogue
            [row_id, *after[row_id], now, now, rules_version],
        ).fetchall()
    return changed
