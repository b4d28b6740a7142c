import pytest

from flows.results import Result, counted, exit_status, sentence
from warehouse.rows import Outcome


def _result(outcome, stage=None, reason=None):
    return Result(name="x", url=None, source="folder", outcome=outcome, stage=stage, reason=reason)


@pytest.mark.parametrize(
    ("outcome", "stage", "named", "poll"),
    [
        pytest.param(Outcome.LOADED, None, 0, 0, id="loaded"),
        pytest.param(Outcome.UNCHANGED, None, 0, 0, id="unchanged"),
        pytest.param(Outcome.NOT_A_RELEASE, "layout", 1, 0, id="another kind of page"),
        pytest.param(Outcome.GONE, "fetch", 1, 0, id="gone"),
        pytest.param(Outcome.QUARANTINED, "layout", 1, 0, id="quarantined"),
        pytest.param(Outcome.BLOCKED, "fetch", 1, 0, id="blocked"),
        pytest.param(Outcome.PENDING, "fetch", 1, 0, id="transport failed for now"),
        pytest.param(Outcome.QUARANTINED, "bug", 1, 1, id="a bug of ours fails a poll too"),
    ],
)
def test_exit_status_is_that_of_the_table_of_outcomes(outcome, stage, named, poll):
    results = [_result(Outcome.LOADED), _result(outcome, stage)]
    assert exit_status(results, named=True) == named
    assert exit_status(results, named=False) == poll


def test_a_line_names_the_thing_the_outcome_and_the_reason():
    assert _result(Outcome.GONE, "fetch", "it answered 404").line() == "x: gone: it answered 404"


def test_a_missing_file_is_no_outcome_of_an_address():
    result = _result(Outcome.QUARANTINED, "read", "there is no such file")
    assert result.line() == "x: not read: there is no such file"
    assert sentence(counted([result])) == "1 not read"


def test_nothing_at_all_is_nothing_new():
    assert sentence(counted([])) == "nothing new"
