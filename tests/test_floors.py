"""Floors of the evaluation only rise, and a score under its floor is noticed."""

import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.floors import FLOORS, measured, under_floor
from transform.evaluation.scores import Score, TableScore

ROOT = Path(__file__).parent.parent
NAME = str(FLOORS.relative_to(ROOT))
Floors = dict[str, dict[str, float]]


def committed_versions() -> list[str]:
    """Every version of the floors ever committed, oldest first; none in a tree without its history."""
    log = ["git", "log", "--format=%H", "--reverse", "--", NAME]
    commits = subprocess.run(log, cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    shown = (
        subprocess.run(["git", "show", f"{commit}:{NAME}"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        for commit in commits
    )
    return list(shown)


def fell(figure: str, earlier: float, later: float | None) -> bool:
    """Whether a floor sank, or a ceiling (`…_at_most`, none meaning 0) rose."""
    if figure.endswith("_at_most"):
        return (later or 0) > earlier
    return later is None or later < earlier


def sunk(earlier: Floors, later: Floors) -> list[str]:
    """Each figure that fell between two versions, in the parts that hold the same documents in both (`edition`)."""
    return [
        f"{part}.{figure}: {value} -> {later[part].get(figure)}"
        for part, figures in earlier.items()
        if figures.get("edition", 1) == later[part].get("edition", 1)
        for figure, value in figures.items()
        if fell(figure, value, later[part].get(figure))
    ]


def test_floors_only_rise() -> None:
    versions = [tomllib.loads(text) for text in [*committed_versions(), FLOORS.read_text(encoding="utf-8")]]
    for index, earlier in enumerate(versions):
        for later in versions[index + 1 :]:
            assert sunk(earlier, later) == []
            assert all(figures.get("edition", 1) <= later[part].get("edition", 1) for part, figures in earlier.items())


@pytest.mark.parametrize(
    ("later", "lines"),
    [
        pytest.param({"metrics_f1": 0.9}, ["open.metrics_f1: 0.95 -> 0.9"], id="the same documents"),
        pytest.param({"edition": 2, "metrics_f1": 0.9}, [], id="other documents start anew"),
    ],
)
def test_floors_are_compared_over_the_same_documents(later: dict[str, float], lines: list[str]) -> None:
    assert sunk({"open": {"metrics_f1": 0.95}}, {"open": later}) == lines


def test_every_figure_of_our_own_gold_has_a_floor() -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    for part in ("open", "held_out"):
        figures = {figure for figure in floors[part] if not figure.endswith("_at_most")} - {"edition"}
        assert figures == measured(Score()).keys()


@pytest.mark.parametrize(
    ("score", "lines"),
    [
        pytest.param(Score(), 0, id="nothing asked, nothing missed"),
        pytest.param(Score(traps_hit=1), 1, id="a trap hit"),
        pytest.param(Score(spans_not_holding=1, words_not_holding=1), 2, id="words that do not hold"),
    ],
)
def test_counts_must_be_nought(score: Score, lines: int) -> None:
    assert len(under_floor("open", score, {})) == lines


@pytest.mark.parametrize(
    ("figure", "earlier", "later", "sank"),
    [
        pytest.param("metrics_f1", 0.9, 0.95, False, id="a floor rises"),
        pytest.param("metrics_f1", 0.95, 0.9, True, id="a floor sinks"),
        pytest.param("metrics_f1", 0.95, None, True, id="a floor goes"),
        pytest.param("traps_hit_at_most", 3, 1, False, id="a ceiling falls"),
        pytest.param("traps_hit_at_most", 3, None, False, id="a ceiling is no longer needed"),
        pytest.param("traps_hit_at_most", 1, 3, True, id="a ceiling rises"),
    ],
)
def test_what_counts_as_falling(figure: str, earlier: float, later: float | None, sank: bool) -> None:
    assert fell(figure, earlier, later) is sank


def test_a_score_under_its_floor_is_named() -> None:
    score = Score()
    score.tables["metrics"] = TableScore(gold=10, found=10, matched=9)
    assert under_floor("open", score, {"metrics_f1": 0.95}) == ["open: metrics_f1 is 0.9000, its floor 0.9500"]
