//! A policy as a JSON document. Comes in: a policy. Goes out: the value that reads back as the same policy.
use serde_json::{Map, Value};

use crate::catalog::template::Template;
use crate::entity::EntityType;
use crate::score::Score;

use super::keyed::TokenForm;
use super::operator::{MaskLength, Operator};
use super::{Allow, Policy, PolicyTest, Rule, own};

type Table = Map<String, Value>;

pub(super) fn policy(p: &Policy) -> Value {
    let mut table = Table::new();
    set(&mut table, "version", 1);
    list(&mut table, "extends", p.extends().map(Value::from).collect());
    if let Some(reason) = &p.override_reason {
        set(&mut table, "override_reason", reason.as_str());
    }
    set(&mut table, "default", operator(&p.default));
    set(&mut table, "minimum_score", score(p.minimum));
    set(&mut table, "specimens", if p.ignore_specimens { "ignore" } else { "redact" });
    if !p.names {
        set(&mut table, "names", false);
    }
    list(&mut table, "enable", names(&p.enable));
    list(&mut table, "disable", names(&p.disable));
    let types = p.types.iter().map(|(e, o)| (e.name().to_owned(), operator(o)));
    let categories = p.categories.iter().map(|(c, o)| (c.name().to_owned(), operator(o)));
    let on: Table = types.chain(categories).collect();
    if !on.is_empty() {
        set(&mut table, "on", Value::Object(on));
    }
    list(&mut table, "rule", p.rules.iter().map(rule).collect());
    list(&mut table, "allow", p.allow.iter().map(allow).collect());
    list(&mut table, "benign", p.benign.iter().map(benign).collect());
    list(&mut table, "recognizer", p.recognizers.iter().map(own::written).collect());
    list(&mut table, "test", p.tests.iter().map(test).collect());
    Value::Object(table)
}

fn rule(r: &Rule) -> Value {
    let mut table = Table::new();
    options(&mut table, &r.operator);
    if let Some(name) = &r.name {
        set(&mut table, "name", name.as_str());
    }
    list(&mut table, "types", names(&r.types));
    list(&mut table, "categories", r.categories.iter().map(|c| Value::from(c.name())).collect());
    list(&mut table, "paths", texts(&r.paths));
    if let Some(minimum) = r.minimum {
        set(&mut table, "minimum_score", score(minimum));
    }
    Value::Object(table)
}

fn allow(a: &Allow) -> Value {
    let mut table = Table::new();
    list(&mut table, "values", texts(&a.values));
    list(&mut table, "patterns", a.patterns().map(Value::from).collect());
    list(&mut table, "types", names(&a.types));
    if let Some(reason) = &a.reason {
        set(&mut table, "reason", reason.as_str());
    }
    Value::Object(table)
}

fn benign(t: &Template) -> Value {
    let mut table = Table::new();
    set(&mut table, "name", t.name());
    let (key, source) = t.source();
    set(&mut table, key, source);
    Value::Object(table)
}

fn test(t: &PolicyTest) -> Value {
    let mut table = Table::new();
    if !t.name.is_empty() {
        set(&mut table, "name", t.name.as_str());
    }
    set(&mut table, "text", t.text.as_str());
    if let Some(redacted) = &t.redacted {
        set(&mut table, "redacted", redacted.as_str());
    }
    if let Some(finds) = &t.finds {
        set(&mut table, "finds", names(finds));
    }
    Value::Object(table)
}

/// An operator by itself: its name, or a table where it has options.
pub(super) fn operator(o: &Operator) -> Value {
    let mut table = Table::new();
    options(&mut table, o);
    if table.len() == 1 { Value::from(o.name()) } else { Value::Object(table) }
}

/// The operator's name and those of its options that are not as by default.
fn options(table: &mut Table, o: &Operator) {
    set(table, "operator", o.name());
    match o {
        Operator::Mask(mask) => {
            let plain = Operator::mask();
            if mask.keep_first != plain.keep_first {
                set(table, "keep_first", mask.keep_first);
            }
            if mask.keep_last != plain.keep_last {
                set(table, "keep_last", mask.keep_last);
            }
            if mask.character != plain.character {
                set(table, "character", mask.character.to_string());
            }
            if mask.keep_separators != plain.keep_separators {
                set(table, "keep_separators", mask.keep_separators);
            }
            if let MaskLength::Fixed(count) = mask.length {
                set(table, "length", count);
            }
        }
        Operator::Placeholder(placeholder) if !placeholder.restorable => set(table, "restorable", false),
        Operator::Partial(partial) => list(table, "roles", texts(&partial.roles)),
        Operator::Generalize(generalize) => {
            let plain = Operator::generalize();
            if let Some(kind) = generalize.kind {
                set(table, "kind", kind.name());
            }
            if generalize.month != plain.month {
                set(table, "to", "month");
            }
            if generalize.width != plain.width {
                set(table, "width", generalize.width);
            }
            if generalize.decimals != plain.decimals {
                set(table, "decimals", generalize.decimals);
            }
        }
        Operator::Custom(custom) => set(table, "callback", custom.callback.as_str()),
        Operator::Tokenize(tokenize) if tokenize.form != TokenForm::Exact => {
            set(table, "form", tokenize.form.name());
        }
        Operator::Fpe(fpe) => {
            if fpe.keep_first > 0 {
                set(table, "keep_first", fpe.keep_first);
            }
            if fpe.keep_last > 0 {
                set(table, "keep_last", fpe.keep_last);
            }
        }
        Operator::ShiftDate(shift) => {
            let plain = Operator::shift_date();
            if shift.least != plain.least {
                set(table, "least", shift.least);
            }
            if shift.most != plain.most {
                set(table, "most", shift.most);
            }
            if shift.keep_weekday {
                set(table, "keep_weekday", true);
            }
        }
        Operator::Placeholder(_) | Operator::Keep | Operator::Remove | Operator::Label | Operator::Hash => {}
        Operator::Tokenize(_) | Operator::Encrypt | Operator::Pseudonym => {}
    }
}

fn set(table: &mut Table, key: &str, value: impl Into<Value>) {
    table.insert(key.to_owned(), value.into());
}

/// Sets a list that is not empty.
fn list(table: &mut Table, key: &str, items: Vec<Value>) {
    if !items.is_empty() {
        set(table, key, items);
    }
}

fn score(s: Score) -> Value {
    Value::from(f64::from(s.percent()) / 100.0)
}

fn names(types: &[EntityType]) -> Vec<Value> {
    types.iter().map(|e| Value::from(e.name())).collect()
}

fn texts(values: &[String]) -> Vec<Value> {
    values.iter().map(|v| Value::from(v.as_str())).collect()
}
