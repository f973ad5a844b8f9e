//! Mail addresses written for people and not for programs: `bo at example dot com`, `bo(at)example[dot]com`,
//! `bo arroba example punto com`, `bo @ example . com`.
//!
//! Comes in: a folded text. Goes out: the same with `@` and `.` for what stands for them. Nobody who writes "look at
//! gmail.com" gives an address, so a bare word counts only where the rest speaks: a dot in words, too, or a provider of
//! mail or a word for an address before it; and never behind a verb or preposition.
use super::map::{Folded, Writer, mark};
use crate::text::byte_set::ByteSet;
use crate::text::view::{View, is_wordy};
use crate::text::word_set::WordSet;

/// Words for the at sign: English, Spanish, Portuguese, French, Italian, German, Dutch, Swedish.
pub(in super::super) const CUES: &[&str] =
    &["at", "arroba", "arobase", "arobas", "arrobase", "chiocciola", "klammeraffe", "ät", "apenstaartje"];
static AT: WordSet<32> =
    WordSet::of(&["at arroba arobase arobas arrobase chiocciola klammeraffe ät apenstaartje"]);
static DOT: WordSet<16> = WordSet::of(&["dot punto point punkt ponto punt"]);
static BAR: WordSet<16> = WordSet::of(&["underscore unterstrich underline"]);
static DASH: WordSet<16> = WordSet::of(&["dash hyphen bindestrich tiret guion trattino streepje"]);
/// Ends of domains that people say.
#[rustfmt::skip]
static ENDS: WordSet<256> = WordSet::of(&[
    "com net org edu gov mil int info biz io co app dev me tv ai example test invalid eu uk us ca au nz ie in za sg hk jp kr cn tw br",
    "pt es mx ar cl pe ve fr be nl lu ch at de it pl cz se no dk fi gr tr ru ua ro hu il ae cat online site xyz email cloud",
]);
/// Providers of mail, as their domain begins.
static PROVIDERS: WordSet<64> = WordSet::of(&[
    "gmail googlemail hotmail outlook yahoo icloud aol gmx proton protonmail live msn ymail zoho mail web freenet wanadoo orange",
    "laposte libero virgilio tiscali terra uol bol sapo ziggo kpnmail",
]);
/// Those of them whose domain is said without its end: it is `com`.
static DOT_COM: WordSet<32> =
    WordSet::of(&["gmail googlemail hotmail outlook yahoo icloud aol gmx protonmail msn ymail"]);
/// Words for mail, before an address.
#[rustfmt::skip]
static MAIL: WordSet<64> = WordSet::of(&[
    "email mail e-mail emails mails gmail address reach contact write correo courriel adresse adres endereço dirección direccion",
    "indirizzo posta mailadresse emailadresse mailadres contacto contato escribe escríbeme schreib schreiben contatto",
]);
/// Words that stand before "at" in sentences, and never as the local part of an address there.
#[rustfmt::skip]
static PLAIN: WordSet<512> = WordSet::of(&[
    "a about above account across after again all also always am an and any app are arrive arrived around as ask available back be been best better booked book bought",
    "business but buy call called came can chat check checked cheaper click company contact created currently customer customers day",
    "delivered delivery did directly do does down else email emailed everyone everything find for found free from get go goes going",
    "good got guys had happened has have he held help her here him hosted i if in inside into is ist it item items job just know later listed live",
    "location locations log logged login look looked looking looks mail mailed mails me meet message messages more my need new",
    "no not now of off office on one online only open or order ordered orders our out over page paid parcel people pick placed",
    "policy price prices product products purchase purchased reach register registered reset rest s see seen sell selling sent service",
    "she shop shopped shopping sign signed signup site sold someone something staff start started stay store subscribed support t team",
    "than that the them there these they thing things this time to today tomorrow too track tracked try us use used user up",
    "visit visited visiting want was we website well were what when where which while who with work worked working works write written",
    "yesterday you your",
]);

