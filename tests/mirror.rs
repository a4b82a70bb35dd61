//! Le miroir: what a group is told of its answers, on slides, on its sheet, in plain lines; what it
//! says of them is kept.
//! Never an oracle of ours: what may be said is written here, count by count.

mod support;

use std::sync::Arc;

use recueil::analysis::mirror::{Said, Slide, frequent, said};
use recueil::app::{Shade, Signs, slide_words};
use recueil::locale::Locale;
use recueil::plain;
use recueil::questionnaire::Questionnaire;
use recueil::record::{Apart, Held};
use recueil::store::{Action, Reason};
use recueil::tui::{Depth, Theme};
use support::program::program;
use support::{OPEN, Person, form, settings_and, shows_at};

/// A question of `flsm-sortie`, of which the last two choices count.
struct Asked {
    form: Arc<Questionnaire>,
    locale: Locale,
}

impl Asked {
    fn new() -> Self {
        Self { form: form("flsm-sortie"), locale: Locale::new("fr") }
    }

    fn sentence(&self, said: Said, everybody: bool) -> String {
        let at = self.form.index_of("A1b").expect("a question");
        let question = Arc::clone(&self.form.questions[at]);
        let slide = Slide { question, favorable: vec![2, 3], said, everybody, shown: true };
        let words = slide_words(&self.locale, &self.form, &slide);
        words.sentence.replace(['\u{a0}', '\u{202f}'], " ")
    }
}

/// The numbers that a sentence writes.
fn numbers(text: &str) -> Vec<u64> {
    let parts = text.split(|c: char| !c.is_ascii_digit());
    parts.filter(|part| !part.is_empty()).map(|part| part.parse().expect("a number")).collect()
}

#[test]
fn no_sentence_writes_a_number_under_five_nor_lets_one_or_two_people_be_counted_out() {
    let asked = Asked::new();
    for of in 1..=30 {
        for taken in 0..=of {
            for everybody in [false, true] {
                let text = asked.sentence(said(taken, of), everybody);
                let at = format!("{taken} of {of}: {text}");
                let written = numbers(&text);
                assert!(written.iter().all(|number| *number >= 5), "{at}");
                if of < 5 {
                    assert!(written.is_empty() && text.starts_with("Le groupe a répondu"), "{at}");
                }
                // Whoever reads a number can take it from the others: that leaves nobody, or three.
                if let [taken, of] = written[..] {
                    assert!(of - taken >= 3, "{at}");
                    assert!(text.starts_with(&format!("{taken} personnes sur ")), "{at}");
                }
                assert!(!text.contains("une personne") && !text.contains("ucune"), "{at}");
                let all = taken == of && of >= 5;
                assert_eq!(text.starts_with("Toutes les personnes"), all, "{at}");
            }
        }
    }
}

#[test]
fn what_is_said_in_words_is_true() {
    for of in 5..=30_u64 {
        for taken in 0..=of {
            let is_true = match said(taken, of) {
                Said::Story => taken < 3,
                Said::All(_) => taken == of,
                Said::Nearly => taken < of && 4 * taken >= 3 * of,
                Said::Most => 2 * taken > of && taken < of,
                Said::Half => 2 * taken == of,
                Said::Some => 2 * taken < of && taken > 0,
                Said::Share(a, b) => (a, b) == (taken, of),
                Said::Frequent(..) | Said::First(_) => false,
            };
            assert!(is_true, "{taken} of {of}: {:?}", said(taken, of));
        }
    }
}

