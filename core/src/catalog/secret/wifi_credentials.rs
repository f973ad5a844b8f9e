//! Wi-Fi network and its password, as the QR code of a router holds them: `WIFI:T:WPA;S:Home;P:…;;`.
//!
//! Fields of one letter and a colon, each closed by a semicolon, in any order; `\` before a sign makes it plain. Without a
//! password it is an open network's and none.
use super::common::is_placeholder;
use crate::catalog::prelude::*;
use crate::text::view::{View, is_wordy};

/// The longest code, in bytes.
const LONGEST: usize = 320;

pub(super) static ENTRY: Entry = Entry::new("WIFI_CREDENTIALS")
    .title("Wi-Fi network with its password")
    .category(Category::Secret)
    .sensitivity(Sensitivity::High)
    .score(90)
    .anchors(&[(Anchor::Cue(&["wifi"]), code)])
    .finds(&[
        concat!("WIFI:T:WPA;S:Home;", "P:Blume#7-Rad;;"),
        concat!("the sticker says <<WIFI:S:Guest\\;House;T:WPA;", "P:s3same99;H:true;;>>, right?"),
        concat!("scan <<WIFI:T:WPA2-EAP;S:Office;", "P:Kiesel-44;I:bo;;>>"),
    ])
    .skips(&[
        ("WIFI:T:nopass;S:Guest;;", "an open network"),
        ("wifi: it is slow", "no code"),
        ("WIFI:T:WPA;S:Home;P:********;;", "masked"),
        ("WIFI:T:WPA;S:Home;P:hunter22", "it does not end"),
    ])
    .sources(&["ZXing: barcode contents, Wi-Fi network configuration", "Wi-Fi Alliance: WPA3 specification, section 7 (URI)"]);

fn code(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let opens = v.at(probe.end) == b':' && v.at(probe.end + 1).is_ascii_alphabetic() && v.at(probe.end + 2) == b':';
    if opens && !is_wordy(v.before(probe.at)) { fields(v, probe) } else { None }
}

#[inline(never)]
fn fields(v: View<'_>, probe: &Probe<'_>) -> Option<Found> {
    let (mut at, mut network, mut password) = (probe.end + 1, false, false);
    while v.at(at) != b';' {
        if !(v.at(at).is_ascii_alphabetic() && v.at(at + 1) == b':') {
            return None;
        }
        let end = field_end(v, at + 2, probe.at + LONGEST)?;
        let value = v.slice(at + 2, end);
        match v.at(at).to_ascii_uppercase() {
            b'S' => network = !value.is_empty(),
            b'P' => password = !is_placeholder(value),
            _ => {}
        }
        at = end + 1;
    }
    (network && password).then(|| Found::new(probe.at, at + 1).cued())
}

/// The semicolon that ends the field whose value starts at `at`.
fn field_end(v: View<'_>, at: usize, limit: usize) -> Option<usize> {
    let mut end = at;
    while v.at(end) != b';' {
        let plain = v.at(end) == b'\\' && matches!(v.at(end + 1), b';' | b',' | b':' | b'\\' | b'"');
        end += 1 + usize::from(plain);
        if end >= limit || v.at(end) < b' ' {
            return None;
        }
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}
