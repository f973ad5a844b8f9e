"""Operators that need more than a policy: roles, a key, callables."""

from __future__ import annotations

import hashlib
import hmac
import struct
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import wimple
from wimple import Engine, Policy, custom, generalize, label, partial, placeholder

KEY = b"0123456789abcdef0123456789abcdef"
CARD = "4111 1111 1111 1111"


def hashed(entity: str, canonical: str, key: bytes = KEY) -> str:
    """What docs/policy.md says a hash is."""
    name = entity.encode()
    message = b"wimple hash 1" + struct.pack(">Q", len(name)) + name + canonical.encode()
    return f"[{entity}:{hmac.new(key, message, hashlib.sha256).hexdigest()[:32]}]"


def with_custom(callable: Callable[[str, str], str]) -> Engine:
    return Engine(Policy({"CREDIT_CARD": custom("cards")}), custom={"cards": callable})


def test_a_role_sees_more() -> None:
    engine = Engine(Policy({"CREDIT_CARD": partial(["billing", "fraud"])}, default=partial()))
    text = f"card {CARD}, call +1 650 253 0000, jane@example.com"
    narrow = "card **** **** **** 1111, call +1 *** *** **00, j****@e****.com"
    assert engine.redact(text).text == narrow
    assert engine.redact(text, role="agent").text == narrow
    for role in ("billing", "fraud"):
        assert engine.redact(text, role=role).text == narrow.replace("****", "4111 11**", 1).replace(" ****", "", 1)
        assert engine.session().redact(text, role=role).text.startswith("card 4111 11** **** 1111")
    once = engine.redact(text).text
    assert engine.redact(once).text == once


def test_hashes_are_those_of_the_document() -> None:
    engine = Engine(Policy(default=wimple.hash()), hash_key=KEY)
    assert engine.redact("bo@EXAMPLE.com").text == hashed("EMAIL_ADDRESS", "bo@example.com")
    card = hashed("CREDIT_CARD", "4111111111111111")
    for written in (CARD, "4111-1111-1111-1111", "4111111111111111"):
        assert engine.redact(f"card {written}").text == f"card {card}"
    assert engine.redact(f"card {card}").text == f"card {card}"
    other = Engine(Policy(default=wimple.hash()), hash_key=bytearray(reversed(KEY)))
    assert other.redact(f"card {CARD}").text == f"card {hashed('CREDIT_CARD', '4111111111111111', KEY[::-1])}"


def test_operators_with_keys_say_what_the_document_says() -> None:
    said = {
        "EMAIL_ADDRESS": wimple.tokenize("canonical"),
        "IBAN_CODE": wimple.encrypt(),
        "CREDIT_CARD": wimple.fpe(keep_last=4),
        "PERSON": wimple.pseudonym(),
        "DATE_OF_BIRTH": wimple.shift_date(30, 300, keep_weekday=True),
    }
    document = """
        version = 1
        rule = [
            { types = ["EMAIL_ADDRESS"], operator = "tokenize", form = "canonical" },
            { types = ["IBAN_CODE"], operator = "encrypt" },
            { types = ["CREDIT_CARD"], operator = "fpe", keep_last = 4 },
            { types = ["PERSON"], operator = "pseudonym" },
            { types = ["DATE_OF_BIRTH"], operator = "shift_date", least = 30, most = 300, keep_weekday = true },
        ]
    """
    assert Policy(said) == Policy.from_document(document)
    plain = [wimple.tokenize(), wimple.encrypt(), wimple.fpe(), wimple.pseudonym(), wimple.shift_date()]
    assert [repr(o) for o in plain] == ["tokenize()", "encrypt()", "fpe()", "pseudonym()", "shift_date()"]
    assert repr(said["DATE_OF_BIRTH"]) == "shift_date(keep_weekday=True, least=30, most=300)"


@pytest.mark.parametrize(
    "make",
    [
        lambda: wimple.tokenize("exakt"),  # type: ignore[arg-type]
        lambda: wimple.fpe(7),
        lambda: wimple.fpe(keep_last=5),
        lambda: wimple.fpe(-1),
        lambda: wimple.shift_date(0),
        lambda: wimple.shift_date(9, 8),
        lambda: wimple.shift_date(1, 3661),
        lambda: wimple.shift_date(1, 69, True),
        lambda: Policy(default=wimple.fpe()),
        lambda: Policy({"PERSON": wimple.shift_date()}),
        lambda: Policy({"CREDIT_CARD": wimple.fpe(6, 4)}),
    ],
)
def test_operators_with_keys_refuse_what_they_cannot_do(make: Callable[[], object]) -> None:
    with pytest.raises(wimple.PolicyError):
        make()


