"""`wimple vault …` as an operator types it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import wimple
from conftest import Cli
from wimple import Engine, Keyset, Policy, SqliteVault

PASSPHRASE = b"twelve characters or more"


class Operator:
    """The files of an operator, and what is typed."""

    def __init__(self, folder: Path, cli: Cli) -> None:
        self.folder, self.cli = folder, cli
        self.file, self.keys = folder / "customers.vault", folder / "keys.json"
        (folder / "passphrase").write_bytes(PASSPHRASE + b"\n")

    def type(self, action: str, *words: str, stdin: str = "", code: int = 0) -> Any:
        opening = ["--keyset", str(self.keys), "--passphrase-file", str(self.folder / "passphrase")]
        ended = self.cli("vault", action, str(self.file), *words, *opening, stdin=stdin.encode())
        assert ended.returncode == code, ended.stderr.decode()
        return json.loads(ended.stdout) if ended.stdout else ended.stderr.decode()

    def keyset(self) -> Keyset:
        return Keyset.from_file(self.keys, passphrase=PASSPHRASE)

    def engine(self) -> Engine:
        keyset = self.keyset()
        vault = SqliteVault.open(self.file, keyset)
        return Engine(Policy(default=wimple.tokenize()), keyset=keyset, vault=vault)


@pytest.fixture
def operator(tmp_path: Path, cli: Cli) -> Operator:
    made = Operator(tmp_path, cli)
    assert made.type("create", "--new-keyset")["vault"].startswith("vt_")
    return made


def test_a_customer_asks_and_is_forgotten(operator: Operator) -> None:
    token = operator.engine().redact("bo@example.com", tenant="acme", subject="42").text
    export = operator.type("export", "42", "--tenant", "acme")
    assert [value["value"] for value in export["values"]] == ["bo@example.com"]
    operator.type("rectify", "-", token, "--tenant", "acme", stdin="42\nbob@example.com\n")
    assert operator.engine().restore(token, tenant="acme", subject="42").text == "bob@example.com"
    operator.type("restrict", "42", "--tenant", "acme")
    assert operator.type("status")["restricted"] == 1
    operator.type("unrestrict", "42", "--tenant", "acme")
    operator.type("hold", "42", "--tenant", "acme")
    assert "legal hold" in operator.type("erase", "42", "--tenant", "acme", code=2)
    operator.type("release", "42", "--tenant", "acme")
    operator.type("backup", str(operator.folder / "backup.vault"))
    receipt = operator.type("erase", "-", "--tenant", "acme", stdin="42\n")
    assert receipt["values"]["total"] == 1
    finished = operator.type("finalise", "--keep-days", "30")
    assert finished["destroyed_epochs"] == [] and finished["old_copies_open_until"]
    assert operator.type("destroy-epochs")["destroyed_epochs"] == []
    # One more, without days: the last epoch is destroyed, the one that is kept for backups is not.
    assert operator.type("finalise")["destroyed_epochs"] == [2]
    assert operator.engine().restore(token, tenant="acme", subject="42").text == token
    assert operator.type("check")["well"] is True

    (operator.folder / "receipt.json").write_text(json.dumps(receipt, indent=1))
    assert operator.type("verify", str(operator.folder / "receipt.json")) == {"verified": True}
    changed = json.dumps(receipt | {"epoch": 7})
    assert operator.type("verify", "-", stdin=changed, code=1) == {"verified": False}


def test_values_grow_old(operator: Operator) -> None:
    operator.engine().redact("bo@example.com", subject="42")
    assert operator.type("retention", "EMAIL_ADDRESS", "30") == {"EMAIL_ADDRESS": 30}
    assert operator.type("sweep")["values"]["total"] == 0
    assert operator.type("retention", "EMAIL_ADDRESS", "0") == {"EMAIL_ADDRESS": 0}
    assert operator.type("sweep")["values"]["by_type"] == {"EMAIL_ADDRESS": 1}
    assert operator.type("retention", "EMAIL_ADDRESS", "forever") == {}
    assert operator.type("retention") == {}


def test_wrong_use_is_told(operator: Operator, cli: Cli) -> None:
    assert "already" in operator.type("create", code=2)
    assert "already" in operator.type("create", "--new-keyset", code=2)
    operator.file = operator.folder / "nothing"
    assert "no file of that name" in operator.type("status", code=2)
    operator.file = operator.folder / "passphrase"
    assert "no vault" in operator.type("status", code=2)
    ended = cli("vault", "status", str(operator.file), "--keyset", str(operator.keys), "--passphrase-env", "NO_SUCH")
    assert ended.returncode == 2 and b"NO_SUCH" in ended.stderr
