"""The HTML report: well-formed, one file, nothing in it that runs or is fetched, and no originals where none shall be."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import pickle
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from conftest import Cli

import wimple

VOID = {"meta", "link", "input"}
SAMPLES = Path(__file__).parents[2] / "core" / "examples" / "samples"
MESSAGE = '<script>alert("4111 1111 1111 1111")</script> \u202egnirts\u202c bo@example.com\n\'&amp;\' {{title}}'


class Page(HTMLParser):
    """Reads a page as the standard library does and holds it to balanced elements."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.count: dict[str, int] = {}
        self.ids: set[str] = set()
        self.targets: set[str] = set()
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.inline: dict[str, str] = {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count[tag] = self.count.get(tag, 0) + 1
        self.attributes += attrs
        values = dict(attrs)
        assert len(values) == len(attrs), "no attribute twice"
        if (name := values.get("id")) is not None:
            assert name not in self.ids, "no id twice"
            self.ids.add(name)
        if (target := values.get("popovertarget")) is not None:
            self.targets.add(target)
        if "text" in (values.get("class") or "").split():
            self.texts.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "svg" in self.open
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style"):
            self.inline[self.open[-1]] = self.inline.get(self.open[-1], "") + data
        elif "article" in self.open and self.texts:
            self.texts[-1] += data


def page_of(*texts: str, originals: bool = True) -> str:
    page = wimple.HtmlReport("Today", originals=originals)
    session = wimple.Engine().session()
    for text in texts:
        page.add(session, text, note=text, conversation="one")
    return page.to_html()


def test_a_page_is_well_formed_and_runs_nothing_of_a_message() -> None:
    html = page_of(MESSAGE, "nothing here", MESSAGE)
    page = Page(html)
    assert page.count["script"] == page.count["style"] == 1
    assert page.count["article"] == 3 and page.count["details"] == 2
    assert page.targets <= page.ids
    assert "<script>alert" not in html and "\u202e" not in html and "\u202c" not in html
    assert '<script>alert("' in page.texts[0] and "RLOgnirtsPDF" in page.texts[0] and "'&amp;' {{title}}" in page.texts[0]
    assert "4111 1111 1111 1111" not in page.texts[0] and "4111 1111 1111 1111" in page.texts[1]


def test_nothing_is_fetched_and_only_our_script_may_run() -> None:
    html = page_of(MESSAGE)
    page = Page(html)
    for name, value in page.attributes:
        assert not name.startswith("on") and name not in ("src", "style", "srcset", "action")
        assert name != "href" or value == "data:," or str(value).startswith("#")
    assert not re.search(r"url\(|@import|https?:", page.inline["style"] + page.inline["script"])
    policy = dict(page.attributes)["content"]
    policies = [value for name, value in page.attributes if name == "content" and value and "default-src" in value]
    assert policy and len(policies) == 1
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(page.inline[kind].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in str(policies[0])


def test_the_same_page_each_time() -> None:
    assert page_of(MESSAGE, "é") == page_of(MESSAGE, "é")


def test_no_originals() -> None:
    page = wimple.HtmlReport(originals=False)
    out = page.add(wimple.Engine(), "it is xylocarp@example.com")
    assert out.text == "it is [EMAIL_ADDRESS]"
    assert "xylocarp" not in page.to_html()
    assert "<details" not in page.to_html()


def test_what_is_given_wrongly() -> None:
    page = wimple.HtmlReport()
    with pytest.raises(TypeError):
        page.add("no engine", "text")  # type: ignore[arg-type]
    with pytest.raises(wimple.InputError):
        page.add(wimple.Engine(), "\ud800")
    with pytest.raises(wimple.LimitError):
        page.add(wimple.Engine(max_input=3), "xylocarp")
    assert page.to_html() == wimple.HtmlReport().to_html(), "a message that fails leaves nothing"
    page.add(wimple.Engine(), "xylocarp")
    assert repr(page) == "HtmlReport(...)"
    for copied in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            copied(page)


def test_the_samples_through_the_command(cli: Cli, tmp_path: Path) -> None:
    files = [str(file) for file in sorted(SAMPLES.glob("*.jsonl"))]
    rows = [json.loads(line) for file in files for line in Path(file).read_text(encoding="utf-8").splitlines()]
    out = tmp_path / "page.html"
    done = cli("report", "--html", str(out), "--title", "Samples", *files)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    html = out.read_text(encoding="utf-8")
    page = Page(html)
    assert page.count["article"] == len(rows) > 70
    assert "<title>Samples</title>" in html and "chat-en-odd-characters" in html
    assert cli("report", "--title", "Samples", *files).stdout.decode() == html
    without = cli("report", "--no-originals", *files).stdout.decode()
    assert Page(without).count.get("details") is None
    engine = wimple.Engine()
    values = {row["text"][f.start : f.end] for row in rows for f in engine.analyze(row["text"])}
    shown = " ".join(Page(without).texts)
    # A value may also be an ordinary word somewhere else; what can only be a value is nowhere.
    assert not [v for v in values if len(v) > 12 and (v in shown or v in without)]
    assert len([v for v in values if len(v) > 12]) > 20


def test_forms_of_input(cli: Cli, tmp_path: Path) -> None:
    data = b"one bo@example.com\r\n\nthree\n"
    assert Page(cli("report", stdin=data).stdout.decode()).count["article"] == 1
    assert Page(cli("report", "--lines", "-", stdin=data).stdout.decode()).count["article"] == 2
    rows = b'{"text":"a","conversation":"bo@example.com","role":"agent","lang":7}\nxylocarp\n{"text":"b"}\n'
    done = cli("report", "--jsonl", stdin=rows)
    html = done.stdout.decode()
    assert done.returncode == 2 and b"line 2: not a JSON object" in done.stderr
    assert Page(html).count["article"] == 2
    assert "bo@example.com" not in html, "headings are redacted like texts"
    assert b"xylocarp" not in done.stdout + done.stderr
    assert cli("report", "--html", str(tmp_path / "no" / "page.html"), stdin=b"").returncode == 2
    policy = tmp_path / "policy.toml"
    policy.write_text('version = 1\ndefault = "placeholder"\n')
    page = cli("report", "--policy", str(policy), "--lines", stdin=b"bo@example.com\nbo@example.com\n")
    assert page.returncode == 0 and b"[EMAIL_ADDRESS_1." in page.stdout
