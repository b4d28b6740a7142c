import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import ParagraphKind
from extract.text import Block, clean, compose, is_end_line, masked, opens_notes

TITLE, TEXT, HEADING, BULLET, CELL, END, NOTE = ParagraphKind


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("  two\u00a0words\u2009here \n", "two words here", id="no-break and thin spaces are spaces"),
        pytest.param("co\u00adoper\u200bate\ufeff", "cooperate", id="soft hyphen, zero width and byte order mark go"),
        pytest.param("e\u0301quipe", "équipe", id="NFC"),
        pytest.param("“It’s” ‘so’ \"said\" 'he'", "“It’s” ‘so’ \"said\" 'he'", id="marks keep their shape"),
        pytest.param("a\ud83db\x00c\x07", "abc", id="lone surrogates and control characters go"),
        pytest.param("a\t\n\r b\u2028c", "a b c", id="white space is one space"),
        pytest.param("\u200e\u202a", "", id="nothing visible is nothing"),
    ],
)
def test_clean(written, expected):
    assert clean(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param("on 020 7946 0357 or", "on ••• •••• •••• or", id="London number"),
        pytest.param("07700 900123, at", "••••• ••••••, at", id="mobile"),
        pytest.param("(0161) 496 0999.", "•••••• ••• ••••.", id="area code in brackets"),
        pytest.param("+44 (0)20 7946 0000", "••• ••••• •••• ••••", id="country code"),
        pytest.param("020-7946-0357", "•••••••••••••", id="hyphens"),
        pytest.param("02079460357", "•••••••••••", id="no spaces"),
        pytest.param("mail jo.bloggs@probation.example.", "mail " + "•" * 27 + ".", id="e-mail, full stop stays"),
        pytest.param("O’Neill at press_office-1@x.co.uk or", "O’Neill at " + "•" * 22 + " or", id="e-mail with signs"),
        pytest.param("supervised 11,836 people", None, id="a count"),
        pytest.param("£10,300,200,100 since 2014", None, id="money"),
        pytest.param("0.5 per cent of 0123", None, id="a decimal"),
        pytest.param("at 00.01 on 01 February 2015", None, id="time and date"),
        pytest.param("03-12-2018 10:30 and 03.12.2018 10", None, id="a date in figures"),
        pytest.param("rated 0 1 2 3 4 5 6 7 8 9", None, id="a row of figures"),
        pytest.param("12345678901", None, id="digits that do not begin with 0"),
        pytest.param("ISBN 978-1-84099-806-1", None, id="a book's number"),
        pytest.param("@hmiprobation", None, id="a handle is no mailbox"),
        pytest.param("0845 46 47", None, id="eight digits are no full number"),
    ],
)
def test_masked(written, expected):
    found = masked(written)
    assert found == (written if expected is None else expected)
    assert len(found) == len(written)


@pytest.mark.parametrize("line", ["ENDS", "-End-", "-End –", "– Ends –", "/ENDS", "*END*", "- ends -"])
def test_an_end_line_is_known_in_its_forms(line):
    assert is_end_line(line)


@pytest.mark.parametrize("line", ["The end", "Ends meet", "It ends here", "Endless", ""])
def test_a_sentence_is_no_end_line(line):
    assert not is_end_line(line)


@pytest.mark.parametrize(
    "line",
    ["Notes to editors", "Notes to editor", "Notes to editor(s):", "NOTES TO EDITORS:", "Note to editors",
     "Notes for editors", "Notes to the editor", "Notes", "Editor’s notes", "Notes to editors: 1. The report is out."],
)  # fmt: skip
def test_the_heading_of_the_notes_is_known_in_its_forms(line):
    assert opens_notes(line)


@pytest.mark.parametrize("line", ["Notes were taken of every case.", "Noted", "The notes to editors say so"])
def test_a_sentence_about_notes_opens_none(line):
    assert not opens_notes(line)


def test_compose_counts_positions_in_the_final_text():
    composed = compose(
        [
            Block(TITLE, " A  title "),
            Block(TEXT, "Body with 020 7946 0357."),
            Block(HEADING, "Sub"),
            Block(BULLET, "one"),
            Block(TEXT, "\u200b"),
            Block(TEXT, "-End –"),
            Block(TEXT, "Notes to editor(s)"),
            Block(BULLET, "The report is out."),
            Block(TEXT, "Call."),
        ]
    )
    words = [(part.kind, composed.text[part.start_char : part.end_char]) for part in composed.paragraphs]
    assert words == [
        (TITLE, "A title"),
        (TEXT, "Body with ••• •••• ••••."),
        (HEADING, "Sub"),
        (BULLET, "one"),
        (END, "-End –"),
        (HEADING, "Notes to editor(s)"),
        (NOTE, "The report is out."),
        (NOTE, "Call."),
    ]
    assert composed.title == "A title"
    assert composed.text == "\n\n".join(words for _, words in words)
    assert composed.body_start == composed.text.index("Body")
    assert composed.notes_start == composed.text.index("Notes to editor")


def test_notes_begin_after_the_end_line_where_they_have_no_heading():
    composed = compose([Block(TITLE, "T"), Block(TEXT, "Body."), Block(TEXT, "ENDS"), Block(TEXT, "1. Fieldwork.")])
    assert composed.text[composed.notes_start :] == "1. Fieldwork."
    assert [part.kind for part in composed.paragraphs] == [TITLE, TEXT, END, NOTE]


def test_an_end_line_with_nothing_after_it_opens_no_notes():
    composed = compose([Block(TITLE, "T"), Block(TEXT, "Body."), Block(TEXT, "ENDS")])
    assert composed.notes_start is None


def test_notes_above_the_end_line_begin_at_their_heading():
    composed = compose([Block(TITLE, "T"), Block(TEXT, "Body."), Block(TEXT, "Notes to editor"), Block(TEXT, "ENDS")])
    assert composed.text[composed.notes_start :].startswith("Notes to editor")


def test_a_title_alone_has_an_empty_body():
    composed = compose([Block(TITLE, "T")])
    assert (composed.text, composed.body_start, composed.notes_start) == ("T", 1, None)


@given(st.lists(st.tuples(st.sampled_from(list(ParagraphKind)), st.text(max_size=60)), max_size=12))
def test_every_paragraph_is_its_slice_and_they_make_the_text(given_blocks):
    composed = compose(Block(kind, text) for kind, text in given_blocks)
    slices = [composed.text[part.start_char : part.end_char] for part in composed.paragraphs]
    assert "\n\n".join(slices) == composed.text
    assert all(words and words == clean(words) for words in slices)


@given(st.text())
def test_clean_is_done_once_and_masking_keeps_the_length(text):
    once = clean(text)
    assert clean(once) == once
    assert len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "hostile",
    [
        pytest.param("0" * 1_000_000, id="a megabyte of digits"),
        pytest.param("0 " * 500_000, id="digits and spaces"),
        pytest.param("a." * 500_000 + "@", id="an endless mailbox"),
        pytest.param("a@" * 500_000, id="signs of mailboxes"),
        pytest.param("“" * 100_000, id="a hundred thousand marks"),
        pytest.param("e" + "\u0301\u0323" * 250_000, id="combining marks without end"),
        pytest.param("notes to editor" * 60_000, id="headings in a row"),
    ],
)
def test_hostile_text_takes_seconds_not_minutes(hostile):
    started = time.process_time()
    compose([Block(TITLE, "T"), Block(TEXT, hostile)])
    assert time.process_time() - started < 5


def test_composition_survives_marks_beyond_reason():
    assert unicodedata.is_normalized("NFC", clean("e" + "\u0323\u0301" * 100))
