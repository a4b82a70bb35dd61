//! What changed between arriving and leaving: who is paired with whom, and what is said of it.
//! Never on a screen, and never against what the program itself once said.

mod support;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use recueil::analysis::change::{
    Ambiguity, Better, Changes, Cohort, Measure, Plan, Rows, Shift, changes, of_store,
};
use recueil::analysis::statistics::binomial::density;
use recueil::analysis::statistics::{LEAST_PAIRS, wilson};
use recueil::locale::Locale;
use recueil::questionnaire::{Library, Moment, Questionnaire, Tree};
use recueil::record::{Metadata, People, Record, Rows as Invented};
use recueil::session::Session;
use recueil::store::Store;
use recueil::value::{Answer, Chance, Code, Meta, Missing, Pair, Value};
use support::documented::stands_in;
use support::library_of;
use tempfile::TempDir;

/// A scale where more is better, one where less is, yes and no, a number; and a question that the form
/// of leaving asks in other words.
const CLUB: &str = r#"
[referentiel]
id = "club"
titre = "Le club"
porteur = "Maison de quartier"
version = 1
lieu.fr = "au club"

[[critere]]
code = "AA"
titre = "Oser"
registre = "A"

[[indicateur]]
code = "plus"
critere = "AA"
titre = "ose"
nature = "resultat"
mesure = "part"
questions = ["Q1"]
favorable = [3, 4]

[[indicateur]]
code = "moins"
critere = "AA"
titre = "n'a pas peur"
nature = "resultat"
mesure = "part"
questions = ["Q2"]
favorable = [1]

[[indicateur]]
code = "oui"
critere = "AA"
titre = "oui"
nature = "resultat"
mesure = "part"
questions = ["Q3"]
favorable = ["oui"]

[[question]]
name = "Q1"
type = "select_one FRQ"
label.fr = "Osez-vous ?"

[[question]]
name = "Q2"
type = "select_one FRQ"
label.fr = "Avez-vous peur ?"

[[question]]
name = "Q3"
type = "select_one ON"
label.fr = "Venez-vous ici avec plaisir ?"

[[question]]
name = "Q4"
type = "integer"
label.fr = "Combien de fois ?"

[[question]]
name = "Q5"
type = "select_one"
label.fr = "Comment venez-vous ?"
choices = [{ name = "pied", label.fr = "À pied" }, { name = "bus", label.fr = "En bus" }]

[[questionnaire]]
id = "club-entree"
version = 1
titre.fr = "Arrivée"
role = "participant"
moment = "entree"
questions = ["Q1", "Q2", "Q3", "Q4", "Q5"]

[[questionnaire]]
id = "club-sortie"
version = 1
titre.fr = "Sortie"
role = "participant"
moment = "sortie"
questions = ["Q1", "Q2", "Q3", "Q4", "Q5"]
"#;

/// The rows of a season and the forms that they answer.
struct Season {
    folder: TempDir,
    library: Library,
    rows: BTreeMap<String, (Arc<Questionnaire>, Vec<Record>)>,
    made: usize,
}

impl Season {
    fn new(text: &str) -> Self {
        let (folder, library) = (TempDir::new().expect("a folder"), library_of(text));
        assert_eq!(library.problems(), []);
        Self { folder, library, rows: BTreeMap::new(), made: 0 }
    }

    /// Somebody with this code answers a form on this day.
    fn answers(&mut self, form: &str, code: &str, day: &str, answers: &[Answer]) {
        self.answers_and(form, code, day, &[], answers);
    }

    fn answers_and(
        &mut self,
        form: &str,
        code: &str,
        day: &str,
        metas: &[(Meta, &str)],
        answers: &[Answer],
    ) {
        let form = self.library.form(form).expect("a form");
        let mut session = Session::new(Arc::clone(&form));
        for answer in answers {
            session.confirm(answer.clone()).expect("accepted");
        }
        let finished = session.finish().expect("all questions");
        let mut metadata = Metadata::new(&form);
        self.made += 1;
        let id = format!("00000000-0000-4000-8000-{:012}", self.made);
        let own = [
            (Meta::ReponseId, id.as_str()),
            (Meta::Essai, "0"),
            (Meta::Code, code),
            (Meta::Date, day),
        ];
        for (meta, value) in own.iter().chain(metas) {
            metadata.set(*meta, value).expect("a cell");
        }
        let rows = &mut self.rows.entry(form.stem()).or_insert_with(|| (form, Vec::new())).1;
        rows.push(Record::new(&finished, metadata));
    }

