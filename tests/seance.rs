//! La séance: a group at one computer. Whole screens at 80×24 and 40×12, what the rows and the lines
//! beside them say, by each of its three roads.
//! Never a disk, but for plain lines.

mod support;

use recueil::app::Block;
use recueil::record::{Apart, Record};
use recueil::store::{Action, Reason};
use recueil::value::Meta;
use recueil::{plain, report};
use support::{OPEN, Person, form, settings, settings_and, shows};

/// A séance with this form asked for by its name, in a structure that opened everything.
fn held(form: &str) -> Person<'static> {
    Person::holding(form, settings_and(OPEN), 80, 24)
}

/// From how many there are to the hub, by the road of this digit; ten people.
fn begun(form: &str, road: u8) -> Person<'static> {
    let mut person = held(form);
    person.types(&format!("10<enter>3<enter>{road}<enter><enter>"));
    assert!(person.sees().contains("10 personnes sont là"), "{}", person.sees());
    person
}

/// The rows on the disk: these columns, joined by a bar.
fn rows(person: &Person<'static>, metas: &[Meta]) -> Vec<String> {
    let cells = |row: &Record| {
        metas.iter().map(|meta| row.meta(*meta).to_owned()).collect::<Vec<_>>().join("|")
    };
    person.disk.borrow().rows.iter().map(cells).collect()
}

/// The lines kept beside the rows in files of this kind: these columns, joined by a bar.
fn lines(person: &Person<'static>, kind: Apart, columns: &[&str]) -> Vec<String> {
    let disk = person.disk.borrow();
    let of_kind = disk.held.iter().filter(|held| held.kind() == kind);
    let rows = of_kind.flat_map(|held| held.rows().to_vec());
    let names = kind.columns();
    rows.map(|cells| {
        let cell = |column: &&str| {
            let at = names.iter().position(|name| name == column).expect("a column");
            cells[at].as_str()
        };
        columns.iter().map(cell).collect::<Vec<_>>().join("|")
    })
    .collect()
}

const COUNTS: &[&str] = &["chemin", "presents", "repondu", "refus", "partis", "absents", "essai"];

/// From the notice of `com-court` to thanks: every question passed, no code.
const PASSED: &str = "<begin><f2><enter><f2><enter><f2><enter><f2><enter><f2><enter><f2><enter>\
    <f2><enter><f2><enter><enter><f2>";

/// A sheet of `flsm-sortie`, its number taken as proposed: 13 keys.
const SHEET: &str = "<enter>12312311<enter>12<enter>";

#[test]
fn the_screens_of_a_seance() {
    let start = |c, r| Person::holding("flsm-sortie", settings(), c, r);
    shows("seance-present", start, "");
    shows("seance-setup", start, "10<enter>");
    shows("seance-road", start, "10<enter>3<enter>");
    shows("seance-setup-sheets", start, "10<enter>3<enter>2<enter>");
    shows("seance-hub", start, "<enter><enter>");
    shows("seance-hand-over", start, "<enter><enter><enter>");
    shows("seance-hub-sheets", start, "10<enter>3<enter>2<enter><enter>");
    shows("seance-sheet", start, "10<enter>3<enter>2<enter><enter><enter>");
    shows("seance-sheet-question", start, "10<enter>3<enter>2<enter><enter><enter>7<enter>12");
    shows("seance-sheet-end", start, "10<enter>3<enter>2<enter><enter><enter><enter>000000000");
    shows("seance-vote", start, "10<enter>3<enter>3<enter><enter><enter>4<enter>");
    shows("seance-end", start, "<enter><enter>5<enter>");
    shows("seance-pausing", start, "<enter><enter><esc>");
    shows("seance-script", start, "<enter><enter>3<enter>");
    shows("seance-english", start, "<f4><enter><enter>");
    let trial = |c, r| Person::holding("flsm-sortie", settings_empty(), c, r);
    shows("seance-trial", trial, "<enter><enter>");
    let home = Person::at_home;
    shows("seance-which", home, "9<enter>");
    let pupil = |c, r| Person::holding("ker-enfant", settings_and(OPEN), c, r);
    shows("seance-hand-over-child", pupil, "<enter><enter><enter>");
}

