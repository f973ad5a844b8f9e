"""What pickles of native objects call to make them again."""

from __future__ import annotations

from collections.abc import Mapping

from ._finders import Finder
from ._native import Engine, EntityInfo, Policy, entities


def engine(
    policy: Policy,
    max_input: int | None,
    max_findings: int | None,
    recognizers: Mapping[str, Finder] | None = None,
) -> Engine:
    return Engine(policy, max_input=max_input, max_findings=max_findings, recognizers=recognizers)


def entity(name: str) -> EntityInfo:
    for info in entities():
        if info.id == name:
            return info
    raise LookupError(f"the catalogue of this version has no entity type {name}")