    /// The changes of all that was answered.
    fn changes(&self) -> Changes {
        let mut store = Store::new(self.folder.path().to_owned(), "abcdefgh".to_owned());
        for (form, records) in self.rows.values() {
            store.append(form, false, records).expect("appended");
        }
        let forms = self.rows.values().map(|(form, _)| Arc::clone(form)).collect::<Vec<_>>();
        read(&store, false, &self.library, &forms)
    }

    fn cohort(&self) -> Cohort {
        let mut changes = self.changes();
        assert_eq!(changes.cohorts.len(), 1);
        changes.cohorts.remove(0)
    }
}

fn read(store: &Store, trial: bool, library: &Library, forms: &[Arc<Questionnaire>]) -> Changes {
    let core = library.core();
    of_store(store, trial, &mut |file: &Path| {
        let name = file.file_name()?.to_str()?;
        let form = forms.iter().find(|form| name.starts_with(&form.stem()))?;
        let referentiel = library.referentiel(&form.head.id)?;
        let tree = Tree { referentiel: &referentiel, core: Some(&core) };
        Plan::new(form, Some(tree)).map(Arc::new)
    })
}

fn choice(name: &str) -> Answer {
    Value::Choice(name.into()).into()
}

/// The five answers of somebody: a step up, a step down, yes or no, a number, on foot.
fn five(up: &str, down: &str, yes: &str, number: i64) -> [Answer; 5] {
    [choice(up), choice(down), choice(yes), Value::Integer(number).into(), choice("pied")]
}

fn code(number: u32) -> String {
    Code::numbered(number).to_string()
}

/// Name, pairs, better, same, worse.
fn lines(shifts: &[Shift]) -> Vec<(&str, usize, usize, usize, usize)> {
    let line = |it: &Shift| (it.better().count, it.same().count, it.worse().count);
    let lines = shifts.iter().map(|shift| (shift, line(shift)));
    lines.map(|(it, (a, b, c))| (it.question.name.as_str(), it.pairs(), a, b, c)).collect()
}

