//! Numbers of mobile phones, their cards and their subscribers, of machines, and what advertisers call a device.
use crate::catalog::called;
use crate::catalog::prelude::*;
use crate::catalog::reference::told;
use crate::catalog::rows;
use crate::check::digits::{is_monotone, number};
use crate::check::luhn;
use crate::text::word_set::WordSet;

rows! { ADVERTISING_ID, DEVICE_SERIAL, ICCID, IMSI, MEID }

const fn device(id: &'static str, title: &'static str) -> Entry {
    Entry::new(id).title(title).category(Category::Device).sensitivity(Sensitivity::Medium)
}

/// Advertising identifier of a device (IDFA, GAID).
///
/// A UUID that a word calls so. Other UUIDs name requests and rows, so this type is off by default, as they are.
///
/// # Check
/// Not all zeros: that is what a device says which does not want to be followed.
static ADVERTISING_ID: Entry = device("ADVERTISING_ID", "Advertising identifier of a device")
    .shape("[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}?")
    .check(|c| if is_monotone(c) { Verdict::Invalid } else { Verdict::Unknown })
    .score(70)
    .off_by_default()
    .context(&["idfa", "gaid", "aaid", "idfv", "advertising", "oaid"])
    .finds(&[
        "IDFA <<6d92078a-8246-4ba4-ae5b-76104861e7dc>>",
        "advertising id: <<AEBE52E7-03EE-455A-B3C4-E57283966239>>",
        "gaid=<<6d92078a-8246-4ba4-ae5b-76104861e7dc>>",
    ])
    .skips(&[
        ("6d92078a-8246-4ba4-ae5b-76104861e7dc", "a UUID that nobody calls so"),
        ("idfa 00000000-0000-0000-0000-000000000000", "switched off"),
        ("idfa 6d92078a-8246-4ba4", "too short"),
    ])
    .sources(&["RFC 9562", "Apple: advertisingIdentifier", "Android: advertising ID"]);

/// Serial number of a machine.
///
/// Whatever its maker prints on it: known by the words around it alone, so it is off by default.
static DEVICE_SERIAL: Entry = device("DEVICE_SERIAL", "Serial number of a machine")
    .score(75)
    .off_by_default()
    .anchors(&[(Anchor::Cue(SERIALS), serial)])
    .finds(&["serial number: <<C02XG2JHJG5J>>", "Seriennummer <<4417-22-AB9>>", "número de serie <<F2LX88123>>"])
    .skips(&[
        ("a serial offender", "another word"),
        ("the serial number is missing", "no value"),
        ("C02XG2JHJG5J", "a code that nobody calls so"),
    ])
    .sources(&["Forms seen on type plates"]);

const SERIALS: &[&str] =
    &["serial", "serialnumber", "serialno", "seriennummer", "seriennr", "serie", "série", "seriale", "serienummer"];

fn serial(p: &Probe<'_>) -> Option<Found> {
    told(p, false)
}

/// Number of a SIM card (ICCID).
///
/// Nineteen or twenty digits that begin with 89. It counts only near a word.
///
/// # Check
/// Luhn over nineteen digits; of twenty, over all or over all but the last.
static ICCID: Entry = device("ICCID", "SIM card number (ICCID)")
    .shape("'89'9{17,18}?|'89'99 9999 9999 9999 999?|'89'99 9999 9999 9999 9999?")
    .check(iccid)
    .score(60)
    .context(&["iccid", "iccids", "sim", "simcard", "esim"])
    .anchors(&[(Anchor::Cue(&["sim", "esim"]), behind_sim)])
    .finds(&["ICCID <<8944110065123456783>>", "my SIM card number is <<8914103211185107201>>", "eSIM <<8944 1100 6512 3456 783>>"])
    .skips(&[
        ("8944110065123456783", "nineteen bare digits that nobody calls so"),
        ("sim 894411006512345", "too short"),
        ("order 8944110065123456783", "an order"),
    ])
    .sources(&["ITU-T E.118: The international telecommunication charge card", "GSMA SGP.02"]);

fn iccid(d: &[u8]) -> Verdict {
    let held = luhn::is_valid(d) || d.len() == 20 && d.get(..19).is_some_and(luhn::is_valid);
    Verdict::from_check(d.starts_with(b"89") && matches!(d.len(), 19 | 20) && held)
}

/// Behind `SIM card number`, where the word before it is that of a payment card.
fn behind_sim(p: &Probe<'_>) -> Option<Found> {
    static FILLERS: WordSet<8> = WordSet::of(&["card number no id"]);
    called::number::<19>(p, &FILLERS, iccid, |_| false).filter(|found| found.verdict == Verdict::Valid)
}

/// Number of a mobile subscriber (IMSI).
///
/// Fifteen digits: the country, the network, the subscriber. It counts only near a word.
///
/// # Check
/// No check digit. The country code is one of those given out (200 to 799, and 901 for the sea and the air).
static IMSI: Entry = device("IMSI", "Mobile subscriber number (IMSI)")
    .shape("[2-79]99999999999999?|[2-79]99-99-9999999999?|[2-79]99 99 9999999999?")
    .check(|d| match d.get(..3).and_then(number) {
        Some(200..=799 | 901) if d.len() == 15 && !is_monotone(d) => Verdict::Unknown,
        _ => Verdict::Invalid,
    })
    .score(58)
    .context(&["imsi", "imsis"])
    .finds(&["IMSI <<310150123456789>>", "imsi: <<262011234567890>>", "the IMSI is <<310-15-0123456789>>"])
    .skips(&[
        ("310150123456789", "fifteen bare digits that nobody calls so"),
        ("imsi 3101501234", "too short"),
        ("order 310150123456789", "an order"),
    ])
    .sources(&["ITU-T E.212: mobile country codes", "3GPP TS 23.003, section 2.2"]);

/// Number of a CDMA phone (MEID).
///
/// Fourteen hexadecimal digits, the first A to F. It counts only near a word.
///
/// # Check
/// None without the check digit, which is not sent: the form is all there is.
static MEID: Entry = device("MEID", "Mobile phone number of the device (MEID)")
    .shape("[A-F][0-9A-F]{13}?")
    .check(|c| if c.get(1..).is_none_or(is_monotone) { Verdict::Invalid } else { Verdict::Unknown })
    .score(58)
    .context(&["meid", "meids"])
    .finds(&["MEID <<A0000000002329>>", "meid: <<a10000009296f2>>", "the MEID is <<AF0123450ABCDE>>"])
    .skips(&[
        ("A0000000002329", "a code that nobody calls so"),
        ("meid A000000000232", "a digit is missing"),
        ("meid 10000000002329", "does not begin with a letter"),
    ])
    .sources(&["3GPP2 S.R0048-A: 3G mobile equipment identifier"]);
