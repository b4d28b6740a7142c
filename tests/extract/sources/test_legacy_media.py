"""Releases of the old site are found by its listing and by the months it links to."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from extract.errors import BadListing, Gone, NotARelease
from extract.poll_memory import PollMemory
from extract.records import Listing
from extract.sources import listings
from tests.extract.handmade import Said, Site, client, site
from tests.extract.sources.sample import Sample, sample


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Sample]:
    with sample(tmp_path) as running:
        yield running


def _pages(made: Sample, folder: Path, **days: date) -> list[Listing]:
    memory = PollMemory()
    with client(folder, memory) as asking:
        return list(listings(made.sources["sample_old"], asking, memory, **days))


def _urls(pages: list[Listing]) -> list[str]:
    return [one.url for page in pages for one in page.sightings]


def test_the_listing_brings_every_release_once(made: Sample, tmp_path: Path) -> None:
    pages = _pages(made, tmp_path)
    assert {page.way for page in pages} == {"listing"}
    assert sorted(_urls(pages)) == sorted(made.addresses("sample_old"))
    assert pages[0].next_url is not None
    assert pages[-1].next_url is None


def test_the_months_bring_every_release_once_and_none_is_guessed(made: Sample, tmp_path: Path) -> None:
    pages = _pages(made, tmp_path, since=date(2013, 1, 1))
    assert {page.way for page in pages} == {"months"}
    assert sorted(_urls(pages)) == sorted(made.addresses("sample_old"))
    assert {asked.status for asked in made.log.all()} == {200}


def test_days_leave_out_the_months_outside_them(made: Sample, tmp_path: Path) -> None:
    urls = _urls(_pages(made, tmp_path, since=date(2016, 1, 1), until=date(2018, 12, 31)))
    assert urls
    assert {url.split("/")[6] for url in urls} <= {"2016", "2017", "2018"}
    assert not any("/2015/" in path or "/2019/" in path for path in made.paths())


def test_an_old_host_that_answers_with_the_new_listing_has_no_listing(made: Sample, tmp_path: Path) -> None:
    made.state.switches.old_site_is_gone = True
    with pytest.raises(Gone, match="redirects to"):
        _pages(made, tmp_path)
    release = min(made.addresses("sample_old"))
    with client(tmp_path) as asking, pytest.raises(NotARelease, match="soft 404"):
        asking.fetch(release, source=made.sources["sample_old"])


@pytest.fixture
def handmade() -> Iterator[Site]:
    with site() as running:
        yield running


def test_a_listing_without_months_is_read_page_by_page_and_links_are_all_that_counts(
    handmade: Site, tmp_path: Path
) -> None:
    start = "/hmiprobation/media/press-releases"
    handmade.answers |= {
        f"{start}/": Said(
            body=b'<a href="/hmiprobation/media/press-releases/2015/03/a/"><img></a>'
            b'<li><a href="2015/03/a/">The title</a> <time datetime="2015-03-04">4</time></li>'
            b'<a href="/hmiprobation/media/">Media</a><a href="mailto:x@y.example">x</a>'
            b'<a href="http://other.example/media/press-releases/2015/03/b/">b</a>'
            b'<a href="page/2/">Older</a>'
        ),
        f"{start}/page/2/": Said(body=b'<a href="../../2014/03/c/">C</a><a href="../../page/2/">2</a>'),
    }
    source = handmade.source(
        module="legacy_media", base_url="http://old.example/hmiprobation", listing="/media/press-releases/"
    )
    with client(tmp_path) as asking:
        pages = list(listings(source, asking, PollMemory(), since=date(2013, 1, 1)))
    found = [(one.url.rsplit("/", 3)[1:], one.title, one.published_on) for page in pages for one in page.sightings]
    assert found == [(["2015", "03", "a"], "The title", date(2015, 3, 4)), (["2014", "03", "c"], "C", None)]


def test_a_listing_without_releases_is_an_alarm(handmade: Site, tmp_path: Path) -> None:
    handmade.answers["/hmiprobation/media/press-releases/"] = Said()
    source = handmade.source(
        module="legacy_media", base_url="http://old.example/hmiprobation", listing="/media/press-releases/"
    )
    with client(tmp_path) as asking, pytest.raises(BadListing, match="no release is found"):
        list(listings(source, asking, PollMemory()))
