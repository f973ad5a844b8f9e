"""Conversations: the same value has the same number, and finds its way back."""

from __future__ import annotations

import json
import pickle

import pytest

from wimple import ConfigError, Engine, Policy, Recognizer, SessionError, placeholder

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


def test_sealing_needs_keys(engine: Engine) -> None:
    with pytest.raises(SessionError, match="no keyset"):
        engine.session().seal("ticket")
    with pytest.raises(SessionError, match="no keyset"):
        engine.resume("wims1.", "ticket")


def test_pickling_says_what_to_do(engine: Engine) -> None:
    with pytest.raises(TypeError, match="Session.seal"):
        pickle.dumps(engine.session())


def test_values_stay_inside_what_they_are_put_into() -> None:
    policy = Policy(default=placeholder(), recognizers=[Recognizer.words("NICK", ['Bo "the" <Lee>'])])
    session = Engine(policy).session()
    sent = session.redact('Bo "the" <Lee> called').text
    document = session.restore(json.dumps({"note": sent}), sink="json").text
    assert json.loads(document) == {"note": 'Bo "the" <Lee> called'}
    page = session.restore(f"<p>{sent}</p>", sink="html").text
    assert page == "<p>Bo &quot;the&quot; &lt;Lee&gt; called</p>"
    with pytest.raises(ConfigError, match="sink"):
        session.restore(sent, sink="csv")  # type: ignore[arg-type]


def test_loose_is_asked_for(engine: Engine) -> None:
    session = engine.session()
    sent = session.redact("bo@example.com").text
    bare = sent.strip("[]")
    assert session.restore(bare).text == bare
    assert session.restore(f"to {bare}, please", "loose").text == "to bo@example.com, please"
