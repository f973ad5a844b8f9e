//! The sixteen labels of a token: outside, and the places in a name or an address of each kind.
//!
//! Their order is that of the lanes in which they are decoded: in the first eight a token may begin something, in the last
//! eight it goes on with what has begun.

/// What the model finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Kind {
    /// A person's name.
    Person = 0,
    /// A place that is no address: a city, a region, a country.
    Location = 1,
    /// A company, an authority, a club.
    Organization = 2,
    /// A postal address, all of it.
    Address = 3,
}

/// How many labels there are.
pub(crate) const LABELS: usize = 16;
/// How many kinds.
pub(crate) const KINDS: usize = 4;

/// Outside.
pub(crate) const OUTSIDE: u8 = 0;
/// The first of several tokens; plus the kind. Also of an address of one token.
pub(crate) const FIRST: u8 = 1;
/// The only token; plus the kind, of which an address is none.
pub(crate) const ONLY: u8 = 5;
/// Between first and last; plus the kind.
pub(crate) const INNER: u8 = 8;
/// The last of several tokens; plus the kind.
pub(crate) const LAST: u8 = 12;

/// The kind of a label.
pub(crate) fn kind_of(label: u8) -> Option<Kind> {
    let kind = match label {
        1..=4 => label - FIRST,
        5..=7 => label - ONLY,
        8..=11 => label - INNER,
        12..=15 => label - LAST,
        _ => return None,
    };
    Some(match kind {
        0 => Kind::Person,
        1 => Kind::Location,
        2 => Kind::Organization,
        _ => Kind::Address,
    })
}

/// Labels after which nothing is open: outside, the only and the last ones.
pub(crate) const CLOSED: [u8; 8] = [OUTSIDE, 5, 6, 7, 12, 13, 14, 15];

/// The open label before each of the last eight: the first of its kind, or an inner one.
pub(crate) const OPEN_FIRST: [u8; 8] = [1, 2, 3, 4, 1, 2, 3, 4];
pub(crate) const OPEN_INNER: [u8; 8] = [8, 9, 10, 11, 8, 9, 10, 11];

/// Whether `next` may follow `label`.
pub(crate) fn may_follow(label: u8, next: u8) -> bool {
    if CLOSED.contains(&label) { next < INNER } else { next >= INNER && kind_of(label) == kind_of(next) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_label_has_its_place() {
        for label in 0..LABELS as u8 {
            let followed: Vec<u8> = (0..LABELS as u8).filter(|next| may_follow(label, *next)).collect();
            if CLOSED.contains(&label) {
                assert_eq!(followed, [0, 1, 2, 3, 4, 5, 6, 7]);
            } else {
                let kind = kind_of(label).expect("what is open is of a kind") as u8;
                assert_eq!(followed, [INNER + kind, LAST + kind]);
                for next in followed {
                    let lane = usize::from(next - INNER);
                    assert!(label == OPEN_FIRST[lane] || label == OPEN_INNER[lane]);
                }
            }
        }
        assert_eq!(kind_of(OUTSIDE), None);
        assert_eq!([1, 5, 8, 12].map(kind_of), [Some(Kind::Person); 4]);
        assert_eq!([4, 11, 15].map(kind_of), [Some(Kind::Address); 3]);
    }
}
