"""Conversations: the same value has the same number, and finds its way back."""

from __future__ import annotations

import pytest

from wimple import ConfigError, Engine, Policy, placeholder

TURN = "I am bo@example.com, card 4111 1111 1111 1111"


@pytest.fixture
def engine() -> Engine:
    return Engine(Policy(default=placeholder()))


def test_there_and_back(engine: Engine) -> None:
    session = engine.session()
    out = session.redact(TURN)
    assert "bo@example.com" not in out.text and "4111" not in out.text
    for tolerance in ("exact", "tolerant"):
        back = session.restore(out.text, tolerance)  # type: ignore[arg-type]
        assert back.text == TURN
        assert back.report["restored"] == 2


def test_same_value_same_placeholder(engine: Engine) -> None:
    session = engine.session()
    first = session.redact("bo@example.com").text
    assert first.startswith("[EMAIL_ADDRESS_1.")
    assert session.redact("to bo@example.com").text == "to " + first
    assert session.redact("ann@example.com").text != first


def test_tolerance(engine: Engine) -> None:
    session = engine.session()
    sent = session.redact("bo@example.com").text
    assert session.restore(sent.lower()).text == "bo@example.com"
    assert session.restore(sent.lower(), "exact").text == sent.lower()
    with pytest.raises(ConfigError, match="tolerance"):
        session.restore(sent, "lax")  # type: ignore[arg-type]


def test_a_typed_placeholder_opens_nothing(engine: Engine) -> None:
    session = engine.session()
    session.redact("bo@example.com")
    assert session.restore("[EMAIL_ADDRESS_1]").text == "[EMAIL_ADDRESS_1]"
    sent = session.redact("bo@example.com").text
    assert engine.session().restore(sent).text == sent, "another session's"


def test_analyze_remembers_nothing(engine: Engine) -> None:
    session = engine.session()
    assert [f.entity_type for f in session.analyze("bo@example.com")] == ["EMAIL_ADDRESS"]
    assert session.redact("ann@example.com").text.startswith("[EMAIL_ADDRESS_1.")


def test_repr_is_silent(engine: Engine) -> None:
    session = engine.session()
    out = session.redact(TURN)
    back = session.restore(out.text)
    for shown in (repr(session), repr(out), repr(back), repr(engine)):
        assert "example.com" not in shown and "4111" not in shown
