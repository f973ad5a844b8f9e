"""Keysets: the life of keys, files, the environment, key services, and what knows tokens without opening them."""

from __future__ import annotations

import base64
import copy
import datetime
import os
import pickle
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

import wimple
from wimple import Engine, KeyInfo, Keyset, KeysetError, Policy, TokenRecognizer

PASSPHRASE = "twelve characters or more"
TEXT = "write to bo@example.com"
FROZEN = Path(__file__).parents[2] / "core" / "tests" / "data"
PUBLISHED = "published with the tests"


class Service:
    """Stands for a key service."""

    name = "keys/chat"

    def wrap(self, key: bytes, bound: str) -> bytes:
        assert bound.startswith(("wimple-keyset 1 ks_", "wimple-recognizer 1 ks_"))
        return bytes(a ^ b for a, b in zip(key, bound.encode() * 2, strict=False))

    def unwrap(self, wrapped: bytes, bound: str) -> bytearray:
        return bytearray(self.wrap(wrapped, bound))


def engine(keyset: Keyset) -> Engine:
    return Engine(Policy(default=wimple.tokenize()), keyset=keyset)


def problem(call: Callable[[], object]) -> str:
    with pytest.raises(KeysetError) as caught:
        call()
    assert caught.value.code == 700 and caught.value.__context__ is None
    assert type(pickle.loads(pickle.dumps(caught.value))) is KeysetError
    return caught.value.problem


def test_the_life_of_a_key() -> None:
    keyset = Keyset.generate()
    old = keyset.primary_id
    assert keyset.id.startswith("ks_") and keyset.sequence == 1
    assert keyset.keys == [KeyInfo(old, "enabled", True, False, 0, None, None)]
    out = engine(keyset).redact(TEXT).text
    assert "bo@" not in out

    new = keyset.rotate()
    assert (keyset.primary_id, keyset.sequence) == (new, 3)
    assert engine(keyset).restore(out).text == TEXT
    renewed = engine(keyset).retokenize(out).text
    assert renewed != out
    keyset.mark_compromised(old)
    assert keyset.keys[0].compromised
    keyset.disable(old)
    assert engine(keyset).restore(out).text == out
    assert engine(keyset).redact(out).text == out, "still known as ours"
    keyset.enable(old)
    assert engine(keyset).restore(out).text == TEXT
    keyset.destroy(old)
    assert keyset.keys[0].status == "destroyed"
    assert engine(keyset).restore(out).text == out
    assert engine(keyset).restore(renewed).text == TEXT
    keyset.free_slot(old)
    third = keyset.add()
    assert [key.slot for key in keyset.keys] == [None, 1, 0]
    assert not keyset.keys[2].primary
    keyset.promote(third)
    assert keyset.primary_id == third


def test_an_engine_keeps_the_keys_it_was_given() -> None:
    keyset = Keyset.generate()
    before = engine(keyset)
    out = before.redact(TEXT).text
    old = keyset.primary_id
    keyset.rotate()
    keyset.destroy(old)
    assert before.redact(TEXT).text == out
    assert before.restore(out).text == TEXT


def test_days() -> None:
    keyset = Keyset.generate()
    key = keyset.primary_id
    keyset.set_created(key, datetime.date(2026, 11, 23))
    keyset.set_expires(key, datetime.date(2027, 11, 23))
    assert keyset.keys[0].created == datetime.date(2026, 11, 23)
    text = keyset.seal(wrapper=Service())
    last = datetime.date(2027, 11, 22)
    assert Keyset.open(text, wrapper=Service(), today=last).keys == keyset.keys
    late = last + datetime.timedelta(days=1)
    assert problem(lambda: Keyset.open(text, wrapper=Service(), today=late)) == "primary_expired"
    keyset.set_expires(key, None)
    assert keyset.keys[0].expires is None


