//! One entity type as constant data: what it looks like, how it is checked, which words speak for it, examples.
use crate::entity::{Category, Sensitivity};
use crate::finding::Verdict;
use crate::text::date::Date;
use crate::text::view::View;

/// Constant definition of one entity type. Built by `const fn`, so a mistake in a shape is a compile error.
pub(crate) struct Entry {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) category: Category,
    pub(crate) sensitivity: Sensitivity,
    /// Percent, before verdict and context (see `detect::weigh`).
    pub(crate) score: u8,
    /// Forms, in the notation of `catalog::shape`; empty where only parsers find it.
    pub(crate) shape: &'static str,
    /// Characters at the start of a shape that are needed but are not part of the value.
    pub(crate) lead: u8,
    /// The same, for entries whose shapes differ in it: from a match's letters (in capitals) and digits.
    pub(crate) lead_of: Option<fn(&[u8]) -> u8>,
    pub(crate) check: Option<fn(&[u8]) -> Verdict>,
    pub(crate) specimen: Option<fn(&[u8]) -> bool>,
    pub(crate) context: &'static [&'static str],
    pub(crate) hints: &'static [&'static str],
    pub(crate) anchors: &'static [(Anchor, Parser)],
    pub(crate) holds_others: bool,
    pub(crate) by_default: bool,
    pub(crate) finds: &'static [&'static str],
    pub(crate) skips: &'static [(&'static str, &'static str)],
    pub(crate) sources: &'static [&'static str],
}

/// The cheap sign in the text that makes the scanner call a parser.
#[derive(Clone, Copy)]
pub(crate) enum Anchor {
    /// An `@`; the probe's place is the `@`. Between two others none is looked at.
    At,
    /// A `:` inside a token; the probe's place is the `:`. Right behind another one none is looked at.
    Colon,
    /// A chain of digits joined by single `- . /` or spaces, seven bytes or longer, that may be a telephone number or end
    /// one, by [`Chain::is_dialled`]. Called, as the other anchors of chains, for the chain's start and for each start
    /// after a space, unless from there on it is only groups with spaces between and no bracket or sign follows: that is
    /// no value's beginning. The probe is `start..end of the chain`.
    ///
    /// [`Chain::is_dialled`]: crate::catalog::chain::Chain::is_dialled
    Dialled,
    /// Such a chain that begins with one to three digits, a dot, and one to three digits more.
    Dotted,
    /// Such a chain that begins with one to three digits, a dot, and four digits or more.
    Decimal,
    /// Such a chain of 18 to 40 bytes with a sign that is no space behind its first fifteen bytes: a long number and a
    /// date.
    Dated,
    /// Such a chain right before an `=`.
    Equated,
    /// An unbroken run of 16 or more ASCII letters and digits; the probe is that run.
    Token,
    /// Such a run that begins with one of these, as typed, two characters or more; the probe is the run. Asked for all
    /// entries at once, so that a token that begins with none of them costs one look at its first two bytes.
    Begins(&'static [&'static str]),
    /// Four digits and no more, right behind a `*` or behind a `*` and one space or `-`: the end of something masked.
    /// The probe is the digits.
    Masked,
    /// One of these words, whole, in any case; the probe is the word.
    Cue(&'static [&'static str]),
    /// A number right behind a word that ends with one of these, three letters at least, in any case; a dot or a space
    /// or both may stand between. The probe is the number's first digit.
    Suffix(&'static [&'static str]),
    /// Four or five digits behind a line break or a comma; the probe is the digits.
    Line,
    /// For benign twins: a candidate that survived its own check and that no cue led to; the probe is the candidate.
    Rival,
    /// For benign twins: any candidate that survived its own check, whatever led to it; the probe is the candidate. It
    /// is dropped where the twin holds.
    Candidate,
}

/// Looks at the text around an anchor and says whether, and where exactly, a value stands there.
///
/// Must be bounded: no parser reads more than [`REACH`] bytes to either side of its probe, or, inside one unbroken value,
/// [`UNBROKEN`] bytes to the right.
pub(crate) type Parser = fn(&Probe<'_>) -> Option<Found>;

/// How far to the left and right of its anchor a parser may look, in bytes.
pub(crate) const REACH: usize = 1024;

/// How far to the right of its anchor a parser may follow a value that has begun and has no gap, or only the line breaks
/// of a private key, in bytes. More than [`REACH`], because the rest of a token that is cut still shows what is in it; to
/// the right only, so that no more of the text has to be kept in sight behind the scan.
pub(crate) const UNBROKEN: usize = 8192;

/// What the host may say beside a text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hints {
    /// Today, for plausibility only.
    pub(crate) today: Option<Date>,
    /// ISO 3166 code of the country whose national forms are meant; zeros where none was given.
    pub(crate) region: [u8; 2],
}

impl Hints {
    /// The code in any case; what is no code of two letters is no hint. `UK` is taken for `GB`.
    pub(crate) fn new(today: Option<Date>, region: &str) -> Self {
        let region = match *region.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                [a.to_ascii_uppercase(), b.to_ascii_uppercase()]
            }
            _ => [0; 2],
        };
        Hints { today, region: if region == *b"UK" { *b"GB" } else { region } }
    }
}

/// Where a parser is asked to look.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Probe<'v> {
    pub(crate) view: View<'v>,
    /// Start of the anchor.
    pub(crate) at: usize,
    /// End of the anchor.
    pub(crate) end: usize,
    /// What the host said beside the text.
    pub(crate) hints: Hints,
}

