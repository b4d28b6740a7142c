"""Lists every repeat without a bound in the patterns that importing the rooms and reading one release compile.

`python -m tests.patterns` prints one line a pattern, and nothing where all are bounded.  A possessive repeat may run
as far as it likes: it gives nothing back, so that it costs no more than the text it takes.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

ROOT = Path(__file__).parent.parent
ROOMS = ("extract", "transform", "warehouse")
_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")


def unbounded(parsed: Any) -> Iterator[str]:
    """Every repeat of a parsed pattern, at any depth, that has no highest count and may give back what it took."""
    for operation, value in parsed:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT") and value[1] is _parser.MAXREPEAT:
            yield name
        parts = value if isinstance(value, (list, tuple)) else (value,)
        for part in parts:
            for inner in part if isinstance(part, list) else (part,):
                if isinstance(inner, _parser.SubPattern):
                    yield from unbounded(inner)


def compiled_here() -> dict[tuple[str, str], int]:
    """Every pattern that a file of the rooms compiles while they are imported and a release is read: file, pattern."""
    found: dict[tuple[str, str], int] = {}
    compile_pattern = _compiler.compile

    def noted(pattern: Any, flags: int = 0) -> Any:
        frame: FrameType | None = sys._getframe(1)
        while frame is not None and Path(frame.f_code.co_filename).parent == Path(re.__file__).parent:
            frame = frame.f_back
        file = Path(frame.f_code.co_filename) if frame is not None else ROOT
        if isinstance(pattern, str) and any(file.is_relative_to(ROOT / room) for room in ROOMS):
            found[str(file.relative_to(ROOT)), pattern] = int(flags)
        return compile_pattern(pattern, flags)

    _compiler.compile = noted
    try:
        for room in ROOMS:
            package = importlib.import_module(room)
            for module in pkgutil.walk_packages(package.__path__, f"{room}."):
                importlib.import_module(module.name)
        layouts, given = importlib.import_module("extract.layouts"), importlib.import_module("flows.cli.given")
        derive = importlib.import_module("transform.derive").derive
        for page in sorted((ROOT / "tests" / "gold" / "open").glob("*.html"))[:20]:
            derive(layouts.read_document(given.document_given(str(page), None, ROOT)))
    finally:
        _compiler.compile = compile_pattern
    return found


def running_on() -> list[str]:
    """The patterns that break the rule, each with its file."""
    return [
        f"{file}: {pattern[:160]!r}"
        for (file, pattern), flags in sorted(compiled_here().items())
        if any(unbounded(_parser.parse(pattern, flags)))
    ]


if __name__ == "__main__":
    print("\n".join(running_on()))
