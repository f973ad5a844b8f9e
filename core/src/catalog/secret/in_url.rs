//! The password in an address: `scheme://user:password@host`.
//!
//! Comes in: the `@` before a host. Goes out: the place between the colon and it.
use super::common::is_placeholder;
use crate::catalog::prelude::*;

/// The password part of `scheme://user:password@host`; the anchor is the last `@` before the host.
pub(super) fn in_url(probe: &Probe<'_>) -> Option<Found> {
    let v = probe.view;
    let host = v.at(probe.end);
    if !host.is_ascii_alphanumeric() && host != b'[' && host < 0x80 {
        return None;
    }
    // Back to `://`; what a mail address has before it is no slash.
    let left = v.slice(probe.at.saturating_sub(256), probe.at);
    let plain = left.iter().rev().take_while(|b| b.is_ascii_alphanumeric()).count();
    if matches!(left.get(..left.len() - plain).and_then(|rest| rest.last()), None | Some(b' ' | b'<' | b'\n'))
    {
        return None;
    }
    let mut signs = 0;
    let stop = left.iter().rposition(|&b| {
        signs += usize::from(b == b'@');
        // A password may hold an `@`, but chains of them are no URL.
        signs > 1 || b <= b' ' || matches!(b, b'/' | b'"' | b'<' | b'>')
    });
    let slash = stop?;
    let (scheme, user) = left.split_at_checked(slash + 1)?;
    let scheme = scheme.strip_suffix(b"://")?;
    let colon = user.iter().position(|&b| b == b':').filter(|&at| at + 1 < user.len())?;
    if !scheme.last().is_some_and(u8::is_ascii_alphanumeric) {
        return None;
    }
    let at = probe.at - user.len() + colon + 1;
    // Another `@` before the host's end: that one is the last.
    let host =
        v.slice(probe.end, probe.end + 256).iter().take_while(|b| !matches!(b, 0..=b' ' | b'/' | b'?'));
    let last = !host.into_iter().any(|&b| b == b'@');
    let found = last && !is_placeholder(v.slice(at, probe.at));
    found.then(|| Found::new(at, probe.at).cued().score(90))
}
