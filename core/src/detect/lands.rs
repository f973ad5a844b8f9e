//! Telephone numbers in the form of a country that was spoken of before: `0151 12345678` behind an IBAN of Germany.
//!
//! Comes in: what was found so far, settled, and the countries of earlier turns. Goes out: numbers that nothing else found.
//! A finding speaks of a country from its end on (an IBAN, a number with `+49`, an identity number, an address): earlier text of
//! the message and earlier turns count, later text never does, so that what is found at a place does not depend on what
//! follows. A region that the host names counts alone. The first four countries are kept.
use super::candidate::{Candidate, NONE, Support};
use super::scan::Scan;
use super::seen::number;
use crate::catalog::at_home;
use crate::catalog::entry::{Hints, Probe};
use crate::catalog::land::{land, land_of};
use crate::finding::{ContextKind, Findings, Folding, Verdict};
use crate::text::sixteen::Sixteen;
use crate::text::view::View;

const PHONE: u16 = number("PHONE_NUMBER");

/// How many countries are kept.
const MOST: usize = 4;
/// The shortest chain of digits that may be a number, in bytes.
const SHORTEST: usize = 7;
/// The longest that is looked at; no number is longer.
const LONGEST: usize = 40;

/// Countries that were spoken of, the first one first.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Lands {
    all: [[u8; 2]; MOST],
    /// Where in the text each counts from.
    from: [u32; MOST],
    count: usize,
}

impl Lands {
    /// The first `count` bytes of the text are gone.
    pub(super) fn forget(&mut self, count: usize) {
        self.from.iter_mut().for_each(|from| *from = from.saturating_sub(count as u32));
    }

    fn note(&mut self, land: [u8; 2], from: u32) {
        if self.all.iter().take(self.count).any(|known| *known == land) {
            return;
        }
        if let (Some(place), Some(start)) = (self.all.get_mut(self.count), self.from.get_mut(self.count)) {
            (*place, *start) = (land, from);
            self.count += 1;
        }
    }

    /// Remembers the countries that a turn speaks of.
    pub(crate) fn learn(&mut self, text: &str, findings: &Findings) {
        for finding in findings.iter().filter(|finding| !finding.evidence().claimed()) {
            let span = finding.span();
            if let Some(land) = land_of(finding.entity_type().name(), text, span.start(), span.end()) {
                self.note(land, 0);
            }
        }
    }

    /// Remembers the country of one value.
    pub(crate) fn learn_value(&mut self, entity: &str, value: &str) {
        if let Some(land) = land_of(entity, value, 0, value.len()) {
            self.note(land, 0);
        }
    }
}

/// How far chains of digits were looked at; nothing before a country is known.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct AtHome(Option<usize>);

impl AtHome {
    /// The first byte that was not looked at.
    pub(super) fn place(self) -> Option<usize> {
        self.0
    }

    /// The first `count` bytes of the text are gone.
    pub(super) fn forget(&mut self, count: usize) {
        self.0 = self.0.map(|at| at.saturating_sub(count));
    }
}

impl Scan<'_, '_> {
    /// Whether countries count at all: not where the host says which one does.
    pub(super) fn heeds_lands(&self) -> bool {
        self.hints.region == [0; 2] && self.settings.is_on(PHONE)
    }

    /// Looks for national forms of the countries that are known. What was found so far must be settled.
    pub(super) fn find_at_home(&mut self, earlier: &Lands) {
        if self.kept.is_empty() && earlier.count == 0 || !self.heeds_lands() {
            return;
        }
        self.sort_kept();
        // Hardly a text has a number that nothing else is.
        let mut bare = Bare { at: if earlier.count > 0 { 0 } else { self.first_end() }, next: 0 };
        if bare.chain(self, usize::MAX).is_none() {
            return;
        }
        let mut lands = *earlier;
        self.note_lands(&mut lands);
        self.look_at_home(&lands, &mut AtHome::default(), usize::MAX);
        self.settle_newcomers();
    }

    /// Where the first of what is kept ends.
    fn first_end(&self) -> usize {
        self.kept.first().map_or(0, |c| c.end as usize)
    }

    /// Adds the countries that what is kept speaks of, in its order.
    pub(super) fn note_lands(&self, lands: &mut Lands) {
        for c in self.kept.iter().filter(|c| !c.claimed && c.entry != NONE) {
            if lands.count == MOST {
                break;
            }
            if let Some(land) = land(c.entry, self.view, c.start as usize, c.end as usize) {
                lands.note(land, c.end);
            }
        }
    }

    /// Goes on looking, at chains of digits that end before `until`. What is kept must be in order.
    #[inline(never)]
    pub(super) fn look_at_home(&mut self, lands: &Lands, looked: &mut AtHome, until: usize) {
        let Some(from) = lands.from.iter().take(lands.count).min() else { return };
        let view = self.view;
        let mut at = looked.0.unwrap_or(*from as usize);
        if looked.0.is_none() {
            // A chain that an earlier value ends in the middle of is none of its own.
            while view.at(at).is_ascii_digit() {
                at += 1;
            }
            if at >= until {
                return;
            }
        }
        let mut found = Vec::new();
        let mut bare = Bare { at, next: 0 };
        while let Some((start, end)) = bare.chain(self, until) {
            if let Some(candidate) = self.number_at_home(lands, start, end) {
                found.push(candidate);
            }
        }
        looked.0 = Some(bare.at);
        for candidate in found {
            self.offer(candidate);
        }
    }

