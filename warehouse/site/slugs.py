"""File names for names: readable, safe on every file system, and never two alike."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256

_NOT_PLAIN = re.compile(r"[^a-z0-9]++")
_LONGEST = 60


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A file name (without ending) for each name; names that would share one get a hash behind it."""
    plain = {name: _plain(name) for name in names}
    shared: dict[str, int] = {}
    for slug in plain.values():
        shared[slug] = shared.get(slug, 0) + 1
    return {
        name: slug if shared[slug] == 1 and slug else f"{slug}-{sha256(name.encode()).hexdigest()[:8]}".lstrip("-")
        for name, slug in plain.items()
    }


def _plain(name: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return _NOT_PLAIN.sub("-", ascii_only)[:_LONGEST].strip("-")
