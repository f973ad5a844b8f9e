"""Texts, findings and reports."""

from __future__ import annotations

import datetime

import pytest

import wimple

TEXT = "Write to bo@example.com, card 4111 1111 1111 1111."


def test_zero_configuration() -> None:
    out = wimple.redact(TEXT)
    assert out.text == "Write to [EMAIL_ADDRESS], card [CREDIT_CARD]."
    assert [f.entity_type for f in out.findings] == ["EMAIL_ADDRESS", "CREDIT_CARD"]
    assert out.report["findings"] == 2
    assert out.report["catalog"] == wimple.CATALOG_VERSION
    assert {"type": "CREDIT_CARD", "operator": "label", "count": 1} in out.report["counts"]


def test_password_by_cue() -> None:
    assert "hunter22x" not in wimple.redact("my password is hunter22x").text


@pytest.mark.parametrize("before", ["", "é ", "日本語 ", "😀😀 ", "e\u0301 ", "\0 ", "\U0010ffff "])
def test_offsets_are_indexes_of_str(before: str) -> None:
    text = before + TEXT
    findings = wimple.analyze(text)
    assert [text[f.start : f.end] for f in findings] == ["bo@example.com", "4111 1111 1111 1111"]


def test_a_finding_says_where_and_why() -> None:
    finding = wimple.analyze(TEXT)[1]
    assert finding.category == "financial"
    assert 0.5 <= finding.score <= 1.0
    assert finding.evidence.recognizer == "CREDIT_CARD"
    assert finding.evidence.check == "valid"
    assert finding.evidence.specimen is True
    assert finding.evidence.claimed is False
    assert finding.evidence.folding == "plain"
    assert isinstance(finding.evidence.alternatives, tuple)
    assert repr(finding) == f"Finding(CREDIT_CARD, 30:49, {finding.score:.2f})"


def test_a_hidden_value_is_found_where_it_stands() -> None:
    text = "my card is ４１１１ １１１１ １１１１ １１１１, mail bo at example dot com"
    found = wimple.analyze(text)
    assert [text[f.start : f.end] for f in found] == ["４１１１ １１１１ １１１１ １１１１", "bo at example dot com"]
    assert [f.evidence.folding for f in found] == ["signs", "written"]


def test_findings_are_values() -> None:
    one, two = wimple.analyze(TEXT), wimple.analyze(TEXT)
    assert one == two
    assert len({*one, *two}) == 2
    assert one[0] != one[1]
    assert one[0] != "EMAIL_ADDRESS"
    with pytest.raises(AttributeError):
        one[0].start = 1  # type: ignore[misc]


def test_a_finding_can_be_made() -> None:
    made = wimple.Finding("EMAIL_ADDRESS", "contact", 0, 4, 0.95)
    assert (made.start, made.end, made.score) == (0, 4, 0.95)
    assert made.evidence == wimple.Evidence("EMAIL_ADDRESS")
    for wrong in [
        {"category": "x"},
        {"end": -1},
        {"score": 1.5},
        {"score": float("nan")},
        {"start": 5},
    ]:
        with pytest.raises((wimple.ConfigError, OverflowError)):
            wimple.Finding(
                **{"entity_type": "URL", "category": "network", "start": 0, "end": 4, "score": 0.5, **wrong}  # type: ignore[arg-type]
            )


def test_many_is_each() -> None:
    engine = wimple.Engine()
    texts = [TEXT, "", "nothing here", "é " + TEXT]
    assert engine.redact_many(texts) == [engine.redact(text) for text in texts]
    assert engine.analyze_many(iter(texts)) == [engine.analyze(text) for text in texts]
    assert engine.redact_many([]) == []


def test_hints_are_taken() -> None:
    engine = wimple.Engine()
    today = datetime.date(2026, 11, 23)
    out = engine.redact(TEXT, path="/customer/note", region="US", today=today)
    assert out.text == wimple.redact(TEXT, path="/customer/note", region="US").text
    assert engine.analyze(TEXT, path="/a", region="DE", today=today)


def test_repr_shows_counts() -> None:
    assert repr(wimple.redact(TEXT)) == "Redacted(CREDIT_CARD: 1, EMAIL_ADDRESS: 1)"
    assert repr(wimple.redact("")) == "Redacted(nothing found)"


def test_explanations() -> None:
    text = "é " + TEXT
    why = wimple.Engine().explain(text)
    assert "CREDIT_CARD" in why.text
    assert str(why) == why.text
    found = {f["type"]: text[f["start"] : f["end"]] for f in why.json()["findings"]}
    assert found == {"EMAIL_ADDRESS": "bo@example.com", "CREDIT_CARD": "4111 1111 1111 1111"}
    assert "4111" not in why.text + str(why.json()) + repr(why)


def test_the_catalogue() -> None:
    infos = {info.id: info for info in wimple.entities()}
    card = infos["CREDIT_CARD"]
    assert card.category == "financial"
    assert card.has_check
    assert card.finds and all(reason for _, reason in card.skips)
    assert "CREDIT_CARD" in wimple.explain("CREDIT_CARD")
    assert wimple.explain("credit_card") == wimple.explain("CREDIT_CARD")
    for finds in card.finds:
        assert wimple.Engine().analyze(finds), "an example of the catalogue is found"


def test_unknown_types_get_a_hint() -> None:
    with pytest.raises(wimple.ConfigError, match="did you mean CREDIT_CARD"):
        wimple.explain("CREDT_CARD")
    with pytest.raises(wimple.ConfigError, match="entities"):
        wimple.explain("zzz")