#[test]
fn a_count_is_worded_as_the_group_would_say_it() {
    let told = [
        (3, 3, true, "Le groupe a répondu à cette question. Qui veut raconter, avec ses mots ?"),
        (
            5,
            5,
            true,
            "Toutes les personnes disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (
            6,
            6,
            false,
            "Toutes les personnes qui ont répondu disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (
            9,
            10,
            true,
            "Presque toutes les personnes disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (
            7,
            10,
            true,
            "7 personnes sur 10 disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (
            7,
            10,
            false,
            "7 personnes sur les 10 qui ont répondu disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (
            4,
            7,
            true,
            "Plus de la moitié des personnes disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (
            4,
            8,
            true,
            "La moitié des personnes disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (
            4,
            10,
            true,
            "Une partie du groupe dit : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
        ),
        (1, 10, true, "Le groupe a répondu à cette question. Qui veut raconter, avec ses mots ?"),
        (0, 10, true, "Le groupe a répondu à cette question. Qui veut raconter, avec ses mots ?"),
    ];
    let asked = Asked::new();
    for (taken, of, everybody, expected) in told {
        assert_eq!(asked.sentence(said(taken, of), everybody), expected, "{taken} of {of}");
    }
}

#[test]
fn answers_of_which_none_is_better_are_told_by_how_often_they_were_given_and_never_the_rare_ones() {
    let counts = |counts: &[u64]| counts.iter().copied().enumerate().collect::<Vec<_>>();
    for (given, of, expected) in [
        (vec![2, 1, 1], 4, Said::Story),
        (vec![4, 2, 1], 7, Said::First(0)),
        (vec![3, 3, 1], 7, Said::Story),
        (vec![2, 7, 6], 10, Said::Frequent(vec![(1, 7)], 10)),
        (vec![2, 8, 6], 10, Said::First(1)),
        (vec![14, 14, 1], 15, Said::Story),
        (vec![10, 2, 1], 10, Said::Frequent(vec![(0, 10)], 10)),
        (vec![8, 8, 1], 10, Said::Story),
        (vec![4, 9, 7, 5, 1], 15, Said::Frequent(vec![(1, 9), (2, 7), (3, 5)], 15)),
        (vec![4, 4, 4], 12, Said::Story),
    ] {
        assert_eq!(frequent(&counts(&given), of), expected, "{given:?} of {of}");
    }
}

/// The hands of ten people, question by question, then who raised none.
const HANDS: &str = "0 1 1 8 0|0 2 8 0 0|1 2 7 0 0|0 0 9 1 0|1 2 4 3 0|1 1 4 4 0|4 3 3 0|\
    7 3 2 6 1 1 0|5 3 1 1 0|2 4 4 0";

/// A séance of ten people with `flsm-sortie`, hands counted and its line on the disk.
fn voted(columns: u16, rows: u16) -> Person<'static> {
    let mut person = Person::holding("flsm-sortie", settings_and(OPEN), columns, rows);
    person.types("10<enter>3<enter>3<enter><enter><enter>");
    for count in HANDS.split(['|', ' ']) {
        person.types(&format!("{count}<enter>"));
    }
    person.types("<enter><enter>");
    assert!(person.sees().contains("La séance est enregistrée"), "{}", person.sees());
    person
}

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (40, 12)];

fn shows(name: &str, script: &str) {
    for (columns, rows) in SIZES {
        shows_at(name, (columns, rows), voted(columns, rows), script);
    }
}

#[test]
fn one_key_at_the_end_of_a_seance_shows_the_mediator_every_slide_first() {
    shows("mirror-preview", "3<enter>");
    shows("mirror-hidden", "3<enter> <down><down> ");
}

#[test]
fn slides_have_one_sentence_and_a_bar() {
    shows("mirror-words", "3<enter><enter>");
    shows("mirror-share", "3<enter><enter><enter>");
    shows("mirror-all", "3<enter><enter><enter><enter>");
    shows("mirror-two-sides", "3<enter><enter><enter><enter><enter>");
    shows("mirror-story", "3<enter>1234567<enter>");
}

#[test]
fn a_bar_is_drawn_with_the_oldest_signs_too_and_its_two_sides_are_told_apart() {
    for (columns, rows) in [(80, 24), (40, 12)] {
        let theme = Theme::new(Shade::Colourless, Depth::Sixteen, Signs::Ascii);
        let mut person = voted(columns, rows).in_looks(theme);
        person.types("3<enter><enter><enter>");
        let screen = person.sees();
        let plain = |c: char| c.is_ascii() || c.is_alphabetic() || "«»\u{a0}".contains(c);
        assert_eq!(screen.chars().find(|c| !plain(*c)), None, "{screen}");
        shows_at("mirror-share-ascii", (columns, rows), person, "");
    }
}

