//! What may be told, and what was hidden sought again by who has all that was told: linear algebra
//! over exact fractions, then the bounds that whole numbers of people have.
//! Never how a hidden figure is worded: `reported` looks at that.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use recueil::analysis::crosstab::{Axis, association};
use recueil::analysis::disclosure::{disclose, publish};
use recueil::analysis::mirror::{self, Slide};
use recueil::analysis::report::{
    Asked, Audience, By, Counted, Figure, OfCross, OfQuestion, Report, Spread, Table, Why,
};
use recueil::app::slide_words;
use recueil::locale::Locale;
use recueil::questionnaire::{Kind, Question};
use recueil::store::Store;
use recueil::value::Missing;
use support::documented::stands_in;
use support::{Chance, WORKSHOP, counted, form, form_of, today};
use tempfile::TempDir;

/// An unknown number of people: of a part, or of a part and an answer.
type Unknown = (String, usize);

/// That so many are in all of these.
struct Equation {
    of: BTreeMap<usize, i128>,
    sum: i128,
}

/// What somebody knows who has everything that was told.
#[derive(Default)]
struct Known {
    names: Vec<Unknown>,
    equations: Vec<Equation>,
    most: BTreeMap<usize, i128>,
}

impl Known {
    fn unknown(&mut self, part: &str, cell: usize) -> usize {
        let name = (part.to_owned(), cell);
        self.names.iter().position(|other| *other == name).unwrap_or_else(|| {
            self.names.push(name);
            self.names.len() - 1
        })
    }

    fn equal(&mut self, of: impl IntoIterator<Item = (usize, i128)>, sum: u64) {
        let mut equation = Equation { of: BTreeMap::new(), sum: i128::from(sum) };
        for (unknown, times) in of {
            *equation.of.entry(unknown).or_default() += times;
        }
        self.equations.push(equation);
    }

    /// Those of which only one number agrees with all that is known.
    fn found(&self) -> BTreeSet<Unknown> {
        let mut found = self.by_elimination();
        found.extend(self.by_bounds());
        found.into_iter().map(|place| self.names[place].clone()).collect()
    }

    /// Gauss and Jordan, without a fraction: each line is kept in whole numbers.
    fn by_elimination(&self) -> BTreeSet<usize> {
        let width = self.names.len();
        let line = |equation: &Equation| -> Vec<i128> {
            (0..width).map(|at| equation.of.get(&at).copied().unwrap_or(0)).collect()
        };
        let mut lines: Vec<Vec<i128>> = self.equations.iter().map(line).collect();
        let mut done = 0;
        for column in 0..width {
            let Some(pivot) = (done..lines.len()).find(|at| lines[*at][column] != 0) else {
                continue;
            };
            lines.swap(done, pivot);
            let own = lines[done].clone();
            for (at, line) in lines.iter_mut().enumerate() {
                if at != done && line[column] != 0 {
                    let (by, other) = (own[column], line[column]);
                    for (cell, own) in line.iter_mut().zip(&own) {
                        *cell = *cell * by - own * other;
                    }
                    let common = line.iter().fold(0, |a, b| gcd(a, b.abs()));
                    if common > 1 {
                        for cell in line.iter_mut() {
                            *cell /= common;
                        }
                    }
                }
            }
            done += 1;
        }
        let alone = lines.iter().filter_map(|line| {
            let mut there = (0..width).filter(|at| line[*at] != 0);
            let first = there.next()?;
            there.next().is_none().then_some(first)
        });
        alone.collect()
    }

