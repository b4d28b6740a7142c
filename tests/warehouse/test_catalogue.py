import re

import duckdb
import pytest

from warehouse import catalogue, migrate

UNITS = re.compile(r"code point|percent|UTC|London date|`unit`")


def test_every_table_view_and_column_has_a_comment(con: duckdb.DuckDBPyConnection) -> None:
    for relation in catalogue.relations(con):
        assert relation.comment, relation.full_name
        for column in relation.columns:
            assert column.comment.endswith("."), (relation.full_name, column.name)


def test_every_macro_has_a_comment(con: duckdb.DuckDBPyConnection) -> None:
    found = con.execute(
        "select function_name, comment from duckdb_functions()"
        " where not internal and database_name = current_database()"
    ).fetchall()
    assert {name for name, comment in found if comment} == {"search_quotations", "current_release_id", "service_name"}


def test_every_column_says_what_null_means(con: duckdb.DuckDBPyConnection) -> None:
    for relation in catalogue.relations(con):
        for column in relation.columns:
            says_never = "Never null." in column.comment
            says_when = re.search(r"\bnull\b", column.comment.replace("Never null.", "")) is not None
            assert says_never or says_when, (relation.full_name, column.name)
            if relation.kind == "table":
                assert says_never is not column.nullable, (relation.full_name, column.name)


def test_every_number_and_time_names_its_unit(con: duckdb.DuckDBPyConnection) -> None:
    for relation in catalogue.relations(con):
        for column in relation.columns:
            if column.type.startswith(("DECIMAL", "TIMESTAMP")) or column.name.endswith(("_char", "_on", "_percent")):
                assert UNITS.search(column.comment), (relation.full_name, column.name)


def test_the_tables_are_in_the_history() -> None:
    assert catalogue.scripts_hash("tables") in migrate.history(), (
        f"the tables changed: add a line with a new number and {catalogue.scripts_hash('tables')} to"
        " warehouse/sql/migrations/history.txt, and keep the earlier tables as tests/warehouse/earlier/<their hash>.sql"
    )
    assert [*migrate.history()][-1] == catalogue.scripts_hash("tables")


@pytest.mark.parametrize("name", [name for name, _ in catalogue.scripts("views")])
def test_no_stored_view_selects_a_star_or_a_lambda(name: str) -> None:
    text = dict(catalogue.scripts("views"))[name]
    assert not re.search(r"select \*|->|lambda", text)
