//! Recovery codes: the list for the day on which the telephone is lost, and the recovery key of a disk.
//!
//! Behind `recovery codes`, `backup codes`, `Wiederherstellungscodes`, `codes de secours`, `códigos de recuperación`, …:
//! groups joined by hyphens, eight digits also as `1234 5678`, or eight letters and digits and more. A list is one value,
//! over lines, numbers and bullets, as long as its codes are of one form. Four to seven digits are a one-time code.
//!
//! # Check
//! The recovery key of a disk (BitLocker) has eight groups of six digits, each a multiple of eleven.
use super::common::is_placeholder;
use crate::catalog::prelude::*;
use crate::check::digits::number;
use crate::text::phrase::{NONE, closes, follows, lead};
use crate::text::view::View;
use crate::text::word_set::WordSet;
use crate::text::words::{is_any, next_word};

/// Words that say with the next one that such a code comes.
static FIRST: &[&str] = &["recovery", "backup", "rescue", "scratch", "back"];
/// Words that say it all.
#[rustfmt::skip]
static WHOLE: &[&str] = &[
    "recoverycode", "recoverycodes", "recoverykey", "backupcode", "backupcodes", "wiederherstellungscode",
    "wiederherstellungscodes", "wiederherstellungsschlüssel", "ersatzcode", "ersatzcodes", "notfallcode", "notfallcodes",
    "herstelcode", "herstelcodes", "herstelsleutel", "reservekoder", "återställningskoder",
];
/// Words behind *code*.
#[rustfmt::skip]
static LAST: &[&str] = &[
    "secours", "récupération", "recuperation", "recuperación", "recuperacion", "respaldo", "recuperação", "recuperacao",
    "recupero", "backup",
];
static CODES: WordSet<64> =
    WordSet::of(&["code codes key keys código códigos codigo codigos codice codici clave clé chave chiave schlüssel"]);
static FILLERS: WordSet<128> = WordSet::of(&[
    "the my are for fa two factor google github account of a and here as follows mine in order all these single use your",
    "die meine lauten für sind les mes mi mis son los de la mon para i miei per mijn as meus são voor one time",
]);

/// The most codes of a list.
const MOST: usize = 24;

pub(super) static ENTRY: Entry = Entry::new("RECOVERY_CODE")
    .title("Recovery code of an account or a disk")
    .category(Category::Secret)
    .sensitivity(Sensitivity::Critical)
    .score(80)
    .anchors(&[(Anchor::Cue(FIRST), first), (Anchor::Cue(WHOLE), whole), (Anchor::Cue(LAST), last)])
    .finds(&[
        "my recovery codes: <<a1b2c-3d4e5, f6g7h-8i9j0>>, can you disable 2FA?",
        "backup codes\n<<1. 4417 2290\n2. 8812 3377\n3. 5540 1926>>\nthanks",
        "Wiederherstellungscodes: <<x7k2-m9qp w4tz-8rvn>>",
        "codes de secours : <<48127730 59018244>>",
        "mi código de recuperación es <<x7k2-m9qp-w4tz>>",
        "BitLocker recovery key <<110451-220902-331353-441804-552255-662706-110011-220022>>",
        "codici di backup: <<k4m9x2p7qa z8t3w6n1rb>>",
    ])
    .skips(&[
        ("i lost my recovery codes, please help", "no value"),
        ("a1b2c-3d4e5", "a code that nobody calls so"),
        ("the backup code path is well-known", "words"),
        ("backup of 2024-11-25 failed", "no code"),
        ("recovery key: [RECOVERY_CODE]", "a label"),
        ("recovery code: ********", "masked"),
    ])
    .sources(&[
        "Forms that GitHub, Google, Discord, Facebook and Microsoft give out",
        "Microsoft Learn: BitLocker recovery password (groups of six digits, multiples of 11 below 720,896)",
    ]);

fn first(p: &Probe<'_>) -> Option<Found> {
    let v = p.view;
    // `back-up codes`
    let joined = matches!(v.at(p.end), b'-' | b'_');
    let from = p.end + usize::from(joined);
    let (mut start, mut word) = next_word(v, from);
    if is_any(word, &["up"]) {
        let end = start + word.len();
        (start, word) = next_word(v, end + usize::from(v.at(end) == b'-'));
    }
    if is_any(word, &["code", "codes", "key", "keys"]) { behind(v, start + word.len()) } else { None }
}

fn whole(p: &Probe<'_>) -> Option<Found> {
    behind(p.view, p.end)
}

fn last(p: &Probe<'_>) -> Option<Found> {
    if follows(p.view, p.at, &CODES, 3) { behind(p.view, p.end) } else { None }
}

