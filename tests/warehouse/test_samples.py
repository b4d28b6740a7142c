import duckdb
import pytest

from tests.warehouse.invented import NOON, RULES, arrival, rows
from warehouse.errors import MixedWarehouse
from warehouse.load import load
from warehouse.samples import refuse_mixture


def test_a_warehouse_of_samples_refuses_a_real_poll(con: duckdb.DuckDBPyConnection) -> None:
    refuse_mixture(con, ["sample_news"])
    refuse_mixture(con, ["hale_news"])
    load(con, [arrival(rows(), source="sample_news")], RULES, NOON)
    refuse_mixture(con, ["sample_old", "folder"])
    with pytest.raises(MixedWarehouse, match="hale_news"):
        refuse_mixture(con, ["hale_news"])


def test_a_real_warehouse_refuses_the_samples(con: duckdb.DuckDBPyConnection) -> None:
    load(con, [arrival(rows())], RULES, NOON)
    with pytest.raises(MixedWarehouse, match="sample_news"):
        refuse_mixture(con, ["sample_news"])
