"""Releases of the new site are found whole, by the first way that works, with as few requests as it takes."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from extract.errors import BadListing, Blocked, TransportFailed
from extract.poll_memory import PollMemory, Probe
from extract.records import Document
from extract.sample_site.faults import Fault
from extract.sources import changes, listings
from tests.extract.handmade import BASE, Said, Site, client, site
from tests.extract.sources.sample import Sample, sample


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Sample]:
    with sample(tmp_path) as running:
        yield running


def _seen(made: Sample, folder: Path, memory: PollMemory, **days: date) -> tuple[list[str], set[str]]:
    with client(folder, memory) as asking:
        pages = list(listings(made.sources["sample_news"], asking, memory, **days))
    return [page.way for page in pages], {one.url for page in pages for one in page.sightings}


@pytest.mark.parametrize(
    ("off", "way"),
    [([], "rest"), (["rest"], "listing"), (["rest", "listing"], "sitemap")],
)
def test_each_way_brings_every_release(made: Sample, tmp_path: Path, off: list[str], way: str) -> None:
    for name in off:
        setattr(made.state.switches, name, False)
    memory = PollMemory()
    ways, urls = _seen(made, tmp_path, memory)
    assert set(ways) == {way}
    assert made.addresses("sample_news") <= urls
    assert memory.probes["sample_news"].way == way


def test_the_feed_is_the_last_way_and_asked_for_only_if_it_changed(made: Sample, tmp_path: Path) -> None:
    for name in ("rest", "listing", "sitemap"):
        setattr(made.state.switches, name, False)
    made.state.switches.has_validators = True
    memory = PollMemory()
    ways, urls = _seen(made, tmp_path, memory)
    assert ways == ["feed"]
    assert urls & made.addresses("sample_news")
    made.log.clear()
    with client(tmp_path, memory) as asking:
        (page,) = listings(made.sources["sample_news"], asking, memory)
    assert page.unchanged or page.sightings
    assert made.paths() == ["/feed/"]


def test_nothing_to_list_it_by_is_a_bad_listing_that_says_what_was_tried(made: Sample, tmp_path: Path) -> None:
    for name in ("rest", "listing", "sitemap", "feed"):
        setattr(made.state.switches, name, False)
    with pytest.raises(BadListing) as raised:
        _seen(made, tmp_path, PollMemory())
    for way in ("rest: ", "listing: ", "sitemap: ", "feed: "):
        assert way in raised.value.reason


@pytest.mark.parametrize("has_rest", [True, False])
def test_what_is_published_while_we_page_is_found_and_nothing_is_lost(
    made: Sample, tmp_path: Path, has_rest: bool
) -> None:
    made.state.switches.rest = has_rest
    made.state.switches.is_shifting = True
    before = made.addresses("sample_news")
    _, urls = _seen(made, tmp_path, PollMemory())
    assert before <= urls
    made.state.switches.is_shifting = False
    _, later = _seen(made, tmp_path, PollMemory())
    assert made.addresses("sample_news") <= later


def test_a_poll_with_nothing_new_costs_one_request(made: Sample, tmp_path: Path) -> None:
    memory = PollMemory()
    _seen(made, tmp_path, memory)
    made.log.clear()
    with client(tmp_path, memory) as asking:
        first = next(listings(made.sources["sample_news"], asking, memory))
    assert len(made.log.all()) == 1
    assert "orderby=modified" in made.paths()[0]
    assert first.way == "rest"


def test_a_release_found_is_fetched_where_the_site_writes_it(made: Sample, tmp_path: Path) -> None:
    memory = PollMemory()
    source = made.sources["sample_news"]
    with client(tmp_path, memory) as asking:
        found = [one for page in listings(source, asking, memory) for one in page.sightings]
        for one in found:
            document = asking.fetch(one.fetch_url or one.url, source=source)
            assert isinstance(document, Document)
            assert document.url == one.url
    assert [asked.status for asked in made.log.all() if asked.path.startswith("/news/")] == [200] * len(found)


def test_days_leave_out_what_lies_outside_them(made: Sample, tmp_path: Path) -> None:
    dated = {
        address: truth.published_on
        for truth in made.state.truth("sample_news")
        for address in truth.addresses["sample_news"][:1]
    }
    middle = sorted(dated.values())[len(dated) // 2]
    _, urls = _seen(made, tmp_path, PollMemory(), since=middle, until=middle)
    assert {url for url in urls if url in dated} == {url for url, day in dated.items() if day == middle}


def test_a_spell_of_503_is_trouble_and_no_alarm(made: Sample, tmp_path: Path) -> None:
    made.state.faults = [Fault(kind="status", where="probation.example/*", status=503, after=1)]
    with pytest.raises(TransportFailed, match="no way to list it works"):
        _seen(made, tmp_path, PollMemory())


def test_a_site_that_turns_rest_away_is_asked_for_its_listing_next_time(made: Sample, tmp_path: Path) -> None:
    made.state.faults = [
        Fault(kind="status", where="probation.example/wp-json/*", status=403, headers={"Retry-After": "0"})
    ]
    memory = PollMemory()
    with pytest.raises(Blocked):
        _seen(made, tmp_path, memory)
    ways, urls = _seen(made, tmp_path, memory)
    assert set(ways) == {"listing"}
    assert made.addresses("sample_news") <= urls


def test_a_site_that_only_asks_for_patience_is_asked_for_rest_again(made: Sample, tmp_path: Path) -> None:
    made.state.faults = [
        Fault(kind="status", where="probation.example/wp-json/*", status=429, headers={"Retry-After": "0"}, times=1)
    ]
    memory = PollMemory()
    with pytest.raises(Blocked):
        _seen(made, tmp_path, memory)
    ways, _ = _seen(made, tmp_path, memory)
    assert set(ways) == {"rest"}


def test_what_worked_this_morning_is_looked_for_anew_when_it_stops(made: Sample, tmp_path: Path) -> None:
    memory = PollMemory()
    _seen(made, tmp_path, memory)
    made.state.switches.rest = False
    ways, _ = _seen(made, tmp_path, memory)
    assert set(ways) == {"listing"}


def test_changes_come_from_the_sitemap_once_a_day_where_the_listing_does_not_tell(made: Sample, tmp_path: Path) -> None:
    memory = PollMemory()
    _seen(made, tmp_path, memory)
    source = made.sources["sample_news"]
    with client(tmp_path, memory) as asking:
        assert list(changes(source, asking, memory)) == []
        memory.probes["sample_news"] = Probe(way="listing", rest_base=None, asked_at=datetime.now(tz=UTC))
        (page,) = changes(source, asking, memory)
        assert all(one.modified_at is not None for one in page.sightings)
        assert list(changes(source, asking, memory)) == []
        memory.sitemaps_read_at["sample_news"] -= timedelta(days=1)
        assert len(list(changes(source, asking, memory))) == 1


def _item(number: int) -> str:
    return (
        f'<div class="list-item"><h2 class="list-item-title"><a href="/news/r{number}/">Release {number}</a></h2>'
        f'<time class="published-date" datetime="2026-01-{number:02d}T00:01:00+00:00">x</time></div>'
    )


def _page(numbers: list[int], total: int) -> Said:
    items = "".join(_item(number) for number in numbers)
    return Said(body=f'<div class="listing-item-count">{total} news</div>{items}'.encode())


@pytest.fixture
def paged() -> Iterator[Site]:
    """A site without REST and five items, two a page."""
    with site() as running:
        running.answers |= {
            "/news/": _page([5, 4], 5),
            "/news/page/2/": _page([3, 2], 5),
            "/news/page/3/": _page([1], 5),
        }
        yield running


def _numbers(paged: Site, folder: Path, **settings: object) -> list[str]:
    memory = PollMemory()
    with client(folder, memory) as asking:
        pages = listings(paged.source(**settings), asking, memory)
        return [one.url.rsplit("/", 1)[1] for page in pages for one in page.sightings]


def test_listing_pages_are_read_to_the_counter(paged: Site, tmp_path: Path) -> None:
    assert _numbers(paged, tmp_path) == ["r5", "r4", "r3", "r2", "r1"]


def test_an_item_published_while_paging_is_seen_twice_and_shown_once(paged: Site, tmp_path: Path) -> None:
    paged.answers |= {
        "/news/page/2/": _page([4, 3], 6),
        "/news/page/3/": _page([2, 1], 6),
        "/news/page/4/": Said(status=404),
    }
    paged.answers["/news/"] = [_page([5, 4], 5), _page([6, 5], 6)]
    assert sorted(_numbers(paged, tmp_path)) == ["r1", "r2", "r3", "r4", "r5", "r6"]


def test_an_item_withdrawn_while_paging_hides_no_other(paged: Site, tmp_path: Path) -> None:
    paged.answers["/news/"] = [_page([5, 4], 5), _page([5, 3], 4)]
    paged.answers["/news/page/2/"] = _page([2, 1], 4)
    assert {"r5", "r3", "r2", "r1"} <= set(_numbers(paged, tmp_path))


def test_a_listing_that_is_not_what_it_claims_is_an_alarm(paged: Site, tmp_path: Path) -> None:
    for path in ("/news/", "/news/page/2/", "/news/page/3/"):
        paged.answers[path] = Said(body=paged.answer(path).body.replace(b">5 news<", b">7 news<"))
    paged.answers["/news/page/4/"] = Said(status=404)
    with pytest.raises(BadListing, match="claims 7 items and shows 5"):
        _numbers(paged, tmp_path)


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        pytest.param(b'<div class="listing-item-count">0 news</div>', "the listing is empty", id="empty"),
        pytest.param(_item(1).encode(), "expected one counter", id="no counter"),
        pytest.param(b'<div class="listing-item-count">some news</div>', "holds no number", id="counter in words"),
        pytest.param(
            b'<div class="listing-item-count">1 news</div><div class="list-item"><h3>x</h3></div>',
            "expected one link in an item",
            id="redesigned item",
        ),
    ],
)
def test_a_listing_that_is_empty_or_redesigned_is_named(
    paged: Site, tmp_path: Path, body: bytes, complaint: str
) -> None:
    paged.answers["/news/"] = Said(body=body)
    with pytest.raises(BadListing, match=complaint):
        _numbers(paged, tmp_path)


@pytest.mark.parametrize("way_seen_before", [None, "listing"])
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'<div class="listing-item-count">0 news</div>', id="empty"),
        pytest.param(b"<h2>All our news</h2>", id="redesigned"),
    ],
)
def test_a_wrong_listing_is_an_alarm_also_where_another_way_gives_no_answer(
    paged: Site, tmp_path: Path, body: bytes, way_seen_before: str | None
) -> None:
    paged.answers["/news/"] = [Said(body=body), Said(status=503)] if way_seen_before else Said(body=body)
    paged.answers["/sitemap_index.xml"] = Said(status=503)
    memory = PollMemory()
    if way_seen_before:
        memory.probes["handmade"] = Probe(way=way_seen_before, rest_base=None, asked_at=datetime.now(tz=UTC))
    with client(tmp_path, memory) as asking, pytest.raises(BadListing, match="no way to list it works"):
        list(listings(paged.source(), asking, memory))


def test_that_rest_serves_no_releases_makes_no_alarm_of_a_passing_trouble(paged: Site, tmp_path: Path) -> None:
    paged.answers["/wp-json/wp/v2/types"] = Said(body=b'{"post": {"rest_base": "posts"}}')
    paged.answers["/news/"] = Said(status=503)
    with pytest.raises(TransportFailed):
        _numbers(paged, tmp_path)


def test_a_listing_that_leads_elsewhere_is_none(paged: Site, tmp_path: Path) -> None:
    paged.answers["/news/"] = Said(status=302, headers=(("Location", "/"),))
    paged.answers["/"] = Said()
    with pytest.raises(BadListing, match="redirects to"):
        _numbers(paged, tmp_path)


def _post(number: int, **fields: object) -> dict[str, object]:
    return {
        "link": f"{BASE}/news/r{number}/",
        "date": "2026-07-02T00:01:00",
        "modified_gmt": "2026-07-01T23:01:00",
        "title": {"rendered": "Fenmoor &#8211; R&amp;D"},
        **fields,
    }


def _rest(paged: Site, posts: list[dict[str, object]], total: int | None = None) -> None:
    head = (("X-WP-Total", str(len(posts) if total is None else total)), ("X-WP-TotalPages", "1"))
    paged.answers["/wp-json/wp/v2/types"] = Said(body=json.dumps({"news": {"rest_base": "stories"}}).encode())
    for order in ("modified", "date"):
        query = f"per_page=100&page=1&orderby={order}&order=desc&_fields=id,date,modified_gmt,link,title"
        paged.answers[f"/wp-json/wp/v2/stories?{query}"] = Said(body=json.dumps(posts).encode(), headers=head)


def test_rest_says_the_london_day_and_the_instant_of_the_change(paged: Site, tmp_path: Path) -> None:
    _rest(paged, [_post(1)])
    memory = PollMemory()
    with client(tmp_path, memory) as asking:
        (page,) = listings(paged.source(), asking, memory)
    (one,) = page.sightings
    assert one.published_on == date(2026, 7, 2)
    assert one.modified_at == datetime(2026, 7, 1, 23, 1, tzinfo=UTC)
    assert one.title == "Fenmoor – R&D"
    assert (one.url, one.fetch_url) == (f"{BASE}/news/r1", f"{BASE}/news/r1/")
    assert page.claimed_total == 1


def test_posts_elsewhere_on_the_site_are_none_of_ours(paged: Site, tmp_path: Path) -> None:
    _rest(paged, [_post(1), _post(2, link=f"{BASE}/blog/x/"), _post(3, link="https://other.example/news/r3/")])
    assert _numbers(paged, tmp_path) == ["r1"]


@pytest.mark.parametrize(
    "break_it",
    [
        pytest.param(lambda posts: posts[0].pop("link"), id="a post without a link"),
        pytest.param(lambda posts: posts.clear(), id="no posts at all"),
    ],
)
def test_a_rest_answer_that_is_not_what_it_must_be_gives_way_to_the_listing(
    paged: Site, tmp_path: Path, break_it: object
) -> None:
    posts = [_post(1)]
    break_it(posts)  # type: ignore[operator]
    _rest(paged, posts)
    assert _numbers(paged, tmp_path) == ["r5", "r4", "r3", "r2", "r1"]


def test_a_rest_that_claims_more_than_it_shows_is_an_alarm(paged: Site, tmp_path: Path) -> None:
    _rest(paged, [_post(1)], total=2)
    with pytest.raises(BadListing, match="claims 2 items and shows 1"):
        _numbers(paged, tmp_path)
