"""The law in the type of the policy: presets, what is refused, what became weaker, warnings."""

from __future__ import annotations

import pytest

from wimple import Engine, Policy, PolicyError, Weakening, hash, keep, label, mask, placeholder


def test_presets() -> None:
    assert Policy.presets() == ["pci-dss", "hipaa-safe-harbor", "gdpr", "ccpa"]
    policy = Policy.preset("pci-dss")
    assert policy == Policy.from_document('version = 1\nextends = ["pci-dss"]') == Policy(extends=["pci-dss"])
    out = Engine(policy).redact("card 4111 1111 1111 1111, cvv 123")
    assert out.text == "card **** **** **** 1111, cvv [CARD_VERIFICATION_CODE]"
    document = Policy.preset_document("pci-dss")
    assert document is not None and "3.4.1" in document
    assert Policy.preset_document("soc2") is None
    with pytest.raises(PolicyError, match="unknown preset") as caught:
        Policy.preset("pci-ds")
    assert caught.value.hint == 'did you mean "pci-dss"?'


def test_a_weaker_policy_needs_a_reason() -> None:
    with pytest.raises(PolicyError, match="weaker than pci-dss: CARD_EXPIRY: label became keep"):
        Policy({"CARD_EXPIRY": keep()}, extends=["pci-dss"])
    policy = Policy({"CARD_EXPIRY": keep()}, extends=["pci-dss"], override_reason="agents compare expiry dates")
    assert [w for w in policy.warnings() if "CARD_EXPIRY" in w]
    with pytest.raises(PolicyError, match="10 characters"):
        Policy(extends=["pci-dss"], override_reason="because")


def test_what_no_policy_may_say() -> None:
    for name in ("CARD_VERIFICATION_CODE", "PIN", "CARD_TRACK"):
        with pytest.raises(PolicyError, match="3.3.1"):
            Policy({name: placeholder()})
    with pytest.raises(PolicyError, match="3.4.1"):
        Policy({"CREDIT_CARD": mask(keep_last=5)})
    with pytest.raises(PolicyError, match="164.514"):
        Policy(default=hash(), extends=["hipaa-safe-harbor"], override_reason="we have always done it")
    out = Engine(Policy(default=placeholder())).session().redact("cvv 123")
    assert out.text == "cvv [CARD_VERIFICATION_CODE]"


def test_what_became_weaker() -> None:
    before, after = Policy(default=label()), Policy({"URL": keep()}, default=label())
    (weaker,) = after.weaker_than(before)
    assert isinstance(weaker, Weakening)
    assert str(weaker) == "URL: label became keep: the value stays in the text"
    assert (weaker.entity_types, weaker.path, weaker.was, weaker.now) == (("URL",), "", "label", "keep")
    assert weaker.why == ("the value stays in the text",)
    assert weaker == after.weaker_than(before)[0] and hash_of(weaker) == hash_of(after.weaker_than(before)[0])
    assert "URL" in repr(weaker)
    assert before.weaker_than(after) == [] and after.weaker_than(after) == []


def hash_of(weaker: Weakening) -> int:
    return weaker.__hash__()


def test_warnings() -> None:
    assert Policy().warnings() == []
    (warning,) = Policy({"PIN": keep()}).warnings()
    assert warning == "PIN is kept: it stays in the text (PCI DSS 4.0.1, 3.3.1)"