#[inline(never)]
fn behind(v: View<'_>, from: usize) -> Option<Found> {
    let lead = lead(v, from, &FILLERS, &NONE, 60);
    let told = lead.sign || lead.verb;
    let start = numbered(v, lead.at);
    let first = code(v, start)?;
    let (mut end, mut count, mut digits) = (first.end, 1, first.digits);
    while count < MOST {
        let next = numbered(v, between(v, end));
        match code(v, next).filter(|next| next.length == first.length && next.end > end) {
            Some(next) => (end, count, digits) = (next.end, count + 1, digits + next.digits),
            None => break,
        }
    }
    let begin = if count > 1 { lead.at } else { start };
    let enough = match count {
        1 => first.digits > 0 && (told || first.joined && first.digits > 1),
        _ => digits > 0 || told,
    };
    let found = Found::new(begin, end).cued();
    enough.then(|| if first.disk { found.verdict(Verdict::Valid) } else { found })
}

/// Behind `1. `, `2) `, `- `, `• ` or a quote, where a list begins its lines so.
fn numbered(v: View<'_>, at: usize) -> usize {
    let digits = v.slice(at, at + 2).iter().take_while(|b| b.is_ascii_digit()).count();
    let marked = digits > 0 && matches!(v.at(at + digits), b'.' | b')' | b':') && v.at(at + digits + 1) == b' ';
    match v.at(at) {
        _ if marked => at + digits + 2,
        b'-' | b'*' if v.at(at + 1) == b' ' => at + 2,
        0xE2 if v.slice(at, at + 4) == "• ".as_bytes() => at + 4,
        b'"' | b'\'' | b'`' | b'(' => at + 1,
        _ => at,
    }
}

/// Over what stands between the codes of a list.
fn between(v: View<'_>, from: usize) -> usize {
    let gap = |b: u8| matches!(b, b' ' | b'\t' | b'\r' | b'\n' | b',' | b';' | b'|' | b'"' | b'\'' | b'`');
    let mut at = from;
    while at < from + 12 && gap(v.at(at)) {
        at += 1;
    }
    if v.slice(at, at + 4) == b"and " || v.slice(at, at + 4) == b"und " { at + 4 } else { at }
}

struct Code {
    end: usize,
    /// In bytes, so that all codes of a list are of one form.
    length: usize,
    digits: usize,
    /// Groups with hyphens between.
    joined: bool,
    disk: bool,
}

/// The code at `start`.
fn code(v: View<'_>, start: usize) -> Option<Code> {
    let run = |at: usize| v.slice(at, at + 33).iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let (mut end, mut groups, size) = (start + run(start), 1, run(start));
    let mut even = true;
    while v.at(end) == b'-' && (1..=8).contains(&run(end + 1)) && groups < 10 {
        even &= run(end + 1) == size;
        end += 1 + run(end + 1);
        groups += 1;
    }
    let all_digits = |from: usize, to: usize| to > from && v.slice(from, to).iter().all(u8::is_ascii_digit);
    // `1234 5678`
    if groups == 1 && size == 4 && all_digits(start, end) && v.at(end) == b' ' && run(end + 1) == 4 && all_digits(end + 1, end + 5) {
        (end, groups) = (end + 5, 2);
    }
    let text = v.slice(start, end);
    let digits = text.iter().filter(|b| b.is_ascii_digit()).count();
    let characters = text.iter().filter(|b| b.is_ascii_alphanumeric()).count();
    let disk = groups == 8 && size == 6 && even && text.split(|b| *b == b'-').all(is_of_disk);
    let fits = match groups {
        1 => characters == 8 && digits == 8 || (8..=32).contains(&characters) && digits > 0 && digits < characters,
        2 if digits == 8 && size == 4 && v.at(start + 4) == b' ' => true,
        _ => even && (3..=8).contains(&size) && characters >= 8 && (digits < characters || characters != 10),
    };
    let closed = closes(v, end) && v.at(end) != b'-' && v.at(end) != b'@';
    (fits && closed && !is_placeholder(text)).then_some(Code { end, length: end - start, digits, joined: groups > 1, disk })
}

/// Six digits that are a multiple of eleven, below 11 times 2^16.
fn is_of_disk(group: &[u8]) -> bool {
    number(group).is_some_and(|n| group.len() == 6 && n % 11 == 0 && n < 11 << 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::secret::tests::{conforms, cues};

    #[test]
    fn examples() {
        conforms(&ENTRY, cues);
    }

    #[test]
    fn a_disk_is_proven_and_a_list_ends_where_its_form_does() {
        let text = "recovery key: 110451-220902-331353-441804-552255-662706-110011-220022";
        assert_eq!(cues(&ENTRY, text)[0].verdict, Verdict::Valid);
        let text = "recovery key: 110451-220902-331353-441804-552255-662706-110011-220023";
        assert_eq!(cues(&ENTRY, text)[0].verdict, Verdict::Unknown);
        let text = "backup codes: a1b2-c3d4 e5f6-g7h8 and order 4417-22 is late";
        let found = cues(&ENTRY, text)[0];
        assert_eq!(text.get(found.start..found.end), Some("a1b2-c3d4 e5f6-g7h8"));
    }
}
