//! Names read off a text, with capitals and without.
use super::*;

#[test]
fn names_with_capitals() {
    for (text, want) in [
        ("Ana María de la Cruz called", "Ana María de la Cruz"),
        ("J. R. O'Brien, hi", "J. R. O'Brien"),
        ("Anne-Marie D’Angelo's order", "Anne-Marie D’Angelo"),
        ("van der Berg", "van der Berg"),
        ("Łukasz Żak.", "Łukasz Żak"),
        ("Anna Price", "Anna Price"),
        ("John And Order", "John"),
    ] {
        let name = capitalised(View::new(text), 0).unwrap();
        assert_eq!(text.get(..name.end).unwrap(), want);
    }
    for text in ["I", "J.", "there", "Support Team", "Anna2", "Anna@x", "", "de la", "Example.com"] {
        assert!(capitalised(View::new(text), 0).is_none(), "{text}");
    }
}

#[test]
fn names_in_any_case() {
    for (text, want) in [
        ("john smith and i", "john smith"),
        ("john smith bought a", "john smith"),
        ("ana de cruz", "ana de cruz"),
        ("ana de", "ana"),
        ("jan van der berg en ik", "jan van der berg"),
        ("ana m lopez and i", "ana m lopez"),
        ("ana m. lopez", "ana m. lopez"),
        ("ana s lopez", "ana"),
        ("ana m calling", "ana"),
        ("JOHN SMITH", "JOHN SMITH"),
        ("John smith, hi", "John smith"),
        ("John need help", "John"),
        ("john", "john"),
    ] {
        let name = any_case(View::new(text), 0).unwrap();
        assert_eq!(text.get(..name.end).unwrap(), want);
    }
    for text in ["not on it", "misspelled", "x", "wrong on my card"] {
        assert!(any_case(View::new(text), 0).is_none(), "{text}");
    }
}
