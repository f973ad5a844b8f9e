//! Where tokens keep their values.
use core::fmt;
use core::mem::MaybeUninit;
use std::sync::Arc;

use wimple::vault::{MemoryVault, Vault};

use crate::boundary::{change, end, make, needed};
use crate::config::wimple_config;
use crate::status::{wimple_error, wimple_status};

/// Keeps sealed values that tokens name. Engines that share a vault share its values. Calls on one may run at the same
/// time.
pub struct wimple_vault {
    vault: Arc<dyn Vault>,
    /// The same, where it is on disk.
    #[cfg(feature = "sqlite")]
    durable: Option<(Arc<wimple_sqlite::SqliteVault>, String)>,
}

#[cfg(feature = "sqlite")]
impl wimple_vault {
    pub(crate) fn on_disk(vault: wimple_sqlite::SqliteVault) -> Self {
        let vault = Arc::new(vault);
        let id = vault.id();
        wimple_vault { vault: vault.clone(), durable: Some((vault, id)) }
    }

    /// The vault on disk with its name.
    pub(crate) fn durable(&self) -> Option<&(Arc<wimple_sqlite::SqliteVault>, String)> {
        self.durable.as_ref()
    }
}

impl fmt::Debug for wimple_vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("wimple_vault").finish_non_exhaustive()
    }
}

/// Makes a vault in memory: nothing of it outlives the process.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_new_memory(
    out: Option<&mut MaybeUninit<*mut wimple_vault>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    make(out, err, || {
        Ok(wimple_vault {
            vault: Arc::new(MemoryVault::new()),
            #[cfg(feature = "sqlite")]
            durable: None,
        })
    })
}

/// How many values it keeps.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_count(
    vault: Option<&wimple_vault>,
    out: Option<&mut MaybeUninit<usize>>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let count = needed(vault, "vault")?.vault.count().map_err(wimple::Error::from)?;
        needed(out, "out")?.write(count);
        Ok(())
    })
}

/// Lets the operator tokenize keep its values in this vault. The config keeps its own reference, as do engines made of it.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_config_set_vault(
    config: Option<&mut wimple_config>,
    vault: Option<&wimple_vault>,
    err: Option<&mut MaybeUninit<wimple_error>>,
) -> wimple_status {
    change(err, || {
        let config = needed(config, "config")?;
        let vault = Arc::clone(&needed(vault, "vault")?.vault);
        config.builder = core::mem::take(&mut config.builder).vault(vault);
        Ok(())
    })
}

/// Ends a vault. Engines made with it keep using it.
#[unsafe(no_mangle)]
pub extern "C" fn wimple_vault_free(vault: Option<Box<wimple_vault>>) {
    end(vault, drop);
}
