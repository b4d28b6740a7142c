"""A correction whose address is written in another form than releases have is an error, not silence."""

import pytest

from flows import corrections, named
from flows.corrections import check_corrections, misaddressed
from flows.problems import Problem
from tests.flows.helpers import rows
from tests.flows.test_named import GOOD
from transform.corrections import corrections_of

ENTRY = {
    "url": "https://probation-inspectorate.gov.uk/news/a",
    "table": "metrics",
    "words": "1,200 per cent",
    "field": "value",
    "expected": 1200,
    "says": 12,
    "reason": "the report says twelve",
}


def test_the_reviewed_corrections_have_addresses_in_their_one_form():
    check_corrections()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        pytest.param(ENTRY["url"], [], id="the one form"),
        pytest.param(f"{ENTRY['url']}/", [f"as '{ENTRY['url']}'"], id="a slash at the end"),
        pytest.param("http://www.probation-inspectorate.gov.uk/news/a", [f"as '{ENTRY['url']}'"], id="http and www"),
        pytest.param("news/a", ["'news/a' is no http or https address"], id="no address"),
    ],
)
def test_an_address_in_another_form_is_told_with_what_to_write(url, told):
    found = misaddressed(corrections_of([ENTRY | {"url": url}]))
    assert len(found) == len(told)
    for line, words in zip(found, told, strict=True):
        assert line.startswith("transform/vocabulary/corrections.toml: correction of '1,200 per cent': ")
        assert words in line


def test_nothing_is_loaded_under_a_correction_that_would_never_apply(settings, tmp_path, monkeypatch):
    wrong = corrections_of([ENTRY | {"url": f"{ENTRY['url']}/"}])
    monkeypatch.setattr(corrections, "reviewed_corrections", lambda: wrong)
    file = tmp_path / "release.txt"
    file.write_text(GOOD, encoding="utf-8")
    with pytest.raises(Problem, match=r"corrections\.toml: .* the form releases are known by"):
        named.ingest(settings, [str(file)])
    assert rows(settings, "select count(*) from releases") == [(0,)]
