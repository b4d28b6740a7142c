import re
from datetime import date

import pytest

from extract.sample_site.invented import all_invented
from extract.text import clean

PAGES = {page.name: page for page in all_invented()}
RELEASES = [page for page in PAGES.values() if page.kind == "release"]


def test_there_are_at_least_forty_releases_of_all_eras():
    assert len(RELEASES) >= 40
    assert {page.published_on.year for page in RELEASES} == set(range(2013, 2027))
    assert {page.kind for page in PAGES.values()} == {"release", "blog", "staff_news", "report_page"}


@pytest.mark.parametrize(
    "kind",
    [
        "Probation Trust",
        "Community Rehabilitation Company",
        "National Probation Service",
        "Youth Offending Team",
        "Youth Offending Service",
        "Youth Justice Service",
        "probation delivery unit",
        "region",
        "Approved Premises",
        "thematic inspection",
        "joint inspection",
        "national",
        "annual report",
        "independent review",
        "statement",
        "dynamic",
    ],
)
def test_every_kind_of_service_and_release_is_there(kind):
    assert any(kind.lower() in f"{page.title} {page.body}".lower() for page in RELEASES)


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_that_it_is_invented_and_has_an_address(name):
    page = PAGES[name]
    assert re.search(r"invented|not real|is not a real", page.body)
    assert page.old or page.new
    assert page.published_on < date(2027, 1, 1)
    assert page.title == clean(page.title)


@pytest.mark.parametrize("name", [page.name for page in RELEASES])
def test_every_release_has_the_length_of_one(name):
    assert 125 <= len(PAGES[name].body.split()) <= 450


def test_numbers_and_addresses_are_given_once():
    for what in (
        [page.post for page in PAGES.values()],
        [slug for page in PAGES.values() for slug in (page.new, page.reposted) if slug],
        [page.old for page in PAGES.values() if page.old],
        [page.title for page in PAGES.values()],
    ):
        assert len(what) == len(set(what))


def test_an_old_address_has_the_month_of_its_release_and_none_after_march_2025_is_old():
    for page in RELEASES:
        if page.old:
            assert page.old.startswith(f"media/press-releases/{page.published_on:%Y/%m}/")
            assert page.published_on < date(2025, 3, 1)
