"""Sealed sessions: taken up again whole, and by nobody else."""

from __future__ import annotations

import pytest

from wimple import Engine, Keyset, Policy, SessionError, placeholder

TURN = "I am bo@example.com, card 4111 1111 1111 1111"


def test_a_sealed_session_is_taken_up_again() -> None:
    engine = Engine(Policy(default=placeholder()), keyset=Keyset.generate())
    session = engine.session()
    sent = session.redact(TURN).text
    sealed = session.seal("ticket", tenant="acme")
    assert sealed.startswith("wims1.") and "bo@example.com" not in sealed
    resumed = engine.resume(sealed, "ticket", tenant="acme")
    assert resumed.restore(sent).text == TURN
    assert resumed.redact(TURN).text == sent
    for name, tenant in (("ticket", None), ("other", "acme")):
        with pytest.raises(SessionError, match="does not open") as caught:
            engine.resume(sealed, name, tenant=tenant)
        assert caught.value.code == 730
