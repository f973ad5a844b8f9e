//! Private key, pasted as a block: PEM (PKCS #1, PKCS #8, SEC 1), OpenSSH, SSH2, PGP, PuTTY.
//!
//! From `-----BEGIN … PRIVATE KEY-----` to the matching `-----END …-----`, in lines, in one line, with line breaks
//! written as `\n`, quoted in a mail, or as base64 of all that (the settings of Kubernetes). PuTTY's begins with
//! `PuTTY-User-Key-File-` and ends with its `Private-MAC`. What stands between must hold a run of base64: a text that
//! only speaks of the two lines is no key. Public keys, certificates and messages are none either.
//!
//! # Reach
//! A block is followed [`BLOCK`] bytes from its first line (a key of RSA with 8192 bits has 6.3 KB). Where no last line
//! stands within that, all base64 of it is covered. A last line without a first one in sight covers the base64 before
//! it, up to `entry::REACH` bytes. So every byte of a block of at most `BLOCK` is covered, and with a last line of one
//! of `BLOCK` and about `REACH`; of a longer one the middle stays.
//!
//! # Check
//! The two labels and the base64 between them are taken for a check that has passed.
use super::armour::{armour, armour_before, find, holds_key, is_first_line, marker, word_behind};
use super::base64::decode;
use super::keys::Alphabet;
use crate::catalog::entry::{REACH, UNBROKEN};
use crate::catalog::prelude::*;
use crate::text::view::is_wordy;
use crate::text::words::is_word;

/// How far a block is followed, in bytes: `UNBROKEN` with room for its last line.
const BLOCK: usize = UNBROKEN - 128;

pub(super) static ENTRY: Entry = Entry::new("PRIVATE_KEY_BLOCK")
    .title("Private key")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .anchors(&[
        (Anchor::Cue(&["begin"]), begun),
        (Anchor::Cue(&["end"]), ended),
        (Anchor::Cue(&["putty"]), putty),
        (Anchor::Begins(&["LS0tLS1CRUdJTi"]), encoded),
    ])
    .finds(&[
        concat!(
            "-----BEGIN ",
            "RSA PRIVATE KEY-----\n",
            "EXAMPLE0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRS+/\n",
            "T0U1V2W3X4Y5Z6==\n",
            "-----END ",
            "RSA PRIVATE KEY-----"
        ),
        concat!(
            "\"private_key\": \"<<",
            "-----BEGIN ",
            "PRIVATE KEY-----\\nEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKL\\n",
            "-----END ",
            "PRIVATE KEY----->>\\n\","
        ),
        concat!(
            "my key: <<",
            "-----BEGIN ",
            "OPENSSH PRIVATE KEY----- b3BlbnNzaEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz ",
            "-----END ",
            "OPENSSH PRIVATE KEY----->> is it right?"
        ),
        concat!(
            "<<",
            "-----BEGIN ",
            "PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n",
            "lQEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHI\n=aB3d\n",
            "-----END ",
            "PGP PRIVATE KEY BLOCK----->>\nthanks"
        ),
        concat!(
            "<<",
            "PuTTY-User-",
            "Key-File-3: ssh-ed25519\nEncryption: none\nComment: example\nPublic-Lines: 1\n",
            "AAAAEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz0123456789\nPrivate-Lines: 1\n",
            "AAAAEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz\n",
            "Private-MAC: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef>>\n"
        ),
        concat!(
            "client-key-data: <<",
            "LS0tLS1CRUdJTi",
            "BQUklWQVRFIEtFWS0tLS0tCkVYQU1QTEUwMTIzNDU2Nzg5YWJjZGVm>>\n"
        ),
    ])
    .skips(&[
        (
            concat!(
                "-----BEGIN ",
                "PUBLIC KEY-----\nEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz\n",
                "-----END ",
                "PUBLIC KEY-----"
            ),
            "a public key",
        ),
        (
            concat!(
                "-----BEGIN ",
                "CERTIFICATE-----\nMIIEXAMPLE0123456789abcdefghijklmnopqrstuvwxyz\n-----END CERTIFICATE-----"
            ),
            "a certificate",
        ),
        (
            concat!(
                "it starts with -----BEGIN ",
                "PRIVATE KEY----- and some lines later ends with -----END ",
                "PRIVATE KEY-----"
            ),
            "talk about keys",
        ),
        (
            concat!(
                "-----BEGIN ",
                "PRIVATE KEY-----\nYOUR_PRIVATE_KEY_GOES_HERE\n-----END ",
                "PRIVATE KEY-----"
            ),
            "a placeholder",
        ),
        (
            concat!("-----BEGIN ", "RSA PRIVATE KEY-----\n...\n-----END ", "RSA PRIVATE KEY-----"),
            "the key is left out",
        ),
        ("we begin on monday and end on friday", "no key"),
    ])
    .sources(&[
        "RFC 7468 (PEM labels), RFC 5958 and RFC 5915 (private keys)",
        "RFC 9580, section 6.2 (PGP armor)",
        "OpenSSH, PROTOCOL.key; RFC 4716 (SSH2 key files)",
        "PuTTY User Manual, appendix C: the PPK file format",
    ]);

