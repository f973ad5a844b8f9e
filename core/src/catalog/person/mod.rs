//! What names a person.
//!
//! Comes in: a view and a cue word. Goes out: the place of the name the cue led to.
mod cues;
mod letters;
mod names;
mod stop_words;
#[cfg(test)]
mod tests;

super::entries! {
    person,
}