fn settings_empty() -> recueil::app::Settings {
    recueil::app::Settings::default()
}

#[test]
fn enter_alone_goes_from_home_to_the_first_person() {
    let mut person = Person::of(settings_and("referentiels = [\"flsm\"]\n"), 80, 24);
    person.types("5<enter><enter>");
    assert!(person.sees().contains("Combien de personnes sont là"), "{}", person.sees());
    person.types("<enter><enter>");
    assert!(person.sees().contains("8 personnes sont là"), "{}", person.sees());
    person.types("<enter>");
    assert!(person.sees().contains("Passez le clavier"), "{}", person.sees());
    person.types("<enter>");
    assert!(person.sees().contains("Commencer"), "{}", person.sees());
}

#[test]
fn what_was_said_last_on_this_machine_is_proposed() {
    let mut person = Person::of(settings(), 80, 24);
    let said = [("presents", "12"), ("chemin", "feuilles"), ("groupe", "mardi")];
    let said = said.map(|(name, value)| (name.to_owned(), value.to_owned()));
    person.disk.borrow_mut().memory.seance = said.into_iter().collect();
    person.opens_seance(&form("flsm-sortie"));
    assert!(person.sees().contains("Entrée sans rien écrire\u{a0}: 12"), "{}", person.sees());
    person.types("<enter>");
    let screen = person.sees().replace('\u{a0}', " ");
    for said in ["Personnes présentes : 12", "sa feuille de papier", "Groupe : mardi"] {
        assert!(screen.contains(said), "{said}\n{screen}");
    }
}

#[test]
fn one_person_after_another_each_in_a_row_of_the_same_group() {
    let mut person = held("com-court");
    person.types("3<enter>4<enter>lundi<enter><enter>");
    person.types("<enter>").types(&format!("<enter>{PASSED}"));
    assert!(person.sees().contains("Merci"), "{}", person.sees());
    // From thanks to the next.
    person.types("<enter>").types(&format!("<enter>{PASSED}"));
    person.types("<enter>");
    // The third does not wish to.
    person.types("<enter>2<enter>");
    assert!(person.sees().contains("Passez le clavier"), "{}", person.sees());
    person.types("2<enter>");
    let hub = person.sees().replace('\u{a0}', " ");
    assert!(
        hub.contains("Ont répondu : 2. Parties avant la fin : 0. N'ont pas voulu : 1."),
        "{hub}"
    );
    assert!(hub.contains("▸ 5 Terminer la séance"), "nobody remains\n{hub}");
    let columns = [Meta::Groupe, Meta::Date, Meta::Support, Meta::Etat];
    assert_eq!(rows(&person, &columns), ["lundi|2026-11-22|ecran|complet"; 2]);
    person.types("<enter><enter>2<enter>");
    assert_eq!(lines(&person, Apart::Seances, COUNTS), ["clavier|3|2|1|0|0|0"]);
    assert!(person.left, "asked for by its name, it ends with it");
    assert_eq!(person.disk.borrow().seance, None, "its journal is gone");
}

#[test]
fn who_leaves_before_the_end_is_counted_their_answers_kept_only_where_they_say_so() {
    let mut person = begun("com-court", 1);
    person.types("<enter><enter><begin>1<enter>2<enter><esc>2<enter>");
    assert!(person.sees().contains("Passez le clavier"), "{}", person.sees());
    assert!(person.disk.borrow().rows.is_empty(), "thrown away");
    person.types("<enter><begin>1<enter>2<enter><esc>3<enter>");
    assert!(person.sees().contains("Merci"), "{}", person.sees());
    person.types("<enter>2<enter>");
    let hub = person.sees().replace('\u{a0}', " ");
    assert!(hub.contains("Ont répondu : 0. Parties avant la fin : 2."), "{hub}");
    assert_eq!(rows(&person, &[Meta::Etat]), ["partiel"]);
}

#[test]
fn who_only_looks_at_the_notice_has_refused_nothing() {
    let mut person = begun("com-court", 1);
    person.types("<enter><enter><esc>");
    assert!(person.sees().contains("Passez le clavier"), "{}", person.sees());
    person.types("<enter><left><esc>");
    let hub = person.sees().replace('\u{a0}', " ");
    assert!(hub.contains("N'ont pas voulu : 0."), "{hub}");
}

