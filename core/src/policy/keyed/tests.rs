//! What may be said of operators with keys.
use super::*;

#[test]
fn the_numbers_are_types_and_sorted() {
    assert!(NUMBERS.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(NUMBERS.iter().all(|name| EntityType::builtin(name).is_some()));
}

#[test]
fn options_are_held_against_types() {
    let own = EntityType::new("CONTRACT_NO");
    assert!(Operator::fpe().fits(&own).is_ok() && Operator::shift_date().fits(&own).is_ok());
    assert!(Operator::fpe().keep_first(6).keep_last(3).fits(&entity::CREDIT_CARD).is_ok());
    assert!(Operator::fpe().keep_first(6).keep_last(4).fits(&entity::US_SSN).is_ok());
    for (problem, expected) in [
        (Operator::fpe().fits(&entity::PERSON), "fpe cannot be applied to PERSON"),
        (Operator::fpe().fits(&entity::PIN), "fpe cannot be applied to PIN"),
        (
            Operator::fpe().keep_first(6).keep_last(4).fits(&entity::CREDIT_CARD),
            "fpe may keep 9 digits of a CREDIT_CARD, not 10: too few numbers are left to choose from",
        ),
        (Operator::shift_date().fits(&entity::AGE), "shift_date cannot be applied to AGE"),
    ] {
        assert_eq!(problem.unwrap_err(), expected);
    }
}

#[test]
fn shifts_have_bounds_and_enough_lengths() {
    let shift = |least, most, weeks| Operator::shift_date().between(least, most).keep_weekday(weeks);
    for (good, lengths) in [
        (shift(1, 365, false), 365),
        (shift(1, 10, false), 10),
        (shift(7, 70, true), 10),
        (shift(1, 76, true), 10),
        (shift(8, 84, true), 11),
        (shift(3651, 3660, false), 10),
    ] {
        assert_eq!((good.check(), good.lengths()), (Ok(()), lengths), "{good:?}");
    }
    for (wrong, key) in [
        (shift(0, 365, false), "least"),
        (shift(3661, 3661, false), "least"),
        (shift(9, 8, false), "most"),
        (shift(1, 3661, false), "most"),
        (shift(1, 9, false), "most"),
        (shift(8, 70, true), "most"),
    ] {
        assert_eq!(wrong.check().unwrap_err().0, key, "{wrong:?}");
    }
    assert_eq!(Operator::fpe().keep_first(7).check().unwrap_err().0, "keep_first");
    assert_eq!(Operator::fpe().keep_last(5).check().unwrap_err().0, "keep_last");
}
