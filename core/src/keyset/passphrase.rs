//! Keys made of what a person remembers.
//!
//! Comes in: a passphrase, a salt and a cost. Goes out: a key, by Argon2id (RFC 9106).
use core::fmt;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::Zeroizing;

use super::key::{Root, problem};
use crate::error::{Error, KeysetProblem};
use crate::secret::Secret;

/// Bytes of a salt.
pub(super) const SALT: usize = 16;

/// The fewest characters of a passphrase that writes: four words, or what nobody types from memory.
const LEAST: usize = 12;

/// How much work a guess costs: Argon2id's memory in KiB, passes and lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cost {
    pub(super) memory: u32,
    pub(super) passes: u32,
    pub(super) lanes: u32,
}

impl Cost {
    /// What is written: RFC 9106, section 4, second recommended option (64 MiB, three passes), in one lane since the
    /// library has no threads.
    const USUAL: Cost = Cost { memory: 64 << 10, passes: 3, lanes: 1 };

    /// What is written for tests.
    const CHEAP: Cost = Cost { memory: 32, passes: 1, lanes: 1 };

    /// The least that is read: the OWASP Password Storage Cheat Sheet's smallest choice for Argon2id. Whoever changes the
    /// cost in a file gets another key; the bound is there for files that were written too cheaply.
    const LEAST: Cost = Cost { memory: 19 << 10, passes: 2, lanes: 1 };

    /// The most that is read: a file from a stranger may not take all of the memory, nor all day.
    const MOST: Cost = Cost { memory: 1 << 20, passes: 16, lanes: 4 };

    /// The most memory times passes, in KiB: some seconds.
    const WORK: u64 = 4 << 20;

    fn within(self, least: Cost) -> bool {
        let most = Cost::MOST;
        (least.memory..=most.memory).contains(&self.memory)
            && (least.passes..=most.passes).contains(&self.passes)
            && (least.lanes..=most.lanes).contains(&self.lanes)
            && u64::from(self.memory) * u64::from(self.passes) <= Cost::WORK
    }
}

/// A passphrase a keyset is sealed with. Wiped when dropped, silent in `Debug`.
///
/// ```
/// use wimple::{Keyset, Passphrase};
/// let passphrase = Passphrase::new("twelve characters or more");
/// let file = Keyset::generate()?.seal(&passphrase)?;
/// assert!(Keyset::open(&file, &Passphrase::new("another passphrase")).is_err());
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Its bytes count as they are: an accent that is typed in another way makes another passphrase. The key is made of it by
/// Argon2id with 64 MiB and three passes, a tenth of a second or so for each guess; a passphrase that others use can be
/// guessed all the same. Files that name a lower cost than 19 MiB and two passes are refused, and so are those above
/// 1 GiB, sixteen passes, or 4 GiB for all passes.
pub struct Passphrase(Secret);

/// A passphrase for tests: nothing that is sealed with it is safe, since a guess costs microseconds. A [`Passphrase`] of the
/// same text does not open it.
///
/// ```
/// use wimple::{Keyset, KeysetProblem, Error, Passphrase, TestPassphrase};
/// let file = Keyset::generate()?.seal(&TestPassphrase::new("for a test"))?;
/// assert!(Keyset::open(&file, &TestPassphrase::new("for a test")).is_ok());
/// let refused = Keyset::open(&file, &Passphrase::new("for a test")).unwrap_err();
/// assert_eq!(refused, Error::Keyset(KeysetProblem::Cost));
/// # Ok::<(), wimple::Error>(())
/// ```
pub struct TestPassphrase(Secret);

impl Passphrase {
    /// Takes over a passphrase: a `String` or `Vec<u8>` as it is, of anything else a copy.
    pub fn new(passphrase: impl Into<Vec<u8>>) -> Self {
        Passphrase(Secret::new(passphrase))
    }
}

impl TestPassphrase {
    /// Takes over a passphrase of any length.
    pub fn new(passphrase: impl Into<Vec<u8>>) -> Self {
        TestPassphrase(Secret::new(passphrase))
    }
}

/// What both passphrases can do.
pub(super) trait Stretch {
    /// The cost with which is written, or why the passphrase is not taken.
    fn cost(&self) -> Result<Cost, Error>;

    /// The key of a file.
    fn key(&self, salt: &[u8; SALT], cost: Cost) -> Result<Root, Error>;
}

impl Stretch for Passphrase {
    fn cost(&self) -> Result<Cost, Error> {
        let bytes = self.0.bytes();
        let characters = core::str::from_utf8(bytes).map_or(bytes.len(), |text| text.chars().count());
        if characters < LEAST {
            return Err(problem(KeysetProblem::ShortPassphrase { least: LEAST }));
        }
        Ok(Cost::USUAL)
    }

    fn key(&self, salt: &[u8; SALT], cost: Cost) -> Result<Root, Error> {
        stretched(&self.0, salt, cost, Cost::LEAST)
    }
}

