"""The Typer app `inspectorate` and its entry point.  Each command's module brings `register(app)`."""

import importlib
import os
import signal
import sys
from types import FrameType
from typing import Annotated, NoReturn

import typer

from extract.errors import InspectorateError
from flows.cli import talk
from flows.problems import Problem
from warehouse.errors import WarehouseError

# In the order in which help lists them.  Prefect, DuckDB and the site's client are imported when a command runs.
COMMANDS = (
    "watch",
    "ingest",
    "backfill",
    "rebuild",
    "serve",
    "parse",
    "explain",
    "show",
    "evaluate",
    "status",
    "doubts",
    "changes",
    "quarantine",
    "check",
    "forget",
    "query",
    "export",
    "report",
    "dictionary",
    "sample_site",
    "doctor",
)
_INTERRUPTED = 130
# Typer brings its own Click from 0.2x on, so the tree of errors is reached through the one public name of it.
_ClickException: type[Exception] = typer.BadParameter.__mro__[2]

app = typer.Typer(
    name="inspectorate",
    help="Press releases of HM Inspectorate of Probation, as evidence you can query in one DuckDB file.\n\n"
    "Example: inspectorate ingest release.txt && inspectorate query 'select speaker, text from quotations'",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"inspectorate {version('inspectorate')}")
        raise typer.Exit


@app.callback()
def every(
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")] = False,
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options of every command."""
    talk.set_quiet(quiet)


for _name in COMMANDS:
    importlib.import_module(f"flows.cli.{_name}").register(app)


def _terminated(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt("terminated")


def main() -> None:
    """Run the command and leave with its exit status: 0 done, 1 something failed, 2 wrong use, 130 interrupted."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        status = app(prog_name="inspectorate", standalone_mode=False)
        if status == _INTERRUPTED:
            raise KeyboardInterrupt
    except Problem as problem:
        talk.error(problem.line)
        status = problem.status
    except (InspectorateError, WarehouseError) as refused:
        talk.error(str(refused))
        status = 1
    except _ClickException as error:
        status = _wrong_use(error)
    except typer.Abort:
        status = _INTERRUPTED
    except KeyboardInterrupt:
        talk.error("stopped; what was loaded stays, and the same command goes on from there")
        status = _INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    _leave(status if isinstance(status, int) else 0)


def _leave(status: int) -> NoReturn:
    if "prefect" in sys.modules:
        # Its workers have handed over what they had (`flows.embedded`); left to themselves they wait for ever at exit
        # for a server that is gone (seen with 3.8.8 after SIGTERM).
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


def _wrong_use(error: BaseException) -> int:
    """One line for a command that was written wrongly, with where to read how it is written."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "inspectorate"
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(context.get_help() if context else "")
        return 2
    message = str(getattr(error, "format_message", lambda: error)()).replace("\n", " ").rstrip(".")
    end = "" if message.endswith("?") else "."
    talk.error(f"{path}: {message}{end} Try: {path} --help")
    return int(getattr(error, "exit_code", 2))


if __name__ == "__main__":
    main()