def test_what_is_refused_has_a_name() -> None:
    keyset = Keyset.generate()
    key, text = keyset.primary_id, keyset.seal(wrapper=Service())
    assert problem(lambda: keyset.destroy(key)) == "key_is_primary"
    assert problem(lambda: keyset.disable(key)) == "key_is_primary"
    assert problem(lambda: keyset.mark_compromised(key)) == "key_is_primary"
    assert problem(lambda: keyset.promote("00000000")) == "unknown_key"
    assert problem(lambda: keyset.free_slot(key)) == "key_not_destroyed"
    assert problem(lambda: Keyset.open("{}", wrapper=Service())) == "wrong_format"
    assert problem(lambda: Keyset.open(text[:-20], wrapper=Service())) == "not_json"
    assert problem(lambda: Keyset.open(text, passphrase=PASSPHRASE)) == "wrong_wrap"
    again = text.replace('"seq": 1', '"seq": 2')
    assert problem(lambda: Keyset.open(again, wrapper=Service())) == "changed"
    assert problem(lambda: Keyset.open(text, wrapper=Service(), least_sequence=2)) == "rolled_back"
    assert problem(lambda: keyset.seal(passphrase="short")) == "short_passphrase"
    assert keyset.sequence == 1, "what was refused has not happened"
    for wrong in ({}, {"passphrase": PASSPHRASE, "wrapper": Service()}):
        with pytest.raises(wimple.ConfigError, match="either a passphrase or a wrapper"):
            keyset.seal(**wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="passphrase: str, bytes or bytearray"):
        keyset.seal(passphrase=12)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="methods wrap and unwrap"):
        keyset.seal(wrapper=object())  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [str, str.encode, lambda text: bytearray(text.encode())], ids=["str", "bytes", "bytearray"])
def test_passphrases(kind: Callable[[str], str | bytes | bytearray]) -> None:
    keyset = Keyset.generate()
    text = keyset.seal(passphrase=kind(PASSPHRASE))
    assert Keyset.open(text, passphrase=PASSPHRASE).keys == keyset.keys
    assert problem(lambda: Keyset.open(text, passphrase=kind("another passphrase"))) == "does_not_unwrap"


def test_key_services_that_fail() -> None:
    keyset = Keyset.generate()
    text = keyset.seal(wrapper=Service())
    assert '"name": "keys/chat"' in text
    assert Keyset.open(text, wrapper=Service()).keys == keyset.keys

    class Raises(Service):
        def unwrap(self, wrapped: bytes, bound: str) -> bytearray:
            raise PermissionError(f"canary {wrapped.hex()}")

    with pytest.raises(wimple.Error, match="the callback of the key wrapper failed: it raised PermissionError") as caught:
        Keyset.open(text, wrapper=Raises())
    assert caught.value.code == 600 and "canary" not in str(caught.value)

    class Stops(Service):
        def unwrap(self, wrapped: bytes, bound: str) -> bytearray:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Keyset.open(text, wrapper=Stops())

    class Text(Service):
        def unwrap(self, wrapped: bytes, bound: str) -> bytearray:
            return "no bytes"  # type: ignore[return-value]

    with pytest.raises(wimple.Error, match="neither bytes nor a bytearray"):
        Keyset.open(text, wrapper=Text())

    class Short(Service):
        def unwrap(self, wrapped: bytes, bound: str) -> bytearray:
            return bytearray(31)

    assert problem(lambda: Keyset.open(text, wrapper=Short())) == "wrong_answer"

    class Open(Service):
        def wrap(self, key: bytes, bound: str) -> bytes:
            return b"v1:" + key

    assert problem(lambda: keyset.seal(wrapper=Open())) == "wrong_answer"

    class Other(Service):
        name = "keys/mail"

    assert problem(lambda: Keyset.open(text, wrapper=Other())) == "wrong_wrap"


