//! Operators that work under a key of the engine's keyset, and their options.
use super::operator::Operator;

/// How a value becomes a token that can be opened again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokenize {
    pub(crate) form: TokenForm,
}

/// What a token stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TokenForm {
    /// The value as it was written: it comes back byte for byte.
    #[default]
    Exact,
    /// The value whatever its spelling: one token for all of them, and the canonical spelling comes back.
    Canonical,
}

/// How a number becomes another of the same length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fpe {
    pub(crate) keep_first: usize,
    pub(crate) keep_last: usize,
}

/// How far dates are shifted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShiftDate {
    pub(crate) least: u16,
    pub(crate) most: u16,
    pub(crate) keep_weekday: bool,
}

impl Operator {
    /// The value becomes a token: the same token for the same value.
    pub const fn tokenize() -> Tokenize {
        Tokenize { form: TokenForm::Exact }
    }

    /// The value becomes a token, another one each time.
    pub const fn encrypt() -> Self {
        Operator::Encrypt
    }

    /// The number becomes another number.
    pub const fn fpe() -> Fpe {
        Fpe { keep_first: 0, keep_last: 0 }
    }

    /// The value becomes another of its kind that nobody has.
    pub const fn pseudonym() -> Self {
        Operator::Pseudonym
    }

    /// The date becomes another, as far away for all dates of one subject.
    pub const fn shift_date() -> ShiftDate {
        ShiftDate { least: 1, most: 365, keep_weekday: false }
    }
}

impl Tokenize {
    /// What the token stands for.
    #[must_use]
    pub const fn form(mut self, form: TokenForm) -> Self {
        self.form = form;
        self
    }
}

impl From<Tokenize> for Operator {
    fn from(tokenize: Tokenize) -> Self {
        Operator::Tokenize(tokenize)
    }
}

impl From<Fpe> for Operator {
    fn from(fpe: Fpe) -> Self {
        Operator::Fpe(fpe)
    }
}

impl From<ShiftDate> for Operator {
    fn from(shift: ShiftDate) -> Self {
        Operator::ShiftDate(shift)
    }
}
