//! Dates that are shifted, all of one subject alike, so that the time between them stays.
//!
//! Comes in: a date as it was written, whose it is, and a key. Goes out: another date written the same way. A date whose
//! day and month cannot be told apart, or that cannot be written the same way after the shift, becomes its year; what is
//! no date its label. Without a subject there is no output at all: a shift for nobody would be one for everybody.
//!
//! The shift is drawn evenly from all lengths that the policy allows, forwards and backwards, never 0, by HMAC-SHA-256
//! over the subject under a key of the tenant. Another primary key gives other shifts.
mod layout;
mod months;

use super::Work;
use crate::crypto::{Purpose, Scope, mac};
use crate::policy::{Generalization, Operator, ShiftDate};
use crate::transform::generalize::generalize;
use crate::transform::place::Place;

pub(in crate::transform) fn shift_date(
    work: &Work<'_>,
    how: &ShiftDate,
    out: &mut String,
) -> Result<(), &'static str> {
    let (input, span) = (work.input, work.finding.span());
    if input.subject_hint().is_empty() {
        return Err("the input does not say whose dates they are (subject)");
    }
    let days = offset(work, how).ok_or("there is no key for it")?;
    let shifted = layout::Layout::read(work.value, input.region_hint(), input.today_hint())
        .and_then(|layout| layout.shifted(days));
    if let Some(shifted) = shifted {
        out.push_str(&shifted);
        return Ok(());
    }
    let place = Place::of(input.text(), span.range()).ok_or("the finding is not a place in the text")?;
    generalize(&place, work.finding, input, &Operator::generalize().kind(Generalization::Date), out);
    Ok(())
}

/// By how many days the subject's dates are shifted.
fn offset(work: &Work<'_>, how: &ShiftDate) -> Option<i32> {
    let keys = work.tools.keyset.as_ref()?;
    let tenant = work.input.tenant_hint();
    let scope = Scope { purpose: Purpose::ShiftDate, tenant, entity: "", canonical: 0 };
    let key = keys.derive::<32>(keys.primary(), &scope)?;
    drawn(&key, work.input.subject_hint(), how)
}

/// One of the shifts that `how` allows, each as likely as any other.
fn drawn(key: &[u8; 32], subject: &str, how: &ShiftDate) -> Option<i32> {
    let all = 2 * u64::from(how.lengths());
    // What is above the last multiple of `all` is drawn again, so that no shift is more likely than another.
    let fair = u64::MAX.checked_rem(all).map(|rest| u64::MAX - rest)?;
    for round in 0..u64::MAX {
        let [a, b, c, d, e, f, g, h, ..] =
            mac(key, &[b"wimple shift 1", subject.as_bytes(), &round.to_be_bytes()]);
        let drawn = u64::from_be_bytes([a, b, c, d, e, f, g, h]);
        if drawn < fair {
            let index = i32::try_from(drawn % all / 2).ok()?;
            let step = i32::from(how.step());
            let days = step * ((i32::from(how.least) + step - 1) / step + index);
            return Some(if drawn % 2 == 0 { days } else { -days });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::crypto::ROOT;
    use crate::engine::Engine;
    use crate::entity::{self, EntityType};
    use crate::input::Input;
    use crate::keyset::Keyset;
    use crate::policy::Policy;
    use crate::recognizer::Recognizer;

    #[test]
    fn every_shift_is_drawn_and_none_too_often() {
        for (how, expected) in [
            (Operator::shift_date().between(3, 12), (3..=12).collect::<Vec<i32>>()),
            (Operator::shift_date().between(8, 84).keep_weekday(true), (2..=12).map(|n| 7 * n).collect()),
        ] {
            let mut counts = BTreeMap::new();
            for subject in 0..4000 {
                *counts.entry(drawn(&[7; 32], &subject.to_string(), &how).unwrap()).or_insert(0) += 1;
            }
            let mut all: Vec<i32> = expected.iter().flat_map(|days| [*days, -days]).collect();
            all.sort();
            assert_eq!(counts.keys().copied().collect::<Vec<_>>(), all);
            let mean = 4000 / all.len();
            assert!(counts.values().all(|n| (mean / 2..mean * 2).contains(n)), "{counts:?}");
        }
    }

    #[test]
    fn frozen() {
        let how = Operator::shift_date();
        let days = ["", "customer 17", "customer 18", "Zoë"].map(|s| drawn(&[7; 32], s, &how).unwrap());
        assert_eq!(days, [313, -163, 192, -204]);
    }

    fn engine(how: ShiftDate) -> Engine {
        let policy = Policy::new()
            .recognizer(Recognizer::regex("VISIT", r"visit: (?<value>[0-9.]+)").unwrap())
            .on(EntityType::new(&"VISIT"), how.clone())
            .on(entity::DATE_OF_BIRTH, how);
        let keys = Keyset::of_bytes(&[ROOT as u8]);
        Engine::builder().policy(policy).keyset(keys).build().unwrap()
    }

    fn redacted(text: &str, subject: &str, tenant: &str) -> String {
        let input = Input::new(text).subject(subject).tenant(tenant);
        engine(Operator::shift_date()).redact(input).unwrap().into_text()
    }

    #[test]
    fn all_dates_of_a_subject_are_shifted_alike() {
        let text = "born on 20.12.1980, visit: 31.12.2020";
        let out = redacted(text, "customer 17", "");
        let days = |text: &str| {
            let mut dates = text.split([' ', ',']).filter(|word| word.len() == 10).map(|word| {
                let [d, m, y]: [u16; 3] =
                    word.split('.').map(|n| n.parse().unwrap()).collect::<Vec<_>>().try_into().unwrap();
                layout::to_days(crate::text::date::Date { year: y, month: m as u8, day: d as u8 })
            });
            (dates.next().unwrap(), dates.next().unwrap())
        };
        // Where a shifted day may be a month it was read right all the same: it is the first number.
        let ((a, b), (c, d)) = (days(text), days(&out));
        assert_eq!(b - a, d - c, "{out}");
        assert!(a != c && (a - c).abs() <= 365);
        assert_ne!(out, redacted(text, "customer 18", ""));
        assert_ne!(out, redacted(text, "customer 17", "acme"));
        assert_eq!(out, redacted(text, "customer 17", ""));
    }

    #[test]
    fn nobodys_dates_give_no_text() {
        let error = engine(Operator::shift_date()).redact("born on 20.12.1980").unwrap_err();
        assert!(error.to_string().contains("does not say whose dates"), "{error}");
    }

    #[test]
    fn unclear_dates_become_their_year() {
        assert_eq!(redacted("born on 03/04/1980", "s", ""), "born on 1980");
        assert_eq!(redacted("visit: 99.99.9999", "s", ""), "visit: [VISIT]");
    }
}