    /// No number of people is below 0: each equation bounds each of its unknowns by the others.
    fn by_bounds(&self) -> BTreeSet<usize> {
        let far = 1_000_000;
        let mut low = vec![0_i128; self.names.len()];
        let most = |at: usize| self.most.get(&at).copied().unwrap_or(far);
        let mut high: Vec<i128> = (0..self.names.len()).map(most).collect();
        loop {
            let before = (low.clone(), high.clone());
            for Equation { of, sum } in &self.equations {
                for (at, times) in of {
                    let others = of.iter().filter(|(other, _)| *other != at);
                    let (mut least, mut greatest) = (0, 0);
                    for (other, times) in others {
                        let ends = [low[*other] * times, high[*other] * times];
                        least += ends[0].min(ends[1]);
                        greatest += ends[0].max(ends[1]);
                    }
                    // times · unknown is between sum - greatest and sum - least.
                    let ends = [(sum - greatest) * times, (sum - least) * times];
                    low[*at] = low[*at].max(ends[0].min(ends[1]));
                    high[*at] = high[*at].min(ends[0].max(ends[1]));
                }
            }
            if (low.clone(), high.clone()) == before {
                break;
            }
        }
        (0..self.names.len()).filter(|at| low[*at] == high[*at]).collect()
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// The number of who answered stands before the answers.
const ANSWERED: usize = usize::MAX;

/// All that is told of a question by parts, as equations. Of several answers each is taken or left.
fn know(known: &mut Known, of: &OfQuestion, when: &str, base: u64) {
    let is_several = matches!(of.question.kind, Kind::Multiple(_));
    let cells = of.question.kind.choices().len();
    let mut all_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (name, part) in &of.parts {
        let name = format!("{when}{name}");
        let answered = known.unknown(&name, ANSWERED);
        all_of.entry(ANSWERED).or_default().push(answered);
        match part.answered {
            Figure::Shown(count) => known.equal([(answered, 1)], count),
            Figure::Hidden(Why::Few) => _ = known.most.insert(answered, i128::from(base) - 1),
            Figure::Hidden(_) => {}
        }
        let Spread::Choices(figures) = &part.spread else { panic!("choices") };
        let mut sum = vec![(answered, -1)];
        for (cell, figure) in figures.iter().enumerate() {
            let unknown = known.unknown(&name, cell);
            all_of.entry(cell).or_default().push(unknown);
            if let Figure::Shown(count) = figure {
                known.equal([(unknown, 1)], *count);
            }
            if is_several {
                let left = known.unknown(&name, cell + cells);
                known.equal([(unknown, 1), (left, 1), (answered, -1)], 0);
            } else {
                sum.push((unknown, 1));
            }
        }
        if !is_several {
            known.equal(sum, 0);
        }
    }
    let whole = |cell: usize| match (&of.all.spread, cell) {
        (_, ANSWERED) => of.all.answered.shown(),
        (Spread::Choices(figures), cell) => figures[cell].shown(),
        _ => None,
    };
    for (cell, unknowns) in all_of {
        if let Some(count) = whole(cell) {
            known.equal(unknowns.into_iter().map(|unknown| (unknown, 1)), count);
        }
    }
}

/// What is found of what was hidden. That nobody, or everybody, of all answered so is told of each
/// person at once, and is no figure of a few.
fn found(known: &Known, of: &OfQuestion, when: &str) -> Vec<Unknown> {
    let cells = of.question.kind.choices().len();
    let all = of.all.answered.shown().unwrap_or_default();
    let found = known.found();
    let mut recomputed = Vec::new();
    for (name, part) in &of.parts {
        let Spread::Choices(figures) = &part.spread else { panic!("choices") };
        let Spread::Choices(whole) = &of.all.spread else { panic!("choices") };
        let name = format!("{when}{name}");
        for cell in (0..cells).filter(|cell| figures[*cell].shown().is_none()) {
            let is_of_all =
                all == 0 || whole[cell].shown().is_some_and(|count| count == 0 || count == all);
            if !is_of_all && found.contains(&(name.clone(), cell)) {
                recomputed.push((name.clone(), cell));
            }
        }
        if part.answered.shown().is_none() && all > 0 && found.contains(&(name.clone(), ANSWERED)) {
            recomputed.push((name.clone(), ANSWERED));
        }
    }
    recomputed
}

/// A report that holds one question, of one choice or of several, asked by site.
fn frame(folder: &TempDir, is_several: bool) -> Report {
    let form = form_of(WORKSHOP, "atelier-bilan");
    let mut store = Store::new(folder.path().to_owned(), "abcdefgh".to_owned());
    let rows = recueil::record::Rows::new(&form, 1, recueil::record::People::Apart, "v1");
    store.append(&form, true, &[rows.row(0)]).expect("appended");
    let asked = Asked { trials: recueil::analysis::report::Trials::With, ..today() };
    let mut report = counted(&store, &[form], &asked);
    report.split = Some(By::Site);
    report.questions.retain(|of| of.question.name == "Z1");
    let mut question = Question::clone(&report.questions[0].question);
    let choice = question.kind.choices()[0].clone();
    let choices = ["a", "b", "c"].map(|name| {
        let mut choice = choice.clone();
        name.clone_into(&mut choice.name);
        choice
    });
    let choices = choices.to_vec();
    question.kind = if is_several { Kind::Multiple(choices) } else { Kind::One(choices) };
    question.relevant = None;
    report.questions[0].question = Arc::new(question);
    report
}

/// So many of a part took each choice; of several choices each took those of some place.
fn part(cells: &[u64], passed: u64, is_several: bool) -> Counted {
    let answered: u64 = cells.iter().sum();
    let taken = |at: usize| if is_several { answered - cells[at] } else { cells[at] };
    Counted {
        eligible: Figure::Shown(answered + passed),
        asked: Figure::Shown(answered + passed),
        answered: Figure::Shown(answered),
        missing: BTreeMap::from([(Missing::Refus, Figure::Shown(passed))]),
        spread: Spread::Choices((0..cells.len()).map(|at| Figure::Shown(taken(at))).collect()),
        ..Counted::default()
    }
}

/// The cells of each site.
type Sites = BTreeMap<String, (Vec<u64>, u64)>;

fn with(frame: &Report, sites: &Sites) -> Report {
    let mut report = frame.clone();
    let of = &mut report.questions[0];
    let is_several = matches!(of.question.kind, Kind::Multiple(_));
    let (mut all, mut passed) = (vec![0; 3], 0);
    for (cells, more) in sites.values() {
        all.iter_mut().zip(cells).for_each(|(all, cell)| *all += cell);
        passed += more;
    }
    of.all = part(&all, passed, is_several);
    let parts = sites.iter();
    of.parts = parts
        .map(|(name, (cells, passed))| (name.clone(), part(cells, *passed, is_several)))
        .collect();
    report
}

/// Sites as chance makes them: small ones, large ones, and answers that few give.
fn sites(chance: &mut Chance) -> Sites {
    let count = 1 + chance.among(5);
    (0..count)
        .map(|site| {
            let size = [4, 9, 30, 90][chance.among(4)];
            let cells = (0..3).map(|_| if chance.below(4) == 0 { 0 } else { chance.below(size) });
            let cells: Vec<u64> = cells.collect();
            // A site of which there is no row is none.
            let passed = chance.below(3).max(u64::from(cells.iter().sum::<u64>() == 0));
            (format!("site {site}"), (cells, passed))
        })
        .collect()
}

#[test]
fn nothing_hidden_is_found_again_from_what_is_told_beside_it() {
    let folder = TempDir::new().expect("a folder");
    let mut chance = Chance(9);
    let (mut told, mut hidden) = (0, 0);
    for is_several in [false, true] {
        let frame = frame(&folder, is_several);
        for number in 0..2_000 {
            let audience = [Audience::Inside, Audience::Diffusion][number % 2];
            let sites = sites(&mut chance);
            let report = disclose(with(&frame, &sites), audience);
            let of = &report.questions[0];
            let mut known = Known::default();
            know(&mut known, of, "", audience.base());
            assert_eq!(
                found(&known, of, ""),
                [],
                "{audience:?} {is_several} {sites:?} {:?} {:?}",
                of.all,
                of.parts
            );
            let parts = of.parts.values();
            let shown = parts.filter(|part| part.hidden().is_none()).count();
            told += shown;
            hidden += of.parts.len() - shown;
        }
    }
    // Both happen often, or nothing was looked at.
    assert!(told > 500 && hidden > 500, "{told} told, {hidden} hidden");
}

/// What changed of whom between two reports, as somebody sees it who knows of each site whether anybody
/// came, though not what they said.
/// What is told of a question: the count of each choice, those of each site that is told, and how many
/// sites are not.
fn told_of(of: &OfQuestion) -> [String; 2] {
    let counts = |counted: &Counted| {
        let Spread::Choices(cells) = &counted.spread else { panic!("choices") };
        let cells = cells.iter().map(|cell| Some(cell.shown()?.to_string()));
        cells.collect::<Option<Vec<String>>>().map(|cells| cells.join(", "))
    };
    let parts = of.parts.iter();
    let parts =
        parts.filter_map(|(name, part)| Some([name.as_str(), " : ", &counts(part)?].concat()));
    let parts: Vec<String> = parts.collect();
    let nothing = || "rien".to_owned();
    let parts = if parts.is_empty() { nothing() } else { parts.join(" ; ") };
    [counts(&of.all).unwrap_or_else(nothing), parts]
}

#[test]
fn the_page_says_what_is_told_of_groups_of_each_size() {
    let folder = TempDir::new().expect("a folder");
    let frame = frame(&folder, false);
    let (shipped, locale) = (form("flsm-sortie"), Locale::new("fr"));
    let question = Arc::clone(&shipped.questions[shipped.index_of("A1b").expect("a question")]);
    let mut table = String::from(
        "| personnes | réponses, ici et là-bas | le rapport | par site | le miroir | diffusé | par site |\n\
         | ---: | --- | --- | --- | --- | --- | --- |\n",
    );
    for cells in [
        [[2, 1, 0], [1, 1, 0]],
        [[3, 1, 1], [2, 1, 0]],
        [[3, 2, 1], [3, 1, 0]],
        [[5, 2, 1], [1, 1, 5]],
        [[8, 7, 0], [5, 5, 5]],
    ] {
        let names = ["ici", "là-bas"].map(str::to_owned);
        let sites: Sites = names.into_iter().zip(cells.map(|cells| (cells.to_vec(), 0))).collect();
        let [inside, outside] = [Audience::Inside, Audience::Diffusion].map(|audience| {
            let report = disclose(with(&frame, &sites), audience);
            let of = &report.questions[0];
            let mut known = Known::default();
            know(&mut known, of, "", audience.base());
            assert_eq!(found(&known, of, ""), [], "{audience:?} {sites:?}");
            told_of(of)
        });
        let of = cells.as_flattened().iter().sum();
        let taken = of - cells[0][0] - cells[1][0];
        let said = mirror::said(taken, of);
        let question = Arc::clone(&question);
        let slide = Slide { question, favorable: vec![2, 3], said, everybody: false, shown: true };
        let sentence = slide_words(&locale, &shipped, &slide).sentence;
        let asked =
            cells.map(|cells| cells.map(|cell: u64| cell.to_string()).join(", ")).join(" ; ");
        let [all, parts] = inside;
        let [all_outside, parts_outside] = outside;
        let of = of.to_string();
        let line = [of, asked, all, parts, sentence, all_outside, parts_outside].join(" | ");
        table += &["| ", &line.replace(['\u{a0}', '\u{202f}'], " "), " |\n"].concat();
    }
    stands_in("docs/rapport.md", "groupes", &table);
}

#[test]
fn nothing_hidden_is_found_again_from_two_reports_one_after_the_other() {
    let folder = TempDir::new().expect("a folder");
    let mut chance = Chance(31);
    let mut both = 0;
    for is_several in [false, true] {
        let frame = frame(&folder, is_several);
        for _ in 0..600 {
            let before = sites(&mut chance);
            let mut after = before.clone();
            for (cells, _) in after.values_mut() {
                if chance.below(2) == 0 {
                    let more = [2, 8, 30][chance.among(3)];
                    for cell in cells.iter_mut() {
                        *cell += chance.below(more);
                    }
                }
            }
            if chance.below(3) == 0 {
                let more = sites(&mut chance);
                after.extend(more.into_iter().map(|(name, it)| (format!("autre {name}"), it)));
            }
            let first = publish(with(&frame, &before), "2026-11-22", &[]);
            let second = publish(with(&frame, &after), "2026-11-23", first.tables());
            let base = Audience::Diffusion.base();
            let (old, new) = (&first.questions[0], &second.questions[0]);
            let mut known = Known::default();
            know(&mut known, old, "1 ", base);
            know(&mut known, new, "2 ", base);
            for (name, cells) in &before {
                if after[name] == *cells {
                    for cell in [ANSWERED, 0, 1, 2] {
                        let of = [
                            known.unknown(&format!("1 {name}"), cell),
                            known.unknown(&format!("2 {name}"), cell),
                        ];
                        known.equal([(of[0], 1), (of[1], -1)], 0);
                    }
                }
            }
            let mut recomputed = [found(&known, old, "1 "), found(&known, new, "2 ")].concat();
            // What was told, of the part or at once of each person, and did not change, needs no
            // second report.
            let Spread::Choices(whole) = &old.all.spread else { panic!("choices") };
            recomputed.retain(|(name, cell)| {
                let name = &name[2..];
                // How many answered is told of all each time: who knows that nobody came elsewhere
                // knows how many came here, and not what they said.
                // Where nobody answered there is no answer to be found.
                let sites = if before.get(name) == after.get(name) { &before } else { &after };
                let is_empty =
                    sites.get(name).is_some_and(|(cells, _)| cells.iter().all(|it| *it == 0));
                if *cell == ANSWERED || is_empty {
                    return false;
                }
                let of_all = whole.get(*cell).and_then(|figure| figure.shown());
                let was_of_all = old.all.answered.shown() == Some(0)
                    || of_all == Some(0)
                    || of_all.is_some() && of_all == old.all.answered.shown();
                // Of all who came in between nobody said so, or everybody did.
                let of_new = |of: &OfQuestion| match &of.all.spread {
                    Spread::Choices(whole) => whole.get(*cell).and_then(|figure| figure.shown()),
                    _ => None,
                };
                // Nor did anybody of all, or everybody does: each person was told of at once.
                let of_everybody = of_new(new);
                if of_everybody == Some(0)
                    || of_everybody.is_some() && of_everybody == new.all.answered.shown()
                {
                    return false;
                }
                let more = of_new(new).zip(of_new(old)).map(|(new, old)| new - old);
                let came = new.all.answered.shown().zip(old.all.answered.shown());
                let is_of_all_new =
                    more == Some(0) || more.is_some() && more == came.map(|(new, old)| new - old);
                if is_of_all_new && before.get(name) != after.get(name) {
                    return false;
                }
                let was_told =
                    was_of_all || old.parts.get(name).is_some_and(|part| part.hidden().is_none());
                !(was_told && before.get(name) == after.get(name))
            });
            assert_eq!(recomputed, [], "{before:?} {after:?} {:?} {:?}", old.parts, new.parts);
            let shown = |of: &OfQuestion| of.all.hidden().is_none();
            if shown(old) && shown(new) {
                both += 1;
                let differ = new.all.answered.shown().zip(old.all.answered.shown());
                let differ = differ.map_or(0, |(new, old)| new - old);
                assert!(differ == 0 || differ >= 5, "{before:?} {after:?}");
            }
        }
    }
    assert!(both > 150, "{both} told twice");
}

/// A report in which the question of the frame is crossed with the month, and nothing is parted.
fn crossed(frame: &Report, counts: &[Vec<usize>]) -> Report {
    let width = counts[0].len();
    let columns = |at: usize| counts.iter().map(|line| line[at] as u64).sum();
    let all: Vec<u64> = (0..width).map(columns).collect();
    let mut report = with(frame, &BTreeMap::from([("ici".to_owned(), (all, 0))]));
    report.split = None;
    report.questions[0].parts.clear();
    let question = Arc::clone(&report.questions[0].question);
    report.questions[0].fingerprint = question.fingerprint();
    let figures = |line: &Vec<usize>| line.iter().map(|it| Figure::Shown(*it as u64)).collect();
    let cells = counts.iter().map(figures).collect();
    // Any test will do: to work out that of each of these tables takes long.
    let association = association(&[vec![3, 1], vec![1, 3]]);
    report.crosses = vec![OfCross {
        form: Arc::clone(&report.questions[0].form),
        lines: Axis::Month,
        columns: Axis::Question(question),
        line_names: (0..counts.len()).map(|at| format!("2026-{:02}", at + 1)).collect(),
        column_names: ["a", "b", "c"].map(str::to_owned).to_vec(),
        table: Ok(Table { cells, association, corrected: None }),
    }];
    report
}

/// All that is told of a table, and the sums of all lines and columns, which others may know.
fn know_table(known: &mut Known, counts: &[Vec<usize>], told: &[Vec<Figure>]) {
    let (mut cells, mut sums) = (BTreeMap::<_, Vec<(usize, i128)>>::new(), BTreeMap::new());
    for (at, (line, figures)) in counts.iter().zip(told).enumerate() {
        for (column, (count, figure)) in line.iter().zip(figures).enumerate() {
            let unknown = known.unknown(&at.to_string(), column);
            if let Figure::Shown(shown) = figure {
                assert_eq!(*shown, *count as u64);
                known.equal([(unknown, 1)], *shown);
            }
            for key in [(true, at), (false, column)] {
                cells.entry(key).or_default().push((unknown, 1));
                *sums.entry(key).or_insert(0) += *count as u64;
            }
        }
    }
    for (cells, sum) in cells.into_values().zip(sums.into_values()) {
        known.equal(cells, sum);
    }
}

#[test]
fn no_cell_of_a_crossed_table_is_found_again_from_its_sums_and_the_others() {
    let folder = TempDir::new().expect("a folder");
    let frame = frame(&folder, false);
    let mut chance = Chance(77);
    let (mut told, mut some, mut none) = (0, 0, 0);
    for number in 0..3_000 {
        let audience = [Audience::Inside, Audience::Diffusion][number % 2];
        let lines = 2 + chance.among(4);
        let counts: Vec<Vec<usize>> = (0..lines)
            .map(|_| {
                (0..3)
                    .map(|_| {
                        let size = [3, 9, 40, 90][chance.among(4)];
                        chance.among(size)
                    })
                    .collect()
            })
            .collect();
        let report = disclose(crossed(&frame, &counts), audience);
        let Ok(table) = &report.crosses[0].table else {
            none += 1;
            continue;
        };
        let mut known = Known::default();
        know_table(&mut known, &counts, &table.cells);
        let found = known.found();
        let few = |count: u64| (1..audience.base()).contains(&count);
        let mut is_whole = true;
        for (line, cells) in table.cells.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                match cell {
                    Figure::Shown(count) => assert!(!few(*count), "{counts:?} {table:?}"),
                    Figure::Hidden(_) => {
                        is_whole = false;
                        let unknown = (line.to_string(), column);
                        assert!(!found.contains(&unknown), "{counts:?} {table:?} {unknown:?}");
                    }
                }
            }
        }
        // A test says something of each cell.
        assert_eq!(table.association.is_some(), is_whole);
        if is_whole { told += 1 } else { some += 1 }
    }
    assert!(told > 50 && some > 500 && none > 500, "{told} {some} {none}");
}

