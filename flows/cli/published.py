"""A release as the published file has it, by id or address."""

from typing import Any

from extract.urls import canonical
from flows.cli.opening import published
from flows.settings import Settings
from warehouse.errors import NoWarehouse

Row = dict[str, Any]


def release_in_published(settings: Settings, target: str) -> tuple[Row, dict[str, list[Row]]] | None:
    """The release and its rows by table; null where the file, or the release in it, is not there."""
    from warehouse.site.stored import stored_release

    address = canonical(target) if target.startswith(("http://", "https://")) else target
    try:
        with published(settings) as con:
            return stored_release(con, target, address)
    except NoWarehouse:
        return None
