//! Universally unique identifier (UUID, GUID).
//!
//! 8-4-4-4-12 hexadecimal digits of a version and variant that exist. In support messages most of them name requests,
//! builds and database rows, not persons, so the type is off by default.
//!
//! # Check
//! Version 1 to 8 and the variant of RFC 9562 are in the form; nothing else can be checked.
use crate::catalog::prelude::*;

pub(super) static ENTRY: Entry = Entry::new("UUID")
    .title("Universally unique identifier (UUID)")
    .category(Category::Device)
    .sensitivity(Sensitivity::Low)
    .shape("[0-9A-F]{8}-[0-9A-F]{4}-[1-8][0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}")
    .score(60)
    .context(&["uuid", "guid", "idfa", "gaid", "udid", "device"])
    .off_by_default()
    .finds(&[
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "request <<919108F7-52D1-4320-9BAC-F847DB4148A8>> failed",
        "{<<017f22e2-79b0-7cc3-98c4-dc0c0c07398f>>}",
    ])
    .skips(&[
        ("00000000-0000-0000-0000-000000000000", "the nil UUID names nothing"),
        ("f81d4fae-7dec-01d0-a765-00a0c91e6bf6", "there is no version 0"),
        ("f81d4fae-7dec-11d0-c765-00a0c91e6bf6", "another variant"),
        ("f81d4fae-7dec-11d0-a765-00a0c91e6bf", "too short"),
    ])
    .sources(&["RFC 9562, sections 4 and 5, and its test vectors"]);
