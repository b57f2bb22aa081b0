"""The command line: `sagsgraf`. Nothing heavy is imported until a command runs."""

from __future__ import annotations

import sys

from extract.errors import SagsgrafError

__all__ = ["main"]


def main() -> None:
    """Run the command line. Exit codes: 0 all well, 1 something was refused, 2 wrong use."""
    from api.cli.commands import app
    from api.cli.output import complain

    try:
        app()
    except SagsgrafError as error:
        complain(error)
        sys.exit(1)
    except KeyboardInterrupt:
        complain("Stopped. What was stored is whole; run the same command again to complete it.")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
