//! A file as JSON, one key a line, so that people can read what is not secret and compare two versions.
use core::fmt::Write;

use base64ct::{Base64, Encoding};
use serde_json::Value;

use super::key::hex;
use super::sheet::{Line, SUITE, Sheet, VERSION, Wrap, day};

/// The file.
pub(super) fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    // Writing into a String cannot fail.
    let _ = writing(sheet, &mut out);
    out
}

fn writing(sheet: &Sheet, out: &mut String) -> core::fmt::Result {
    writeln!(out, "{{")?;
    writeln!(out, "  \"format\": \"{}\",", sheet.format.name())?;
    writeln!(out, "  \"version\": {VERSION},")?;
    writeln!(out, "  \"id\": \"{}\",", sheet.id)?;
    writeln!(out, "  \"seq\": {},", sheet.sequence)?;
    writeln!(out, "  \"salt\": \"{}\",", Base64::encode_string(&sheet.salt))?;
    if let Some(primary) = sheet.primary {
        writeln!(out, "  \"primary\": \"{}\",", hex(primary))?;
    }
    match &sheet.wrap {
        Wrap::Passphrase { cost, salt, key } => writeln!(
            out,
            "  \"wrap\": {{ \"method\": \"passphrase\", \"memory_kib\": {}, \"passes\": {}, \"lanes\": {}, \
             \"salt\": \"{}\", \"key\": \"{}\" }},",
            cost.memory,
            cost.passes,
            cost.lanes,
            Base64::encode_string(salt),
            Base64::encode_string(key)
        )?,
        Wrap::Wrapper { name, key } => writeln!(
            out,
            "  \"wrap\": {{ \"method\": \"wrapper\", \"name\": {}, \"key\": \"{}\" }},",
            Value::from(name.as_str()),
            Base64::encode_string(key)
        )?,
    }
    writeln!(out, "  \"keys\": [")?;
    for (n, line) in sheet.keys.iter().enumerate() {
        let comma = if n + 1 < sheet.keys.len() { "," } else { "" };
        writeln!(out, "    {}{comma}", key(line)?)?;
    }
    writeln!(out, "  ],")?;
    if !sheet.epochs.is_empty() {
        writeln!(out, "  \"epochs\": [")?;
        for (n, line) in sheet.epochs.iter().enumerate() {
            let comma = if n + 1 < sheet.epochs.len() { "," } else { "" };
            let (vault, root) = (line.vault(), Base64::encode_string(&line.root));
            let number = line.number;
            writeln!(
                out,
                "    {{ \"vault\": \"{vault}\", \"epoch\": {number}, \"root\": \"{root}\" }}{comma}"
            )?;
        }
        writeln!(out, "  ],")?;
    }
    writeln!(out, "  \"mac\": \"{}\"", Base64::encode_string(&sheet.mac))?;
    writeln!(out, "}}")
}

fn key(line: &Line) -> Result<String, core::fmt::Error> {
    let mut out = String::new();
    write!(out, "{{ \"kid\": \"{}\", \"status\": \"{}\"", hex(line.id), line.status)?;
    if line.compromised {
        write!(out, ", \"compromised\": true")?;
    }
    if let Some(slot) = line.slot {
        write!(out, ", \"slot\": {slot}")?;
    }
    write!(out, ", \"suite\": \"{SUITE}\"")?;
    for (name, date) in [("created", line.created), ("expires", line.expires)] {
        if let Some(date) = date {
            write!(out, ", \"{name}\": \"{}\"", day(date))?;
        }
    }
    if let Some(root) = &line.root {
        write!(out, ", \"root\": \"{}\"", Base64::encode_string(root))?;
    }
    write!(out, " }}")?;
    Ok(out)
}
