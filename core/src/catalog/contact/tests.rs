//! Telephone numbers of many countries as people type them, and what only looks like one.
use super::phone_number::typed;
use crate::catalog::chain::Chain;
use crate::catalog::entry::{Hints, Probe};
use crate::text::view::View;

/// Calls the parser where the scanner would, at each chain's start and after each space in it: each value, and whether
/// it still needs a word near.
fn found<'t>(text: &'t str, region: &str) -> Vec<(&'t str, bool)> {
    let (view, b) = (View::new(text), text.as_bytes());
    let (mut out, mut i) = (Vec::new(), 0);
    while i < b.len() {
        if !b[i].is_ascii_digit() {
            i += 1;
            continue;
        }
        let start = i;
        while view.at(i).is_ascii_digit() || b" -./".contains(&view.at(i)) && view.at(i + 1).is_ascii_digit()
        {
            i += 1;
        }
        if i - start < 7 {
            continue;
        }
        for at in (start..i).filter(|&at| at == start || b[at - 1] == b' ') {
            if !Chain::read(view, at, i).is_dialled(view) {
                continue;
            }
            let hit = typed(&Probe { view, at, end: i, hints: Hints::new(None, region) })
                .map(|f| (text.get(f.start..f.end).unwrap(), f.weak));
            // A second look at the end of a number loses against the whole.
            out.extend(hit.filter(|h| !out.iter().any(|o: &(&str, bool)| o.0.ends_with(h.0))));
        }
    }
    out
}

/// National forms that speak for themselves.
#[rustfmt::skip]
const TELLING: &[(&str, &[&str])] = &[
    ("CA", &["416-555-0134", "(604) 555-0199", "1-514-555-0143", "+1 416 555 0111"]),
    ("GB", &["020 7946 0958", "0161 496 0000", "01632 960983", "07700 900123", "07700900123", "0800 123 4567"]),
    ("AT", &["01/5123456", "0664 1234567", "0664/1234567", "0699 12345678", "0650 123 4567", "0316/123456", "01 512 34 56"]),
    ("CH", &["044 668 18 00", "079 123 45 67", "(044) 668 18 00", "079/123 45 67", "031-123 45 67"]),
    ("DE", &["030/1234567", "0221 1234567", "(06131) 1234567", "0151 23456789", "0221-123456", "089 123456"]),
    ("FR", &["06 12 34 56 78", "01.23.45.67.89", "09-70-12-34-56", "0800 123 456"]),
    ("ES", &["612 34 56 78", "91 123 45 67", "(91) 123 45 67", "600-12-34-56"]),
    ("IT", &["06 1234 5678", "02 12345678", "02/1234567", "011-1234567", "347 123 4567", "347 12 34 567", "0574-123456"]),
    ("NL", &["06-12345678", "06 12345678", "020-1234567", "020 123 4567", "(020) 1234567", "0181-123456", "06 12 34 56 78"]),
    ("BE", &["02 123 45 67", "0470 12 34 56", "0475/12.34.56", "02/123.45.67", "010 12 34 56", "02/1234567"]),
    ("PT", &["21 123 45 67", "(21) 123 45 67", "(212) 345 678"]),
    ("IE", &["087 123 4567", "01 234 5678", "(021) 123 4567", "085-123-4567"]),
    ("PL", &["22 123 45 67", "(22) 123 45 67", "12-345-67-89"]),
    ("SE", &["070-123 45 67", "08-123 456 78", "031-12 34 56", "070 123 45 67", "0431-12 34 56", "070-1234567"]),
    ("FI", &["040 123 4567", "040-1234567", "09 123 4567", "050 123 45 67", "0400 123 456"]),
    ("GR", &["210 123 4567", "694 123 4567"]),
    ("HU", &["06 1 123 4567", "06 20 123 4567", "06-30-123-4567", "06 30 123 45 67", "06 20 1234567"]),
    ("RO", &["0721 123 456", "0721.123.456", "021 123 45 67", "0264-123456"]),
    ("TR", &["0532 123 45 67", "(0532) 123 45 67", "0 532 123 45 67", "(532) 123 45 67", "0212 123 45 67"]),
    ("IL", &["050-123-4567", "050-1234567", "03-123-4567", "077-1234567"]),
    ("IN", &["098765 43210", "011 2345 6789", "022-12345678", "080-2345 6789", "0484-1234567"]),
    ("AU", &["0412 345 678", "(02) 9876 5432", "02 9876 5432", "1300 123 456", "0412-345-678"]),
    ("NZ", &["021 123 4567", "09 123 4567", "(09) 123 4567", "0800 123 456", "027-123-4567"]),
    ("ZA", &["082 123 4567", "011 123 4567", "(011) 123-4567"]),
    ("BR", &["(11) 98765-4321", "(11) 3456-7890", "11 98765-4321", "(21)98765-4321", "011 98765-4321"]),
    ("MX", &["55 1234 5678", "(55) 1234-5678", "33 1234 5678", "(664) 123 4567", "01 55 1234 5678"]),
    ("AR", &["011 4321-5678", "(011) 4321-5678", "0341 421-5678", "11 4321-5678", "(11) 4321-5678"]),
    ("JP", &["03-1234-5678", "090-1234-5678", "0120-123-456", "045-123-4567", "(03) 1234-5678", "0466-12-3456"]),
    ("KR", &["010-1234-5678", "02-123-4567", "02-1234-5678", "031-123-4567", "010 1234 5678"]),
    ("CN", &["138 1234 5678", "138-1234-5678", "010-12345678", "0755-12345678", "(021) 1234 5678"]),
];

