"""`report`: texts come in on stdin or from files; one HTML page to look at goes out.

Of all the commands this alone writes originals, unless `--no-originals` is given.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from .. import Engine, Error, HtmlReport
from . import policies
from .jsonl import Line, members
from .redact import understood
from .streams import batches, decoded, ending, opened, spoken


@dataclass(frozen=True, slots=True)
class Message:
    """A text, the conversation it belongs to, and what stands beside it."""

    text: str
    conversation: str = ""
    note: str = ""


def run(arguments: argparse.Namespace) -> int:
    """All files, one after the other, on one page."""
    engine = policies.engine(arguments.policy)
    page = HtmlReport(arguments.title, originals=not arguments.no_originals)
    refused = 0
    for name in arguments.files or ["-"]:
        session, current = engine.session(), ""
        for answer in messages(name, arguments):
            if not isinstance(answer, Exception) and (not answer.conversation or answer.conversation != current):
                # One conversation, one memory. Messages that belong to none have nothing to remember.
                session, current = engine.session(), answer.conversation
            try:
                if isinstance(answer, Exception):
                    raise answer
                page.add(
                    session,
                    answer.text,
                    note=harmless(engine, answer.note),
                    conversation=harmless(engine, answer.conversation),
                )
            except (Error, Refused) as error:
                # Nothing of it is in the page: who knows what is in it.
                print(f"wimple: {spoken(name)}: {error}", file=sys.stderr)
                refused = 2
    data = page.to_html().encode()
    if arguments.html is None or arguments.html == "-":
        sys.stdout.buffer.write(data)
    else:
        with open(arguments.html, "wb") as file:
            file.write(data)
    return refused


def harmless(engine: Engine, heading: str) -> str:
    """A heading of the input, treated like its texts. In a session: the policy may ask for one."""
    return engine.session().redact(heading).text


class Refused(Exception):
    """A line that is no message. Says which and why, never what is in it."""


def messages(name: str, arguments: argparse.Namespace) -> Iterator[Message | Refused]:
    """The messages of one file."""
    if arguments.jsonl or name.lower().endswith((".jsonl", ".ndjson")):
        yield from objects(name, arguments.lossy)
        return
    with opened(name) as file:
        text = decoded(file.read(), name, arguments.lossy)
    if arguments.lines:
        # Not splitlines: only a newline ends a line here.
        yield from (Message(line.removesuffix("\r")) for line in text.split("\n") if line.strip())
    else:
        yield Message(text)


def objects(name: str, lossy: bool) -> Iterator[Message | Refused]:
    """Each line is an object with a text; `conversation`, `role` and `lang` are heard where they are texts."""
    number = 0
    with opened(name) as file:
        for batch in batches(file):
            for body in batch:
                number += 1
                line = understood(ending(body)[0], lossy)
                if not isinstance(line, Line):
                    yield Refused(f"line {number}: {line.args[0]}")
                    continue
                more = {key: value for key, value, _, _ in members(line.line) if isinstance(value, str)}
                notes = [more.get(key, "") for key in ("role", "lang")]
                yield Message(line.text, more.get("conversation", ""), ", ".join(filter(None, notes)))
