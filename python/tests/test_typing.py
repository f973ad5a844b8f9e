"""The stubs: held against the module, and a program that uses them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

PROGRAM = """
import datetime
import wimple
from typing import assert_type

engine = wimple.Engine(wimple.Policy({"CREDIT_CARD": wimple.mask(keep_last=4)}), max_input=10)
out = engine.redact("x", path="/a", today=datetime.date(2026, 1, 1))
assert_type(out.text, str)
bound = wimple.Engine(hash_key=b"x" * 32, custom={"crm": lambda entity_type, value: entity_type + value})
assert_type(bound.redact("x", role="billing").text, str)
assert_type(wimple.hash(), wimple.Operator)
wimple.generalize(to="day")  # type: ignore[arg-type]
wimple.Engine(custom={"crm": len})  # type: ignore[dict-item]
assert_type(out.findings, tuple[wimple.Finding, ...])
assert_type(engine.analyze("x"), list[wimple.Finding])
assert_type(engine.session().restore("x", "exact").text, str)
try:
    wimple.Policy.from_document("")
except wimple.PolicyError as error:
    assert_type(error.line, int)
    assert_type(error.code, int)
engine.redact(b"x")  # type: ignore[arg-type]
engine.session().restore("x", "lax")  # type: ignore[arg-type]
wimple.nothing  # type: ignore[attr-defined]
"""


def run(module: str, *arguments: str, cwd: Path) -> None:
    pytest.importorskip("mypy")
    done = subprocess.run([sys.executable, "-m", module, *arguments], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_typed_program(tmp_path: Path) -> None:
    program = PROGRAM
    if sys.version_info < (3, 11):
        program = program.replace("from typing import", "from typing_extensions import")
    (tmp_path / "program.py").write_text(program)
    # --warn-unused-ignores, which strict holds, makes each ignore above an error that has to be there.
    run("mypy", "--strict", "program.py", cwd=tmp_path)


def test_the_package_itself(tmp_path: Path) -> None:
    run("mypy", "--strict", "-p", "wimple", cwd=tmp_path)


def test_the_stubs_are_true(tmp_path: Path) -> None:
    allowlist = HERE.parent / "stubtest-allowlist.txt"
    run("mypy.stubtest", "wimple", "--allowlist", str(allowlist), cwd=tmp_path)
