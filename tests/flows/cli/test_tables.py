import json
from datetime import UTC, date, datetime
from decimal import Decimal

from flows.cli.tables import Format, print_rows, shown

COLUMNS = ("text", "value", "published_on", "paragraph")
ROWS = [("“Good”", Decimal(28), date(2026, 3, 1), (1, 2)), (None, Decimal("2.5"), None, ())]


def test_json_has_numbers_as_numbers_and_nulls(capsys):
    print_rows(COLUMNS, ROWS, Format.JSON)
    assert json.loads(capsys.readouterr().out) == [
        {"text": "“Good”", "value": 28, "published_on": "2026-03-01", "paragraph": [1, 2]},
        {"text": None, "value": 2.5, "published_on": None, "paragraph": []},
    ]


def test_csv_is_one_line_a_row_with_the_column_names_first(capsys):
    print_rows(COLUMNS, ROWS, Format.CSV)
    assert capsys.readouterr().out.splitlines() == [
        "text,value,published_on,paragraph",
        '“Good”,28,2026-03-01,"[1, 2]"',
        ",2.5,,[]",
    ]


def test_words_of_a_release_command_no_terminal():
    assert shown("red \x1b[31malert\x07\nand on") == "red  [31malert \nand on"


def test_instants_are_in_iso_form(capsys):
    print_rows(("at",), [(datetime(2026, 3, 1, 12, tzinfo=UTC),)], Format.JSON)
    assert json.loads(capsys.readouterr().out) == [{"at": "2026-03-01T12:00:00+00:00"}]


def test_a_long_cell_is_folded_and_nothing_is_cut(capsys):
    words = " ".join(f"word{number}" for number in range(60))
    print_rows(("text",), [(words,)], Format.TABLE)
    assert capsys.readouterr().out.split()[2:] == words.split()


def test_a_table_too_wide_to_be_read_is_printed_row_by_row(capsys):
    columns = [f"column_{number}" for number in range(12)]
    print_rows(columns, [["the first cell's words", None, *("many words in a cell",) * 10]] * 2, Format.TABLE)
    printed = capsys.readouterr().out
    assert "1 of 2 ─" in printed
    assert "2 of 2 ─" in printed
    assert printed.splitlines()[1].split() == ["column_0", "the", "first", "cell's", "words"]
    assert "column_1 " not in printed
    assert printed.count("many words in a cell") == 20
