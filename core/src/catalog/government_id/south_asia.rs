//! Numbers of people and companies in India, Pakistan, Bangladesh and Sri Lanka.
use super::{company, person};
use crate::catalog::prelude::*;
use crate::catalog::rows;
use crate::check::digits::{is_monotone, number};
use crate::check::{luhn, verhoeff};

rows! { BD_NID, IN_GSTIN, IN_VID, IN_VOTER, LK_NIC, PK_CNIC }

/// Bangladeshi national identity number.
///
/// Ten digits on new cards, thirteen or seventeen on old ones. Nothing in it can be checked, so it always needs a word.
///
/// # Check
/// No published rule. One digit over and over is no number; the longest begin with a year.
static BD_NID: Entry = person("BD_NID", "Bangladeshi national identity number")
    .shape("9999999999?|9999999999999?|[12]9999999999999999?")
    .check(|d| match d {
        _ if is_monotone(d) => Verdict::Invalid,
        [b'1', b'9', ..] | [b'2', b'0', ..] => Verdict::Unknown,
        _ if d.len() == 17 => Verdict::Invalid,
        _ => Verdict::Unknown,
    })
    .score(50)
    .context(&["nid", "bangladesh", "bangladeshi", "এনআইডি", "পরিচয়পত্র"])
    .finds(&["NID <<2345678901>>", "my nid number is <<19901234567890123>>", "NID: <<1234567890123>>"])
    .skips(&[
        ("2345678901", "ten bare digits that nobody calls so"),
        ("nid 234567", "too short"),
        ("order 2345678901", "an order"),
    ])
    .sources(&["Bangladesh Election Commission, NID wing: National Identity Card"]);

/// Indian goods and services tax number (GSTIN).
///
/// Two digits for the state, a PAN, a digit or letter, a Z, a check character: `27AAPFU0939F1ZV`.
///
/// # Check
/// Luhn's formula over digits and letters, modulo 36. The state exists.
static IN_GSTIN: Entry = company("IN_GSTIN", "Indian goods and services tax number")
    .shape("99AAAAA9999A[1-9A-Z][Z]X")
    .check(|c| {
        let state = matches!(c.get(..2).and_then(number), Some(1..=38 | 97 | 99));
        Verdict::from_check(c.len() == 15 && state && luhn::is_valid_36(c))
    })
    .score(65)
    .context(&["gstin", "gst", "gstno"])
    .finds(&["27AAPFU0939F1ZV", "GSTIN <<29AAACL1234C1Z1>>", "gst no: <<27aapfu0939f1zv>>"])
    .skips(&[
        ("27AAPFU0939F1ZW", "wrong check character"),
        ("77AAPFU0939F1ZV", "no such state"),
        ("27AAPFU0939F1Z", "too short"),
    ])
    .sources(&["Goods and Services Tax Network: structure of the GSTIN"]);

/// Virtual identity number that stands for an Aadhaar number (VID).
///
/// Sixteen digits, the first not 0 or 1. Cards look the same, so it counts only near a word.
///
/// # Check
/// Verhoeff.
static IN_VID: Entry = person("IN_VID", "Indian virtual identity number (VID)")
    .shape("[2-9]999999999999999?|[2-9]999 9999 9999 9999?")
    .check(|d| Verdict::from_check(d.len() == 16 && d.first().is_some_and(|d| *d > b'1') && verhoeff::is_valid(d)))
    .score(62)
    .context(&["vid", "aadhaar", "uidai"])
    .finds(&["VID <<9123456789012346>>", "Aadhaar VID: <<9123 4567 8901 2346>>", "my vid is <<9123456789012346>>"])
    .skips(&[
        ("9123456789012346", "sixteen bare digits that nobody calls so"),
        ("vid 912345678901234", "a digit is missing"),
        ("order 9123456789012346", "an order"),
    ])
    .sources(&["UIDAI: Virtual ID"]);

/// Indian voter's card number (EPIC).
///
/// Three letters and seven digits. It always needs a word.
///
/// # Check
/// Luhn over the digits only raises the score: old cards were given out without it.
static IN_VOTER: Entry = person("IN_VOTER", "Indian voter's card number (EPIC)")
    .shape("AAA9999999?|AAA/9999999?")
    .check(|c| match c.get(3..) {
        Some(d) if d.len() == 7 && !is_monotone(d) && luhn::is_valid(d) => Verdict::Valid,
        Some(d) if d.len() == 7 && !is_monotone(d) => Verdict::Unknown,
        _ => Verdict::Invalid,
    })
    .score(55)
    .context(&["epic", "voter", "voterid", "elector"])
    .finds(&["voter ID <<WKH1186261>>", "EPIC no. <<WKH1186260>>", "my voter card: <<wkh1186261>>"])
    .skips(&[
        ("WKH1186261", "a code that nobody calls so"),
        ("voter WKH118626", "a digit is missing"),
        ("voter WKH1111111", "one digit over and over"),
    ])
    .sources(&["Election Commission of India: Elector's Photo Identity Card"]);

/// Sri Lankan identity card number (NIC).
///
/// Old ones: two digits for the year, three for the day, four more, V or X. New ones: twelve digits that begin with the year.
///
/// # Check
/// The day of the year is 1 to 366, or 501 to 866 for women; the rule of the check digit is not published.
static LK_NIC: Entry = person("LK_NIC", "Sri Lankan identity card number")
    .shape("999999999[VX]?|[12]99999999999?")
    .check(|c| {
        let day = if c.len() == 12 { c.get(4..7) } else { c.get(2..5) };
        let year = c.len() == 10 || matches!(c.get(..2), Some(b"19" | b"20"));
        match day.and_then(number) {
            Some(1..=366 | 501..=866) if year => Verdict::Unknown,
            _ => Verdict::Invalid,
        }
    })
    .score(55)
    .context(&["nic", "lanka", "lankan"])
    .finds(&["NIC <<901234567V>>", "my nic no is <<199012345678>>", "Sri Lankan ID: <<905671234x>>"])
    .skips(&[
        ("901234567V", "a code that nobody calls so"),
        ("nic 904234567V", "there is no day 423"),
        ("nic 90123456V", "a digit is missing"),
    ])
    .sources(&["Department for Registration of Persons, Sri Lanka: National Identity Card"]);

/// Pakistani identity card number (CNIC, NICOP).
///
/// Thirteen digits, written 5-7-1. Bare ones count only near a word.
///
/// # Check
/// No published rule. The first digit names a province, 1 to 8.
static PK_CNIC: Entry = person("PK_CNIC", "Pakistani identity card number (CNIC)")
    .shape("[1-8]9999-9999999-9|[1-8]999999999999?")
    .check(|d| if is_monotone(d) { Verdict::Invalid } else { Verdict::Unknown })
    .score(55)
    .context(&["cnic", "nicop", "nadra", "شناختی"])
    .finds(&["12345-1234567-1", "CNIC <<4210112345671>>", "my cnic: <<42101-1234567-1>>"])
    .skips(&[
        ("02345-1234567-1", "no such province"),
        ("4210112345671", "thirteen bare digits that nobody calls so"),
        ("cnic 42101-123456-1", "a digit is missing"),
    ])
    .sources(&["NADRA: Computerised National Identity Card"]);
