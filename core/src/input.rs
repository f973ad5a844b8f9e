//! What one call is told: the text, and what is known beside it.
use core::fmt;

use crate::text::date::Date;

/// A text and the hints that go with it. A `&str` or `&String` turns into one.
///
/// ```
/// use wimple::{Engine, Input};
/// let engine = Engine::new();
/// let found = engine.analyze(Input::new("472-81-0094").path("/customer/ssn"))?;
/// assert_eq!(found[0].entity_type().name(), "US_SSN");
/// # Ok::<(), wimple::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Input<'t> {
    text: &'t str,
    path: &'t str,
    region: &'t str,
    role: &'t str,
    tenant: &'t str,
    subject: &'t str,
    today: Option<Date>,
    /// Where the text begins in one that comes in pieces, in bytes.
    offset: usize,
}

impl<'t> Input<'t> {
    /// `text` without hints.
    pub fn new(text: &'t str) -> Self {
        Input { text, path: "", region: "", role: "", tenant: "", subject: "", today: None, offset: 0 }
    }

    /// The part of a text that begins at byte `offset` of it.
    pub(crate) fn at_offset(self, offset: usize) -> Self {
        Input { offset, ..self }
    }

    /// Where the text begins in one that comes in pieces, in bytes.
    pub(crate) fn offset(&self) -> usize {
        self.offset
    }

    /// The same hints for another text.
    pub(crate) fn with_text<'u>(&self, text: &'u str) -> Input<'u>
    where
        't: 'u,
    {
        Input { text, ..*self }
    }

    /// Where the text came from: a JSON pointer (`/customer/ssn`), a column or a header. Policies may name paths,
    /// and the words of its last part count as context.
    #[must_use]
    pub fn path(mut self, path: &'t str) -> Self {
        self.path = path;
        self
    }

    /// The country whose national forms are meant, as an ISO 3166 code (`US`, `GB`, `DE`): in it a whole national
    /// telephone number needs neither grouping nor a word near.
    ///
    /// ```
    /// use wimple::{Engine, Input};
    /// let engine = Engine::new();
    /// assert!(engine.analyze("it is 6502530000")?.is_empty());
    /// assert_eq!(engine.analyze(Input::new("it is 6502530000").region("US"))?.len(), 1);
    /// # Ok::<(), wimple::Error>(())
    /// ```
    #[must_use]
    pub fn region(mut self, region: &'t str) -> Self {
        self.region = region;
        self
    }

    /// Today's date, for plausibility of birth and expiry dates. Without it only fixed bounds apply, since the core
    /// reads no clock.
    #[must_use]
    pub fn today(mut self, today: Date) -> Self {
        self.today = Some(today);
        self
    }

    /// Who will see the text: `billing`, `agent`. Policies may show a role more of a value; nothing is asked of it but
    /// that it has the name the policy gives.
    ///
    /// ```
    /// use wimple::{entity, Engine, Input, Operator, Policy};
    /// let policy = Policy::new().on(entity::PHONE_NUMBER, Operator::partial().role("billing"));
    /// let engine = Engine::builder().policy(policy).build()?;
    /// let text = "call +1 650 253 0000";
    /// assert_eq!(engine.redact(text)?.text(), "call +1 *** *** **00");
    /// assert_eq!(engine.redact(Input::new(text).role("billing"))?.text(), "call +1 *** *** 0000");
    /// # Ok::<(), wimple::Error>(())
    /// ```
    #[must_use]
    pub fn role(mut self, role: &'t str) -> Self {
        self.role = role;
        self
    }

    /// Whose customer the text is about, where one host serves several: tokens of one tenant open for no other.
    #[must_use]
    pub fn tenant(mut self, tenant: &'t str) -> Self {
        self.tenant = tenant;
        self
    }

    /// Whom the text is about: the number or name by which the host knows the person.
    #[must_use]
    pub fn subject(mut self, subject: &'t str) -> Self {
        self.subject = subject;
        self
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The path hint, empty where none was given.
    pub fn path_hint(&self) -> &'t str {
        self.path
    }

    /// The region hint, empty where none was given.
    pub fn region_hint(&self) -> &'t str {
        self.region
    }

    /// The role hint, empty where none was given.
    pub fn role_hint(&self) -> &'t str {
        self.role
    }

    /// The tenant, empty where none was given.
    pub fn tenant_hint(&self) -> &'t str {
        self.tenant
    }

    /// The subject, empty where none was given.
    pub fn subject_hint(&self) -> &'t str {
        self.subject
    }

    /// The date hint.
    pub fn today_hint(&self) -> Option<Date> {
        self.today
    }
}

impl<'t> From<&'t str> for Input<'t> {
    fn from(text: &'t str) -> Self {
        Input::new(text)
    }
}

impl<'t> From<&'t String> for Input<'t> {
    fn from(text: &'t String) -> Self {
        Input::new(text)
    }
}

impl fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Input").field("len", &self.text.len()).finish_non_exhaustive()
    }
}
