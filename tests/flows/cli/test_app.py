"""The command as a whole: every help text's example runs, wrong use is one line, nothing heavy is imported in vain."""

import contextlib
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
import typer
from typer.testing import CliRunner

from extract.errors import Refused
from flows.cli import app as app_module
from flows.cli.app import app
from flows.problems import Problem
from tests.flows.processes_of import ran
from tests.flows.test_named import GOOD
from warehouse.quarantine import id_of

ROOT = Path(__file__).parents[3]
PDF = b"%PDF-1.7\n"
ADDRESS = "https://hmiprobation.justiceinspectorates.gov.uk/news/some-release"
# Examples name real places; a test never leaves loopback.
STAND_INS: dict[str, str] = {
    "hale_news": "sample_news",
    "ukgwa": "sample_ukgwa",
    "tests/gold/open": "one-gold",
    "tests/gold": "one-gold",
    "0a1b2c3d4e5f60718293": "{release_id}",
    ADDRESS: "http://probation.example/news/some-release",
    "scan.pdf": "empty.txt",
    "9f8e7d6c5b4a": id_of(None, hashlib.sha256(PDF).hexdigest())[:12],
}
# `test_serve.py` and `test_sample_site.py` run these.
ENDLESS = ("serve", "sample-site serve", "sample-site demo")


def _commands() -> Iterator[tuple[str, str]]:
    """Every command's name and its help with the examples."""
    root = typer.main.get_command(app)
    yield "", f"{root.help} {root.epilog or ''}"
    for name, command in root.commands.items():
        yield name, f"{command.help or ''} {command.epilog or ''}"
        for inner, below in getattr(command, "commands", {}).items():
            yield f"{name} {inner}", f"{below.help or ''} {below.epilog or ''}"


def _examples() -> Iterator[tuple[str, str]]:
    for name, text in _commands():
        for line in re.split(r"\n|Examples?:|, or: | && ", text):
            found = line.strip().rstrip(".")
            if found.startswith("inspectorate "):
                yield name, found.removeprefix("inspectorate ")


def test_every_command_has_an_example():
    with_examples = {name for name, _ in _examples()}
    assert [name for name, _ in _commands() if name not in with_examples] == []


@pytest.fixture
def a_folder(settings, site, tmp_path, monkeypatch, prefect):
    """What the examples name: files, a warehouse with two releases, and two files in quarantine."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "release.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "scan.html").write_bytes(PDF)
    (tmp_path / "one-gold").mkdir()
    gold = min((ROOT / "tests" / "gold").rglob("*.gold.json"))
    for file in gold.parent.glob(f"{gold.name.removesuffix('.gold.json')}.*"):
        shutil.copy(file, tmp_path / "one-gold")
    address = site.truth("sample_news")[0].addresses["sample_news"][0]
    page = httpx.get(f"{site.connect_to}{address.removeprefix(site.base_url)}", trust_env=False)
    (tmp_path / "page.html").write_bytes(page.content)
    from flows import named

    named.ingest(settings, ["page.html"], url=STAND_INS[ADDRESS])
    named.ingest(settings, ["release.txt", "empty.txt", "scan.html"])
    monkeypatch.setattr("flows.embedded.embedded", lambda _settings: contextlib.nullcontext())
    monkeypatch.setattr("flows.cli.polls.embedded", lambda _settings: contextlib.nullcontext())
    from tests.flows.helpers import rows

    [(release_id,)] = rows(settings, "select release_id from releases where url is not null")
    return release_id


# What an example says of something that is wrong ends in 1, as it must.
STATUS = {"quarantine retry empty.txt": 1, "quarantine retry --all": 1}


def test_every_example_runs(a_folder):
    failed = []
    for name, example in _examples():
        if name in ENDLESS or "serve" in example.split()[:2] or "demo" in example:
            continue
        for real, stand_in in STAND_INS.items():
            example = example.replace(real, stand_in)
        example = example.format(release_id=a_folder)
        words = shlex.split(example.partition(" > ")[0])
        ended = CliRunner().invoke(app, words)
        if ended.exit_code != STATUS.get(" ".join(words), 0):
            failed.append((example, ended.exit_code, ended.output[-500:], ended.exception))
    assert failed == []


def test_prefect_is_not_imported_where_no_flow_runs(settings, tmp_path):
    (tmp_path / "release.txt").write_text(GOOD, encoding="utf-8")
    script = """
import sys
from flows.cli import app
for words in (["parse", "release.txt"], ["explain", "release.txt"], ["ingest", "release.txt"], ["query", "--list"],
              ["status"], ["--help"]):
    sys.argv = ["inspectorate", *words]
    try:
        app.main()
    except SystemExit as end:
        assert not end.code, words
    assert "prefect" not in sys.modules, words
