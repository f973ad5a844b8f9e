//! Path patterns: `*` any run without `/`, `**` any run, everything else itself.
//!
//! Comes in: a pattern and a path. Goes out: whether the whole path fits. Time grows with pattern length times path
//! length at worst, memory not at all: a later star never needs an earlier one of its kind to move again.

/// Whether `path` as a whole fits `pattern`.
pub(super) fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, path) = (pattern.as_bytes(), path.as_bytes());
    let (mut p, mut t) = (0, 0);
    // Where to take up again after a mismatch: the pattern behind the star, and how far the star has reached.
    let mut single: Option<(usize, usize)> = None;
    let mut double: Option<(usize, usize)> = None;
    loop {
        if pattern.get(p) == Some(&b'*') {
            if pattern.get(p + 1) == Some(&b'*') {
                p += 2;
                double = Some((p, t));
                single = None;
            } else {
                p += 1;
                single = Some((p, t));
            }
            continue;
        }
        match (pattern.get(p), path.get(t)) {
            (None, None) => return true,
            (Some(a), Some(b)) if a == b => {
                p += 1;
                t += 1;
                continue;
            }
            _ => {}
        }
        // A single star may take one more byte if that is no slash; else the double star does, and what follows it
        // starts anew.
        if let Some((behind, reached)) = single
            && path.get(reached).is_some_and(|b| *b != b'/')
        {
            single = Some((behind, reached + 1));
            (p, t) = (behind, reached + 1);
        } else if let Some((behind, reached)) = double
            && reached < path.len()
        {
            single = None;
            double = Some((behind, reached + 1));
            (p, t) = (behind, reached + 1);
        } else {
            return false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::matches;
    use proptest::prelude::*;

    /// The obvious, exponential way.
    fn naive(pattern: &[u8], path: &[u8]) -> bool {
        match pattern {
            [] => path.is_empty(),
            [b'*', b'*', rest @ ..] => (0..=path.len()).any(|i| naive(rest, &path[i..])),
            [b'*', rest @ ..] => {
                (0..=path.len()).take_while(|i| !path[..*i].contains(&b'/')).any(|i| naive(rest, &path[i..]))
            }
            [c, rest @ ..] => path.split_first().is_some_and(|(d, tail)| c == d && naive(rest, tail)),
        }
    }

    #[test]
    fn stars_mean_what_is_said() {
        for (pattern, path, fits) in [
            ("/customer/*", "/customer/ssn", true),
            ("/customer/*", "/customer/home/zip", false),
            ("/customer/**", "/customer/home/zip", true),
            ("**/zip", "/customer/home/zip", true),
            ("/*/zip", "/customer/home/zip", false),
            ("/a", "/a/", false),
            ("**", "", true),
            ("", "/", false),
        ] {
            assert_eq!(matches(pattern, path), fits, "{pattern} {path}");
        }
    }

    #[test]
    fn many_stars_end() {
        let pattern = "*a**a".repeat(200);
        assert!(!matches(&pattern, &"a/".repeat(2000)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn agrees_with_the_obvious_way(pattern in "[ab/*]{0,9}", path in "[ab/]{0,9}") {
            prop_assert_eq!(matches(&pattern, &path), naive(pattern.as_bytes(), path.as_bytes()));
        }
    }
}
