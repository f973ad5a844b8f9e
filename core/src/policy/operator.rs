//! What is done to a finding.
use super::generalize::Generalize;
use super::keyed::{Fpe, ShiftDate, Tokenize};

/// What is done to a finding. Made by the constructors below; what has options ([`Mask`], [`Partial`], …) turns into
/// one.
///
/// ```
/// use wimple::{entity, Engine, Operator, Policy};
/// let engine = Engine::builder()
///     .policy(Policy::new().on(entity::CREDIT_CARD, Operator::mask().keep_last(4)))
///     .build()?;
/// let out = engine.redact("card 4111 1111 1111 1111, mail bo@example.com")?;
/// assert_eq!(out.text(), "card **** **** **** 1111, mail [EMAIL_ADDRESS]");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operator {
    /// The value stays; the finding is reported.
    Keep,
    /// The value is deleted.
    Remove,
    /// The value becomes its type in brackets: `[EMAIL_ADDRESS]`.
    Label,
    /// Characters are covered.
    Mask(Mask),
    /// What is harmless of the value is shown, by its type: `j****@e****.com`.
    Partial(Partial),
    /// The value becomes a keyed hash: `[EMAIL_ADDRESS:5f3a…]`.
    Hash,
    /// The value becomes less exact: `1980` for a date of birth.
    Generalize(Generalize),
    /// The value becomes a numbered stand-in: `[PERSON_1]`.
    Placeholder(Placeholder),
    /// The value becomes a token that can be opened, the same for the same value.
    Tokenize(Tokenize),
    /// The value becomes a token that can be opened, another each time.
    Encrypt,
    /// The number becomes another number of the same length that can be turned back.
    Fpe(Fpe),
    /// The value becomes another of its kind that nobody has.
    Pseudonym,
    /// The date becomes another, as far away for all dates of one subject.
    ShiftDate(ShiftDate),
    /// The value becomes what a callback of the host says.
    Custom(Custom),
}

impl Operator {
    /// The value stays; the finding is reported.
    pub const fn keep() -> Self {
        Operator::Keep
    }

    /// The value is deleted.
    pub const fn remove() -> Self {
        Operator::Remove
    }

    /// The value becomes its type in brackets: `[EMAIL_ADDRESS]`.
    pub const fn label() -> Self {
        Operator::Label
    }

    /// Characters are covered by `*`, separators stay.
    pub const fn mask() -> Mask {
        Mask { keep_first: 0, keep_last: 0, character: '*', keep_separators: true, length: MaskLength::Same }
    }

    /// The value becomes a numbered stand-in, the same number for the same value in one session.
    pub const fn placeholder() -> Placeholder {
        Placeholder { restorable: true }
    }

    /// What is harmless of a value, by its type: the last four digits of a card, the first letter of an e-mail address.
    /// Types of which nothing is harmless become their label.
    pub const fn partial() -> Partial {
        Partial { roles: Vec::new() }
    }

    /// The value becomes its type and 128 bits of HMAC-SHA-256 over its canonical form, under the
    /// [key](crate::EngineBuilder::hash_key) of the engine: equal values stay equal, and nobody without the key can try
    /// values out. Card verification codes, PINs and card tracks become their label.
    pub const fn hash() -> Self {
        Operator::Hash
    }

    /// The value becomes what the [callback](crate::EngineBuilder::custom) of this name says.
    pub fn custom(callback: impl Into<String>) -> Self {
        Operator::Custom(Custom { callback: callback.into() })
    }

    /// The name used in policies and reports.
    pub const fn name(&self) -> &'static str {
        match self {
            Operator::Keep => "keep",
            Operator::Remove => "remove",
            Operator::Label => "label",
            Operator::Mask(_) => "mask",
            Operator::Partial(_) => "partial",
            Operator::Hash => "hash",
            Operator::Generalize(_) => "generalize",
            Operator::Placeholder(_) => "placeholder",
            Operator::Tokenize(_) => "tokenize",
            Operator::Encrypt => "encrypt",
            Operator::Fpe(_) => "fpe",
            Operator::Pseudonym => "pseudonym",
            Operator::ShiftDate(_) => "shift_date",
            Operator::Custom(_) => "custom",
        }
    }
}