@pytest.mark.parametrize("operator", [wimple.tokenize(), wimple.encrypt(), wimple.pseudonym()])
def test_operators_with_keys_need_keys(operator: wimple.Operator) -> None:
    with pytest.raises(wimple.PolicyError, match=f"{operator.name} needs a keyset"):
        Engine(Policy(default=operator))


def test_a_text_may_be_about_somebody() -> None:
    engine = Engine()
    text = f"card {CARD}"
    assert engine.redact(text, tenant="acme", subject="customer 17").text == "card [CREDIT_CARD]"
    assert engine.session().redact(text, tenant="acme", subject="17").text == "card [CREDIT_CARD]"
    assert len(engine.analyze(text, tenant="acme")) == len(engine.session().analyze(text, tenant="acme")) == 1
    with pytest.raises(wimple.InputError):
        engine.redact(text, subject="\ud800")


def test_a_hash_needs_a_key() -> None:
    with pytest.raises(wimple.PolicyError, match="hash needs a key"):
        Engine(Policy(default=wimple.hash()))
    with pytest.raises(wimple.ConfigError, match="has 5") as caught:
        Engine(hash_key=b"weak!")
    assert "weak" not in str(caught.value) and caught.value.code == 102
    for wrong in ("x" * 40, 40, [1] * 40):
        with pytest.raises(TypeError, match="bytes or bytearray"):
            Engine(hash_key=wrong)  # type: ignore[arg-type]


def test_values_become_less_exact() -> None:
    policy = Policy({"DATE_OF_BIRTH": generalize(to="month"), "IP_ADDRESS": generalize()})
    out = Engine(policy).redact("dob 1980-12-20, login from 203.0.113.7").text
    assert out == "dob 1980-12, login from 203.0.113.0/24"
    assert Engine(policy).redact(out).text == out


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"to": "day"}, "to"),
        ({"width": 1}, "width"),
        ({"width": 1000}, "width"),
        ({"decimals": 3}, "decimals"),
        ({"kind": "weight"}, "kind"),
    ],
)
def test_what_generalize_refuses(wrong: dict[str, Any], word: str) -> None:
    with pytest.raises(wimple.ConfigError, match=word):
        generalize(**wrong)


def test_generalize_is_told_its_types() -> None:
    for policy in (
        lambda: Policy(default=generalize()),
        lambda: Policy({"PERSON": generalize()}),
        lambda: Policy({"network": generalize()}),
        lambda: Policy({"IP_ADDRESS": generalize(kind="age")}),
    ):
        with pytest.raises(wimple.PolicyError, match="generalize"):
            policy()
    assert generalize() == generalize(to="year", width=10) != generalize(kind="amount")
    assert repr(generalize(width=5)) == "generalize(width=5)"


def test_a_callable_answers() -> None:
    asked: list[tuple[str, str]] = []

    def answer(entity_type: str, value: str) -> str:
        asked.append((entity_type, value))
        return f"[card {len(asked)} é]"

    engine = with_custom(answer)
    assert engine.redact(f"é {CARD} and 5555 5555 5555 4444, bo@example.com").text == (
        "é [card 1 é] and [card 2 é], [EMAIL_ADDRESS]"
    )
    assert asked == [("CREDIT_CARD", CARD), ("CREDIT_CARD", "5555 5555 5555 4444")]
    # A long text, during which the interpreter is free, and several in one go.
    assert engine.redact("word " * 1000 + CARD).text.endswith(" [card 3 é]")
    assert [out.text for out in engine.redact_many([CARD, "none", CARD])] == ["[card 4 é]", "none", "[card 5 é]"]
    assert engine.session().redact(CARD).text == "[card 6 é]"
    assert engine.redact(CARD).report["counts"] == [{"type": "CREDIT_CARD", "operator": "custom", "count": 1}]


