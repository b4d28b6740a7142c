"""What `inspectorate rebuild` prints of its differences."""

import json

from flows.cli.rebuild import told
from flows.rebuilds import Rebuilt
from warehouse.differences import TableDifference


def test_differences_are_told_to_machines_too(capsys):
    one = TableDifference(table_name="metrics", added=1, gone=0, changed=2, examples=())
    told(Rebuilt(results=[], differences=(one,), applied=False), as_json=True)
    assert json.loads(capsys.readouterr().out) == [
        {"table_name": "metrics", "added": 1, "gone": 0, "changed": 2, "examples": []}
    ]
