"""What is told of keys, and what a key service of the host looks like."""

from __future__ import annotations

import datetime
from typing import Literal, NamedTuple, Protocol


class KeyInfo(NamedTuple):
    """What may be known of a key: no part of it, so safe to log."""

    id: str
    """Eight hexadecimal digits, as tokens name it."""
    status: Literal["enabled", "disabled", "destroyed"]
    primary: bool
    compromised: bool
    slot: int | None
    """The short number, 0 to 8, by which cards made with `fpe` name it."""
    created: datetime.date | None
    expires: datetime.date | None


class KeyWrapper(Protocol):
    """A key service of the host. An attribute `name`, a `str`, is written into the file where there is one."""

    def wrap(self, key: bytes, bound: str, /) -> bytes | bytearray:
        """Encrypts `key`, 32 bytes; `bound` is what such services call associated data or encryption context."""

    def unwrap(self, wrapped: bytes, bound: str, /) -> bytes | bytearray:
        """Decrypts what `wrap` gave, with the same `bound`."""


# They are shown under the name by which they are imported.
KeyInfo.__module__ = KeyWrapper.__module__ = "wimple"
