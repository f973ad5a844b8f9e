"""Texts in pieces: what comes out is what comes out of the whole."""

from __future__ import annotations

import asyncio
import pickle
import random
import runpy
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

import wimple
from wimple import ConfigError, Engine, Error, Keyset, Policy, custom, placeholder, tokenize

TEXT = "zoë 😀 is at bo@example.com, card 4111 1111 1111 1111; so it goes and nobody answers. " * 80


def pieces(text: str, most: int, seed: int = 7) -> Iterator[str]:
    draw = random.Random(seed)
    at = 0
    while at < len(text):
        size = draw.randint(1, most)
        yield text[at : at + size]
        at += size


@pytest.mark.parametrize("most", [1, 7, 300, 4096, 100_000])
def test_the_whole(most: int) -> None:
    engine = Engine()
    whole = engine.redact(TEXT)
    with engine.redactor() as redactor:
        out = "".join(redactor.write(piece) for piece in pieces(TEXT, most)) + redactor.end()
        assert out == whole.text
        assert redactor.findings == whole.findings
        assert redactor.report == whole.report
        assert redactor.held == 0


def test_nothing_is_told_before_the_end() -> None:
    redactor = Engine().redactor()
    redactor.write("hello")
    assert redactor.held == 5
    with pytest.raises(ConfigError):
        redactor.findings  # noqa: B018
    assert redactor.end() == "hello"
    for call in (redactor.end, lambda: redactor.write("x")):
        with pytest.raises(ConfigError):
            call()
    with pytest.raises(TypeError):
        pickle.dumps(redactor)


def test_left_early_nothing_goes_out() -> None:
    with Engine().redactor() as redactor:
        redactor.write("my card is 4111 1111")
    with pytest.raises(ConfigError):
        redactor.end()


def test_a_callable_that_raises_ends_the_stream() -> None:
    def refuse(entity_type: str, value: str) -> str:
        raise ValueError(value)

    redactor = Engine(Policy(default=custom("crm")), custom={"crm": refuse}).redactor()
    redactor.write("bo@example.com ")
    with pytest.raises(Error) as raised:
        redactor.end()
    assert raised.value.code == 600 and "bo@" not in str(raised.value)


def test_a_callable_may_not_use_its_stream() -> None:
    held: list[wimple.Redactor] = []

    def reenter(entity_type: str, value: str) -> str:
        return held[0].write("more")

    held.append(Engine(Policy(default=custom("crm")), custom={"crm": reenter}).redactor())
    held[0].write("bo@example.com ")
    with pytest.raises(Error):
        held[0].end()


def test_finders_are_refused() -> None:
    engine = Engine(recognizers={"SEAT": lambda text, hints: []})
    with pytest.raises(ConfigError):
        engine.redactor()


def test_a_conversation() -> None:
    session = Engine(Policy(default=placeholder())).session()
    session.redact("What is your date of birth?", speaker="agent")
    redactor = session.redactor(turn="m2")
    sent = redactor.write("4th of ") + redactor.write("march 81") + redactor.end()
    assert sent.startswith("[DATE_OF_BIRTH_1.")
    assert redactor.findings[0].evidence.context == "question"
    restorer = session.restorer()
    back = "".join(restorer.write(letter) for letter in sent) + restorer.end()
    assert back == "4th of march 81"
    assert restorer.report["restored"] == 1


def test_values_over_two_turns() -> None:
    session = Engine().session()
    session.redact("4111 1111", turn="m1")
    redactor = session.redactor(turn="m2")
    assert redactor.write("1111 ") + redactor.write("1111") + redactor.end() == "[CREDIT_CARD]"
    assert redactor.revisions == {"m1": "[CREDIT_CARD]"}


def test_iterators() -> None:
    whole = Engine().redact(TEXT)
    assert "".join(wimple.redact_stream(pieces(TEXT, 50))) == whole.text
    redactor = Engine().redactor()
    assert "".join(wimple.redact_stream(pieces(TEXT, 50), redactor)) == whole.text
    assert redactor.report == whole.report
    with pytest.raises(TypeError):
        wimple.redact_stream([], redactor, path="/x")


def test_tokens_come_back() -> None:
    engine = Engine(Policy(default=tokenize()), keyset=Keyset.generate())
    out = "".join(wimple.redact_stream(pieces(TEXT, 99), engine, tenant="a"))
    assert "bo@example.com" not in out
    assert "".join(wimple.restore_stream(pieces(out, 9), engine, tenant="a")) == TEXT
    assert "".join(wimple.restore_stream(pieces(out, 9), engine, tenant="b")) == out


async def each(texts: list[str]) -> AsyncIterator[str]:
    for text in texts:
        await asyncio.sleep(0)
        yield text


def test_async_iterators() -> None:
    async def run() -> str:
        session = Engine(Policy(default=placeholder())).session()
        asked = [piece async for piece in wimple.redact_stream(each(["I am bo@exam", "ple.com"]), session)]
        answer = each(list("".join(asked).replace("I am", "Hello,")))
        return "".join([piece async for piece in wimple.restore_stream(answer, session)])

    assert asyncio.run(run()) == "Hello, bo@example.com"


def test_a_source_that_raises() -> None:
    def broken() -> Iterator[str]:
        yield "my card is 4111 1111"
        raise OSError

    redactor = Engine().redactor()
    with pytest.raises(OSError):
        list(wimple.redact_stream(broken(), redactor))
    with pytest.raises(ConfigError):
        redactor.end()


def test_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    example = Path(__file__).parents[1] / "examples" / "proxy.py"
    runpy.run_path(str(example), run_name="__main__")
    shown = capsys.readouterr().out
    asked, answered = (line for line in shown.splitlines() if line.startswith(("the model saw", "the user reads")))
    assert "bo.lind@example.com" not in asked and "4111" not in asked and "[EMAIL_ADDRESS_1." in asked
    assert "bo.lind@example.com" in answered and "[" not in answered
