"""Both archives bring every captured release once, by the newest good capture, and say when they are out of reach."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from extract.errors import BadListing, Blocked, TransportFailed
from extract.poll_memory import PollMemory
from extract.records import Document, Sighting
from extract.sample_site.faults import Fault
from extract.sources import Source, listings
from tests.extract.handmade import Said, Site, client, site
from tests.extract.sources.sample import Sample, sample

ARCHIVES = ("sample_ukgwa", "sample_ia")
PRESS = "http://old.example/hmiprobation/media/press-releases"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Sample]:
    with sample(tmp_path) as running:
        yield running


def _seen(made: Sample, folder: Path, name: str, **days: date) -> list[Sighting]:
    memory = PollMemory()
    with client(folder, memory) as asking:
        return [one for page in listings(made.sources[name], asking, memory, **days) for one in page.sightings]


@pytest.mark.parametrize("name", ARCHIVES)
def test_every_captured_release_comes_once_as_it_was(made: Sample, tmp_path: Path, name: str) -> None:
    found = _seen(made, tmp_path, name)
    assert sorted(one.url for one in found) == sorted(made.addresses(name))
    source = made.sources[name]
    with client(tmp_path) as asking:
        for one in found[:3]:
            document = asking.fetch(one.fetch_url or "", source=source)
            assert isinstance(document, Document)
            assert (document.url, document.captured_at) == (one.url, one.captured_at)
            assert b"archive-banner" not in document.body


@pytest.mark.parametrize("name", ARCHIVES)
def test_years_and_months_outside_the_days_are_left_out(made: Sample, tmp_path: Path, name: str) -> None:
    found = _seen(made, tmp_path, name, since=date(2017, 1, 1), until=date(2019, 6, 30))
    assert found
    assert {one.url.split("/")[6] for one in found} <= {"2017", "2018", "2019"}
    assert not any("from=2016" in path for path in made.paths())


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_index_that_ends_early_is_an_alarm(made: Sample, tmp_path: Path, name: str) -> None:
    made.state.switches.cdx_ends_early = True
    with pytest.raises(BadListing, match="ended early"):
        _seen(made, tmp_path, name)


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        pytest.param(Fault(kind="captcha", where="webarchive.example/*"), Blocked, id="captcha"),
        pytest.param(Fault(kind="status", where="webarchive.example/*cdx*", status=405), Blocked, id="405"),
        pytest.param(Fault(kind="status", where="webarchive.example/*cdx*", status=503), TransportFailed, id="503"),
        pytest.param(Fault(kind="reset", where="webarchive.example/*cdx*"), TransportFailed, id="hangs up"),
        pytest.param(Fault(kind="truncated", where="webarchive.example/*cdx*from=2019*"), BadListing, id="breaks off"),
    ],
)
def test_an_archive_out_of_reach_is_named(made: Sample, tmp_path: Path, fault: Fault, expected: type) -> None:
    made.state.faults = [fault]
    with pytest.raises(expected):
        _seen(made, tmp_path, "sample_ukgwa")


def test_after_a_captcha_nothing_more_is_asked_of_the_archive(made: Sample, tmp_path: Path) -> None:
    made.state.faults = [Fault(kind="captcha", where="webarchive.example/*")]
    for _ in range(2):
        with pytest.raises(Blocked):
            _seen(made, tmp_path, "sample_ukgwa")
    assert len(made.log.all()) == 1


def _row(slug: str, stamp: str, **fields: str) -> dict[str, str]:
    made = {"url": f"{PRESS}/{slug}/", "timestamp": stamp, "mime": "text/html", "status": "200", "digest": stamp + slug}
    return {**made, **fields}


def _index(rows: list[dict[str, str]]) -> Said:
    return Said(body="".join(json.dumps(row) + "\n" for row in rows).encode())


@pytest.fixture
def handmade() -> Iterator[Site]:
    with site() as running:
        yield running


QUERY = "url=old.example%2Fhmiprobation%2Fmedia%2Fpress-releases%2F&matchType=prefix&output=json&from=2015&to=2015"


def _source(handmade: Site) -> Source:
    return handmade.source(
        module="web_archive",
        base_url="http://webarchive.example",
        cdx="/ukgwa/cdx",
        replay="/ukgwa/",
        dialect="json_lines",
        covers=("old.example/hmiprobation/media/press-releases/",),
        first_year=2015,
        last_year=2015,
    )


def _chosen(handmade: Site, folder: Path, rows: list[dict[str, str]]) -> dict[str, str | None]:
    handmade.answers[f"/ukgwa/cdx?{QUERY}"] = _index(rows)
    with client(folder) as asking:
        pages = list(listings(_source(handmade), asking, PollMemory()))
    return {one.url.removeprefix(PRESS): one.fetch_url for page in pages for one in page.sightings}


def test_the_newest_good_capture_is_chosen(handmade: Site, tmp_path: Path) -> None:
    found = _chosen(
        handmade,
        tmp_path,
        [
            _row("2015/03/a", "20150401120000"),
            _row("2015/03/a", "20150501120000", url=f"{PRESS.replace('//', '//www.')}/2015/03/a"),
            _row("2015/03/a", "20150601120000", status="302"),
            _row("2015/03/a", "20150701120000", mime="application/pdf"),
            _row("2015/03", "20150401120000"),
            _row("page/2", "20150401120000"),
            _row("2015/03/a/feed", "20150401120000"),
            _row("2015/03/b", "20150401120000", mime="warc/revisit", status="-"),
        ],
    )
    www = PRESS.replace("//", "//www.")
    assert found == {"/2015/03/a": f"http://webarchive.example/ukgwa/20150501120000id_/{www}/2015/03/a"}


def test_one_page_that_answers_for_many_addresses_is_no_release(handmade: Site, tmp_path: Path) -> None:
    listing = [_row(f"2015/03/{slug}", "20150801120000", digest="SAME") for slug in "abcd"]
    found = _chosen(handmade, tmp_path, [*listing, _row("2015/03/a", "20150401120000")])
    assert found == {"/2015/03/a": f"http://webarchive.example/ukgwa/20150401120000id_/{PRESS}/2015/03/a/"}


def test_an_index_without_any_release_is_an_alarm(handmade: Site, tmp_path: Path) -> None:
    with pytest.raises(BadListing, match="no capture of a release"):
        _chosen(handmade, tmp_path, [])


def test_an_index_that_knows_nothing_of_a_year_is_a_year_without_captures(made: Sample, tmp_path: Path) -> None:
    made.state.faults = [Fault(kind="status", where="webarchive.example/*cdx*from=2020*", status=404)]
    found = {one.url for one in _seen(made, tmp_path, "sample_ukgwa")}
    assert len(found) > len(made.addresses("sample_ukgwa")) // 2


def test_an_index_closed_by_robots_is_named(handmade: Site, tmp_path: Path) -> None:
    handmade.answers["/robots.txt"] = Said(body=b"User-agent: *\nDisallow: /ukgwa/cdx\n")
    with pytest.raises(Blocked, match=r"may not be read: robots\.txt closes"):
        _chosen(handmade, tmp_path, [_row("2015/03/a", "20150401120000")])


def test_an_index_that_leads_elsewhere_is_an_alarm(handmade: Site, tmp_path: Path) -> None:
    handmade.answers[f"/ukgwa/cdx?{QUERY}"] = Said(status=302, headers=(("Location", "http://other.example/"),))
    with client(tmp_path) as asking, pytest.raises(BadListing, match="may not be read"):
        list(listings(_source(handmade), asking, PollMemory()))