def test_a_callable_that_is_not_there() -> None:
    with pytest.raises(wimple.PolicyError, match='no callback named "cards"'):
        Engine(Policy({"CREDIT_CARD": custom("cards")}), custom={"card": lambda entity, value: ""})
    with pytest.raises(TypeError, match="callables"):
        Engine(custom={"cards": "no"})  # type: ignore[dict-item]
    with pytest.raises(wimple.ConfigError, match="callback"):
        custom("")
    with pytest.raises(wimple.ConfigError, match="callback"):
        custom("bo@example.com")


def raises(entity_type: str, value: str) -> str:
    raise ValueError(value)


FAILING: list[Callable[[str, str], Any]] = [
    raises,
    lambda entity_type, value: value,
    lambda entity_type, value: f"<{value.replace(' ', '')}>",
    lambda entity_type, value: None,
    lambda entity_type, value: value.encode(),
    lambda entity_type, value: "\ud800",
    lambda value: value,  # type: ignore[misc]
]


@pytest.mark.parametrize("case", range(len(FAILING)))
@pytest.mark.parametrize("text", [f"card {CARD}", f"card {CARD} " + "word " * 1000])
def test_a_callable_that_fails_tells_nothing(case: int, text: str) -> None:
    engine = with_custom(FAILING[case])
    for call in (engine.redact, engine.session().redact):
        with pytest.raises(wimple.Error, match="bytes 5..24") as caught:
            call(text)
        error = caught.value
        assert type(error) is wimple.Error and error.code == 600
        assert error.__cause__ is None and error.__context__ is None
        assert "4111" not in f"{error} {error!r} {error.args} {vars(error)}"
    assert engine.redact("no card").text == "no card"


@pytest.mark.parametrize("ending", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_ends_it(ending: type[BaseException]) -> None:
    armed = True

    def answer(entity_type: str, value: str) -> str:
        if armed:
            raise ending
        return "x"

    engine = with_custom(answer)
    for call in (lambda: engine.redact(CARD), lambda: engine.session().redact(CARD)):
        with pytest.raises(ending):
            call()
    document = 'version = 1\n[on]\nCREDIT_CARD = { operator = "custom", callback = "cards" }\n'
    document += f'[[test]]\ntext = "{CARD}"\nfinds = []\n'
    with pytest.raises(ending):
        Engine(document, custom={"cards": answer}).check()
    armed = False
    assert engine.redact(CARD).text == "x"


def test_a_callable_may_use_the_engine_but_not_its_session() -> None:
    inner = Engine(Policy(default=label()))
    seen: list[object] = []
    session: wimple.Session

    def answer(entity_type: str, value: str) -> str:
        seen.append(inner.redact(value).text)
        seen.append(inner.session().redact(value).text)
        for call in (session.redact, session.analyze, session.restore):
            try:
                call(value)
            except wimple.ConfigError as error:
                seen.append(error.code)
        return "x"

    session = with_custom(answer).session()
    assert session.redact(f"card {CARD}").text == "card x"
    assert seen == ["[CREDIT_CARD]", "[CREDIT_CARD]", 102, 102, 102]
    assert session.redact(f"card {CARD}").text == "card x"


def test_threads_ask_at_the_same_time() -> None:
    both = threading.Barrier(2, timeout=30)

    def answer(entity_type: str, value: str) -> str:
        both.wait()
        return "x"

    engine = with_custom(answer)
    with ThreadPoolExecutor(2) as pool:
        assert [out.text for out in pool.map(engine.redact, [CARD, CARD + " " * 5000])] == ["x", "x" + " " * 5000]


def test_nothing_is_given_out_before_a_callable_fails() -> None:
    policy = Policy({"EMAIL_ADDRESS": placeholder(), "CREDIT_CARD": custom("cards")})
    session = Engine(policy, custom={"cards": raises}).session()
    with pytest.raises(wimple.Error):
        session.redact(f"al@example.com {CARD}")
    assert session.redact("bo@example.com").text.startswith("[EMAIL_ADDRESS_1.")


def test_an_engine_is_silent_about_key_and_callables() -> None:
    engine = Engine(Policy(default=wimple.hash()), hash_key=KEY, custom={"crm": raises})
    assert repr(engine) == "Engine(rules: 0, tests: 0)"
    assert "0123" not in engine.policy.to_json()


def test_the_name_hash_stays_the_built_in_one() -> None:
    assert "hash" not in wimple.__all__ and wimple.hash().name == "hash"
