"""What the catalogue says of a type: the same text and the same object in Rust, C and Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Cli

import wimple

#: Written by the core's own tests; C is held against the same files.
DATA = Path(__file__).parents[2] / "core" / "tests" / "data"


def test_python_explains_what_the_other_languages_do(cli: Cli) -> None:
    text = (DATA / "us_ssn.txt").read_text(encoding="utf-8")
    document = (DATA / "us_ssn.json").read_text(encoding="utf-8")
    info = next(info for info in wimple.entities() if info.id == "US_SSN")
    assert info.to_text() == wimple.explain("us_ssn") == text
    assert info.to_json() + "\n" == document
    assert cli("explain", "US_SSN").stdout.decode().replace("\r\n", "\n") == text
    assert cli("explain", "US_SSN", "--json").stdout.decode().replace("\r\n", "\n") == document


@pytest.mark.parametrize("info", wimple.entities(), ids=lambda info: info.id)
def test_every_fact_has_its_attribute(info: wimple.EntityInfo) -> None:
    told = json.loads(info.to_json())
    assert told.pop("catalog") == wimple.CATALOG_VERSION
    assert told.pop("default") == info.by_default
    assert told.pop("check") == info.has_check
    assert told.pop("skips") == [{"text": text, "reason": reason} for text, reason in info.skips]
    for key in ("cues", "context", "hints", "finds", "sources"):
        assert tuple(told.pop(key)) == getattr(info, key)
    for key, value in told.items():
        assert getattr(info, key) == value
    assert len(told) == 8
    assert info.about
    text = info.to_text()
    for said in (info.id, info.title, info.sources[0], info.skips[0][1]):
        assert " ".join(said.split()) in " ".join(text.split())
