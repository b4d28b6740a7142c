"""What a run leaves in Prefect's UI: a table, a summary with links, progress, and a link to what went wrong."""

import time
from collections.abc import Iterable
from html import escape
from uuid import UUID

from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from flows.progress import Tell
from flows.rebuilds import Rebuilt
from flows.reports import Report
from flows.results import Result, counted, sentence
from flows.settings import Settings
from warehouse.connect import reading_build
from warehouse.rows import Outcome

_COUNTED = ("inspections", "ratings", "metrics", "quotations", "doubts")
_EXCERPTS = 10
_EXCERPT_LETTERS = 240
PROGRESS_EVERY_SECONDS = 2.0


def of_results(settings: Settings, results: Iterable[Result], *, title: str) -> None:
    """A table of what was loaded, a summary with links and excerpts, and a link to each quarantined item's page."""
    results = list(results)
    loaded = [result for result in results if result.outcome is Outcome.LOADED]
    if loaded:
        create_table_artifact(
            key="loaded", table=[_row(result) for result in loaded], description=f"{title}: rows by release"
        )
    if results:
        create_markdown_artifact(key="summary", markdown=_summary(settings, results, title), description=title)
    for result in results:
        if result.outcome is Outcome.QUARANTINED and result.url is not None:
            create_link_artifact(
                key="quarantined",
                link=result.url,
                link_text=result.url,
                description=f"{result.stage}: {result.reason}  \n{_reproduce(result)}",
            )


def of_report(settings: Settings, report: Report, *, title: str) -> None:
    """The same of a poll or backfill, where it did something."""
    of_results(settings, report.results, title=title)


def told_progress(inner: Tell) -> Tell:
    """A `Tell` that also moves a progress artifact, at most every two seconds and at the end."""
    state: dict[str, UUID] = {}
    told = {"at": time.monotonic()}

    def tell(done: int, total: int, last: str) -> None:
        inner(done, total, last)
        share = 100.0 * done / total if total else 100.0
        if "id" not in state:
            made = create_progress_artifact(progress=share, key="backfill-progress", description=f"{done} of {total}")
            if isinstance(made, UUID):
                state["id"] = made
        elif done == total or time.monotonic() - told["at"] >= PROGRESS_EVERY_SECONDS:
            told["at"] = time.monotonic()
            update_progress_artifact(artifact_id=state["id"], progress=share, description=f"{done} of {total}: {last}")

    return tell


def _reproduce(result: Result) -> str:
    return f"Reproduce: `inspectorate parse {result.sha256}`" if result.sha256 else "No bytes were kept."


def _row(result: Result) -> dict[str, object]:
    counts: dict[str, object] = {table: result.counts.get(table, 0) for table in _COUNTED}
    return {"release": result.name, "version": result.version, **counts, "release_id": result.release_id}


def _summary(settings: Settings, results: list[Result], title: str) -> str:
    lines = [f"# {title}", "", sentence(counted(results)).capitalize() + ".", ""]
    loaded = [result for result in results if result.release_id is not None and result.outcome is Outcome.LOADED]
    for result in loaded[:_EXCERPTS]:
        lines += [*_excerpt(settings, result), ""]
    if len(loaded) > _EXCERPTS:
        lines += [f"… and {len(loaded) - _EXCERPTS} more in the table.", ""]
    rest = [result for result in results if result.outcome not in {Outcome.LOADED, Outcome.UNCHANGED}]
    if rest:
        lines += ["## Not taken in", ""]
        lines += [f"- {_linked(result)}: {result.outcome}: {_plain(result.reason or '')}" for result in rest]
    return "\n".join(lines)


def _excerpt(settings: Settings, result: Result) -> list[str]:
    """Title and first words of one release."""
    with reading_build(settings.data_dir, wait_seconds=settings.lock_seconds) as con:
        found = con.execute(
            "select title, published_on, substr(text, body_start + 1, ?) from releases where release_id = ?",
            [_EXCERPT_LETTERS, result.release_id],
        ).fetchone()
    if found is None:
        return []
    title, published_on, words = found
    counts = ", ".join(f"{result.counts.get(table, 0)} {table}" for table in _COUNTED)
    heading = f"[{_plain(title)}]({result.url})" if result.url else _plain(title)
    # The id is also what `forget` knows the words of a release without an address by.
    told = f"{published_on or 'no date'}: {counts} (`{result.release_id}`)"
    return [f"## {heading}", "", told, "", f"> {_plain(words)}…"]


def _linked(result: Result) -> str:
    name = _plain(result.name)
    return f"[{name}]({result.url})" if result.url else name


def _plain(words: str) -> str:
    """Words of a page as Markdown that is nothing but words."""
    return escape(" ".join(words.split()), quote=False).translate({ord(mark): f"\\{mark}" for mark in r"\`*_[]#|"})


def of_rebuild(rebuilt: Rebuilt) -> None:
    """A table of what a rebuild changes, by table."""
    rows = [
        {"table": one.table_name, "added": one.added, "gone": one.gone, "changed": one.changed}
        for one in rebuilt.differences
    ]
    said = "applied" if rebuilt.applied else "nothing swapped"
    create_table_artifact(key="rebuild", table=rows, description=f"{len(rebuilt.results)} documents read again, {said}")
