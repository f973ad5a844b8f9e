"""The command line, in processes of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from conftest import Cli

import wimple

TEXT = "Write to bo@example.com, card 4111 1111 1111 1111.\n"
DONE = "Write to [EMAIL_ADDRESS], card [CREDIT_CARD].\n"
POLICY = """\
version = 1
[[rule]]
types = ["CREDIT_CARD"]
operator = "mask"
keep_last = 4
[[test]]
name = "last four"
text = "card 4111 1111 1111 1111"
redacted = "card **** **** **** 1111"
"""


@pytest.fixture
def policy(tmp_path: Path) -> str:
    file = tmp_path / "policy.toml"
    file.write_text(POLICY)
    return str(file)


def lines(out: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_redact_stdin_and_files(cli: Cli, tmp_path: Path) -> None:
    done = cli("redact", stdin=TEXT.encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, DONE.encode(), b"")
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(TEXT)
    two.write_text("and " + TEXT)
    assert cli("redact", str(one), str(two)).stdout == (DONE + "and " + DONE).encode()
    assert cli("redact", str(one), "-", stdin=b"x").stdout == DONE.encode() + b"x"


@pytest.mark.parametrize("form", [(), ("--lines",)])
@pytest.mark.parametrize("data", [b"", b"\n", b"a\r\nb", b"a\n\n\x00b\x0b\x0cc\r", "é\u2028\u0085x\n".encode()])
def test_bytes_without_findings_stay(cli: Cli, form: tuple[str, ...], data: bytes) -> None:
    assert cli("redact", *form, stdin=data).stdout == data


def test_redact_lines(cli: Cli) -> None:
    data = ("hello\r\n" + TEXT) * 3000 + "last bo@example.com"
    done = cli("redact", "--lines", stdin=data.encode())
    assert done.stdout.decode() == ("hello\r\n" + DONE) * 3000 + "last [EMAIL_ADDRESS]"


def test_lines_are_answered_as_they_come(cli: Cli) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "wimple", "redact", "--lines"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    stuck = threading.Timer(30, process.kill)
    stuck.start()
    try:
        assert process.stdin and process.stdout
        process.stdin.write(TEXT.encode())
        process.stdin.flush()
        assert process.stdout.readline() == DONE.encode()
        process.stdin.close()
        assert process.wait() == 0
    finally:
        stuck.cancel()
        process.stdout.close()


def test_redact_with_policy(cli: Cli, policy: str) -> None:
    assert b"card **** **** **** 1111." in cli("redact", "--policy", policy, stdin=TEXT.encode()).stdout


def test_redact_jsonl_touches_nothing_else(cli: Cli) -> None:
    before = (
        '{ "n": 1.10,"big":12345678901234567890123, "text":"mail bo@example.com" , "bo@example.com": ["\\u00e9"]}\r\n'
    )
    done = cli("redact", "--jsonl", stdin=before.encode())
    assert done.stdout.decode() == before.replace("mail bo@example.com", "mail [EMAIL_ADDRESS]")
    assert done.returncode == 0


def test_redact_jsonl_passes_no_line_it_does_not_understand(cli: Cli) -> None:
    data = b'no json bo@example.com\n{"text":"ok"}\n{"text":1}\n{"text":"\\ud800 bo@example.com"}\n'
    done = cli("redact", "--jsonl", stdin=data)
    assert done.returncode == 2
    assert b"bo@example.com" not in done.stdout + done.stderr
    out = lines(done.stdout)
    assert len(out) == 4 and out[1] == {"text": "ok"}
    assert all("error" in out[n] for n in (0, 2, 3))


def test_find_plain(cli: Cli, tmp_path: Path) -> None:
    done = cli("find", stdin=("é " + TEXT).encode())
    assert done.returncode == 0
    email, card = wimple.analyze("é " + TEXT)
    assert done.stdout.decode().splitlines() == [
        f"11:25 EMAIL_ADDRESS {email.score:.2f}",
        f"32:51 CREDIT_CARD {card.score:.2f}",
    ]
    assert b"bo@example.com" in cli("find", "--show", stdin=TEXT.encode()).stdout
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    two = cli("find", str(file), "-", stdin=TEXT.encode()).stdout.decode().splitlines()
    assert two[0].startswith(f"{file}:9:23 ") and two[2].startswith("stdin:9:23 ")


def test_find_jsonl(cli: Cli) -> None:
    texts = ["", "nothing", TEXT, "é😀 " + TEXT]
    ids = ["7", '"a\\u00e9"', "null", '{"k": [1.50]}']
    data = "".join(f'{{"id":{i},"text":{json.dumps(t)},"more":[]}}\n' for i, t in zip(ids, texts))
    done = cli("find", "--jsonl", stdin=data.encode())
    assert done.returncode == 0 and done.stderr == b""
    answers = done.stdout.decode().splitlines()
    assert len(answers) == 4
    for line, name, text in zip(answers, ids, texts):
        assert line.startswith(f'{{"id":{name},"spans":[')
        assert json.loads(line)["spans"] == [
            {"start": f.start, "end": f.end, "type": f.entity_type, "score": f.score} for f in wimple.analyze(text)
        ]


def test_find_jsonl_answers_every_line(cli: Cli) -> None:
    bad = [
        b"not json bo@example.com",
        b"",
        b"[]",
        b'"text"',
        b"{}",
        b'{"id":5}',
        b'{"id":6,"text":null}',
        b'{"id":7,"text":"\\ud800"}',
        b'{"id":NaN,"text":""}',
        b'{"id":1,"text":"a"} x',
        b'{"id":1,"text":"a",}',
        b'{"text":"\xff"}',
        b"[" * 100_000,
    ]
    done = cli("find", "--jsonl", stdin=b"\n".join([*bad, b'{"id":8,"text":"bo@example.com"}']))
    out = lines(done.stdout)
    assert done.returncode == 0
    assert len(out) == len(bad) + 1
    for answer in out[:-1]:
        assert answer["spans"] == [] and answer["error"]
    assert [answer["id"] for answer in out] == [None, None, None, None, None, 5, 6, 7, *[None] * 5, 8]
    assert out[-1]["spans"]
    assert b"bo@example.com" not in done.stdout + done.stderr
    assert len(done.stderr.splitlines()) == len(bad)


def test_find_check_and_minimum(cli: Cli) -> None:
    assert cli("find", "--check", stdin=TEXT.encode()).returncode == 1
    assert cli("find", "--check", stdin=b"hello").returncode == 0
    assert cli("find", "--check", "--jsonl", stdin=json.dumps({"text": TEXT}).encode()).returncode == 1
    high = cli("find", "--min-score", "1.0", stdin=TEXT.encode()).stdout.decode().splitlines()
    assert all(line.endswith(" 1.00") for line in high)


def test_explain(cli: Cli) -> None:
    assert cli("explain", "CREDIT_CARD").stdout.decode().rstrip("\n") == wimple.explain("CREDIT_CARD").rstrip("\n")
    assert json.loads(cli("explain", "email_address", "--json").stdout)["id"] == "EMAIL_ADDRESS"
    done = cli("explain", "CREDT_CARD")
    assert done.returncode == 2 and b"did you mean CREDIT_CARD" in done.stderr
    assert cli("explain").returncode == 2
    why = cli("explain", "--text", stdin=TEXT.encode())
    assert why.returncode == 0 and b"CREDIT_CARD" in why.stdout and b"4111" not in why.stdout
    assert json.loads(cli("explain", "--text", "--json", stdin=TEXT.encode()).stdout)["findings"]


def test_entities(cli: Cli) -> None:
    listed = json.loads(cli("entities", "--json").stdout)
    assert [e["id"] for e in listed] == [e.id for e in wimple.entities()]
    told = [line.split() for line in cli("entities").stdout.decode().splitlines()]
    assert [words[0] for words in told] == [e["id"] for e in listed]
    for words, entity in zip(told, listed):
        assert words[1:3] == [entity["category"], entity["sensitivity"]]
        wanted = "-" if entity["category"] == "benign" else "default" if entity["default"] else "off"
        assert words[3] == wanted and " ".join(words[4:]) == entity["title"]


def test_entities_of_a_policy(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text(
        "version = 1\ndisable = [\"URL\"]\n[[recognizer]]\ntype = \"CONTRACT_NO\"\nregex = 'CT-\\d{6}'\n"
    )
    lines = cli("entities", "--policy", str(file)).stdout.decode().splitlines()
    assert lines[-1].split(maxsplit=1) == ["CONTRACT_NO", "(defined by the policy)"]
    assert not any(line.startswith(("URL ", "ORDER_REFERENCE ")) for line in lines)
    listed = json.loads(cli("entities", "--json", "--policy", str(file)).stdout)
    assert [entity["id"] for entity in listed][-1] == "CONTRACT_NO"
    assert len(listed) == len(lines)


def test_policy_check(cli: Cli, policy: str, tmp_path: Path) -> None:
    done = cli("policy", "check", policy)
    assert done.returncode == 0 and b"1 example holds" in done.stdout
    broken = tmp_path / "broken.toml"
    broken.write_text(POLICY.replace("CREDIT_CARD", "CREDT_CARD"))
    done = cli("policy", "check", str(broken))
    assert done.returncode == 1
    assert b"^" in done.stderr and b"CREDIT_CARD" in done.stderr
    assert cli("redact", "--policy", str(broken)).returncode == 2
    fails = tmp_path / "fails.toml"
    fails.write_text(POLICY.replace("card ****", "card"))
    done = cli("policy", "check", str(fails))
    assert done.returncode == 1 and b"last four" in done.stderr and b"4111" not in done.stderr
    assert cli("policy", "check", str(tmp_path / "none.toml")).returncode == 2


def test_policy_check_warns(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "pins.toml"
    file.write_text('version = 1\n[on]\nPIN = "keep"\n')
    done = cli("policy", "check", str(file))
    assert done.returncode == 0 and b"warning: PIN is kept" in done.stderr


def test_policy_diff(cli: Cli, tmp_path: Path) -> None:
    before, after = tmp_path / "a.toml", tmp_path / "b.toml"
    before.write_text("version = 1\n")
    after.write_text('version = 1\n[on]\nURL = "keep"\nPERSON = "remove"\n')
    done = cli("policy", "diff", str(before), str(after))
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == ["URL: label became keep: the value stays in the text"]
    done = cli("policy", "diff", str(before), str(after), "--json")
    (weaker,) = json.loads(done.stdout)
    assert weaker["types"] == ["URL"] and done.returncode == 1
    done = cli("policy", "diff", str(after), str(before))
    assert (done.returncode, done.stdout) == (0, b"")
    done = cli("policy", "diff", "pci-dss", str(after))
    assert done.returncode == 1 and b"CREDIT_CARD" not in done.stdout and b"URL" in done.stdout
    broken = tmp_path / "broken.toml"
    broken.write_text("version = 2\n")
    assert cli("policy", "diff", str(before), str(broken)).returncode == 2
    assert cli("policy", "diff", str(before), str(tmp_path / "none.toml")).returncode == 2


def test_policy_preset(cli: Cli) -> None:
    assert cli("policy", "preset").stdout.decode().split() == ["pci-dss", "hipaa-safe-harbor", "gdpr", "ccpa"]
    done = cli("policy", "preset", "pci-dss")
    assert done.returncode == 0 and b"3.4.1" in done.stdout
    done = cli("policy", "preset", "soc2")
    assert done.returncode == 2 and b"gdpr" in done.stderr


@pytest.mark.parametrize(
    "wrong",
    [(), ("nothing",), ("redact", "--nothing"), ("redact", "--lines", "--jsonl"), ("find", "--min-score", "2"), ("policy",)],
)
def test_wrong_use(cli: Cli, wrong: tuple[str, ...]) -> None:
    done = cli(*wrong)
    assert done.returncode == 2 and done.stderr and b"Traceback" not in done.stderr


def test_files_that_are_not_there(cli: Cli) -> None:
    for command in (("redact",), ("find",), ("find", "--jsonl"), ("explain", "--text"), ("redact", "--policy")):
        done = cli(*command, "no-such-file")
        assert done.returncode == 2
        assert b"no-such-file: No such file" in done.stderr


def test_not_utf8(cli: Cli) -> None:
    data = b"bo@example.com\n\xff mail\n"
    for command in (("redact",), ("redact", "--lines"), ("find",), ("explain", "--text")):
        done = cli(*command, stdin=data)
        assert done.returncode == 2
        assert b"byte 15" in done.stderr and b"mail" not in done.stderr
        assert cli(*command, "--lossy", stdin=data).returncode == 0
    assert cli("redact", "--lossy", stdin=b"\xff bo@example.com").stdout == "\ufffd [EMAIL_ADDRESS]".encode()


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_bytes(TEXT.encode() * 20_000)
    command = [sys.executable, "-m", "wimple", "redact", "--lines", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_version(cli: Cli) -> None:
    assert cli("--version").stdout.decode().split()[1] == wimple.__version__


def test_a_policy_that_hashes_needs_its_key_file(cli: Cli, tmp_path: Path) -> None:
    policy, key, short = tmp_path / "policy.toml", tmp_path / "key", tmp_path / "short"
    policy.write_text('version = 1\ndefault = "hash"\n')
    key.write_bytes(b"0123456789abcdef0123456789abcdef")
    short.write_bytes(b"secret-word")
    given = ("--policy", str(policy), "--hash-key", str(key))
    done = cli("redact", *given, stdin=b"card 4111 1111 1111 1111")
    assert done.stdout == b"card [CREDIT_CARD:192958ad24534342bde90c7a8c00999c]"
    assert cli("find", *given, stdin=b"card 4111 1111 1111 1111").stdout.startswith(b"5:24 CREDIT_CARD")
    assert cli("explain", "--text", *given, stdin=b"card 4111 1111 1111 1111").returncode == 0
    assert cli("policy", "check", str(policy), "--hash-key", str(key)).returncode == 0
    for command in (("redact", "--policy", str(policy)), ("policy", "check", str(policy))):
        done = cli(*command, stdin=TEXT.encode())
        assert done.returncode != 0 and done.stdout == b"" and b"hash needs a key" in done.stderr
    done = cli("redact", "--policy", str(policy), "--hash-key", str(short), stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (2, b"") and b"has 11" in done.stderr and b"secret" not in done.stderr
    done = cli("redact", "--hash-key", str(tmp_path / "none"), stdin=TEXT.encode())
    assert (done.returncode, done.stdout) == (2, b"") and b"none" in done.stderr
