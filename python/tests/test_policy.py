"""Policies: built, read, written, wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import wimple
from wimple import Engine, Policy, keep, label, mask, placeholder, remove

TEXT = "Write to bo@example.com, card 4111 1111 1111 1111."

TOML = """\
version = 1
default = "remove"

[[rule]]
types = ["CREDIT_CARD"]
operator = "mask"
keep_last = 4

[[test]]
name = "card keeps its last four"
text = "card 4111 1111 1111 1111"
redacted = "card **** **** **** 1111"
finds = ["CREDIT_CARD"]
"""


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        (keep(), "bo@example.com"),
        (remove(), ""),
        (label(), "[EMAIL_ADDRESS]"),
        (mask(), "**@*******.***"),
        (mask(character="#", length=3), "###"),
        (placeholder(restorable=False), "[EMAIL_ADDRESS_1]"),
    ],
)
def test_operators(operator: wimple.Operator, expected: str) -> None:
    assert Engine(Policy({"EMAIL_ADDRESS": operator})).redact("bo@example.com").text == expected
    assert Engine(Policy(default=operator)).redact("bo@example.com").text == expected


def test_operators_are_values() -> None:
    assert mask(keep_last=4) == mask(keep_last=4, character="*")
    assert mask(keep_last=4) != mask(keep_first=4)
    assert len({mask(), mask(), keep(), label()}) == 3
    assert repr(mask(keep_last=4, keep_separators=False)) == "mask(keep_last=4, keep_separators=False)"
    assert mask().name == "mask"


@pytest.mark.parametrize("wrong", [{"keep_last": -1}, {"character": "ab"}, {"character": "x"}, {"length": -3}])
def test_what_a_mask_refuses(wrong: dict[str, Any]) -> None:
    (key,) = wrong
    with pytest.raises(wimple.ConfigError, match=key):
        mask(**wrong)


def test_rules_and_default() -> None:
    engine = Engine(Policy({"CREDIT_CARD": mask(keep_last=4)}, default=remove()))
    assert engine.redact(TEXT).text == "Write to , card **** **** **** 1111."


def test_categories_are_keys_too() -> None:
    engine = Engine(Policy({"financial": remove()}))
    assert engine.redact(TEXT).text == "Write to [EMAIL_ADDRESS], card ."


def test_the_first_rule_that_fits_wins() -> None:
    engine = Engine(Policy({"CREDIT_CARD": keep(), "financial": remove()}))
    assert "4111" in engine.redact(TEXT).text


def test_enable_disable_allow_and_minimum() -> None:
    assert Engine(Policy(disable=["CREDIT_CARD"])).redact(TEXT).report["findings"] == 1
    assert "bo@example.com" in Engine(Policy(allow=["BO@example.com"])).redact(TEXT).text
    assert all(f.score >= 1.0 for f in Engine(Policy(minimum_score=1.0)).analyze(TEXT))


def test_specimens_can_be_ignored() -> None:
    engine = Engine(Policy(specimens="ignore"))
    for text in ("mail bo@example.com", "card 4111 1111 1111 1111"):
        out = engine.redact(text)
        assert out.text == text  # found, marked, and left as it stands
        assert [f.evidence.specimen for f in out.findings] == [True]


def test_benign_shapes() -> None:
    with_template = Engine(Policy(benign={"our numbers": "9999 9999 9999 9999"}))
    assert with_template.redact("card 4111 1111 1111 1111").text == "card 4111 1111 1111 1111"


def test_documents(tmp_path: Path) -> None:
    engine = Engine(TOML)
    assert engine.redact(TEXT).text == "Write to , card **** **** **** 1111."
    assert engine.check() == []
    file = tmp_path / "policy.toml"
    file.write_text(TOML, encoding="utf-8")
    assert Policy.from_file(file) == Policy.from_document(TOML) == engine.policy
    assert Policy.from_file(str(file)) == engine.policy


def test_json_is_the_same_policy() -> None:
    policy = Policy.from_document(TOML)
    again = Policy.from_document(policy.to_json())
    assert again == policy and hash(again) == hash(policy)
    assert json.loads(policy.to_json())["version"] == 1
    assert repr(policy) == "Policy(rules: 1, tests: 1)"


def test_a_failing_example_is_told_without_its_text() -> None:
    lines = Engine(TOML.replace("1111\"\nfinds", "1112\"\nfinds")).check()
    assert len(lines) == 1 and "card keeps its last four" in lines[0]
    assert "4111" not in lines[0]


def test_typos_get_place_and_hint() -> None:
    with pytest.raises(wimple.PolicyError) as caught:
        Policy.from_document(TOML.replace("CREDIT_CARD", "CREDT_CARD", 1))
    assert caught.value.code == 200
    assert caught.value.line == 5
    assert caught.value.column > 0
    assert "CREDIT_CARD" in (caught.value.hint or "")
    assert "^" in str(caught.value)
    with pytest.raises(wimple.PolicyError, match="CREDIT_CARD"):
        Policy({"CREDT_CARD": keep()})


def test_wrong_arguments() -> None:
    with pytest.raises(TypeError):
        Policy({"CREDIT_CARD": "mask"})  # type: ignore[dict-item]
    with pytest.raises(TypeError):
        Engine(42)  # type: ignore[arg-type]
    with pytest.raises(wimple.ConfigError, match="not one string"):
        Policy(disable="CREDIT_CARD")
    with pytest.raises(wimple.ConfigError):
        Policy(minimum_score=7.0)
    with pytest.raises(wimple.ConfigError):
        Engine(max_input=-1)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        Policy.from_file(tmp_path / "none.toml")
    assert str(caught.value.filename).endswith("none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9\nversion = 1\n")
    with pytest.raises(wimple.InputError, match="byte 5"):
        Policy.from_file(tmp_path / "latin.toml")