/// What labels are made of.
static LABELS: ByteSet = ByteSet::with("-");

/// The most labels of a domain, and of parts of a local part that are joined by words.
const PARTS: usize = 5;
const LABEL: usize = 63;
const WORD: usize = 24;
/// The longest of `DOT_COM`.
const LONGEST_PROVIDER: usize = 10;

/// A stretch of the text that stands for one character.
#[derive(Clone, Copy, Default)]
struct Stand {
    start: usize,
    end: usize,
    sign: u8,
}

/// Whether an address in words may go on behind the word for an at sign, or the at sign, that ends at `end`: the gate asks
/// before anything is copied.
pub(super) fn may_go_on(view: View<'_>, end: usize) -> bool {
    let from = over_right(view, end);
    let plain = from + LABELS.run(view.slice(from, from + LABEL));
    // Nearly always a word that another one follows, which is no dot, or a full stop.
    let dotted = matches!(view.at(plain + 1) | 0x20, b'd' | b'p' | b'.' | b'(' | b'[' | b'{' | b' ');
    let short = plain - from <= LONGEST_PROVIDER;
    if plain == from || view.at(plain) == b' ' && !dotted && !short {
        return false;
    }
    let label = label_end(view, from);
    match view.at(label) {
        b'.' => view.at(label + 1).is_ascii_alphabetic(),
        b' ' | b'(' | b'[' | b'{' | b'-' | b'_' | b'<' => {
            dot(view, label).is_some() || DOT_COM.hold(view, from, label)
        }
        _ => DOT_COM.hold(view, from, label),
    }
}

/// Whether a dot in words or brackets stands behind the first label of a domain: `@example dot com`.
#[inline(always)]
pub(super) fn ends_in_words(view: View<'_>, at: usize) -> bool {
    let label = at + LABELS.run(view.slice(at, at + LABEL));
    matches!(view.at(label), b' ' | b'(' | b'[' | b'{' | b'<') && dot(view, label).is_some()
}

/// The text with addresses as programs read them; nothing where there are none.
pub(super) fn fold(text: &Folded) -> Option<Folded> {
    let view = text.view()?;
    let mut w = Writer::new(text);
    let mut i = 0;
    while i < view.len() {
        let Some((at, word)) = at_sign(view, i) else {
            i = if is_wordy(view.at(i)) { word_end(view, i) } else { i + 1 };
            continue;
        };
        i = at.end.max(i + 1);
        if let Some(address) = Address::around(view, at, word)
            && address.start() >= w.at()
        {
            address.write(view, &mut w);
            i = w.at().max(i);
        }
    }
    w.finish()
}

/// What the at sign is.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    /// `@` itself.
    Typed,
    /// In brackets, or a word that means nothing else.
    Sure,
    /// The word `at`.
    Word,
}

struct Address {
    at: Stand,
    /// The ends of the domain's labels but the last, and of the local part's, which are said otherwise.
    dots: [Stand; 2 * PARTS],
    count: usize,
    start: usize,
    end: usize,
    /// The end of the domain goes without saying.
    is_cut: bool,
}

impl Address {
    fn start(&self) -> usize {
        self.start
    }

    fn around(view: View<'_>, at: Stand, sign: Sign) -> Option<Address> {
        let mut address = Address {
            at,
            dots: [Stand::default(); 2 * PARTS],
            count: 0,
            start: at.start,
            end: at.end,
            is_cut: false,
        };
        address.read_local(view)?;
        let joined = address.count > 0;
        let said = address.read_domain(view)?;
        let spaced = (view.before(at.start + 1) == b' ', view.before(at.end) == b' ');
        let word = view.slice(address.start, at.start);
        let plain = !joined && PLAIN.holds(word);
        // A name alone before a provider's may be any word: a digit or a sign in it tells.
        let provided = PROVIDERS.hold(view, at.end, label_end(view, at.end))
            && word.iter().any(|b| !b.is_ascii_alphabetic());
        let asked = || is_asked(view, address.start);
        let believed = match sign {
            _ if plain => false,
            Sign::Sure => !address.is_cut || joined || asked(),
            Sign::Typed if at.end - at.start == 1 => said,
            Sign::Typed if address.is_cut => joined || asked(),
            Sign::Typed => said || spaced.1 || provided || asked(),
            Sign::Word if address.is_cut => joined || asked(),
            Sign::Word => said || provided || asked(),
        };
        believed.then_some(address)
    }

