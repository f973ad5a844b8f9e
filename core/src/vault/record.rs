//! What a vault keeps: ids, MACs and sealed bytes. None of it says anything without the keys, and `Debug` is silent.
use core::fmt;

use crate::token::{Token, TokenKind};

macro_rules! bytes {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name([u8; $length]);

        impl $name {
            /// Of bytes that a vault has kept.
            pub const fn new(bytes: [u8; $length]) -> Self {
                $name(bytes)
            }

            /// The bytes to keep.
            pub const fn bytes(&self) -> &[u8; $length] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    };
}

bytes! {
    /// The name of a record: 96 random bits, which the token shows.
    ///
    /// ```
    /// use wimple::vault::TokenId;
    /// assert_eq!(TokenId::new([7; 12]).bytes(), &[7; 12]);
    /// ```
    TokenId, 12
}

impl TokenId {
    /// The record that a token names; `None` where the text is no token of a vault. Whose token it is, this does not say.
    ///
    /// ```
    /// use wimple::vault::TokenId;
    /// assert_eq!(TokenId::of_token("bo@example.com"), None);
    /// ```
    pub fn of_token(text: &str) -> Option<Self> {
        let token = Token::read(&text.to_ascii_lowercase()).filter(|token| token.kind == TokenKind::Vault)?;
        token.body().try_into().ok().map(TokenId::new)
    }
}

bytes! {
    /// A MAC of a value, its type, tenant and subject, in full: a shorter one might merge two people's data.
    ///
    /// ```
    /// use wimple::vault::Lookup;
    /// assert_eq!(format!("{:?}", Lookup::new([7; 32])), "Lookup(..)");
    /// ```
    Lookup, 32
}

bytes! {
    /// A MAC of a subject and its tenant.
    ///
    /// ```
    /// use wimple::vault::SubjectRef;
    /// assert_ne!(SubjectRef::new([7; 32]), SubjectRef::new([8; 32]));
    /// ```
    SubjectRef, 32
}

/// A subject's data key, itself encrypted.
///
/// ```
/// use wimple::vault::WrappedKey;
/// assert_eq!(WrappedKey::new(vec![1, 2, 3]).bytes(), [1, 2, 3]);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct WrappedKey(Vec<u8>);

impl WrappedKey {
    /// Of bytes that a vault has kept.
    pub fn new(bytes: Vec<u8>) -> Self {
        WrappedKey(bytes)
    }

    /// The bytes to keep: 60 of them.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for WrappedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WrappedKey(..)")
    }
}

/// One value, sealed. It opens in its own place only: with this id, subject, type and key.
///
/// ```
/// use wimple::vault::{Lookup, Record, SubjectRef, TokenId};
/// let record = Record::new(TokenId::new([1; 12]), Lookup::new([2; 32]), SubjectRef::new([3; 32]), [4; 4], "PERSON", vec![5]);
/// assert_eq!((record.entity(), record.sealed()), ("PERSON", &[5][..]));
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    id: TokenId,
    lookup: Lookup,
    subject: SubjectRef,
    key: [u8; 4],
    entity: String,
    sealed: Vec<u8>,
}

impl Record {
    /// Of parts that a vault has kept.
    pub fn new(
        id: TokenId,
        lookup: Lookup,
        subject: SubjectRef,
        key: [u8; 4],
        entity: impl Into<String>,
        sealed: Vec<u8>,
    ) -> Self {
        Record { id, lookup, subject, key, entity: entity.into(), sealed }
    }

    /// Its name.
    pub fn id(&self) -> TokenId {
        self.id
    }

    /// What its value is found by.
    pub fn lookup(&self) -> Lookup {
        self.lookup
    }

    /// Whose it is.
    pub fn subject(&self) -> SubjectRef {
        self.subject
    }

    /// The id of the root key that everything about it is derived from.
    pub fn key(&self) -> [u8; 4] {
        self.key
    }

    /// Name of the entity type.
    pub fn entity(&self) -> &str {
        &self.entity
    }

    /// The sealed value: 28 bytes longer than the value.
    pub fn sealed(&self) -> &[u8] {
        &self.sealed
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record").field("entity", &self.entity).finish_non_exhaustive()
    }
}
