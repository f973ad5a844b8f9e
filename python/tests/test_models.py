"""Models of one's own: callables that read whole texts, many at a time."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Iterator

import pytest

import wimple
from wimple import Engine, Policy


class Span:
    """What a spaCy pipeline gives for an entity, as far as it is used here."""

    def __init__(self, label_: str, start_char: int, end_char: int) -> None:
        self.label_, self.start_char, self.end_char = label_, start_char, end_char


class Doc:
    def __init__(self, ents: list[Span]) -> None:
        self.ents = ents


class Pipeline:
    """Shaped like a spaCy pipeline; finds words with a quirk instead of names, so that nothing has to be downloaded."""

    WORDS = {"PERSON": r"Xan\w+", "ORG": r"Quorble \w+", "GPE": r"Xyb\w+", "NORP": r"Xyz\w+"}

    def __init__(self) -> None:
        self.batches: list[int] = []

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        texts = list(texts)
        self.batches.append(len(texts))
        for text in texts:
            found = [(label, m.start(), m.end()) for label, word in self.WORDS.items() for m in re.finditer(word, text)]
            yield Doc([Span(*one) for one in found])


LABELS = {"PERSON": "PERSON", "ORG": "ORGANIZATION", "GPE": "LOCATION"}


def spacy_model(nlp: Pipeline) -> tuple[list[str], wimple.Reader]:
    """The whole adapter: labels are mapped, offsets are code points on both sides."""

    def read(texts: list[str]) -> list[list[wimple.Seen]]:
        return [
            [(LABELS[e.label_], e.start_char, e.end_char, 0.85) for e in doc.ents if e.label_ in LABELS]
            for doc in nlp.pipe(texts)
        ]

    return list(LABELS.values()), read


def test_a_spacy_pipeline_plugs_in() -> None:
    nlp = Pipeline()
    policy = Policy(names=False, enable=["ORGANIZATION", "LOCATION"])
    engine = Engine(policy, models=[spacy_model(nlp)])
    out = engine.redact("é 😀 Xanthor of Quorble Ltd in Xybia, a Xyzian, wrote from bo@example.com")
    assert out.text == "é 😀 [PERSON] of [ORGANIZATION] in [LOCATION], a Xyzian, wrote from [EMAIL_ADDRESS]"
    person = out.findings[0]
    assert (person.start, person.end, person.score) == (4, 11, 0.85)
    assert person.evidence.context == "model"


def test_many_texts_are_one_call() -> None:
    nlp = Pipeline()
    engine = Engine(Policy(names=False), models=[spacy_model(nlp)])
    texts = [f"Xanthor {n}" for n in range(50)]
    assert [out.text for out in engine.redact_many(texts)] == [f"[PERSON] {n}" for n in range(50)]
    assert [len(found) for found in engine.analyze_many(texts)] == [1] * 50
    assert nlp.batches == [50, 50]
    assert engine.redact_many([]) == []


def test_types_that_are_off_stay_off() -> None:
    engine = Engine(Policy(names=False), models=[spacy_model(Pipeline())])
    assert engine.redact("Xanthor of Quorble Ltd").text == "[PERSON] of Quorble Ltd"


def test_rules_and_model_agree_on_one_value() -> None:
    def read(texts: list[str]) -> list[list[wimple.Seen]]:
        return [[("PERSON", text.find("Lopez"), text.find("Lopez") + 13)] for text in texts]

    engine = Engine(Policy(names=False), models=[(["PERSON"], read)])
    assert engine.redact("my name is Ann Lopez Quorble, hi").text == "my name is [PERSON], hi"
    # A benign twin, an allow list and the minimum hold for models as for all else.
    allowed = Engine(Policy(names=False, allow=["Lopez Quorble"]), models=[(["PERSON"], read)])
    assert allowed.redact("to Lopez Quorble").text == "to Lopez Quorble"
    assert Engine(Policy(minimum_score=0.8), models=[(["PERSON"], read)]).redact("a Lopez Quorble b").text != ""


def test_a_type_of_ones_own() -> None:
    def read(texts: list[str]) -> Iterator[list[wimple.Seen]]:
        return ([("SHIP_NAME", 0, 4, 0.9)] for _ in texts)

    engine = Engine(Policy(names=False), models=[(["SHIP_NAME"], read)])
    assert engine.redact("Argo sails").text == "[SHIP_NAME] sails"
    assert engine.entities()[-1] == "SHIP_NAME"


@pytest.mark.parametrize(
    "answer",
    [[], [[], []], [[("PERSON", 0, 99)]], [[("PERSON", 2, 1)]], [[("PERSON", 0)]], [[("PERSON", 0, 1, 7.0)]], [7]],
)
def test_wrong_answers_stop_the_call(answer: list[object]) -> None:
    engine = Engine(models=[(["PERSON"], lambda texts: answer)])  # type: ignore[arg-type, return-value]
    with pytest.raises(wimple.Error) as caught:
        engine.redact("Xanthor")
    assert caught.value.code == 600
    assert "Xanthor" not in str(caught.value)


def test_what_raises_stops_the_call_without_text() -> None:
    def read(texts: list[str]) -> list[list[wimple.Seen]]:
        raise ValueError(texts[0])

    engine = Engine(models=[(["PERSON"], read)])
    for call in (engine.redact, engine.analyze, engine.explain):
        with pytest.raises(wimple.Error) as caught:
            call("Xanthor")
        assert "Xanthor" not in str(caught.value)


def test_what_is_no_model_is_refused() -> None:
    for models in ([("PERSON", print)], [(["PERSON"], 7)], [7], [(["no type"], print)]):
        with pytest.raises((TypeError, wimple.Error)):
            Engine(models=models)  # type: ignore[arg-type]


def test_engines_with_models_stay_where_they_are() -> None:
    with pytest.raises(TypeError):
        pickle.dumps(Engine(models=[spacy_model(Pipeline())]))