/// The first line of a block.
fn begun(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let (start, head) = marker(v, probe.at, probe.end)?;
    let body = v.slice(head, probe.at + BLOCK);
    // The next line of dashes: the last one, or another block, which this one does not reach into.
    let next = body.windows(4).position(|w| w == b"----");
    let body = body.get(..next.unwrap_or(body.len()))?;
    let last =
        next.map(|at| word_behind(v, head + at)).filter(|&word| is_word(v.slice(word, word + 3), "end"));
    let end = match last {
        Some(word) if holds_key(body) => marker(v, word, word + 3).map_or(head + body.len(), |line| line.1),
        _ => head + armour(body)?,
    };
    Some(Found::new(start, end).cued().verdict(Verdict::Valid))
}

/// The last line of a block whose first one is not in sight.
fn ended(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let (start, end) = marker(v, probe.at, probe.end)?;
    let mut low = probe.at.saturating_sub(REACH);
    // The nearest line of dashes before it: the first one of this block, which has found it, or of another.
    if let Some(other) = v.slice(low, start).windows(4).rposition(|w| w == b"----") {
        low += other + 4;
        if is_first_line(v, low) {
            return None;
        }
    }
    let cut = low > 0 && Alphabet::BASE64.holds(v.before(low));
    let start = low + armour_before(v.slice(low, start), cut)?;
    Some(Found::new(start, end).cued().verdict(Verdict::Valid))
}

/// `PuTTY-User-Key-File-3: …` to the end of its `Private-MAC`.
fn putty(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let head = v.slice(probe.end, probe.end + 16).strip_prefix(b"-User-Key-File-")?.first()?.is_ascii_digit();
    if !head || is_wordy(v.before(probe.at)) {
        return None;
    }
    let body = v.slice(probe.end, probe.at + BLOCK);
    let body = body.get(..find(body, b"PuTTY-User-Key").unwrap_or(body.len()))?;
    let end = match find(body, b"Private-MAC: ") {
        Some(at) => {
            let mac = probe.end + at + 13;
            mac + v.slice(mac, mac + 64).iter().take_while(|b| b.is_ascii_hexdigit()).count()
        }
        None => probe.end + armour(body)?,
    };
    find(body, b"Private-Lines: ").map(|_| Found::new(probe.at, end).cued().verdict(Verdict::Valid))
}