#[test]
fn a_sheet_takes_thirteen_keys_and_what_cannot_be_read_is_said() {
    assert_eq!(support::inputs(SHEET).len(), 13);
    let mut person = begun("flsm-sortie", 2);
    person.types("<enter>").types(SHEET).types(SHEET);
    // A blank, two boxes ticked, then the rest.
    person.types("<enter>0*312311<enter>12<enter>");
    let sheets = [Meta::Feuille, Meta::Support, Meta::Etat, Meta::DureeMin];
    let expected = ["1|papier|complet|", "2|papier|complet|", "3|papier|complet|"];
    assert_eq!(rows(&person, &sheets), expected);
    let cells = |at: usize| {
        let disk = person.disk.borrow();
        let row = &disk.rows[at];
        let names = recueil::record::columns(row.form());
        let cell = |name: &str| {
            let at = names.iter().position(|column| column.name() == name).expect("a column");
            row.cells()[at].clone()
        };
        let asked = ["D1", "A1_info", "A1_message", "A1_photo", "A1b", "B1", "B6", "A3", "FLSM3"];
        let asked = asked.into_iter().chain(["FLSM5", "T2", "T1", "T6"]);
        asked.map(cell).collect::<Vec<_>>().join("|")
    };
    assert!(cells(0).starts_with("premiere|2|3|1|attend|3|"), "{}", cells(0));
    assert!(cells(0).ends_with("|SANS_REPONSE|SANS_REPONSE|NON_POSEE"), "{}", cells(0));
    assert!(cells(2).starts_with("SANS_REPONSE|ILLISIBLE|3|1|attend|3|"), "{}", cells(2));
}

#[test]
fn the_words_and_the_code_of_a_sheet_are_typed_where_there_are_some() {
    let mut person = begun("flsm-sortie", 2);
    person.types("<enter><enter>12312311<enter>12");
    assert!(person.sees().contains("Les lignes à écrire"), "{}", person.sees());
    person.types("3<enter>lune sapin 42<enter>");
    assert!(person.sees().contains("Code\u{a0}: lune-sapin-42"), "{}", person.sees());
    person.types("2<enter>Ouvrir le samedi<enter><enter>2");
    assert!(person.sees().contains("Tout est saisi"), "{}", person.sees());
    person.types("<enter>");
    assert_eq!(rows(&person, &[Meta::Feuille, Meta::Code]), ["1|lune-sapin-42"]);
}

#[test]
fn a_number_typed_twice_is_said_and_the_sheet_can_be_corrected() {
    let mut person = begun("flsm-sortie", 2);
    person.types("<enter>").types(SHEET).types(SHEET);
    person.types("1<enter>");
    assert!(person.sees().contains("La feuille 1 est déjà saisie"), "{}", person.sees());
    person.types("<enter>");
    assert!(person.sees().contains("Quelle feuille"), "{}", person.sees());
    person.types("2<enter>2<enter>");
    let screen = person.sees();
    assert!(screen.contains("CORRECTION de la feuille 2"), "{screen}");
    // Nothing is changed: it stands.
    person.types("<esc>");
    assert!(person.sees().contains("La feuille 2 reste comme elle était"), "{}", person.sees());
    person.types("5<enter>7<enter>");
    assert!(person.sees().contains("Aucune feuille 7"), "{}", person.sees());
}

#[test]
fn a_sheet_that_is_given_up_is_nobody_who_left() {
    let mut person = begun("flsm-sortie", 2);
    person.types("<enter><enter>12<esc>2<enter>");
    let hub = person.sees().replace('\u{a0}', " ");
    assert!(hub.contains("Parties avant la fin : 0."), "{hub}");
    assert!(person.disk.borrow().rows.is_empty());
}

#[test]
fn sheets_are_printed_for_those_who_are_there_and_their_first_number_is_the_next() {
    let mut person = begun("flsm-sortie", 2);
    person.types("4<enter>");
    let screen = person.sees();
    assert!(screen.contains("10 feuilles sont prêtes"), "{screen}");
    assert_eq!(person.disk.borrow().printed, [(1, 10)]);
    person.types("<enter>4<enter><enter><enter>");
    assert_eq!(person.disk.borrow().printed, [(1, 10), (11, 10)]);
}

