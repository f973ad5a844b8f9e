"""What goes to other processes and comes back."""

from __future__ import annotations

import copy
import multiprocessing
import pickle

import pytest

import wimple

TEXT = "é bo@example.com, card 4111 1111 1111 1111"
ENGINE = wimple.Engine(wimple.Policy({"CREDIT_CARD": wimple.mask(keep_last=4)}), max_input=1000)

THINGS = [
    *wimple.analyze(TEXT),
    wimple.analyze(TEXT)[0].evidence,
    wimple.redact(TEXT),
    ENGINE.policy,
    wimple.mask(keep_last=4),
    wimple.keep(),
    wimple.partial(["billing"]),
    wimple.hash(),
    wimple.generalize(to="month", kind="date"),
    wimple.custom("crm"),
    wimple.Policy({"IP_ADDRESS": wimple.generalize(), "PERSON": wimple.custom("crm")}, default=wimple.hash()),
    wimple.entities()[0],
]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("thing", THINGS, ids=repr)
def test_there_and_back(thing: object, protocol: int) -> None:
    again = pickle.loads(pickle.dumps(thing, protocol))
    assert type(again) is type(thing)
    assert again == thing
    assert hash(again) == hash(thing)
    assert repr(again) == repr(thing)


@pytest.mark.parametrize("thing", THINGS, ids=repr)
def test_copies(thing: object) -> None:
    assert copy.copy(thing) == copy.deepcopy(thing) == thing


def test_evidence_in_full() -> None:
    evidence = wimple.Evidence("A", "valid", "cue", True, True, ("B", "C"), "D")
    finding = wimple.Finding("A", "contact", 1, 2, 0.07, evidence)
    again = pickle.loads(pickle.dumps(finding))
    assert again == finding
    assert (again.score, again.evidence.alternatives, again.evidence.twin) == (0.07, ("B", "C"), "D")


def test_engines_keep_policy_and_limits() -> None:
    again = pickle.loads(pickle.dumps(ENGINE))
    assert again.redact(TEXT) == ENGINE.redact(TEXT)
    assert again.policy == ENGINE.policy
    with pytest.raises(wimple.LimitError):
        again.redact("x" * 1001)


def test_a_report_survives() -> None:
    out = wimple.redact(TEXT)
    again = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(out))))
    assert again.report == out.report and again.text == out.text


def test_a_session_refuses() -> None:
    session = ENGINE.session()
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="Session"):
            attempt(session)


KEY = b"0123456789abcdef0123456789abcdef"
BOUND = [
    wimple.Engine(hash_key=KEY),
    wimple.Engine(wimple.Policy(default=wimple.custom("crm")), custom={"crm": lambda entity_type, value: ""}),
]


@pytest.mark.parametrize("engine", BOUND, ids=["key", "callable"])
def test_an_engine_with_a_key_or_callables_refuses(engine: wimple.Engine) -> None:
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="pickle its policy and make an engine of it") as caught:
            attempt(engine)
        assert "0123" not in str(caught.value)
    again: wimple.Policy = pickle.loads(pickle.dumps(engine.policy))
    assert again == engine.policy


@pytest.mark.parametrize(
    "error",
    [
        wimple.Error("m", 400),
        wimple.LimitError("m"),
        wimple.InputError("m"),
        wimple.PolicyError("m", line=3, column=4, hint="h"),
    ],
    ids=repr,
)
def test_errors_survive(error: wimple.Error) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert vars(again) == vars(error) and str(again) == "m"


def test_another_process() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(ENGINE.analyze, [TEXT]) == [ENGINE.analyze(TEXT)]
