import re
from pathlib import Path

import duckdb

from warehouse.catalogue import relations
from warehouse.connect import reading
from warehouse.dictionary import render

PAGE = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_page_is_what_the_demonstrations_file_says(demo_dir: Path) -> None:
    with reading(demo_dir) as con:
        rendered = render(con)
    assert PAGE.read_text(encoding="utf-8") == rendered, "run: inspectorate dictionary > docs/data-dictionary.md"


def test_every_table_view_macro_and_column_is_in_it(con: duckdb.DuckDBPyConnection) -> None:
    page = render(con)
    for relation in relations(con):
        assert f"### {relation.full_name}\n\n{relation.comment}" in page
        for column in relation.columns:
            assert f"| `{column.name}` | `{column.type}` | {column.comment}".replace("‖", "|") in page
    assert "### search_quotations(words)" in page


def test_a_table_cell_holds_no_bare_bar(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("insert into pipeline.release_aliases values ('a|b', 'c', now())").fetchall()
    assert "`a\\|b`" in render(con)
    for line in render(con).splitlines():
        if line.startswith("| `"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 5
