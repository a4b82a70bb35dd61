//! Several tests at once: the more are tried, the more chance finds.
//! Never fewer tests than were made.

/// The p of each test, corrected for there being several (Holm 1979), in the same order.
pub fn holm(tests: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..tests.len()).collect();
    order.sort_by(|a, b| tests[*a].total_cmp(&tests[*b]));
    let mut corrected = tests.to_vec();
    let mut least: f64 = 0.0;
    for (rank, place) in order.into_iter().enumerate() {
        least = least.max(super::real(tests.len() - rank) * tests[place]).min(1.0);
        corrected[place] = least;
    }
    corrected
}
