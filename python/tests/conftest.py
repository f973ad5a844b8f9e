"""What several tests need."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

Cli = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def cli() -> Cli:
    """Runs the command line as a user does, in a process of its own."""

    def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "wimple", *arguments],
            input=stdin,
            capture_output=True,
            timeout=60,
            env={**os.environ, "PYTHONUTF8": "1"},
        )

    return run
