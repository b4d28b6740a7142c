"""The sample site over real HTTP, read by the real layouts, compared with its own truth."""

import json
import re
from datetime import date, datetime
from itertools import pairwise
from urllib.parse import urlsplit

import httpx
import pytest

from extract.errors import NotARelease
from extract.layouts import read_document
from extract.sample_site import SampleSite
from tests.extract.layouts.documents import document, paragraphs

NEWS, OLD, UKGWA, IA = "probation.example", "old.probation.example", "webarchive.example", "archive.example"
REPOSTED = {
    f"http://{NEWS}/news/{slug}"
    for slug in (
        "two-pdus-inspected",
        "independent-review-of-the-case-of-darren-holt",
        "southern-downs-region-that-asked-for-help",
    )
}
PREFIX = "old.probation.example/hmiprobation/media/press-releases/"


@pytest.fixture
def site():
    with SampleSite() as running:
        yield running


@pytest.fixture
def get(site):
    """Asks the site for an address, as its hosts would be asked; redirects are followed by hand."""
    with httpx.Client(trust_env=False) as client:

        def ask(address, **headers):
            parts = urlsplit(address)
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            return client.get(f"{site.connect_to}{path}", headers={"Host": parts.netloc, **headers})

        yield ask


def read(answered, url):
    return read_document(document(answered.content, url, headers=[("content-type", answered.headers["content-type"])]))


def followed(get, address):
    answered = get(address)
    return get(answered.headers["location"]) if answered.status_code == 301 else answered


def test_every_address_of_every_release_is_read_as_the_truth_has_it(site, get):
    for truth in site.truth():
        for source, layout in (("sample_news", "hale"), ("sample_old", "legacy")):
            for address in truth.addresses.get(source, ()):
                release = read(followed(get, address), address)
                assert (release.title, release.layout) == (truth.title, layout)
                assert (release.published_on - truth.published_on).days == (2 if address in REPOSTED else 0)
                assert release.notes_start is not None
                assert "invented" in release.text or "not a real" in release.text or "exists" in release.text


def test_the_same_release_has_the_same_body_on_both_generations_of_the_site(site, get):
    twice = [truth for truth in site.truth("sample_old") if "sample_news" in truth.addresses]
    assert len(twice) > 10
    for truth in twice:
        bodies = []
        for source in ("sample_old", "sample_news"):
            release = read(followed(get, truth.addresses[source][0]), truth.addresses[source][0])
            body = release.text[release.body_start : release.notes_start]
            bodies.append([words for words in body.split("\n\n") if words])
        assert bodies[0] == bodies[1]


def test_no_chrome_stands_in_any_text(site, get):
    for truth in site.truth():
        for source in ("sample_news", "sample_old"):
            for address in truth.addresses.get(source, ()):
                text = read(followed(get, address), address).text
                assert not re.search(
                    r"cookie|Open Government|Share|Related news|Crown copyright|Press office$|Skip to", text
                )
                assert "@" not in text
                assert not re.search(r"07700|020 7946", text)


def test_the_listing_its_counter_and_the_rest_api_agree(site, get):
    slugs, number = [], 1
    while True:
        page = get(f"http://{NEWS}/news/" + (f"page/{number}/" if number > 1 else ""))
        slugs += re.findall(r'list-item-title"><a href="http://probation\.example/news/([^"]+)"', page.text)
        if 'rel="next"' not in page.text:
            break
        number += 1
    total = int(re.search(r'listing-item-count">(\d+) items', page.text)[1])
    answered = get(f"http://{NEWS}/wp-json/wp/v2/news?per_page=100&orderby=date&_fields=slug")
    assert [item["slug"] for item in answered.json()] == slugs
    assert total == len(slugs) == int(answered.headers["X-WP-Total"]) == 28
    assert number == 1 + (total - 1) // 10
    releases = {
        address.rsplit("/", 1)[1] for truth in site.truth("sample_news") for address in truth.addresses["sample_news"]
    }
    assert len(set(slugs) - releases) == 2, "a blog post and staff news stand among the releases"


