//! The hints of a text that comes later: an [`Input`] without its text, kept for as long as the stream lives.
use zeroize::Zeroizing;

use crate::input::Input;
use crate::text::date::Date;

/// What is said beside the text.
pub(super) struct Hints {
    path: String,
    region: String,
    role: String,
    tenant: String,
    subject: Zeroizing<String>,
    today: Option<Date>,
}

impl Hints {
    pub(super) fn of(input: &Input<'_>) -> Self {
        Hints {
            path: input.path_hint().to_owned(),
            region: input.region_hint().to_owned(),
            role: input.role_hint().to_owned(),
            tenant: input.tenant_hint().to_owned(),
            subject: Zeroizing::new(input.subject_hint().to_owned()),
            today: input.today_hint(),
        }
    }

    /// The part of the text that begins at byte `offset` of it, with the hints.
    pub(super) fn input<'h>(&'h self, text: &'h str, offset: usize) -> Input<'h> {
        let Hints { path, region, role, tenant, subject, today } = self;
        let input = Input::new(text).path(path).region(region).role(role).tenant(tenant).subject(subject);
        let input = today.map_or(input, |today| input.today(today));
        input.at_offset(offset)
    }
}