#[test]
fn people_are_paired_by_code_and_better_is_what_the_indicators_count() {
    let mut season = Season::new(CLUB);
    for person in 0..8 {
        season.answers("club-entree", &code(person), "2026-09-20", &five("2", "3", "non", 4));
    }
    // Six dare more and fear less and now like to come, and come less; one stays; one left.
    for person in 0..6 {
        season.answers("club-sortie", &code(person), "2027-06-10", &five("4", "1", "oui", 3));
    }
    season.answers("club-sortie", &code(6), "2027-06-10", &five("2", "3", "non", 4));
    // Nobody saw this one arrive, and the next has no code.
    season.answers("club-sortie", &code(90), "2027-06-10", &five("1", "1", "oui", 1));
    season.answers("club-sortie", "", "2027-06-10", &five("1", "1", "oui", 1));
    let cohort = season.cohort();
    let present = |moment| {
        let present = cohort.present[&moment];
        (present.rows, present.without_code, present.unreadable)
    };
    assert_eq!((present(Moment::Entree), present(Moment::Sortie)), ((8, 0, 0), (9, 1, 0)));
    assert_eq!(cohort.season, "2026-2027");
    let [evolution] = &cohort.evolutions[..] else { panic!("{cohort:?}") };
    assert_eq!((evolution.to, evolution.paired), (Moment::Sortie, 7));
    assert_eq!((evolution.only_later, evolution.unclear.len()), (1, 0));
    // Of the way to come nothing is better or worse: it is not told.
    assert_eq!(
        lines(&evolution.shifts),
        [("Q1", 7, 6, 1, 0), ("Q2", 7, 6, 1, 0), ("Q3", 7, 6, 1, 0), ("Q4", 7, 0, 1, 6)]
    );
    let [q1, q2, q3, q4] = &evolution.shifts[..] else { panic!("four") };
    assert_eq!(
        [&q1.measure, &q2.measure, &q3.measure, &q4.measure],
        [
            &Measure::Steps(Better::Up),
            &Measure::Steps(Better::Down),
            &Measure::Favourable(vec![true, false]),
            &Measure::Steps(Better::Unsaid)
        ]
    );
    // All eight and all nine answers are told beside the pairs, and how the seven moved.
    assert_eq!((&q1.entry.choices, &q1.later.choices), (&vec![0, 8, 0, 0], &vec![2, 1, 0, 6]));
    assert_eq!(q1.moves[1], [0, 1, 0, 6]);
    // Wilson, 6 of 7, by SciPy 1.17.1: 0.48687..0.97433.
    let interval = q1.better().interval.expect("seven");
    assert!((interval.low - 0.486_872_7).abs() < 1e-6, "{interval:?}");
    // Six went one way: 2 of 64; mid-p 1 of 64; four questions have a p, of which the largest stands
    // as it is and the least is times four.
    let p = |shift: &Shift| shift.p().expect("six changed").get();
    for (shift, expected) in [(q1, 0.031_25), (q3, 0.015_625), (q4, 0.031_25)] {
        assert!((p(shift) - expected).abs() < 1e-12, "{}", p(shift));
    }
    assert_eq!((q1.rank_biserial(), q4.rank_biserial()), (Some(1.0), Some(-1.0)));
    assert_eq!(q1.typical().map(|it| it.value), Some(2.0));
    let corrected = |shift: &Shift| shift.corrected.expect("a p").get();
    assert!((corrected(q3) - 0.0625).abs() < 1e-12, "{}", corrected(q3));
    assert!((corrected(q1) - 0.093_75).abs() < 1e-12, "{}", corrected(q1));
    // One left, seven stayed; they had said the same on arriving.
    assert_eq!((cohort.leavers.stayed, cohort.leavers.left), (7, 1));
    assert_eq!(cohort.leavers.questions[0].left.choices, [0, 1, 0, 0]);
}

#[test]
fn below_six_who_changed_there_is_no_p_and_none_to_correct() {
    let mut season = Season::new(CLUB);
    for person in 0..5 {
        season.answers("club-entree", &code(person), "2026-09-20", &five("1", "3", "non", 4));
        season.answers("club-sortie", &code(person), "2027-06-10", &five("4", "3", "non", 4));
    }
    let cohort = season.cohort();
    for shift in &cohort.evolutions[0].shifts {
        assert!(shift.p().is_err() && shift.sign().is_err() && shift.mid_p().is_err());
        assert_eq!((shift.corrected, shift.pairs()), (None, LEAST_PAIRS - 1));
    }
}

#[test]
fn what_was_not_answered_is_dropped_and_counted_by_reason() {
    let mut season = Season::new(CLUB);
    for person in 0..3 {
        season.answers("club-entree", &code(person), "2026-09-20", &five("1", "3", "non", 4));
    }
    let mut passed = five("1", "3", "non", 4);
    passed[0] = Missing::Nsp.into();
    season.answers("club-entree", &code(3), "2026-09-20", &passed);
    passed[0] = Missing::Refus.into();
    for person in [0, 3] {
        season.answers("club-sortie", &code(person), "2027-06-10", &passed);
    }
    season.answers("club-sortie", &code(1), "2027-06-10", &five("2", "3", "non", 4));
    let cohort = season.cohort();
    let q1 = &cohort.evolutions[0].shifts[0];
    assert_eq!((cohort.evolutions[0].paired, q1.pairs(), q1.dropped.people), (3, 1, 2));
    assert_eq!(q1.dropped.entry, BTreeMap::from([(Missing::Nsp, 1)]));
    assert_eq!(q1.dropped.later, BTreeMap::from([(Missing::Refus, 2)]));
    assert_eq!((q1.entry.given, &q1.entry.missing), (3, &BTreeMap::from([(Missing::Nsp, 1)])));
}

