"""What the command says to a person: one-line notes and errors on standard error.  Data never passes through here."""

import sys

_QUIET = {"on": False}


def set_quiet(on: bool) -> None:
    """Whether notes are kept back; errors are always said."""
    _QUIET["on"] = on


def is_quiet() -> bool:
    """Whether `--quiet` was given."""
    return _QUIET["on"]


def note(line: str) -> None:
    """Something worth knowing."""
    if not _QUIET["on"]:
        print(line, file=sys.stderr, flush=True)


def error(line: str) -> None:
    """Something that went wrong, in one line."""
    print(f"error: {' '.join(line.split())}", file=sys.stderr, flush=True)
