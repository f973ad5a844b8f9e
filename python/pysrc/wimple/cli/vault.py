"""`vault`: the words of an operator come in; what is kept about a person, receipts and numbers go out, as JSON.

The keyset is a file. It is written anew, whole, where a command changes it, and read by whoever works with the vault.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .. import Error, Keyset, SqliteVault

Run = Callable[["Opened", argparse.Namespace], int]


class Opened:
    """The vault of a command, and its keyset with what opens that."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.path: str = arguments.file
        self.keys: str = arguments.keyset
        self.passphrase = passphrase(arguments)
        self.wait: float = arguments.wait
        new = getattr(arguments, "new_keyset", False)
        if new and Path(self.keys).exists():
            raise Error(f"{self.keys}: there is a file already", 102)
        self.keyset = (
            Keyset.generate() if new else Keyset.from_file(self.keys, passphrase=self.passphrase)
        )

    def save(self, keyset: Keyset) -> None:
        keyset.to_file(self.keys, passphrase=self.passphrase)

    @property
    def vault(self) -> SqliteVault:
        return SqliteVault.open(self.path, self.keyset, wait=self.wait)


def passphrase(arguments: argparse.Namespace) -> bytes:
    """What opens the keyset. Never an argument: those can be seen by every process."""
    if arguments.passphrase_file is not None:
        return Path(arguments.passphrase_file).read_bytes().removesuffix(b"\n").removesuffix(b"\r")
    said = os.environ.get(arguments.passphrase_env)
    if said is None:
        raise Error(f"there is no variable {arguments.passphrase_env}, and no --passphrase-file", 102)
    return said.encode("utf-8", "surrogateescape")


def words(arguments: argparse.Namespace) -> tuple[str, dict[str, Any]]:
    """Whom it is about. `-` is the first line of stdin, for names that shall not stand in a list of processes."""
    subject = sys.stdin.readline().rstrip("\r\n") if arguments.subject == "-" else arguments.subject
    return subject, {"tenant": arguments.tenant}


def show(answer: object) -> int:
    print(answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False))
    return 0


def create(opened: Opened, arguments: argparse.Namespace) -> int:
    made = SqliteVault.create(opened.path, opened.keyset, opened.save, wait=opened.wait)
    return show({"vault": made.id})


def status(opened: Opened, arguments: argparse.Namespace) -> int:
    return show(opened.vault.status())


def check(opened: Opened, arguments: argparse.Namespace) -> int:
    health = opened.vault.check()
    show(health)
    return 0 if health["well"] else 1


def export(opened: Opened, arguments: argparse.Namespace) -> int:
    subject, tenant = words(arguments)
    return show(opened.vault.export(subject, **tenant))


def about(action: str) -> Run:
    """A command that does something about a subject and shows a receipt."""

    def run(opened: Opened, arguments: argparse.Namespace) -> int:
        subject, tenant = words(arguments)
        return show(getattr(opened.vault, action)(subject, **tenant))

    return run


def rectify(opened: Opened, arguments: argparse.Namespace) -> int:
    subject, tenant = words(arguments)
    value = sys.stdin.readline().rstrip("\r\n")
    return show(opened.vault.rectify(subject, arguments.which, value, **tenant))


def retention(opened: Opened, arguments: argparse.Namespace) -> int:
    vault = opened.vault
    if arguments.type is not None:
        if arguments.days is None:
            raise Error("how many days? A number, or forever", 102)
        vault.set_retention(arguments.type, arguments.days if arguments.days >= 0 else None)
    return show(vault.retention())


def sweep(opened: Opened, arguments: argparse.Namespace) -> int:
    return show(opened.vault.sweep())


def finalise(opened: Opened, arguments: argparse.Namespace) -> int:
    return show(opened.vault.finalise_erasure(opened.keyset, opened.save, keep_days=arguments.keep_days))