#[test]
fn the_first_arrival_goes_with_the_last_departure_and_what_is_unclear_is_not_paired() {
    let mut season = Season::new(CLUB);
    let (low, high) = (five("1", "3", "non", 4), five("4", "3", "non", 4));
    let (entry, exit) = ("club-entree", "club-sortie");
    // Arrives twice, leaves twice: from 1 to 4.
    season.answers(entry, &code(1), "2026-10-20", &high);
    season.answers(entry, &code(1), "2026-09-20", &low);
    season.answers(exit, &code(1), "2027-06-01", &low);
    season.answers(exit, &code(1), "2027-06-20", &high);
    // Twice on the same day; the same on leaving; leaves before arriving.
    season.answers(entry, &code(2), "2026-09-20", &low);
    season.answers(entry, &code(2), "2026-09-20", &high);
    season.answers(exit, &code(2), "2027-06-20", &high);
    season.answers(entry, &code(3), "2026-09-20", &low);
    season.answers(exit, &code(3), "2027-06-20", &high);
    season.answers(exit, &code(3), "2027-06-20", &low);
    season.answers(entry, &code(4), "2027-06-20", &low);
    season.answers(exit, &code(4), "2027-06-01", &high);
    // Another season's departure is nobody's here.
    season.answers(entry, &code(5), "2026-09-20", &low);
    season.answers(exit, &code(5), "2028-06-01", &high);
    let changes = season.changes();
    let [cohort, next] = &changes.cohorts[..] else { panic!("two seasons") };
    let evolution = &cohort.evolutions[0];
    assert_eq!((evolution.paired, cohort.repeated), (1, 3));
    assert_eq!(lines(&evolution.shifts)[0], ("Q1", 1, 1, 0, 0));
    let unclear = Ambiguity::ALL.iter().map(|why| (*why, 1)).collect();
    assert_eq!(evolution.unclear, unclear);
    assert_eq!((next.evolutions[0].paired, next.evolutions[0].only_later), (0, 1));
}

#[test]
fn a_closed_season_is_paired_by_its_numbers_and_other_designs_are_apart() {
    let mut season = Season::new(CLUB);
    let (low, high) = (five("1", "3", "non", 4), five("4", "3", "non", 4));
    let number = Pair::from_random(4_711_234).to_string();
    season.answers("club-entree", &number, "2026-09-20", &low);
    season.answers("club-sortie", &number, "2027-06-20", &high);
    for plan in ["retrospectif", "sortie_seule"] {
        let metas = [(Meta::Plan, plan)];
        season.answers_and("club-sortie", &code(1), "2027-06-20", &metas, &high);
    }
    let changes = season.changes();
    assert_eq!(changes.cohorts[0].evolutions[0].paired, 1);
    assert_eq!((changes.left_out.retrospective, changes.left_out.other_design), (1, 1));
}

#[test]
fn only_questions_that_are_the_same_in_every_word_are_compared() {
    let mut season = Season::new(CLUB);
    season.answers("club-entree", &code(1), "2026-09-20", &five("1", "3", "non", 4));
    let entree = season.rows.clone();
    let other = CLUB.replace("Osez-vous ?", "Osez-vous essayer ?");
    let mut season = Season::new(&other);
    season.answers("club-sortie", &code(1), "2027-06-20", &five("4", "3", "non", 4));
    season.rows.extend(entree);
    let cohort = season.cohort();
    assert_eq!(cohort.evolutions[0].paired, 1);
    let names = cohort.evolutions[0].shifts.iter().map(|it| it.question.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["Q2", "Q3", "Q4"]);
}

/// The rows of one simulation, on arriving and on leaving.
fn simulated(library: &Library, seed: u64, people: u64, change: u32) -> Changes {
    let folder = TempDir::new().expect("a folder");
    let mut store = Store::new(folder.path().to_owned(), "abcdefgh".to_owned());
    let forms = ["flsm-entree", "flsm-sortie"].map(|id| library.form(id).expect(id));
    for form in &forms {
        let invented = Invented::new(form, seed, People::Paired { change }, "1");
        let rows: Vec<Record> = (0..people).map(|number| invented.row(number)).collect();
        store.append(form, true, &rows).expect("appended");
    }
    let real = read(&store, false, library, &forms);
    assert_eq!(real, Changes::default(), "trials do not count");
    read(&store, true, library, &forms)
}