def test_the_rest_api_tells_london_and_utc_time_and_pages(get):
    base = f"http://{NEWS}/wp-json/wp/v2/"
    assert get(f"{base}types").json()["news"]["rest_base"] == "news"
    items = get(f"{base}news?per_page=5&page=2&orderby=modified").json()
    assert len(items) == 5
    summer = next(
        item for item in get(f"{base}news?per_page=100").json() if item["slug"] == "national-inspection-of-probation"
    )
    assert (summer["date"], summer["date_gmt"]) == ("2025-06-19T00:01:00", "2025-06-18T23:01:00")
    assert get(f"{base}news?per_page=100&page=9").json()["code"] == "rest_post_invalid_page_number"
    after = get(f"{base}news?per_page=100&modified_after=2026-01-01T00:00:00").json()
    assert {item["modified"][:4] for item in after} == {"2026"}


def test_feed_and_sitemaps_have_addresses_and_times(get):
    assert get(f"http://{NEWS}/feed/").text.count("<item>") == 10
    assert "/news-sitemap.xml" in get(f"http://{NEWS}/sitemap_index.xml").text
    assert get(f"http://{NEWS}/news-sitemap.xml").text.count("<lastmod>") == 28


@pytest.mark.parametrize("path", ["/sitemap_index.xml", "/news-sitemap.xml", "/feed/"])
def test_a_site_without_any_release_still_answers_machines(site, get, path):
    for page in site.state.pages():
        site.withdraw(page.name)
    assert get(f"http://{NEWS}{path}").status_code == 200


def test_what_is_switched_off_is_not_there(site, get):
    for name, path in (
        ("rest", "/wp-json/wp/v2/types"),
        ("listing", "/news/"),
        ("sitemap", "/sitemap_index.xml"),
        ("feed", "/feed/"),
    ):
        assert get(f"http://{NEWS}{path}").status_code == 200
        setattr(site.switches, name, False)
        assert get(f"http://{NEWS}{path}").status_code == 404
    site.switches.robots = None
    assert get(f"http://{NEWS}/robots.txt").status_code == 404


def test_items_shift_while_somebody_pages(site, get):
    site.switches.is_shifting = True
    first = get(f"http://{NEWS}/news/").text
    second = get(f"http://{NEWS}/news/page/2/").text
    last_of_first = re.findall(r'list-item-title"><a href="([^"]+)"', first)[-1]
    assert re.findall(r'list-item-title"><a href="([^"]+)"', second)[0] == last_of_first
    assert any(truth.name == "2026-10-women-in-courts" for truth in site.truth())


def test_month_archives_of_the_old_site_bring_every_release(site, get):
    found = set()
    month = f"http://{OLD}/hmiprobation/media/press-releases/2025/01/"
    while month:
        page = get(month).text
        found |= set(re.findall(r'<h2><a href="([^"]+)/"', page))
        older = re.search(r'rel="next" href="([^"]+)"', page)
        month = older[1] if older else None
    assert found == {truth.addresses["sample_old"][0] for truth in site.truth("sample_old")}


def test_numbered_addresses_lead_to_their_page(get):
    assert get(f"http://{OLD}/hmiprobation/?p=8742").headers["location"].endswith("/2019/10/wessex-downs-crc/")
    assert (
        get(f"http://{NEWS}/?p=31010").headers["location"]
        == "http://probation.example/news/east-harbour-pdu-inadequate"
    )
    assert get(f"http://{OLD}/hmiprobation/?p=1").status_code == 404


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (f"http://{NEWS}/news/a-year-on-the-road", "blog"),
        (f"http://{NEWS}/news/meet-our-new-inspectors", "staff_news"),
        (f"http://{NEWS}/news/", "listing"),
        (f"http://{OLD}/hmiprobation/2023/01/11-january-2023-looking-for-signs-of-spring/", "blog"),
        (f"http://{OLD}/hmiprobation/inspections/wessex-downs-crc/", "report_page"),
        (f"http://{OLD}/hmiprobation/media/press-releases/2019/10/", "listing"),
    ],
)
def test_what_is_no_release_is_named(get, address, kind):
    with pytest.raises(NotARelease) as raised:
        read(get(address), address)
    assert raised.value.kind == kind


@pytest.mark.parametrize("host", [UKGWA, IA])
def test_the_archives_have_a_good_capture_of_every_old_release(site, get, host):
    found = {}
    for timestamp, original, status in captures(
        get, host, "&filter=statuscode:200" if host == IA else "&filter=status:200"
    ):
        assert status == "200"
        folder = "web" if host == IA else "ukgwa"
        answered = get(f"http://{host}/{folder}/{timestamp}id_/{original}")
        url = original.replace("//www.", "//").rstrip("/")
        if re.search(r"/\d{2}$", url):
            continue
        found[url] = read(answered, url).title
    assert found == {truth.addresses["sample_old"][0]: truth.title for truth in site.truth("sample_old")}


