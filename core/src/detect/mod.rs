//! Text → findings: scan → verify → weigh context → resolve overlaps.
//!
//! Comes in: an input and what is switched on. Goes out: findings in order. Knows nothing of policies, keys or
//! documents.
mod calls;
mod candidate;
mod choose;
mod code;
mod context;
mod course;
#[cfg(test)]
mod embedded;
mod field;
mod fold;
mod gates;
#[cfg(feature = "names")]
mod home;
mod known;
mod lands;
mod masks;
#[cfg(test)]
mod naive;
#[cfg(feature = "names")]
mod names;
mod number;
mod offer;
mod opening;
mod own;
mod resolve;
mod rows;
mod scan;
mod seen;
mod stem;
mod tables;
mod trace;
mod words;

use core::cmp::Reverse;
use std::sync::Arc;

use zeroize::Zeroizing;

use candidate::{Candidate, NONE};
pub(crate) use course::Course;
pub(crate) use known::Known;
use own::Plan;
use scan::Scan;
use tables::{ENTRY_WORDS, Entries};
pub(crate) use trace::{Dropped, Reason};

use crate::catalog::entry::Hints;
use crate::catalog::template::Template;
use crate::catalog::{CATALOG, COUNT};
use crate::entity::{self, Category, EntityType};
use crate::error::Error;
use crate::finding::{Evidence, Finding, Findings};
use crate::input::Input;
use crate::limits::Limits;
use crate::recognizer::{Callback, Recognizer, Seen};
use crate::score::Score;
use crate::span::Span;
use crate::text::view::View;

/// What is switched on.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    enabled: Entries,
    /// Percent.
    minimum: u8,
    templates: Vec<Template>,
    /// What the user's own recognizers look for, if there are any.
    own: Option<Arc<Plan>>,
    /// Whether the name model reads the text, too.
    #[cfg(feature = "names")]
    names: bool,
}

impl Settings {
    /// The default set, less `disable`, with `enable`.
    pub(crate) fn new(
        minimum: Score,
        enable: &[EntityType],
        disable: &[EntityType],
        templates: &[Template],
    ) -> Self {
        let mut enabled: Entries = [0; ENTRY_WORDS];
        for (n, entry) in CATALOG.iter().enumerate() {
            let named = |list: &[EntityType]| list.iter().any(|e| e.name() == entry.id);
            if (entry.by_default || named(enable))
                && !named(disable)
                && let Some(word) = enabled.get_mut(n / 64)
            {
                *word |= 1 << (n % 64);
            }
        }
        #[cfg_attr(not(feature = "names"), expect(unused_mut, reason = "only names are told afterwards"))]
        let mut settings = Settings {
            enabled,
            minimum: minimum.percent(),
            templates: templates.to_vec(),
            own: None,
            #[cfg(feature = "names")]
            names: false,
        };
        #[cfg(feature = "names")]
        {
            settings.names = names::are_wanted(&settings);
        }
        settings
    }

    /// With recognizers of the user's, and the functions behind those that are callbacks.
    pub(crate) fn own(mut self, recognizers: &[Recognizer], callbacks: &[Callback]) -> Self {
        self.own = Plan::new(recognizers, callbacks).map(Arc::new);
        self
    }

    /// Whether the name model may read the text.
    pub(crate) fn reading_names(mut self, read: bool) -> Self {
        #[cfg(feature = "names")]
        {
            self.names &= read;
        }
        #[cfg(not(feature = "names"))]
        let _ = (&mut self, read);
        self
    }

    /// Everything on: what the conformance tests ask for.
    pub(crate) fn everything() -> Self {
        let mut enabled: Entries = [u64::MAX; ENTRY_WORDS];
        if let Some(last) = enabled.last_mut().filter(|_| !COUNT.is_multiple_of(64)) {
            *last = (1 << (COUNT % 64)) - 1;
        }
        let minimum = Score::DEFAULT_MINIMUM.percent();
        Settings {
            enabled,
            minimum,
            templates: Vec::new(),
            own: None,
            #[cfg(feature = "names")]
            names: true,
        }
    }

    #[inline(always)]
    fn is_on(&self, entry: u16) -> bool {
        self.enabled.get(usize::from(entry) / 64).is_some_and(|w| w >> (entry % 64) & 1 == 1)
    }

    /// Type, category and recognizer of a candidate's entry.
    fn told(&self, entry: u16) -> (EntityType, Category, EntityType) {
        if let Some(definition) = CATALOG.get(usize::from(entry)) {
            let entity = EntityType::new(&definition.id);
            return (entity.clone(), definition.category, entity);
        }
        let own = self.own.as_ref().and_then(|plan| plan.told(entry));
        own.map_or(
            (EntityType::new(&""), Category::Benign, EntityType::new(&"")),
            |(entity, category, name)| (entity.clone(), category, name.clone()),
        )
    }
}

/// Finds. Immutable, cheap, shared by all threads.
#[derive(Debug, Clone)]
pub(crate) struct Detector {
    settings: Settings,
}

/// What a search for reasons gives.
#[derive(Debug)]
pub(crate) struct Traced {
    pub(crate) findings: Findings,
    pub(crate) dropped: Vec<Dropped>,
}

impl Detector {
    pub(crate) fn new(settings: Settings) -> Self {
        Detector { settings }
    }

    /// What is found in the input, with what models of the host's have seen in it and what is known of its people.
    pub(crate) fn detect(
        &self,
        input: &Input<'_>,
        limits: &Limits,
        seen: &[Vec<Seen>],
        known: &Known,
    ) -> Result<Findings, Error> {
        Ok(self.look(input, limits, (seen, known), false)?.findings)
    }

