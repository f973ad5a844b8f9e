//! What whoever restores wishes for.
use core::fmt;

use super::{Sink, Tolerance};

/// How values are put back: how closely to read, for what kind of text to write, and for whom.
///
/// ```
/// use wimple::{RestoreOptions, Sink, Tolerance};
/// let careful = RestoreOptions::new().tolerance(Tolerance::Exact).sink(Sink::Html);
/// assert_eq!(careful.sink_wish(), Sink::Html);
/// ```
///
/// A [`Tolerance`] or a [`Sink`] alone turns into options with everything else as by default.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct RestoreOptions<'o> {
    tolerance: Tolerance,
    sink: Sink,
    tenant: &'o str,
    subject: &'o str,
}

impl<'o> RestoreOptions<'o> {
    /// [`Tolerance::Tolerant`] into [`Sink::Text`], without tenant and subject.
    pub fn new() -> Self {
        RestoreOptions::default()
    }

    /// How closely the text must hold to the form.
    #[must_use]
    pub fn tolerance(mut self, tolerance: Tolerance) -> Self {
        self.tolerance = tolerance;
        self
    }

    /// What kind of text the values are put into.
    #[must_use]
    pub fn sink(mut self, sink: Sink) -> Self {
        self.sink = sink;
        self
    }

    /// Whose tokens open: those made for this tenant ([`Input::tenant`](crate::Input::tenant)).
    #[must_use]
    pub fn tenant(mut self, tenant: &'o str) -> Self {
        self.tenant = tenant;
        self
    }

    /// Whom the text is about: of tokens bound to a subject, those of this one open
    /// ([`Input::subject`](crate::Input::subject)).
    #[must_use]
    pub fn subject(mut self, subject: &'o str) -> Self {
        self.subject = subject;
        self
    }

    /// The tolerance asked for.
    pub fn tolerance_wish(&self) -> Tolerance {
        self.tolerance
    }

    /// The sink asked for.
    pub fn sink_wish(&self) -> Sink {
        self.sink
    }

    /// The tenant, empty where none was given.
    pub fn tenant_hint(&self) -> &'o str {
        self.tenant
    }

    /// The subject, empty where none was given.
    pub fn subject_hint(&self) -> &'o str {
        self.subject
    }
}

impl From<Tolerance> for RestoreOptions<'_> {
    fn from(tolerance: Tolerance) -> Self {
        RestoreOptions::new().tolerance(tolerance)
    }
}

impl From<Sink> for RestoreOptions<'_> {
    fn from(sink: Sink) -> Self {
        RestoreOptions::new().sink(sink)
    }
}

impl fmt::Debug for RestoreOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RestoreOptions")
            .field("tolerance", &self.tolerance)
            .field("sink", &self.sink)
            .finish_non_exhaustive()
    }
}
