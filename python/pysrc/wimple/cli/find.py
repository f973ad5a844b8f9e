"""`find`: texts come in on stdin or from files; types, places and scores go out. Offsets are code points."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from .. import Engine, Error, Finding
from . import policies
from .jsonl import Line, NotOurs
from .redact import understood, write
from .streams import batches, decoded, ending, opened, spoken


def run(arguments: argparse.Namespace) -> int:
    """All files, one after the other."""
    engine = policies.engine(arguments.policy, arguments.min_score, arguments.hash_key)
    names = arguments.files or ["-"]
    found = 0
    for name in names:
        if arguments.jsonl:
            found += jsonl(engine, name, arguments)
        else:
            found += plain(engine, name, arguments, prefix=f"{spoken(name)}:" if len(names) > 1 else "")
    return 1 if found and arguments.check else 0


def plain(engine: Engine, name: str, arguments: argparse.Namespace, prefix: str) -> int:
    """The whole input is one text; a line for each finding."""
    with opened(name) as file:
        text = decoded(file.read(), name, arguments.lossy)
    findings = engine.analyze(text)
    for finding in findings:
        line = f"{prefix}{finding.start}:{finding.end} {finding.entity_type} {finding.score:.2f}"
        if arguments.show:
            line += " " + json.dumps(text[finding.start : finding.end])
        print(line)
    return len(findings)


def jsonl(engine: Engine, name: str, arguments: argparse.Namespace) -> int:
    """Each line is an object with a text; every line is answered, in order."""
    number, found = 0, 0
    with opened(name) as file:
        for batch in batches(file):
            read_lines = [understood(ending(line)[0], arguments.lossy) for line in batch]
            out = []
            for line, answer in zip(read_lines, analysed(engine, read_lines)):
                number += 1
                if isinstance(answer, Exception):
                    said = answer.args[0]
                    print(f"wimple: {spoken(name)}: line {number}: {said}", file=sys.stderr)
                    out.append(f'{{"id":{id_of(line)},"error":{json.dumps(said)},"spans":[]}}\n')
                else:
                    found += len(answer)
                    text = line.text if arguments.show and isinstance(line, Line) else None
                    spans = ",".join([span(finding, text) for finding in answer])
                    out.append(f'{{"id":{id_of(line)},"spans":[{spans}]}}\n')
            write("".join(out).encode())
    return found


def span(finding: Finding, text: str | None) -> str:
    """A finding as JSON, with its value only where that was asked for."""
    value = "" if text is None else f',"text":{json.dumps(text[finding.start : finding.end])}'
    return (
        f'{{"start":{finding.start},"end":{finding.end},'
        f'"type":"{finding.entity_type}","score":{finding.score:.2f}{value}}}'
    )


def id_of(line: Line | Exception) -> str:
    """The id of a line as it was written, `null` where there is none."""
    if isinstance(line, Line):
        return line.id
    return str(line.args[1]) if isinstance(line, NotOurs) else "null"


def analysed(engine: Engine, read_lines: Sequence[Line | Exception]) -> list[list[Finding] | Exception]:
    """The findings of each object, or what is wrong with it."""
    texts = [line.text for line in read_lines if isinstance(line, Line)]
    answers: list[list[Finding] | Exception]
    try:
        answers = list(engine.analyze_many(texts))
    except Error:
        answers = [alone(engine, text) for text in texts]
    each = iter(answers)
    return [next(each) if isinstance(line, Line) else line for line in read_lines]


def alone(engine: Engine, text: str) -> list[Finding] | Exception:
    try:
        return engine.analyze(text)
    except Error as error:
        return error