    fn push(&mut self, stand: Stand) -> Option<()> {
        *self.dots.get_mut(self.count)? = stand;
        self.count += 1;
        Some(())
    }

    /// To the left: a token, and tokens joined to it by words.
    fn read_local(&mut self, view: View<'_>) -> Option<()> {
        let mut end = self.at.start;
        for _ in 0..PARTS {
            let mut start = end;
            while end - start < LABEL && is_local(view.before(start)) {
                start -= 1;
            }
            if start == end || !view.at(end - 1).is_ascii_alphanumeric() {
                return (start < end && self.start < self.at.start).then_some(());
            }
            self.start = start;
            let Some(joint) = joint_before(view, start) else { return Some(()) };
            if joint.start == 0 || !view.before(joint.start).is_ascii_alphanumeric() {
                return Some(());
            }
            // "our address dot" and the like are no local part, but who would say so?
            self.push(joint)?;
            end = joint.start;
        }
        Some(())
    }

    /// To the right: labels, the last of them one that domains end with. Says whether a dot was said otherwise.
    fn read_domain(&mut self, view: View<'_>) -> Option<bool> {
        let first = self.count;
        let mut at = self.at.end;
        let mut good = None;
        for n in 0..PARTS {
            let end = label_end(view, at);
            if end == at {
                break;
            }
            let letters = view.slice(at, end).iter().all(u8::is_ascii_alphabetic) && end - at >= 2;
            let said = self.count > first;
            if n > 0 && letters && (!said || ENDS.hold(view, at, end)) {
                good = Some((end, self.count));
            }
            let typed = view.at(end) == b'.' && view.at(end + 1).is_ascii_alphanumeric();
            if typed {
                at = end + 1;
            } else if let Some(dot) = dot(view, end) {
                self.push(dot)?;
                at = dot.end;
            } else {
                break;
            }
        }
        match good {
            Some((end, count)) => (self.end, self.count) = (end, count),
            None => {
                self.count = first;
                let end = label_end(view, self.at.end);
                if !DOT_COM.hold(view, self.at.end, end) || is_wordy(view.at(end)) {
                    return None;
                }
                (self.end, self.is_cut) = (end, true);
            }
        }
        Some(self.count > first)
    }

    fn write(mut self, view: View<'_>, w: &mut Writer<'_>) {
        const SAID: u8 = mark::SIGN | mark::WRITTEN;
        let stands = self.dots.get_mut(..self.count).unwrap_or_default();
        stands.sort_unstable_by_key(|stand| stand.start);
        let (before, behind) = stands.split_at(stands.partition_point(|stand| stand.start < self.at.start));
        for stand in before.iter().chain([&self.at]).chain(behind) {
            if stand.end - stand.start == 1 {
                continue;
            }
            w.keep_to(stand.start);
            w.put(stand.end, &[stand.sign], SAID);
        }
        w.keep_to(self.end - usize::from(self.is_cut));
        if self.is_cut {
            let last = [view.before(self.end), b'.', b'c', b'o', b'm'];
            w.put(self.end, &last, SAID);
        }
    }
}

fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-')
}

/// The end of the label at `at`; a dot in words between dashes ends it, too.
fn label_end(view: View<'_>, at: usize) -> usize {
    let mut end = at;
    while end - at < LABEL && (view.at(end).is_ascii_alphanumeric() || view.at(end) == b'-') {
        if view.at(end) == b'-' && end > at {
            let word = word_end(view, end + 1);
            if view.at(word) == b'-' && DOT.hold(view, end + 1, word) {
                return end;
            }
        }
        end += 1;
    }
    while end > at && view.before(end) == b'-' {
        end -= 1;
    }
    end
}

