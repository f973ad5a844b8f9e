//! Files and derived keys that may never change.
use super::*;
use crate::crypto::Purpose;

/// A file of this release, frozen: every later release must read it.
const FROZEN: &str = include_str!("../../../tests/data/keyset.json");

/// The recognizer that belongs to it.
const FROZEN_RECOGNIZER: &str = include_str!("../../../tests/data/recognizer.json");

/// The passphrase of the frozen files, which protects nothing.
const PUBLISHED: &str = "published with the tests";

/// What the frozen file holds. Its roots are counted, not drawn: whoever uses them has no secret.
pub(super) fn published() -> Keyset {
    let key = |n: u8, id: [u8; 4], status| RootKey {
        id,
        slot: Some(n),
        status,
        compromised: n == 1,
        created: Some(Date { day: n + 1, ..NOW }),
        expires: None,
        root: (status != KeyStatus::Destroyed)
            .then(|| {
                Root::written(|root| {
                    root.iter_mut().zip(n * 0x20..).for_each(|(to, from)| *to = from);
                    true
                })
            })
            .flatten(),
    };
    let mut salt = [0; ROOT];
    salt.iter_mut().zip(0xa0..).for_each(|(to, from)| *to = from);
    let inner = Inner {
        id: "ks_0123456789abcdef".to_owned(),
        sequence: 7,
        salt,
        primary: [0x33; 4],
        keys: vec![
            key(0, [0x11; 4], KeyStatus::Enabled),
            key(1, [0x22; 4], KeyStatus::Disabled),
            key(2, [0x33; 4], KeyStatus::Enabled),
            key(3, [0x44; 4], KeyStatus::Destroyed),
        ],
        epochs: Vec::new(),
    };
    Keyset { inner: Arc::new(inner) }
}

#[test]
fn frozen_files_are_read() {
    let passphrase = Passphrase::new(PUBLISHED);
    let keyset = Keyset::open(FROZEN, &passphrase).unwrap();
    assert!(same(&keyset, &published()));
    let recognizer = TokenRecognizer::open(FROZEN_RECOGNIZER, &passphrase).unwrap();
    let exported = published().export_recognizer();
    assert!(recognizer.keys().eq(exported.keys()));
    assert_eq!((recognizer.id(), recognizer.sequence()), (exported.id(), exported.sequence()));
}

/// `WIMPLE_FREEZE=1` writes the frozen files; only a new version of the format may need it.
#[test]
fn frozen_files_are_written_on_request_only() {
    if std::env::var_os("WIMPLE_FREEZE").is_none() {
        return;
    }
    let passphrase = Passphrase::new(PUBLISHED);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/");
    std::fs::write(format!("{folder}keyset.json"), published().seal(&passphrase).unwrap()).unwrap();
    let recognizer = published().export_recognizer().seal(&passphrase).unwrap();
    std::fs::write(format!("{folder}recognizer.json"), recognizer).unwrap();
}

/// One key of each purpose under the frozen keyset, computed with another implementation of HMAC-SHA-256 from what
/// `crypto::derive` says. They may never change: tokens are made with them.
#[test]
fn frozen_derivations() {
    let keyset = published();
    for (purpose, tenant, entity, canonical, expected) in DERIVED {
        let scope = Scope { purpose: *purpose, tenant, entity, canonical: *canonical };
        let key = keyset.derive::<32>([0x33; 4], &scope).unwrap();
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(&hex, expected, "{purpose:?}");
    }
    // Longer keys begin with the shorter, and other keys and scopes share nothing.
    let scope = Scope { purpose: Purpose::Tokenize, tenant: "acme", entity: "PERSON", canonical: 1 };
    let long = keyset.derive::<64>([0x33; 4], &scope).unwrap();
    assert_eq!(long[..32], *keyset.derive::<32>([0x33; 4], &scope).unwrap());
    assert_ne!(keyset.derive::<32>([0x11; 4], &scope), keyset.derive::<32>([0x33; 4], &scope));
    assert!(keyset.derive::<32>([0x22; 4], &scope).is_none(), "disabled");
    assert!(keyset.derive::<32>([0x44; 4], &scope).is_none(), "destroyed");
}

#[rustfmt::skip]
const DERIVED: &[(Purpose, &str, &str, u8, &str)] = &[
    (Purpose::Tokenize, "acme", "PERSON", 1, "263e12f209568537154f7db4a2c0965ead8a6628c2e820ecfa93f2614dcd5741"),
    (Purpose::Encrypt, "acme", "PERSON", 0, "609aac1ec2c79285363d6022986f69d53a6b32ab34561a8d77837ad26ba56748"),
    (Purpose::Fpe, "acme", "CREDIT_CARD", 1, "80f3d0be3fab43b0796c441f2c3ed2db237e6e7d10f885338a1359be2044d8c9"),
    (Purpose::Hash, "", "EMAIL_ADDRESS", 1, "768d3af9717bf76643d919ee3d363e15b7eaa6e6856c4f5738d6abe70e0294a6"),
    (Purpose::Recognize, "", "", 0, "bfb5f192ff6a37c2555d6ca4b91f50304af55e7722e383bdd758a966e8d48183"),
    (Purpose::Lookup, "acme", "PERSON", 1, "423a358f8771145d128ffbdd40cb224ef9c8e925e589d219aa37d865f5e75186"),
    (Purpose::Store, "acme", "", 0, "8beb6cd3a8881929305effb52d9ce26cbf78e3d49d52ecf57ebd40594bd97607"),
    (Purpose::ShiftDate, "acme", "", 0, "c087493f76b01b6cda0666dfec69b828e39b7c122c6095afca5f4ef45354ef9a"),
    (Purpose::Pseudonym, "acme", "PERSON", 1, "96cc77adf93040342fa9c3d78f7bcd7e5acf7a17a0404c7f173c5f9c108cbf3e"),
    (Purpose::Session, "acme", "", 0, "c13ddbe16b11e8a56774ea3a8720d843efedc1d21de4fd0a7bd34df5694c02c7"),
    (Purpose::Keyset, "", "", 0, "837124dae853b4878c860a7ed28df4efbf6709f86e63af96c403a5fa767f9e48"),
    (Purpose::Wrap, "", "", 0, "e6a2c46a7f04f29d66b1b01c9221f49fbc6e4b2ae196da5816b3ccf1d047bc73"),
    (Purpose::Epoch, "", "", 0, "4fd9fc658755488276e788b2df9d6169439eca3c6b271f20073b8491b8faa09e"),
    (Purpose::Receipt, "", "", 0, "a723936d7d12a5e4868f30b02c44e74777c98b0a6eb27e836f9c184bfc48f006"),
];
