"""Finds personal and secret data in customer-support text, says what it is and why, and masks it.

>>> import wimple
>>> wimple.redact("Write to bo@example.com").text
'Write to [EMAIL_ADDRESS]'
"""

from ._callbacks import Callback, Hints
from ._catalogue import explain
from ._errors import ConfigError, Error, InputError, LimitError, PolicyError, TokenError
from ._native import (
    CATALOG_VERSION,
    Engine,
    EntityInfo,
    Evidence,
    Explanation,
    Finding,
    Operator,
    Policy,
    Recognizer,
    Redacted,
    Restored,
    Session,
    __version__,
    analyze,
    entities,
    keep,
    label,
    mask,
    placeholder,
    redact,
    remove,
)

__all__ = [
    "CATALOG_VERSION",
    "Callback",
    "ConfigError",
    "Engine",
    "EntityInfo",
    "Error",
    "Evidence",
    "Explanation",
    "Finding",
    "Hints",
    "InputError",
    "LimitError",
    "Operator",
    "Policy",
    "PolicyError",
    "Recognizer",
    "Redacted",
    "Restored",
    "Session",
    "TokenError",
    "__version__",
    "analyze",
    "entities",
    "explain",
    "keep",
    "label",
    "mask",
    "placeholder",
    "redact",
    "remove",
]