#[test]
fn what_the_group_says_is_typed_a_sentence_at_a_time() {
    let slides = "3<enter>12345678<enter><enter>";
    shows("mirror-ask", slides);
    shows("mirror-said", &format!("{slides}On demande sans honte<enter>"));
    shows("mirror-private", &format!("{slides}Appelez le 06 12 34 56 78<enter>"));
    shows("mirror-over", &format!("{slides}On demande sans honte<enter><enter>3<enter>"));
}

/// The lines of the mirror on the disk: slide, shown or not, text.
fn kept(person: &Person<'static>) -> Vec<String> {
    let disk = person.disk.borrow();
    let of = |held: &&Held| held.kind() == Apart::Miroir;
    let rows = disk.held.iter().filter(of).flat_map(|held| held.rows().to_vec());
    let names = Apart::Miroir.columns();
    let cells = |row: Vec<String>| {
        let cell = |name: &str| row[names.iter().position(|it| *it == name).expect(name)].clone();
        let line = [cell("diapo"), cell("question"), cell("montre"), cell("texte")].join("|");
        line.replace(['\u{a0}', '\u{202f}'], " ")
    };
    rows.map(cells).collect()
}

#[test]
fn what_was_shown_and_what_was_said_are_kept_with_the_seance() {
    let mut person = voted(80, 24);
    person.types("3<enter> ").types(&"<enter>".repeat(9));
    person.types("On demande sans honte<enter>Appelez le 06 12 34 56 78<enter>");
    assert_eq!(
        kept(&person),
        [
            "1|A1_info|0|Presque toutes les personnes disent : « Sans aide ».",
            "2|A1_message|1|7 personnes sur 10 disent : « Sans aide ».",
            "3|A1_photo|1|Toutes les personnes qui ont répondu disent : « Sans aide ».",
            "4|A1b|1|7 personnes sur 10 disent : « Je demande de l'aide » ou « Je cherche, puis je demande si besoin ».",
            "5|B1|1|Presque toutes les personnes disent : « Plusieurs fois par semaine » ou « Presque tous les jours ».",
            "6|B6|1|6 personnes sur 10 disent : « Oui, une personne » ou « Oui, plusieurs personnes ».",
            "7|A3|1|La réponse la plus donnée : « Donné votre avis », 7 personnes sur 10.",
            "8|FLSM3|1|Le groupe a répondu à cette question. Qui veut raconter, avec ses mots ?",
            "9|FLSM5|1|Une partie du groupe dit : « Oui, depuis l'atelier ».",
            "|||On demande sans honte",
        ]
    );
    person.types("<enter>");
    assert_eq!(kept(&person).last().expect("a line"), "|||Appelez le 06 12 34 56 78");
}

#[test]
fn a_disk_that_refuses_leaves_the_sentence_where_it_was_typed() {
    let mut person = voted(80, 24);
    person.types("3<enter>").types(&"<enter>".repeat(10));
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person.types("On demande sans honte<enter>");
    let sees = person.sees();
    assert!(sees.contains("> On demande sans honte") && sees.contains('!'), "{sees}");
    person.disk.borrow_mut().refuses = None;
    person.types("<enter>");
    let sees = person.sees().replace('\u{a0}', " ");
    assert!(sees.contains("Gardé : « On demande sans honte »"), "{sees}");
    assert_eq!(kept(&person).iter().filter(|line| line.starts_with("|||")).count(), 1);
}

#[test]
fn what_was_hidden_is_hidden_when_the_mirror_is_seen_again() {
    let mut person = voted(80, 24);
    person.types("3<enter> <enter><esc><esc>3<enter>");
    let sees = person.sees();
    assert!(sees.contains("1 [ ] Presque") && sees.contains("2 [x] 7 personnes"), "{sees}");
}

