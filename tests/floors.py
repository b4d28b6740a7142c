"""`make eval`: scores of the rules against gold, side by side, held to floors that only rise.

Prints one column for the open gold, one for the part kept out of rule-writing, one for every further folder named, and
one for each peer that is installed.  Ends in 1 when a score is under its floor.
"""

import sys
import tomllib
from pathlib import Path

from flows.cli.evaluate import print_scores, score_of
from transform.evaluation.scores import SCORED_FIELDS, Score

GOLD = Path(__file__).parent / "gold"
FLOORS = GOLD / "floors.toml"


def measured(score: Score) -> dict[str, float]:
    """The figures that have floors (shares, higher is better), by name."""
    figures: dict[str, float] = {}
    for name, columns in SCORED_FIELDS.items():
        table = score.tables[name]
        if name != "releases":
            figures[f"{name}_f1"] = table.f1
        figures |= {f"{name}_{column}": table.accuracy(column) for column in columns}
    return figures


def under_floor(name: str, score: Score, floors: dict[str, float]) -> list[str]:
    """One line for each figure under its floor, and for spans, words or traps over their ceiling (0 by default)."""
    lines = [
        f"{name}: {figure} is {value:.4f}, its floor {floors[figure]:.4f}"
        for figure, value in measured(score).items()
        if value < floors.get(figure, 0.0)
    ]
    lines += [
        f"{name}: {count} is {getattr(score, count)}, and must be at most {floors.get(f'{count}_at_most', 0):.0f}"
        for count in ("spans_not_holding", "words_not_holding", "traps_hit")
        if getattr(score, count) > floors.get(f"{count}_at_most", 0)
    ]
    return lines


def main(folders: list[str]) -> int:
    """Print the table; returns the exit status."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    own = {"open": GOLD / "open", "held out": GOLD / "held_out"}
    further = {Path(folder).name: Path(folder) for folder in folders if Path(folder).resolve() != GOLD.resolve()}
    results = {name: score_of([path]) for name, path in (own | further).items()}
    print_scores(results)
    under = [
        line
        for name, score in results.items()
        for line in under_floor(name, score, floors[name.replace(" ", "_")] if name in own else floors["further"])
    ]
    for line in under:
        print(line, file=sys.stderr)
    print_peers()
    if under:
        print("eval: under the floor; `inspectorate evaluate FOLDER --misses` lists the rows", file=sys.stderr)
    return 1 if under else 0


def print_peers() -> None:
    """Print what installed peers score on the same gold, or how to install them."""
    from tests.peers import peer_lines

    for line in peer_lines(GOLD):
        print(line)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
