"""Writes core/src/detect/fold/tables.rs: the digits of all scripts, and letters that look like those of ASCII.

Not part of any build. Run it by hand for a new version of Unicode, and look at what the tests and `git diff` say:

    python -m venv venv && venv/bin/pip install unicodedata2 confusable_homoglyphs
    venv/bin/python xtask/scripts/unicode_signs.py > core/src/detect/fold/tables.rs
    cargo fmt --all && cargo test -p wimple --lib fold

Comes in: the Unicode Character Database, as the package `unicodedata2` (Apache-2.0) carries it, and the mapping of UTS #39
(confusables), as the package `confusable_homoglyphs` (MIT) carries it; both are data of the Unicode Consortium
(Unicode-3.0). Goes out: the zero of each script's decimal digits (general category Nd; the nine others follow it), and
for each letter of the Latin, Greek, Cyrillic, Armenian, Cherokee, Coptic and Lisu scripts that has no compatibility
decomposition and that UTS #39 takes for a letter or digit of ASCII, that character. Where UTS #39 has one prototype for
`I`, `l` and `1`, a capital becomes `I` and a small letter `l`.
"""

import json
import pathlib

import confusable_homoglyphs
import unicodedata2 as ucd

SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")


def zeros():
    digits = (c for c in map(chr, range(0x80, 0x110000)) if ucd.category(c) == "Nd")
    return [c for c in digits if ucd.decimal(c) == 0]


def lookalikes():
    data = pathlib.Path(confusable_homoglyphs.__file__).parent / "confusables.json"
    confusables = json.loads(data.read_text(encoding="utf-8"))
    for c, others in confusables.items():
        if len(c) != 1 or c.isascii() or ucd.normalize("NFKC", c).isascii():
            continue
        if ucd.category(c)[0] != "L" or ucd.name(c, "").split(" ")[0] not in SCRIPTS:
            continue
        plain = [o["c"] for o in others if len(o["c"]) == 1 and o["c"].isascii() and o["c"].isalnum()]
        if not plain:
            continue
        capital = ucd.category(c) == "Lu"
        plain = plain[0]
        if plain in "lI1":
            plain = "I" if capital else "l"
        yield c, plain


def rows(items, row):
    for n in range(0, len(items), row):
        print("    " + ", ".join(items[n : n + row]) + ",")


def main():
    print("//! Digits of all scripts and look-alikes of ASCII. Made by xtask/scripts/unicode_signs.py; not to be edited.")
    print("//!")
    print(f"//! Sources: Unicode Character Database {ucd.unidata_version}; UTS #39, confusables.")
    print()
    print("/// The zero of each row of ten decimal digits (general category Nd), ascending.")
    all_zeros = [f"'\\u{{{ord(c):X}}}'" for c in zeros()]
    print(f"#[rustfmt::skip]\npub(super) const ZEROS: [char; {len(all_zeros)}] = [")
    rows(all_zeros, 9)
    print("];\n")
    pairs = sorted(set(lookalikes()))
    print("/// Letters that UTS #39 takes for one character of ASCII, ascending.")
    print(f"#[rustfmt::skip]\npub(super) const LOOK_ALIKES: [(char, u8); {len(pairs)}] = [")
    rows([f"('\\u{{{ord(c):X}}}', b'{plain}')" for c, plain in pairs], 6)
    print("];")


main()