/// How a value is masked. Counts are graphemes (what a reader sees as one character).
///
/// At least `max(4, half)` of the characters that are not separators are always covered, and everything is where the
/// value has four or fewer: kept counts shrink, last first. A mask never returns its input, unless that
/// already is such a mask with something else left to read: then covering it again changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    pub(crate) keep_first: usize,
    pub(crate) keep_last: usize,
    pub(crate) character: char,
    pub(crate) keep_separators: bool,
    pub(crate) length: MaskLength,
}

/// How long a masked value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MaskLength {
    /// As long as the value.
    Same,
    /// This many mask characters, whatever the value's length.
    Fixed(usize),
}

impl Mask {
    /// Keeps the first `graphemes` readable.
    #[must_use]
    pub const fn keep_first(mut self, graphemes: usize) -> Self {
        self.keep_first = graphemes;
        self
    }

    /// Keeps the last `graphemes` readable.
    #[must_use]
    pub const fn keep_last(mut self, graphemes: usize) -> Self {
        self.keep_last = graphemes;
        self
    }

    /// Covers with `character` instead of `*`. May not be a letter or digit: the policy refuses those.
    #[must_use]
    pub const fn character(mut self, character: char) -> Self {
        self.character = character;
        self
    }

    /// Whether spaces and `- . / ( ) @ +` stay readable (they do unless said otherwise).
    #[must_use]
    pub const fn keep_separators(mut self, keep: bool) -> Self {
        self.keep_separators = keep;
        self
    }

    /// Always `count` mask characters beside the kept ones, so that the length says nothing. Separators go.
    #[must_use]
    pub const fn fixed_length(mut self, count: usize) -> Self {
        self.length = MaskLength::Fixed(count);
        self
    }
}

impl From<Mask> for Operator {
    fn from(mask: Mask) -> Self {
        Operator::Mask(mask)
    }
}

/// How a value is replaced by a numbered stand-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placeholder {
    pub(crate) restorable: bool,
}

impl Placeholder {
    /// `[PERSON_1]` that nobody can open, instead of `[PERSON_1.k7q]` that the session can.
    #[must_use]
    pub const fn irreversible(mut self) -> Self {
        self.restorable = false;
        self
    }
}

impl From<Placeholder> for Operator {
    fn from(placeholder: Placeholder) -> Self {
        Operator::Placeholder(placeholder)
    }
}

/// How much of a value is shown.
///
/// ```
/// use wimple::{Engine, Input, Operator, Policy};
/// let policy = Policy::new().default(Operator::partial().role("billing"));
/// let engine = Engine::builder().policy(policy).build()?;
/// let text = "card 4111 1111 1111 1111";
/// assert_eq!(engine.redact(text)?.text(), "card **** **** **** 1111");
/// let seen = engine.redact(Input::new(text).role("billing"))?;
/// assert_eq!(seen.text(), "card 4111 11** **** 1111");
/// # Ok::<(), wimple::Error>(())
/// ```
///
/// Never the value, unless it already is what this makes of one; and of a card never more than its first six and last four
/// digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    pub(crate) roles: Vec<String>,
}

impl Partial {
    /// This role sees the wider view; said again, that one too. [`Input::role`](crate::Input::role) says who asks.
    #[must_use]
    pub fn role(mut self, role: impl Into<String>) -> Self {
        self.roles.push(role.into());
        self
    }
}

impl From<Partial> for Operator {
    fn from(partial: Partial) -> Self {
        Operator::Partial(partial)
    }
}

/// Which callback of the host a value is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Custom {
    pub(crate) callback: String,
}
