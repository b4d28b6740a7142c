"""What robots.txt closes to us stays closed, and its delay is kept."""

from datetime import UTC, datetime

import pytest

from extract.errors import Refused
from extract.poll_memory import RobotsAnswer
from extract.robots import Robots, user_agent


def _robots(text: str) -> Robots:
    return Robots(RobotsAnswer(status=200, text=text, asked_at=datetime.now(tz=UTC)))


def test_a_closed_path_is_refused_by_its_name() -> None:
    rules = _robots("User-agent: *\nDisallow: /wp-admin/\n")
    rules.check("https://probation.example/news/a")
    with pytest.raises(Refused, match=r"robots\.txt closes /wp-admin/x to us"):
        rules.check("https://probation.example/wp-admin/x")


def test_a_group_for_us_goes_before_the_one_for_all() -> None:
    rules = _robots("User-agent: *\nDisallow: /\n\nUser-agent: inspectorate\nDisallow: /blog/\nCrawl-delay: 3\n")
    rules.check("https://probation.example/news/a")
    assert rules.delay_seconds == 3.0


def test_a_delay_of_hours_is_a_minute_and_none_is_none() -> None:
    assert _robots("User-agent: *\nCrawl-delay: 9000\n").delay_seconds == 60.0
    assert _robots("").delay_seconds == 0.0
    assert _robots("<html>not a robots.txt</html>").delay_seconds == 0.0


def test_user_agent_says_product_version_and_contact() -> None:
    words = user_agent("press-data@inspectorate.example\n(Ünit)")
    assert words.startswith("inspectorate/")
    assert words.endswith("(press-data@inspectorate.example (?nit))")
    assert "INSPECTORATE_CONTACT" in user_agent(None)
