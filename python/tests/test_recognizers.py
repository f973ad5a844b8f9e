"""Recognizers of one's own: made in Python, written in documents, and callables."""

from __future__ import annotations

import copy
import datetime
import pickle
import threading
from collections.abc import Iterator
from typing import Any

import pytest

import wimple
from wimple import Engine, Policy, Recognizer

CONTRACT = Recognizer.regex("CONTRACT_NO", r"CT-\d{6}", context=["contract"])
CODENAME = Recognizer.words("CODENAME", ["Blue Falcon", "Müritz"], category="secret")
CUSTOMER = Recognizer.template("CUSTOMER_NO", "'K'~9999-9999", check="luhn", score=0.6, name="customers")


def seats(text: str, hints: wimple.Hints) -> Iterator[tuple[int, int]]:
    at = text.find("17C")
    while at >= 0:
        yield at, at + 3
        at = text.find("17C", at + 3)


def test_what_they_find() -> None:
    engine = Engine(Policy({"CODENAME": wimple.remove()}, recognizers=[CONTRACT, CODENAME, CUSTOMER]))
    out = engine.redact("é contract CT-004711: blue falcons, K-7992-7398, K-7992-7399, in Muritz!")
    assert out.text == "é contract [CONTRACT_NO]: , [CUSTOMER_NO], K-7992-7399, in !"
    first, second, third, _ = out.findings
    assert (first.start, first.end, first.score, first.evidence.context) == (11, 20, 0.9, "before")
    assert (second.category, second.evidence.recognizer) == ("secret", "words:CODENAME")
    assert (third.evidence.check, third.evidence.recognizer) == ("valid", "customers")
    assert "found by the recognizer customers" in engine.explain("K-7992-7398").text
    assert engine.entities()[-3:] == ["CONTRACT_NO", "CODENAME", "CUSTOMER_NO"]
    assert "CREDIT_CARD" in engine.entities()


def test_documents_say_the_same() -> None:
    document = r"""
version = 1
[[recognizer]]
type = "CONTRACT_NO"
regex = 'CT-\d{6}'
context = ["contract"]
[[recognizer]]
type = "CODENAME"
words = ["Blue Falcon", "Müritz"]
category = "secret"
[[recognizer]]
type = "CUSTOMER_NO"
template = "'K'~9999-9999"
check = "luhn"
score = 0.6
name = "customers"
"""
    built = Policy(recognizers=[CONTRACT, CODENAME, CUSTOMER])
    assert Policy.from_document(document) == built == Policy.from_document(built.to_json())


def test_they_are_values() -> None:
    again = Recognizer.regex("CONTRACT_NO", r"CT-\d{6}", context=["contract"])
    assert again == CONTRACT and hash(again) == hash(CONTRACT) and again != CODENAME
    for one in (CONTRACT, CODENAME, CUSTOMER, Recognizer.callback("SEAT", score=0.5)):
        assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    assert (CODENAME.entity_type, CODENAME.kind) == ("CODENAME", "words")
    assert repr(CODENAME) == "Recognizer(words: CODENAME)"
    several = Recognizer.regex("CODE", ["ab", r"c\d"])
    (finding,) = Engine(Policy(recognizers=[several])).analyze("so c7")
    assert finding.evidence.recognizer == "regex:CODE#2"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: Recognizer.regex("CODE", "xylocarp("), "regular expression"),
        (lambda: Recognizer.regex("CODE", []), "no pattern"),
        (lambda: Recognizer.regex("code", "ab"), "capitals"),
        (lambda: Recognizer.regex("CODE", "ab", score=75), "0.0 to 1.0"),
        (lambda: Recognizer.regex("CODE", "ab", category="busines"), "business"),
        (lambda: Recognizer.words("CODE", "xylocarp"), "not one string"),
        (lambda: Recognizer.words("CODE", []), "empty"),
        (lambda: Recognizer.words("CODE", ["a"], context=["xylocarp b"]), "one word"),
        (lambda: Recognizer.template("CODE", "999"), "5 to 36"),
        (lambda: Recognizer.template("CODE", "99999", check="luhm"), "luhn"),  # type: ignore[arg-type]
        (lambda: Recognizer.callback("ORDER_REFERENCE"), "benign twin"),
        (lambda: Recognizer({"type": "CODE", "wrds": ["xylocarp"]}), "words"),
        (lambda: Engine(Policy(recognizers=[Recognizer.callback("SEAT")])), "SEAT was not given"),
        (lambda: Engine(recognizers={"a seat": seats}), "capitals"),
        (lambda: Policy({"NOBODY": wimple.keep()}), "unknown entity type"),
    ],
)
def test_what_is_refused(wrong: Any, said: str) -> None:
    with pytest.raises(wimple.ConfigError, match=said) as caught:
        wrong()
    assert "xylocarp" not in str(caught.value)


