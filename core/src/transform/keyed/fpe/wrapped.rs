//! Numbers between marks: `{wimf_us_ssn:483-92-0094:9x8gf2tv}`.
//!
//! Comes in: a number and keys; or a text. Goes out: the marked number; or those in the text, and what they stood for.
//!
//! ```text
//! wrapped = "{wimf_" type ":" value ":" [ first "." last ":" ] tag "}"
//! type    = 1*32( letter / digit / "_" )     ; the entity type in small letters
//! value   = digits and signs that part them, at most 96 bytes
//! first   = digit                            ; how many digits of the value are as they were, at its beginning
//! last    = digit                            ; and at its end; left out where both are 0
//! tag     = 8( Bech32 character )            ; 40 bits of HMAC-SHA-256
//! ```
//!
//! The tag is under the recognition key of the key that encrypted, over tenant, type, value, `first` and `last`; its other
//! half says that the number has a carrier. Nobody without that key can make one (one try in 2³⁹ would do), so that what
//! only looks like it hides nothing. Reading takes any case.
use core::ops::Range;

use zeroize::Zeroizing;

use super::cipher::{Job, Way};
use super::number;
use crate::crypto::{Purpose, Scope, TAG_ALPHABET, equal, mac};
use crate::keyset::{KeyId, Keyset};

const OPEN: &str = "{wimf_";
/// The longest name of a type.
const NAME: usize = 32;
/// Characters of a tag.
const TAG: usize = 8;
/// Bytes of the longest wrapped number.
pub(super) const LONGEST: usize = OPEN.len() + NAME + 1 + number::LONGEST + 1 + 4 + TAG + 1;

/// A wrapped number in a text; whether it is one of ours is not known yet.
#[derive(Clone)]
pub(crate) struct Wrapped<'t> {
    pub(crate) span: Range<usize>,
    /// The entity type in small letters.
    name: String,
    value: &'t str,
    first: usize,
    last: usize,
    tag: [u8; TAG],
}

/// A number between marks. `None` where it cannot be encrypted.
pub(super) fn close(
    keys: &Keyset,
    tenant: &str,
    entity: &str,
    (first, last): (usize, usize),
    value: &str,
) -> Option<String> {
    if first > 9 || last > 9 || entity.len() > NAME {
        return None;
    }
    let digits = number::digits(value)?;
    let way = Way::of(&digits);
    let id = keys.primary();
    let closed = Job { keys, id, tenant, entity, way, first, last }.close(&digits)?;
    let value = number::with_digits(value, &closed);
    let name = entity.to_ascii_lowercase();
    let tag = tag(keys, id, tenant, &name, &value, (first, last))?.of(way);
    let kept = if first + last > 0 { format!("{first}.{last}:") } else { String::new() };
    let tag: String = tag.iter().map(|&b| char::from(b)).collect();
    Some(format!("{OPEN}{name}:{}:{kept}{tag}}}", value.as_str()))
}

/// The first wrapped number that begins at `from` or later.
pub(crate) fn next_wrapped(text: &str, from: usize) -> Option<Wrapped<'_>> {
    let mut at = from;
    loop {
        at += text.get(at..)?.find('{')?;
        if let Some(wrapped) = read(text, at) {
            return Some(wrapped);
        }
        at += 1;
    }
}

/// The wrapped number that begins at `at`.
pub(super) fn read(text: &str, at: usize) -> Option<Wrapped<'_>> {
    let begin = text.get(at..)?.get(..OPEN.len())?;
    if !begin.eq_ignore_ascii_case(OPEN) {
        return None;
    }
    let start = at + OPEN.len();
    // The end is looked for no farther than the longest one may be.
    let reach = text.as_bytes().get(start..)?;
    let close = reach.iter().take(LONGEST).position(|&b| b == b'}')?;
    let inside = text.get(start..start + close)?;
    let mut fields = inside.split(':');
    let (name, value) = (fields.next()?, fields.next()?);
    let (third, fourth) = (fields.next()?, fields.next());
    let (kept, tag) = fourth.map_or((None, third), |tag| (Some(third), tag));
    let named =
        (1..=NAME).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    if !named || fields.next().is_some() || number::digits(value).is_none() {
        return None;
    }
    let (first, last) = match kept.map(str::as_bytes) {
        None => (0, 0),
        Some([first @ b'0'..=b'9', b'.', last @ b'0'..=b'9']) if *first != b'0' || *last != b'0' => {
            (usize::from(first - b'0'), usize::from(last - b'0'))
        }
        Some(_) => return None,
    };
    let tag: [u8; TAG] = tag.to_ascii_lowercase().into_bytes().try_into().ok()?;
    let span = at..start + close + 1;
    Some(Wrapped { span, name: name.to_ascii_lowercase(), value, first, last, tag })
}

