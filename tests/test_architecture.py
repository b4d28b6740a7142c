"""The house holds: imports run one way, rooms stay small, and the repository names no host and no machine."""

import ast
import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("extract", "transform", "warehouse", "flows")
MODULES = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))

# What each room may import of the others; `flows` joins them all.
ALLOWED_ROOMS = {
    "extract": lambda module: module.split(".")[0] == "extract",
    "transform": lambda module: module.split(".")[0] == "transform" or module == "extract.records",
    "warehouse": lambda module: module.split(".")[0] == "warehouse" or module == "transform.rows",
    "flows": lambda module: True,
}
NOT_IN_TRANSFORM = {"httpx", "bs4", "duckdb", "prefect", "time", "random", "socket", "requests", "lxml"}


def imported(path: Path) -> set[str]:
    """Every module a file imports, dotted (`from a.b import c` gives `a.b.c` where c is a module, else `a.b`)."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            for alias in node.names:
                inner = ROOT / Path(*node.module.split("."), alias.name)
                is_module = inner.with_suffix(".py").exists() or (inner / "__init__.py").exists()
                names.add(f"{node.module}.{alias.name}" if is_module else node.module)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    room = path.relative_to(ROOT).parts[0]
    for module in imported(path):
        if module.split(".")[0] in ROOMS:
            assert ALLOWED_ROOMS[room](module), f"{path.relative_to(ROOT)} imports {module}"


def test_prefect_is_imported_in_flows_alone() -> None:
    outside = [path for path in MODULES if "flows" not in path.relative_to(ROOT).parts[:1]]
    assert [str(path) for path in outside if any(name.split(".")[0] == "prefect" for name in imported(path))] == []


def test_transform_is_pure() -> None:
    pure = [path for path in MODULES if path.relative_to(ROOT).parts[0] == "transform"]
    assert pure
    impure = {
        str(path): bad for path in pure if (bad := {name.split(".")[0] for name in imported(path)} & NOT_IN_TRANSFORM)
    }
    assert impure == {}


def test_transform_and_layouts_read_no_clock() -> None:
    clock = re.compile(r"\.(?:now|today|utcnow)\(")
    pure = [path for path in MODULES if path.relative_to(ROOT).parts[:1] == ("transform",) or "layouts" in path.parts]
    assert [str(path) for path in pure if clock.search(path.read_text(encoding="utf-8"))] == []


def test_the_client_alone_knows_httpx() -> None:
    asking = {str(path.relative_to(ROOT)) for path in MODULES if "httpx" in {m.split(".")[0] for m in imported(path)}}
    assert {name for name in asking if name.startswith("extract/")} == {
        "extract/http.py",
        "extract/http_connections.py",
    }


def test_modules_stay_small() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}
    assert statistics.median(length for length in lengths.values() if length) < 120


def test_every_module_says_what_it_is_for() -> None:
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]
    assert [str(path.relative_to(ROOT)) for path in silent] == []


def test_the_one_broad_except_stands_at_the_border() -> None:
    broad = [
        (str(path.relative_to(ROOT)), node.lineno)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"}))
    ]
    assert {name for name, _ in broad} <= {"flows/ingest.py"}
    assert len(broad) <= 1


def tracked_texts() -> list[tuple[str, str]]:
    """Every tracked text file; in a tree without git (an unpacked archive), every file of the rooms and the tests."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else [str(path.relative_to(ROOT)) for path in MODULES]
    texts = []
    for name in filter(None, names):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".png", ".gz", ".svg"}:
            texts.append((name, path.read_text(encoding="utf-8", errors="replace")))
    return texts


def test_the_repository_names_no_registry_and_no_path_of_a_machine() -> None:
    hosts = "|".join(("py" + r"pi\.org", "python" + r"hosted\.org", "registry\\." + "npmjs", "deb\\." + r"debian\.org"))
    machine = re.compile(rf"(?:{hosts})|(?:^|[^A-Za-z0-9_.])/(?:wo" + r"rk|farm|ro" + r"ot)/[a-z.]", re.MULTILINE)
    assert [name for name, text in tracked_texts() if machine.search(text)] == []
