//! A keyed hash in place of a value: `[EMAIL_ADDRESS:5f3a…]`.
//!
//! Comes in: a finding, its value and the key. Goes out: the type and 128 bits in hexadecimal. The form is that of a label,
//! so that a second run finds nothing in it.
use super::canonical::canonical;
use super::place::label;
use crate::crypto::HashKey;
use crate::finding::Finding;

/// Appends the hash of `value`. What may not be kept after a payment, in whatever form, becomes its label (PCI DSS 4.0.1,
/// requirement 3.3.1): it has so few digits that the key is all that protects it.
pub(super) fn hash(finding: &Finding, value: &str, key: Option<&HashKey>, out: &mut String) {
    let entity = finding.entity_type();
    let authenticates = matches!(entity.name(), "CARD_VERIFICATION_CODE" | "CARD_TRACK" | "PIN");
    let Some(key) = key.filter(|_| !authenticates) else { return label(entity, out) };
    out.push('[');
    out.push_str(entity.name());
    out.push(':');
    hex(&key.hash(entity.name(), &canonical(entity, finding.category(), value)), out);
    out.push(']');
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