/// How many of a thousand are at the top of a question's scale on arriving: as the simulation weighs
/// its choices (docs/simulation.md).
fn at_the_top(seed: u64, shift: &Shift) -> f64 {
    let mut chance = Chance::new(seed).named("weights").named(&shift.question.name);
    let choices = shift.question.kind.choices().iter();
    let weights: Vec<f64> = choices.map(|_| f64::from(1 + chance.below(4))).collect();
    weights.last().expect("a choice") / weights.iter().sum::<f64>()
}

/// An interval of a simulated set.
#[derive(Clone, Copy)]
struct Interval {
    /// Does it hold the share that was simulated?
    holds: bool,
    /// How likely Wilson's interval of as many people holds it, added up exactly over all that may be
    /// seen.
    likely: f64,
}

/// `--change 0.3`: three people of ten go one step up on every scale, but for those at its top. So the
/// share of those who changed for the better is, of each scale, 0.3 of those not at the top.
fn intervals(sets: u64, people: u64, change: u32) -> Vec<Interval> {
    let library = Library::load(Vec::new());
    let mut found = Vec::new();
    for seed in 0..sets {
        let changes = simulated(&library, seed, people, change);
        for shift in &changes.cohorts[0].evolutions[0].shifts {
            let Measure::Steps(Better::Up) = shift.measure else { continue };
            let share = f64::from(change) / 1000.0 * (1.0 - at_the_top(seed, shift));
            let holds = |better, of| wilson(better, of).is_some_and(|it| it.contains(share));
            let of = shift.pairs();
            let seen = (0..=of).filter(|better| holds(*better, of));
            let likely = seen.map(|better| density(better, of, share)).sum();
            found.push(Interval { holds: holds(shift.better().count, of), likely });
            assert_eq!(shift.worse().count, 0);
        }
    }
    found
}

/// How many hold what was simulated.
fn held(intervals: &[Interval]) -> usize {
    intervals.iter().filter(|it| it.holds).count()
}

#[test]
fn a_simulated_change_is_found_and_none_where_there_is_none() {
    let library = Library::load(Vec::new());
    let changed = simulated(&library, 1, 200, 300);
    let [cohort] = &changed.cohorts[..] else { panic!("one season") };
    let evolution = &cohort.evolutions[0];
    assert_eq!(evolution.paired, 200);
    let scales = || evolution.shifts.iter().filter(|it| it.measure == Measure::Steps(Better::Up));
    assert_eq!(scales().count(), 4);
    for shift in scales() {
        let expected = 0.3 * (1.0 - at_the_top(1, shift));
        let better = shift.better();
        assert!(better.interval.is_some_and(|it| it.contains(expected)), "{shift:?}");
        assert!(shift.corrected.is_some_and(|p| p.get() < 1e-6));
        assert_eq!(shift.rank_biserial(), Some(1.0));
    }
    let still = simulated(&library, 1, 200, 0);
    for shift in &still.cohorts[0].evolutions[0].shifts {
        assert_eq!(shift.same().count, shift.pairs());
        assert!(shift.p().is_err());
    }
}

#[test]
fn intervals_hold_the_simulated_change_as_often_as_they_say() {
    // 400 intervals of 95 %: 380, and four times 4.4.
    let found = intervals(100, 20, 300);
    let held = held(&found);
    assert!(found.len() == 400 && (362..=398).contains(&held), "{held}");
}

