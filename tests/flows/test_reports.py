"""The one line a poll or a backfill ends in says neither more nor less than is known."""

from flows.reports import Report
from flows.results import Result
from flows.runs import RunOf
from flows.steps_discover import Discovery
from warehouse.rows import Due, Outcome, Reason


def _report(**parts):
    return Report(run=RunOf(command="backfill"), **parts)


def test_a_source_that_was_not_reached_is_not_called_nothing_new():
    silent = Discovery(source="ukgwa", trouble="http://x.example/cdx: the host wants a captcha solved")
    assert _report(discoveries=[silent]).summary() == "0 seen: 1 of 1 sources not reached"
    loaded = Result(name="x", url=None, source="ia", outcome=Outcome.LOADED)
    assert _report(discoveries=[silent, Discovery(source="ia")], results=[loaded]).summary() == (
        "0 seen: 1 loaded, 1 of 2 sources not reached"
    )


def test_a_dry_run_that_found_something_does_not_say_nothing_new():
    due = Due(
        url="http://x.example/a", source="ia", reason=Reason.NEW, fetch_url=None, captured_at=None, polls_pending=0
    )
    assert _report(discoveries=[Discovery(source="ia")], would_fetch=[due]).summary() == "0 seen: 1 not taken in yet"


def test_a_poll_that_reached_all_and_took_nothing_in_says_nothing_new():
    assert _report(discoveries=[Discovery(source="ia")]).summary() == "0 seen: nothing new"
