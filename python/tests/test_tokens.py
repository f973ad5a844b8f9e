"""Tokens in Python: made, known, opened, renewed; the same written-down tokens as in Rust."""

import pathlib
import pickle

import pytest

import wimple
from wimple import Engine, Keyset, MemoryVault, Policy, TokenError, encrypt, tokenize

DATA = pathlib.Path(__file__).parents[2] / "core" / "tests" / "data"
MAIL = "é: write to bo@example.com"


def engine(keyset, operator=None, **more):
    return Engine(Policy(default=operator or tokenize()), keyset=keyset, **more)


def test_there_and_back():
    keys = Keyset.generate()
    for operator, kind in [(tokenize(), "deterministic"), (encrypt(), "random")]:
        one = engine(keys, operator)
        out = one.redact(MAIL)
        assert "bo@" not in out.text
        back = one.restore(out.text)
        assert back.text == MAIL
        assert back.report["restored"] == 1
        assert "bo@" not in repr(back)
        (token,) = one.tokens(out.text)
        assert (token.state, token.kind, token.entity_type) == ("own", kind, "EMAIL_ADDRESS")
        assert out.text[token.start : token.end].startswith("wim")
        assert len(token.key_id) == 8
        assert one.tokens(out.text) == [token] and len({token, token}) == 1
        assert one.redact(out.text).text == out.text
        shouted = one.restore(out.text.upper())
        assert shouted.text == MAIL.upper().replace("BO@EXAMPLE.COM", "bo@example.com")
        assert one.restore(out.text.upper(), "exact").text == out.text.upper()


def test_tokens_know_their_customer():
    one = engine(Keyset.generate())
    out = one.redact("bo@example.com", tenant="acme", subject="cust-42").text
    assert one.restore(out, tenant="acme", subject="cust-42").text == "bo@example.com"
    for whose in [{}, {"tenant": "acme"}, {"tenant": "acme", "subject": "cust-43"}, {"subject": "cust-42"}]:
        closed = one.restore(out, **whose)
        assert closed.text == out and closed.report["closed"] == 1


def test_keys_are_rotated_under_live_tokens():
    keys = Keyset.generate()
    old = engine(keys).redact(MAIL).text
    keys.rotate()
    rotated = engine(keys)
    renewed = rotated.retokenize(old)
    assert renewed.text != old and renewed.report["renewed"] == 1
    assert rotated.retokenize(renewed.text).report["current"] == 1
    assert rotated.restore(old).text == rotated.restore(renewed.text).text == MAIL
    with pytest.raises(TypeError):
        pickle.dumps(renewed)


def test_a_vault_keeps_a_value_once():
    keys, vault = Keyset.generate(), MemoryVault()
    one, two = engine(keys, vault=vault), engine(keys, vault=vault)
    out = one.redact("bo@example.com, bo@example.com").text
    assert out.startswith("wimv_email_address1") and vault.count() == 1
    assert two.restore(out, sink="html").text == "bo@example.com, bo@example.com"
    assert engine(keys).restore(out).report["closed"] == 2
    assert "example" not in repr(vault)
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(vault)


def test_what_is_wrong_is_said_without_the_text():
    out = engine(Keyset.generate()).redact(MAIL).text
    with pytest.raises(TokenError) as caught:
        Engine().restore(out)
    assert caught.value.code == 710 and "wim" not in str(caught.value)
    with pytest.raises(wimple.PolicyError, match="keyset"):
        Engine(Policy(default=tokenize()))
    with pytest.raises(wimple.ConfigError, match="sink"):
        engine(Keyset.generate()).restore(out, sink="shell")
    assert [token.state for token in Engine().tokens(out)] == ["unknown_key"]
    assert [token.state for token in Engine().tokens(out[:-3] + "qqq")] == ["damaged"]


def test_tokens_of_earlier_versions_open():
    passphrase = "published with the test vectors"
    keys = Keyset.open((DATA / "tokens.keyset.json").read_text(), passphrase=passphrase)
    one = engine(keys)
    lines = (DATA / "tokens.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert len(rows) == 384
    for _name, tenant, subject, _text, out, back in rows:
        assert one.restore(out, tenant=tenant, subject=subject).text == back
        assert {token.state for token in one.tokens(out)} == {"own"}
