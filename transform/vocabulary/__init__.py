"""The words the rules know, as TOML.  Read once; a table is never changed after reading."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Table of `<name>.toml` beside this module.  Raises FileNotFoundError for a name that is not there."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
