"""Laws, held against many made texts. The seed is fixed: the same texts on every machine."""

from __future__ import annotations

import random

import pytest

import wimple

PIECES = [
    "bo@example.com",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "my password is Tr0ub4dor&3",
    "+1 650 555 0123",
    "192.0.2.1",
    "https://example.com/a?b=c",
    "[EMAIL_ADDRESS]",
    "order 12345678",
    "日本語",
    "é",
    "e\u0301",
    "😀",
    "👨‍👩‍👧",
    "\u200b",
    "\u202e",
    "\0",
    " ",
    "\n",
    "\r\n",
    ".",
    ",",
    "@",
    "-",
    "hello there",
    "Zoë",
]


def texts(seed: int, count: int, between: tuple[str, ...] = ("", " ", ", ")) -> list[str]:
    rng = random.Random(seed)
    return [
        "".join(rng.choice(PIECES) + rng.choice(between) for _ in range(rng.randrange(12)))
        for _ in range(count)
    ]


@pytest.mark.parametrize("seed", range(10))
def test_spans_are_sorted_and_disjoint_or_nested(seed: int) -> None:
    for text in texts(seed, 60):
        findings = wimple.analyze(text)
        starts = [f.start for f in findings]
        assert starts == sorted(starts)
        for f in findings:
            assert 0 <= f.start < f.end <= len(text)
            for g in findings:
                apart = f.end <= g.start or g.end <= f.start
                nested = (f.start <= g.start and g.end <= f.end) or (g.start <= f.start and f.end <= g.end)
                assert apart or nested


@pytest.mark.parametrize("seed", range(10))
def test_what_is_outside_findings_stays(seed: int) -> None:
    engine = wimple.Engine(wimple.Policy(default=wimple.remove()))
    for text in texts(seed, 60):
        out = engine.redact(text)
        rest, at = [], 0
        for f in out.findings:
            if f.start >= at:
                rest.append(text[at : f.start])
                at = f.end
        assert out.text == "".join(rest) + text[at:]


@pytest.mark.parametrize("seed", range(10))
def test_redacting_twice_changes_nothing_more(seed: int) -> None:
    # Pieces stand apart: what is glued to a finding gets a new edge when a label takes the finding's place.
    for text in texts(seed, 60, between=(" ", ", ")):
        once = wimple.redact(text).text
        assert wimple.redact(once).text == once


@pytest.mark.parametrize("seed", range(10))
def test_restore_undoes_redact(seed: int) -> None:
    session = wimple.Engine(wimple.Policy(default=wimple.placeholder())).session()
    for text in texts(seed, 30):
        assert session.restore(session.redact(text).text, "exact").text == text


@pytest.mark.parametrize("seed", range(5))
def test_same_text_same_answer(seed: int) -> None:
    engine = wimple.Engine()
    for text in texts(seed, 60):
        assert engine.redact(text) == wimple.redact(text) == wimple.Redacted(
            engine.redact(text).text, engine.analyze(text), engine.redact(text).report
        )


def test_long_texts_work() -> None:
    text = "x" * 5_000_000 + " bo@example.com"
    (finding,) = [f for f in wimple.analyze(text) if f.entity_type == "EMAIL_ADDRESS"]
    assert text[finding.start : finding.end] == "bo@example.com"