impl Wrapped<'_> {
    /// The name of the entity type, as it claims.
    pub(crate) fn entity(&self) -> String {
        self.name.to_ascii_uppercase()
    }

    /// Whether an enabled key made it, for this tenant.
    pub(crate) fn is_own(&self, keys: &Keyset, tenant: &str) -> bool {
        self.maker(keys, tenant).is_some()
    }

    /// The value it stands for, as it was written; `None` where no enabled key made it for this tenant.
    pub(crate) fn open(&self, keys: &Keyset, tenant: &str) -> Option<Zeroizing<String>> {
        let (id, way) = self.maker(keys, tenant)?;
        let entity = self.entity();
        let job = Job { keys, id, tenant, entity: &entity, way, first: self.first, last: self.last };
        let digits = job.open(&number::digits(self.value)?)?;
        Some(number::with_digits(self.value, &digits))
    }

    /// The same value under the primary key; `None` where no enabled key made this for the tenant.
    pub(crate) fn renewed(&self, keys: &Keyset, tenant: &str) -> Option<String> {
        close(keys, tenant, &self.entity(), (self.first, self.last), &self.open(keys, tenant)?)
    }

    /// Which key made it, and in which way.
    fn maker(&self, keys: &Keyset, tenant: &str) -> Option<(KeyId, Way)> {
        keys.enabled().find_map(|id| {
            let tags = tag(keys, id, tenant, &self.name, self.value, (self.first, self.last))?;
            let ways = [Way::Whole, Way::Carrier];
            let way = ways.into_iter().find(|way| equal(&tags.of(*way), &self.tag))?;
            Some((id, way))
        })
    }
}

/// The tags a number may have, by the way it was made.
struct Tags {
    whole: [u8; TAG],
    carrier: [u8; TAG],
}

impl Tags {
    fn of(&self, way: Way) -> [u8; TAG] {
        if way == Way::Whole { self.whole } else { self.carrier }
    }
}

fn tag(
    keys: &Keyset,
    id: KeyId,
    tenant: &str,
    name: &str,
    value: &str,
    (first, last): (usize, usize),
) -> Option<Tags> {
    let scope = Scope { purpose: Purpose::Recognize, tenant: "", entity: "", canonical: 0 };
    let key = keys.derive::<32>(id, &scope)?;
    let kept = [u8::try_from(first).ok()?, u8::try_from(last).ok()?];
    let parts: [&[u8]; 5] = [b"wimf_", tenant.as_bytes(), name.as_bytes(), value.as_bytes(), &kept];
    let [a, b, c, d, e, f, g, h, i, j, ..] = mac(&key, &parts);
    Some(Tags { whole: letters([a, b, c, d, e]), carrier: letters([f, g, h, i, j]) })
}

