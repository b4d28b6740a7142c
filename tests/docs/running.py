"""Running an example of the documentation as a reader would, against the demonstration's warehouse.

`python -m tests.docs.running DEMO_DIR` writes the outputs and the data dictionary into the pages anew; read the
difference before you commit it.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.docs.blocks import Example, rewritten
from warehouse.connect import reading
from warehouse.dictionary import render

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])


def output(example: Example, folder: Path) -> str:
    """What the example prints on standard output, run in `folder`, where `data/demo` is the demonstration's data."""
    tools = Path(sys.executable).parent
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("INSPECTORATE_", "PREFECT_"))
    }
    environment |= {
        "PATH": f"{tools}:{os.environ['PATH']}",
        "COLUMNS": "110",
        "NO_COLOR": "1",
        "INSPECTORATE_DATA_DIR": "data/demo",
    }
    command = {
        "sh": ["bash", "-c", example.code],
        "sql": ["inspectorate", "query", example.code],
        "python": [sys.executable, "-c", example.code],
    }[example.language]
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, f"{example}: exit {done.returncode}\n{done.stderr}"
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


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
