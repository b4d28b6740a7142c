"""Every fault the sample site can be given, as a plain client meets it, and the orders of a test in another process."""

import json
import time
import tracemalloc

import httpx
import pytest

from extract.sample_site import SampleSite
from extract.sample_site.faults import Fault, endless, gzip_bomb

NEWS = "probation.example"
PAGE = "/news/copsewood-yjs"


@pytest.fixture
def site():
    with SampleSite() as running:
        yield running


@pytest.fixture
def client(site):
    with httpx.Client(trust_env=False, base_url=site.connect_to, headers={"Host": NEWS}) as open_client:
        yield open_client


def test_a_status_with_headers_for_a_while(site, client):
    site.fault("status", f"{NEWS}/news/*", status=429, headers={"Retry-After": "3"}, times=2)
    answers = [client.get(PAGE) for _ in range(3)]
    assert [answered.status_code for answered in answers] == [429, 429, 200]
    assert answers[0].headers["retry-after"] == "3"
    assert [asked.fault for asked in site.requests()] == ["status", "status", None]


def test_a_fault_may_let_some_pass_and_strikes_only_where_it_is_meant_to(site, client):
    site.fault("status", f"{NEWS}{PAGE}", after=1)
    assert [client.get(PAGE).status_code for _ in range(3)] == [200, 503, 503]
    assert client.get("/news/").status_code == 200
    site.mend()
    assert client.get(PAGE).status_code == 200


def test_redirects_away_and_in_a_circle(site, client):
    site.fault("redirect", f"{NEWS}{PAGE}", location="http://127.0.0.1:9/x", times=1)
    site.fault("redirect_loop", f"{NEWS}{PAGE}")
    assert client.get(PAGE).headers["location"] == "http://127.0.0.1:9/x"
    assert client.get(PAGE).headers["location"] == f"http://{NEWS}{PAGE}"


def test_a_slow_body_takes_its_time_and_is_whole(site, client):
    whole = client.get(PAGE).content
    site.fault("slow", f"{NEWS}{PAGE}", seconds=0.05)
    started = time.perf_counter()
    assert client.get(PAGE).content == whole
    assert time.perf_counter() - started >= 0.3


def test_a_truncated_body_breaks_off(site, client):
    site.fault("truncated", f"{NEWS}{PAGE}")
    with pytest.raises(httpx.RemoteProtocolError):
        client.get(PAGE)


def test_a_reset_answers_nothing(site, client):
    site.fault("reset", f"{NEWS}{PAGE}")
    with pytest.raises(httpx.TransportError):
        client.get(PAGE)
    assert site.requests()[-1].status == 0


def test_wrong_type_soft_404_and_captcha(site, client):
    for kind in ("wrong_type", "soft_404", "captcha"):
        site.fault(kind, f"{NEWS}{PAGE}", times=1)
    answers = [client.get(PAGE) for _ in range(3)]
    assert answers[0].headers["content-type"] == "application/pdf"
    assert answers[0].content.startswith(b"%PDF")
    assert answers[1].status_code == 200
    assert "Page not found" in answers[1].text
    assert (answers[2].status_code, answers[2].headers["x-amzn-waf-action"]) == (405, "captcha")


def test_a_gzip_bomb_is_small_and_becomes_large(site, client):
    assert len(gzip_bomb(20)) < 100_000
    site.fault("gzip_bomb", f"{NEWS}{PAGE}", megabytes=20)
    answered = client.get(PAGE)
    assert len(answered.content) > 20 << 20


def test_an_endless_body_comes_in_pieces_and_is_never_held(site, client):
    tracemalloc.start()
    assert sum(len(piece) for piece in endless(64)) == 64 << 20
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1 << 20
    site.fault("endless", f"{NEWS}{PAGE}", megabytes=1024)
    with client.stream("GET", PAGE) as answered:
        got = 0
        for piece in answered.iter_raw():
            got += len(piece)
            if got > 4 << 20:
                break
    assert client.get("/robots.txt").status_code == 200, "a client that hangs up harms nobody"


def test_a_fault_nobody_knows_is_refused_by_name():
    with pytest.raises(ValueError, match="no fault is called 'flood'; there are status, redirect"):
        Fault(kind="flood", where="*")


def test_another_process_may_look_add_change_switch_and_break(site):
    base = f"{site.connect_to}/__sample__/"
    with httpx.Client(trust_env=False) as admin:
        before = len(admin.get(f"{base}truth").json())
        added = {"name": "from-outside", "title": "From outside", "published_on": "2026-11-05", "body": "One.\n\nTwo."}
        assert admin.post(f"{base}releases", content=json.dumps(added)).status_code == 201
        truth = admin.get(f"{base}truth").json()
        assert (len(truth), truth[0]["title"]) == (before + 1, "From outside")
        admin.post(f"{base}changes", content=json.dumps({"name": "from-outside", "title": "Changed"}))
        assert admin.get(f"{base}truth").json()[0]["title"] == "Changed"
        admin.post(f"{base}switches", content=json.dumps({"rest": False}))
        assert site.switches.rest is False
        admin.post(f"{base}faults", content=json.dumps({"kind": "reset", "where": "*"}))
        assert len(site.state.faults) == 1
        admin.post(f"{base}faults", content="{}")
        assert site.state.faults == []
        admin.post(f"{base}withdrawals", content=json.dumps({"name": "from-outside", "status": 404}))
        assert len(admin.get(f"{base}truth").json()) == before
        assert admin.get(f"{base}log").json() == []
        assert admin.post(f"{base}switches", content='{"nonsense": 1}').status_code == 400
        assert admin.get(f"{base}nothing").status_code == 404


def test_an_invented_host_leads_to_no_orders(client, site):
    assert client.get("/__sample__/truth").status_code == 404
    assert client.post("/__sample__/releases", content=b"{}").status_code == 405
