"""`explain` and `entities`: names and texts come in; what the catalogue and the engine say of them goes out."""

from __future__ import annotations

import argparse
import json
import sys

from .. import ConfigError
from .. import entities as all_entities
from .._catalogue import entity
from . import policies
from .streams import decoded, opened


def explain(arguments: argparse.Namespace) -> int:
    """`explain TYPE` and `explain --text [FILE]`."""
    if arguments.text:
        name = arguments.what or "-"
        engine = policies.engine(arguments.policy, hash_key=arguments.hash_key)
        with opened(name) as file:
            text = decoded(file.read(), name, arguments.lossy)
        explanation = engine.explain(text)
        if arguments.json:
            print(json.dumps(explanation.json()))
        else:
            print(explanation.text.rstrip("\n"))
        return 0
    if arguments.what is None:
        arguments.error("a TYPE, or --text")
    try:
        info = entity(arguments.what)
    except ConfigError as error:
        print(f"wimple: {error}", file=sys.stderr)
        return 2
    print(info.to_json() if arguments.json else info.to_text().rstrip("\n"))
    return 0


def entities(arguments: argparse.Namespace) -> int:
    """`entities`: id, category, sensitivity, whether it is in the default set, and title, a line each; or JSON.

    With a policy, those its engine looks for.
    """
    infos = {info.id: info for info in all_entities()}
    names = list(infos) if arguments.policy is None else policies.engine(arguments.policy).entities()
    if arguments.json:
        rows = [infos[name].to_json() if name in infos else json.dumps({"id": name}) for name in names]
        print("[" + ",\n ".join(rows) + "]")
        return 0
    width = max((len(name) for name in names), default=0)
    for name in names:
        if name not in infos:
            print(f"{name:<{width}}  (defined by the policy)")
            continue
        info = infos[name]
        # What is benign is known so that it is not taken for data; it is never reported.
        default = "-" if info.category == "benign" else "default" if info.by_default else "off"
        print(f"{name:<{width}}  {info.category:<13}  {info.sensitivity:<8}  {default:<7}  {info.title}")
    return 0
