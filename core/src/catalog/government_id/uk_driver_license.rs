//! UK driving licence number: sixteen characters made of the name and the day of birth.
//!
//! Five letters of the surname (filled up with 9), the decade, month (women have 5 more in its first digit), day and
//! year of birth, two initials (9 for none), a digit or letter, two characters that the office computes.
//!
//! # Check
//! Month and day exist, and nothing stands behind a 9 of the surname but another. How the last two are computed is not
//! published.
use crate::catalog::prelude::*;
use crate::check::digits::number;

pub(super) static ENTRY: Entry = Entry::new("UK_DRIVER_LICENSE")
    .title("UK driving licence number")
    .category(Category::GovernmentId)
    .sensitivity(Sensitivity::High)
    .shape("AXXXX999999XXXAA|AXXXX 999999 XXXAA")
    .check(check)
    .score(70)
    .context(&["driving", "driver", "drivers", "licence", "license", "dvla"])
    .finds(&["MORGA657054SM9IJ", "driving licence <<JONES710230AB9XY>>", "DVLA: <<FOX99 512019 A99RT>>"])
    .skips(&[
        ("MORGA697054SM9IJ", "there is no month 97"),
        ("MORGA600054SM9IJ", "there is no month 0"),
        ("MORGA657054SM9I", "fifteen characters"),
        ("MO9GA657054SM9IJ", "a letter behind the filling of the name"),
    ])
    .sources(&["Driver and Vehicle Licensing Agency, form INS57P: what the driver number means"]);

fn check(characters: &[u8]) -> Verdict {
    if is_sound(characters).unwrap_or(false) { Verdict::Unknown } else { Verdict::Invalid }
}

fn is_sound(characters: &[u8]) -> Option<bool> {
    let (name, rest) = characters.split_at_checked(5)?;
    let letters = name.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let filled = name.get(letters..)?.iter().all(|&b| b == b'9');
    let (month, day) = (number(rest.get(1..3)?)?, number(rest.get(3..5)?)?);
    let month = if month > 50 { month - 50 } else { month };
    let initials = rest.get(6..8)?.iter().all(|b| b.is_ascii_uppercase() || *b == b'9');
    Some(letters > 0 && filled && (1..=12).contains(&month) && (1..=31).contains(&day) && initials)
}