def test_wrong_types() -> None:
    with pytest.raises(TypeError):
        Policy(recognizers=["CODE"])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        Engine(recognizers={"SEAT": "17C"})  # type: ignore[dict-item]


def test_callables_find_in_code_points() -> None:
    engine = Engine(recognizers={"SEAT": seats})
    out = engine.redact("é 😀 17C, 17C and bo@example.com")
    assert out.text == "é 😀 [SEAT], [SEAT] and [EMAIL_ADDRESS]"
    assert [(f.start, f.end) for f in out.findings[:2]] == [(4, 7), (9, 12)]
    assert engine.entities()[-1] == "SEAT"
    assert engine.redact_many(["17C", "x"])[0].text == "[SEAT]"
    assert engine.session().redact("17C").text == "[SEAT]"
    assert len(engine.analyze("17C " * 2000)) == 2000


def test_callables_get_hints_and_give_scores() -> None:
    seen: list[Any] = []

    def find(text: str, hints: wimple.Hints) -> list[tuple[int, int, float]]:
        seen.append((text, dict(hints)))
        return [(0, 1, 0.49), (1, 2, 0.91)]

    declared = Recognizer.callback("SEAT", category="account", context=["seat"])
    engine = Engine(Policy(recognizers=[declared]), recognizers={"SEAT": find})
    day = datetime.date(2026, 2, 28)
    (finding,) = engine.analyze("ab", path="/a/b", region="DE", today=day)
    assert (finding.category, finding.score, finding.start) == ("account", 0.91, 1)
    engine.analyze("é!", path="/a/seat")
    assert seen == [
        ("ab", {"path": "/a/b", "region": "DE", "role": "", "today": day}),
        ("é!", {"path": "/a/seat", "region": "", "role": "", "today": None}),
    ]


@pytest.mark.parametrize(
    ("gives", "said"),
    [
        (lambda text: [(0, len(text) + 1)], "not in the text"),
        (lambda text: [(3, 3)], "empty place"),
        (lambda text: [(0, 1200)], "1024"),
        (lambda text: [(-1, 2)], "raised OverflowError"),
        (lambda text: [(0, 1, 2.0)], "raised ValueError"),
        (lambda text: [(0,)], "raised IndexError"),
        (lambda text: [text], "raised TypeError"),
        (lambda text: None, "raised TypeError"),
        (lambda text: {}[text], "raised KeyError"),
    ],
)
def test_callables_that_fail_fail_the_call(gives: Any, said: str) -> None:
    text = "xylocarp é " + "a" * 1500
    engine = Engine(recognizers={"SEAT": lambda text, hints: gives(text)})
    for call in (engine.redact, engine.analyze, engine.explain, engine.session().redact):
        with pytest.raises(wimple.Error, match="callback of SEAT failed") as caught:
            call(text)
        assert type(caught.value) is wimple.Error and caught.value.code == 600
        assert said in str(caught.value) and "xylocarp" not in str(caught.value)
        assert caught.value.__cause__ is None and caught.value.__context__ is None
    with pytest.raises(wimple.Error):
        engine.redact_many(["a", text])


def test_an_interrupt_goes_through() -> None:
    def stop(text: str, hints: wimple.Hints) -> list[tuple[int, int]]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Engine(recognizers={"SEAT": stop}).redact("17C")


def test_a_callable_may_ask_an_engine() -> None:
    plain = Engine()

    def find(text: str, hints: wimple.Hints) -> list[tuple[int, int]]:
        return [(f.end, len(text)) for f in plain.analyze(text)]

    text = "bo@example.com" + " and on" * 100
    assert Engine(recognizers={"REST": find}).redact(text).text == "[EMAIL_ADDRESS][REST]"


def test_threads_share_a_callable() -> None:
    engine = Engine(recognizers={"SEAT": seats})
    text = "17C and bo@example.com " * 100
    alone = engine.redact(text).text
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(engine.redact(text).text)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == [alone] * 6


def test_engines_pickle_with_functions_of_modules_only() -> None:
    policy = Policy(recognizers=[CONTRACT, Recognizer.callback("SEAT", category="account")])
    again = pickle.loads(pickle.dumps(Engine(policy, recognizers={"SEAT": seats}, max_input=100)))
    (finding,) = again.analyze("17C")
    assert (finding.entity_type, finding.category) == ("SEAT", "account")
    with pytest.raises(wimple.LimitError):
        again.redact("a" * 101)
    with pytest.raises(TypeError, match="callable that finds SEAT cannot be pickled, and so its Engine cannot"):
        pickle.dumps(Engine(recognizers={"SEAT": lambda text, hints: []}))
    # The policy alone always can.
    assert pickle.loads(pickle.dumps(Engine(recognizers={"SEAT": lambda text, hints: []}).policy))