/// National forms that need a word near, or the region.
#[rustfmt::skip]
const USUAL: &[(&str, &[&str])] = &[
    ("US", &["6502530000", "650 2530000"]),
    ("FR", &["0612345678"]),
    ("ES", &["612345678", "612 345 678", "912 345 678"]),
    ("PT", &["912 345 678", "912345678"]),
    ("PL", &["512 345 678", "512345678"]),
    ("CZ", &["602 123 456"]),
    ("NO", &["412 34 567", "22 12 34 56"]),
    ("DK", &["20 12 34 56", "2012 3456"]),
    ("SG", &["9123 4567", "6123 4567"]),
    ("HK", &["2345 6789", "9123 4567"]),
    ("IN", &["98765 43210", "9876543210"]),
    ("CN", &["13812345678"]),
    ("IT", &["3471234567", "347 1234567"]),
    ("NZ", &["021 123 456", "021123456"]),
    ("BR", &["21 3456-7890"]),
    ("IE", &["0871234567"]),
    ("GR", &["6941234567"]),
];

/// What is written with as many digits and is no telephone number.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "12.03.2024", "2024-03-12", "12/03/2024", "2024-03-12 10:30", "12-03-24 10.30", "20240312 1030",
    "1.234.567", "12 345 678", "123 456 789 012", "1 234 567 890", "999 999.99", "12,345,678",
    "114-4663600-3067245", "12-34567-89012", "14-08123-45678", "2024-001234", "2024/001234", "0042-123456",
    "1234 5678 9012", "1234 5678 9012 3456", "4111 1111 1111 1111", "9400 1000 0000 0000 0000 00", "7712 3456 7890",
    "12-34-56 12345678", "078-05-1120", "123-45-6789", "12-3456789", "04-2103594", "98765-4321", "123-456-789",
    "978-3-16-148410-0", "0-306-40615-2", "4006381333931", "1700000000", "1700000000000", "356938035643809",
    "12345678", "1234567", "00012345678", "000-123-4567", "0000 123 456", "10.0.19045.3803", "192.168.100.200",
    "52.520008", "13.404954", "1200 x 1600", "100 000 000", "10 000 000", "1-800", "3.14159265",
    "60-12-34 1234", "11/22/3344", "5-4-3-2-1-0-9", "1/2/3/4/5/6/7", "12 12 12", "000 000 0000", "00-00-00-00",
];

#[test]
fn telling_forms_count_alone() {
    let mut wrong = Vec::new();
    for (country, numbers) in TELLING {
        for &number in *numbers {
            if found(number, "") != [(number, false)] {
                wrong.push(format!("{country} {number}: {:?}", found(number, "")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn usual_forms_need_a_word_or_their_region() {
    let mut wrong = Vec::new();
    for (country, numbers) in USUAL {
        for &number in *numbers {
            if found(number, "") != [(number, true)] {
                wrong.push(format!("{country} {number}: {:?}", found(number, "")));
            }
            if found(number, country) != [(number, false)] {
                wrong.push(format!("at home, {country} {number}: {:?}", found(number, country)));
            }
            for called in [format!("phone: {number}"), format!("my number is {number}.")] {
                if found(&called, "") != [(number, false)] {
                    wrong.push(format!("{called}: {:?}", found(&called, "")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_region_makes_bare_numbers_of_its_own_plan_count() {
    for (region, yes, no) in [
        ("DK", "20123456", "123456789"),
        ("SG", "91234567", "21234567"),
        ("NO", "41234567", "412345678"),
        ("CZ", "602123456", "902123456"),
        ("fr", "0612345678", "612345678"),
        ("UK", "01632960983", "016329609"),
    ] {
        assert_eq!(found(yes, region), [(yes, false)], "{region} {yes}");
        assert!(found(no, region).iter().all(|f| f.1), "{region} {no}");
    }
}

#[test]
fn other_numbers_are_none() {
    let wrong: Vec<_> = OTHERS.iter().filter(|text| found(text, "").iter().any(|f| !f.1)).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn what_is_called_something_else_is_none() {
    let mut wrong = Vec::new();
    for word in [
        "order",
        "order no.",
        "ticket #",
        "invoice",
        "tracking",
        "serial",
        "part",
        "ref:",
        "Rechnung",
        "pedido",
    ] {
        for number in ["0412 345 678", "06 12 34 56 78", "(11) 98765-4321", "020-1234567", "612 34 56 78"] {
            let text = format!("{word} {number}");
            if !found(&text, "").is_empty() {
                wrong.push(format!("{text}: {:?}", found(&text, "")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