#[test]
fn hands_are_counted_and_never_kept_as_people() {
    let mut person = begun("com-court", 3);
    // D1: 2, 3, 4, 0 hands, and one who raised none.
    person.types("<enter>2<enter>3<enter>4<enter><enter><enter>");
    // A1b: more hands than people: counted again.
    person.types("9<enter>9<enter><enter><enter><enter>");
    assert!(person.sees().contains("plus de mains que de personnes"), "{}", person.sees());
    person.types("<enter>5<enter>5<enter><enter><enter><enter><esc>");
    let hub = person.sees().replace('\u{a0}', " ");
    assert!(hub.contains("Questions comptées : 2 sur 6"), "{hub}");
    person.types("4<enter>");
    assert!(person.sees().contains("Ont répondu\u{a0}: 10"), "{}", person.sees());
    person.types("<enter>2<enter>");
    assert!(person.disk.borrow().rows.is_empty(), "no rows of people");
    let columns = ["presents", "question", "reponse", "nombre"];
    assert_eq!(
        lines(&person, Apart::Collectif, &columns),
        [
            "10|D1|premiere|2",
            "10|D1|depuis_saison|3",
            "10|D1|un_a_trois_ans|4",
            "10|D1|plus_longtemps|0",
            "10|D1|SANS_REPONSE|1",
            "10|A1b|arrete|5",
            "10|A1b|attend|5",
            "10|A1b|demande|0",
            "10|A1b|cherche|0",
            "10|A1b|SANS_REPONSE|0",
        ]
    );
    assert_eq!(lines(&person, Apart::Seances, COUNTS), ["vote|10|10|0|0|0|0"]);
}

#[test]
fn more_people_counted_than_there_were_is_to_be_said_twice() {
    let mut person = begun("com-court", 1);
    person.types("5<enter>2<enter>3<enter>3<enter>5<enter><enter>");
    assert!(
        person.sees().contains("plus de monde que de personnes présentes"),
        "{}",
        person.sees()
    );
    assert!(person.disk.borrow().held.is_empty());
    person.types("6<enter>1<enter>");
    assert!(!person.sees().contains("plus de monde"), "what changed is looked at again");
    person.types("<enter><enter>");
    assert!(person.sees().contains("La séance est enregistrée"), "{}", person.sees());
    assert_eq!(lines(&person, Apart::Seances, COUNTS), ["clavier|3|5|0|0|1|0"]);
}

#[test]
fn a_full_disk_keeps_the_counts_on_the_screen() {
    let mut person = begun("com-court", 1);
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person.types("5<enter>4<enter>2<enter><enter>");
    let screen = person.sees();
    assert!(
        screen.contains("N'ont pas voulu répondre\u{a0}: 2") && screen.contains('!'),
        "{screen}"
    );
    person.disk.borrow_mut().refuses = None;
    person.types("<enter>");
    assert_eq!(lines(&person, Apart::Seances, COUNTS), ["clavier|10|0|2|0|0|0"]);
}

#[test]
fn the_register_knows_what_was_said_and_what_was_said_last() {
    let mut person = Person::of(settings(), 80, 24);
    let said = [("S_lieu", "salle bleue"), ("S_duree", "90"), ("S_animateurs", "2")];
    let said = said.into_iter().chain([("S_activite", "internet echanger")]);
    let said = said.map(|(name, value)| (name.to_owned(), value.to_owned()));
    person.disk.borrow_mut().memory.register = said.collect();
    person.opens_seance(&form("flsm-sortie"));
    person.types("9<enter><enter>5<enter><enter><enter><begin>");
    // The day, the place, the length, who was there; nobody new; who helped, what was done.
    person.types("<enter><enter><enter><enter>1<enter><enter><enter>");
    let pass = "<f2><enter>".repeat(13);
    person.types(&pass).types("<enter><enter>");
    let disk = person.disk.borrow();
    let row = disk.rows.last().expect("a row of the register");
    let names = recueil::record::columns(row.form());
    let cell = |name: &str| {
        let at = names.iter().position(|column| column.name() == name).expect("a column");
        row.cells()[at].clone()
    };
    let asked = ["S_jour", "S_lieu", "S_duree", "S_presents", "S_nouveaux", "S_animateurs"];
    let said: Vec<String> = asked.into_iter().chain(["S_activite"]).map(cell).collect();
    assert_eq!(said.join("|"), "2026-11-22|salle bleue|90|9|1|2|internet echanger");
    drop(disk);
    assert!(person.sees().contains("C'est fini"), "{}", person.sees());
    person.types("<enter>");
    assert!(person.left);
}

