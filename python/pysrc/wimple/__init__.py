"""Finds personal and secret data in customer-support text, says what it is and why, and masks it.

>>> import wimple
>>> wimple.redact("Write to bo@example.com").text
'Write to [EMAIL_ADDRESS]'
"""

from ._finders import Finder, Hints, Reader, Seen
from ._catalogue import explain
from ._errors import ConfigError, Error, InputError, LimitError, PolicyError, TokenError
from ._native import (
    CATALOG_VERSION,
    Engine,
    EntityInfo,
    Evidence,
    Explanation,
    Finding,
    HtmlReport,
    Operator,
    Policy,
    Recognizer,
    Redacted,
    Restored,
    Session,
    __version__,
    analyze,
    custom,
    entities,
    generalize,
    keep,
    label,
    mask,
    partial,
    placeholder,
    redact,
    remove,
)

# Not in __all__: `from wimple import *` shall not take the place of the built-in function.
from ._native import hash as hash

__all__ = [
    "CATALOG_VERSION",
    "ConfigError",
    "Engine",
    "EntityInfo",
    "Error",
    "Evidence",
    "Explanation",
    "Finder",
    "Finding",
    "Hints",
    "HtmlReport",
    "InputError",
    "LimitError",
    "Operator",
    "Policy",
    "PolicyError",
    "Reader",
    "Recognizer",
    "Redacted",
    "Restored",
    "Seen",
    "Session",
    "TokenError",
    "__version__",
    "analyze",
    "custom",
    "entities",
    "explain",
    "generalize",
    "keep",
    "label",
    "mask",
    "partial",
    "placeholder",
    "redact",
    "remove",
]