/// The end of the word at `at`, as far as the longest word of the lists goes.
fn word_end(view: View<'_>, at: usize) -> usize {
    at + view.slice(at, at + WORD).iter().take_while(|b| is_wordy(**b) && **b != b'_').count().max(1)
}

/// Whether a word for mail stands within a short way before `start`.
fn is_asked(view: View<'_>, start: usize) -> bool {
    let from = start.saturating_sub(48);
    let before = view.slice(from, start);
    before.split(|b| !is_wordy(*b) && *b != b'-').any(|word| !word.is_empty() && MAIL.holds(word))
}

/// The at sign that begins at `i`, with brackets and gaps around it.
fn at_sign(view: View<'_>, i: usize) -> Option<(Stand, Sign)> {
    let (start, end, typed) = if view.at(i) == b'@' {
        (i, i + 1, true)
    } else if is_wordy(view.at(i)) && (i == 0 || !is_wordy(view.before(i)) || view.before(i) == b'_') {
        let end = word_end(view, i);
        (AT.hold(view, i, end)).then_some((i, end, false))?
    } else {
        return None;
    };
    let stand = wrapped(view, start, end, b'@', typed)?;
    let bracketed = matches!(view.before(start), b'(' | b'[' | b'{' | b'<' | b'_');
    let sign = match (typed, bracketed || !view.slice(start, end).eq_ignore_ascii_case(b"at")) {
        (_, true) if !typed || bracketed => Sign::Sure,
        (true, _) => Sign::Typed,
        _ => Sign::Word,
    };
    Some((stand, sign))
}

/// The dot in words, in brackets or with spaces, that begins at `i`, right behind a label.
fn dot(view: View<'_>, i: usize) -> Option<Stand> {
    let core = over_right(view, i);
    if !matches!(view.at(core), b'.' | b'd' | b'D' | b'p' | b'P') {
        return None;
    }
    let (end, typed) = if view.at(core) == b'.' { (core + 1, true) } else { (word_end(view, core), false) };
    if !typed && !DOT.hold(view, core, end) {
        return None;
    }
    let stand = wrapped(view, core, end, b'.', typed)?;
    // A full stop and a space end a sentence; a space before it, too, is nobody's.
    let sentence = typed && stand.end > end && stand.start == core;
    (stand.start == i && !sentence).then_some(stand)
}

/// A word or a sign that joins two parts of a local part and ends at `i`.
fn joint_before(view: View<'_>, i: usize) -> Option<Stand> {
    let mut end = i;
    while i - end < 3 && matches!(view.before(end), b' ' | b')' | b']' | b'}') {
        end -= 1;
    }
    let mut start = end;
    while end - start < 12 && is_wordy(view.before(start)) && view.before(start) != b'_' {
        start -= 1;
    }
    let sign = match view.slice(start, end) {
        [] => return None,
        word if DOT.holds(word) => b'.',
        word if BAR.holds(word) => b'_',
        word if DASH.holds(word) => b'-',
        _ => return None,
    };
    wrapped(view, start, end, sign, false).filter(|stand| stand.end == i)
}

/// `start..end` with a pair of brackets and with gaps around it. A word needs something around it.
fn wrapped(view: View<'_>, start: usize, end: usize, sign: u8, typed: bool) -> Option<Stand> {
    let pair = matches!(
        (view.before(start), view.at(end)),
        (b'(', b')') | (b'[', b']') | (b'{', b'}') | (b'<', b'>')
    );
    let (mut left, mut right) = if pair { (start - 1, end + 1) } else { (start, end) };
    let joint = |b: u8| matches!(b, b'-' | b'_');
    if !pair && !typed && joint(view.before(left)) && view.before(left) == view.at(right) {
        (left, right) = (left - 1, right + 1);
    } else {
        let gap = |b: u8| matches!(b, b' ' | b'\n');
        while start - left < 3 && gap(view.before(left)) {
            left -= 1;
        }
        while right - end < 3 && gap(view.at(right)) {
            right += 1;
        }
        if !pair && !typed && (left == start || right == end) {
            return None;
        }
    }
    Some(Stand { start: left, end: right, sign })
}

