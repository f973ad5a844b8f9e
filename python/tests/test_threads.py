"""Engines are shared, sessions take turns, and the interpreter is free while the core works."""

from __future__ import annotations

import sys
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
    engine = wimple.Engine()
    gate, ran = threading.Lock(), threading.Event()

    def other() -> None:
        with gate:
            ran.set()

    before = sys.getswitchinterval()
    gate.acquire()
    thread = threading.Thread(target=other)
    thread.start()
    # Without an end to our turn the other thread runs only where a call hands the interpreter over.
    sys.setswitchinterval(1000.0)
    try:
        gate.release()
        for _ in range(100):
            engine.redact(TEXT)
        assert not ran.is_set(), "short texts keep it: handing over costs more than they do"
        for _ in range(1000):
            engine.redact(TEXT * 1000)
            if ran.is_set():
                break
        assert ran.is_set()
    finally:
        sys.setswitchinterval(before)
        thread.join()
