//! What names a person.
//!
//! Comes in: a view and a cue word. Goes out: the place of the name the cue led to.
mod names;
mod stop_words;

super::entries! {
    person,
}
