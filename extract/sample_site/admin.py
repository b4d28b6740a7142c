"""What a test in another process may ask of the sample site: its truth, its log, a further release, a switch, a fault.

Answered only where the request names loopback itself as its host, so that no invented address leads here.
"""

import json
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from extract.sample_site.answers import Answer, as_json
from extract.sample_site.faults import Fault
from extract.sample_site.log import RequestLog
from extract.sample_site.state import State, Switches

PREFIX = "/__sample__/"
_SWITCHES = frozenset(field.name for field in fields(Switches))


def is_admin(host: str, path: str) -> bool:
    """Whether a request is for us and not for the site."""
    return path.startswith(PREFIX) and host in {"127.0.0.1", "localhost"}


def answer(state: State, log: RequestLog, method: str, path: str, sent: bytes) -> Answer:
    """Does what is asked: GET truth or log, POST releases, changes, withdrawals, switches, faults."""
    what = path.removeprefix(PREFIX).partition("?")[0]
    if method == "GET":
        shown: dict[str, Any] = {"truth": state.truth, "log": log.all}
        return _written([asdict(row) for row in shown[what]()]) if what in shown else as_json({}, status=404)
    try:
        written = json.loads(sent or b"{}")
        return _done(state, what, written)
    except (ValueError, TypeError, KeyError) as error:
        return as_json({"error": repr(error)}, status=400)


def _done(state: State, what: str, written: dict[str, Any]) -> Answer:
    """Carries out one order."""
    if what == "releases":
        page = state.add(written.pop("name"), **_with_times(written))
        return _written({"name": page.name, "new": page.new, "old": page.old}, status=201)
    if what == "changes":
        state.change(written.pop("name"), **_with_times(written))
    elif what == "withdrawals":
        state.withdraw(written["name"], int(written.get("status", 410)))
    elif what == "switches":
        for name, value in written.items():
            if name not in _SWITCHES:
                raise KeyError(name)
            setattr(state.switches, name, value)
    elif what == "faults":
        with state.lock:
            state.faults = [] if not written else [*state.faults, Fault(**written)]
    else:
        return as_json({}, status=404)
    return as_json({}, status=200)


def _with_times(written: dict[str, Any]) -> dict[str, Any]:
    """The fields of a page with dates and times read."""
    read = {"published_on": date.fromisoformat, "modified_at": datetime.fromisoformat}
    return {name: read[name](value) if name in read else value for name, value in written.items()}


def _written(content: Any, *, status: int = 200) -> Answer:
    """Content with dates as JSON."""
    return as_json(json.loads(json.dumps(content, default=str)), status=status)
