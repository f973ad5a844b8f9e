"""Every way to fail, with a value that must not come out."""

from __future__ import annotations

import pickle
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

import wimple

CANARY = "canary-7f3a@example.com"
SURROGATE = CANARY + " \ud800"


def fails(entity_type: str, value: str) -> str:
    raise LookupError(value)


CALLS = wimple.Engine(wimple.Policy(default=wimple.custom("crm")), custom={"crm": fails})

FAILURES: list[tuple[type[Exception], int | None, Callable[[], object]]] = [
    (wimple.InputError, 101, lambda: wimple.redact(SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.analyze(SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.analyze("", path=SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.Engine().redact_many(["", SURROGATE])),
    (wimple.InputError, 101, lambda: wimple.Engine().explain(SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.Engine().session().redact(SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.Engine().session().restore(SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.Policy.from_document(SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.Policy({SURROGATE: wimple.keep()})),
    (wimple.InputError, 101, lambda: wimple.Policy(allow=[SURROGATE])),
    (wimple.LimitError, 300, lambda: wimple.Engine(max_input=3).redact(CANARY)),
    (wimple.LimitError, 300, lambda: wimple.Engine(max_input=3).analyze_many(["", CANARY])),
    (wimple.LimitError, 300, lambda: wimple.Engine(max_findings=0).redact(CANARY)),
    (wimple.Error, 400, lambda: wimple.Engine(wimple.Policy(default=wimple.placeholder())).redact(CANARY)),
    (wimple.InputError, 101, lambda: wimple.Engine().redact("", role=SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.custom(SURROGATE)),
    (wimple.InputError, 101, lambda: wimple.partial([SURROGATE])),
    (wimple.InputError, 101, lambda: wimple.Engine(custom={SURROGATE: lambda entity_type, value: ""})),
    (wimple.Error, 600, lambda: CALLS.redact(CANARY)),
    (wimple.Error, 600, lambda: CALLS.session().redact(CANARY)),
    (wimple.PolicyError, 200, lambda: wimple.custom(CANARY)),
    (wimple.PolicyError, 200, lambda: wimple.Engine(wimple.Policy(default=wimple.hash()))),
    (wimple.PolicyError, 200, lambda: wimple.Engine(wimple.Policy(default=wimple.custom("crm")))),
    (wimple.ConfigError, 102, lambda: wimple.Engine(hash_key=CANARY.encode())),
    (wimple.ConfigError, 102, lambda: wimple.generalize(kind=CANARY)),  # type: ignore[arg-type]
    (wimple.PolicyError, 200, lambda: wimple.generalize(to=CANARY)),  # type: ignore[arg-type]
    (TypeError, None, lambda: wimple.Engine(hash_key=CANARY)),  # type: ignore[arg-type]
    (TypeError, None, lambda: pickle.dumps(wimple.Engine(hash_key=(CANARY * 2).encode()))),
    (wimple.ConfigError, 102, lambda: wimple.explain(CANARY)),
    (wimple.ConfigError, 102, lambda: wimple.Engine(max_findings=-1)),
    (wimple.ConfigError, 102, lambda: wimple.Engine().session().restore(CANARY, "lax")),  # type: ignore[arg-type]
    (wimple.PolicyError, 200, lambda: wimple.Policy.from_document("version = 9\n")),
    (wimple.PolicyError, 200, lambda: wimple.Engine("{")),
    (TypeError, None, lambda: wimple.redact(CANARY.encode())),  # type: ignore[arg-type]
    (TypeError, None, lambda: wimple.redact(None)),  # type: ignore[arg-type]
    (TypeError, None, lambda: wimple.Engine().redact_many(CANARY)),
    (TypeError, None, lambda: wimple.Engine().redact_many([CANARY, 1])),  # type: ignore[list-item]
    (TypeError, None, lambda: pickle.dumps(wimple.Engine().session())),
]


@pytest.mark.parametrize("case", range(len(FAILURES)))
def test_failures_are_typed_coded_and_silent(case: int) -> None:
    kind, code, call = FAILURES[case]
    with pytest.raises(kind) as caught:
        call()
    assert type(caught.value) is kind
    if code is not None:
        assert isinstance(caught.value, wimple.Error)
        assert caught.value.code == code
    # Everything a log would show, but for the lines of this file.
    shown = [str(caught.value), repr(caught.value), repr(caught.value.args), repr(vars(caught.value))]
    shown += traceback.format_exception_only(kind, caught.value)
    assert "canary" not in "".join(shown)
    assert caught.value.__cause__ is None and caught.value.__context__ is None


def test_a_file_of_policy_is_not_quoted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(f'version = 1\n[[test]]\nname = "x"\ntext = "{CANARY}"\nredacted = "other"\n')
    engine = wimple.Engine(wimple.Policy.from_file(file))
    said = engine.check()
    assert said and "canary" not in "".join(said)
    assert "canary" not in repr(engine) + repr(engine.policy)
    out = capfd.readouterr()
    assert out.out == out.err == ""


def test_the_tree_of_errors() -> None:
    assert issubclass(wimple.PolicyError, wimple.ConfigError)
    for kind in (wimple.ConfigError, wimple.InputError):
        assert issubclass(kind, wimple.Error) and issubclass(kind, ValueError)
    for kind in (wimple.LimitError, wimple.TokenError):
        assert issubclass(kind, wimple.Error)


def test_names_are_those_of_the_package() -> None:
    for name in wimple.__all__:
        thing = getattr(wimple, name)
        if isinstance(thing, type):
            assert (thing.__module__, thing.__qualname__) == ("wimple", name)


def test_the_place_of_a_surrogate_is_told() -> None:
    with pytest.raises(wimple.InputError, match="index 3"):
        wimple.redact("abc\udfff")


def test_a_text_at_the_limit_passes() -> None:
    assert wimple.Engine(max_input=3).redact("abc").text == "abc"
    with pytest.raises(wimple.LimitError):
        wimple.Engine(max_input=3).redact("abé")