    fn number_at_home(&mut self, lands: &Lands, start: usize, end: usize) -> Option<Candidate> {
        let known =
            lands.all.iter().zip(lands.from).take(lands.count).filter(|(_, from)| *from as usize <= start);
        let found = known.into_iter().find_map(|(land, _)| {
            let hints = Hints { region: *land, ..self.hints };
            at_home(&Probe { view: self.view, at: start, end, hints })
        })?;
        // Asked last: most chains are no numbers of these countries.
        if self.near.is_harmless(self.view, start) {
            return None;
        }
        Some(Candidate {
            start: found.start as u32,
            end: found.end as u32,
            entry: PHONE,
            support: Support::Nothing,
            verdict: Verdict::Unknown,
            exact: true,
            score: found.score?,
            folding: Folding::Plain,
            context: ContextKind::Earlier,
            claimed: false,
            specimen: found.specimen,
            others: [NONE; 3],
            twin: NONE,
        })
    }
}

/// The walk over chains of digits that are as long as a telephone number and no part of a value that was found.
struct Bare {
    at: usize,
    /// The first of what is kept that does not end before `at`.
    next: usize,
}

impl Bare {
    /// The next one that ends before `until`.
    fn chain(&mut self, scan: &Scan<'_, '_>, until: usize) -> Option<(usize, usize)> {
        let view = scan.view;
        loop {
            let Some(start) = digit_from(view, self.at) else {
                self.at = view.len().max(self.at);
                return None;
            };
            let end = chain_end(view, start);
            if end >= until {
                self.at = start;
                return None;
            }
            self.at = end;
            while scan.kept.get(self.next).is_some_and(|c| c.end as usize <= start) {
                self.next += 1;
            }
            let over = scan.kept.iter().skip(self.next).take_while(|c| (c.start as usize) < end);
            match over.map(|c| c.end as usize).max() {
                Some(taken) => self.at = self.at.max(taken),
                None if (SHORTEST..=LONGEST).contains(&(end - start)) => return Some((start, end)),
                None => {}
            }
        }
    }
}

/// The first digit at or after `at`.
fn digit_from(v: View<'_>, mut at: usize) -> Option<usize> {
    while at < v.len() {
        let digits = Sixteen::at(v, at).digits();
        if digits != 0 {
            return Some(at + digits.trailing_zeros() as usize);
        }
        at += 16;
    }
    None
}

/// Where the chain of digits that starts at `start` ends: digits joined by single signs.
fn chain_end(v: View<'_>, start: usize) -> usize {
    let mut end = start + 1;
    while v.at(end).is_ascii_digit()
        || matches!(v.at(end), b' ' | b'-' | b'.' | b'/') && v.at(end + 1).is_ascii_digit()
    {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::engine::Engine;
    use crate::finding::ContextKind;
    use crate::input::Input;

    /// The telephone numbers that are found because of a country.
    fn found(text: &str) -> Vec<String> {
        let findings = Engine::new().analyze(text).unwrap();
        let at_home = findings.iter().filter(|f| f.evidence().context() == ContextKind::Earlier);
        at_home.map(|f| f.text(text).unwrap().to_owned()).collect()
    }

    #[test]
    fn what_was_said_before_tells_the_country() {
        for (before, value) in [
            ("IBAN DE89 3704 0044 0532 0130 00", "015112345678"),
            ("+49 30 123456", "0532 1448812"),
            ("I live at Hauptstraße 12, 38640 Goslar am Harz", "0532 1448812"),
            ("PLZ 38640", "015112345678"),
            ("BSN 111222333", "0201234567"),
            ("SW1A 2AA", "02079460958"),
            ("+47 22 12 34 56", "4123 4567"),
            ("12 rue de la Paix, 75002 Paris", "0612345678"),
        ] {
            let text = format!("{before} and {value} as well");
            assert_eq!(found(&text), [value], "{text}");
            let text = format!("{value} as well and {before}");
            assert!(found(&text).is_empty(), "what follows tells nothing: {text}");
            let text = format!("and {value} as well");
            assert!(found(&text).is_empty(), "{text}");
        }
    }

    #[test]
    fn other_numbers_stay_what_they_are() {
        let before = "IBAN DE89 3704 0044 0532 0130 00, +47 22 12 34 56, PESEL 44051401359.";
        for other in [
            "2026-11-25",
            "25.11.2026 14:05",
            "12 345 678 in all",
            "1.234.567,89 EUR",
            "order 015112345678",
            "my order number is 0532 1448812",
            "tracking 00340434161094042557",
            "serial number 05321448812",
            "invoice 0151-2345678",
            "case 051 234 567",
            "411 111 111 111 1",
            "10.20.30.40",
            "model 512 345 678",
            "Sendungsnummer 0151 12345678",
            "Rechnung 05321 448812",
            "0.12345678",
            "id=015112345678901234",
        ] {
            let text = format!("{before} {other} it is");
            assert!(found(&text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_hosts_region_counts_alone() {
        let text = "IBAN DE89 3704 0044 0532 0130 00 and 015112345678 too";
        let findings = Engine::new().analyze(Input::new(text).region("US")).unwrap();
        assert!(findings.iter().all(|f| f.entity_type().name() != "PHONE_NUMBER"));
    }

    #[test]
    fn a_session_remembers_the_country() {
        let mut session = Engine::new().session();
        assert!(session.analyze("it is 015112345678").unwrap().is_empty());
        session.redact("my IBAN is DE89 3704 0044 0532 0130 00").unwrap();
        assert_eq!(session.redact("it is 015112345678").unwrap().text(), "it is [PHONE_NUMBER]");
    }
}