#[test]
fn a_crossed_table_is_published_again_only_as_it_was_and_beside_no_other_parts() {
    let folder = TempDir::new().expect("a folder");
    let frame = frame(&folder, false);
    let counts = vec![vec![20, 30, 40], vec![25, 35, 45]];
    let report = || crossed(&frame, &counts);
    let first = publish(report(), "2026-11-22", &[]);
    assert!(first.crosses[0].table.is_ok());
    let again = publish(report(), "2026-11-23", first.tables());
    assert_eq!(again.crosses[0].table, first.crosses[0].table);
    let more = vec![vec![20, 30, 40], vec![25, 35, 55]];
    let second = publish(crossed(&frame, &more), "2026-11-24", first.tables());
    assert_eq!(second.crosses[0].table, Err(Why::Earlier));
    // Its question is then parted by nothing else.
    let sites: Sites = [("ici", vec![20, 30, 40]), ("ailleurs", vec![25, 35, 45])]
        .map(|(name, cells)| (name.to_owned(), (cells, 0)))
        .into();
    let mut parted = with(&frame, &sites);
    parted.questions[0].fingerprint = report().questions[0].fingerprint.clone();
    let told = publish(parted.clone(), "2026-11-24", first.tables());
    assert!(told.questions[0].parts.values().all(|part| part.hidden() == Some(Why::Earlier)));
    // Nor is it crossed once it was parted.
    let parts = publish(parted, "2026-11-22", &[]);
    assert!(parts.questions[0].parts.values().all(|part| part.hidden().is_none()));
    let after = publish(report(), "2026-11-23", parts.tables());
    assert_eq!(after.crosses[0].table, Err(Why::Earlier));
}

#[test]
fn what_is_private_or_parted_already_is_not_crossed() {
    let folder = TempDir::new().expect("a folder");
    let frame = frame(&folder, false);
    let counts = vec![vec![20, 30, 40], vec![25, 35, 45]];
    let mut parted = crossed(&frame, &counts);
    parted.split = Some(By::Site);
    let told = disclose(parted, Audience::Inside);
    assert_eq!(told.crosses[0].table, Err(Why::Complement));
    let mut private = crossed(&frame, &counts);
    let mut question = Question::clone(&private.questions[0].question);
    question.sensible = true;
    private.crosses[0].columns = Axis::Question(Arc::new(question));
    assert_eq!(disclose(private, Audience::Inside).crosses[0].table, Err(Why::Private));
    let few = crossed(&frame, &[vec![1, 1, 0], vec![1, 0, 1]]);
    assert!(disclose(few, Audience::Inside).crosses[0].table.is_err());
}
