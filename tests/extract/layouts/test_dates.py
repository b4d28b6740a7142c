from datetime import date

import pytest

from extract.layouts.dates import day_named, day_of_instant, published
from extract.records import DateFrom

OLD = "https://www.justiceinspectorates.gov.uk/hmiprobation/media/press-releases/2018/12/slug"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        pytest.param(
            "1. The report is available at www.x.example at 00.01 on 3 April 2019", date(2019, 4, 3), id="at 00.01 on"
        ),
        pytest.param("Embargoed until 00:01 on Tuesday 4 August 2015.", date(2015, 8, 4), id="embargoed until"),
        pytest.param("EMBARGO 0001hrs Tuesday, 4th August 2015", date(2015, 8, 4), id="without points"),
        pytest.param(
            "The report will be available at x on 15 May 2025 (00:01).", date(2025, 5, 15), id="time after the date"
        ),
        pytest.param(
            "The report is available at x from 00.01am on Thursday 12 March 2020.", date(2020, 3, 12), id="00.01am"
        ),
        pytest.param("This report is available from 21 May 2014.", date(2014, 5, 21), id="available from"),
        pytest.param("The report is published on our website on 21st May 2014.", date(2014, 5, 21), id="published on"),
        pytest.param("1. The review is available at x from 10.30 on 21 May 2014.", date(2014, 5, 21), id="a review"),
        pytest.param("The full statement can be read at x from 21 May 2014.", date(2014, 5, 21), id="a statement"),
        pytest.param("2. The report was published on 21 May 2014.", date(2014, 5, 21), id="was published on"),
        pytest.param("This review was published online on 21 May 2014.", date(2014, 5, 21), id="published online"),
        pytest.param("The Government’s plan was published on 21 May 2014.", None, id="another body's document"),
        pytest.param("The first report was published on 21 May 2014.", None, id="the first of two reports"),
        pytest.param("The report is available at 00.01 on 32 May 2014.", None, id="no such day"),
        pytest.param("The previous report was published on 21 May 2014.", None, id="an earlier report's day"),
        pytest.param("Fieldwork took place on 21 May 2014.", None, id="another thing's day"),
        pytest.param(
            "The report can be read on our website. Purple took over on 1 May 2015.", None, id="another sentence"
        ),
    ],
)
def test_embargo_lines(note, expected):
    found = published(["Title", "Body.", note], stated=None, notes_at=2, url=None)
    assert found == ((expected, DateFrom.EMBARGO) if expected else (None, None))


def test_the_pages_own_date_comes_before_the_embargo():
    note = "Available at 00.01 on 3 April 2019"
    assert published(["T", note], stated=date(2019, 4, 4), notes_at=1, url=OLD) == (date(2019, 4, 4), DateFrom.PAGE)


@pytest.mark.parametrize(
    ("body", "url", "expected"),
    [
        pytest.param(
            "The report, published today (03 December), says", OLD, date(2018, 12, 3), id="year of the address"
        ),
        pytest.param("Today (Monday 3 December) inspectors", OLD, date(2018, 12, 3), id="with its day"),
        pytest.param("out today (3 December 2019)", OLD, date(2019, 12, 3), id="its own year"),
        pytest.param("out today (3 December)", None, None, id="no year anywhere"),
        pytest.param("out today (3 December)", "https://probation.example/news/2018", None, id="a slug is no year"),
        pytest.param("out today in 12 places", OLD, None, id="no date"),
        pytest.param("Said in December", OLD, None, id="the address's month alone is no date"),
    ],
)
def test_today(body, url, expected):
    assert published(["T", body], stated=None, notes_at=None, url=url) == (
        expected,
        DateFrom.TEXT if expected else None,
    )


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        pytest.param(
            "1. The report is on our website today (21 October).", (date(2018, 10, 21), DateFrom.TEXT), id="today"
        ),
        pytest.param(
            "5. Published on 14 September 2018. Enquiries: ask.", (date(2018, 9, 14), DateFrom.PAGE), id="its line"
        ),
        pytest.param("A review published on 14 September 2018 said so.", (None, None), id="another document's day"),
        pytest.param("5. Published on 14 September.", (None, None), id="no year"),
    ],
)
def test_a_note_may_say_the_day(note, expected):
    assert published(["T", "body", note], stated=None, notes_at=2, url=OLD) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("2025-07-01T00:01:00+01:00", date(2025, 7, 1), id="summer time"),
        pytest.param("2025-06-30T23:01:00Z", date(2025, 7, 1), id="UTC of a London midnight"),
        pytest.param("2025-07-01T00:01:00", date(2025, 7, 1), id="London time already"),
        pytest.param("2025-07-01", date(2025, 7, 1), id="a day"),
        pytest.param("soon", None, id="none"),
    ],
)
def test_the_day_of_an_instant_is_londons(written, expected):
    assert day_of_instant(written) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Published: 03 April 2019", date(2019, 4, 3)),
        ("April 3, 2019", date(2019, 4, 3)),
        ("2019-04-03", date(2019, 4, 3)),
        ("3rd of Sept. 2019", date(2019, 9, 3)),
        ("13 of May 2019 people", date(2019, 5, 13)),
        ("3 Marching 2019", None),
        ("in April 2019", None),
    ],
)
def test_whole_dates(words, expected):
    assert day_named(words) == expected
