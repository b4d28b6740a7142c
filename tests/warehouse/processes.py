"""Real processes that start in no time: forked from one that has done the imports and opened nothing."""

from multiprocessing import get_context
from multiprocessing.context import ForkServerContext


def processes() -> ForkServerContext:
    """A context whose `Process` is a process of its own, with its own DuckDB."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.warehouse.crashing", "tests.warehouse.test_identity"])
    return context
