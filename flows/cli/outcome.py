"""How a command that took releases in ends: a line for each that was not loaded, a summary, and the exit status."""

from collections.abc import Sequence

import typer

from flows.cli import talk
from flows.results import Result, counted, exit_status, sentence
from warehouse.rows import Outcome

_QUIET_OUTCOMES = frozenset({Outcome.LOADED, Outcome.UNCHANGED})


def tell(results: Sequence[Result], *, named: bool) -> None:
    """Print what became of each and leave with the status that says it.

    `named` is whether a person named each address or file: then every one gets its line, and what was not taken in
    makes the status 1.
    """
    for result in results:
        if result.outcome not in _QUIET_OUTCOMES:
            talk.error(result.line()) if named else talk.note(result.line())
        elif named:
            talk.note(result.line())
    talk.note(sentence(counted(results)))
    status = exit_status(results, named=named)
    if status:
        raise typer.Exit(status)
