//! The password in an address: `scheme://user:password@host`.
//!
//! Comes in: the colon behind a scheme. Goes out: the place between the next colon and the `@` before the host.
use super::common::is_placeholder;
use crate::catalog::prelude::*;

/// The longest user and password together, and the longest host.
const LONGEST: usize = 256;

/// The password part of `scheme://user:password@host`; the anchor is the first colon.
pub(super) fn in_url(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let scheme = v.at(probe.end) == b'/' && v.at(probe.end + 1) == b'/';
    if scheme && v.before(probe.at).is_ascii_alphanumeric() { user(probe) } else { None }
}

#[inline(never)]
fn user(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let user = probe.end + 2;
    let part = v.slice(user, user + LONGEST);
    let end = part.iter().position(|&b| b <= b' ' || matches!(b, b'/' | b'"' | b'<' | b'>'));
    let part = part.get(..end.unwrap_or(part.len()))?;
    let colon = part.iter().position(|&b| b == b':')?;
    // A password may hold one `@`: the last one before the host's end is the one.
    let mut sign = part.iter().position(|&b| b == b'@')?;
    let host = |sign: usize| v.slice(user + sign + 1, user + sign + 1 + LONGEST);
    let another = |sign: usize| {
        let mut host = host(sign).iter().take_while(|b| !matches!(b, 0..=b' ' | b'/' | b'?'));
        host.position(|&b| b == b'@').map(|at| sign + 1 + at)
    };
    if let Some(second) = another(sign) {
        // Chains of them are no address.
        if second >= part.len() || another(second).is_some() {
            return None;
        }
        sign = second;
    }
    let first = *host(sign).first()?;
    let is_host = first.is_ascii_alphanumeric() || first == b'[' || first >= 0x80;
    let (start, end) = (user + colon + 1, user + sign);
    (is_host && start < end && !is_placeholder(v.slice(start, end)))
        .then(|| Found::new(start, end).cued().score(90))
}
