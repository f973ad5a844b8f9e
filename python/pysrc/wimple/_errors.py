"""What can go wrong. Messages carry offsets, lengths, names and ids, never a text, a value or a key."""

from __future__ import annotations


class Error(Exception):
    """The base of all errors of Wimple. `code` is the same number as in Rust and C."""

    __module__ = "wimple"

    code: int

    def __init__(self, message: str, code: int = 900) -> None:
        super().__init__(message)
        self.code = code


class ConfigError(Error, ValueError):
    """An argument, a pattern or a limit is outside what it may be."""

    __module__ = "wimple"

    def __init__(self, message: str, code: int = 102) -> None:
        super().__init__(message, code)


class PolicyError(ConfigError):
    """A policy is wrong. `line` and `column` count from 1, and are 0 where no document was given."""

    __module__ = "wimple"

    line: int
    column: int
    hint: str | None

    def __init__(
        self, message: str, code: int = 200, *, line: int = 0, column: int = 0, hint: str | None = None
    ) -> None:
        super().__init__(message, code)
        self.line = line
        self.column = column
        self.hint = hint


class InputError(Error, ValueError):
    """A text is no Unicode text: it holds a lone surrogate."""

    __module__ = "wimple"

    def __init__(self, message: str, code: int = 101) -> None:
        super().__init__(message, code)


class KeysetError(Error):
    """A keyset cannot be written, read or changed. `problem` names the reason: `"does_not_unwrap"`, `"key_is_primary"`."""

    __module__ = "wimple"

    problem: str

    def __init__(self, message: str, code: int = 700, problem: str = "") -> None:
        super().__init__(message, code)
        self.problem = problem


class TokenError(Error):
    """A token cannot be made, or there are no keys to open one."""

    __module__ = "wimple"

    def __init__(self, message: str, code: int = 710) -> None:
        super().__init__(message, code)


class VaultError(Error):
    """The vault gave no answer. `kind` says why: `"busy"`, `"full"`, `"corrupt"`, `"closed"`, `"foreign"`, `"missing_key"`,
    `"held"`, `"taken"`, `"unknown_subject"` or `"other"`. Where it is `"busy"`, the same call may work later.
    """

    __module__ = "wimple"

    kind: str

    def __init__(self, message: str, code: int = 720, kind: str = "other") -> None:
        super().__init__(message, code)
        self.kind = kind


class SessionError(Error):
    """A session cannot be sealed or resumed."""

    __module__ = "wimple"

    def __init__(self, message: str, code: int = 730) -> None:
        super().__init__(message, code)


class LimitError(Error):
    """A text or its findings are over the limits of the engine."""

    __module__ = "wimple"

    def __init__(self, message: str, code: int = 300) -> None:
        super().__init__(message, code)
