//! Made numbers of every type with a shape and a check, in texts of eight kinds, with every entry switched on.
//!
//! A number is drawn by its shape until its check says valid (or, where nothing can prove it, does not refuse it), the
//! same ones on every run. With a word of its type before it, it must be found, whole and as that type, or the evidence
//! must tell the type as another that the number is valid for.
use super::*;
use crate::catalog::entry::Entry;
use crate::catalog::shape::{self, Shape};
use crate::finding::Verdict;

/// A small generator, so that every run draws alike.
struct Draw(u64);

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }
}

/// A value of the shape as it may be typed, and its characters alone.
fn drawn(shape: &Shape, draw: &mut Draw) -> (String, Vec<u8>) {
    let length = usize::from(shape.min) + draw.below(usize::from(shape.max - shape.min) + 1);
    let optional = (draw.below(2) == 1).then(|| draw.below(4));
    let (mut typed, mut plain) = (String::new(), Vec::new());
    for n in 0..length {
        let kinds: Vec<usize> = (0..4).filter(|k| shape.gap[*k] >> n & 1 == 1).collect();
        let needed = shape.need >> n & 1 == 1;
        let kind = if needed { kinds.first().copied() } else { optional.filter(|k| kinds.contains(k)) };
        if let Some(kind) = kind.filter(|_| needed || !shape.anywhere) {
            typed.push([' ', '-', '.', '/'][kind]);
        }
        let codes: Vec<u8> = (0..36).filter(|c| shape.set[n] >> c & 1 == 1).collect();
        let code = codes[draw.below(codes.len())];
        let c = if code < 10 { b'0' + code } else { b'A' + code - 10 };
        typed.push(char::from(c));
        plain.push(c);
    }
    (typed, plain)
}

fn shapes(entry: &Entry) -> Vec<Shape> {
    let (mut all, mut at) = (Vec::new(), 0);
    loop {
        let (shape, next) = shape::parse(entry.shape.as_bytes(), at).unwrap();
        all.push(shape);
        if next == 0 {
            return all;
        }
        at = next;
    }
}

/// Entries whose values are all of a shape's match.
fn has_form(entry: &Entry) -> bool {
    entry.category != Category::Benign && !entry.shape.is_empty() && entry.lead_of.is_none()
}

const TRIES: usize = 60_000;

/// A value that the check proves; where it can prove none, one that it does not refuse.
fn made(entry: &Entry, draw: &mut Draw) -> Option<String> {
    let (check, shapes) = (entry.check?, shapes(entry));
    let mut unproven = None;
    for n in 0..TRIES {
        let (typed, plain) = drawn(&shapes[draw.below(shapes.len())], draw);
        match check(&plain) {
            Verdict::Valid => return Some(typed),
            Verdict::Unknown if unproven.is_none() => unproven = Some(typed),
            _ => {}
        }
        if n > 2_000 && unproven.is_some() {
            return unproven;
        }
    }
    unproven
}

/// Texts in which the value stands where `<<` and `>>` are.
fn texts(word: &str, value: &str, other: &str) -> [String; 8] {
    [
        format!("Hello, my {word} is <<{value}>> and thanks for your help."),
        format!("{word}: <<{value}>>"),
        format!("as you asked ({word} <<{value}>>)"),
        format!("\"{word}\":\"<<{value}>>\","),
        format!("{word} 号<<{value}>>，谢谢"),
        format!("{word} <<{value}>>, {word} {other}"),
        format!("{word} {other}, {word} <<{value}>>."),
        format!("please see the {word}\r\n<<{value}>>\r\nthanks"),
    ]
}

/// Types that what is drawn for another may be as well, because that one's form holds all of theirs or both prove little.
const EACH: usize = 4;

#[test]
fn made_numbers_are_found_in_texts_of_eight_kinds() {
    let detector = Detector::new(Settings::everything());
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let (mut all, mut wrong, mut types) = (0usize, Vec::new(), 0usize);
    for entry in CATALOG.iter().filter(|e| has_form(e)) {
        let Some(word) = entry.context.first() else { continue };
        let values: Vec<String> = (0..EACH).filter_map(|_| made(entry, &mut draw)).collect();
        types += usize::from(!values.is_empty());
        for (n, value) in values.iter().enumerate() {
            for text in texts(word, value, &values[(n + 1) % values.len()]) {
                let start = text.find("<<").unwrap();
                let plain = text.replace("<<", "").replace(">>", "");
                let found =
                    detector.detect(&Input::new(&plain), &Limits::default(), &[], &Known::default()).unwrap();
                let lead = usize::from(entry.lead);
                let told = found.iter().any(|f| {
                    let span = f.span().range();
                    let itself = f.entity_type().name() == entry.id;
                    let holds = span.start <= start + lead && span.end == start + value.len();
                    holds
                        && (itself
                            || f.evidence().alternatives().iter().any(|other| other.name() == entry.id))
                });
                all += 1;
                if !told {
                    wrong.push(format!("{}: {plain:?} gives {found:?}", entry.id));
                }
            }
        }
    }
    assert!(types > 120, "{types}");
    assert!(wrong.len() * 1000 <= all * MISSED, "{} of {all}:\n{}", wrong.len(), wrong.join("\n"));
}

/// Of a thousand texts, so many values may be called another type that does not tell.
const MISSED: usize = 10;

#[test]
fn no_made_number_is_found_inside_a_longer_one() {
    let detector = Detector::new(Settings::everything());
    let mut draw = Draw(0x2545_F491_4F6C_DD1D);
    for entry in CATALOG.iter().filter(|e| has_form(e)) {
        let Some(word) = entry.context.first() else { continue };
        let Some(value) = made(entry, &mut draw) else { continue };
        for text in [format!("{word} 7{value}"), format!("{word} {value}7"), format!("{word} 31{value}5926")]
        {
            let start = text.find(&value).unwrap();
            let found =
                detector.detect(&Input::new(&text), &Limits::default(), &[], &Known::default()).unwrap();
            let inside = found.iter().find(|f| f.span().range() == (start..start + value.len()));
            assert!(inside.is_none(), "{}: {text:?} gives {inside:?}", entry.id);
        }
    }
}
