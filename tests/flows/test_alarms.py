from flows.alarms import alarms
from flows.results import Result
from warehouse.rows import Outcome


def _read(outcome, *, counts=None, stage=None):
    return Result(
        name="x", url="http://probation.example/x", source="s", outcome=outcome, sha256="0" * 64, counts=counts or {},
        stage=stage, reason="because" if stage else None,
    )  # fmt: skip


FULL = {"quotations": 2, "metrics": 1, "inspections": 1}


def test_more_than_a_tenth_of_twenty_documents_quarantined_is_an_alarm():
    results = [_read(Outcome.LOADED)] * 17 + [_read(Outcome.QUARANTINED, stage="layout")] * 3
    assert alarms(results) == [
        "3 of 20 documents were quarantined, more than a tenth; if the site changed, see docs/add-a-layout.md"
    ]


def test_a_tenth_of_twenty_is_not_and_neither_is_all_of_nineteen():
    assert alarms([_read(Outcome.LOADED)] * 18 + [_read(Outcome.QUARANTINED, stage="layout")] * 2) == []
    assert alarms([_read(Outcome.QUARANTINED, stage="layout")] * 19) == []


def test_two_hundred_releases_without_quotations_are_an_alarm():
    without = {**FULL, "quotations": 0}
    assert alarms([_read(Outcome.LOADED, counts=without)] * 200) == [
        "only 0% of 200 releases have a row in quotations, fewer than 50%"
    ]
    assert alarms([_read(Outcome.LOADED, counts=without)] * 199) == []
    assert alarms([_read(Outcome.LOADED, counts=FULL)] * 200) == []


def test_one_bug_of_ours_is_an_alarm():
    assert alarms([_read(Outcome.QUARANTINED, stage="bug")]) == ["x: because"]