impl Stretch for TestPassphrase {
    fn cost(&self) -> Result<Cost, Error> {
        Ok(Cost::CHEAP)
    }

    fn key(&self, salt: &[u8; SALT], cost: Cost) -> Result<Root, Error> {
        stretched(&self.0, salt, cost, Cost::CHEAP)
    }
}

fn stretched(passphrase: &Secret, salt: &[u8; SALT], cost: Cost, least: Cost) -> Result<Root, Error> {
    if !cost.within(least) {
        return Err(problem(KeysetProblem::Cost));
    }
    let stretch = || {
        let params = Params::new(cost.memory, cost.passes, cost.lanes, Some(32)).ok()?;
        let mut memory: Zeroizing<Vec<Block>> = Zeroizing::new(Vec::new());
        memory.try_reserve_exact(params.block_count()).ok()?;
        memory.resize(params.block_count(), Block::default());
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Root::written(|key| {
            argon.hash_password_into_with_memory(passphrase.bytes(), salt, key, memory.as_mut_slice()).is_ok()
        })
    };
    stretch().ok_or(problem(KeysetProblem::Cost))
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(..)")
    }
}

impl fmt::Debug for TestPassphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TestPassphrase(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(memory: u32, passes: u32, lanes: u32) -> Cost {
        Cost { memory, passes, lanes }
    }

    /// What is read is bounded on both sides, before any memory is taken.
    #[test]
    fn costs_are_bounded() {
        let refused = |least: Cost, cost: Cost| !cost.within(least);
        assert!(Cost::USUAL.within(Cost::LEAST) && Cost::LEAST.within(Cost::LEAST));
        assert!(cost(1 << 20, 4, 4).within(Cost::LEAST) && Cost::CHEAP.within(Cost::CHEAP));
        for wrong in [
            cost(0, 3, 1),
            cost((19 << 10) - 1, 3, 1),
            cost(64 << 10, 1, 1),
            cost(64 << 10, 3, 0),
            cost((1 << 20) + 1, 3, 1),
            cost(64 << 10, 17, 1),
            cost(64 << 10, 3, 5),
            cost(1 << 20, 5, 1),
            cost(u32::MAX, u32::MAX, u32::MAX),
        ] {
            assert!(refused(Cost::LEAST, wrong), "{wrong:?}");
            let error = Passphrase::new("long enough for it").key(&[0; SALT], wrong).unwrap_err();
            assert_eq!(error, problem(KeysetProblem::Cost));
        }
    }

    #[test]
    fn short_passphrases_do_not_write() {
        let short = Passphrase::new("éééééééééé1").cost().unwrap_err();
        assert_eq!(short, problem(KeysetProblem::ShortPassphrase { least: 12 }));
        assert_eq!(Passphrase::new("éééééééééé12").cost(), Ok(Cost::USUAL));
        assert!(Passphrase::new(vec![0xff; 11]).cost().is_err());
        assert_eq!(TestPassphrase::new("").cost(), Ok(Cost::CHEAP));
    }

    /// RFC 9106, section 5.3, says what Argon2id is, with a secret and associated data that files here do not use: so the
    /// crate is asked with them.
    #[test]
    fn argon2id_as_published() {
        let params = argon2::ParamsBuilder::new()
            .m_cost(32)
            .t_cost(3)
            .p_cost(4)
            .output_len(32)
            .data(argon2::AssociatedData::new(&[4; 12]).unwrap())
            .build()
            .unwrap();
        let secret = [3; 8];
        let argon = Argon2::new_with_secret(&secret, Algorithm::Argon2id, Version::V0x13, params).unwrap();
        let mut tag = [0; 32];
        argon.hash_password_into(&[1; 32], &[2; 16], &mut tag).unwrap();
        let expected = [
            0x0d, 0x64, 0x0d, 0xf5, 0x8d, 0x78, 0x76, 0x6c, 0x08, 0xc0, 0x37, 0xa3, 0x4a, 0x8b, 0x53, 0xc9,
            0xd0, 0x1e, 0xf0, 0x45, 0x2d, 0x75, 0xb6, 0x5e, 0xb5, 0x25, 0x20, 0xe9, 0x6b, 0x01, 0xe6, 0x59,
        ];
        assert_eq!(tag, expected);
    }

    #[test]
    fn keys_depend_on_passphrase_salt_and_cost() {
        let key = |text: &str, salt: u8, cost: Cost| {
            *TestPassphrase::new(text).key(&[salt; SALT], cost).unwrap().bytes()
        };
        let first = key("a", 1, Cost::CHEAP);
        assert_eq!(first, key("a", 1, Cost::CHEAP));
        for other in [
            key("b", 1, Cost::CHEAP),
            key("a", 2, Cost::CHEAP),
            key("a", 1, cost(32, 2, 1)),
            key("a", 1, cost(64, 1, 1)),
        ] {
            assert_ne!(first, other);
        }
    }
}
