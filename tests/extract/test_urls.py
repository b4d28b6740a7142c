"""Addresses have one form, and a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import Refused
from extract.urls import absolute, canonical, captured, place, same_page

OLD = "https://www.justiceinspectorates.gov.uk/hmiprobation"
NEW = "https://hmiprobation.justiceinspectorates.gov.uk"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(f"{NEW}/news/slug/", f"{NEW}/news/slug", id="slash at the end"),
        pytest.param(f"{NEW}/news/slug", f"{NEW}/news/slug", id="no slash at the end"),
        pytest.param("HTTP://HMIProbation.JusticeInspectorates.gov.uk:80/news/slug", f"{NEW}/news/slug", id="http"),
        pytest.param(f"{NEW}:443//news//slug#top", f"{NEW}/news/slug", id="port, doubled slashes, fragment"),
        pytest.param(f"{NEW}/news/slug/?utm_source=x&fbclid=y", f"{NEW}/news/slug", id="tracking"),
        pytest.param(f"{NEW}", f"{NEW}/", id="a bare host has a root"),
        pytest.param(f"{NEW}/news/it’s", f"{NEW}/news/it%E2%80%99s", id="an apostrophe as it is"),
        pytest.param(f"{NEW}/news/it%e2%80%99s/", f"{NEW}/news/it%E2%80%99s", id="an apostrophe in small figures"),
        pytest.param(
            "http://justiceinspectorates.gov.uk/hmiprobation/media/press-releases/2015/03/a/",
            f"{OLD}/media/press-releases/2015/03/a",
            id="the old host without www. is the one with it",
        ),
        pytest.param(f"{OLD}?p=123", f"{OLD}/?p=123", id="number without a slash"),
        pytest.param(f"{OLD}/?p=123&utm_medium=mail", f"{OLD}/?p=123", id="number and tracking"),
        pytest.param("https://www.probation.example/news/a/", "http://probation.example/news/a", id="reserved name"),
        pytest.param("http://127.0.0.1:8080/a/", "http://127.0.0.1:8080/a", id="figures keep scheme and port"),
        pytest.param("https://inspectorate.gov.uk:8443/a", "https://inspectorate.gov.uk:8443/a", id="odd port"),
        pytest.param(
            f"https://webarchive.nationalarchives.gov.uk/ukgwa/20150401120000/{OLD}/media/press-releases/2015/03/a/",
            f"{OLD}/media/press-releases/2015/03/a",
            id="a capture is its original",
        ),
        pytest.param(
            "https://web.archive.org/web/20150401120000id_/http:/www.justiceinspectorates.gov.uk/hmiprobation/?p=7",
            f"{OLD}/?p=7",
            id="a capture whose inner slashes were folded",
        ),
    ],
)
def test_canonical(written: str, expected: str) -> None:
    assert canonical(written) == expected
    assert canonical(expected) == expected


@pytest.mark.parametrize(
    "written", ["", "news/slug", "ftp://probation.example/", "file:///etc/passwd", "https://", "http://[::1", "http://a:b@x.example/"]
)  # fmt: skip
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(Refused):
        canonical(written)


@given(st.text(max_size=60))
def test_any_path_has_one_form(path: str) -> None:
    once = canonical(f"{NEW}/{path}")
    assert canonical(once) == once


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://probation.example/news", "https://probation.example:443"),
        ("http://probation.example", "http://probation.example:80"),
        ("http://127.0.0.1:8123/x", "http://127.0.0.1:8123"),
        ("http://[::1]:8123/x", "http://[::1]:8123"),
    ],
)
def test_a_place_has_scheme_host_and_port(url: str, expected: str) -> None:
    assert place(url) == expected


def test_a_capture_is_asked_for_with_its_original_bytes() -> None:
    found = captured("https://webarchive.example/ukgwa/20150401120000/http://old.example/a?p=1")
    assert found is not None
    assert found.original == "http://old.example/a?p=1"
    assert found.address == "https://webarchive.example/ukgwa/20150401120000id_/http://old.example/a?p=1"
    assert found.captured_at.isoformat() == "2015-04-01T12:00:00+00:00"
    assert captured("https://probation.example/news/20150401120000") is None
    assert captured("https://webarchive.example/ukgwa/20159999120000/http://old.example/a") is None


def test_links_that_lead_nowhere_are_none() -> None:
    assert absolute(f"{NEW}/news/", "../a") == f"{NEW}/a"
    assert absolute(NEW, "mailto:press@probation.example") is None
    assert absolute(NEW, "http://[") is None
    assert same_page(f"{NEW}/a/", f"{NEW}/a")
