//! What names a person, the day that person was born, and how old the person is.
//!
//! Comes in: a view and a cue word. Goes out: the place of the name or date the cue led to.
mod age_words;
mod being;
mod birth_place;
mod cues;
mod labels;
mod letters;
mod mail;
mod names;
mod stop_words;
#[cfg(test)]
mod tests;
mod years;

pub(super) use names::{any_case, capitalised};

super::entries! {
    person,
    date_of_birth,
    age,
    gender,
    signature_block,
}
