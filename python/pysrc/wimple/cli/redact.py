"""`redact`: texts come in on stdin or from files; the same go out with the policy applied to them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from .. import Engine, Error
from . import policies
from .jsonl import Line, NotOurs, read
from .streams import Unreadable, batches, decoded, ending, opened, spoken


def run(arguments: argparse.Namespace) -> int:
    """All files, one after the other."""
    engine = policies.engine(arguments.policy, hash_key=arguments.hash_key)
    work = jsonl if arguments.jsonl else lines if arguments.lines else whole
    # All of them, also where one is refused.
    return max([work(engine, name, arguments.lossy) for name in arguments.files or ["-"]])


def write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def whole(engine: Engine, name: str, lossy: bool) -> int:
    """The whole input is one text."""
    with opened(name) as file:
        text = decoded(file.read(), name, lossy)
    write(engine.redact(text).text.encode())
    return 0


def lines(engine: Engine, name: str, lossy: bool) -> int:
    """Each line is a text."""
    offset = 0
    with opened(name) as file:
        for batch in batches(file):
            bodies = [ending(line) for line in batch]
            texts = []
            for line, (body, _) in zip(batch, bodies):
                texts.append(decoded(body, name, lossy, offset))
                offset += len(line)
            redacted = engine.redact_many(texts)
            write(b"".join(out.text.encode() + end for out, (_, end) in zip(redacted, bodies)))
    return 0


def jsonl(engine: Engine, name: str, lossy: bool) -> int:
    """Each line is an object with a text. One that is not is never passed on: who knows what is in it."""
    number, refused = 0, 0
    with opened(name) as file:
        for batch in batches(file):
            bodies = [ending(line) for line in batch]
            read_lines = [understood(body, lossy) for body, _ in bodies]
            answers = redacted(engine, read_lines)
            out = []
            for line, answer, (_, end) in zip(read_lines, answers, bodies):
                number += 1
                if isinstance(line, Line) and answer is not None and not isinstance(answer, Exception):
                    out.append(line.replaced(answer).encode() + end)
                    continue
                refused = 2
                problem = line if isinstance(line, Exception) else answer
                said = problem.args[0] if isinstance(problem, Exception) else "refused"
                print(f"wimple: {spoken(name)}: line {number}: {said}", file=sys.stderr)
                out.append(b'{"error":"line refused"}' + end)
            write(b"".join(out))
    return refused


def understood(body: bytes, lossy: bool) -> Line | Exception:
    """The object in a line, or what is wrong with the line."""
    try:
        return read(body.decode("utf-8", "replace" if lossy else "strict"))
    except NotOurs as error:
        return error
    except UnicodeDecodeError as error:
        return Unreadable(f"not UTF-8 at byte {error.start} of the line")


def redacted(engine: Engine, read_lines: Sequence[Line | Exception]) -> list[str | Exception | None]:
    """The redacted text of each object; where one cannot be redacted, its error."""
    texts = [line.text for line in read_lines if isinstance(line, Line)]
    answers: list[str | Exception]
    try:
        answers = [out.text for out in engine.redact_many(texts)]
    except Error:
        answers = [alone(engine, text) for text in texts]
    each = iter(answers)
    return [next(each) if isinstance(line, Line) else None for line in read_lines]


def alone(engine: Engine, text: str) -> str | Exception:
    try:
        return engine.redact(text).text
    except Error as error:
        return error
