"""A line of JSON comes in; its members go out with the place each value has in the line.

So that an id is echoed, and all that is not redacted kept, as it was written: number by number, blank by blank.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

def no_json(_: str) -> object:
    raise ValueError


# Python's own reading lets NaN and Infinity through, which are no JSON.
DECODER = json.JSONDecoder(parse_constant=no_json)
BLANK = " \t\n\r"


class NotOurs(Exception):
    """A line that is no JSON object with a text. The message never quotes it."""


@dataclass(frozen=True, slots=True)
class Line:
    """An object with a text: the line, its text, where the text's value stands, and the id as it was written."""

    line: str
    text: str
    places: tuple[tuple[int, int], ...]
    id: str

    def replaced(self, text: str) -> str:
        """The line with another text, in escapes if the old one was."""
        parts, at = [], 0
        for start, end in self.places:
            new = json.dumps(text, ensure_ascii=self.line[start:end].isascii())
            parts += [self.line[at:start], new]
            at = end
        return "".join((*parts, self.line[at:]))


def read(line: str) -> Line:
    """The object in a line.

    Raises `NotOurs`, with the id as second argument where there is one.
    """
    text: object = None
    places: list[tuple[int, int]] = []
    name = "null"
    problem = None
    try:
        for key, value, start, end in members(line):
            if key == "text":
                # Where a key comes twice the last one counts, as everywhere; all of them are replaced.
                text = value
                places.append((start, end))
            elif key == "id":
                name = line[start:end]
    except (ValueError, RecursionError):
        problem, name = "not a JSON object", "null"
    if problem is None and not isinstance(text, str):
        problem = 'no "text" that is a string'
    if problem is not None or not isinstance(text, str):
        raise NotOurs(problem, name)
    return Line(line, text, tuple(places), name)


def members(line: str) -> Iterator[tuple[str, object, int, int]]:
    """Key, value, and start and end of the value, of each member of the object in `line`."""
    at = past(line, 0)
    at = past(line, expected(line, at, "{"))
    if line[at : at + 1] == "}":
        at += 1
    else:
        while True:
            expected(line, at, '"')
            key, at = DECODER.raw_decode(line, at)
            start = past(line, expected(line, past(line, at), ":"))
            value, end = DECODER.raw_decode(line, start)
            yield key, value, start, end
            at = past(line, end)
            if line[at : at + 1] != ",":
                at = expected(line, at, "}")
                break
            at = past(line, at + 1)
    if past(line, at) != len(line):
        raise ValueError


def past(line: str, at: int) -> int:
    """The first place from `at` on that is not blank."""
    while line[at : at + 1] in BLANK and at < len(line):
        at += 1
    return at


def expected(line: str, at: int, character: str) -> int:
    """The place after `character`, which has to be at `at`."""
    if line[at : at + 1] != character:
        raise ValueError
    return at + 1
