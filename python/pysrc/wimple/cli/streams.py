"""Names of files come in; their bytes, lines and texts go out. Bytes are kept as they are, line ends included."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

#: How much is read at once, in bytes: enough to make calls of the engine worth their while.
CHUNK = 1 << 18


class Unreadable(Exception):
    """An input that is no text. The message says where, never what."""


@contextmanager
def opened(name: str) -> Iterator[BinaryIO]:
    """The bytes of a file; `-` is stdin."""
    if name == "-":
        yield sys.stdin.buffer
    else:
        with open(name, "rb") as file:
            yield file


def decoded(data: bytes, name: str, lossy: bool, offset: int = 0) -> str:
    """The text of UTF-8 bytes. `offset` is where they stand in the file."""
    if lossy:
        return data.decode("utf-8", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = offset + error.start
    # Raised outside, so that the other error, which carries the bytes, does not come along.
    raise Unreadable(f"{spoken(name)}: not UTF-8 at byte {at}; --lossy replaces such bytes")


def spoken(name: str) -> str:
    """A name for people."""
    return "stdin" if name == "-" else name


def batches(file: BinaryIO) -> Iterator[list[bytes]]:
    """The lines of a file with their ends, in batches of what is there at the moment.

    So that a file goes through in few large calls, and a conversation in a pipe is answered line by line.
    """
    # What `open` and stdin give reads ahead; anything else is read whole chunks at a time.
    read = getattr(file, "read1", file.read)
    parts: list[bytes] = []
    while chunk := read(CHUNK):
        end = chunk.rfind(b"\n") + 1
        if not end:
            parts.append(chunk)
            continue
        whole = b"".join((*parts, chunk[:end]))
        parts = [chunk[end:]] if end < len(chunk) else []
        # Not splitlines: only a newline ends a line here.
        yield [line + b"\n" for line in whole[:-1].split(b"\n")]
    if parts:
        yield [b"".join(parts)]


def ending(line: bytes) -> tuple[bytes, bytes]:
    """A line and its end."""
    if line.endswith(b"\r\n"):
        return line[:-2], line[-2:]
    if line.endswith(b"\n"):
        return line[:-1], line[-1:]
    return line, b""
