"""`inspectorate status`: is it working, and how fresh is it."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

import typer

from flows.cli.opening import warehouse
from flows.cli.tables import plain, print_json, shown

_EXAMPLES = """
Examples:

  inspectorate status

  inspectorate status --json
"""
STALE_AFTER = timedelta(hours=24)
QUARANTINED_TOO_LONG = timedelta(days=7)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("status", epilog=_EXAMPLES)(status)


def status(as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False) -> None:
    """Show freshness, what waits, what is quarantined and what the checks found.

    Exit 1 when the last good poll is older than 24 hours, a check has an error, or something has been quarantined
    for 7 days.
    """
    from flows.poll_state import remembered
    from flows.settings import settings
    from warehouse.status import status as numbers

    found = settings()
    with warehouse(found) as con:
        standing = numbers(con)
    facts = {name: getattr(standing, name) for name in standing.__dataclass_fields__}
    polls = remembered(found.pipeline_dir).polls
    facts["polls"] = {
        name: {"polled_at": poll.polled_at, "good_at": poll.good_at, "way": poll.way, "reason": poll.reason}
        for name, poll in sorted(polls.items())
    }
    facts["wrong"] = wrong(facts, datetime.now(UTC))
    if as_json:
        print_json(facts)
    else:
        for line in lines(facts):
            typer.echo(line)
    if facts["wrong"]:
        raise typer.Exit(1)


def wrong(facts: dict[str, Any], now: datetime) -> list[str]:
    """What a person must look at, in words; empty where all is well.  Never polled is no fault of a poll."""
    found = []
    polled = [poll["good_at"] for poll in facts["polls"].values()]
    good = [at for at in polled if at is not None]
    if polled and (not good or now - max(good) > STALE_AFTER):
        found.append(f"the last good poll {f'was at {max(good):%Y-%m-%d %H:%M} UTC' if good else 'never was'}")
    if facts["check_errors"]:
        found.append(f"{facts['check_errors']} errors of checks: see inspectorate check")
    oldest = facts["oldest_quarantine_at"]
    if oldest is not None and now - oldest > QUARANTINED_TOO_LONG:
        found.append(f"something is quarantined since {oldest:%Y-%m-%d}: see inspectorate quarantine")
    return found


def lines(facts: dict[str, Any]) -> list[str]:
    """The same for a person, one fact a line."""
    months = [f"{month:%Y-%m}" for month in facts["months_without_releases"]]
    share = facts["generic_share"]
    said = [
        ("releases", facts["releases"]),
        ("newest release", facts["newest_release_on"] or "none yet"),
        ("newest change", _instant(facts["newest_change_at"])),
        *[(f"last poll of {name}", _poll(poll)) for name, poll in facts["polls"].items()],
        *([] if facts["polls"] else [("last poll", "never")]),
        ("addresses", ", ".join(f"{count} {state}" for state, count in facts["discoveries"].items()) or "none"),
        ("quarantined", facts["quarantined"]),
        ("checks", f"{facts['check_errors']} errors, {facts['check_warnings']} warnings"),
        ("months without releases", ", ".join(months) or "none"),
        ("read by the generic layout", "none" if not share else f"{share:.1%}"),
    ]
    return [f"{name}: {shown(value)}" for name, value in said] + [f"LOOK: {line}" for line in facts["wrong"]]


def _instant(at: datetime | None) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at is not None else "never"


def _poll(poll: dict[str, Any]) -> str:
    way = f" by {poll['way']}" if poll["way"] else ""
    if poll["reason"]:
        return (
            f"{_instant(poll['polled_at'])}, not well: {plain(poll['reason'])}; last good {_instant(poll['good_at'])}"
        )
    return f"{_instant(poll['good_at'])}{way}"
