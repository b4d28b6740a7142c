import shutil
import subprocess
import sys
from pathlib import Path

from flows.rules_version import rules_version

ROOT = Path(__file__).parents[2]
ASK = "from flows.rules_version import rules_version; print(rules_version())"


def _version_in(folder: Path) -> str:
    return subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=folder,
        env={"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def _copy(tmp_path: Path) -> Path:
    for room in ("extract", "transform", "warehouse", "flows"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_it_changes_with_a_rule_a_word_or_a_layout_and_with_nothing_else(tmp_path):
    folder = _copy(tmp_path)
    first = _version_in(folder)
    assert first == rules_version()

    (folder / "transform" / "evaluation" / "scores.py").write_text("# other scores\n")
    (folder / "extract" / "http.py").write_text("# another client\n")
    (folder / "flows" / "watch.py").write_text("# another flow\n")
    assert _version_in(folder) == first

    seen = {first}
    for changed in (
        "transform/kinds.py",
        "extract/layouts/hale.py",
        "extract/text.py",
        "transform/vocabulary/people.toml",
    ):
        with (folder / changed).open("a") as file:
            file.write("\n# one line more\n")
        seen.add(_version_in(folder))
    assert len(seen) == 5