#[test]
fn a_seance_left_for_later_is_offered_with_its_counts_and_goes_on() {
    let mut person = Person::at_home(80, 24);
    person.types("9<enter>2<enter>2<enter>10<enter>3<enter>2<enter><enter>");
    person.types("2<enter><enter>").types(SHEET).types("<esc><esc>2<enter>");
    let home = person.sees();
    assert!(home.contains("Reprendre la séance qui n'est pas finie"), "{home}");
    person.types("<down><down><down><down><down><down><down><down><down><enter>");
    let left = person.sees().replace('\u{a0}', " ");
    assert!(left.contains("une a répondu"), "{left}");
    person.types("<enter>");
    let hub = person.sees().replace('\u{a0}', " ");
    assert!(
        hub.contains("Ont répondu : 1. Parties avant la fin : 0. N'ont pas voulu : 1."),
        "{hub}"
    );
    person.types("<enter>");
    assert!(person.sees().contains("Entrée sans rien écrire\u{a0}: 2"), "{}", person.sees());
}

#[test]
fn a_killed_program_offers_the_seance_again_then_the_interview() {
    let mut person = begun("com-court", 1);
    person.types("<enter>").types(&format!("<enter>{PASSED}<enter><enter><begin>1<enter>"));
    let disk = std::mem::take(&mut *person.disk.borrow_mut());
    let mut person = Person::of(settings_and(OPEN), 80, 24);
    person.disk.borrow_mut().rows = disk.rows;
    let notes = disk.seance.expect("a journal");
    let left = recueil::store::LeftSeance { path: "1.seance".into(), notes };
    person.finds_seances(vec![left]);
    let screen = person.sees();
    assert!(screen.contains("Une séance n'est pas finie"), "{screen}");
    let draft = recueil::store::Found { path: "1.journal".into(), draft: disk.journal };
    person.finds(vec![draft]);
    assert!(person.sees().contains("Une séance n'est pas finie"), "one after the other");
    person.types("<enter>");
    assert!(person.sees().contains("1 réponse"), "the interview is next\n{}", person.sees());
    person.types("<enter>");
    assert!(person.sees().contains("Question 2 sur 8"), "{}", person.sees());
    person.types("<esc>2<enter>2<enter>");
    let hub = person.sees().replace('\u{a0}', " ");
    assert!(hub.contains("Ont répondu : 1. Parties avant la fin : 1."), "{hub}");
}

#[test]
fn a_trial_says_so_on_every_screen_and_in_every_line() {
    let mut person = Person::holding("com-court", settings_empty(), 80, 24);
    for keys in ["", "10<enter>", "<enter>", "<enter>", "<enter>"] {
        person.types(keys);
        assert!(person.sees().contains("ESSAI"), "{}", person.sees());
    }
    person.types(PASSED);
    assert!(person.sees().contains("ESSAI"), "{}", person.sees());
    person.types("<enter>2<enter>5<enter><enter>2<enter>");
    assert_eq!(rows(&person, &[Meta::Essai]), ["1"]);
    assert_eq!(lines(&person, Apart::Seances, COUNTS), ["clavier|10|1|0|0|0|1"]);
}

/// What a person answered who must not be found again: words that are on no screen by themselves.
const SECRETS: [&str; 3] = ["Zanzibar", "hippocampe", "kumquat"];

