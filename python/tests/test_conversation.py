"""Questions type bare answers, and a value over two messages revises the first."""

from __future__ import annotations

import pickle

import pytest

from wimple import ConfigError, Engine, Redacted


def test_questions_type_bare_answers() -> None:
    session = Engine().session()
    session.redact("What is your date of birth?", speaker="agent")
    out = session.redact("4th of march 81")
    assert out.text == "[DATE_OF_BIRTH]"
    assert out.findings[0].evidence.context == "question"
    session.redact("¿Y el código de seguridad?", speaker="bot", at=100)
    assert session.redact("es 912", at=701).text == "es 912"


def test_nobody_else_opens_a_question() -> None:
    session = Engine().session()
    session.redact("do you need the code on the back?")
    session.redact("the code on the back?", speaker="system")
    assert session.redact("912").text == "912"
    with pytest.raises(ConfigError, match="speaker"):
        session.redact("912", speaker="boss")  # type: ignore[arg-type]


def test_values_over_two_messages() -> None:
    session = Engine().session()
    assert session.redact("4111 1111", turn="m1").text == "4111 1111"
    out = session.redact("1111 1111", turn="m2")
    assert out.text == "[CREDIT_CARD]"
    assert out.revisions == {"m1": "[CREDIT_CARD]"}
    again = pickle.loads(pickle.dumps(out))
    assert again == out and again.revisions == out.revisions
    assert Redacted("", [], {}).revisions == {}
