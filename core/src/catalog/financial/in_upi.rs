//! Indian UPI address (virtual payment address): `name@okaxis`.
//!
//! A name, `@`, and the handle of a bank or an app. The handle has no dot, so it is no mail address. Handles in wide use
//! are known; any other counts near a word.
//!
//! # Check
//! No check digit. The handle is one of the list, or a word speaks of UPI.
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::is_wordy;
use crate::text::word_set::WordSet;
use crate::text::words::word_end;

/// The longest name, in bytes.
const LONGEST: usize = 64;

pub(super) static ENTRY: Entry = Entry::new("IN_UPI")
    .title("Indian payment address (UPI)")
    .category(Category::Financial)
    .sensitivity(Sensitivity::Medium)
    .score(70)
    .context(&["upi", "vpa", "bhim", "gpay", "phonepe", "यूपीआई"])
    .anchors(&[(Anchor::At, address)])
    .finds(&[
        "pay me at <<bo.lind@okaxis>>",
        "UPI id: <<9876500000@ybl>>",
        "my vpa is <<bo-lind77@examplebank>>",
        "यूपीआई <<bolind@paytm>>",
    ])
    .skips(&[
        ("bo@example.com", "a mail address"),
        ("root@server is down", "a user of a machine, which nobody calls so"),
        ("write to @paytm", "no name before it"),
        ("bo@ybl.example.com", "a mail address"),
    ])
    .sources(&["NPCI: UPI procedural guidelines (virtual payment address), third-party app providers and their handles"]);

/// Handles of banks and apps.
static HANDLES: WordSet<256> = WordSet::of(&[
    "okaxis okhdfcbank okicici oksbi ybl ibl axl paytm ptyes ptaxis pthdfc ptsbi upi apl yapl rapl axisb hdfcbank icici",
    "sbi barodampay pnb cnrb kotak kotakb idfcbank idfcfirst indus federal fbl yesbank yespay rbl airtel jupiteraxis",
    "freecharge ikwik mahb uboi unionbank waicici wahdfcbank waaxis wasbi pingpay tapicici sliceaxis naviaxis axisbank",
    "superyes goaxb timecosmos axisgo allbank andb aubank bandhan boi centralbank cboi citibank csbpay dbs dcb dlb",
    "equitas ezeepay hsbc idbi indianbank iob jkb jsb karb kbl kvb lvb obc payzapp postbank psb pockets rajgovhdfcbank",
    "sib srcb syndicate tjsb uco utbi vijb yesg yescred",
]);

fn address(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let letters = |b: u8| b.is_ascii_alphabetic();
    if !(letters(v.at(probe.end)) && v.before(probe.at).is_ascii_alphanumeric()) {
        return None;
    }
    let end = word_end(v, probe.end);
    let handle = v.slice(probe.end, end);
    let goes_on = match v.at(end) {
        b'.' | b'-' => v.at(end + 1).is_ascii_alphanumeric(),
        b'@' | b'_' | b'/' | b':' => true,
        b => b.is_ascii_digit(),
    };
    if goes_on || !(2..=20).contains(&handle.len()) || !handle.iter().all(|b| letters(*b)) {
        return None;
    }
    named(probe, end, HANDLES.holds(handle))
}

#[inline(never)]
fn named(probe: &Probe<'_>, end: usize, known: bool) -> Option<Found> {
    static NAME: ByteSet = ByteSet::with(".-_");
    let v = probe.view;
    let left = v.slice(probe.at.saturating_sub(LONGEST + 1), probe.at);
    let run = NAME.run_back(left);
    let start = probe.at - run;
    if !(2..=LONGEST).contains(&run) || !v.at(start).is_ascii_alphanumeric() || is_wordy(v.before(start)) {
        return None;
    }
    if matches!(v.before(start), b'/' | b':' | b'@' | b'+') && v.before(start.saturating_sub(1)) != b' ' && !known {
        return None;
    }
    let found = Found::new(start, end);
    Some(if known { found } else { found.weak().score(60) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{cues, finds, never_breaks, skips};

    #[test]
    fn examples() {
        assert!(ENTRY.finds.iter().all(|text| text.contains('@')));
        // The one that needs a word is the catalogue's own test.
        for example in ENTRY.finds.iter().filter(|text| !text.contains("examplebank")) {
            finds(&ENTRY, cues, example);
        }
        for (text, reason) in ENTRY.skips {
            skips(&ENTRY, cues, text, reason);
        }
        never_breaks(&ENTRY, cues);
    }
}
