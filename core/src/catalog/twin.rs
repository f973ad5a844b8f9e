//! The checks beside those of python-stdnum, number by number.
//!
//! `tests/data/stdnum.tsv` holds what `tests/numbers.py` said for a few numbers of each format both know. With
//! `WIMPLE_NUMBERS=file` another file of its lines is taken: `cargo xtask test --full` lets it make more than twenty
//! thousand. What the two do not agree on must stand in [`DECIDED`], with the source that decides.
use std::collections::BTreeMap;

use super::verdict;
use crate::finding::Verdict;

/// Types whose check only raises the score or is a matter of dates and ranges: what the other takes for valid is not
/// refused, and what it refuses is not proven.
const SOFT: &[&str] = &[
    "DK_CPR",
    "LV_PERSONAS_KODS",
    "MEID",
    "MX_RFC",
    "MY_NRIC",
    "US_ATIN",
    "US_EIN",
    "US_ITIN",
    "US_PTIN",
    "US_SSN",
];

/// A difference of the two, and who is right.
struct Decided {
    entity: &'static str,
    /// Of which numbers.
    holds: fn(&str) -> bool,
    /// What python-stdnum says of them.
    other: bool,
    /// The source that decides, and what it says.
    because: &'static str,
}

#[rustfmt::skip]
const DECIDED: &[Decided] = &[
    Decided {
        entity: "ABA_ROUTING_NUMBER",
        holds: |number| matches!(number[..2].parse::<u8>(), Ok(13..=20 | 33..=60 | 73..=79 | 81..)),
        other: true,
        because: "ABA Routing Number Policy: the first two digits are 00 to 12, 21 to 32, 61 to 72 or 80",
    },
    Decided {
        entity: "ES_CIF",
        holds: |number| number.ends_with(|c: char| c.is_ascii_digit()) == number.starts_with(['K', 'N', 'P', 'Q', 'R', 'S', 'W']),
        other: true,
        because: "Decreto 2423/1975: public, religious and foreign bodies have a letter, companies limited by shares a digit",
    },
    Decided {
        entity: "FR_NIR",
        holds: |number| &number[5..7] == "00",
        other: true,
        because: "INSEE: departments are 01 to 95, 2A, 2B, 96 to 99; none is 00",
    },
    Decided {
        entity: "IS_KENNITALA",
        holds: |number| number.ends_with('8') || number.ends_with('0'),
        other: false,
        because: "Registers Iceland: the last digit says the century, 8 for the nineteenth; whether a day lies ahead is no matter \
                  of the number, and this library knows no clock",
    },
    Decided {
        entity: "LV_PERSONAS_KODS",
        holds: |number| number >= "4",
        other: true,
        because: "Law on the Register of Natural Persons: a day of birth or 32 comes first; what begins with 4 to 9 is the VAT \
                  number of a company, which is VAT_NUMBER here",
    },
    Decided {
        entity: "TW_UBN",
        holds: |_| true,
        other: false,
        because: "Ministry of Finance, Taiwan (2021, in force since April 2023): the sum is a multiple of 5 and no longer of 10",
    },
    Decided {
        entity: "VAT_NUMBER",
        holds: |number| number.starts_with("GB"),
        other: true,
        because: "HMRC's 9755 system adds 55 to the weighted sum before it takes multiples of 97 away; that the sum may also \
                  lack 55 stands nowhere in it",
    },
    Decided {
        entity: "VAT_NUMBER",
        holds: |number| number.starts_with("SK"),
        other: true,
        because: "Finančná správa SR: ten digits, a multiple of eleven; birth numbers, which may end in a 0 for a ten, are none",
    },
];

proptest::proptest! {
    /// Recognizers of users and pseudonyms ask checks for values of any length and sign.
    #[test]
    fn no_check_panics(value in "[0-9A-Z]{0,40}|[0-9]{0,40}|\\PC{0,12}") {
        for entry in super::CATALOG {
            let _ = entry.check.map(|check| check(value.as_bytes()));
            let _ = entry.specimen.map(|specimen| specimen(value.as_bytes()));
        }
    }
}

#[test]
fn both_say_the_same_of_every_number() {
    let more = std::env::var_os("WIMPLE_NUMBERS").map(|path| std::fs::read_to_string(path).unwrap());
    let rows = more.as_deref().unwrap_or(include_str!("../../tests/data/stdnum.tsv"));
    let (mut seen, mut wrong) = (BTreeMap::<&str, usize>::new(), Vec::new());
    let mut met = vec![0; DECIDED.len()];
    for row in rows.lines() {
        let mut cells = row.split('\t');
        let (entity, number, other) =
            (cells.next().unwrap(), cells.next().unwrap(), cells.next() == Some("1"));
        *seen.entry(entity).or_default() += 1;
        let ours = verdict(entity, number.as_bytes()).unwrap();
        let soft = SOFT.contains(&entity) && ours == Verdict::Unknown;
        if soft || (ours == Verdict::Valid) == other && ours != Verdict::Unknown {
            continue;
        }
        let decided =
            DECIDED.iter().position(|d| d.entity == entity && d.other == other && (d.holds)(number));
        match decided {
            Some(n) => met[n] += 1,
            None => wrong.push(format!("{entity} {number}: {ours:?}, python-stdnum {other}")),
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.lines().count(), wrong.join("\n"));
    assert!(seen.len() >= 85 && seen.values().all(|count| *count >= 10), "{} formats", seen.len());
    let unmet: Vec<&str> =
        DECIDED.iter().zip(&met).filter(|(_, n)| **n == 0).map(|(d, _)| d.entity).collect();
    assert!(more.is_none() || unmet.is_empty(), "decided, and never met: {unmet:?}");
    assert!(DECIDED.iter().all(|d| d.because.len() > 20));
}
