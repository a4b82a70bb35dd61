//! Numbers that look drawn by chance and come from a seed: the same on every machine, for ever.
//! Never chance of its own, and never fit for a secret.

/// What the counter goes up by: SplitMix64's own constant, 2^64 over the golden ratio, made odd.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

/// A sequence of numbers by SplitMix64 (Steele, Lea and Flood, «Fast splittable pseudorandom number
/// generators», OOPSLA 2014). It counts, and mixes the count: where a sequence begins is known from
/// its names and numbers alone, so that parts may be made apart and in any order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    counter: u64,
}

impl Chance {
    /// The sequence of a seed.
    pub const fn new(seed: u64) -> Self {
        Self { counter: seed }
    }

    /// Another sequence, of the same seed and this name; whatever was drawn from this one so far
    /// counts, and nothing is drawn.
    #[must_use]
    pub fn named(&self, name: &str) -> Self {
        // FNV-1a, 64 bits.
        let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        self.numbered(name.bytes().fold(0xCBF2_9CE4_8422_2325, fold))
    }

    /// The same, by a number.
    #[must_use]
    pub const fn numbered(&self, number: u64) -> Self {
        let here = mix(self.counter.wrapping_add(STEP));
        Self { counter: mix(here ^ mix(number.wrapping_add(STEP))) }
    }

    /// The next 64 bits.
    pub const fn bits(&mut self) -> u64 {
        self.counter = self.counter.wrapping_add(STEP);
        mix(self.counter)
    }

    /// A number from 0, below this one; 0 where it is 0. One is more likely than another by less
    /// than one in 2^32.
    pub fn below(&mut self, end: u32) -> u32 {
        let high = (self.bits() >> 32) * u64::from(end);
        u32::try_from(high >> 32).unwrap_or(u32::MAX)
    }

    /// Does what happens so many times in a thousand happen now?
    pub fn happens(&mut self, thousandths: u32) -> bool {
        self.below(1000) < thousandths
    }

    /// One of several things, each as likely as another; none where there are none.
    pub fn one<'a, T>(&mut self, things: &'a [T]) -> Option<&'a T> {
        things.get(self.place(things.len()))
    }

    /// A place among so many, from 0.
    pub fn place(&mut self, count: usize) -> usize {
        self.below(u32::try_from(count).unwrap_or(u32::MAX)) as usize
    }
}

/// The mixing of SplitMix64: one to one, so that different counts stay different.
const fn mix(count: u64) -> u64 {
    let count = (count ^ (count >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let count = (count ^ (count >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    count ^ (count >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first numbers of the seed 1234567, as published with the reference program in C
    /// (prng.di.unimi.it, `splitmix64.c`) and on Rosetta Code.
    #[test]
    fn the_numbers_are_those_of_the_published_program() {
        let mut chance = Chance::new(1_234_567);
        let published = [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];
        assert_eq!(published.map(|_| chance.bits()), published);
    }

    #[test]
    fn a_number_is_below_its_end_and_each_comes_as_often() {
        let mut chance = Chance::new(1);
        let mut counts = [0_u32; 6];
        for _ in 0..60_000 {
            counts[chance.place(6)] += 1;
        }
        // Binomial: 10,000 and five times 91.3.
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 457), "{counts:?}");
        assert_eq!((chance.below(0), chance.below(1)), (0, 0));
        assert_eq!(chance.one::<u8>(&[]), None);
    }

    #[test]
    fn sequences_of_other_names_and_numbers_differ() {
        let seed = Chance::new(7);
        let mut firsts: Vec<u64> = (0..1000).map(|at| seed.numbered(at).bits()).collect();
        firsts.extend(["a", "b", "ab", ""].map(|name| seed.named(name).bits()));
        firsts.extend((8..1000).map(|seed| Chance::new(seed).numbered(0).bits()));
        let count = firsts.len();
        firsts.sort_unstable();
        firsts.dedup();
        assert_eq!(firsts.len(), count);
    }
}
