//! The suite held against vaults that break one rule each, and the memory vault against the suite.
use super::*;

/// Vaults that break one rule each: the suite sees every one.
struct Broken(MemoryVault, &'static str);

impl Vault for Broken {
    fn subject(&self, s: &SubjectRef) -> Result<Option<WrappedKey>, VaultError> {
        self.0.subject(s)
    }
    fn add_subject(&self, s: &SubjectRef, key: &WrappedKey) -> Result<WrappedKey, VaultError> {
        let kept = self.0.add_subject(s, key)?;
        Ok(if self.1 == "the last key counts" { key.clone() } else { kept })
    }
    fn find(&self, lookups: &[Lookup]) -> Result<Vec<Option<TokenId>>, VaultError> {
        let mut found = self.0.find(lookups)?;
        if self.1 == "answers in another order" {
            found.sort();
        }
        Ok(found)
    }
    fn put(&self, records: &[Record]) -> Result<Vec<TokenId>, VaultError> {
        if self.1 == "not as a whole" {
            return records.iter().map(|r| self.0.put(core::slice::from_ref(r)).map(|ids| ids[0])).collect();
        }
        let ids = self.0.put(records)?;
        Ok(if self.1 == "own ids" { records.iter().map(Record::id).collect() } else { ids })
    }
    fn get(&self, ids: &[TokenId]) -> Result<Vec<Option<Record>>, VaultError> {
        let mut found = self.0.get(ids)?;
        if self.1 == "leaves out what is not there" {
            found.retain(Option::is_some);
        }
        Ok(found)
    }
    fn of_subject(
        &self,
        s: &SubjectRef,
        after: Option<TokenId>,
        most: usize,
    ) -> Result<Vec<TokenId>, VaultError> {
        self.0.of_subject(s, after, if self.1 == "no pages" { 99 } else { most })
    }
    fn erase_subject(&self, s: &SubjectRef) -> Result<usize, VaultError> {
        match self.1 {
            "erases nothing" => self.0.of_subject(s, None, 99).map(|ids| ids.len()),
            "always busy" => Err(VaultError::new(VaultErrorKind::Busy, "busy")),
            _ => self.0.erase_subject(s),
        }
    }
    fn count(&self) -> Result<usize, VaultError> {
        self.0.count().map(|n| n + usize::from(self.1 == "miscounts"))
    }
}

#[test]
fn a_vault_that_breaks_a_rule_is_seen() {
    for rule in [
        "the last key counts",
        "answers in another order",
        "not as a whole",
        "own ids",
        "leaves out what is not there",
        "no pages",
        "erases nothing",
        "always busy",
        "miscounts",
    ] {
        assert!(!conformance(|| Box::new(Broken(MemoryVault::new(), rule))).is_empty(), "{rule}");
    }
    assert!(conformance(|| Box::new(Broken(MemoryVault::new(), ""))).is_empty());
}

#[test]
fn the_memory_vault_keeps_to_the_rules() {
    assert_eq!(conformance(|| Box::new(MemoryVault::new())), [""; 0]);
}
