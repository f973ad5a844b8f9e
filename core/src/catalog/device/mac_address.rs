//! Address of a network device (MAC address, EUI-48, EUI-64).
//!
//! Six or eight pairs of hexadecimal digits joined by `:` or `-`, or three groups of four joined by dots as Cisco writes
//! them. Twelve digits in a row count only behind `mac`. Those of digits alone are dates and times as often, and need the
//! word, too. Dashed ones whose first two pairs say nothing to the scan (`00-11-…`, `AA-BB-…`) are seen behind a word only. All zeros and all ones address nobody.
//!
//! # Sources
//! IEEE 802-2014, section 8 (written forms); RFC 9542, section 2.1.
use crate::catalog::prelude::*;
use crate::text::phrase::{NONE, is_label, lead};
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;

static CUES: &[&str] = &["mac", "bssid", "hwaddr", "ether", "ethernet", "wlan"];
static FILLERS: WordSet<64> = WordSet::of(&[
    "address addr adresse dirección direccion indirizzo endereço adres id of my the router phone device number no for wifi",
]);

pub(super) static ENTRY: Entry = Entry::new("MAC_ADDRESS")
    .title("Network device address (MAC)")
    .category(Category::Device)
    .sensitivity(Sensitivity::Medium)
    .shape("[0-9A-F][0-9A-F]-[0-9A-F][0-9A-F]-[0-9A-F][0-9A-F]-[0-9A-F][0-9A-F]-[0-9A-F][0-9A-F]-[0-9A-F][0-9A-F]|[0-9A-F]{4}.[0-9A-F]{4}.[0-9A-F]{4}")
    .check(check)
    .score(65)
    .context(&["mac", "bssid", "hwaddr", "ethernet", "wlan", "router"])
    .anchors(&[(Anchor::Colon, colons), (Anchor::Cue(CUES), told)])
    .finds(&[
        "00:00:5e:00:53:af",
        "my router is <<00-1A-2B-3C-4D-5E>>",
        "show <<001a.2b3c.4d5e>> in the table",
        "MAC address: <<00005E005301>>",
        "device <<02:00:5E:10:00:00:00:01>> joined",
        "mac <<00-00-5E-00-53-01>>",
    ])
    .skips(&[
        ("12:30:45:10", "four pairs"),
        ("12:30:45:10:20:30", "pairs of digits alone that nobody calls an address"),
        ("20-11-26-14-05-33", "pairs of digits alone are a date and a time"),
        ("ff:ff:ff:ff:ff:ff", "addresses everybody"),
        ("00:1A:2B:3C:4D:5G", "G is no hexadecimal digit"),
        ("order 00005E005301", "nobody calls it an address"),
    ])
    .sources(&["IEEE 802-2014, section 8", "RFC 9542, section 2.1 (documentation range 00-00-5E-00-53)"]);

/// Judges twelve hexadecimal digits that were written with `-` or dots.
fn check(digits: &[u8]) -> Verdict {
    let letter = digits.iter().any(|b| !b.is_ascii_digit());
    if letter && !is_nobody(digits) { Verdict::Unknown } else { Verdict::Invalid }
}

/// All digits alike: nobody's address, or everybody's.
fn is_nobody(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair.first() == pair.last())
}

/// End of `count` pairs of hexadecimal digits joined by `sign`.
fn pairs(v: View<'_>, at: usize, sign: u8, count: usize) -> Option<usize> {
    for n in 0..count {
        let pair = at + 3 * n;
        let joined = n == 0 || v.at(pair - 1) == sign;
        if !joined || !v.at(pair).is_ascii_hexdigit() || !v.at(pair + 1).is_ascii_hexdigit() {
            return None;
        }
    }
    Some(at + 3 * count - 1)
}

/// The token around its first colon.
fn colons(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    // Called for every colon: one of an address has another three bytes on, and none three bytes before.
    let may = v.at(probe.at + 3) == b':' && v.at(probe.at + 6) == b':';
    if may { address(probe) } else { None }
}

