import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.transform.quotation_cases import read, release_of

_RULES = Path(__file__).parents[1] / "rules"
_CASES = [
    pytest.param(case, id=f"{path.stem}: {case['why']}")
    for path in sorted(_RULES.glob("quotations*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


@pytest.mark.parametrize("case", _CASES)
def test_a_sentence_gives_what_the_rules_say(case: dict) -> None:
    day = None if case.get("undated") else case.get("published_on", date(2021, 4, 3))
    said, doubts = read(release_of(case["text"], day))
    wanted = case.get("gives", [])
    looked_at = [
        {name: getattr(mention.value, name) or "" for name in want} for mention, want in zip(said, wanted, strict=False)
    ]
    assert looked_at + [{"text": mention.value.text} for mention in said[len(wanted) :]] == wanted
    assert len(doubts) == case.get("doubts", 0)
