"""The demonstration: the sample site's releases through the real flows, and a first look at what came of it."""

import os
from pathlib import Path

import typer

from flows.cli import talk
from flows.cli.opening import published
from flows.cli.polls import run
from flows.cli.tables import Format, print_rows
from flows.problems import Problem
from flows.reports import Report
from flows.settings import settings
from warehouse.rows import Outcome

SINCE = "2013-01-01"
_LOOKS = {
    "What is in it": """
        select 'releases' as table_name, count(*) as rows from releases
        union all select 'inspections', count(*) from inspections
        union all select 'ratings', count(*) from ratings
        union all select 'metrics', count(*) from metrics
        union all select 'quotations', count(*) from quotations
        union all select 'doubts', count(*) from doubts
    """,
    "The newest releases": """
        select published_on, kind, title from releases order by published_on desc nulls last, title limit 5
    """,
    "Overall ratings": """
        select r.published_on, i.organisation, i.overall_rating, i.score, i.score_max
        from inspections as i
        join releases as r using (release_id)
        where i.overall_rating is not null
        order by r.published_on desc, i.organisation
        limit 8
    """,
    "Who said what": """
        select q.speaker, left(q.text, 160) as words
        from quotations as q
        join releases as r using (release_id)
        where q.speaker is not null
        order by r.published_on desc, q.position
        limit 5
    """,
}


def demonstrate(data_dir: Path) -> None:
    """Run it; a second time, on another port, it finds nothing new and says so."""
    from extract.sample_site import SampleSite

    sources = data_dir / "sources"
    os.environ["INSPECTORATE_DATA_DIR"] = str(data_dir)
    os.environ["INSPECTORATE_SOURCES_DIR"] = str(sources)
    # The demonstration needs nothing started before it, and leaves nothing running.
    os.environ.pop("PREFECT_API_URL", None)
    talk.note("demo: starting the sample site and Prefect (the first time that takes half a minute)")
    reports: list[Report] = []
    with SampleSite() as site:
        site.write_sources(sources)
        run(lambda: _flows(reports), None, polled=False)
    loaded = sum(result.outcome is Outcome.LOADED for report in reports for result in report.results)
    releases = _look()
    found = settings()
    typer.echo(
        f"{loaded} addresses taken in: {releases} releases stand in {found.published_path}"
        if loaded
        else f"nothing new: {found.published_path} stands as it was"
    )
    typer.echo(
        "\nTry next:\n"
        f"  INSPECTORATE_DATA_DIR={data_dir} {_command()} query --list\n"
        f"  INSPECTORATE_DATA_DIR={data_dir} {_command()} query quotations-by-speaker\n"
        f"  INSPECTORATE_DATA_DIR={data_dir} {_command()} status\n"
        f"  duckdb -readonly {found.published_path}"
    )


def _flows(reports: list[Report]) -> Report:
    from datetime import date

    from flows.backfill import backfill
    from flows.watch import watch

    reports.append(watch())
    reports.append(backfill(since=date.fromisoformat(SINCE)))
    both = Report(run=reports[0].run)
    for report in reports:
        both.discoveries += report.discoveries
        both.results += report.results
    return both


def _look() -> int:
    """Print what the published file holds; how many releases these are."""
    with published() as con:
        for title, sql in _LOOKS.items():
            found = con.execute(sql)
            columns = [column[0] for column in found.description or ()]
            print_rows(columns, found.fetchall(), Format.TABLE, title=title)
            typer.echo()
        counted = con.execute("select count(*) from releases").fetchone()
    if not counted or not counted[0]:
        raise Problem("demo: no release was loaded; see inspectorate status and inspectorate quarantine")
    return int(counted[0])


def _command() -> str:
    return ".venv/bin/inspectorate" if Path(".venv/bin/inspectorate").exists() else "inspectorate"
