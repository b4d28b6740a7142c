"""Reviewed corrections beside the addresses of releases, whose one form `transform/` does not know."""

from collections.abc import Sequence

from extract.errors import Refused
from extract.urls import canonical
from flows.problems import Problem
from transform.corrections import Correction, reviewed_corrections

_FILE = "transform/vocabulary/corrections.toml"


def check_corrections() -> None:
    """Nothing, where every reviewed correction can meet its release.  Raises Problem, naming each that cannot."""
    if wrong := misaddressed(reviewed_corrections()):
        raise Problem("; ".join(wrong))


def misaddressed(corrections: Sequence[Correction]) -> list[str]:
    """The corrections whose address is not in its one form, each with what to write: none would ever be applied."""
    found = []
    for correction in corrections:
        about = f"{_FILE}: correction of {correction.words!r}"
        try:
            form = canonical(correction.url)
        except Refused as error:
            found.append(f"{about}: {correction.url!r} {error.reason}; write the release's address")
            continue
        if form != correction.url:
            found.append(f"{about}: write its url {correction.url!r} as {form!r}, the form releases are known by")
    return found
