//! How sure a finding is.
use core::fmt;

/// Confidence in percent, 0 to 100. Whole numbers inside, so that sums are exact and the same on every machine.
///
/// ```
/// use wimple::Score;
/// assert_eq!(Score::new(85).to_string(), "0.85");
/// assert_eq!(Score::new(250), Score::new(100));
/// ```
///
/// Shown as `0.00` to `1.00` in text, JSON, C and Python.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Score(u8);

impl Score {
    /// The score below which nothing is kept unless a policy or caller says otherwise: 50 %.
    pub const DEFAULT_MINIMUM: Score = Score(50);

    /// `percent`, at most 100.
    pub const fn new(percent: u8) -> Self {
        Score(if percent > 100 { 100 } else { percent })
    }

    /// 0 to 100.
    pub const fn percent(self) -> u8 {
        self.0
    }

    /// 0.0 to 1.0.
    pub fn as_f32(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
