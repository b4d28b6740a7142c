"""`inspectorate changes`: rows added, changed or gone since a day, with what they said before."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from flows.cli.opening import published
from flows.cli.tables import Format, FormOption, JsonOption, print_rows

if TYPE_CHECKING:
    from warehouse.changes import Change

_EXAMPLES = """
Examples:

  inspectorate changes --since 2026-11-01

  inspectorate changes --since 2026-11-01 --format json
"""
LONDON = ZoneInfo("Europe/London")
_COLUMNS = ("changed_at", "table_name", "change", "why", "old", "new", "title", "url", "release_id", "row_id")
_ASIDE = ("release_versions", "speakers", "organisations")
_PLACES = ("start_char", "end_char", "position", "paragraph", "body_start", "notes_start", "document_sha256")
_LONGEST = 100


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("changes", epilog=_EXAMPLES)(changes)


def changes(
    since: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First day, London, included.")],
    form: FormOption = Format.TABLE,
    as_json: JsonOption = False,
) -> None:
    """List what changed in the published file since a day, with the old values."""
    form = Format.JSON if as_json else form
    from warehouse.changes import since as changed_since

    with published() as con:
        found = changed_since(con, since.replace(tzinfo=LONDON))
    if form is not Format.TABLE:
        print_rows(_COLUMNS, [[getattr(one, column) for column in _COLUMNS] for one in found], form)
        return
    told = [one for one in found if one.table_name not in _ASIDE and not one.only_moved]
    if told:
        rows = [(f"{one.changed_at:%Y-%m-%d %H:%M}", one.table_name, one.change, one.why, _words(one)) for one in told]
        print_rows(("changed_at", "table", "change", "why", "words"), rows, form)
    else:
        typer.echo(f"nothing changed since {since:%Y-%m-%d}")
    if len(told) < len(found):
        typer.echo(
            f"{len(found) - len(told)} more changed only in place, or are texts kept, speakers and organisations:"
            " see --format csv",
            err=True,
        )


def _words(change: "Change") -> str:
    """What a row said that came or went, or each column that differs, before and after."""
    if change.change != "changed":
        row = change.old if change.change == "gone" else change.new
        return _short(row.get("title") or row.get("text") or row.get("url"))
    told = [name for name in change.old if name not in _PLACES]
    return "\n".join(
        "text: both are in release_versions"
        if (change.table_name, name) == ("releases", "text")
        else f"{name}: {_short(change.old[name])} → {_short(change.new[name])}"
        for name in told
    )


def _short(value: object) -> str:
    words = " ".join(str("nothing" if value is None else value).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
