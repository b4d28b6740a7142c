"""Running an example of the documentation as a reader would, against the demonstration's warehouse.

`python -m tests.docs.running DEMO_DIR` writes the outputs and the data dictionary into the pages anew; read the
difference before you commit it.
"""

import contextlib
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from tests.docs.blocks import Example, rewritten
from warehouse.connect import reading
from warehouse.dictionary import render

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def output(example: Example, folder: Path) -> str:
    """What the example prints on standard output, run in `folder`, where `data/demo` is the demonstration's data."""
    words = ["inspectorate", "query", example.code] if example.language == "sql" else _plain_words(example)
    printed = _here(words[1:], folder, str(example)) if words[:1] == ["inspectorate"] else _apart(example, folder)
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


_ENVIRONMENT = {"COLUMNS": "110", "NO_COLOR": "1", "INSPECTORATE_DATA_DIR": "data/demo"}


def _plain_words(example: Example) -> list[str]:
    """The words of a command that needs no shell; none for what needs one."""
    return shlex.split(example.code) if example.language == "sh" and not set(example.code) & set("|<>$;&*`") else []


def _here(arguments: list[str], folder: Path, name: str) -> str:
    """Run a command of ours in this process: starting one takes a second."""
    from flows.cli.app import app

    with contextlib.chdir(folder), _environment():
        done = CliRunner().invoke(app, arguments)
    assert done.exit_code == 0, f"{name}: exit {done.exit_code}\n{done.stderr}"
    return done.stdout


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    """A reader's environment in place of ours."""
    before = dict(os.environ)
    for name in [name for name in before if name.startswith(("INSPECTORATE_", "PREFECT_"))]:
        del os.environ[name]
    os.environ.update(_ENVIRONMENT)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _apart(example: Example, folder: Path) -> str:
    """Run a shell's line or a program in a process of its own."""
    with _environment():
        environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    command = ["bash", "-c", example.code] if example.language == "sh" else [sys.executable, "-c", example.code]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{example}: exit {done.returncode}\n{done.stderr}"
    return done.stdout


def prepared(folder: Path, demo: Path) -> Path:
    """A reader's folder: the demonstration's data, and the pages' own files beside it."""
    (folder / "data").mkdir(parents=True)
    (folder / "data" / "demo").symlink_to(demo.resolve())
    for name in ("docs", "tests"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def main(demo: str) -> None:
    """Write every page anew with the outputs its examples have now."""
    from tempfile import TemporaryDirectory

    with reading(Path(demo)) as con:
        (ROOT / "docs" / "data-dictionary.md").write_text(render(con), encoding="utf-8")
    for page in PAGES:
        with TemporaryDirectory() as place:
            folder = prepared(Path(place) / "reader", Path(demo))
            page.write_text(rewritten(page, lambda example, folder=folder: output(example, folder)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
