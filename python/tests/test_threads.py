"""Engines are shared, sessions take turns, and the interpreter is free while the core works."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import wimple

TEXT = "bo@example.com and 4111 1111 1111 1111; "


def test_one_engine_many_threads() -> None:
    engine = wimple.Engine()
    texts = [f"{n} " + TEXT * (n % 60) for n in range(300)]
    expected = [engine.redact(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(engine.redact, texts)) == expected


def test_one_session_many_threads() -> None:
    session = wimple.Engine(wimple.Policy(default=wimple.placeholder())).session()
    texts = [f"bo{n % 10}@example.com " for n in range(200)]
    with ThreadPoolExecutor(8) as pool:
        outs = list(pool.map(session.redact, texts))
    assert len({out.text for out in outs}) == 10
    assert [session.restore(out.text).text for out in outs] == texts


def test_the_interpreter_is_released() -> None:
    # A switch interval without end: another thread runs only if the call hands the interpreter over.
    import sys

    engine = wimple.Engine()
    text = TEXT * 5000
    ready, ran = threading.Event(), threading.Event()

    def other() -> None:
        ready.set()
        ran.set()

    before = sys.getswitchinterval()
    sys.setswitchinterval(1000.0)
    try:
        thread = threading.Thread(target=other)
        thread.start()
        for _ in range(50):
            engine.redact_many([text])
            if ran.is_set():
                break
        assert ran.is_set()
    finally:
        sys.setswitchinterval(before)
        thread.join()