#[test]
fn the_sheet_of_the_group_says_what_the_slides_said_and_what_the_group_did() {
    let mut person = voted(80, 24);
    person.types("3<enter> ").types(&"<enter>".repeat(9));
    person.types("On demande <sans> honte<enter><enter>3<enter>");
    let page = person.disk.borrow().pages.join("\n");
    insta::with_settings!({ snapshot_path => "screens", prepend_module_to_snapshot => false,
        omit_expression => true }, { insta::assert_snapshot!("mirror-page", page) });
    for word in ["http", "<script", "src="] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn in_plain_lines_each_slide_is_a_sentence_and_enter_goes_on() {
    let mut person = voted(80, 24);
    person.types("3<enter>");
    let mut output = Vec::new();
    let disk = std::rc::Rc::clone(&person.disk);
    let lines = "2 3\n\n\nOn demande sans honte\n\n1\n:q\n";
    let mut perform = |effect| disk.borrow_mut().perform(effect);
    let mut input = lines.as_bytes();
    let echo = plain::Echo::Nobody;
    _ = plain::run(&mut input, &mut output, echo, &mut person.app, Vec::new(), &mut perform);
    let said = String::from_utf8(output).expect("text");
    insta::with_settings!({ snapshot_path => "screens", prepend_module_to_snapshot => false,
        omit_expression => true }, { insta::assert_snapshot!("mirror-plain", said) });
    assert!(!said.contains('█') && !said.contains('░'), "{said}");
}

/// What is typed at a séance of ten people, by a vote, from its first screen to the slides.
fn typed_vote() -> String {
    let hands = HANDS.replace(['|', ' '], "\n");
    format!("10\n3\n3\n1\n1\n{hands}\n:terminer\n1\n3\n\n{}", "\n".repeat(9))
}

/// Runs the program in lines, until what is typed ends: as when it is killed there.
fn runs(folder: &std::path::Path, arguments: &[&str], typed: &str) -> (String, String) {
    let mut command = program(folder, arguments);
    let piped = std::process::Stdio::piped;
    let mut child =
        command.stdin(piped()).stdout(piped()).stderr(piped()).spawn().expect("the program runs");
    let mut input = child.stdin.take().expect("an input");
    std::io::Write::write_all(&mut input, typed.as_bytes()).expect("typed");
    drop(input);
    let output = child.wait_with_output().expect("its end");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(['\u{a0}', '\u{202f}'], " ");
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_was_kept_is_there_after_the_program_stopped_and_is_told_by_the_report() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
    std::fs::write(folder.path().join("recueil.toml"), settings).expect("written");
    let typed = typed_vote() + "On demande sans honte\nCe qui n'est pas confirm";
    let (said, wrong) = runs(folder.path(), &["seance", "flsm-sortie", "--plain"], &typed);
    assert!(said.contains("Gardé : « On demande sans honte »"), "{said}{wrong}");
    let (report, _) = runs(folder.path(), &["report"], "");
    assert!(report.contains("Ce que les groupes en ont dit"), "{report}");
    assert!(report.contains("- « On demande sans honte »"), "{report}");
    let (diffusion, _) = runs(folder.path(), &["report", "--diffusion"], "");
    assert!(!diffusion.contains("honte"), "{diffusion}");
    let (sheet, wrong) = runs(folder.path(), &["mirror", "flsm-sortie", "--html", "-"], "");
    assert!(sheet.contains("« On demande sans honte »"), "{sheet}{wrong}");
    assert!(sheet.contains("7 personnes sur 10 disent"), "{sheet}");
    let (again, _) = runs(folder.path(), &["miroir", "--plain"], "\n");
    assert!(again.contains("Image 1 sur 9"), "{again}");
    let (_, wrong) = runs(folder.path(), &["mirror", "com-court"], "");
    assert!(wrong.contains("Aucune séance n'est encore enregistrée"), "{wrong}");
    let (_, wrong) = runs(folder.path(), &["mirror", "--seance", "x"], "");
    assert!(wrong.contains("« x »"), "{wrong}");
}
