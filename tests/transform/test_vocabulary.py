"""The vocabulary as data: each word stands once in its list, and each list is read by a rule."""

import ast
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import transform

ROOM = Path(transform.__file__).parent
FILES = sorted((ROOM / "vocabulary").glob("*.toml"))
# Its tables are kinds of noun, which are looked up by the nouns they hold and not by name.
READ_WHOLE = {"subjects"}


def _lists(table: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(table, dict):
        for key, value in table.items():
            yield from _lists(value, f"{path}.{key}")
    elif isinstance(table, list) and all(isinstance(word, str) for word in table):
        yield path, table
    elif isinstance(table, list):
        for place, value in enumerate(table):
            yield from _lists(value, f"{path}[{place}]")
    elif isinstance(table, str) and "\n" in table:
        yield path, table.split()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_word_stands_twice_in_a_list(file: Path) -> None:
    lists = dict(_lists(tomllib.loads(file.read_text(encoding="utf-8"))))
    twice = {path: [word for word, times in Counter(words).items() if times > 1] for path, words in lists.items()}
    assert {path: words for path, words in twice.items() if words} == {}


def test_every_table_of_the_vocabulary_is_read() -> None:
    literals = {
        node.value
        for module in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    unread = {
        f"{file.stem}: {key}"
        for file in FILES
        if file.stem not in READ_WHOLE
        for key in tomllib.loads(file.read_text(encoding="utf-8"))
        if key not in literals
    }
    assert unread == set()
