//! What is harmless of keys and links.
use super::STARS;
use crate::crypto::HashKey;
use crate::finding::Finding;
use crate::transform::canonical::canonical;
use crate::transform::hash::hex;
use crate::transform::place::Place;

/// How keys begin that say whose they are. A longer beginning stands before one it begins with.
#[rustfmt::skip]
const ISSUERS: &[&str] = &[
    "AKIA", "ASIA", "github_pat_", "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "glpat-", "sk_live_", "sk_test_", "rk_live_",
    "rk_test_", "pk_live_", "pk_test_", "whsec_", "xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xapp-", "AIza",
    "sk-ant-", "sk-proj-", "sk-or-", "sk-", "hf_", "gsk_", "pat-na1-", "pat-eu1-",
];

/// The fewest characters behind the beginning of a key.
const REST: usize = 8;

/// Bytes of a fingerprint.
const FINGERPRINT: usize = 4;

/// The beginning that names the issuer, `AKIA****`. With a key for hashes, a fingerprint as well, by which two people
/// can find out that they mean the same key: `AKIA****#1f2e3d4c`.
pub(super) fn issuer(finding: &Finding, value: &str, key: Option<&HashKey>, out: &mut String) -> Option<()> {
    let issuer = ISSUERS.iter().find(|issuer| value.starts_with(**issuer))?;
    if value.len() < issuer.len() + REST {
        return None;
    }
    out.push_str(issuer);
    out.push_str(STARS);
    if let Some(key) = key {
        let entity = finding.entity_type();
        let hash = key.hash(entity.name(), &canonical(entity, finding.category(), value));
        out.push('#');
        hex(hash.get(..FINGERPRINT).unwrap_or_default(), out);
    }
    Some(())
}

/// Whether a link is what an earlier run has left, up to its stars.
pub(super) fn is_left_of_url(place: &Place<'_>) -> bool {
    place.value().ends_with('/') && place.after().starts_with(STARS)
}

/// Scheme and host: `https://shop.example/****`. Users, paths and queries go; they hold names and secrets.
pub(super) fn url(value: &str, out: &mut String) -> Option<()> {
    let (scheme, rest) = value.split_once("://")?;
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let told = rest.len() - host.len() > 1;
    if host.is_empty() || !told {
        return None;
    }
    for part in [scheme, "://", host, "/", STARS] {
        out.push_str(part);
    }
    Some(())
}
