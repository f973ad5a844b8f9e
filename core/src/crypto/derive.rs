//! The one way keys are made of a root key: HKDF-SHA-256 (RFC 5869), with everything they are for in the info.
//!
//! Comes in: a root key, the salt of its keyset, a purpose and its scope. Goes out: a key for that and nothing else.
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

/// Bytes of a root key and of a keyset's salt.
pub(crate) const ROOT: usize = 32;

/// What a derived key is for. Keys of two purposes have nothing to do with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Purpose {
    /// Deterministic tokens: AES-256-SIV, 64 bytes.
    Tokenize,
    /// Randomised tokens: AES-256-GCM-SIV, 32 bytes.
    Encrypt,
    /// Format-preserving tokens: FF1, 32 bytes.
    Fpe,
    /// Keyed hashes: HMAC-SHA-256, 32 bytes.
    Hash,
    /// Recognition tags: HMAC-SHA-256, 32 bytes.
    Recognize,
    /// Look-ups in a vault: HMAC-SHA-256, 32 bytes.
    Lookup,
    /// Values in a vault: AES-256-GCM-SIV, 32 bytes.
    Store,
    /// How far a subject's dates are shifted: HMAC-SHA-256, 32 bytes.
    ShiftDate,
    /// Choice of pseudonyms: HMAC-SHA-256, 32 bytes.
    Pseudonym,
    /// Sealed sessions: AES-256-GCM-SIV, 32 bytes.
    Session,
    /// What holds a keyset file together: HMAC-SHA-256, 32 bytes.
    Keyset,
    /// Roots in a keyset file: AES-256-GCM-SIV, 32 bytes.
    Wrap,
    /// What a durable vault holds under an epoch key: AES-256-GCM-SIV, 32 bytes.
    Epoch,
    /// Receipts of what was done to a vault: HMAC-SHA-256, 32 bytes.
    Receipt,
}

impl Purpose {
    /// The name in the info; never changed once tokens are out.
    const fn name(self) -> &'static str {
        match self {
            Purpose::Tokenize => "tokenize",
            Purpose::Encrypt => "encrypt",
            Purpose::Fpe => "fpe",
            Purpose::Hash => "hash",
            Purpose::Recognize => "recognize",
            Purpose::Lookup => "lookup",
            Purpose::Store => "store",
            Purpose::ShiftDate => "shift-date",
            Purpose::Pseudonym => "pseudonym",
            Purpose::Session => "session",
            Purpose::Keyset => "keyset",
            Purpose::Wrap => "wrap",
            Purpose::Epoch => "epoch",
            Purpose::Receipt => "receipt",
        }
    }
}

/// What a derived key is bound to, beside its root.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'s> {
    pub(crate) purpose: Purpose,
    /// The host's customer; empty where there is one only.
    pub(crate) tenant: &'s str,
    /// The entity type's name, empty where the key is for all.
    pub(crate) entity: &'s str,
    /// Version of the canonical form, 0 where the value is taken as it stands.
    pub(crate) canonical: u8,
}

/// `info = "WIM1" ‖ len16 ‖ purpose ‖ len16 ‖ tenant ‖ len16 ‖ entity ‖ len16 ‖ canonical version ‖ key id`: lengths
/// before the parts, so that no two scopes have one info.
///
/// `None` where a part is longer than 65,535 bytes or the key longer than HKDF can give (255 × 32).
pub(crate) fn derive<const N: usize>(
    root: &[u8; ROOT],
    salt: &[u8; ROOT],
    key_id: [u8; 4],
    scope: &Scope<'_>,
) -> Option<Zeroizing<[u8; N]>> {
    let mut info = b"WIM1".to_vec();
    let canonical = [scope.canonical];
    let parts =
        [scope.purpose.name().as_bytes(), scope.tenant.as_bytes(), scope.entity.as_bytes(), &canonical[..]];
    for part in parts {
        info.extend(u16::try_from(part.len()).ok()?.to_be_bytes());
        info.extend(part);
    }
    info.extend(key_id);
    let mut key = Zeroizing::new([0; N]);
    Hkdf::<Sha256>::new(Some(salt), root).expand(&info, key.as_mut_slice()).ok()?;
    Some(key)
}
