"""A proxy before a language model: what the user writes is redacted on its way in, what the model answers is restored on its
way out, both piece by piece.

    python proxy.py

`model` stands for the client of a language model that streams; put yours in its place. It sees placeholders, never a value.
The session is the memory of one conversation: keep one for each, or seal it between requests (`Session.seal`).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import wimple
from wimple import Engine, Policy, Session, placeholder

#: Placeholders that open again, for every type: the model can speak of a value without having seen it.
ENGINE = Engine(Policy(default=placeholder()))

#: What the model was given, to be shown below.
SEEN: list[str] = []


async def model(prompt: AsyncIterator[str]) -> AsyncIterator[str]:
    """A made-up model. It takes a prompt in pieces and answers with the first address in it, a few letters at a time, its
    brackets in bold, as models like to write."""
    asked = "".join([piece async for piece in prompt])
    SEEN.append(asked)
    address = asked[asked.index("[EMAIL_ADDRESS_") :].split("]")[0] + "]"
    answer = f"Of course (gladly): the invoice goes to **{address.lower()}** today."
    for at in range(0, len(answer), 5):
        await asyncio.sleep(0)
        yield answer[at : at + 5]


async def proxy(session: Session, typed: AsyncIterator[str]) -> AsyncIterator[str]:
    """One request. The prompt goes to the model as far as it is safe, the answer to the user as far as it is whole."""
    prompt = wimple.redact_stream(typed, session)
    async for piece in wimple.restore_stream(model(prompt), session):
        yield piece


async def keyboard() -> AsyncIterator[str]:
    """What a user types, cut where a network cuts it."""
    for piece in ("Please send the inv", "oice to bo.lind@exam", "ple.com, I paid with 4111 11", "11 1111 1111."):
        yield piece


async def main() -> None:
    session = ENGINE.session()
    answer = [piece async for piece in proxy(session, keyboard())]
    print("the model saw:", SEEN[-1])
    print("the user reads:", "".join(answer).replace("**", ""))


if __name__ == "__main__":
    asyncio.run(main())
