"""`inspectorate show`: a release with its evidence, from the published file."""

from pathlib import Path
from typing import Annotated

import typer

from flows.problems import Problem

_EXAMPLES = """
Examples:

  inspectorate show https://hmiprobation.justiceinspectorates.gov.uk/news/some-release

  inspectorate show 0a1b2c3d4e5f60718293 --html release.html
"""


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("show", epilog=_EXAMPLES)(show)


def show(
    target: Annotated[str, typer.Argument(metavar="URL|ID", help="An address of the release, or its id.")],
    html: Annotated[Path | None, typer.Option(help="Write it as a page to this file instead.")] = None,
) -> None:
    """Show a release of the published file with its quotations, metrics and ratings marked."""
    from flows.cli.explain import print_or_write
    from flows.cli.opening import published
    from flows.cli.published import release_in_published
    from flows.settings import settings
    from warehouse.site.marks import marked

    found = settings()
    with published(found):
        pass
    release = release_in_published(found, target)
    if release is None:
        raise Problem(f"{target}: no such release in {found.published_path}. Try: inspectorate query 'from releases'")
    print_or_write(marked(*release, with_rules=False), html)
