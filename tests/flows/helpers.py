"""Small questions tests ask of a warehouse."""

from typing import Any

from flows.settings import Settings
from warehouse.connect import reading, reading_build


def rows(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    """The answer of the writer's own database."""
    with reading_build(settings.data_dir) as con:
        return con.execute(sql).fetchall()


def published_rows(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    """The answer of the published file."""
    with reading(settings.data_dir) as con:
        return con.execute(sql).fetchall()
