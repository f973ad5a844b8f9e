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
use crate::keyset::{KeyId, Keyset, TokenRecognizer};

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
    let tag = tag(&*recognition(keys, id)?, tenant, &name, &value, (first, last))?.of(way);
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

/// The first place from `from` on where a wrapped number may begin that ends behind the text; the end where there is none.
pub(crate) fn open_wrapped(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let start = from.max(bytes.len().saturating_sub(LONGEST + OPEN.len()));
    let open = |at: &usize| {
        let rest = bytes.get(*at..).unwrap_or_default();
        let head = rest.len().min(OPEN.len());
        rest.get(..head).is_some_and(|head| {
            OPEN.as_bytes().get(..head.len()).is_some_and(|o| head.eq_ignore_ascii_case(o))
        }) && !rest.contains(&b'}')
    };
    (start..bytes.len()).find(open).unwrap_or(bytes.len())
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

    /// Whether a key that is known made it, for this tenant.
    pub(crate) fn is_own(&self, known: &[TokenRecognizer], tenant: &str) -> bool {
        let mut keys = known.iter().flat_map(TokenRecognizer::keys).filter_map(|(_, key)| key);
        keys.any(|key| self.way(key, tenant).is_some())
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
        keys.enabled().find_map(|id| Some((id, self.way(&*recognition(keys, id)?, tenant)?)))
    }

    /// In which way it was made, where the key with this recognition key made it.
    fn way(&self, key: &[u8; 32], tenant: &str) -> Option<Way> {
        let tags = tag(key, tenant, &self.name, self.value, (self.first, self.last))?;
        [Way::Whole, Way::Carrier].into_iter().find(|way| equal(&tags.of(*way), &self.tag))
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

fn recognition(keys: &Keyset, id: KeyId) -> Option<Zeroizing<[u8; 32]>> {
    keys.derive(id, &Scope { purpose: Purpose::Recognize, tenant: "", entity: "", canonical: 0 })
}

fn tag(key: &[u8; 32], tenant: &str, name: &str, value: &str, (first, last): (usize, usize)) -> Option<Tags> {
    let kept = [u8::try_from(first).ok()?, u8::try_from(last).ok()?];
    let parts: [&[u8]; 5] = [b"wimf_", tenant.as_bytes(), name.as_bytes(), value.as_bytes(), &kept];
    let [a, b, c, d, e, f, g, h, i, j, ..] = mac(key, &parts);
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
mod tests;
