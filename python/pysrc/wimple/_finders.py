"""What a callable that finds an entity type is given, and what it gives."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import TypedDict


class Hints(TypedDict):
    """What was said beside a text: where it came from, its country, who will see it, today's date.

    Empty and None where nothing was said.
    """

    path: str
    region: str
    role: str
    today: datetime.date | None


Hints.__module__ = "wimple"

# Start and end in code points, and perhaps a score from 0.0 to 1.0.
Place = tuple[int, int] | tuple[int, int, float]
Finder = Callable[[str, Hints], Iterable[Place]]
# Entity type, start and end in code points, and perhaps how sure the model is (0.75 where it does not say).
Seen = tuple[str, int, int] | tuple[str, int, int, float]
# Reads several texts in one go: for each text the places it sees.
Reader = Callable[[list[str]], Iterable[Iterable[Seen]]]