/// A block as base64: what stands first in it, decoded, is the first line of one.
fn encoded(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // The middle of a longer text is read from its start.
    if is_wordy(v.before(probe.at)) || matches!(v.before(probe.at), b'+' | b'/') {
        return None;
    }
    let body = v.slice(probe.at, probe.at + BLOCK);
    let run = body.iter().take_while(|&&b| Alphabet::BASE64.holds(b)).count();
    let mut head = [0u8; 60];
    let length = decode(body.get(..run.min(80))?, &mut head)?;
    let label = head.get(..length)?.strip_prefix(b"-----BEGIN ")?;
    find(label, b"PRIVATE KEY")?;
    let end = probe.at + armour(body)?;
    Some(Found::new(probe.at, end).cued().verdict(Verdict::Valid))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, everything, finds, skips};

    fn head(kind: &str) -> String {
        format!("-----BEGIN {kind}PRIVATE KEY-----")
    }

    fn tail(kind: &str) -> String {
        format!("-----END {kind}PRIVATE KEY-----")
    }

    /// `count` lines of base64, none like the other.
    fn lines(count: usize) -> Vec<String> {
        (0..count)
            .map(|n| {
                format!("{n:06}EXAMPLEabcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+{n:02}")
                    .split_off(4)
            })
            .collect()
    }

    /// What is covered of the text, all findings joined.
    fn covered(text: &str) -> Vec<bool> {
        let mut covered = vec![false; text.len()];
        for found in everything(&ENTRY, text) {
            covered[found.start..found.end].fill(true);
        }
        covered
    }

    #[test]
    fn examples() {
        conforms(&ENTRY, everything);
    }

    #[test]
    fn every_way_to_fold_a_block_is_covered_whole() {
        for count in [1, 2, 5, 25, 100] {
            for fold in ["\n", "\r\n", "\\n", "\\r\\n", " ", "\n> ", "\n> > ", "\" +\n  \"", "\n\t"] {
                let body = lines(count).join(fold);
                let text = format!("{}{fold}{body}{fold}T0U1V2=={fold}{}", head("RSA "), tail("RSA "));
                assert_eq!(
                    everything(&ENTRY, &text).iter().filter(|f| f.start == 0).map(|f| f.end).max(),
                    Some(text.len()),
                    "{fold:?}"
                );
                let cut = format!("{}{fold}{body}{fold}T0U1V2==", head("RSA "));
                let missing = covered(&cut).iter().rev().take_while(|c| !**c).count();
                assert_eq!(missing, 0, "{fold:?} of {count}");
            }
        }
    }

    #[test]
    fn headers_belong_to_the_block() {
        let key = lines(8).join("\n");
        let text = format!(
            "see <<{}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0123456789ABCDEF0123456789ABCDEF\n\n{key}\n{}>>.",
            head("RSA "),
            tail("RSA ")
        );
        finds(&ENTRY, everything, &text);
        let text = format!(
            "<<{}\nComment: \"2048-bit\"\n{key}\n{}>> ok",
            "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----", "---- END SSH2 ENCRYPTED PRIVATE KEY ----"
        );
        finds(&ENTRY, everything, &text);
    }

    #[test]
    fn up_to_the_bound_no_byte_of_a_key_is_left() {
        // BLOCK from the first line on, REACH before the word END of the last.
        for count in [100, 125, 138, 200] {
            let body = lines(count).join("\n");
            let text = format!("{}\n{body}\n{}", head(""), tail(""));
            let covered = covered(&text);
            for (at, covered) in covered.iter().enumerate() {
                let bound = at < BLOCK || at + REACH - 5 + tail("").len() >= text.len();
                assert!(*covered || !bound, "byte {at} of {}", text.len());
            }
        }
    }

    #[test]
    fn as_base64_in_lines_it_is_one_block() {
        let first = concat!("LS0tLS1CRUdJTi", "BQUklWQVRFIEtFWS0tLS0tCkVYQU1QTEUwMTIzNDU2Nzg5YWJj");
        let text = format!("key: <<{first}\n{}\nT0U1V2==>>\nthanks", lines(5).join("\n"));
        finds(&ENTRY, everything, &text);
    }

    #[test]
    fn a_block_without_its_first_line() {
        let body = lines(6).join("\n");
        let text = format!("<<{body}\nT0U1V2==\n{}>>", tail("EC "));
        finds(&ENTRY, everything, &text);
        let text = format!("this is the rest of it:\n<<{body}\\n{}>>", tail("EC "));
        finds(&ENTRY, everything, &text);
        skips(&ENTRY, everything, &format!("and then comes {}", tail("")), "no key before it");
    }

    #[test]
    fn a_block_ends_where_the_next_begins() {
        let key = lines(3).join("\n");
        let text = format!("{}\n{key}\n{}\n{key}\n{}", head(""), head("EC "), tail("EC "));
        let first = everything(&ENTRY, &text)[0];
        assert_eq!(text.get(first.end..).unwrap().trim_start().find("-----BEGIN"), Some(0));
    }
}
