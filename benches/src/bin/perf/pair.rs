//! Work and its bytes go in; its best time and that of the reference loop over the same bytes come out.

use std::hint::black_box;
use std::time::{Duration, Instant};

use wimple_benches::table_sum;

/// How long one pass over some bytes took, beside the reference loop run between the passes.
pub(crate) struct Pair {
    pub(crate) bytes: usize,
    pub(crate) work: Duration,
    pub(crate) reference: Duration,
}

impl Pair {
    /// The best of several passes, turn and turn about with the reference loop: at least three, then until half a
    /// second is used up. Where one pass takes longer than that, one is all there is.
    pub(crate) fn measure<E>(texts: &[String], mut work: impl FnMut() -> Result<(), E>) -> Result<Self, E> {
        let bytes = texts.iter().map(String::len).sum();
        let mut pair = Pair { bytes, work: Duration::MAX, reference: Duration::MAX };
        let (begun, budget) = (Instant::now(), Duration::from_millis(500));
        let mut passes = 0;
        while begun.elapsed() < budget || (passes < 3 && pair.work < budget) {
            let start = Instant::now();
            work()?;
            pair.work = pair.work.min(start.elapsed());
            let start = Instant::now();
            for text in texts {
                black_box(table_sum(black_box(text.as_bytes())));
            }
            pair.reference = pair.reference.min(start.elapsed());
            passes += 1;
        }
        Ok(pair)
    }

    /// Speed of the work.
    pub(crate) fn speed(&self) -> String {
        megabytes(self.bytes, self.work)
    }

    /// Speed of the reference loop.
    pub(crate) fn reference_speed(&self) -> String {
        megabytes(self.bytes, self.reference)
    }

    /// How many times longer the work takes than the reference loop.
    pub(crate) fn ratio(&self) -> String {
        format!("{:.2}", self.work.as_secs_f64() / self.reference.as_secs_f64().max(1e-9))
    }
}

fn megabytes(bytes: usize, time: Duration) -> String {
    format!("{:.0} MB/s", bytes as f64 / 1e6 / time.as_secs_f64().max(1e-9))
}
