"""`inspectorate doubts`: words a rule saw and could not decide, from the published file."""

from typing import Annotated, Any

import typer

from flows.cli.opening import published
from flows.cli.tables import Format, FormOption, JsonOption, print_rows

_EXAMPLES = """
Examples:

  inspectorate doubts

  inspectorate doubts --rule count --format csv
"""
_COLUMNS = ("rule", "reason", "text", "title", "url", "release_id")


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("doubts", epilog=_EXAMPLES)(doubts)


def doubts(
    rule: Annotated[str | None, typer.Option(help="Only doubts of this rule.")] = None,
    form: FormOption = Format.TABLE,
    as_json: JsonOption = False,
) -> None:
    """List words a rule saw and could not decide, newest release first."""
    form = Format.JSON if as_json else form
    sql = """
        select d.rule, d.reason, d.text, r.title, r.url, r.release_id
        from doubts as d
        join releases as r using (release_id)
        where ? is null or d.rule = ?
        order by r.published_on desc nulls last, r.release_id, d.position
    """
    with published() as con:
        rows: list[tuple[Any, ...]] = con.execute(sql, [rule, rule]).fetchall()
    if form is Format.TABLE:
        if not rows:
            typer.echo("there are no doubts" if rule is None else f"there are no doubts of a rule {rule!r}")
            return
        print_rows(_COLUMNS[:4], [row[:4] for row in rows], form)
    else:
        print_rows(_COLUMNS, rows, form)
