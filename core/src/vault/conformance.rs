//! Whether a vault keeps to the rules of [`Vault`]: a list of laws, each tried on a vault of its own.
//!
//! Comes in: a way to make an empty vault. Goes out: the laws that do not hold.
use std::sync::Barrier;
use std::thread;

use super::{Lookup, Record, SubjectRef, TokenId, Vault, VaultError, VaultErrorKind, WrappedKey};

/// A law: its name, and whether it holds of an empty vault.
type Law = (&'static str, fn(&dyn Vault) -> Result<bool, VaultError>);

const LAWS: [Law; 13] = [
    ("a new vault is empty", is_empty),
    ("the first data key of a subject counts", first_key_counts),
    ("what was put comes back as it was", comes_back),
    ("answers come in the order of the questions", in_order),
    ("a lookup is kept once, over calls", once_over_calls),
    ("a lookup is kept once, within a call", once_within_a_call),
    ("a record without subject is refused, and all of its call", refused_as_a_whole),
    ("an id is never given to another lookup", ids_stay),
    ("the records of a subject are listed in order and by pages", listed_by_pages),
    ("erasing takes the subject's key, records and lookups, and nobody else's", erases),
    ("what was erased can be put anew", anew_after_erasing),
    ("calls of no records change nothing", nothing_changes),
    ("threads that put the same agree", threads_agree),
];

/// Tries every law on a new vault. An empty list means that all of them hold; else it says which do not, and why.
///
/// ```
/// use wimple::vault::{MemoryVault, conformance};
/// let broken: Vec<String> = conformance(|| Box::new(MemoryVault::new()));
/// assert!(broken.is_empty(), "{broken:?}");
/// ```
///
/// `make` is called once for each law and gives an empty vault each time. Four threads use one at the same time.
pub fn conformance(make: impl Fn() -> Box<dyn Vault>) -> Vec<String> {
    let broken = |(name, law): Law| match law(&*make()) {
        Ok(true) => None,
        Ok(false) => Some(format!("does not hold: {name}")),
        Err(error) => Some(format!("fails: {name}: {error}")),
    };
    LAWS.into_iter().filter_map(broken).collect()
}

fn subject(n: u8) -> SubjectRef {
    SubjectRef::new([n; 32])
}

fn id(n: u8) -> TokenId {
    TokenId::new([n; 12])
}

fn lookup(n: u8) -> Lookup {
    Lookup::new([n; 32])
}

/// Record `n` of subject `of`, different from all others in every part.
fn record(n: u8, of: u8) -> Record {
    let entity = if n.is_multiple_of(2) { "EMAIL_ADDRESS" } else { "CREDIT_CARD" };
    Record::new(id(n), lookup(n), subject(of), [n, 0, 0xff, 1], entity, vec![n; usize::from(n) + 29])
}

fn with(vault: &dyn Vault, subjects: &[u8]) -> Result<(), VaultError> {
    for n in subjects {
        vault.add_subject(&subject(*n), &WrappedKey::new(vec![*n; 60]))?;
    }
    Ok(())
}

fn is_empty(vault: &dyn Vault) -> Result<bool, VaultError> {
    Ok(vault.count()? == 0
        && vault.subject(&subject(1))?.is_none()
        && vault.get(&[id(1)])? == [None]
        && vault.find(&[lookup(1)])? == [None]
        && vault.of_subject(&subject(1), None, 9)?.is_empty()
        && vault.erase_subject(&subject(1))? == 0)
}

fn first_key_counts(vault: &dyn Vault) -> Result<bool, VaultError> {
    let (first, second) = (WrappedKey::new(vec![1; 60]), WrappedKey::new(vec![2; 60]));
    Ok(vault.add_subject(&subject(1), &first)? == first
        && vault.add_subject(&subject(1), &second)? == first
        && vault.add_subject(&subject(2), &second)? == second
        && vault.subject(&subject(1))? == Some(first)
        && vault.subject(&subject(2))? == Some(second))
}

fn comes_back(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1])?;
    let long = Record::new(id(9), lookup(9), subject(1), [0, 0, 0, 1], "X", vec![0xA5; 100_000]);
    let empty = Record::new(id(8), lookup(8), subject(1), [0, 0, 0, 1], "NÄME", Vec::new());
    let records = [record(1, 1), long, empty];
    Ok(vault.put(&records)? == [id(1), id(9), id(8)]
        && vault.count()? == 3
        && vault.get(&[id(1), id(9), id(8)])? == records.map(Some))
}

fn in_order(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1, 2])?;
    let ids = vault.put(&[record(5, 1), record(3, 2), record(4, 1)])?;
    Ok(ids == [id(5), id(3), id(4)]
        && vault.find(&[lookup(4), lookup(9), lookup(5), lookup(4)])?
            == [Some(id(4)), None, Some(id(5)), Some(id(4))]
        && vault.get(&[id(3), id(9), id(3)])? == [Some(record(3, 2)), None, Some(record(3, 2))])
}

/// Record `n` under another id.
fn again(n: u8, as_id: u8) -> Record {
    renamed(n, id(as_id))
}