/// What a parser found: a place, and what it can say for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) verdict: Verdict,
    /// A cue led here or the form speaks for itself: no context word is needed.
    pub(crate) cued: bool,
    /// Dies unless a context word of the entry stands near.
    pub(crate) weak: bool,
    pub(crate) specimen: bool,
    /// Percent instead of the entry's score.
    pub(crate) score: Option<u8>,
}

impl Found {
    /// A value at `start..end`, with nothing said for it yet.
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Found {
            start,
            end,
            verdict: Verdict::Unknown,
            cued: false,
            weak: false,
            specimen: false,
            score: None,
        }
    }

    /// With the check's verdict.
    pub(crate) const fn verdict(mut self, verdict: Verdict) -> Self {
        self.verdict = verdict;
        self
    }

    /// A cue led to it, or its form speaks for itself.
    pub(crate) const fn cued(mut self) -> Self {
        self.cued = true;
        self
    }

    /// Dies unless a context word of the entry stands near.
    pub(crate) const fn weak(mut self) -> Self {
        self.weak = true;
        self
    }

    /// A published test number or reserved value.
    pub(crate) const fn specimen(mut self, specimen: bool) -> Self {
        self.specimen = specimen;
        self
    }

    /// `percent` instead of the entry's score.
    pub(crate) const fn score(mut self, percent: u8) -> Self {
        self.score = Some(percent);
        self
    }
}

impl Entry {
    pub(crate) const fn new(id: &'static str) -> Self {
        Entry {
            id,
            title: "",
            category: Category::Benign,
            sensitivity: Sensitivity::Medium,
            score: 50,
            shape: "",
            lead: 0,
            lead_of: None,
            check: None,
            specimen: None,
            context: &[],
            hints: &[],
            anchors: &[],
            holds_others: false,
            by_default: true,
            finds: &[],
            skips: &[],
            sources: &[],
        }
    }

    /// What people call it, in English.
    pub(crate) const fn title(mut self, title: &'static str) -> Self {
        self.title = title;
        self
    }

    pub(crate) const fn category(mut self, category: Category) -> Self {
        self.category = category;
        self
    }

    pub(crate) const fn sensitivity(mut self, sensitivity: Sensitivity) -> Self {
        self.sensitivity = sensitivity;
        self
    }

    /// Percent, before verdict and context.
    pub(crate) const fn score(mut self, percent: u8) -> Self {
        self.score = percent;
        self
    }

    /// Its forms; see `catalog::shape` for the notation.
    pub(crate) const fn shape(mut self, shape: &'static str) -> Self {
        self.shape = shape;
        self
    }

    /// The first `bytes` of a shape's match are needed but not part of the value.
    #[allow(dead_code, reason = "for entries whose shapes all have the same lead")]
    pub(crate) const fn lead(mut self, bytes: u8) -> Self {
        self.lead = bytes;
        self
    }

    /// The first bytes of a shape's match that are needed but not part of the value, by its letters (in capitals) and
    /// digits.
    pub(crate) const fn lead_of(mut self, lead: fn(&[u8]) -> u8) -> Self {
        self.lead_of = Some(lead);
        self
    }

    /// Judges a shape's match, given as its letters (in capitals) and digits alone.
    pub(crate) const fn check(mut self, check: fn(&[u8]) -> Verdict) -> Self {
        self.check = Some(check);
        self
    }

    /// Whether a shape's match (letters in capitals and digits alone) is a published test number.
    pub(crate) const fn specimen(mut self, specimen: fn(&[u8]) -> bool) -> Self {
        self.specimen = Some(specimen);
        self
    }

    /// Words near the value that speak for it: whole, lower case, any of the languages its users write.
    pub(crate) const fn context(mut self, words: &'static [&'static str]) -> Self {
        self.context = words;
        self
    }

    /// Words that speak for it only where its check holds, and less than any word of `context`: countries and their people.
    pub(crate) const fn hints(mut self, words: &'static [&'static str]) -> Self {
        self.hints = words;
        self
    }

    /// Parsers for what no shape can say, each behind its anchor.
    pub(crate) const fn anchors(mut self, anchors: &'static [(Anchor, Parser)]) -> Self {
        self.anchors = anchors;
        self
    }

    /// Its findings may hold findings of other types (a secret inside a URL).
    pub(crate) const fn holds_others(mut self) -> Self {
        self.holds_others = true;
        self
    }

    /// Not in the default set; a policy or a caller has to ask for it.
    #[allow(dead_code, reason = "every entry of the first shelves is on by default")]
    pub(crate) const fn off_by_default(mut self) -> Self {
        self.by_default = false;
        self
    }

    /// Texts in which exactly this type must be found. The value is put between `<<` and `>>` where it is not the
    /// whole text.
    pub(crate) const fn finds(mut self, texts: &'static [&'static str]) -> Self {
        self.finds = texts;
        self
    }

    /// Texts in which this type must not be found, each with the reason.
    pub(crate) const fn skips(mut self, texts: &'static [(&'static str, &'static str)]) -> Self {
        self.skips = texts;
        self
    }

    /// Who says so: issuer or standard of each rule and constant.
    pub(crate) const fn sources(mut self, sources: &'static [&'static str]) -> Self {
        self.sources = sources;
        self
    }
}
