//! Special categories of personal data (GDPR Art. 9): health, religion, origin, orientation, union, politics.
//!
//! Comes in: a view and a word of a list in English, German, French or Spanish. Goes out: the word's place where its
//! writer says it of a person: in the first person, or behind the label of a record. All of them are off by default: a
//! word tells little about a person, and support texts speak of such things without speaking of anybody.
mod told;

super::entries! {
    ethnicity,
    health_condition,
    medication,
    political_opinion,
    religion,
    sexual_orientation,
    trade_union,
}
