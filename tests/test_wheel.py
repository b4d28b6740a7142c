"""A wheel built from the tree, installed elsewhere, reads a release: no file a module needs is left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RELEASE = (
    "Anytown PDU fails\n\nJustin Russell, HM Chief Inspector of Probation, said: “Leaders must act on this today.”\n"
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the wheel's contents, and none of this tree's."""
    place = tmp_path_factory.mktemp("wheel")
    tree = place / "tree"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_bytes((ROOT / name).read_bytes())
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq"]
    build = [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(place), str(tree)]
    subprocess.run(build, check=True, capture_output=True, text=True, timeout=300)
    [wheel] = place.glob("*.whl")
    target = place / "installed"
    subprocess.run([*pip, "install", "--no-deps", "--target", str(target), str(wheel)], check=True, timeout=300)
    return target


def run(installed: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(installed), "INSPECTORATE_DATA_DIR": str(installed / "data")}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(
        command, cwd=installed, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_installed_wheel_parses_a_release(installed: Path) -> None:
    (installed / "release.txt").write_text(RELEASE, encoding="utf-8")
    entry = "import sys; from flows.cli.app import main; sys.argv[0] = 'inspectorate'; main()"
    done = run(installed, entry, "parse", "release.txt", "--json")
    assert done.returncode == 0, done.stderr
    [quotation] = json.loads(done.stdout)["quotations"]
    assert (quotation["speaker"], quotation["text"]) == ("Justin Russell", "Leaders must act on this today.")


def test_the_wheel_is_what_was_run(installed: Path) -> None:
    done = run(installed, "import extract, flows, transform, warehouse as w; print(extract.__file__, w.__file__)")
    assert done.stdout.count(str(installed)) == 2


def test_every_data_file_of_the_rooms_is_in_the_wheel(installed: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    rooms = ("extract/", "transform/", "warehouse/", "flows/")
    names = [name for name in listed.stdout.split("\0") if name.startswith(rooms) and (ROOT / name).is_file()]
    assert [name for name in names if not (installed / name).is_file()] == []
