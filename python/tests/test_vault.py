"""The vault on disk: what a person may ask for, processes that share it, and everything that can go wrong."""

from __future__ import annotations

import datetime
import json
import os
import pickle
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

import pytest

import wimple
from wimple import Engine, Keyset, Policy, SqliteVault, VaultError

PASSPHRASE = "twelve characters or more"


class Desk:
    """A vault in a folder with its keyset beside it, as a host has them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "customers.vault"
        self.saved = 0
        self.keyset = Keyset.generate()
        self.vault = SqliteVault.create(self.path, self.keyset, self.save)
        self.engine = self.engine_of(self.vault)

    def save(self, keyset: Keyset) -> None:
        self.saved += 1
        keyset.to_file(self.folder / "keys.json", passphrase=PASSPHRASE)

    def load(self) -> Keyset:
        return Keyset.from_file(self.folder / "keys.json", passphrase=PASSPHRASE)

    def engine_of(self, vault: SqliteVault) -> Engine:
        return Engine(Policy(default=wimple.tokenize()), keyset=self.keyset, vault=vault)

    def redact(self, text: str, subject: str) -> str:
        return self.engine.redact(text, tenant="acme", subject=subject).text

    def restore(self, text: str, subject: str) -> str:
        return self.engine.restore(text, tenant="acme", subject=subject).text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def kind(call: object) -> str:
    with pytest.raises(VaultError) as caught:
        assert callable(call)
        call()
    assert caught.value.code == 720
    assert pickle.loads(pickle.dumps(caught.value)).args == caught.value.args
    return caught.value.kind


def test_a_customer_is_forgotten_and_nobody_else(desk: Desk) -> None:
    gone, stays = desk.redact("bo@example.com", "42"), desk.redact("al@example.com", "43")
    assert (desk.vault.count(), desk.vault.counts()) == (2, {"EMAIL_ADDRESS": 2})
    export = desk.vault.export("42", tenant="acme")
    assert [value["value"] for value in export["values"]] == ["bo@example.com"]
    receipt = desk.vault.erase("42", tenant="acme")
    assert desk.keyset.verify_receipt(receipt) and json.loads(receipt)["values"]["total"] == 1
    changed = json.loads(receipt) | {"day": "1999-01-01"}
    assert not desk.keyset.verify_receipt(json.dumps(changed))
    assert (desk.restore(gone, "42"), desk.restore(stays, "43")) == (gone, "al@example.com")

    saved, old = desk.saved, desk.load()
    receipt = desk.vault.finalise_erasure(desk.keyset, desk.save)
    assert json.loads(receipt)["destroyed_epochs"] == [1] and desk.saved == saved + 2
    assert desk.keyset.sequence == desk.load().sequence > old.sequence
    assert desk.restore(stays, "43") == "al@example.com"
    assert desk.vault.check()["well"] is True
    assert kind(lambda: SqliteVault.open(desk.path, old)) == "missing_key"
    assert SqliteVault.open(desk.path, desk.load()).count() == 1


def test_a_value_is_corrected_held_restricted_and_grows_old(desk: Desk) -> None:
    token = desk.redact("bo@example.com", "42")
    desk.vault.rectify("42", token, "bob@example.com", tenant="acme")
    assert desk.restore(token, "42") == "bob@example.com"
    desk.vault.restrict("42", tenant="acme")
    assert desk.restore(token, "42") == token
    desk.vault.unrestrict("42", tenant="acme")
    desk.vault.hold("42", tenant="acme")
    assert kind(lambda: desk.vault.erase("42", tenant="acme")) == "held"
    desk.vault.set_retention("EMAIL_ADDRESS", 30)
    assert desk.vault.retention() == {"EMAIL_ADDRESS": 30}
    later = datetime.date.today() + datetime.timedelta(days=31)
    then = SqliteVault.open(desk.path, desk.keyset, today=later)
    assert json.loads(then.sweep())["values"]["total"] == 0
    then.release("42", tenant="acme")
    assert json.loads(then.sweep())["values"]["by_type"] == {"EMAIL_ADDRESS": 1}
    status = desk.vault.status()
    assert (status["values"]["total"], status["held"], status["vault"]) == (0, 0, desk.vault.id)
    with pytest.raises(wimple.ConfigError):
        desk.vault.set_retention("no type", 1)


def test_old_keys_are_kept_while_backups_are(desk: Desk, tmp_path: Path) -> None:
    token = desk.redact("bo@example.com", "42")
    desk.vault.backup(tmp_path / "backup.vault")
    receipt = json.loads(desk.vault.finalise_erasure(desk.keyset, desk.save, keep_days=30))
    assert receipt["old_copies_open_until"] and not receipt["destroyed_epochs"]
    restored = desk.engine_of(SqliteVault.open(tmp_path / "backup.vault", desk.load()))
    assert restored.restore(token, tenant="acme", subject="42").text == "bo@example.com"
    later = datetime.date.today() + datetime.timedelta(days=30)
    vault = SqliteVault.open(desk.path, desk.keyset, today=later)
    assert json.loads(vault.destroy_epochs(desk.keyset, desk.save))["destroyed_epochs"] == [1]
    assert kind(lambda: SqliteVault.open(tmp_path / "backup.vault", desk.load())) == "missing_key"


def test_a_keyset_that_cannot_be_saved_changes_nothing(desk: Desk) -> None:
    token = desk.redact("bo@example.com", "42")

    def refuse(keyset: Keyset) -> None:
        raise OSError("canary@example.com")

    with pytest.raises(wimple.Error) as caught:
        desk.vault.finalise_erasure(desk.keyset, refuse)
    assert caught.value.code == 600 and "OSError" in str(caught.value) and "canary" not in str(caught.value)
    assert desk.vault.status()["epoch"] == 1
    desk.vault.finalise_erasure(desk.keyset, desk.save)
    assert desk.restore(token, "42") == "bo@example.com"
    with pytest.raises(TypeError):
        desk.vault.finalise_erasure(desk.keyset, None)  # type: ignore[arg-type]

    def interrupt(keyset: Keyset) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.vault.finalise_erasure(desk.keyset, interrupt)


def test_a_keyset_that_was_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    def meddle(keyset: Keyset) -> None:
        desk.keyset.rotate()
        desk.save(keyset)

    with pytest.raises(wimple.ConfigError, match="changed by another thread"):
        desk.vault.finalise_erasure(desk.keyset, meddle)
    assert SqliteVault.open(desk.path, desk.load()).count() == 0


def test_a_worker_reloads_the_keyset(desk: Desk) -> None:
    token = desk.redact("bo@example.com", "42")
    asked: list[int] = []

    def reload() -> Keyset:
        asked.append(1)
        return desk.load()

    worker = desk.engine_of(SqliteVault.open(desk.path, desk.keyset, reload=reload))
    stuck = SqliteVault.open(desk.path, desk.keyset)
    desk.vault.finalise_erasure(desk.keyset, desk.save)
    assert worker.restore(token, tenant="acme", subject="42").text == "bo@example.com" and asked
    assert kind(lambda: desk.engine_of(stuck).restore(token, tenant="acme", subject="42")) == "missing_key"
    stuck.take_keys(desk.load())
    assert desk.engine_of(stuck).restore(token, tenant="acme", subject="42").text == "bo@example.com"


def test_threads_go_on_while_one_waits(desk: Desk) -> None:
    """Calls let go of the interpreter: else the one that saves, and needs it, would wait for those that wait for it."""
    done: list[str] = []

    def save(keyset: Keyset) -> None:
        thread = threading.Thread(target=lambda: done.append(desk.redact("bo@example.com", "42")))
        thread.start()
        thread.join(0.2)
        threads.append(thread)
        desk.save(keyset)

    threads: list[threading.Thread] = []
    desk.vault.finalise_erasure(desk.keyset, save)
    for thread in threads:
        thread.join()
    assert len(done) == len(threads) == 2 and done[0] == done[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_a_forked_handle_refuses_and_leaves_the_parents_alone(desk: Desk) -> None:
    program = textwrap.dedent(
        """
        import os, sys, wimple
        sys.path.insert(0, sys.argv[2])
        keyset = wimple.Keyset.from_file(sys.argv[1] + "/keys.json", passphrase=sys.argv[3])
        path = sys.argv[1] + "/customers.vault"
        vault = wimple.SqliteVault.open(path, keyset)
        engine = wimple.Engine(wimple.Policy(default=wimple.tokenize()), keyset=keyset, vault=vault)
        token = engine.redact("bo@example.com", subject="42").text
        child = os.fork()
        if child == 0:
            code = 1
            try:
                engine.redact("al@example.com", subject="42")
            except wimple.VaultError as error:
                code = 0 if error.kind == "closed" and "fork" in str(error) else 2
            # SQLite believes that the parent's locks are the child's: it is not opened here either.
            try:
                wimple.SqliteVault.open(path, keyset)
                code = 3
            except wimple.VaultError as error:
                code = code if error.kind == "closed" and "fork" in str(error) else 4
            del engine, vault
            sys.exit(code)
        _, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0
        assert engine.restore(token, subject="42").text == "bo@example.com"
        engine.redact("cy@example.com", subject="42")
        assert vault.check()["well"]
        """
    )
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", program, str(desk.folder), str(Path(__file__).parent), PASSPHRASE],
        capture_output=True,
        timeout=60,
    )
    assert ended.returncode == 0, ended.stderr.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no limit to ask for")
def test_a_disk_that_is_full_is_told_and_loses_nothing(desk: Desk) -> None:
    program = textwrap.dedent(
        """
        import resource, signal, sys, wimple
        keyset = wimple.Keyset.from_file(sys.argv[1] + "/keys.json", passphrase=sys.argv[2])
        vault = wimple.SqliteVault.open(sys.argv[1] + "/customers.vault", keyset)
        engine = wimple.Engine(wimple.Policy(default=wimple.tokenize()), keyset=keyset, vault=vault)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (256 << 10, resource.RLIM_INFINITY))
        kept = []
        try:
            while len(kept) < 5000:
                value = f"n{len(kept)}@example.com"
                kept.append((value, engine.redact(value, subject="42").text))
        except wimple.VaultError as error:
            assert error.kind in ("full", "other"), error.kind
        assert 10 < len(kept) < 5000, len(kept)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert all(engine.restore(token, subject="42").text == value for value, token in kept)
        engine.redact("last@example.com", subject="42")
        assert vault.check()["well"] and vault.count() == len(kept) + 1
        """
    )
    arguments = [sys.executable, "-c", program, str(desk.folder), PASSPHRASE]
    ended = subprocess.run(arguments, capture_output=True, timeout=60)
    assert ended.returncode == 0, ended.stderr.decode()


def test_what_is_no_vault_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("canary@example.com")
    assert kind(lambda: SqliteVault.open(tmp_path / "empty", desk.keyset)) == "foreign"
    assert kind(lambda: SqliteVault.open(tmp_path / "text", desk.keyset)) == "foreign"
    assert kind(lambda: SqliteVault.open(tmp_path / "nothing", desk.keyset)) == "closed"
    assert kind(lambda: SqliteVault.create(desk.path, desk.keyset, desk.save)) == "taken"
    assert kind(lambda: SqliteVault.open(desk.path, Keyset.generate())) == "missing_key"
    reading = SqliteVault.open(desk.path, desk.keyset, read_only=True, quick_check=True)
    assert kind(lambda: reading.erase("42")) == "closed"
    with pytest.raises(ValueError):
        SqliteVault.open(desk.path, desk.keyset, wait=-1.0)
    with pytest.raises(TypeError):
        Engine(vault=object())  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        pickle.dumps(desk.vault)
    assert "vt_" in repr(desk.vault) and "wimple" in type(desk.vault).__module__


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_four_worker_processes_share_a_vault() -> None:
    """The example: forty addresses, four workers, one token each."""
    example = Path(__file__).parents[1] / "examples" / "web_workers.py"
    ended = subprocess.run([sys.executable, str(example)], capture_output=True, timeout=120, text=True)
    assert ended.returncode == 0, ended.stderr
    lines = ended.stdout.splitlines()
    assert lines[0].startswith("40 addresses, 320 requests, ") and lines[0].endswith(", 0 addresses with two tokens")
    said = {line.partition(":")[0]: line.partition(":")[2].strip() for line in lines[1:]}
    assert said == {
        "restored for the customer": "True",
        "restored for another one": "False",
        "forgotten": "40 values",
        "restored after that": "False",
    }
