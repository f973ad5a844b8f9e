"""Policy files come in; engines, and what is wrong with the files, go out."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from .. import Engine, Policy, PolicyError
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
    """`policy check`: 0 where the file can be read and its examples hold, else 1."""
    try:
        made = Engine(Policy.from_file(arguments.file), hash_key=key(arguments.hash_key))
        failures = made.check()
    except Error as error:
        print(f"{arguments.file}: {error}", file=sys.stderr)
        return 1
    for failure in failures:
        print(f"{arguments.file}: {failure}", file=sys.stderr)
    if failures:
        return 1
    count = len(json.loads(made.policy.to_json()).get("test", ()))
    print(f"{arguments.file}: ok, {count} {'example holds' if count == 1 else 'examples hold'}")
    return 0
