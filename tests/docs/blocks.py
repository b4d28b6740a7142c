"""The examples of a Markdown page: fenced blocks that can be run, and the output the page shows for each.

- `console`: lines after `$ ` are commands, what follows each is its standard output;
- `sql` or `python` followed by a `text` block: the statement or program, and its output.

A block right under `<!-- not run: why -->` is left alone; the reason is part of the page.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_NOT_RUN = re.compile(r"<!-- not run: \S[^>]{5,300} -->\n\s{0,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Something to run (`language` is sh, sql or python) and the output shown: `text[start:end]` of the page."""

    page: Path
    line: int
    language: str
    code: str
    shown: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def examples(page: Path) -> list[Example]:
    """The examples of a page that are to be run, in order."""
    text = page.read_text(encoding="utf-8")
    fences = [fence for fence in _FENCE.finditer(text) if not _NOT_RUN.search(text, 0, fence.start())]
    found: list[Example] = []
    for index, fence in enumerate(fences):
        line = text.count("\n", 0, fence.start()) + 1
        if fence[1] == "console":
            found += _commands(page, fence, line)
        elif fence[1] in {"sql", "python"} and index + 1 < len(fences) and fences[index + 1][1] == "text":
            shown = fences[index + 1]
            found.append(
                Example(
                    page=page,
                    line=line,
                    language=fence[1],
                    code=fence[2],
                    shown=shown[2],
                    start=shown.start(2),
                    end=shown.end(2),
                )
            )
    return found


def _commands(page: Path, fence: re.Match[str], line: int) -> Iterator[Example]:
    lines = fence[2].splitlines(keepends=True)
    at = fence.start(2)
    index = 0
    while index < len(lines):
        command = lines[index]
        assert command.startswith("$ "), f"{page.name}:{line + index + 1}: a console block starts with a `$ ` line"
        first = line + index + 1
        at += len(command)
        index += 1
        while command.endswith("\\\n"):
            command += lines[index]
            at += len(lines[index])
            index += 1
        start = at
        while index < len(lines) and not lines[index].startswith("$ "):
            at += len(lines[index])
            index += 1
        text = "".join(lines)
        yield Example(
            page=page,
            line=first,
            language="sh",
            code=command[2:],
            shown=text[start - fence.start(2) : at - fence.start(2)],
            start=start,
            end=at,
        )


def rewritten(page: Path, run: Callable[[Example], str]) -> str:
    """The page with every shown output replaced by what `run` gives."""
    text = page.read_text(encoding="utf-8")
    for example in reversed(examples(page)):
        text = text[: example.start] + run(example) + text[example.end :]
    return text
