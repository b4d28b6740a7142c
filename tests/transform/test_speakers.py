import itertools
from datetime import date

import pytest

from tests.transform.quotation_cases import read, release_of
from transform.speakers import holder, known_by_short_form, speakers, tenures


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2012, 6, 1), "Liz Calderbank", id="before the companies"),
        pytest.param(date(2014, 6, 1), "Paul McDowell", id="2014"),
        pytest.param(date(2015, 9, 1), "Paul Wilson", id="the acting one counts"),
        pytest.param(date(2016, 3, 1), "Dame Glenys Stacey", id="first day"),
        pytest.param(date(2019, 5, 31), "Dame Glenys Stacey", id="last day"),
        pytest.param(date(2019, 6, 1), "Justin Russell", id="the day after"),
        pytest.param(date(2023, 9, 29), "Justin Russell", id="his last day"),
        pytest.param(date(2023, 9, 30), None, id="between two, nobody is guessed"),
        pytest.param(date(2023, 12, 1), "Sue McAllister", id="the interim one"),
        pytest.param(date(2026, 1, 1), "Martin Jones", id="today's"),
        pytest.param(None, None, id="without a date nobody"),
    ],
)
def test_who_held_the_office_on_a_day(day: date | None, expected: str | None) -> None:
    assert holder("probation", day) == expected


@pytest.mark.parametrize(
    ("name", "title", "day", "expected"),
    [
        pytest.param("Russell", "Mr", date(2021, 1, 1), "Justin Russell", id="surname"),
        pytest.param("Glenys", "Dame", None, "Dame Glenys Stacey", id="honour and first name, no date needed"),
        pytest.param("Taylor", "Mr", date(2018, 1, 1), "Charlie Taylor", id="one person, two offices"),
        pytest.param("Smith", "Mr", date(2018, 1, 1), None, id="not known"),
    ],
)
def test_a_short_form_means_one_known_person_or_nobody(
    name: str, title: str, day: date | None, expected: str | None
) -> None:
    assert known_by_short_form(name, title, day) == expected


def test_offices_of_one_inspectorate_do_not_overlap() -> None:
    ours = [tenure for tenure in tenures() if tenure.office == "probation"]
    for earlier, later in itertools.pairwise(ours):
        assert earlier.until_on is not None
        assert later.from_on is not None
        assert earlier.until_on < later.from_on


def test_every_tenure_is_a_row_with_its_source() -> None:
    rows = speakers()
    assert len(rows) == len(tenures()) == len(set(rows))
    assert all(row.source and row.role and row.name for row in rows)


def test_a_role_is_never_taken_from_the_vocabulary() -> None:
    said, _ = read(release_of("Dame Glenys said: “The work was poor.”", date(2018, 1, 1)))
    assert [(mention.value.speaker, mention.value.speaker_role) for mention in said] == [("Dame Glenys Stacey", None)]


def test_the_release_goes_before_the_vocabulary() -> None:
    words = "Anna Bell, Chief Inspector of Probation, came. The Chief Inspector said: “The work was poor.”"
    said, _ = read(release_of(words, date(2018, 1, 1)))
    assert [(mention.value.speaker, mention.value.speaker_from) for mention in said] == [("Anna Bell", "text")]
