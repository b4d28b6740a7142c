import csv
import hashlib
import json
from pathlib import Path

import duckdb
import pytest

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse.catalogue import FACTS, KEYS, make_tables
from warehouse.connect import reading, writing
from warehouse.export import export
from warehouse.load import load
from warehouse.publish import publish


@pytest.fixture
def exported(data_dir: Path) -> Path:
    odd = rows("Odd", url=None, published_on=None, quotations=('He said "no", and; then,', "More is needed."))
    with writing(data_dir) as con:
        load(con, [arrival(rows()), arrival(odd)], RULES, NOON)
        con.execute("update quotations set speaker_role = '' where position = 1").fetchall()
    publish(data_dir, now=NOON)
    export(data_dir, data_dir / "out")
    return data_dir


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_read_back_into_the_tables_types_rows_and_order_are_equal(exported: Path, ending: str) -> None:
    with duckdb.connect() as con, reading(exported) as public:
        con.execute("set TimeZone = 'UTC'").fetchall()
        make_tables(con)
        for table in FACTS:
            options = " (header, nullstr '', allow_quoted_nulls false)" if ending == "csv" else ""
            con.execute(f"copy {table} from '{exported / 'out' / f'{table}.{ending}'}'{options}").fetchall()
            expected = public.execute(f"select * from {table} order by {KEYS[table]}").fetchall()
            assert con.execute(f"select * from {table}").fetchall() == expected, table


def test_the_package_describes_every_file_and_field(exported: Path) -> None:
    package = json.loads((exported / "out" / "datapackage.json").read_text())
    assert [licence["name"] for licence in package["licenses"]] == ["OGL-UK-3.0"]
    assert "HM Inspectorate of Probation" in package["description"]
    assert len(package["resources"]) == 2 * len(FACTS)
    for resource in package["resources"]:
        body = (exported / "out" / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert resource["bytes"] == len(body)
        assert all(field["description"] for field in resource["schema"]["fields"])
        if resource["format"] == "csv":
            with (exported / "out" / resource["path"]).open(newline="") as file:
                assert next(csv.reader(file)) == [field["name"] for field in resource["schema"]["fields"]]


def test_exporting_twice_writes_the_same_bytes(exported: Path) -> None:
    before = {path.name: path.read_bytes() for path in (exported / "out").iterdir()}
    export(exported, exported / "out")
    assert {path.name: path.read_bytes() for path in (exported / "out").iterdir()} == before


def test_the_licence_lies_beside_the_data(exported: Path) -> None:
    assert "Open Government Licence v3.0" in (exported / "out" / "LICENCE.txt").read_text()
