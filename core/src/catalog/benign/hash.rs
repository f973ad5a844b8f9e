//! Hash or checksum, and the name of a git commit: hexadecimal digits that a word calls so.
//!
//! MD5 has 32 of them, SHA-1 40, SHA-224 56, SHA-256 64, SHA-384 96, SHA-512 128, CRC-32 eight; a commit is cut to
//! seven or more. A commit cut to digits alone looks like a telephone number, a long one like a card's.
use super::before::{is_called, may_be_called};
use crate::catalog::prelude::*;
use crate::text::word_set::WordSet;

pub(super) static ENTRY: Entry = Entry::new("HASH")
    .title("Hash, checksum or commit")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .anchors(&[(Anchor::Rival, named)])
    .finds(&[
        "fixed in commit <<4155550123>>, call me back",
        "checksum: <<4539148803436467>>",
        "the digest is <<4539148803436467>>",
        "sha <<472810094>>, my ssn is wrong",
        "md5=<<9e107d9d372bb6826bd81d3542a419d6>>",
    ])
    .skips(&[
        ("4539148803436467", "nobody calls it a hash"),
        ("a commit and card 4539148803436467", "a nearer word calls it a card"),
        ("commit 123", "too short"),
        ("the hash browns are cold", "no number"),
    ])
    .sources(&[
        "RFC 1321 (MD5), NIST FIPS 180-4 (SHA)",
        "git documentation, gitrevisions: abbreviated object names",
    ]);

static NAMES: WordSet<64> = WordSet::of(&[
    "commit commits rev revision changeset sha md crc checksum checksums hash hashes digest etag fingerprint blake",
    "prüfsumme prüfsummen hashwert empreinte huella checksumme",
]);
static FILLERS: WordSet<32> = WordSet::of(&["is was the of id number no in ist lautet est es value file"]);

/// A candidate of hexadecimal digits alone behind such a word.
fn named(probe: &Probe<'_>) -> Option<Found> {
    if may_be_called(probe.view, probe.at, &NAMES, &FILLERS, false) { judge(probe) } else { None }
}

#[inline(never)]
fn judge(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // Most numbers have a sign among their first digits, and the words before them need not be read.
    let value = v.slice(probe.at, probe.end);
    let hex = value.len() >= 7 && value.iter().all(u8::is_ascii_hexdigit);
    (hex && is_called(v, probe.at, &NAMES, &FILLERS, b"")).then(|| Found::new(probe.at, probe.end).cued())
}