/// `cargo test --release --test change -- --ignored --nocapture` prints the table of `docs/rapport.md`;
/// with `RECUEIL_BLESS=1` it is written there.
#[test]
#[ignore = "1,000 sets of each size take minutes"]
fn intervals_hold_the_simulated_change_over_a_thousand_sets() {
    let locale = Locale::default();
    #[expect(clippy::cast_precision_loss, reason = "some thousand")]
    let percent = |of: f64, all: usize| locale.number(of * 100.0 / all as f64, 1);
    let mut table = String::from(
        "| personnes | `--change` | intervalles | la contiennent | part | ce qu'on attend |\n\
         | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut all = Vec::new();
    for (people, change) in [(10, 300), (20, 300), (30, 300), (30, 600)] {
        let found = intervals(1_000, people, change);
        let (many, held) = (found.len(), held(&found));
        let likely = found.iter().map(|it| it.likely).sum();
        #[expect(clippy::cast_precision_loss, reason = "some thousand")]
        let [share, expected] = [percent(held as f64, many), percent(likely, many)];
        let change = locale.number(f64::from(change) / 1000.0, 1);
        let line = format!("{people} | {change} | {many} | {held} | {share} % | {expected} %");
        table += &["| ", &line, " |\n"].concat();
        println!("{line}");
        // Four intervals of a set are of the same people: they are not 4,000 throws of a coin.
        #[expect(clippy::cast_precision_loss, reason = "some thousand")]
        let apart = held as f64 - likely;
        assert!(apart.abs() < 120.0, "{people} {change}: {apart}");
        all.push(found);
    }
    // Another change is another draw: as many hold it, and not the same ones.
    let others = all[2].iter().zip(&all[3]).filter(|(a, b)| a.holds != b.holds).count();
    println!("{others} of the last two lines differ");
    assert!(others > 100, "{others}");
    stands_in("docs/rapport.md", "couverture", &table);
}

#[test]
fn rows_that_were_read_apart_say_the_same_as_all_at_once() {
    let mut season = Season::new(CLUB);
    for person in 0..30 {
        let day = if person % 7 == 0 { "2025-09-20" } else { "2026-09-20" };
        let answers = five(["1", "2", "3"][person % 3], "3", "non", 4);
        let code = code(u32::try_from(person).expect("few"));
        season.answers("club-entree", &code, day, &answers);
        season.answers("club-sortie", &code, "2027-06-10", &five("3", "2", "oui", 5));
    }
    let whole = season.changes();
    let store = Store::new(season.folder.path().to_owned(), String::new());
    let referentiel = season.library.referentiel("club").expect("the club");
    let core = season.library.core();
    let tree = Tree { referentiel: &referentiel, core: Some(&core) };
    let mut parts = Vec::new();
    for (form, _) in season.rows.values() {
        let plan = Arc::new(Plan::new(form, Some(tree)).expect("paired"));
        let [mut even, mut odd] = [(); 2].map(|()| Rows::new(Arc::clone(&plan)));
        _ = store.standing(false, |_, row| {
            if row.meta(Meta::Questionnaire) == form.id {
                (if row.line() % 2 == 0 { &mut even } else { &mut odd }).add(row);
            }
        });
        odd.merge(even);
        parts.push(odd);
    }
    assert_eq!(changes(&parts), whole);
    assert_eq!(whole.cohorts.len(), 2);
}

#[test]
fn a_row_takes_no_more_than_64_bytes_until_it_is_paired() {
    let library = Library::load(Vec::new());
    let mut plans = 0;
    for form in library.forms() {
        let Some(plan) = Plan::new(&form, None) else { continue };
        plans += 1;
        let bytes = Rows::new(Arc::new(plan)).bytes_per_row();
        assert!(bytes <= 64, "{}: {bytes}", form.id);
    }
    assert!(plans > 10, "{plans}");
    let question = |number: i32| {
        let [name, label] = [format!("W{number}"), format!("Question {number} ?")];
        format!(
            "\n[[question]]\nname = \"{name}\"\ntype = \"select_one FRQ\"\nlabel.fr = \"{label}\"\n"
        )
    };
    let questions = (0..40).map(question).collect::<Vec<_>>().concat();
    let names: Vec<String> = (0..40).map(|number| format!("\"W{number}\"")).collect();
    let asked = format!("questions = [{}]", names.join(", "));
    let text = CLUB.replacen("[[questionnaire]]", &format!("{questions}\n[[questionnaire]]"), 1);
    let text = text.replace("questions = [\"Q1\", \"Q2\", \"Q3\", \"Q4\", \"Q5\"]", &asked);
    let library = library_of(&text);
    let form = library.form("club-entree").expect("a form of forty questions");
    let plan = Plan::new(&form, None).expect("paired");
    assert_eq!(Rows::new(Arc::new(plan)).bytes_per_row(), 62);
}
