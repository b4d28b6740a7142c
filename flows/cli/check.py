"""`inspectorate check`: every check over the whole warehouse, now."""

import typer

from flows.cli import talk
from flows.cli.tables import Format, FormOption, JsonOption, print_rows

_EXAMPLES = """
Examples:

  inspectorate check

  inspectorate check --format json
"""
_COLUMNS = ("severity", "check_name", "release_id", "row_id", "detail")


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("check", epilog=_EXAMPLES)(check)


def check(form: FormOption = Format.TABLE, as_json: JsonOption = False) -> None:
    """Run every check; exit 1 where one finds an error, 0 where there are warnings at most."""
    from flows.runs import now
    from flows.settings import settings
    from warehouse.checks import check as run_checks
    from warehouse.checks import errors
    from warehouse.connect import reading_build, writing

    form = Format.JSON if as_json else form
    found = settings()
    # Asked of a warehouse that is there: checking does not make one.
    with reading_build(found.data_dir, wait_seconds=found.lock_seconds):
        pass
    with writing(found.data_dir, wait_seconds=found.lock_seconds) as con:
        findings = run_checks(con, now=now())
    if findings or form is not Format.TABLE:
        print_rows(_COLUMNS, [tuple(getattr(finding, column) for column in _COLUMNS) for finding in findings], form)
    wrong = len(errors(findings))
    talk.note(f"{wrong} errors, {len(findings) - wrong} warnings" if findings else "every check holds")
    if wrong:
        raise typer.Exit(1)