"""
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "wrong", "next_step"),
    [
        pytest.param(["ingets"], 2, "No such command 'ingets'", "Try: inspectorate --help", id="no such command"),
        pytest.param(
            ["query", "--format", "xml", "x"],
            2,
            "'xml' is not one of",
            "Try: inspectorate query --help",
            id="no format",
        ),
        pytest.param(
            ["backfill"], 2, "Missing option '--since'", "Try: inspectorate backfill --help", id="an option left out"
        ),
        pytest.param(
            ["backfill", "--since", "yesterday"],
            2,
            "does not match the format",
            "Try: inspectorate backfill --help",
            id="no date",
        ),
        pytest.param(
            ["ingest", "a", "b", "--url", ADDRESS],
            2,
            "goes with exactly one file",
            "Try: inspectorate ingest --help",
            id="an address for two files",
        ),
        pytest.param(["query"], 2, "nothing asked", "Try: inspectorate query --list", id="no question"),
        pytest.param(
            ["query", "select 1"],
            1,
            "inspectorate.duckdb: nothing has been published",
            "try `inspectorate watch` or `inspectorate ingest FILE`",
            id="nothing published yet",
        ),
        pytest.param(
            ["status"],
            1,
            "build.duckdb: nothing has been loaded",
            "try `inspectorate watch` or `inspectorate ingest FILE`",
            id="no warehouse yet",
        ),
        pytest.param(
            ["quarantine", "retry"],
            2,
            "name one, or give --all",
            "Try: inspectorate quarantine list",
            id="nothing named",
        ),
        pytest.param(
            ["explain", "0a1b2c3d"],
            1,
            "neither a file nor a release",
            "Try: inspectorate query",
            id="neither a file nor a release",
        ),
        pytest.param(
            ["parse", ADDRESS],
            2,
            "is an address, and parse asks no site",
            f"Try: inspectorate ingest {ADDRESS}",
            id="an address where a file is read",
        ),
        pytest.param(
            ["watch", "--source", "x"], 2, "there is no source 'x'", "there are hale_news, ", id="no such source"
        ),
        pytest.param(
            ["evaluate", "nowhere"],
            1,
            "nowhere: no *.gold.json in it",
            "name a folder of annotated releases",
            id="no gold",
        ),
    ],
)
def test_what_goes_wrong_is_one_line_with_the_next_step(arguments, status, wrong, next_step, monkeypatch, capfd):
    monkeypatch.setattr(sys, "argv", ["inspectorate", *arguments])
    # As the process it is, the command takes signals and ends; here it is one test of many.
    monkeypatch.setattr(app_module.signal, "signal", lambda *_: None)
    monkeypatch.setattr(app_module, "_leave", sys.exit)
    with pytest.raises(SystemExit) as left:
        app_module.main()
    assert left.value.code == status
    said = capfd.readouterr()
    assert said.out == ""
    [line] = said.err.splitlines()
    assert line.startswith("error: ")
    before, step, after = line.partition(next_step)
    assert wrong in before
    assert step, line
    assert not re.search(r"[?!.:;,]{2}", before + after)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["export", "a-file"], id="tables"),
        pytest.param(["export", "--warc", "a-file/below"], id="a WARC"),
        pytest.param(["report", "a-file"], id="a report"),
        pytest.param(["show", "{release_id}", "--html", "nowhere/page.html"], id="a page"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(arguments, a_folder, tmp_path):
    (tmp_path / "a-file").touch()
    ended = CliRunner().invoke(app, [word.format(release_id=a_folder) for word in arguments])
    assert isinstance(ended.exception, Problem)
    assert re.fullmatch(r"(a-file|nowhere)[\w./-]*: not written: .+; name another place", ended.exception.line)


def test_a_name_that_is_no_release_is_not_said_to_be_kept_out(settings, tmp_path):
    (tmp_path / "release.txt").write_text(GOOD, encoding="utf-8")
    ran("ingest", str(tmp_path / "release.txt"))
    ended = ran("forget", "0a1b2c3d")
    assert ended.returncode == 1
    assert ended.stderr == (
        "error: 0a1b2c3d: no release and nothing in quarantine is known by this, and nothing is kept out;"
        " name its address instead, or see inspectorate quarantine list\n"
    )
    assert not (settings.pipeline_dir / "forgotten.jsonl").exists()


def test_an_address_given_with_a_file_is_the_same_whether_it_is_parsed_or_loaded(settings, tmp_path):
    (tmp_path / "release.txt").write_text(GOOD, encoding="utf-8")
    words = ["parse", str(tmp_path / "release.txt"), "--json", "--url"]
    parsed = CliRunner().invoke(app, [*words, f"{ADDRESS}/?utm_source=x#top".replace("https://", "http://www.")])
    assert json.loads(parsed.stdout)["release"]["url"] == ADDRESS
    assert isinstance(CliRunner().invoke(app, [*words, "nonsense"]).exception, Refused)


def test_the_version_is_told():
    assert re.fullmatch(r"inspectorate \d+\.\d+\.\d+\n", CliRunner().invoke(app, ["--version"]).output)


def test_every_command_the_design_names_is_there():
    assert set(app_module.COMMANDS) <= {name.replace("-", "_") for name, _ in _commands()}


def test_quiet_says_nothing_but_errors_and_what_is_no_terminal_gets_no_colours(settings, tmp_path):
    (tmp_path / "release.txt").write_text(GOOD, encoding="utf-8")
    ended = ran("--quiet", "ingest", str(tmp_path / "release.txt"), str(tmp_path / "missing.txt"))
    assert ended.returncode == 1
    assert ended.stderr == f"error: {tmp_path}/missing.txt: not read: there is no such file\n"
    asked = ran("query", "select title from releases")
    assert "Brackenshire" in asked.stdout
    assert "\x1b" not in ended.stdout + asked.stdout + asked.stderr


def test_parse_says_of_a_missing_file_that_it_was_not_read(tmp_path):
    ended = ran("parse", str(tmp_path / "missing.txt"), "--json")
    assert ended.returncode == 1
    assert ended.stderr == f"error: {tmp_path}/missing.txt: not read: there is no such file\n"
    assert json.loads(ended.stdout)["outcome"] == "not read"
