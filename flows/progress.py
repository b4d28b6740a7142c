"""How far a run has got: a bar with counts and remaining time on a terminal, plain lines where there is none."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flows.cli import talk

# Called with how many are done, of how many, and what the last one was.
Tell = Callable[[int, int, str], None]
LINE_EVERY_SECONDS = 5.0


def silent(_done: int, _total: int, _last: str) -> None:
    """Tell nobody."""


@contextmanager
def progress(what: str) -> Iterator[Tell]:
    """A `Tell` for the length of the block, on standard error; silent under `--quiet`."""
    if talk.is_quiet():
        yield silent
    elif sys.stderr.isatty():
        with _bar(what) as tell:
            yield tell
    else:
        yield _lines(what)


def _lines(what: str) -> Tell:
    told = {"at": time.monotonic(), "done": 0}

    def tell(done: int, total: int, last: str) -> None:
        if done != told["done"] and (done == total or time.monotonic() - told["at"] >= LINE_EVERY_SECONDS):
            told.update(at=time.monotonic(), done=done)
            talk.note(f"{what}: {done} of {total}, last {last}")

    return tell


@contextmanager
def _bar(what: str) -> Iterator[Tell]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[last]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(what, total=None, last="")

        def tell(done: int, total: int, last: str) -> None:
            bars.update(task, completed=done, total=total, last=last[-60:])

        yield tell
