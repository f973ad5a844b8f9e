//! Name of a machine or a domain, behind a word that says so: `host: db-03.corp.example`, `Server: mail.example.org`.
//!
//! Labels of letters, digits and hyphens with dots between; behind *hostname* also one label with a digit or a hyphen. Off by
//! default: most are anybody's shop. Addresses of pages and of mail are other types.
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::phrase::{NONE, is_covered, is_label, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_letter};

#[rustfmt::skip]
static CUES: &[&str] = &[
    "host", "hostname", "domain", "domainname", "fqdn", "server", "servername", "machine", "subdomain", "rechnername",
    "rechner", "domäne", "dominio", "domínio", "domaine", "hôte", "servidor", "serveur", "domein", "nameserver",
];
static FILLERS: WordSet<64> = WordSet::of(&[
    "name is the my our named called at on of mein unser mi mon le il meu o nom nombre nome ist heißt naam de del du",
]);

/// Names of files, which look alike.
static FILES: WordSet<64> = WordSet::of(&[
    "txt pdf jpg jpeg png gif exe dll zip log csv xml json html php py js ts rs md doc docx xls xlsx conf cfg ini yml yaml",
]);

pub(super) static ENTRY: Entry = Entry::new("DOMAIN_NAME")
    .title("Name of a machine or domain")
    .category(Category::Network)
    .sensitivity(Sensitivity::Low)
    .score(65)
    .off_by_default()
    .anchors(&[(Anchor::Cue(CUES), named)])
    .finds(&[
        "host: <<db-03.corp.example>>",
        "my domain is <<shop.example.org>>, please check",
        "hostname <<prod-web-12>>",
        "der Server heißt <<mail.firma.example>>",
        "le serveur <<srv2.intern.example>> ne répond pas",
    ])
    .skips(&[
        ("the server is down", "no name"),
        ("host: 192.0.2.1", "an IP address"),
        ("server.log is full", "a file"),
        ("domain: [DOMAIN_NAME]", "a label"),
        ("the host said. Then it ended", "two sentences"),
    ])
    .sources(&["RFC 1035, section 2.3.1", "RFC 1123, section 2.1"]);

fn named(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    // `server.log`, `host/path`
    if !matches!(v.at(p.end), b' ' | b':' | b'=' | b'"' | b'\'') || is_label(v, p.at, p.end) {
        return None;
    }
    let lead = lead(v, p.end, &FILLERS, &NONE, 32);
    if lead.at == p.end || is_covered(v, lead.at) {
        return None;
    }
    let start = lead.at + usize::from(matches!(v.at(lead.at), b'"' | b'\''));
    let end = name_end(v, start);
    let text = v.slice(start, end);
    let alone = is_any(v.slice(p.at, p.end), &["hostname", "fqdn", "servername", "rechnername"]);
    is_name(text, alone && (lead.sign || lead.words == 0)).then(|| Found::new(start, end).cued())
}

fn name_end(v: View<'_>, start: usize) -> usize {
    static PART: ByteSet = ByteSet::with("-.");
    let mut end = start + PART.run(v.slice(start, start + 254));
    while end > start && matches!(v.before(end), b'.' | b'-') {
        end -= 1;
    }
    // An address of mail, a path, a word of another script.
    if matches!(v.at(end), b'@' | b'/' | b'_' | b'\\') || is_letter(v.at(end)) { start } else { end }
}

/// Whether these are labels of a name; `alone` allows one.
fn is_name(text: &[u8], alone: bool) -> bool {
    let mut labels = 0;
    for label in text.split(|b| *b == b'.') {
        if label.is_empty() || label.len() > 63 || label.starts_with(b"-") || label.ends_with(b"-") {
            return false;
        }
        labels += 1;
    }
    let last = text.rsplit(|b| *b == b'.').next().unwrap_or_default();
    let letters = last.iter().all(u8::is_ascii_alphabetic) && last.len() >= 2;
    match labels {
        1 => alone && text.len() >= 4 && text.iter().any(|b| *b == b'-' || b.is_ascii_digit()) && text.iter().any(u8::is_ascii_alphabetic),
        _ => letters && !FILES.holds(last) && text.iter().all(|b| !b.is_ascii_uppercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }
}