def destroy_epochs(opened: Opened, arguments: argparse.Namespace) -> int:
    return show(opened.vault.destroy_epochs(opened.keyset, opened.save))


def backup(opened: Opened, arguments: argparse.Namespace) -> int:
    opened.vault.backup(arguments.out)
    return 0


def verify(opened: Opened, arguments: argparse.Namespace) -> int:
    with open(arguments.receipt, encoding="utf-8") if arguments.receipt != "-" else sys.stdin as file:
        verified = opened.keyset.verify_receipt(file.read())
    show({"verified": verified})
    return 0 if verified else 1


def days(word: str) -> int:
    """Days as an argument; for ever is below zero."""
    if word == "forever":
        return -1
    number = int(word)
    if not 0 <= number < 1 << 32:
        raise argparse.ArgumentTypeError("a number of days, or forever")
    return number


def number(word: str) -> int:
    """Days as an argument."""
    if (said := days(word)) < 0:
        raise argparse.ArgumentTypeError("a number of days")
    return said


def add(commands: Any) -> None:
    """The commands of `vault`."""
    command = commands.add_parser(
        "vault", help="look after a vault on disk: export, correct, erase; retention, backups, checks"
    )
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)

    def action(name: str, run: Run, help: str, subject: bool = False) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = actions.add_parser(name, help=help)
        made.add_argument("file", metavar="VAULT")
        if subject:
            made.add_argument("subject", metavar="SUBJECT", help="whom it is about; - reads it from stdin")
            made.add_argument("--tenant", metavar="NAME", help="whose customer that is")
        made.add_argument("--keyset", metavar="FILE", required=True, help="the sealed keyset")
        made.add_argument("--passphrase-file", metavar="FILE", help="a file with the passphrase of the keyset")
        made.add_argument(
            "--passphrase-env",
            metavar="NAME",
            default="WIMPLE_PASSPHRASE",
            help="the variable with the passphrase (WIMPLE_PASSPHRASE)",
        )
        made.add_argument(
            "--wait", type=float, default=5.0, metavar="SECONDS", help="how long to wait for others (5)"
        )
        made.set_defaults(run=lambda arguments: run(Opened(arguments), arguments))
        return made

    made = action("create", create, "make a vault")
    made.add_argument("--new-keyset", action="store_true", help="make the keyset, too")
    action("status", status, "what is in it, in numbers")
    action("check", check, "read all of it; exit 1 where something is damaged")
    action("export", export, "everything that is kept about a subject, in clear", subject=True)
    made = action("rectify", rectify, "correct a value; the new one is a line of stdin", subject=True)
    made.add_argument("which", metavar="TOKEN", help="a token of the value, or its id in an export")
    action("erase", about("erase"), "forget a subject", subject=True)
    action("hold", about("hold"), "put a legal hold on a subject", subject=True)
    action("release", about("release"), "take the hold off", subject=True)
    action("restrict", about("restrict"), "keep a subject's tokens closed", subject=True)
    action("unrestrict", about("unrestrict"), "open them again", subject=True)
    made = action("retention", retention, "show or set how long values of a type are kept")
    made.add_argument("type", metavar="TYPE", nargs="?")
    made.add_argument("days", metavar="DAYS", nargs="?", type=days, help="a number of days, or forever")
    action("sweep", sweep, "forget what is older; run it once a day")
    made = action("finalise", finalise, "make erasures reach old copies of the file")
    made.add_argument(
        "--keep-days",
        type=number,
        metavar="DAYS",
        help="keep the old key so long, so that backups can be restored; without, all old copies are dead at once",
    )
    action("destroy-epochs", destroy_epochs, "destroy old keys whose time is up")
    made = action("backup", backup, "write a copy while others go on")
    made.add_argument("out", metavar="OUT", help="a file that is not there yet")
    made = action("verify", verify, "whether a receipt is of this keyset; exit 1 where it is not")
    made.add_argument("receipt", metavar="RECEIPT", help="a file; - is stdin")
