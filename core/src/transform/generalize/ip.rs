//! IP addresses: `203.0.113.7` becomes its network, `203.0.113.0/24`; of version 6 the first 48 bits stay.
use core::net::{Ipv4Addr, Ipv6Addr};

use super::Outcome;
use crate::transform::place::Place;

pub(super) fn ip(place: &Place<'_>, out: &mut String) -> Outcome {
    let value = place.value();
    let Some((network, prefix)) = network(value) else { return Outcome::Unreadable };
    // `203.0.113.7/32`: the text has its own prefix, and keeps it.
    let prefixed = has_prefix(place.after());
    if network == value.to_ascii_lowercase() {
        // Alone it is an address like any other, of which nothing would be hidden.
        return if prefixed { Outcome::Already } else { Outcome::Unreadable };
    }
    out.push_str(&network);
    if !prefixed {
        out.push_str(prefix);
    }
    Outcome::Written
}

/// The address with its last bits gone, and how many are left.
fn network(value: &str) -> Option<(String, &'static str)> {
    if let Ok(four) = value.parse::<Ipv4Addr>() {
        let [a, b, c, _] = four.octets();
        return Some((Ipv4Addr::new(a, b, c, 0).to_string(), "/24"));
    }
    let six: Ipv6Addr = value.parse().ok()?;
    if let Some(four) = six.to_ipv4_mapped() {
        let [a, b, c, _] = four.octets();
        return Some((Ipv4Addr::new(a, b, c, 0).to_ipv6_mapped().to_string(), "/120"));
    }
    let [a, b, c, ..] = six.segments();
    Some((Ipv6Addr::new(a, b, c, 0, 0, 0, 0, 0).to_string(), "/48"))
}

/// Whether the text goes on with `/24`.
fn has_prefix(after: &str) -> bool {
    let digits =
        after.strip_prefix('/').map_or("", |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let length = after.len() - digits.len();
    after.starts_with('/') && (2..=4).contains(&length) && !digits.starts_with(|c: char| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn made(marked: &str) -> (Outcome, String) {
        let (mut outcome, mut out) = (Outcome::Unreadable, String::new());
        Place::marked(marked, |place| outcome = ip(place, &mut out));
        (outcome, out)
    }

    #[test]
    fn addresses_become_networks() {
        for (text, expected) in [
            ("203.0.113.7", "203.0.113.0/24"),
            ("2001:db8:85a3::8a2e:370:7334", "2001:db8:85a3::/48"),
            ("2001:DB8::1", "2001:db8::/48"),
            ("::1", "::/48"),
            ("::ffff:203.0.113.7", "::ffff:203.0.113.0/120"),
            ("«203.0.113.7»/32 is blocked", "203.0.113.0"),
            ("«203.0.113.7»/index.html", "203.0.113.0/24"),
            ("«203.0.113.7»/24x", "203.0.113.0/24"),
        ] {
            assert_eq!(made(text), (Outcome::Written, expected.to_owned()), "{text}");
        }
        for text in [
            "«203.0.113.0»/24",
            "«203.0.113.0»/32.",
            "«2001:db8::»/48",
            "«2001:DB8::»/64",
            "«::ffff:203.0.113.0»/120",
        ] {
            assert_eq!(made(text), (Outcome::Already, String::new()), "{text}");
        }
        for text in
            ["203.0.113.0", "«203.0.113.0» /24", "2001:db8::", "", "203.0.113", "203.0.113.7:80", "somewhere"]
        {
            assert_eq!(made(text), (Outcome::Unreadable, String::new()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn the_host_is_gone(four: [u8; 4], six: [u16; 8]) {
            for value in [Ipv4Addr::from(four).to_string(), Ipv6Addr::from(six).to_string()] {
                let (outcome, out) = made(&value);
                prop_assert!(outcome == Outcome::Unreadable || !out.contains(&value));
                if let Some((network, prefix)) = out.split_once('/') {
                    prop_assert_eq!(made(&format!("«{network}»/{prefix}")).0, Outcome::Already);
                }
            }
        }
    }
}
