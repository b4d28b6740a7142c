"""Questions to a Prefect server that may just be starting, and to a published file that may not be there yet."""

import socket

import httpx

from tests.flows.helpers import published_rows
from warehouse.errors import NoWarehouse


def free_port():
    """A port of loopback that nobody listens at."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return listening.getsockname()[1]


def post(client, path, **body):
    """The answer of one call; nothing where the server does not answer well."""
    try:
        answer = client.post(path, json=body)
    except httpx.TransportError:
        return []
    return answer.json() if answer.is_success else []


def deployments(client):
    """The ids of deployments, by name."""
    return {found["name"]: found["id"] for found in post(client, "deployments/filter")}


def runs(client, name, state=None):
    """The runs of a deployment, the latest first; those in one type of state where that is given."""
    found = post(client, "flow_runs/filter", deployments={"name": {"any_": [name]}}, sort="EXPECTED_START_TIME_DESC")
    return [run for run in found if state is None or run["state_type"] == state]


def titles(settings):
    """The titles in the published file."""
    try:
        return {title for (title,) in published_rows(settings, "select title from releases")}
    except NoWarehouse:
        return set()
