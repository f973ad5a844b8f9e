"""A web application with four worker processes on one vault. Python's standard library and wimple, nothing else.

    python web_workers.py              plays clients against it and says what came out
    python web_workers.py --serve 8080 goes on until it is stopped

    POST   /redact?customer=42     a text, answered with tokens in it
    POST   /restore?customer=42    the same with the values put back
    DELETE /customers/42           forgets the customer; answered with a receipt

The parent makes the vault and forks; each worker opens it for itself, since a handle from before a fork refuses.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import sys
import tempfile
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import wimple
from wimple import Engine, Keyset, Policy, SqliteVault

WORKERS = 4
#: A real application is given it by its environment.
PASSPHRASE = "twelve characters or more"
LONGEST = 1 << 20


class Application:
    """What a worker has: an engine and the vault it keeps values in."""

    def __init__(self, folder: Path) -> None:
        self.keys = folder / "keys.json"
        # Where an operator finishes an erasure meanwhile, the keyset is read anew.
        self.vault = SqliteVault.open(folder / "customers.vault", self.load(), reload=self.load, wait=30)
        self.engine = Engine(Policy(default=wimple.tokenize()), keyset=self.load(), vault=self.vault)

    def load(self) -> Keyset:
        return Keyset.from_file(self.keys, passphrase=PASSPHRASE)

    def answer(self, path: str, customer: str, text: str) -> str | None:
        if path == "/redact":
            return self.engine.redact(text, tenant="acme", subject=customer).text
        if path == "/restore":
            return self.engine.restore(text, tenant="acme", subject=customer).text
        return None


class Handler(BaseHTTPRequestHandler):
    """Requests come in, and go out as texts."""

    application: Application

    def do_POST(self) -> None:
        url = urlsplit(self.path)
        customer = parse_qs(url.query).get("customer", [""])[0]
        length = int(self.headers.get("Content-Length", 0))
        if length > LONGEST:
            return self.reply(413, "too long")
        self.attempt(lambda text: self.application.answer(url.path, customer, text), self.rfile.read(length))

    def do_DELETE(self) -> None:
        path = urlsplit(self.path).path
        _, _, customer = path.rpartition("/")
        erase = lambda _: self.application.vault.erase(customer, tenant="acme") if path == f"/customers/{customer}" else None
        self.attempt(erase, b"")

    def attempt(self, work, body: bytes) -> None:
        try:
            answer = work(body.decode())
        except UnicodeDecodeError:
            return self.reply(400, "not UTF-8")
        except wimple.VaultError as error:
            # Busy: the client may try again. Whatever it is, nothing half done is answered.
            return self.reply(503 if error.kind == "busy" else 500, error.kind)
        self.reply(404, "no such thing") if answer is None else self.reply(200, answer)

    def reply(self, status: int, text: str) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Worker", str(os.getpid()))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Paths hold names of customers: they are not logged."""


def work(listening: socket.socket, folder: Path) -> None:
    """A worker: it opens the vault after the fork, and takes connections off the parent's socket."""
    Handler.application = Application(folder)
    server = HTTPServer(listening.getsockname(), Handler, bind_and_activate=False)
    server.socket.close()
    server.socket = listening
    server.serve_forever()


def start(listening: socket.socket, folder: Path) -> list[int]:
    workers = []
    for _ in range(WORKERS):
        if pid := os.fork():
            workers.append(pid)
            continue
        try:
            work(listening, folder)
        finally:
            os._exit(0)
    return workers


def ask(port: int, method: str, path: str, text: str = "") -> tuple[str, str]:
    """What is answered, and by which worker."""
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", text.encode(), method=method)
    with urllib.request.urlopen(request, timeout=60) as response:
        return response.read().decode(), response.headers["X-Worker"]


def play(port: int) -> None:
    """Eight clients write the same forty addresses; then a customer is forgotten."""
    tokens: dict[str, set[str]] = {}
    seen: set[str] = set()
    lock = threading.Lock()

    def client(n: int) -> None:
        for i in range(40):
            address = f"customer{(i * 7 + n) % 40}@example.com"
            token, worker = ask(port, "POST", "/redact?customer=42", address)
            with lock:
                tokens.setdefault(address, set()).add(token)
                seen.add(worker)

    clients = [threading.Thread(target=client, args=(n,)) for n in range(8)]
    for thread in clients:
        thread.start()
    for thread in clients:
        thread.join()
    twice = sum(len(each) != 1 for each in tokens.values())
    print(f"{len(tokens)} addresses, 320 requests, {len(seen)} workers, {twice} addresses with two tokens")
    address, (token, *_) = next(iter((address, list(each)) for address, each in tokens.items()))
    print(f"restored for the customer: {ask(port, 'POST', '/restore?customer=42', token)[0] == address}")
    print(f"restored for another one:  {ask(port, 'POST', '/restore?customer=43', token)[0] == address}")
    receipt = json.loads(ask(port, "DELETE", "/customers/42")[0])
    print(f"forgotten: {receipt['values']['total']} values")
    # Every worker knows at once.
    back = {ask(port, "POST", "/restore?customer=42", token)[0] for _ in range(20)}
    print(f"restored after that:       {back != {token}}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--serve", type=int, metavar="PORT")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, socket.create_server(("127.0.0.1", arguments.serve or 0)) as listening:
        folder = Path(name)
        save = lambda keyset: keyset.to_file(folder / "keys.json", passphrase=PASSPHRASE)
        SqliteVault.create(folder / "customers.vault", Keyset.generate(), save)
        workers = start(listening, folder)
        try:
            if arguments.serve is None:
                play(listening.getsockname()[1])
            else:
                signal.pause()
        except KeyboardInterrupt:
            pass
        finally:
            for worker in workers:
                os.kill(worker, signal.SIGTERM)
                os.waitpid(worker, 0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
