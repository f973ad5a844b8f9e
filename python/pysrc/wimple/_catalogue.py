"""An entity type by its name, with a word to those who mistype it."""

from __future__ import annotations

import difflib

from ._errors import ConfigError
from ._native import EntityInfo, entities


def entity(entity_type: str) -> EntityInfo:
    """What the catalogue says of one entity type. Case does not matter."""
    if not isinstance(entity_type, str):
        raise TypeError("entity_type: the name of an entity type, as str")
    known = {info.id: info for info in entities()}
    name = entity_type.upper()
    if name in known:
        return known[name]
    # The name is not quoted: what was given by mistake may be a text.
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.6) if len(name) <= 80 else []
    hint = f"did you mean {' or '.join(near)}?" if near else "entities() lists them all"
    raise ConfigError(f"no entity type of that name; {hint}")


def explain(entity_type: str) -> str:
    """A page on one entity type: what it is, how it is found, examples and sources."""
    return entity(entity_type).to_text()
