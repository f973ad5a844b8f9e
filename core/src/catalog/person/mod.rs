//! What names a person, and the day that person was born.
//!
//! Comes in: a view and a cue word. Goes out: the place of the name or date the cue led to.
mod cues;
mod letters;
mod mail;
mod names;
mod stop_words;
#[cfg(test)]
mod tests;

super::entries! {
    person,
    date_of_birth,
}
