"""The command line: arguments and byte streams come in; redacted text, findings and exit codes go out.

0 all is well, 1 found something (`find --check`) or a policy does not hold, 2 wrong use, unreadable input.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .. import Error
from .arguments import parser
from .streams import Unreadable


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    arguments = parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads us has seen enough. Python would try to flush once more on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Unreadable as error:
        return complain(str(error))
    except OSError as error:
        return complain(f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror))
    except Error as error:
        return complain(str(error))
    return code


def complain(message: str) -> int:
    """Says on stderr what is wrong with the use."""
    print(f"wimple: {message}", file=sys.stderr)
    return 2


def run() -> None:
    """The console script."""
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