/// Over brackets and gaps.
fn over_right(view: View<'_>, at: usize) -> usize {
    let signs = |b: &u8| {
        matches!(b, b' ' | b'(' | b'[' | b'{' | b'<' | b')' | b']' | b'}' | b'>' | b'-' | b'_' | b'\n')
    };
    at + view.slice(at, at + 4).iter().take_while(|b| signs(b)).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> Option<String> {
        Folded::tried(text, fold)
    }

    #[test]
    fn addresses_for_people() {
        for (text, plain) in [
            ("it is bo at example dot com, ok", "it is bo@example.com, ok"),
            ("bo dot lind at example dot co dot uk", "bo.lind@example.co.uk"),
            ("bo underscore lind at example dot com dot thanks", "bo_lind@example.com dot thanks"),
            ("bo(at)example(dot)com", "bo@example.com"),
            ("bo [at] example [dot] com", "bo@example.com"),
            ("bo[@]example[.]com", "bo@example.com"),
            ("bo@example[.]com", "bo@example.com"),
            ("bo@example dot com", "bo@example.com"),
            ("bo @ example . com", "bo@example.com"),
            ("bo-at-example-dot-com", "bo@example.com"),
            ("bo_at_example.com", "bo@example.com"),
            ("bo {at} example.com", "bo@example.com"),
            ("bo arroba example punto com", "bo@example.com"),
            ("bo chiocciola example punto it", "bo@example.it"),
            ("bo arobase example point fr", "bo@example.fr"),
            ("bo at example Punkt de", "bo@example.de"),
            ("bo at example punt nl", "bo@example.nl"),
            ("bo.l at gmail.com", "bo.l@gmail.com"),
            ("write to bo at gmail.com", "write to bo@gmail.com"),
            ("email: bo at firm.example", "email: bo@firm.example"),
            ("john dot doe at gmail", "john.doe@gmail.com"),
            ("my mail is bo77 at hotmail thanks", "my mail is bo77@hotmail.com thanks"),
            ("BO AT EXAMPLE DOT COM", "BO@EXAMPLE.COM"),
        ] {
            assert_eq!(folded(text).as_deref(), Some(plain), "{text}");
        }
        for text in [
            "look at gmail.com",
            "call me at dot",
            "we are at example dot com",
            "order at shop.example please",
            "see you at five. Thanks",
            "bo@example.com",
            "meet me @ home. ok",
            "he was at work dot",
            "bo at gmail",
            "bo at gmail.com",
            "the point de vente at paris",
            "a bird at example",
        ] {
            assert_eq!(folded(text), None, "{text}");
        }
    }

    #[test]
    fn the_gate_opens_for_all_of_them() {
        for text in [
            "bo at example dot com",
            "bo (at) example (dot) com",
            "bo at gmail",
            "bo at gmail.com",
            "bo [at] example.com",
            "bo-at-example-dot-com",
        ] {
            assert!(may_go_on(View::new(text), 2 + text.get(2..).unwrap().find("at").unwrap() + 2), "{text}");
        }
        for text in ["look at this.", "be there at five", "at 5.30 pm", "arrived at home. Thanks"] {
            assert!(!may_go_on(View::new(text), text.find("at").unwrap() + 2), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_safe(text in "((bo|at|dot|com|@|\\.|gmail|\\(|\\)|\\[|é|underscore|\\PC)[ _-]{0,2}){0,16}") {
            folded(&text);
        }
    }
}