def test_files(tmp_path: Path) -> None:
    keyset, file = Keyset.generate(), tmp_path / "keyset.json"
    keyset.to_file(file, passphrase=PASSPHRASE)
    keyset.rotate()
    keyset.to_file(str(file), passphrase=PASSPHRASE)
    assert Keyset.from_file(file, passphrase=PASSPHRASE).keys == keyset.keys
    assert [path.name for path in tmp_path.iterdir()] == ["keyset.json"]
    with pytest.raises(FileNotFoundError):
        Keyset.from_file(tmp_path / "none", passphrase=PASSPHRASE)
    with pytest.raises(FileNotFoundError):
        keyset.to_file(tmp_path / "none" / "keyset.json", passphrase=PASSPHRASE)


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o777])
def test_files_that_others_may_use_are_refused(tmp_path: Path, mode: int) -> None:
    keyset, file = Keyset.generate(), tmp_path / "keyset.json"
    keyset.to_file(file, wrapper=Service())
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(mode)
    assert problem(lambda: Keyset.from_file(file, wrapper=Service())) == "public_file"
    with pytest.raises(KeysetError, match=f"its mode is {mode:o}, make it 600"):
        Keyset.from_file(file, wrapper=Service())
    file.chmod(0o400)
    assert Keyset.from_file(file, wrapper=Service()).keys == keyset.keys


def test_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    keyset = Keyset.generate()
    text = keyset.seal(wrapper=Service())
    for value in (text, base64.b64encode(text.encode()).decode(), f"\n{text} "):
        monkeypatch.setenv("WIMPLE_TEST_KEYSET", value)
        assert Keyset.from_env("WIMPLE_TEST_KEYSET", wrapper=Service()).keys == keyset.keys
    # A bare key is not taken.
    for value in (base64.b64encode(bytes(range(32))).decode(), "hunter2", ""):
        monkeypatch.setenv("WIMPLE_TEST_KEYSET", value)
        name = problem(lambda: Keyset.from_env("WIMPLE_TEST_KEYSET", wrapper=Service()))
        assert name in ("not_json", "wrong_format")
    assert problem(lambda: Keyset.from_env("WIMPLE_TEST_NONE", wrapper=Service())) == "missing_variable"


def test_frozen_files() -> None:
    keyset = Keyset.open((FROZEN / "keyset.json").read_text(), passphrase=PUBLISHED)
    assert [key.id for key in keyset.keys] == ["11111111", "22222222", "33333333", "44444444"]
    assert [key.status for key in keyset.keys] == ["enabled", "disabled", "enabled", "destroyed"]
    recognizer = TokenRecognizer.open((FROZEN / "recognizer.json").read_text(), passphrase=PUBLISHED)
    assert (recognizer.id, recognizer.sequence) == (keyset.id, keyset.sequence)
    assert recognizer.key_ids == [key.id for key in keyset.keys]


def test_a_recognizer_knows_and_opens_nothing() -> None:
    keyset = Keyset.generate()
    out = engine(keyset).redact(TEXT).text
    text = keyset.export_recognizer().seal(wrapper=Service())
    assert problem(lambda: Keyset.open(text, wrapper=Service())) == "wrong_format"
    assert problem(lambda: TokenRecognizer.open(text, wrapper=Service(), least_sequence=2)) == "rolled_back"
    edge = Engine(token_recognizer=TokenRecognizer.open(text, wrapper=Service()))
    assert edge.tokens(out)[0].state == "own"
    assert edge.redact(out).text == out
    with pytest.raises(wimple.TokenError):
        edge.restore(out)


def test_keys_are_shown_to_nobody_and_go_nowhere() -> None:
    keyset = Keyset.generate()
    things = [keyset, keyset.export_recognizer(), engine(keyset), Engine(token_recognizer=keyset.export_recognizer())]
    for thing in things:
        for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
            with pytest.raises(TypeError, match="cannot be pickled or copied"):
                attempt(thing)
    assert repr(keyset) == str(keyset) == "Keyset(...)"
    assert repr(things[1]) == "TokenRecognizer(...)"
    key = keyset.keys[0]
    assert pickle.loads(pickle.dumps(key)) == key


def test_threads_rotate_while_others_restore() -> None:
    keyset = Keyset.generate()
    out = engine(keyset).redact(TEXT).text
    wrong: list[str] = []

    def rotate() -> None:
        for _ in range(20):
            keyset.rotate()

    def restore() -> None:
        for _ in range(20):
            back = engine(keyset).restore(out).text
            if back != TEXT:
                wrong.append(back)

    threads = [threading.Thread(target=work) for work in (rotate, restore, rotate, restore)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert len(keyset.keys) == 41 and sum(key.primary for key in keyset.keys) == 1
    assert len({key.id for key in keyset.keys}) == 41
