"""Every repeat in a pattern is bounded, or possessive: what architecture.md promises of time on hostile input."""

import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest

from tests.patterns import ROOT, unbounded

_parser: Any = import_module("re._parser")


def test_every_repeat_in_a_pattern_is_bounded() -> None:
    # In a process of its own: a pattern is seen only while it is compiled, and most are when their module is imported.
    told = subprocess.run(
        [sys.executable, "-m", "tests.patterns"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == ""


@pytest.mark.parametrize("pattern", ["a+", "(?:ab?)*x", "x(?=[a-z]*?y)", "(a|b(c{2,}))", "(?:x|(?!y+))"])
def test_a_repeat_without_a_bound_is_seen_wherever_it_stands(pattern: str) -> None:
    assert [*unbounded(_parser.parse(pattern))]


@pytest.mark.parametrize("pattern", ["a{1,3}", "a++b", "(?:x[a-z]{0,40}){1,8}", "(?=a?)b"])
def test_a_bounded_or_possessive_repeat_is_none(pattern: str) -> None:
    assert [*unbounded(_parser.parse(pattern))] == []
