"""Iterators over pieces of text come in; iterators over redacted or restored pieces go out."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from typing import Any, overload

from ._native import Engine, Redactor, Restorer, Session


@overload
def redact_stream(
    source: AsyncIterable[str], by: Engine | Session | Redactor | None = None, **hints: Any
) -> AsyncIterator[str]: ...
@overload
def redact_stream(
    source: Iterable[str], by: Engine | Session | Redactor | None = None, **hints: Any
) -> Iterator[str]: ...
def redact_stream(
    source: AsyncIterable[str] | Iterable[str], by: Engine | Session | Redactor | None = None, **hints: Any
) -> AsyncIterator[str] | Iterator[str]:
    """Redacts the pieces of a text as they come; an `async` source gives an `async` iterator.

    `by` is an engine (the default policy without), a session, whose next turn the text is, or a redactor of your own, whose
    `findings` and `report` are there at the end. `hints` are those of `Engine.redact` or `Session.redact`. The pieces that
    come out, put together, are what `redact` gives for the whole; none is empty. Where the source raises, what was held is
    wiped and never comes out.

    >>> "".join(redact_stream(["I am at bo@exam", "ple.com"]))
    'I am at [EMAIL_ADDRESS]'
    """
    if isinstance(by, Redactor):
        if hints:
            raise TypeError("hints are given where the redactor is made")
        return _through(source, by)
    return _through(source, (Engine() if by is None else by).redactor(**hints))


@overload
def restore_stream(
    source: AsyncIterable[str], by: Engine | Session | Restorer, tolerance: str = "tolerant", **options: Any
) -> AsyncIterator[str]: ...
@overload
def restore_stream(
    source: Iterable[str], by: Engine | Session | Restorer, tolerance: str = "tolerant", **options: Any
) -> Iterator[str]: ...
def restore_stream(
    source: AsyncIterable[str] | Iterable[str],
    by: Engine | Session | Restorer,
    tolerance: str = "tolerant",
    **options: Any,
) -> AsyncIterator[str] | Iterator[str]:
    """Puts values back into the pieces of a text as they come, those of a language model's answer for one.

    `by` is the session whose placeholders, or the engine whose tokens stand in the text, or a restorer of your own.
    `tolerance` and `options` are those of `Session.restore` or `Engine.restore`.

    >>> from wimple import Policy, placeholder
    >>> session = Engine(Policy(default=placeholder())).session()
    >>> asked = session.redact("Write to bo@example.com").text
    >>> "".join(restore_stream(asked.replace("Write", "I wrote"), session))
    'I wrote to bo@example.com'
    """
    if isinstance(by, Restorer):
        if options or tolerance != "tolerant":
            raise TypeError("tolerance and options are given where the restorer is made")
        return _through(source, by)
    return _through(source, by.restorer(tolerance, **options))  # type: ignore[arg-type]


def _through(
    source: AsyncIterable[str] | Iterable[str], stream: Redactor | Restorer
) -> AsyncIterator[str] | Iterator[str]:
    if isinstance(source, AsyncIterable):
        return _later(source, stream)
    return _now(source, stream)


def _now(source: Iterable[str], stream: Redactor | Restorer) -> Iterator[str]:
    with _Wiped(stream):
        for piece in source:
            if ready := stream.write(piece):
                yield ready
        if rest := stream.end():
            yield rest


async def _later(source: AsyncIterable[str], stream: Redactor | Restorer) -> AsyncIterator[str]:
    with _Wiped(stream):
        async for piece in source:
            if ready := stream.write(piece):
                yield ready
        if rest := stream.end():
            yield rest


class _Wiped:
    """Lets nothing of a stream out that was left before its end."""

    def __init__(self, stream: Redactor | Restorer) -> None:
        self._stream = stream

    def __enter__(self) -> None:
        return None

    def __exit__(self, *raised: object) -> None:
        self._stream.__exit__(*raised)
