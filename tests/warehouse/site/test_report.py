"""The report's pages as written, without a browser."""

import re
from base64 import b64decode
from datetime import date
from pathlib import Path

import pytest

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse.connect import reading, writing
from warehouse.load import load
from warehouse.publish import publish
from warehouse.site.report import NotOurFolder, write_report


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of one service inspected twice, named with its abbreviation the second time, and a statement."""
    data = tmp_path_factory.mktemp("data")
    first = rows("Saltmarsh", rating="Inadequate", published_on=date(2023, 2, 1))
    again = rows("Saltmarsh", title="Saltmarsh again", url="https://probation.example/news/again", rating="Good")
    spelt = rows(
        "Saltmarsh Probation Delivery Unit", title="Spelt out", url="https://probation.example/news/spelt",
        published_on=date(2021, 2, 1), rating="Good",
    )  # fmt: skip
    with writing(data) as con:
        assert {one.outcome for one in load(con, [arrival(one) for one in (first, again, spelt)], RULES, NOON)} == {
            "loaded"
        }
        for table in ("inspections", "ratings"):
            name = "Saltmarsh Probation Delivery Unit"
            con.execute(f"update {table} set organisation = '{name}' where organisation like '%Unit%'").fetchall()
    publish(data, now=NOON)
    with reading(data) as con:
        write_report(con, data / "site", NOON.date())
    return data / "site"


def words(page: Path) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.read_text().split("<main")[1].split("</main>")[0]).split())


def test_a_service_has_one_page_whether_its_kind_is_abbreviated_or_not(site: Path) -> None:
    [page] = (site / "organisations").iterdir()
    assert page.name == "saltmarsh-probation-delivery-unit.html"
    told = words(page)
    assert "Releases also call it Saltmarsh Probation Delivery Unit" in told
    assert "Good overall, published 1 May 2024; before that Inadequate ." in told
    assert "up from Inadequate" in told
    assert "down from Good" in told


def test_the_first_page_counts_a_service_once_under_its_latest_grade(site: Path) -> None:
    told = words(site / "index.html")
    assert "0 Outstanding 1 Good 0 Requires improvement 0 Inadequate" in told


def test_years_without_a_grade_are_in_the_picture(site: Path) -> None:
    pictures = re.findall(r"base64,([A-Za-z0-9+/=]+)", (site / "index.html").read_text())
    assert any(b">2022<" in b64decode(picture) for picture in pictures)


def test_every_release_is_in_the_list_of_releases(site: Path) -> None:
    listed = set(re.findall(r'href="(releases/\w+\.html)"', (site / "releases.html").read_text()))
    assert listed == {f"releases/{path.name}" for path in (site / "releases").iterdir()}
    assert len(listed) == 3


def test_every_link_between_pages_leads_to_a_place_that_is_there(site: Path) -> None:
    for page in site.rglob("*.html"):
        for link in re.findall(r'href="(?!https?:)([^"]+)"', page.read_text()):
            name, _, place = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            assert target.exists(), (page.name, link)
            assert not place or f'id="{place}"' in target.read_text(), (page.name, link)


def test_a_folder_that_is_no_report_is_left_alone(site: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with reading(site.parent) as con, pytest.raises(NotOurFolder):
        write_report(con, tmp_path, NOON.date())
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