def test_an_index_is_asked_year_by_year_and_collapsed(get):
    of_2019 = captures(get, IA, "&from=2019&to=2019")
    assert of_2019
    assert all(timestamp.startswith("2019") for timestamp, _, _ in of_2019)
    assert {status for _, _, status in captures(get, UKGWA, "")} == {"200", "302"}
    digests = [row["digest"] for row in rows(get, UKGWA, "&collapse=digest")]
    assert all(one != next_one for one, next_one in pairwise(digests))


def test_a_capture_may_have_a_corrected_body(site, get):
    [timestamp] = [
        at for at, original, status in captures(get, IA, "") if "early-reform" in original and status == "200"
    ][-1:]
    url = next(t for t in site.truth() if t.name == "2014-12-early-reform").addresses["sample_ia"][0]
    captured, live = read(get(f"http://{IA}/web/{timestamp}id_/{url}"), url), read(followed(get, url), url)
    assert (captured.title, captured.published_on) == (live.title, live.published_on)
    assert len(paragraphs(captured)) == len(paragraphs(live)) + 1


def rows(get, host, more):
    path = "/cdx/search/cdx" if host == IA else "/ukgwa/cdx"
    answered = get(f"http://{host}{path}?url={PREFIX}&matchType=prefix&output=json{more}")
    if host == UKGWA:
        return [json.loads(line) for line in answered.text.splitlines()]
    names, *lines = answered.json()
    return [dict(zip(names, line, strict=True)) for line in lines]


def captures(get, host, more):
    names = ("timestamp", "original", "statuscode") if host == IA else ("timestamp", "url", "status")
    return [tuple(row[name] for name in names) for row in rows(get, host, more)]


def test_the_old_site_can_end_in_a_redirect_to_a_listing(site, get):
    site.switches.old_site_is_gone = True
    answered = get(f"http://{OLD}/hmiprobation/media/press-releases/2019/10/wessex-downs-crc/")
    assert (answered.status_code, answered.headers["location"]) == (302, "http://probation.example/news/")


def test_releases_are_added_changed_and_withdrawn_while_it_runs(site, get):
    site.add_release("late-news", title="Late news", published_on=date(2026, 11, 2))
    assert site.truth("sample_news")[0].addresses["sample_news"] == ("http://probation.example/news/late-news",)
    assert read(get(f"http://{NEWS}/news/late-news"), f"http://{NEWS}/news/late-news").title == "Late news"
    site.change_release(
        "late-news", body="Quite another body.\n\nENDS", modified_at=datetime.fromisoformat("2026-11-03T09:00:00+00:00")
    )
    assert "Quite another body" in get(f"http://{NEWS}/news/late-news").text
    assert get(f"http://{NEWS}/wp-json/wp/v2/news?orderby=modified").json()[0]["modified_gmt"] == "2026-11-03T09:00:00"
    site.withdraw("late-news")
    assert get(f"http://{NEWS}/news/late-news").status_code == 410
    assert "late-news" not in get(f"http://{NEWS}/news/").text


def test_every_request_is_in_the_log_and_its_file(tmp_path):
    with SampleSite(log_file=tmp_path / "log.jsonl") as site, httpx.Client(trust_env=False) as client:
        client.get(f"{site.connect_to}/news/?x=1", headers={"Host": NEWS, "User-Agent": "tester"})
        client.get(f"{site.connect_to}/nowhere", headers={"Host": NEWS})
        seen = [(asked.host, asked.path, asked.status, asked.user_agent) for asked in site.requests()][:1]
        assert seen == [(NEWS, "/news/?x=1", 200, "tester")]
        assert [asked.status for asked in site.requests(path="/nowhere")] == [404]
        assert site.requests()[0].clock_seconds <= site.requests()[1].clock_seconds
    lines = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text().splitlines()]
    assert [line["path"] for line in lines] == ["/news/?x=1", "/nowhere"]


def test_two_sites_at_once_have_their_own_ports_and_states():
    with SampleSite() as one, SampleSite(rest=False) as other:
        assert one.port != other.port
        one.add_release("only-here")
        assert len(one.truth()) == len(other.truth()) + 1
        assert other.switches.rest is False
