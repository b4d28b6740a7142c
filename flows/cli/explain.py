"""`inspectorate explain`: the text with each rule's words marked, so that a person can judge it in ten seconds."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.errors import InspectorateError
from flows.cli.writing import written_to
from flows.problems import Problem
from warehouse.site.marks import MarkedRelease, marked, rows_as_mappings

_EXAMPLES = """
Examples:

  inspectorate explain release.txt

  inspectorate explain page.html --html evidence.html
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("explain", epilog=_EXAMPLES)(explain)


def explain(
    target: Annotated[str, typer.Argument(help="A file, -, a kept body's SHA-256, or a loaded release's URL or id.")],
    url: Annotated[str | None, typer.Option(help="The address a file came from.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write the same as a page to this file instead.")] = None,
) -> None:
    """Show a release with its quotations, metrics, ratings and doubts marked, and the rule that read each."""
    print_or_write(_release(target, url), html)


def _release(target: str, url: str | None) -> MarkedRelease:
    from flows.cli.given import document_given, is_kept_body
    from flows.cli.reading import reading
    from flows.settings import settings

    chosen = settings()
    if target != "-" and not Path(target).exists():
        from flows.cli.published import release_in_published

        stored = release_in_published(chosen, target)
        if stored is not None:
            return marked(*stored, with_rules=True)
        if not is_kept_body(target):
            raise Problem(
                f"{target}: neither a file nor a release in {chosen.published_path}."
                " Try: inspectorate query 'from releases'"
            )
    found = reading(document_given(target, url, chosen.raw_dir))
    if found.rows is None:
        raise InspectorateError(f"{found.outcome}: {found.reason}", url=target)
    return marked(*rows_as_mappings(found.rows), with_rules=True)


def print_or_write(release: MarkedRelease, html: Path | None) -> None:
    """Print the marked release, or write it as a page where `html` names a file."""
    if html is not None:
        from warehouse.site.marked_page import page

        with written_to(html):
            html.write_text(page(release), encoding="utf-8")
        typer.echo(f"wrote {html}", err=True)
        return
    from rich.console import Console

    from flows.cli.marked_terminal import print_marked

    print_marked(release, Console(file=sys.stdout, highlight=False))
