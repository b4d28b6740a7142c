"""A marked release shows every row in place, escapes everything, and says the same on a terminal and as a page."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from flows.cli.marked_terminal import print_marked
from tests.transform.building import metric, quotation, rating, release_rows
from warehouse.site.marked_page import page
from warehouse.site.marks import MarkedRelease, marked, rows_as_mappings

TEXT = (
    "A <script>alert(1)</script> title\n\n"
    "It was rated ‘Good’; 37.5 cases each.\n\nShe said: “It is poor, and 20 per cent left.\n\n“It must do better.”"
)


def release() -> MarkedRelease:
    start, end = TEXT.index("It is poor"), TEXT.index("better.") + 7
    words = "It is poor, and 20 per cent left.\n\nIt must do better."
    rows = release_rows(
        TEXT,
        quotations=(replace(quotation(TEXT, "It is poor"), start_char=start, end_char=end, text=words),),
        metrics=(
            metric(TEXT, "37.5 cases", "37.50", "cases"),
            metric(TEXT, "20 per cent", "20.00", period="last year", direction="decrease", qualifier="more_than"),
        ),
        ratings=(rating(TEXT, "rated ‘Good’", "Good"),),
    )
    return marked(*rows_as_mappings(rows), with_rules=True)


def test_pieces_put_together_are_the_text() -> None:
    paragraphs = ["".join(piece.text for piece in paragraph.pieces) for paragraph in release().paragraphs]
    assert "\n\n".join(paragraphs) == TEXT


def test_a_number_inside_a_quotation_is_under_both_marks() -> None:
    [piece] = [piece for paragraph in release().paragraphs for piece in paragraph.pieces if piece.text == "20 per cent"]
    assert {mark.label for mark in piece.marks} == {"Q1", "M2"}


def test_a_quotation_of_two_paragraphs_is_marked_in_both_and_told_once() -> None:
    third, fourth = release().paragraphs[2:]
    assert [mark.label for mark in third.begin] == ["Q1", "M2"]
    assert fourth.begin == ()
    assert any("Q1" in {mark.label for mark in piece.marks} for piece in fourth.pieces)


def test_a_note_says_the_value_in_words_a_person_reads() -> None:
    notes = {mark.label: mark.note for paragraph in release().paragraphs for mark in paragraph.begin}
    assert notes["M1"] == "other: 37.5 cases"
    assert notes["M2"] == "other: more_than 20 percent, decrease, last year"
    assert notes["Q1"] == "Martin Jones (person, full); no cue"


def test_the_terminal_prints_labels_without_colours_when_it_has_none() -> None:
    out = io.StringIO()
    print_marked(release(), Console(file=out, width=100))
    printed = out.getvalue()
    assert "\x1b" not in printed
    assert "[Q1]" in printed
    assert "Martin Jones (person, full); no cue  [test, test]" in printed


def test_the_page_shows_hostile_words_as_text_and_forbids_scripts() -> None:
    html = page(release())
    assert "<script>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x"])
def test_an_address_that_is_no_web_address_is_no_link(url: str) -> None:
    assert f'href="{url}"' not in page(replace(release(), url=url))
