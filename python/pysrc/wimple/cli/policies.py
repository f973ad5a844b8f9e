"""Policy files come in; engines, and what is wrong with the files, go out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .. import Engine, Policy, PolicyError, Weakening
from .._errors import Error


def engine(file: str | None, minimum_score: float | None = None, hash_key: str | None = None) -> Engine:
    """The engine of a policy file, or the default one, with the key in the file `hash_key`.

    `minimum_score` takes the place of the policy's.
    """
    try:
        policy = Policy() if file is None else Policy.from_file(file)
        if minimum_score is not None:
            document = json.loads(policy.to_json())
            document["minimum_score"] = minimum_score
            policy = Policy.from_document(json.dumps(document))
        return Engine(policy, hash_key=key(hash_key))
    except PolicyError as error:
        raise Error(f"{file}: {error}", error.code) from None


def key(file: str | None) -> bytes | None:
    """The bytes of a key file, as they are."""
    return None if file is None else Path(file).read_bytes()


def check(arguments: argparse.Namespace) -> int:
    """`policy check`: 0 where the file can be read and its examples hold, else 1. Warnings change nothing of that."""
    try:
        made = Engine(Policy.from_file(arguments.file), hash_key=key(arguments.hash_key))
        failures = made.check()
    except Error as error:
        print(f"{arguments.file}: {error}", file=sys.stderr)
        return 1
    for warning in made.policy.warnings():
        print(f"{arguments.file}: warning: {warning}", file=sys.stderr)
    for failure in failures:
        print(f"{arguments.file}: {failure}", file=sys.stderr)
    if failures:
        return 1
    count = len(json.loads(made.policy.to_json()).get("test", ()))
    print(f"{arguments.file}: ok, {count} {'example holds' if count == 1 else 'examples hold'}")
    return 0


def diff(arguments: argparse.Namespace) -> int:
    """`policy diff A B`: what is weaker in B than in A, a line each; 1 where there is anything."""
    try:
        before, after = (read(name) for name in (arguments.before, arguments.after))
    except Error as error:
        print(error, file=sys.stderr)
        return 2
    weaker = after.weaker_than(before)
    if arguments.json:
        print(json.dumps([shown(weakening) for weakening in weaker], ensure_ascii=False))
    else:
        for weakening in weaker:
            print(weakening)
    return 1 if weaker else 0


def shown(weakening: Weakening) -> dict[str, object]:
    """A weakening as a JSON object."""
    return {
        "types": weakening.entity_types,
        "path": weakening.path,
        "was": weakening.was,
        "now": weakening.now,
        "why": weakening.why,
    }


def preset(arguments: argparse.Namespace) -> int:
    """`policy preset [NAME]`: the document of a preset, or the names of all."""
    if arguments.name is None:
        print("\n".join(Policy.presets()))
        return 0
    document = Policy.preset_document(arguments.name)
    if document is None:
        print(f"there is no preset of that name; there are {', '.join(Policy.presets())}", file=sys.stderr)
        return 2
    print(document, end="")
    return 0


def read(name: str) -> Policy:
    """The policy of a file, or the preset of that name where there is no such file."""
    if name in Policy.presets() and not Path(name).exists():
        return Policy.preset(name)
    try:
        return Policy.from_file(name)
    except PolicyError as error:
        raise Error(f"{name}: {error}", error.code) from None
