"""Where a command writes what a person asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.problems import Problem


@contextmanager
def written_to(path: Path) -> Iterator[None]:
    """Around the writing of what goes to `path`.  Raises Problem, one line, where that place cannot be written."""
    try:
        yield
    except OSError as wrong:
        raise Problem(f"{wrong.filename or path}: not written: {wrong.strerror}; name another place") from wrong