    /// The same, with every candidate that was not kept and why.
    pub(crate) fn trace(
        &self,
        input: &Input<'_>,
        limits: &Limits,
        seen: &[Vec<Seen>],
    ) -> Result<Traced, Error> {
        self.look(input, limits, (seen, &Known::default()), true)
    }

    fn look(
        &self,
        input: &Input<'_>,
        limits: &Limits,
        (seen, known): (&[Vec<Seen>], &Known),
        trace: bool,
    ) -> Result<Traced, Error> {
        let text = input.text();
        let most = limits.input().min(u32::MAX as usize);
        if text.len() > most {
            return Err(Error::Limit { what: "input bytes", actual: text.len(), limit: most });
        }
        let view = View::new(text);
        let hints = Hints::new(input.today_hint(), input.region_hint());
        let mut scan = Scan::new(view, &self.settings, input.path_hint(), hints, trace);
        if let Some(plan) = &self.settings.own {
            scan.find_own(plan, input.path_hint());
            scan.call_back(plan, input, limits.findings())?;
        }
        scan.run();
        if !scan.foldable.is_empty() {
            let places = core::mem::take(&mut scan.foldable);
            fold::look_again(view, &places, &self.settings, input.path_hint(), hints, &mut scan.kept);
        }
        if !input.path_hint().is_empty() {
            scan.find_in_field(text, input.path_hint());
        }
        scan.find_at_home(known.lands());
        #[cfg(feature = "names")]
        if self.settings.names {
            scan.find_names(text, known.memory());
        }
        seen.iter().for_each(|seen| scan.take_seen(seen));
        if scan.kept.is_empty() && scan.trace.is_none() {
            return Ok(Traced { findings: Findings::default(), dropped: Vec::new() });
        }
        let dropped = scan.trace.map(|t| t.dropped).unwrap_or_default();
        let kept = &mut scan.kept;
        if kept.iter().any(Candidate::is_benign) {
            kept.retain(|c| !c.is_benign());
        }
        if kept.is_empty() {
            return Ok(Traced { findings: Findings::default(), dropped });
        }
        if kept.len() > limits.findings() {
            return Err(Error::Limit { what: "findings", actual: kept.len(), limit: limits.findings() });
        }
        // Clusters are settled in the order of the text, so most often there is nothing to sort.
        let place = |c: &Candidate| (c.start, Reverse(c.end), Reverse(c.score), c.entry);
        if !kept.is_sorted_by_key(place) {
            kept.sort_by_key(place);
        }
        let findings = kept.iter().map(|c| self.finding(c, text)).collect();
        Ok(Traced { findings: Findings::from_sorted(findings), dropped })
    }

    /// The type of a candidate that was dropped, or of what took its place.
    pub(crate) fn type_of(&self, entry: u16) -> EntityType {
        self.settings.told(entry).0
    }

    /// The types that are looked for: those of the catalogue that are on, in its order, then the user's own.
    pub(crate) fn types(&self) -> Vec<EntityType> {
        let on = CATALOG.iter().enumerate().filter(|(n, e)| {
            e.category != Category::Benign && u16::try_from(*n).is_ok_and(|n| self.settings.is_on(n))
        });
        let mut types: Vec<EntityType> = on.map(|(_, e)| EntityType::new(&e.id)).collect();
        let own = self.settings.own.iter().flat_map(|plan| plan.types());
        for own in own {
            if !types.contains(&own) {
                types.push(own);
            }
        }
        types
    }

    /// The category of a type that is looked for.
    pub(crate) fn category_of(&self, entity: &EntityType) -> Option<Category> {
        let number = self.settings.wanted(entity)?;
        Some(self.settings.told(number).1)
    }

    #[inline]
    fn finding(&self, c: &Candidate, text: &str) -> Finding {
        let (entity, category, recognizer) = self.settings.told(c.entry);
        let alternatives = if c.others == [NONE; 3] {
            Vec::new()
        } else {
            c.others.iter().filter(|o| **o != NONE).map(|o| self.type_of(*o)).collect()
        };
        Finding {
            entity,
            category,
            span: on_edges(text, c.start as usize, c.end as usize),
            score: Score::new(c.score),
            evidence: Evidence {
                recognizer,
                verdict: c.verdict,
                context: c.context,
                claimed: c.claimed,
                specimen: c.specimen,
                folding: c.folding,
                alternatives,
                twin: (c.twin != NONE).then(|| self.type_of(c.twin)),
            },
        }
    }
}

/// Whether a number that is no card would be found where its writer calls it one, whole and as nothing else: not as what
/// a part of it passes for by chance.
pub(crate) fn is_found_as_claimed_card(number: &str) -> bool {
    const CALLED: &str = "card ";
    let text = Zeroizing::new([CALLED, number].concat());
    let found = Detector::new(Settings::everything()).detect(
        &Input::new(&text),
        &Limits::default(),
        &[],
        &Known::default(),
    );
    found.is_ok_and(|found| {
        let mut found = found.iter();
        let whole = Span::new(CALLED.len(), text.len());
        let card = found.next().is_some_and(|f| *f.entity_type() == entity::CREDIT_CARD && f.span() == whole);
        card && found.next().is_none()
    })
}

/// Parsers promise character edges; a broken promise must cost precision, never a character cut in two.
#[inline]
fn on_edges(text: &str, mut start: usize, end: usize) -> Span {
    let mut end = end.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end)
}

const _: () = assert!(COUNT < NONE as usize);

#[cfg(test)]
mod said_tests;
#[cfg(test)]
mod tests;
