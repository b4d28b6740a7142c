"""Claims of runs that are gone: given up at once, rather than when they would end by themselves."""

import socket

from duckdb import DuckDBPyConnection

from flows import processes
from warehouse import ledger


def give_up_dead(con: DuckDBPyConnection) -> list[str]:
    """Give up the claims of this machine's processes that have ended; whose they were.

    A claim names host, process and the time it started, so that a process id used twice is nobody else's claim.
    """
    claimants = con.execute(
        "select distinct claimed_by from pipeline.discoveries where claimed_by is not null"
    ).fetchall()
    dead = [by for (by,) in claimants if _is_dead(by)]
    for by in dead:
        ledger.let_go(con, by=by)
    return dead


def _is_dead(by: str) -> bool:
    """Whether the claimant was a process of this machine that runs no more; of another machine nothing is known."""
    parts = by.split("/")
    if len(parts) != 4 or parts[0] != socket.gethostname() or not parts[1].isdigit():
        return False
    return not processes.is_running(int(parts[1]), parts[2])