#[test]
fn nothing_of_one_person_is_on_any_screen_that_the_next_can_reach() {
    for seed in 1..=40 {
        let mut chance = support::Chance(seed);
        let mut person = begun("com-court", 1);
        person.types("<enter><enter><begin>");
        let pass = "<f2><enter>".repeat(6);
        person.types(&pass).types("Zanzibar hippocampe<enter>kumquat<enter>1<enter><enter><f2>");
        assert!(person.sees().contains("Merci"), "{}", person.sees());
        let keys = "<enter> <esc> <left> <back> <pageup> <up> <down> <home> <end> <f1> <f2> <f3> \
            <f4> <f5> <f6> 1 2 3 4 5 6 0 * a r q ?";
        let keys: Vec<&str> = keys.split_whitespace().collect();
        for _ in 0..120 {
            for secret in SECRETS {
                assert!(!person.sees().contains(secret), "{secret}\n{}", person.sees());
            }
            let on = person.app.interview();
            let answers = on.map(|on| format!("{:?}", on.session)).unwrap_or_default();
            assert!(SECRETS.iter().all(|secret| !answers.contains(secret)), "{answers}");
            assert!(person.app.unsaved().is_none_or(|row| {
                row.cells().iter().all(|cell| SECRETS.iter().all(|secret| !cell.contains(secret)))
            }));
            person.types(chance.one_of(&keys));
            if person.left {
                break;
            }
        }
    }
}

#[test]
fn plain_lines_go_the_same_way() {
    let mut person = held("flsm-sortie");
    // Sheets; the first has a blank and one that cannot be read; then the end, no register.
    let typed = "6\n3\n2\n1\n1\n\n1\n*\n0\n3\n1\n2\n3\n1 3\n1\n2\n1\n:q\n7\n1\n2\n";
    let mut output = Vec::new();
    let disk = std::rc::Rc::clone(&person.disk);
    plain::run(
        &mut typed.as_bytes(),
        &mut output,
        plain::Echo::Nobody,
        &mut person.app,
        Vec::new(),
        &mut |effect| disk.borrow_mut().perform(effect),
    )
    .expect("a dialogue");
    let said = String::from_utf8(output).expect("text").replace('\u{a0}', " ");
    assert!(said.contains("La feuille 1 est enregistrée."), "{said}");
    assert_eq!(rows(&person, &[Meta::Feuille, Meta::Etat]), ["1|complet"], "{said}");
    assert_eq!(lines(&person, Apart::Seances, COUNTS), ["feuilles|6|1|0|0|0|0"], "{said}");
}

#[test]
fn who_passes_the_keyboard_in_plain_lines_is_told_that_they_stay() {
    let mut person = held("com-court");
    let mut output = Vec::new();
    let disk = std::rc::Rc::clone(&person.disk);
    let typed = "6\n1\n1\n";
    plain::run(
        &mut typed.as_bytes(),
        &mut output,
        plain::Echo::Nobody,
        &mut person.app,
        Vec::new(),
        &mut |effect| disk.borrow_mut().perform(effect),
    )
    .expect("a dialogue");
    let said = String::from_utf8(output).expect("text");
    assert!(said.contains("Ces lignes restent à l'écran"), "{said}");
}

/// The words of a page, its tags left out.
fn words_of(page: &str) -> String {
    let parts = page.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text = parts.collect::<Vec<_>>().join(" ");
    text.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'").replace('\u{a0}', " ")
}

#[test]
fn what_is_read_aloud_is_what_the_printed_pages_say() {
    let mut person = held("flsm-sortie");
    person.types("<enter><enter>3<enter>");
    let locale = recueil::locale::Locale::new("fr");
    let asked = form("flsm-sortie");
    let sheet = report::Sheet { number: 1, code: None };
    let settings = settings_and(OPEN);
    let paper = report::sheets(&locale, &asked, &settings, &[sheet], report::Sides::One);
    let pages = words_of(&(report::aloud(&locale, &asked, &settings) + &paper.html));
    let mut said = 0;
    for block in person.app.view().blocks {
        let (Block::Text(text) | Block::Hint(text)) = block else { continue };
        for part in text.split(" / ").flat_map(|text| text.split(". ")) {
            said += 1;
            // How many there are is said as on the screen: the consent to quote is not counted.
            if part.ends_with(" questions") {
                continue;
            }
            let part = part.trim_end_matches('.').replace('\u{a0}', " ");
            assert!(pages.contains(&part), "{part}");
        }
    }
    assert!(said > 60, "{said} sentences");
    assert!(pages.contains("il n'y a pas de bonne réponse"));
}
