//! Names in the furniture of mail: headers, addresses with a name before them, the line that introduces a quotation.
//!
//! Comes in: a header's word, an `@`, a verb of writing. Goes out: the place of the name beside it.
use super::names::{Name, any_case, capitalised, hit};
use super::stop_words::is_stop;
use crate::catalog::prelude::*;
use crate::text::byte_set::ByteSet;
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, is_letter, previous_word, skip_spaces, skip_spaces_back, word_end};

/// Verbs of the line above a quoted message.
pub(super) const WROTE: &[&str] =
    &["wrote", "écrit", "escribió", "schrieb", "schreef", "escreveu", "scritto"];

/// Header fields that only mail has; a travel form has "from", "to" and "date" as well.
static FIELDS: WordSet<64> = WordSet::of(&[
    "subject sent betreff gesendet asunto enviado objet envoyé oggetto inviato assunto onderwerp verzonden",
]);

/// Last words of the names of firms.
static FIRMS: WordSet<64> = WordSet::of(&[
    "airlines airways bank banking group holding hotel hotels insurance systems solutions university logistics",
    "versicherung verlag seguros assurance online shops stores",
]);

/// What ends a date and stands right before the name.
static CLOCK: WordSet<32> = WordSet::of(&["am pm uhr utc gmt cet cest est edt cst cdt mst mdt pst pdt bst"]);

/// The plain characters of what stands before an `@`.
static LOCAL: ByteSet = ByteSet::with("._+-");

/// How far before its end a name may start, in bytes.
const BACK: usize = 60;
/// How far from a header another one of the same mail is looked for, in bytes.
const BLOCK: usize = 300;

/// "Ann Lee <ann@example.com>", "add Ann Lee (ann@example.com)", at the `@`.
pub(super) fn addressed(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let length = LOCAL.run_back(v.slice(p.at.saturating_sub(64), p.at));
    let open = (p.at - length).checked_sub(1)?;
    let angle = v.at(open) == b'<';
    if length == 0 || !(angle || v.at(open) == b'(') {
        return None;
    }
    let end = skip_spaces_back(v, open, 2);
    let end = end - usize::from(angle && matches!(v.before(end), b'"' | b'\''));
    let (name, edge) = ending_at(v, end)?;
    if name.words >= 2 && (name.capital || angle && edge) || name.capital && angle && edge {
        hit(name, 66)
    } else {
        None
    }
}

/// "On 3 May 2026, Ann Lee wrote:", "Am 3. Mai schrieb Max Muster:", "Le 3 mai, Luc Petit a écrit :".
pub(super) fn wrote(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    let cue = v.slice(p.at, p.end);
    let after = skip_spaces(v, p.end, 2);
    let german = is_any(cue, &["schrieb", "schreef"]);
    if german
        && let Some(name) = capitalised(v, after)
        && v.at(address_end(v, name.end)) == b':'
    {
        return hit(name, 66);
    }
    let since = german && is_any(v.slice(after, word_end(v, after)), &["am", "op"]);
    if v.at(after) != b':' && !since {
        return None;
    }
    let mut end = p.at;
    if is_any(cue, &["écrit", "scritto"]) {
        let (at, word) = previous_word(v, end);
        end = if matches!(word, b"a" | b"ha") { at } else { return None };
    }
    // Long lines are broken before the verb.
    end = skip_spaces_back(v, end, 2);
    end -= usize::from(v.before(end) == b'\n');
    end -= usize::from(v.before(end) == b'\r');
    end = skip_spaces_back(v, end, 2);
    if v.before(end) == b'>' {
        let open = v.slice(end.saturating_sub(90), end).iter().rev().position(|&b| b == b'<')?;
        end = skip_spaces_back(v, end - open - 1, 2);
    }
    let (name, edge) = ending_at(v, end)?;
    let dated = edge && name.start > 0 && v.before(skip_spaces_back(v, name.start, 2)) != b'\n';
    if name.capital && (name.words >= 2 || dated) { hit(name, 66) } else { None }
}

/// Whether the word at `at` begins a line of a mail's header: another field stands on a line near it.
pub(super) fn is_header(v: View<'_>, at: usize) -> bool {
    let starts_line = |i: usize| {
        let mut i = i;
        while matches!(v.before(i), b' ' | b'>' | b'*' | b'\t') && at - i < 12 {
            i -= 1;
        }
        matches!(v.before(i), b'\n' | 0)
    };
    if !starts_line(at) {
        return false;
    }
    let from = at.saturating_sub(BLOCK);
    let mut fresh = from == 0;
    for (i, &b) in (from..).zip(v.slice(from, at + BLOCK)) {
        if fresh && is_letter(b) {
            let end = word_end(v, i);
            if FIELDS.holds(v.slice(i, end)) && v.at(skip_spaces(v, end, 2)) == b':' {
                return true;
            }
        }
        fresh = b == b'\n' || fresh && matches!(b, b' ' | b'>' | b'*' | b'\t');
    }
    false
}

/// Whether the last word of the name is what a department or a firm is called by.
pub(super) fn is_office(v: View<'_>, name: &Name) -> bool {
    let last = previous_word(v, name.end).1;
    name.words > 1 && (is_stop(last) || FIRMS.holds(last))
}

