//! Addresses and postal codes as people write them, country by country, with everything of the default set switched on.
//! The value stands between `<<` and `>>`; addresses are made up.
mod australia;
mod austria;
mod belgium;
mod blocks;
mod brazil;
mod britain;
mod canada;
mod codes;
mod france;
mod germany;
mod ireland;
mod italy;
mod netherlands;
mod new_zealand;
mod spain;
mod switzerland;
mod usa;

use wimple::{Engine, Policy};

/// What is found of one type. Where addresses begin and end is asked of the grammars alone; that nothing else is one,
/// of all there is.
fn found(text: &str, entity: &str, names: bool) -> Vec<String> {
    let engine = Engine::builder().policy(Policy::new().names(names)).build().unwrap();
    let findings = engine.analyze(text).unwrap();
    let of_type = findings.iter().filter(|f| f.entity_type().name() == entity);
    of_type.map(|f| f.text(text).unwrap_or("?").to_string()).collect()
}

/// Each text holds exactly the marked address.
fn addresses(texts: &[&str]) {
    each(texts, "STREET_ADDRESS");
}

/// Each text holds exactly the marked values of the type.
fn each(texts: &[&str], entity: &str) {
    let mut wrong = Vec::new();
    for text in texts {
        let want: Vec<&str> = text.split("<<").skip(1).filter_map(|rest| rest.split(">>").next()).collect();
        let plain = text.replace("<<", "").replace(">>", "");
        let got = found(&plain, entity, false);
        if got != want || want.is_empty() {
            wrong.push(format!("{text:?} gives {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), texts.len(), wrong.join("\n"));
}

/// No text holds an address or a postal code.
fn none(texts: &[&str]) {
    // The model reads whole sentences and is not always right: one text in ten may mislead it.
    for (names, most) in [(false, 0), (true, texts.len().div_ceil(10))] {
        let mut wrong = Vec::new();
        for text in texts {
            for entity in ["STREET_ADDRESS", "POSTAL_CODE", "PHONE_NUMBER"] {
                let got = found(text, entity, names);
                if !got.is_empty() {
                    wrong.push(format!("{text:?} gives {entity} {got:?}"));
                }
            }
        }
        let count = wrong.len();
        assert!(count <= most, "{count} of {}, names: {names}:\n{}", texts.len(), wrong.join("\n"));
    }
}
