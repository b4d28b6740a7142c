"""Saved pages and what they must give: `tests/pages/<layout>/<case>/page.*` beside `expected.json`."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from extract.layouts import LAYOUTS, read_document
from tests.extract.layouts.documents import document, paragraphs

CASES = sorted(path.parent for path in (Path(__file__).parents[2] / "pages").glob("*/*/page.*"))


def seen(release):
    """What is expected of a release, as JSON has it; where the notes begin is told by their first paragraph."""
    return {
        "layout": release.layout,
        "title": release.title,
        "published_on": release.published_on.isoformat() if release.published_on else None,
        "published_on_from": release.published_on_from,
        "body": release.text[release.body_start :].split("\n\n")[0],
        "notes": None if release.notes_start is None else release.text[release.notes_start :].split("\n\n")[0],
        "paragraphs": [list(pair) for pair in paragraphs(release)],
        "links": [[link.text, link.href] for link in release.links],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_saved_page_gives_what_is_expected(case):
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    [page] = case.glob("page.*")
    captured_at = expected["captured_at"] and datetime.fromisoformat(expected["captured_at"])
    release = read_document(document(page.read_bytes(), expected["url"], captured_at=captured_at))
    assert seen(release) == expected["release"]
    assert release.layout == case.parent.name


def test_every_layout_has_a_saved_page():
    assert {case.parent.name for case in CASES} == {*(layout.name for layout in LAYOUTS), "generic"}
