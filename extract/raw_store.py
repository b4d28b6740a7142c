"""Bodies as they were received, by the SHA-256 of their bytes, and one line for every fetch of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.records import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """One line beside a body: the fields of the Document less its body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong in the store: with which body, and what."""

    sha256: str
    reason: str


class RawStore:
    """`root/ab/abcd….gz` holds a body, `root/ab/abcd….jsonl` a line for each fetch that brought it."""

    def __init__(self, root: Path) -> None:
        raise NotImplementedError

    def keep(self, document: Document) -> str:
        """Keep a body and append its fetch; returns the SHA-256.  Safe in many processes at once, and to interrupt."""
        raise NotImplementedError

    def has(self, sha256: str) -> bool:
        """Whether a body is kept."""
        raise NotImplementedError

    def body(self, sha256: str) -> bytes:
        """The bytes, checked against their name.  Raises DamagedBody."""
        raise NotImplementedError

    def fetches(self, sha256: str) -> list[Fetch]:
        """Every fetch that brought this body, oldest first."""
        raise NotImplementedError

    def document(self, sha256: str, url: str | None = None) -> Document:
        """A body with its latest fetch (from `url`, where that is given).  Raises DamagedBody."""
        raise NotImplementedError

    def shas(self) -> Iterator[str]:
        """Every body kept, in the order of their names."""
        raise NotImplementedError

    def forget(self, sha256: str) -> None:
        """Remove a body and its lines, as far as they are there."""
        raise NotImplementedError

    def verify(self, progress: Callable[[str], None] | None = None) -> Iterator[Problem]:
        """Read every body and line again; `progress` is called with each SHA-256."""
        raise NotImplementedError