/// Over " <ann@example.com>" where it follows.
fn address_end(v: View<'_>, end: usize) -> usize {
    let open = skip_spaces(v, end, 2);
    if !matches!(v.at(open), b'<' | b'(') {
        return open;
    }
    let length = v.slice(open, open + 90).iter().take_while(|b| !matches!(b, b'>' | b')' | b'\n')).count();
    skip_spaces(v, open + length + 1, 2)
}

/// The name that ends at `end`, and whether it has the clause or the line to itself.
fn ending_at(v: View<'_>, end: usize) -> Option<(Name, bool)> {
    let mut from = end;
    while end - from < BACK
        && (is_letter(v.before(from)) || matches!(v.before(from), b'-' | b'\'' | b'.' | b' '))
    {
        from -= 1;
    }
    let edge = matches!(v.before(from), b'\n' | 0 | b':' | b',' | b';' | b'"' | b'>' | b'0'..=b'9');
    let mut edge = edge && end - from < BACK;
    for start in from..end {
        if !is_letter(v.at(start)) || is_letter(v.before(start)) || matches!(v.before(start), b'-' | b'\'') {
            continue;
        }
        if CLOCK.holds(v.slice(start, word_end(v, start))) {
            edge = true;
            continue;
        }
        if let Some(name) = any_case(v, start).filter(|n| n.end == end && !is_office(v, n)) {
            return Some((name, edge));
        }
        edge = false;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::entry::Parser;
    use proptest::prelude::*;

    fn found<'t>(text: &'t str, cue: &str, parser: Parser) -> Option<&'t str> {
        let (at, view) = (text.find(cue)?, View::new(text));
        let found = parser(&Probe { view, at, end: at + cue.len(), hints: Default::default() })?;
        text.get(found.start..found.end)
    }

    #[test]
    fn names_before_addresses() {
        for (text, want) in [
            ("From: Ann Lee <ann@example.com>", Some("Ann Lee")),
            ("To: \"Ann B. Lee\" <ann@example.com>, x", Some("Ann B. Lee")),
            ("to: ann lee <ann@example.com>", Some("ann lee")),
            ("please add Ann Lee (ann@example.com) to it", Some("Ann Lee")),
            ("From: Acme Support <help@example.com>", None),
            ("From: Acme Airlines <help@example.com>", None),
            ("write to the team (help@example.com)", None),
            ("Ann Lee ann@example.com", None),
        ] {
            assert_eq!(found(text, "@", addressed), want, "{text}");
        }
    }

    #[test]
    fn names_above_quotations() {
        for (text, cue, want) in [
            ("On 3 May 2026, Ann Lee wrote:", "wrote", Some("Ann Lee")),
            ("On Mon, May 3, 2026 at 10:22 AM Ann Lee <ann@example.com>\nwrote:", "wrote", Some("Ann Lee")),
            ("On 3 May 2026, Ann wrote:", "wrote", Some("Ann")),
            ("Am 3. Mai 2026 um 10:22 schrieb Max Muster:", "schrieb", Some("Max Muster")),
            ("Am 3. Mai schrieb Max Muster <max@example.com>:", "schrieb", Some("Max Muster")),
            ("Max Muster <max@example.com> schrieb am 3. Mai:", "schrieb", Some("Max Muster")),
            ("Le 3 mai 2026 à 10:22, Luc Petit a écrit :", "écrit", Some("Luc Petit")),
            ("El 3 may 2026, Ana López escribió:", "escribió", Some("Ana López")),
            ("Em 3 de maio de 2026, João Silva escreveu:", "escreveu", Some("João Silva")),
            ("Il 3 maggio 2026 Marco Rossi ha scritto:", "scritto", Some("Marco Rossi")),
            ("Op 3 mei 2026 schreef Jan de Vries:", "schreef", Some("Jan de Vries")),
            ("On Monday your agent wrote: no", "wrote", None),
            ("I wrote: no", "wrote", None),
            ("Support Team wrote:", "wrote", None),
            ("Ann Lee wrote to me", "wrote", None),
        ] {
            assert_eq!(found(text, cue, wrote), want, "{text}");
        }
    }

    #[test]
    fn headers_stand_together() {
        let yes = |text: &str| is_header(View::new(text), text.find("From").unwrap());
        assert!(yes("From: Ann Lee\nSent: Monday\n") && yes("> Subject: x\n> From: Ann Lee"));
        assert!(!yes("From: New York\nTo: Los Angeles\nDate: 3 May") && !yes("x From: Ann\nSubject: x"));
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "[A-Ca-cé ,.:<>()\"'\n-]{0,24}(@|wrote|schrieb)[ :a-cA-Cé<>@\n]{0,20}") {
            let view = View::new(&text);
            for (cue, parser) in [("@", addressed as Parser), ("wrote", wrote), ("schrieb", wrote)] {
                for (at, _) in text.match_indices(cue) {
                    if let Some(f) = parser(&Probe { view, at, end: at + cue.len(), hints: Default::default() }) {
                        prop_assert!(text.get(f.start..f.end).is_some_and(|name| !name.is_empty()));
                    }
                }
                is_header(view, text.len() / 2);
            }
        }
    }
}
