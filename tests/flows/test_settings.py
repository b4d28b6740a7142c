from pathlib import Path

import pytest

from flows.problems import Problem
from flows.settings import settings


def test_data_folder_moves_everything(monkeypatch):
    monkeypatch.setenv("INSPECTORATE_DATA_DIR", "/srv/releases")
    found = settings()
    assert found.published_path == Path("/srv/releases/inspectorate.duckdb")
    assert found.raw_dir == Path("/srv/releases/pipeline/raw")


def test_a_setting_that_cannot_be_read_is_named_with_its_reason(monkeypatch):
    monkeypatch.setenv("INSPECTORATE_PACE", "fast")
    with pytest.raises(Problem, match=r"INSPECTORATE_PACE: .*number") as problem:
        settings()
    assert problem.value.status == 2


def test_the_command_line_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("INSPECTORATE_DATA_DIR", "/srv/releases")
    assert settings(Path("elsewhere")).data_dir == Path("elsewhere")
