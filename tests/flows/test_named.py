"""What a person names: every kind of bad input beside a good one, through real HTTP and a real warehouse."""

from pathlib import Path

import pytest

from extract.errors import UnknownLayout
from flows import named, steps_read
from flows.problems import Problem
from flows.results import exit_status
from tests.flows.helpers import published_rows, rows
from warehouse.connect import reading_build
from warehouse.errors import MixedWarehouse
from warehouse.rows import Outcome, Reason

GOOD = """Brackenshire Youth Justice Service rated ‘Good’

Brackenshire Youth Justice Service has received an overall rating of ‘Good’ following an inspection by HM
Inspectorate of Probation. This is an invented release.

Chief Inspector of Probation Martin Jones said: “Staff in Brackenshire know the children they work with, and it
shows in what they do every day of the week.”

Inspectors looked at 25 cases, and found that 80 per cent of them were planned well.

ENDS

Notes to editors

1. The report is available on our website from 3 June 2025 at 00.01.
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "good.txt"
    file.write_text(GOOD, encoding="utf-8")
    return file


def test_each_bad_input_has_its_line_and_row_and_the_good_one_is_loaded(tmp_path, settings, site, good):
    (tmp_path / "empty.txt").touch()
    (tmp_path / "scan.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj <<>> endobj\n")
    (tmp_path / "big.html").write_bytes(b"a" * 20_000_000)
    names = [str(tmp_path / name) for name in ("missing.txt", "empty.txt", "scan.html", "big.html")]
    gone, blog = f"{site.base_url}/news/not-there", f"{site.base_url}/news"

    results = named.ingest(settings, [*names, gone, blog, str(good)])

    lines = {result.name: result.line() for result in results}
    assert lines[names[0]] == f"{names[0]}: not read: there is no such file"
    assert lines["empty.txt"].startswith("empty.txt: quarantined: ")
    assert "PDF" in lines["scan.html"]
    assert "10 MiB" in lines["big.html"]
    assert lines[gone].startswith(f"{gone}: gone: ")
    assert "404" in lines[gone]
    assert lines[blog].startswith(f"{blog}: not_a_release: ")
    assert lines["good.txt"].startswith("good.txt: loaded")
    assert exit_status(results, named=True) == 1

    quarantined = rows(settings, "select name, stage, length(sha256) from pipeline.quarantine order by name")
    assert quarantined == [("big.html", "fetch", 64), ("empty.txt", "layout", 64), ("scan.html", "layout", 64)]
    states = rows(settings, "select url, state from pipeline.discoveries order by url")
    assert states == [(blog, "not_a_release"), (gone, "gone")]
    assert published_rows(settings, "select title, url from releases") == [
        ("Brackenshire Youth Justice Service rated ‘Good’", None)
    ]


def test_a_file_is_the_same_release_whatever_folder_it_lies_in(tmp_path, settings, good):
    elsewhere = tmp_path / "elsewhere" / "other name.txt"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(good.read_bytes())
    assert [result.outcome for result in named.ingest(settings, [str(good)])] == [Outcome.LOADED]
    assert [result.outcome for result in named.ingest(settings, [str(elsewhere)])] == [Outcome.UNCHANGED]
    assert rows(settings, "select count(*) from releases") == [(1,)]


def test_an_address_given_with_a_file_is_the_releases(settings, site, good):
    address = f"{site.base_url}/news/brackenshire/?utm_source=mail"
    named.ingest(settings, [str(good)], url=address)
    assert rows(settings, "select url from releases") == [(f"{site.base_url}/news/brackenshire",)]
    assert site.requests() == []


def test_an_address_with_two_files_is_wrong_use(settings, good):
    with pytest.raises(Problem, match="exactly one file") as problem:
        named.ingest(settings, [str(good), str(good)], url="http://probation.example/news/x")
    assert problem.value.status == 2


def test_a_place_no_source_allows_is_refused_before_any_request(settings, site):
    results = named.ingest(settings, ["http://127.0.0.1:9/news/x", "http://elsewhere.example/news/x"])
    assert [result.said for result in results] == ["refused", "refused"]
    assert exit_status(results, named=True) == 1
    assert site.requests() == []


def test_a_file_goes_beside_invented_releases_and_a_real_address_is_refused_before_any_request(settings, site, good):
    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    assert [result.outcome for result in named.ingest(settings, [address, str(good)])] == [Outcome.LOADED] * 2
    asked = len(site.requests())
    real = settings.model_copy(update={"sources_dir": None})
    with pytest.raises(MixedWarehouse, match="none from hale_news"):
        named.ingest(real, ["https://hmiprobation.justiceinspectorates.gov.uk/news/a-real-one"])
    assert len(site.requests()) == asked


def test_one_rule_that_fails_with_a_bug_of_ours_takes_no_other_release_with_it(settings, good, tmp_path, monkeypatch):
    other = tmp_path / "other.txt"
    other.write_text(GOOD.replace("Brackenshire", "Withyshire"), encoding="utf-8")
    derive = steps_read.derive

    def broken(release):
        if "Withyshire" in release.text:
            raise ZeroDivisionError("a rule divided by nought")
        return derive(release)

    monkeypatch.setattr(steps_read, "derive", broken)
    results = named.ingest(settings, [str(other), str(good)])

    assert [result.outcome for result in results] == [Outcome.QUARANTINED, Outcome.LOADED]
    assert exit_status(results, named=False) == 1
    [(stage, reason, detail)] = rows(settings, "select stage, reason, detail from pipeline.quarantine")
    assert stage == "bug"
    assert "ZeroDivisionError: a rule divided by nought" in reason
    assert "in broken" in detail


def test_what_a_newer_parser_can_read_is_taken_in_again_from_the_kept_bytes(settings, good, monkeypatch):
    read = steps_read.read_document

    def strict(_document):
        raise UnknownLayout("expected one title, found 0")

    monkeypatch.setattr(steps_read, "read_document", strict)
    named.ingest(settings, [str(good)])
    good.unlink()
    monkeypatch.setattr(steps_read, "read_document", read)

    from warehouse.quarantine import listed

    with reading_build(settings.data_dir) as con:
        waiting = listed(con)
    assert [row.name for row in waiting] == ["good.txt"]
    assert [result.outcome for result in named.retry_quarantined(settings, waiting)] == [Outcome.LOADED]
    assert rows(settings, "select count(*) from pipeline.quarantine") == [(0,)]


def test_an_address_is_taken_in_again_from_quarantine_by_one_fetch(settings, site, monkeypatch):
    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    site.fault("wrong_type", "probation.example/news/*", times=1)
    assert [result.outcome for result in named.ingest(settings, [address])] == [Outcome.QUARANTINED]
    from warehouse.quarantine import listed

    with reading_build(settings.data_dir) as con:
        waiting = listed(con)
    assert [result.outcome for result in named.retry_quarantined(settings, waiting)] == [Outcome.LOADED]
    assert len(site.requests(path=address.removeprefix(site.base_url))) == 2


def test_an_event_that_comes_five_times_is_one_fetch_and_one_load(settings, site):
    from flows.ingest import take_in
    from flows.runs import RunOf

    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    outcomes = []
    for _ in range(5):
        dues, standing = named.named_dues(settings, {address: Reason.ASKED}, again=False)
        outcomes += [result.outcome for result in [*standing, *take_in(settings, dues, RunOf(command="ingest"))]]
    assert outcomes == [Outcome.LOADED, *[Outcome.UNCHANGED] * 4]
    assert len(site.requests(path=address.removeprefix(site.base_url))) == 1


def test_what_another_run_claims_is_left_to_it(settings, site):
    from flows.ingest import take_in
    from flows.runs import RunOf
    from flows.steps_load import claim_batch

    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    dues, _ = named.named_dues(settings, {address: Reason.NEW}, again=False)
    other = RunOf(command="ingest")
    assert claim_batch(settings, [address], other) == {address}
    [result] = take_in(settings, dues, RunOf(command="ingest"))
    assert (result.outcome, result.reason) == (Outcome.PENDING, "another run is taking it in")
    assert site.requests() == []


def test_what_another_run_settled_since_ours_began_is_not_fetched_once_more(settings, site):
    from flows.ingest import take_in
    from flows.runs import RunOf

    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    dues, _ = named.named_dues(settings, {address: Reason.NEW}, again=False)
    ours = RunOf(command="backfill")
    assert [result.outcome for result in take_in(settings, dues, RunOf(command="backfill"))] == [Outcome.LOADED]
    [result] = take_in(settings, dues, ours)
    assert (result.outcome, result.reason) == (Outcome.UNCHANGED, None)
    assert len(site.requests(path=address.removeprefix(site.base_url))) == 1


def test_the_claim_of_a_dead_run_holds_nobody_up(settings, site):
    from flows import processes
    from flows.ingest import take_in
    from flows.runs import RunOf
    from flows.steps_load import claim_batch

    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    dues, _ = named.named_dues(settings, {address: Reason.NEW}, again=False)
    run = RunOf(command="ingest")
    host, pid, _, number = run.by.split("/")
    dead = RunOf(command="ingest", by=f"{host}/{pid}/1/{number}")
    assert processes.started(int(pid)) != "1"
    claim_batch(settings, [address], dead)
    assert [result.outcome for result in take_in(settings, dues, run)] == [Outcome.LOADED]


def test_an_address_of_another_kind_is_refused_as_an_address_and_not_looked_for_as_a_file(settings, good):
    [file, refused] = named.ingest(settings, [str(good), "ftp://probation.example/news/x"])
    assert file.outcome is Outcome.LOADED
    assert refused.line() == "ftp://probation.example/news/x: refused: is no http or https address"
