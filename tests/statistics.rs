//! Statistics against what was published, SciPy and R; and what must hold of any counts.
//! Never against what the program itself once said.

use std::fs;

use proptest::prelude::*;
use recueil::analysis::statistics::chi_squared::{above, chi_squared};
use recueil::analysis::statistics::hodges_lehmann::hodges_lehmann;
use recueil::analysis::statistics::signed_rank::SignedRanks;
use recueil::analysis::statistics::{
    Differences, Interval, Median, Method, PValue, TooFew, binomial, cramer, fisher, holm, mcnemar,
    median, median_ranks, sign, wilson,
};

/// What a function says of an input; nothing where it says nothing.
fn found(function: &str, input: &str) -> Vec<Option<f64>> {
    let reals: Vec<f64> =
        input.split([' ', '/']).filter_map(|number| number.parse().ok()).collect();
    let counts = || -> Vec<usize> {
        input.split(' ').map(|count| count.parse().expect("a count")).collect()
    };
    let pair = || <[usize; 2]>::try_from(counts()).expect("two counts");
    let differences = || -> Differences {
        input.split(' ').map(|it| it.parse::<i64>().expect("a whole number")).collect()
    };
    let ends =
        |interval: Option<Interval>| vec![interval.map(|it| it.low), interval.map(|it| it.high)];
    let p = |p: Result<PValue, TooFew>| p.ok().map(PValue::get);
    match function {
        "wilson" => ends(wilson(pair()[0], pair()[1])),
        "clopper_pearson" => ends(binomial::clopper_pearson(pair()[0], pair()[1])),
        "binomial_test" => {
            let [k, n] = [0, 1].map(|at| whole(reals[at]));
            vec![Some(binomial::two_sided(k, n, reals[2]))]
        }
        "sign" => vec![p(sign::two_sided(pair()[0], pair()[1]))],
        "mcnemar" => {
            let [gained, lost] = pair();
            vec![p(mcnemar::exact(gained, lost)), p(mcnemar::mid_p(gained, lost))]
        }
        "wilcoxon" => {
            let ranks = SignedRanks::new(&differences());
            let tested = ranks.two_sided();
            assert!(tested.is_err() || tested.is_ok_and(|it| it.method == Method::Exact));
            vec![Some(ranks.up()), p(tested.map(|it| it.p)), ranks.rank_biserial()]
        }
        "wilcoxon_normal" => {
            let tested = SignedRanks::new(&differences()).approximately();
            vec![p(tested.map(|it| it.p))]
        }
        "hodges_lehmann" => {
            let typical = hodges_lehmann(&differences()).expect("somebody");
            [vec![Some(typical.value)], ends(typical.interval)].concat()
        }
        "fisher" => vec![fisher::two_sided(&table(input)).map(PValue::get)],
        "fisher_greater" => {
            let table = table(input);
            let table = [[table[0][0], table[0][1]], [table[1][0], table[1][1]]];
            vec![Some(fisher::greater(table).get())]
        }
        "chi_squared" => {
            let found = chi_squared(&table(input));
            let degrees = |count: usize| f64::from(u32::try_from(count).expect("few"));
            vec![
                found.map(|it| it.statistic),
                found.map(|it| degrees(it.degrees)),
                found.map(|it| it.p.get()),
            ]
        }
        "chi_squared_above" => vec![Some(above(reals[0], whole(reals[1])))],
        "cramer" => vec![cramer::v(&table(input)), cramer::corrected(&table(input))],
        "holm" => holm(&reals).into_iter().map(Some).collect(),
        "median_ranks" => {
            let found = median_ranks(whole(reals[0]));
            let real = |count: usize| f64::from(u32::try_from(count).expect("few"));
            vec![
                found.map(|it| real(it.low)),
                found.map(|it| real(it.high)),
                found.map(|it| it.coverage),
            ]
        }
        "median" => {
            let places = median(&counts()).map(|median| match median {
                Median::At(place) => [place, place],
                Median::Between(low, high) => [low, high],
            });
            let real = |count: usize| f64::from(u32::try_from(count).expect("few"));
            (0..2).map(|at| places.map(|places| real(places[at]))).collect()
        }
        other => panic!("{other} is no function"),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts of people")]
fn whole(real: f64) -> usize {
    real as usize
}

fn table(input: &str) -> Vec<Vec<usize>> {
    let row = |row: &str| row.split_whitespace().map(|it| it.parse().expect("a count")).collect();
    input.split('/').map(row).collect()
}

/// How far from what is written a number may be: half of its last digit where few are written, else
/// 1e-9, of it or in itself.
fn tolerance(written: &str, expected: f64) -> f64 {
    let digits = written.split(['e', 'E']).next().unwrap_or_default();
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let scale = written.split_once('e').map_or(0, |(_, power)| power.parse().expect("a power"));
    let is_whole = decimals == 0 || expected.fract() == 0.0;
    let decimals = i32::try_from(decimals).expect("few");
    let rounded = if is_whole { 0.0 } else { 0.5001 * 10_f64.powi(scale - decimals) };
    rounded.max(1e-9 * expected.abs().min(1.0)).max(1e-13)
}

fn agrees_with(name: &str) -> usize {
    let path = format!("{}/tests/fixtures/statistics/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("cases");
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in text.lines().skip(1) {
        let mut cells = line.splitn(4, ',');
        let [function, input, expected] = [(); 3].map(|()| cells.next().expect("three cells"));
        let found = found(function, input);
        let written: Vec<&str> = expected.split(' ').collect();
        assert_eq!(found.len(), written.len(), "{line}");
        let is_same = |(found, written): (&Option<f64>, &&str)| match found {
            None => *written == "-",
            // Published beside another, and not for itself.
            Some(_) if name == "published.csv" && *written == "-" => true,
            Some(found) => written.parse().is_ok_and(|expected: f64| {
                (found - expected).abs() <= tolerance(written, expected)
            }),
        };
        if !found.iter().zip(&written).all(is_same) {
            wrong.push(format!("{line}\n  found {found:?}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
    count
}

#[test]
fn the_published_examples_come_out() {
    assert_eq!(agrees_with("published.csv"), 34);
}

#[test]
fn random_cases_come_out_as_scipy_and_fractions_have_them() {
    assert_eq!(agrees_with("random.csv"), 724);
}

#[test]
fn random_cases_come_out_as_r_has_them() {
    assert_eq!(agrees_with("r.csv"), 101);
}

/// Below six pairs that changed there is no p at all, however they changed.
#[test]
fn five_changes_have_no_p() {
    let five: Differences = [1, 2, 3, 4, 5, 0, 0, 0].into_iter().collect();
    let too_few = TooFew { pairs: 5 };
    assert_eq!(SignedRanks::new(&five).two_sided(), Err(too_few));
    assert_eq!(SignedRanks::new(&five).approximately(), Err(too_few));
    assert_eq!(sign::two_sided(5, 0), Err(too_few));
    assert_eq!(mcnemar::mid_p(0, 5), Err(too_few));
    assert_eq!(mcnemar::exact(0, 5), Err(too_few));
    assert!(near(sign::two_sided(6, 0).expect("a p").get(), 0.031_25));
    assert_eq!(SignedRanks::new(&five).zeros(), 3);
}

/// The exact test gives way only where there are too many pairs, and says so; next to where it does,
/// both say nearly the same.
#[test]
fn many_pairs_of_many_lengths_are_tested_approximately_and_it_is_said() {
    let drawn = |count: i64| -> Differences {
        (1..=count).map(|size| if size * 7 % 17 < 8 { -size } else { size }).collect()
    };
    let exact = SignedRanks::new(&drawn(300));
    let [is, near] = [exact.two_sided(), exact.approximately()].map(|it| it.expect("a p"));
    assert_eq!((is.method, near.method), (Method::Exact, Method::Approximate));
    assert!((is.p.get() - near.p.get()).abs() < 0.001, "{is:?} {near:?}");
    let many = SignedRanks::new(&drawn(3_000)).two_sided().expect("a p");
    assert_eq!(many.method, Method::Approximate);
    // As many of few lengths, as answers are, are still gone through.
    let mut answers = Differences::default();
    for (difference, pairs) in [(-2, 100), (-1, 300), (0, 900), (1, 350), (2, 120)] {
        answers.add_many(difference, pairs);
    }
    let answers = SignedRanks::new(&answers);
    let [is, near] = [answers.two_sided(), answers.approximately()].map(|it| it.expect("a p"));
    assert_eq!(is.method, Method::Exact);
    assert!((is.p.get() - near.p.get()).abs() < 0.001, "{is:?} {near:?}");
}

/// How often Wilson's interval holds a share, added up exactly over all that may be seen.
fn coverage(n: usize, share: f64) -> f64 {
    let holds = |k: &usize| wilson(*k, n).is_some_and(|interval| interval.contains(share));
    (0..=n).filter(holds).map(|k| binomial::density(k, n, share)).sum()
}

/// Brown, Cai and DasGupta («Interval estimation for a binomial proportion», 2001) give the mean
/// coverage of Wilson's interval near 0.95 from n = 5 on, and drops near the ends alone.
#[test]
fn wilson_holds_as_often_as_it_says() {
    for n in [5, 8, 10, 15, 30, 100] {
        let shares = (1..1000).map(|part| f64::from(part) / 1000.0);
        let covered: Vec<f64> = shares.map(|share| coverage(n, share)).collect();
        let mean = covered.iter().sum::<f64>() / 999.0;
        assert!((0.945..0.965).contains(&mean), "{n}: {mean}");
        let middle = covered[199..800].iter().copied().fold(1.0, f64::min);
        assert!(middle > 0.89, "{n}: {middle}");
        assert!(covered.iter().all(|held| *held > 0.83), "{n}");
    }
}

fn some_differences() -> impl Strategy<Value = Vec<i64>> {
    prop_oneof![
        proptest::collection::vec(-3_i64..=3, 1..40),
        proptest::collection::vec(-1_i64..=1, 1..40),
        proptest::collection::vec(-100_000_i64..=100_000, 1..25),
    ]
}

fn some_table() -> impl Strategy<Value = Vec<Vec<usize>>> {
    (1..5_usize, 1..5_usize).prop_flat_map(|(rows, columns)| {
        proptest::collection::vec(proptest::collection::vec(0..3_usize, columns), rows)
    })
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(1.0)
}

proptest! {
    #[test]
    fn a_p_is_the_same_where_all_changes_are_turned_round(drawn in some_differences()) {
        let there: Differences = drawn.iter().copied().collect();
        let back = there.reversed();
        let (one, other) = (SignedRanks::new(&there), SignedRanks::new(&back));
        prop_assert_eq!(one.two_sided(), other.two_sided());
        prop_assert_eq!(one.rank_biserial(), other.rank_biserial().map(|it| -it));
        prop_assert_eq!((one.up(), one.down()), (other.down(), other.up()));
        prop_assert_eq!(sign::two_sided(there.up(), there.down()), sign::two_sided(back.up(), back.down()));
        let [one, other] = [&there, &back].map(|it| hodges_lehmann(it).expect("somebody"));
        prop_assert!(near(one.value, -other.value));
        if let (Some(one), Some(other)) = (one.interval, other.interval) {
            prop_assert!(near(one.low, -other.high) && near(one.high, -other.low));
        }
    }

    #[test]
    fn the_order_of_people_and_those_who_stayed_change_no_test(drawn in some_differences(), zeros in 0..5_usize) {
        let there: Differences = drawn.iter().copied().collect();
        let mut back: Differences = drawn.iter().rev().copied().collect();
        back.add_many(0, zeros);
        let (one, other) = (SignedRanks::new(&there), SignedRanks::new(&back));
        prop_assert_eq!(one.two_sided(), other.two_sided());
        prop_assert_eq!(one.rank_biserial(), other.rank_biserial());
        prop_assert_eq!(one.zeros() + zeros, other.zeros());
    }

    #[test]
    fn parts_added_up_are_the_whole(a in some_differences(), b in some_differences()) {
        let mut merged: Differences = a.iter().copied().collect();
        merged.merge(&b.iter().copied().collect());
        prop_assert_eq!(merged, a.into_iter().chain(b).collect());
    }

    #[test]
    fn every_figure_of_pairs_is_in_its_bounds(drawn in some_differences()) {
        let differences: Differences = drawn.iter().copied().collect();
        let ranks = SignedRanks::new(&differences);
        prop_assert!(ranks.rank_biserial().is_none_or(|it| (-1.0..=1.0).contains(&it)));
        prop_assert!(ranks.two_sided().is_ok() == (ranks.pairs() >= 6));
        prop_assert!(ranks.two_sided().is_ok_and(|it| it.p.get() > 0.0) || ranks.pairs() < 6);
        let typical = hodges_lehmann(&differences).expect("somebody");
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let [least, most] = [drawn.iter().min(), drawn.iter().max()].map(|it| *it.expect("one") as f64);
        prop_assert!((least..=most).contains(&typical.value));
        prop_assert!(typical.interval.is_none_or(|it| it.contains(typical.value)));
        prop_assert!(typical.interval.is_some() == (drawn.len() >= 6));
    }

    #[test]
    fn an_interval_holds_the_share_seen_and_grows_with_it(n in 1..400_usize, k in 0..400_usize) {
        let k = k.min(n);
        #[expect(clippy::cast_precision_loss, reason = "small numbers")]
        let seen = k as f64 / n as f64;
        for of in [wilson, binomial::clopper_pearson] {
            let here = of(k, n).expect("somebody");
            prop_assert!(here.contains(seen) && here.low >= 0.0 && here.high <= 1.0);
            // Those who did not are the others.
            let others = of(n - k, n).expect("somebody");
            prop_assert!(near(others.low, 1.0 - here.high) && near(others.high, 1.0 - here.low));
            if k < n {
                let next = of(k + 1, n).expect("somebody");
                prop_assert!(next.low >= here.low && next.high >= here.high);
            }
        }
    }

    /// Clopper and Pearson's interval holds that of mid-p: the exact one is the wider.
    #[test]
    fn the_exact_interval_holds_that_of_mid_p(n in 1..100_usize, k in 0..100_usize) {
        let k = k.min(n);
        let exact = binomial::clopper_pearson(k, n).expect("somebody");
        let half = |chance: f64| binomial::density(k, n, chance) / 2.0;
        // At the ends of the exact interval, mid-p has already left it.
        if k > 0 {
            prop_assert!(binomial::at_least(k, n, exact.low) - half(exact.low) < 0.025);
        }
        if k < n {
            prop_assert!(binomial::at_most(k, n, exact.high) - half(exact.high) < 0.025);
        }
    }

    #[test]
    fn mid_p_is_never_above_the_exact_p(gained in 0..60_usize, lost in 0..60_usize) {
        let [mid, exact] = [mcnemar::mid_p(gained, lost), mcnemar::exact(gained, lost)];
        prop_assert!(mid.is_ok() == (gained + lost >= 6));
        if let (Ok(mid), Ok(exact)) = (mid, exact) {
            prop_assert!(mid <= exact);
            prop_assert!(near(mid.get(), mcnemar::mid_p(lost, gained).expect("as many").get()));
        }
        if gained > lost && gained + lost >= 6 {
            let p = |gained| sign::two_sided(gained, lost).expect("six changed");
            prop_assert!(p(gained + 1) < p(gained));
        }
    }

    #[test]
    fn a_table_says_the_same_in_any_order_and_turned(drawn in some_table(), rows in any::<u64>()) {
        let mut other: Vec<Vec<usize>> = drawn.clone();
        other.rotate_left(usize::try_from(rows % drawn.len() as u64).expect("few"));
        let turned: Vec<Vec<usize>> =
            (0..drawn[0].len()).map(|at| other.iter().map(|row| row[at]).collect()).collect();
        let p = |table: &[Vec<usize>]| fisher::two_sided(table).map(PValue::get);
        for same in [&other, &turned] {
            let [one, other] = [&drawn, same].map(|it| p(it).unwrap_or(-1.0));
            prop_assert!(near(one, other));
            let [one, other] = [&drawn, same].map(|it| cramer::v(it).unwrap_or(-1.0));
            prop_assert!(near(one, other));
        }
        for v in [cramer::v(&drawn), cramer::corrected(&drawn)].into_iter().flatten() {
            prop_assert!((0.0..=1.0 + 1e-12).contains(&v), "{v}");
        }
        let corrected = cramer::corrected(&drawn);
        prop_assert!(corrected.is_none() || fisher::two_sided(&drawn).is_some());
    }

    #[test]
    fn corrected_tests_keep_their_order_and_are_never_smaller(drawn in proptest::collection::vec(0.0..=1.0_f64, 1..15)) {
        let corrected = holm(&drawn);
        for (p, after) in drawn.iter().zip(&corrected) {
            prop_assert!(after >= p && *after <= 1.0);
            for (other, other_after) in drawn.iter().zip(&corrected) {
                prop_assert!(p > other || after <= other_after);
            }
        }
    }

    #[test]
    fn half_are_on_each_side_of_the_median(counts in proptest::collection::vec(0..9_usize, 1..7)) {
        let total: usize = counts.iter().sum();
        let below = |place: usize| counts[..place].iter().sum::<usize>();
        match median(&counts) {
            None => prop_assert_eq!(total, 0),
            Some(Median::At(place)) => {
                prop_assert!(2 * below(place) < total.max(1) && 2 * below(place + 1) > total);
            }
            Some(Median::Between(low, high)) => {
                prop_assert!(low < high && 2 * below(low + 1) == total && 2 * below(high) == total);
            }
        }
    }
}