fn renamed(n: u8, id: TokenId) -> Record {
    let record = record(n, 1);
    Record::new(id, record.lookup(), record.subject(), record.key(), record.entity(), vec![7; 40])
}

fn once_over_calls(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1])?;
    let first = vault.put(&[record(1, 1)])?;
    let second = vault.put(&[again(1, 50), record(2, 1)])?;
    Ok(first == [id(1)]
        && second == [id(1), id(2)]
        && vault.count()? == 2
        && vault.get(&[id(50), id(1)])? == [None, Some(record(1, 1))]
        && vault.of_subject(&subject(1), None, 9)? == [id(1), id(2)])
}

fn once_within_a_call(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1])?;
    let ids = vault.put(&[record(1, 1), again(1, 50), again(1, 51)])?;
    Ok(ids == [id(1); 3] && vault.count()? == 1 && vault.get(&[id(50)])? == [None])
}

fn refused_as_a_whole(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1])?;
    let refused = vault.put(&[record(1, 1), record(2, 2)]);
    Ok(refused.is_err_and(|e| e.kind() == VaultErrorKind::UnknownSubject)
        && vault.count()? == 0
        && vault.find(&[lookup(1), lookup(2)])? == [None, None])
}

fn ids_stay(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1])?;
    vault.put(&[record(1, 1)])?;
    let taken = Record::new(id(1), lookup(77), subject(1), [1; 4], "X", vec![1; 30]);
    let refused = vault.put(&[record(2, 1), taken]);
    Ok(refused.is_err_and(|e| e.kind() == VaultErrorKind::Taken)
        && vault.count()? == 1
        && vault.get(&[id(1), id(2)])? == [Some(record(1, 1)), None])
}

fn listed_by_pages(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1, 2])?;
    let records: Vec<Record> = (1..=9).rev().map(|n| record(n, 1 + n % 2)).collect();
    vault.put(&records)?;
    let page = |after, most| vault.of_subject(&subject(1), after, most);
    Ok(page(None, 9)? == [id(2), id(4), id(6), id(8)]
        && page(None, 2)? == [id(2), id(4)]
        && page(Some(id(4)), 2)? == [id(6), id(8)]
        && page(Some(id(5)), 9)? == [id(6), id(8)]
        && page(Some(id(8)), 2)?.is_empty()
        && page(None, 0)?.is_empty())
}

fn erases(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1, 2])?;
    vault.put(&[record(1, 1), record(2, 2), record(3, 1)])?;
    Ok(vault.erase_subject(&subject(1))? == 2
        && vault.subject(&subject(1))?.is_none()
        && vault.get(&[id(1), id(2), id(3)])? == [None, Some(record(2, 2)), None]
        && vault.find(&[lookup(1), lookup(2)])? == [None, Some(id(2))]
        && vault.of_subject(&subject(1), None, 9)?.is_empty()
        && vault.subject(&subject(2))?.is_some()
        && vault.count()? == 1
        && vault.erase_subject(&subject(1))? == 0)
}

fn anew_after_erasing(vault: &dyn Vault) -> Result<bool, VaultError> {
    with(vault, &[1])?;
    vault.put(&[record(1, 1)])?;
    vault.erase_subject(&subject(1))?;
    let refused = vault.put(&[record(1, 1)]);
    let key = WrappedKey::new(vec![9; 60]);
    Ok(refused.is_err_and(|e| e.kind() == VaultErrorKind::UnknownSubject)
        && vault.add_subject(&subject(1), &key)? == key
        && vault.put(&[again(1, 60)])? == [id(60)]
        && vault.get(&[id(1), id(60)])? == [None, Some(again(1, 60))])
}

fn nothing_changes(vault: &dyn Vault) -> Result<bool, VaultError> {
    Ok(vault.put(&[])?.is_empty()
        && vault.get(&[])?.is_empty()
        && vault.find(&[])?.is_empty()
        && vault.count()? == 0)
}

/// Four threads put the same forty values under ids of their own: one id wins for each, and all are told the same.
fn threads_agree(vault: &dyn Vault) -> Result<bool, VaultError> {
    let start = Barrier::new(4);
    let work = |thread: u8| -> Result<Vec<TokenId>, VaultError> {
        start.wait();
        vault.add_subject(&subject(1), &WrappedKey::new(vec![thread; 60]))?;
        let mut ids = Vec::new();
        for n in 0..40 {
            let own = TokenId::new([thread, n, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]);
            ids.extend(vault.put(&[renamed(n, own)])?);
        }
        Ok(ids)
    };
    let answers = thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|n| scope.spawn(move || work(n))).collect();
        let own = work(3);
        let others = threads.into_iter().map(|t| t.join().ok());
        others.chain([Some(own)]).collect::<Vec<_>>()
    });
    let mut told = Vec::new();
    for answer in answers {
        match answer {
            Some(ids) => told.push(ids?),
            None => return Ok(false),
        }
    }
    let same = told.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
    let kept = told.first().map(|ids| vault.get(ids)).transpose()?.unwrap_or_default();
    Ok(same && vault.count()? == 40 && kept.len() == 40 && kept.iter().all(Option::is_some))
}