/// 40 bits as eight characters, the highest first.
fn letters(bytes: [u8; 5]) -> [u8; TAG] {
    let bits = bytes.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
    let mut shift = 40;
    [0; TAG].map(|_: u8| {
        shift -= 5;
        let index = usize::try_from(bits >> shift & 31).unwrap_or(0);
        TAG_ALPHABET.get(index).copied().unwrap_or(b'q')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys() -> Keyset {
        Keyset::of_bytes(&[1, 2, 3])
    }

    fn only(text: &str) -> Wrapped<'_> {
        let wrapped = next_wrapped(text, 0).unwrap();
        assert_eq!(wrapped.span, 0..text.len());
        wrapped
    }

    proptest! {
        #[test]
        fn numbers_come_back_in_any_case(value in "[0-9]{6,11}([ ./-][0-9]{1,9}){0,3}", first in 0..=6usize, last in 0..=4usize, primary in 1..=3u8) {
            let keys = keys().with_primary(primary);
            let digits = value.bytes().filter(u8::is_ascii_digit).count();
            let made = close(&keys, "acme", "US_BANK_NUMBER", (first, last), &value);
            prop_assert!(made.is_some() || digits < first + last + 7);
            if let Some(made) = made {
                prop_assert!(made.len() <= LONGEST);
                for text in [made.clone(), made.to_uppercase()] {
                    let wrapped = only(&text);
                    prop_assert_eq!(wrapped.entity(), "US_BANK_NUMBER");
                    prop_assert_eq!(wrapped.open(&self::keys(), "acme").unwrap().to_string(), value.clone());
                }
                let renewed = only(&made).renewed(&self::keys().with_primary(2), "acme").unwrap();
                prop_assert_eq!(renewed == made, primary == 2);
                prop_assert_eq!(only(&renewed).open(&keys, "acme").unwrap().to_string(), value);
            }
        }

        #[test]
        fn one_other_character_and_it_is_nobodys(at in 0..60usize, with in "[0-9a-z:.{}_ ]") {
            let made = close(&keys(), "", "US_SSN", (0, 2), "472-81-0094").unwrap();
            let at = at % made.len();
            let mut other = made.clone();
            other.replace_range(at..=at, &with);
            prop_assume!(other != made);
            let own = next_wrapped(&other, 0).is_some_and(|w| w.is_own(&keys(), ""));
            prop_assert!(!own, "{}", other);
        }

        #[test]
        fn any_text_is_safe(text in "\\PC{0,40}|(\\{wimf_|[a-z0-9:}é.]){0,40}", from in 0..50usize) {
            if let Some(wrapped) = next_wrapped(&text, from) {
                prop_assert!(wrapped.span.start >= from && text.get(wrapped.span.clone()).is_some());
                prop_assert!(wrapped.open(&keys(), "").is_none());
            }
        }
    }

    #[test]
    fn tenant_key_and_type_are_bound() {
        let made = close(&keys(), "a", "US_SSN", (0, 0), "472-81-0094").unwrap();
        assert!(only(&made).is_own(&keys(), "a") && !only(&made).is_own(&keys(), "b"));
        assert!(!only(&made).is_own(&Keyset::of_bytes(&[4, 5]), "a"));
        assert!(!only(&made.replace("us_ssn", "us_ein")).is_own(&keys(), "a"));
        let (one, two) = (close(&keys(), "a", "US_EIN", (0, 0), "472-81-0094").unwrap(), &made);
        assert_ne!(one.replace("us_ein", "us_ssn"), *two);
    }

    #[test]
    fn forgeries_are_not_ours() {
        let known = keys();
        let tag = |n: u64| {
            let [a, b, c, d, e, ..] = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
            String::from_utf8(letters([a, b, c, d, e]).to_vec()).unwrap()
        };
        let count = if std::env::var_os("WIMPLE_FULL").is_some() { 1_000_000 } else { 20_000 };
        for n in 0..count {
            let forged = format!("{{wimf_us_ssn:472-81-0094:{}}}", tag(n));
            assert!(!only(&forged).is_own(&known, ""), "{forged}");
        }
    }

    #[test]
    fn forms_that_are_none() {
        for text in [
            "{wimf_us_ssn:472-81-0094:9x8gf2t}",
            "{wimf_us_ssn:472-81-0094:9x8gf2tvd}",
            "{wimf_us_ssn:472-81-0094:0.0:9x8gf2tv}",
            "{wimf_us_ssn:472-81-0094:10.0:9x8gf2tv}",
            "{wimf_us_ssn:472-81-0094:0.4:9x8gf2tv:}",
            "{wimf_us_ssn:472-81-OO94:9x8gf2tv}",
            "{wimf_:472-81-0094:9x8gf2tv}",
            "{wimf_us ssn:472-81-0094:9x8gf2tv}",
            "{wimv_us_ssn:472-81-0094:9x8gf2tv}",
            "{wimf_us_ssn:472-81-0094:9x8gf2tv",
            "wimf_us_ssn:472-81-0094:9x8gf2tv}",
            "",
        ] {
            assert!(next_wrapped(text, 0).is_none(), "{text}");
        }
        assert_eq!(next_wrapped("{{wimf_a:1:qqqqqqqq}", 0).unwrap().span, 1..20);
    }

    #[test]
    fn frozen() {
        let made = |entity, kept, value| close(&keys(), "acme", entity, kept, value).unwrap();
        assert_eq!(
            [
                made("US_SSN", (0, 0), "472-81-0094"),
                made("PHONE_NUMBER", (0, 2), "+1 (650) 253-0000"),
                made("CREDIT_CARD", (6, 0), "4111 1111 1111 1111"),
            ],
            [
                "{wimf_us_ssn:796-80-0280:fef9tvxy}",
                "{wimf_phone_number:+3 (527) 943-7200:0.2:fse2a8cx}",
                "{wimf_credit_card:4111 1151 7344 2372:6.0:mpczcvj8}",
            ]
        );
    }
}
