from datetime import UTC, date, datetime, timedelta

from flows.cli.status import lines, wrong

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WELL = {
    "releases": 3,
    "newest_release_on": date(2026, 11, 20),
    "newest_change_at": NOW,
    "discoveries": {"loaded": 3},
    "quarantined": 0,
    "oldest_quarantine_at": None,
    "check_errors": 0,
    "check_warnings": 2,
    "months_without_releases": (date(2026, 8, 1),),
    "generic_share": 0.125,
    "polls": {"hale_news": {"polled_at": NOW, "good_at": NOW - timedelta(hours=1), "way": "rest", "reason": None}},
    "wrong": [],
}


def _polled(**fields):
    return {**WELL, "polls": {"hale_news": {**WELL["polls"]["hale_news"], **fields}}}


def test_all_is_well_with_warnings_and_a_month_without_releases():
    assert wrong(WELL, NOW) == []


def test_a_last_good_poll_of_more_than_a_day_ago_is_wrong():
    assert wrong(_polled(good_at=NOW - timedelta(hours=24)), NOW) == []
    assert wrong(_polled(good_at=NOW - timedelta(hours=25)), NOW) == ["the last good poll was at 2026-11-22 11:00 UTC"]
    assert wrong(_polled(good_at=None, reason="503"), NOW) == ["the last good poll never was"]


def test_a_warehouse_filled_by_hand_alone_is_not_stale():
    assert wrong({**WELL, "polls": {}}, NOW) == []


def test_an_error_of_a_check_and_a_week_in_quarantine_are_wrong():
    assert wrong({**WELL, "check_errors": 1}, NOW) == ["1 errors of checks: see inspectorate check"]
    assert wrong({**WELL, "oldest_quarantine_at": NOW - timedelta(days=6)}, NOW) == []
    assert len(wrong({**WELL, "oldest_quarantine_at": NOW - timedelta(days=8)}, NOW)) == 1


def test_lines_tell_each_fact():
    assert lines(WELL) == [
        "releases: 3",
        "newest release: 2026-11-20",
        "newest change: 2026-11-23 12:00 UTC",
        "last poll of hale_news: 2026-11-23 11:00 UTC by rest",
        "addresses: 3 loaded",
        "quarantined: 0",
        "checks: 0 errors, 2 warnings",
        "months without releases: 2026-08",
        "read by the generic layout: 12.5%",
    ]
