"""Which rules read a release: a hash of everything that decides what a row says.  Computed, never set by hand."""

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

# Scoring against gold changes no row.
_LEFT_OUT = frozenset({"__pycache__", "evaluation", "py.typed"})


@cache
def rules_version() -> str:
    """Twelve hex digits over the sources and data of `extract/layouts`, its text and selectors, and `transform/`.

    The same on every machine that has the same files; whether they are installed from a wheel does not matter.
    """
    extract = files("extract")
    texts = sorted(
        (entry for entry in extract.iterdir() if entry.name.startswith(("text", "select"))),
        key=lambda entry: entry.name,
    )
    digest = hashlib.sha256()
    for root in (extract.joinpath("layouts"), *texts, files("transform")):
        for name, content in _files(root, root.name):
            digest.update(f"{name}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:12]


def _files(entry: Traversable, name: str) -> list[tuple[str, bytes]]:
    if entry.is_file():
        return [] if name.endswith(".pyc") else [(name, entry.read_bytes())]
    return [
        found
        for inner in sorted(entry.iterdir(), key=lambda inner: inner.name)
        if inner.name not in _LEFT_OUT
        for found in _files(inner, f"{name}/{inner.name}")
    ]
