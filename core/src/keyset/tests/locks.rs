//! Passphrases and key services, and their ways to fail.
use super::*;
use crate::secret::Secret;

#[test]
fn passphrases_open_what_they_closed() {
    let keyset = keyset();
    let file = keyset.seal(&lock()).unwrap();
    let other = TestPassphrase::new("for a tests");
    assert_eq!(refusal(Keyset::open(&file, &other)), Wrong::DoesNotUnwrap);
    // Another cost is another key; one that is too high is not tried.
    assert_eq!(refused(&with(&file, "\"passes\": 1", "\"passes\": 2")), Wrong::DoesNotUnwrap);
    assert_eq!(refused(&with(&file, "\"memory_kib\": 32", "\"memory_kib\": 4294967295")), Wrong::Cost);
    assert_eq!(refused(&with(&file, "\"lanes\": 1", "\"lanes\": 0")), Wrong::Cost);
    assert_eq!(refusal(Keyset::open(&file, &Passphrase::new("for a test"))), Wrong::Cost);
    assert_eq!(
        keyset.seal(&Passphrase::new("eleven char")),
        Err(Error::Keyset(Wrong::ShortPassphrase { least: 12 }))
    );
}

/// Stands for a key service, with ways to fail.
struct Service {
    name: &'static str,
    wrapped: fn(&[u8], &str) -> Result<Vec<u8>, &'static str>,
    unwrapped: fn(&[u8], &str) -> Result<Secret, &'static str>,
}

impl KeyWrapper for Service {
    fn name(&self) -> &str {
        self.name
    }

    fn wrap(&self, key: &[u8], bound: &str) -> Result<Vec<u8>, &'static str> {
        (self.wrapped)(key, bound)
    }

    fn unwrap(&self, wrapped: &[u8], bound: &str) -> Result<Secret, &'static str> {
        (self.unwrapped)(wrapped, bound)
    }
}

fn crossed(bytes: &[u8], bound: &str) -> Vec<u8> {
    bytes.iter().zip(bound.bytes().cycle()).map(|(a, b)| a ^ b).collect()
}

const SERVICE: Service = Service {
    name: "keys/„support“",
    wrapped: |key, bound| Ok(crossed(key, bound)),
    unwrapped: |wrapped, bound| Ok(Secret::new(crossed(wrapped, bound))),
};

#[test]
fn a_key_service_wraps_and_unwraps() {
    let keyset = keyset();
    let file = keyset.seal(&SERVICE).unwrap();
    assert!(same(&keyset, &Keyset::open(&file, &SERVICE).unwrap()));
    let object: &dyn KeyWrapper = &Service { name: "", ..SERVICE };
    assert!(same(&keyset, &Keyset::open(&file, object).unwrap()), "no name, any file");
    assert_eq!(refusal(Keyset::open(&file, &Service { name: "other", ..SERVICE })), Wrong::WrongWrap);
    assert_eq!(refused(&file), Wrong::WrongWrap);
    assert_eq!(refusal(Keyset::open(&keyset.seal(&lock()).unwrap(), &SERVICE)), Wrong::WrongWrap);
    // The service gave another key than it was given.
    let other = Service { unwrapped: |wrapped, _| Ok(Secret::new(wrapped)), ..SERVICE };
    assert_eq!(refusal(Keyset::open(&file, &other)), Wrong::Changed);
    for length in [0usize, 31, 33] {
        let short = Service {
            unwrapped: match length {
                0 => |_, _| Ok(Secret::new("")),
                31 => |w, _| Ok(Secret::new(&w[1..])),
                _ => |w, _| Ok(Secret::new([w, &[1]].concat())),
            },
            ..SERVICE
        };
        assert_eq!(refusal(Keyset::open(&file, &short)), Wrong::WrongAnswer, "{length}");
    }
    for bad in [
        Service { wrapped: |_, _| Ok(vec![]), ..SERVICE },
        Service { wrapped: |_, _| Ok(vec![1; 8193]), ..SERVICE },
        Service { wrapped: |key, _| Ok([b"v1:", key].concat()), ..SERVICE },
        Service { name: "a\nb", ..SERVICE },
    ] {
        assert_eq!(keyset.seal(&bad), Err(Error::Keyset(Wrong::WrongAnswer)));
    }
}

#[test]
fn a_key_service_that_fails_is_told_without_its_key() {
    let keyset = keyset();
    let file = keyset.seal(&SERVICE).unwrap();
    let what = || "the key wrapper".to_owned();
    let failing =
        Service { wrapped: |_, _| Err("no network"), unwrapped: |_, _| Err("no network"), ..SERVICE };
    let error = Error::Callback { what: what(), problem: "no network" };
    assert_eq!(keyset.seal(&failing), Err(error.clone()));
    assert_eq!(Keyset::open(&file, &failing).unwrap_err(), error);
    let panicking = Service {
        wrapped: |key, _| panic!("{key:?}"),
        unwrapped: |wrapped, _| std::panic::panic_any(wrapped.to_vec()),
        ..SERVICE
    };
    let error = Error::Callback { what: what(), problem: "it panicked" };
    assert_eq!(keyset.seal(&panicking), Err(error.clone()));
    assert_eq!(Keyset::open(&file, &panicking).unwrap_err(), error);
}
