//! Texts in pieces: output, findings and report are those of the whole, however it is cut.
mod long;
mod redactor;
mod restorer;
mod turns;

use wimple::{Engine, Error, Findings, Input, Report};

/// Numbers in an order that is the same on every run.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }
}

/// Whether the long run was asked for.
pub(crate) fn is_full() -> bool {
    std::env::var_os("WIMPLE_FULL").is_some()
}

/// Output, findings and report.
pub(crate) type Done = (String, Findings, Report);

pub(crate) fn whole(engine: &Engine, input: Input<'_>) -> Result<Done, Error> {
    let out = engine.redact(input)?;
    Ok((out.text().to_owned(), out.findings().clone(), out.report().clone()))
}

/// The same through a redactor, from pieces of bytes. At every moment what has gone out must begin `should`.
pub(crate) fn streamed<'p>(
    engine: &Engine,
    hints: Input<'_>,
    pieces: impl IntoIterator<Item = &'p [u8]>,
    should: &str,
) -> Result<Done, Error> {
    let mut sent = String::new();
    let mut redactor = engine.redactor(hints, |piece: &str| {
        sent.push_str(piece);
        assert!(should.starts_with(&sent), "{}", difference(&sent, should));
    })?;
    for piece in pieces {
        redactor.write_bytes(piece)?;
    }
    let done = redactor.end()?;
    Ok((sent, done.findings().clone(), done.report().clone()))
}

/// Where two texts part: made texts, which hold no person's data.
pub(crate) fn difference(is: &str, should: &str) -> String {
    let at = is.bytes().zip(should.bytes()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        let bytes = text.as_bytes();
        String::from_utf8_lossy(&bytes[at.saturating_sub(60).min(bytes.len())..(at + 60).min(bytes.len())])
            .into_owned()
    };
    format!("byte {at}: {:?} instead of {:?}", around(is), around(should))
}

/// Holds the law for one text and one partition.
pub(crate) fn hold(engine: &Engine, text: &str, sizes: impl FnMut() -> usize, should: &Done) {
    hold_for("", engine, text, sizes, should);
}

/// The same; `told` says in a failure what text and engine it is.
pub(crate) fn hold_for(told: &str, engine: &Engine, text: &str, sizes: impl FnMut() -> usize, should: &Done) {
    let got = streamed(engine, Input::new(""), cut(text.as_bytes(), sizes), &should.0)
        .unwrap_or_else(|error| panic!("a text makes no error: {told} {error}"));
    assert!(got.0 == should.0, "{told} {}", difference(&got.0, &should.0));
    let differs = got.1.iter().zip(should.1.iter()).find(|(a, b)| a != b);
    assert!(differs.is_none(), "{told} {differs:?}");
    assert_eq!(got.1.len(), should.1.len(), "{told}");
    assert_eq!(got.2, should.2, "{told}");
}

/// Pieces of these sizes.
pub(crate) fn cut(text: &[u8], mut sizes: impl FnMut() -> usize) -> Vec<&[u8]> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, later) = rest.split_at(sizes().clamp(1, rest.len()));
        pieces.push(piece);
        rest = later;
    }
    pieces
}
