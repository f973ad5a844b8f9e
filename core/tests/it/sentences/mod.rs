//! Sentences people write to support, by entity type and family of languages: what must be found in them, and where
//! nothing may be. Small letters, no punctuation, wrong signs and line breaks included. All of them are made up.
mod age;
mod card_expiry;
mod card_verification_code;
mod customer_id;
mod date_of_birth;
mod one_time_code;
mod order_id;
mod password;
mod person;
mod pin;
mod security_answer;
mod username;

use wimple::{Engine, EntityType, Policy};

/// The text without its marks, and the places marked by `<<` and `>>`.
fn unmark(marked: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    for (n, piece) in marked.split("<<").enumerate() {
        match piece.split_once(">>").filter(|_| n > 0) {
            Some((value, rest)) => {
                places.push((text.len(), text.len() + value.len()));
                text.push_str(value);
                text.push_str(rest);
            }
            None => text.push_str(piece),
        }
    }
    (text, places)
}

/// In each text of `finds` exactly the marked places are found as `id`, in those of `skips` none. The default set is on,
/// and the type itself.
fn hold(id: &str, finds: &[&str], skips: &[&str]) {
    assert!(finds.len() >= 15 && skips.len() >= 15, "{id}: at least fifteen of both");
    let own = EntityType::builtin(id).unwrap();
    // The name model reads whole sentences and is not always right: one text in ten may mislead it.
    for (names, most) in [(false, 0), (true, (finds.len() + skips.len()) / 10)] {
        let policy = Policy::new().enable(own.clone()).names(names);
        held_by(&Engine::builder().policy(policy).build().unwrap(), &own, finds, skips, most);
    }
}

fn held_by(engine: &Engine, own: &EntityType, finds: &[&str], skips: &[&str], most: usize) {
    let mut wrong = Vec::new();
    for marked in finds.iter().chain(skips) {
        let (text, wanted) = unmark(marked);
        assert_eq!(
            wanted.is_empty(),
            skips.contains(marked),
            "{marked}: marked where found, unmarked where not"
        );
        let findings = engine.analyze(&text).unwrap();
        let got: Vec<(usize, usize)> = findings
            .iter()
            .filter(|f| f.entity_type() == own)
            .map(|f| (f.span().start(), f.span().end()))
            .collect();
        if got != wanted {
            let all: Vec<String> = findings
                .iter()
                .map(|f| format!("{}={:?}", f.entity_type(), f.text(&text).unwrap()))
                .collect();
            wrong.push(format!("{marked:?} gives {all:?}"));
        }
    }
    assert!(wrong.len() <= most, "{own}, {most} may be wrong:\n{}", wrong.join("\n"));
}