#[inline(never)]
fn address(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let start = probe.at.checked_sub(2)?;
    let before = v.before(start);
    if is_wordy(before) || matches!(before, b':' | b'-' | b'.') {
        return None;
    }
    let end = pairs(v, start, b':', 8).or_else(|| pairs(v, start, b':', 6))?;
    let found = whole(v, start, end)?;
    // Pairs of digits alone are times as often.
    let letter = v.slice(start, end).iter().any(u8::is_ascii_alphabetic);
    Some(if letter { found } else { Found { cued: false, ..found }.weak() })
}

fn whole(v: View<'_>, start: usize, end: usize) -> Option<Found> {
    let goes_on = matches!(v.at(end), b':' | b'-') && v.at(end + 1).is_ascii_hexdigit();
    let pair = v.slice(start, start + 2);
    let nobody = v.slice(start, end).chunks(3).all(|c| c.get(..2) == Some(pair)) && is_nobody(pair);
    (!is_wordy(v.at(end)) && !goes_on && !nobody).then(|| {
        let documented = v.slice(start, start + 14).iter().filter(|b| b.is_ascii_hexdigit());
        let specimen = documented.map(u8::to_ascii_uppercase).eq(*b"00005E0053");
        Found::new(start, end).specimen(specimen).cued()
    })
}

/// Behind `mac`: every form, and twelve digits in a row.
fn told(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    if is_label(v, probe.at, probe.end) {
        return None;
    }
    let at = lead(v, probe.end, &FILLERS, &NONE, 40).at;
    if !v.at(at).is_ascii_hexdigit() || !v.at(at + 1).is_ascii_hexdigit() {
        return None;
    }
    if let Some(end) = pairs(v, at, b'-', 8).or_else(|| pairs(v, at, b'-', 6)) {
        return whole(v, at, end);
    }
    let dotted = v.at(at + 4) == b'.' && v.at(at + 9) == b'.';
    let end = at + if dotted { 14 } else { 12 };
    let digits = v.slice(at, end).iter().filter(|b| b.is_ascii_hexdigit()).count();
    let mixed = v.slice(at, end).iter().any(u8::is_ascii_digit);
    (digits == 12 && mixed && !is_wordy(v.at(end)) && !is_nobody(v.slice(at, end))).then(|| Found::new(at, end).cued())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{cues, finds, never_breaks, skips};

    #[test]
    fn typed_in_chat() {
        for text in [
            "(<<a4:5e:60:c3:01:ff>>)",
            "mac: <<12-34-56-78-90-12>>",
            "MAC of my router is <<1234.5678.9012>>",
            "mac 12:30:45 and <<0a:30:45:10:20:30>>",
            "Physical address, ethernet <<00-11-AB-33-44-55>>",
            "BSSID <<A45E60C301FF>>",
        ] {
            finds(&ENTRY, cues, text);
        }
    }

    #[test]
    fn other_texts() {
        for text in [
            "a4:5e:60:c3:01", "a4:5e:60:c3:01:ff:22", "1a4:5e:60:c3:01:ff", "a4:5e:60:c3:01:fff", "00:00:00:00:00:00",
            "mac and cheese", "mac address", "mac deadbeef", "[MAC_ADDRESS] 12:30", "mac facade facade",
        ] {
            skips(&ENTRY, cues, text, "no address");
        }
    }

    #[test]
    fn written_ones_are_judged() {
        assert_eq!(check(b"001A2B3C4D5E"), Verdict::Unknown);
        assert_eq!(check(b"201126140533"), Verdict::Invalid);
        assert_eq!(check(b"FFFFFFFFFFFF"), Verdict::Invalid);
    }

    #[test]
    fn no_text_breaks_it() {
        never_breaks(&ENTRY, cues);
    }
}
