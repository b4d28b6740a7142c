"""`inspectorate changes` names what a release lost and what it says otherwise, with the old values."""

import json

from typer.testing import CliRunner

from flows import named
from flows.cli.app import app
from tests.flows.test_named import GOOD

ADDRESS = "http://probation.example/news/brackenshire"


def test_a_quotation_lost_and_a_metric_changed_are_named_with_the_old_values(settings, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "release.txt"
    lost = "Mr Jones added: “I expect better when we come back.”"
    file.write_text(GOOD.replace("ENDS", f"{lost}\n\nENDS"), encoding="utf-8")
    named.ingest(settings, ["release.txt"], url=ADDRESS)
    file.write_text(GOOD.replace("80 per cent", "85 per cent"), encoding="utf-8")
    named.ingest(settings, ["release.txt"], url=ADDRESS)

    printed = CliRunner().invoke(app, ["changes", "--since", "2020-01-01"])
    assert printed.exit_code == 0
    lines = [line.split()[2:] for line in printed.stdout.splitlines()]
    assert ["quotations", "gone", "text", *["I", "expect", "better", "when", "we", "come", "back."]] in lines
    assert any(line[:3] == ["metrics", "gone", "text"] and "80" in line for line in lines)
    assert any(line[:3] == ["metrics", "added", "text"] and "85" in line for line in lines)
    assert "speakers" not in printed.stdout

    told = json.loads(CliRunner().invoke(app, ["changes", "--since", "2020-01-01", "--json"]).stdout)
    [quotation] = [one for one in told if (one["table_name"], one["change"]) == ("quotations", "gone")]
    assert (quotation["old"]["speaker"], quotation["new"]) == ("Martin Jones", {})
    [release] = [one for one in told if (one["table_name"], one["change"]) == ("releases", "changed")]
    assert lost in release["old"]["text"]
    assert lost not in release["new"]["text"]


def test_a_day_on_which_nothing_changed_says_so(settings, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "release.txt").write_text(GOOD, encoding="utf-8")
    named.ingest(settings, ["release.txt"])
    assert CliRunner().invoke(app, ["changes", "--since", "2190-01-01"]).stdout == "nothing changed since 2190-01-01\n"
