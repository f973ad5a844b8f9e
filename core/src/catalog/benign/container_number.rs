//! Numbers of shipping containers: `MSCU 123456 6`.
//!
//! Three letters for the owner, U, J or Z, six digits, a check digit.
//!
//! # Check
//! Letters count 10 to 38 without the multiples of eleven; powers of two modulo 11 (ISO 6346).
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("CONTAINER_NUMBER")
    .title("Number of a shipping container")
    .category(Category::Benign)
    .sensitivity(Sensitivity::Low)
    .score(60)
    .shape("AAA[UJZ]9999999|AAA[UJZ]999999-9|AAA[UJZ]~999999~9")
    .check(|c| Verdict::from_check(is_container(c).unwrap_or(false)))
    .context(&["container", "containers"])
    .finds(&["CSQU3054383", "container <<CSQU 305438 3>>", "<<CSQU305438-3>>"])
    .skips(&[
        ("CSQU3054384", "wrong check digit"),
        ("CSQA3054383", "no such kind"),
        ("the container is late", "no number"),
    ])
    .sources(&["ISO 6346:2022, annex A"]);

fn is_container(c: &[u8]) -> Option<bool> {
    let (last, rest) = c.split_last().filter(|_| c.len() == 11)?;
    let mut total = 0;
    for (n, c) in rest.iter().enumerate() {
        let value = match c {
            b'0'..=b'9' => u32::from(c - b'0'),
            // A is 10; 11, 22 and 33 are left out.
            b'A' => 10,
            b'B'..=b'K' => u32::from(c - b'A') + 11,
            b'L'..=b'U' => u32::from(c - b'A') + 12,
            b'V'..=b'Z' => u32::from(c - b'A') + 13,
            _ => return None,
        };
        total += value << n;
    }
    Some(u32::from(last.wrapping_sub(b'0')) == total % 11 % 10)
}
