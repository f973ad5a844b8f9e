//! A keyed hash in place of a value: `wimh_email_address1…`, or `[EMAIL_ADDRESS:5f3a…]` where the engine has no keyset.
//!
//! Comes in: a finding, its value and the keys. Goes out: the type and 128 bits. Both forms are known for ours, so that a
//! second run finds nothing in them.
use super::Tools;
use super::canonical::{CANONICAL, canonical};
use super::keyed::authenticates;
use super::place::label;
use crate::finding::Finding;
use crate::input::Input;
use crate::token::{self, Spelled};

/// Appends the hash of `value`.
pub(super) fn hash(
    finding: &Finding,
    value: &str,
    input: &Input<'_>,
    tools: &Tools,
    out: &mut String,
) -> Result<(), &'static str> {
    let entity = finding.entity_type();
    if authenticates(entity) {
        label(entity, out);
        return Ok(());
    }
    let value = canonical(entity, finding.category(), value);
    if tools.ring.primary().is_some() {
        let value = Spelled { value: &value, canonical: CANONICAL };
        return token::hash(&tools.ring, entity.name(), value, input.tenant_hint(), out);
    }
    let Some(key) = &tools.hash else { return Err("it needs a key, and the engine was given none") };
    out.push('[');
    out.push_str(entity.name());
    out.push(':');
    hex(&key.hash(entity.name(), &value), out);
    out.push(']');
    Ok(())
}

/// Two lower-case digits a byte.
pub(super) fn hex(bytes: &[u8], out: &mut String) {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    out.extend(digits.filter_map(|digit| char::from_digit(digit.into(), 16)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_two_digits() {
        let mut out = String::new();
        hex(&[0, 9, 0x0a, 0x7f, 0xff], &mut out);
        assert_eq!(out, "00090a7fff");
    }
}
