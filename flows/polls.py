"""One poll: see what is new, take it in or hand it over.  Knows no orchestrator."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from filelock import FileLock, Timeout

from flows.claims import give_up_dead
from flows.ingest import PLAIN, Steps, take_in
from flows.progress import Tell, silent
from flows.reports import Report
from flows.rules_version import rules_version
from flows.runs import RunOf, now
from flows.settings import Settings
from flows.steps_discover import Discovery, discover
from flows.workshop import chosen
from warehouse import ledger
from warehouse.connect import build_path, writing
from warehouse.rows import Due, Reason

Look = Callable[[Settings, str], Discovery]
# Sends an event for these addresses of one source; null where nobody listens.
HandOver = Callable[[str, Sequence[Due]], None]
# An event is sent on two polls; what is still untouched on the third is taken in by the poll itself.
POLLS_TO_WAIT = 2
YOUNG = timedelta(days=30)
AGAIN_AFTER = timedelta(days=1)
_ASKED_FOR = frozenset({Reason.ASKED, Reason.RETRY})


def poll(
    settings: Settings,
    names: list[str] | None = None,
    *,
    look: Look = discover,
    hand_over: HandOver | None = None,
    steps: Steps = PLAIN,
    tell: Tell = silent,
) -> Report:
    """Ask each source once what is new, and take it in.

    With `hand_over` somebody else takes in what is new; here only what nobody took up for two polls.
    """
    sources = chosen(settings, names, polled=True)
    report = Report(run=RunOf(command="watch", source=", ".join(source.name for source in sources)))
    settings.pipeline_dir.mkdir(parents=True, exist_ok=True)
    try:
        # One poll at a time: a second one would see the same, and count what waits as waiting for longer.
        with FileLock(settings.pipeline_dir / "watch.lock", blocking=False):
            _poll(settings, [source.name for source in sources], report, look, hand_over, steps, tell)
    except Timeout:
        report.is_idle = True
    return report


def _poll(
    settings: Settings,
    names: list[str],
    report: Report,
    look: Look,
    hand_over: HandOver | None,
    steps: Steps,
    tell: Tell,
) -> None:
    report.discoveries += [look(settings, name) for name in names]
    _read_young_again(settings, report.discoveries)
    dues = _to_do(settings, set(names))
    if hand_over is not None:
        report.handed_over = [due for due in dues if due.polls_pending <= POLLS_TO_WAIT]
        dues = [due for due in dues if due.polls_pending > POLLS_TO_WAIT]
        for source in sorted({due.source for due in report.handed_over}):
            hand_over(source, [due for due in report.handed_over if due.source == source])
    report.results += take_in(settings, dues, report.run, steps=steps, tell=tell)
    if report.results:
        report.published = steps.publish(settings, 0)
    report.run.write_down(settings, report.results, failed="; ".join(report.alarms) or None)


def _read_young_again(settings: Settings, discoveries: list[Discovery]) -> None:
    """Where a listing does not tell what changed, releases of the last month are read again once a day."""
    if all(found.way in {None, "rest"} for found in discoveries):
        return
    at = now()
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        ledger.young(con, published_since=(at - YOUNG).date(), settled_before=at - AGAIN_AFTER, now=at)


def _to_do(settings: Settings, sources: set[str]) -> list[Due]:
    """What stands unclaimed and is ours: of the sources polled, or asked for by a person."""
    if not build_path(settings.data_dir).exists():
        return []
    with writing(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        give_up_dead(con)
        waiting = ledger.due(con, now=now(), rules_version=rules_version())
        counted = {due.url: due for due in ledger.next_poll(con, now=now())} if waiting else {}
    found = [counted.get(due.url, due) for due in waiting]
    return [due for due in found if due.source in sources or due.reason in _ASKED_FOR]
