"""The command line: `sagsgraf`. Nothing heavy is imported until a command runs."""

from __future__ import annotations

import sys

from extract.errors import SagsgrafError, SettingsError

__all__ = ["main"]

INTERRUPTED = 130  # 128 + SIGINT, which typer makes of Ctrl-C


def main() -> None:
    """Run the command line. Exit codes: 0 all well, 1 something was refused, 2 wrong use."""
    from api.cli.commands import app
    from api.cli.output import complain

    try:
        app()
    except SagsgrafError as error:
        complain(error)
        sys.exit(2 if isinstance(error, SettingsError) else 1)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # the reader of a pipe had enough
            sys.exit(0)
        if end.code == INTERRUPTED:
            complain("Stopped. What was stored is whole; run the same command again to complete it.")
        raise
