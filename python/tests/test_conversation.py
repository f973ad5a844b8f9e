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


def test_findings_of_a_question_can_be_pickled() -> None:
    session = Engine().session()
    session.redact("What is your date of birth?", speaker="agent")
    finding = session.redact("4th of march 81").findings[0]
    assert pickle.loads(pickle.dumps(finding)) == finding


def test_a_draft_is_seen_and_not_remembered() -> None:
    session = Engine().session()
    session.redact("and the code on the back?", speaker="agent", at=100)
    for _ in range(4):
        assert [f.entity_type for f in session.analyze("it's 912", at=101)] == ["CARD_VERIFICATION_CODE"]
    assert session.analyze("912", speaker="agent") == []
    assert session.analyze("912", at=900) == []
    assert session.redact("912", at=101).text == "[CARD_VERIFICATION_CODE]"


def test_values_that_were_said_are_known_in_other_spellings() -> None:
    session = Engine().session()
    session.redact("my ssn is 472-81-0094")
    out = session.redact("so 4728 10094?", speaker="agent")
    assert out.text == "so [US_SSN]?"
    assert out.findings[0].evidence.context == "earlier"
