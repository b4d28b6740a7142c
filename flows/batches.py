"""Many things, some at a time."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


def batches(found: Iterable[T], size: int) -> Iterator[list[T]]:
    """The same things in the same order, `size` at a time; the last may be fewer.  Takes no more than it hands on."""
    rest = iter(found)
    while batch := list(islice(rest, size)):
        yield batch
