//! The file itself: made whole, known by its head, refused where it cannot be safe.
//!
//! Comes in: a path. Goes out: nothing, or why a vault cannot be there.
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use wimple::vault::{VaultError, VaultErrorKind};

use crate::failure::failed;
use crate::schema::APPLICATION;

/// What every SQLite file begins with (SQLite's file format, section 1.3).
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Where the head names the application, in bytes.
const APPLICATION_AT: usize = 68;

const NOT_OURS: VaultError = failed(VaultErrorKind::Foreign, "the file is no vault");
const EMPTY: VaultError = failed(VaultErrorKind::Foreign, "the file is empty, and no vault");

/// Refuses what is no vault before SQLite touches it.
pub(crate) fn is_ours(path: &Path) -> Result<(), VaultError> {
    let mut head = Vec::new();
    let file = File::open(path).map_err(|error| opening(&error))?;
    if file.metadata().is_ok_and(|data| data.is_dir()) {
        return Err(NOT_OURS);
    }
    file.take(100).read_to_end(&mut head).map_err(|error| opening(&error))?;
    if head.is_empty() {
        return Err(EMPTY);
    }
    let named = head.get(APPLICATION_AT..APPLICATION_AT + 4);
    match head.starts_with(MAGIC) && named == Some(&APPLICATION.to_be_bytes()[..]) {
        true => Ok(()),
        false => Err(NOT_OURS),
    }
}

fn opening(error: &io::Error) -> VaultError {
    match error.kind() {
        io::ErrorKind::NotFound => failed(VaultErrorKind::Closed, "there is no file of that name"),
        io::ErrorKind::PermissionDenied => failed(VaultErrorKind::Closed, "the file may not be read"),
        _ => failed(VaultErrorKind::Closed, "the vault's file cannot be opened"),
    }
}

/// Refuses a network file system: the write-ahead log needs memory that all processes share, and locks that hold.
#[cfg(target_os = "linux")]
pub(crate) fn is_local(path: &Path) -> Result<(), VaultError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let at = if path.exists() { path } else { folder };
    let found = rustix::fs::statfs(at).map_err(|error| opening(&error.into()))?;
    // The field's type differs between machines; the low half is the number.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "magic numbers have 32 bits")]
    refuse(found.f_type as u32)
}

/// Elsewhere nobody is asked: it is documented.
#[cfg(not(target_os = "linux"))]
pub(crate) fn is_local(_path: &Path) -> Result<(), VaultError> {
    Ok(())
}

/// Network and cluster file systems by the numbers of `statfs(2)`; FUSE is among them, since what is behind it cannot be
/// told.
#[cfg(any(target_os = "linux", test))]
const NETWORK: [u32; 15] = [
    0x6969,      // NFS
    0x517b,      // SMB
    0xff53_4d42, // CIFS
    0xfe53_4d42, // SMB2
    0x5346_414f, // AFS
    0x6b41_4653, // AFS of the kernel
    0x7375_7245, // Coda
    0x564c,      // NCP
    0x00c3_6400, // Ceph
    0x0bd0_0bd0, // Lustre
    0x4750_4653, // GPFS
    0x0116_1970, // GFS2
    0x7461_636f, // OCFS2
    0x0102_1997, // 9P
    0x6573_5546, // FUSE
];

#[cfg(any(target_os = "linux", test))]
fn refuse(number: u32) -> Result<(), VaultError> {
    match NETWORK.contains(&number) {
        true => Err(failed(
            VaultErrorKind::Foreign,
            "the file lies on a network file system, where a vault would be damaged; keep it on a local disk",
        )),
        false => Ok(()),
    }
}

/// An empty file that nobody but its owner may use.
pub(crate) fn new_private(path: &Path) -> Result<(), VaultError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options.open(path).map(drop).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => TAKEN,
        _ => failed(VaultErrorKind::Closed, "the file cannot be made"),
    })
}

const TAKEN: VaultError = failed(VaultErrorKind::Taken, "there is a file of that name already");

/// A file that is made beside its place and put there when it is whole.
pub(crate) struct Making<'p> {
    place: &'p Path,
    beside: PathBuf,
}

impl<'p> Making<'p> {
    /// Nothing may be at the place yet.
    pub(crate) fn at(place: &'p Path) -> Result<Self, VaultError> {
        if place.symlink_metadata().is_ok() {
            return Err(TAKEN);
        }
        let mut random = [0; 8];
        getrandom::fill(&mut random)
            .map_err(|_| failed(VaultErrorKind::Other, "the operating system gave no randomness"))?;
        let mut name = place.file_name().unwrap_or_default().to_owned();
        name.push(format!(".new-{:016x}", u64::from_be_bytes(random)));
        let beside = place.with_file_name(name);
        new_private(&beside)?;
        Ok(Making { place, beside })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.beside
    }

    /// Puts it in its place, unless somebody else has put something there.
    pub(crate) fn done(self) -> Result<(), VaultError> {
        let put = File::open(&self.beside)
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::hard_link(&self.beside, self.place));
        put.map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => TAKEN,
            _ => failed(VaultErrorKind::Closed, "the file cannot be put in its place"),
        })?;
        // Where a folder can be synced it is, so that the name outlives a loss of power.
        #[cfg(unix)]
        if let Some(folder) = self.place.parent() {
            let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
            let _ = File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }
}

impl Drop for Making<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.beside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn network_file_systems_are_refused() {
        for number in NETWORK {
            assert_eq!(refuse(number).unwrap_err().kind(), VaultErrorKind::Foreign);
        }
        // ext4, XFS, btrfs, tmpfs, overlay, ZFS.
        for number in [0xef53, 0x5846_5342, 0x9123_683e, 0x0102_1994, 0x794c_7630, 0x2fc1_2fc1] {
            assert!(refuse(number).is_ok());
        }
        assert!(is_local(&std::env::temp_dir().join("not there")).is_ok());
    }
}
