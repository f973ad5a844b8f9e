//! How many wrong numbers a check catches, measured on made ones.

/// Shares of wrong numbers that a check refuses.
#[derive(Debug, PartialEq)]
pub(crate) struct Caught {
    /// One digit replaced by another.
    pub(crate) single: f64,
    /// Two different neighbours swapped.
    pub(crate) swapped: f64,
}

/// Makes valid numbers of `length` digits and spoils each in every way: one digit replaced, two neighbours
/// swapped. The same on every run.
pub(crate) fn caught(length: usize, is_valid: impl Fn(&[u8]) -> bool) -> Caught {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut next = move |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as usize % n
    };
    let (mut tried, mut single, mut swaps, mut swapped, mut made) = (0u32, 0u32, 0u32, 0u32, 0);
    for _ in 0..200_000 {
        let good: Vec<u8> = (0..length).map(|_| b'0' + next(10) as u8).collect();
        if !is_valid(&good) {
            continue;
        }
        made += 1;
        for place in 0..length {
            for value in (b'0'..=b'9').filter(|v| *v != good[place]) {
                let mut bad = good.clone();
                bad[place] = value;
                tried += 1;
                single += u32::from(!is_valid(&bad));
            }
            if place + 1 < length && good[place] != good[place + 1] {
                let mut bad = good.clone();
                bad.swap(place, place + 1);
                swaps += 1;
                swapped += u32::from(!is_valid(&bad));
            }
        }
        if made == 500 {
            break;
        }
    }
    assert!(made >= 100, "only {made} numbers pass the check");
    let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole);
    Caught { single: share(single, tried), swapped: share(swapped, swaps) }
}
