"""The words of the command line come in; which command runs with what goes out."""

from __future__ import annotations

import argparse

from .. import CATALOG_VERSION, __version__
from . import catalogue, find, policies, redact, report, vault


def parser() -> argparse.ArgumentParser:
    """What is understood."""
    top = argparse.ArgumentParser(
        prog="wimple", description="Finds personal and secret data in customer-support text and masks it."
    )
    top.add_argument(
        "--version", action="version", version=f"wimple {__version__} (catalogue {CATALOG_VERSION})"
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    command = commands.add_parser("redact", help="write texts back with a policy applied to them")
    texts(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--lines", action="store_true", help="each line is a message of its own")
    form.add_argument(
        "--jsonl", action="store_true", help='each line is a JSON object; its "text" is redacted, the rest stays'
    )
    command.set_defaults(run=redact.run)

    command = commands.add_parser("find", help="say what is in texts, and where")
    texts(command)
    command.add_argument(
        "--jsonl", action="store_true", help='read {"id","text"} lines and write {"id","spans"} lines'
    )
    command.add_argument("--min-score", type=score, metavar="SCORE", help="from 0.0 to 1.0")
    command.add_argument("--check", action="store_true", help="exit 1 where anything is found")
    command.add_argument("--show", action="store_true", help="also print what was found")
    command.set_defaults(run=find.run)

    command = commands.add_parser("report", help="write an HTML page that shows what was found and why")
    texts(command)
    form = command.add_mutually_exclusive_group()
    form.add_argument("--lines", action="store_true", help="each line is a message of its own")
    form.add_argument(
        "--jsonl",
        action="store_true",
        help='each line is a JSON object with a "text", and perhaps "conversation", "role" and "lang"; '
        "so are files named .jsonl",
    )
    command.add_argument("--html", metavar="OUT", help="write the page there instead of to stdout")
    command.add_argument("--title", metavar="TEXT", help="what stands at the top of the page")
    command.add_argument(
        "--no-originals",
        action="store_true",
        help="leave the original texts out; without this, the page holds them, folded away",
    )
    command.set_defaults(run=report.run)

    command = commands.add_parser("explain", help="say what an entity type is, or why a text has findings")
    command.add_argument("what", metavar="TYPE", nargs="?", help="an entity type; with --text a file")
    command.add_argument("--text", action="store_true", help="explain the findings of a text")
    command.add_argument("--policy", metavar="FILE", help="with --text: the policy to go by")
    key(command)
    command.add_argument("--lossy", action="store_true", help="with --text: replace what is not UTF-8")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=catalogue.explain, error=command.error)

    command = commands.add_parser("entities", help="list the entity types")
    command.add_argument("--policy", metavar="FILE", help="only those this policy looks for, its own ones too")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=catalogue.entities)

    command = commands.add_parser("policy", help="work on policy files")
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    command = actions.add_parser("check", help="read a policy file and run its examples")
    command.add_argument("file", metavar="FILE")
    key(command)
    command.set_defaults(run=policies.check)
    command = actions.add_parser("diff", help="say in what a policy is weaker than another")
    command.add_argument("before", metavar="A", help="a policy file, or the name of a preset")
    command.add_argument("after", metavar="B", help="the policy that may be weaker")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(run=policies.diff)
    command = actions.add_parser("preset", help="print the document of a preset, or the names of all")
    command.add_argument("name", metavar="NAME", nargs="?")
    command.set_defaults(run=policies.preset)
    vault.add(commands)
    return top


def texts(command: argparse.ArgumentParser) -> None:
    """The arguments of commands that read texts."""
    command.add_argument("files", metavar="FILE", nargs="*", help="read these instead of stdin; - is stdin")
    command.add_argument("--policy", metavar="FILE", help="a policy in TOML or JSON")
    key(command)
    command.add_argument("--lossy", action="store_true", help="replace what is not UTF-8 instead of stopping")


def key(command: argparse.ArgumentParser) -> None:
    """The argument of commands that apply a policy, for policies that hash."""
    command.add_argument(
        "--hash-key", metavar="FILE", help="a file with 32 random bytes or more, the key of the operator hash"
    )


def score(word: str) -> float:
    """A score as an argument."""
    number = float(word)
    if not 0.0 <= number <= 1.0:
        raise argparse.ArgumentTypeError("from 0.0 to 1.0")
    return number
