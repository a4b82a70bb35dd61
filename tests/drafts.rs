//! Interviews cut short: what their journals hold on a real disk, and how they go on.
//! Never a real terminal: `killed` has the program killed at one.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use recueil::app::{Keeping, Settings};
use recueil::questionnaire::archive;
use recueil::store::{Action, Draft, Found, Journals, Opening, Reason, Step};
use recueil::value::{Date, Meta};
use support::{OPEN, Person, SEALED, form, library_of, settings, settings_and};
use tempfile::TempDir;

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

fn journals(folder: &Path) -> Journals {
    Journals::new(folder.to_owned())
}

fn opening() -> Opening {
    Opening {
        fingerprint: "abc".into(),
        definition: "# \"un\"\n".into(),
        day: Date::constant(2026, 11, 22),
        cells: vec![(Meta::Questionnaire, "com-entree".into())],
    }
}

fn gave(question: &str, answer: &str) -> Step {
    Step::Answer(question.into(), answer.into())
}

/// Begins a journal with one answer, and leaves it as a killed program does.
fn one_answer(drafts: &Path) -> PathBuf {
    let journal = journals(drafts).begin("un", &opening(), &[gave("A1b", "cherche")]);
    journal.expect("begun").leave().expect("on the disk");
    drafts.join("un.journal")
}

/// What the only journal of a folder says.
fn only(drafts: &Path) -> Draft {
    let mut found = journals(drafts).abandoned();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0).draft.expect("a journal that can be read")
}

/// The checks are those of Python's `binascii.crc32`.
#[test]
fn a_journal_is_one_line_a_step_each_with_its_check() {
    let folder = folder();
    let path = one_answer(folder.path());
    let (mut journal, _) =
        journals(folder.path()).resume(&path).expect("read").expect("nobody holds it");
    let steps = [
        Step::Place("A1b".into()),
        Step::Jump("A1b".into()),
        Step::Meta(Meta::Langue, "en".into()),
        Step::Cut(1),
    ];
    journal.note(&steps).expect("noted");
    assert_eq!(
        fs::read_to_string(&path).expect("text"),
        "brouillon,1,c76bb49b1\n\
         empreinte,abc,ca76c654f\n\
         jour,2026-11-22,c4eb57edb\n\
         meta,questionnaire,com-entree,c8f0ec1aa\n\
         definition,\"# \"\"un\"\"\",c0b793cad\n\
         definition,,cd76a88b1\n\
         debut,ce81b0679\n\
         reponse,A1b,cherche,c01c6dcf1\n\
         place,A1b,c7f5e07ef\n\
         saut,A1b,c214273ce\n\
         meta,langue,en,c69ad435f\n\
         coupe,1,c5605fcc5\n"
    );
    journal.leave().expect("on the disk");
    let steps = vec![gave("A1b", "cherche")];
    assert_eq!(only(folder.path()), Draft { opening: opening(), steps, is_torn: false });
}

#[cfg(unix)]
#[test]
fn journals_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let drafts = folder.path().join("brouillons");
    let path = one_answer(&drafts);
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&drafts), mode(&path)), (0o700, 0o600));
}

#[test]
fn a_torn_end_is_left_out_and_told_and_what_follows_is_written_after_the_last_whole_step() {
    let folder = folder();
    let path = one_answer(folder.path());
    let (mut journal, _) =
        journals(folder.path()).resume(&path).expect("read").expect("nobody holds it");
    let first = fs::read(&path).expect("bytes").len();
    journal.note(&[gave("B1", "2")]).expect("noted");
    journal.leave().expect("on the disk");
    let whole = fs::read(&path).expect("bytes");
    assert!(!only(folder.path()).is_torn);
    for cut in first + 1..whole.len() {
        fs::write(&path, &whole[..cut]).expect("torn");
        let torn = only(folder.path());
        assert_eq!((torn.steps, torn.is_torn), (vec![gave("A1b", "cherche")], true), "{cut}");
    }
    let (mut journal, draft) =
        journals(folder.path()).resume(&path).expect("read").expect("nobody holds it");
    assert!(draft.is_torn);
    journal.note(&[gave("B1", "3")]).expect("noted");
    journal.leave().expect("on the disk");
    let mended = only(folder.path());
    let steps = vec![gave("A1b", "cherche"), gave("B1", "3")];
    assert_eq!((mended.steps, mended.is_torn), (steps, false));
}

#[test]
fn a_letter_changed_anywhere_is_never_taken_for_an_answer() {
    let folder = folder();
    let path = one_answer(folder.path());
    let whole = fs::read(&path).expect("bytes");
    let said = only(folder.path());
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&path, &changed).expect("changed");
        let found = journals(folder.path()).abandoned().remove(0).draft;
        // Nothing can be read, or the one answer is missing; what is read is what was written.
        if let Some(found) = found {
            assert_eq!(found.opening, said.opening, "{at}");
            assert!(found.steps.is_empty() && found.is_torn, "{at}: {found:?}");
        }
    }
}

#[test]
fn a_journal_cut_in_its_beginning_cannot_be_read_and_can_be_erased() {
    let folder = folder();
    let path = one_answer(folder.path());
    let whole = fs::read(&path).expect("bytes");
    fs::write(&path, &whole[..60]).expect("torn");
    assert_eq!(journals(folder.path()).abandoned(), [Found { path: path.clone(), draft: None }]);
    assert!(journals(folder.path()).resume(&path).expect("read").is_none());
    assert!(journals(folder.path()).erase(&path).expect("erased"));
    assert!(!path.exists());
    // One that has only just been made, and is empty, is not anybody's yet.
    fs::write(&path, "").expect("made");
    assert_eq!(journals(folder.path()).abandoned(), []);
}

#[test]
fn a_journal_that_is_held_is_neither_offered_nor_taken_up_nor_erased() {
    let folder = folder();
    let path = folder.path().join("un.journal");
    let journal = journals(folder.path()).begin("un", &opening(), &[gave("A1b", "cherche")]);
    let journal = journal.expect("begun");
    assert_eq!(journals(folder.path()).abandoned(), []);
    assert!(journals(folder.path()).resume(&path).expect("asked").is_none());
    assert!(!journals(folder.path()).erase(&path).expect("asked"));
    assert!(path.exists());
    journal.leave().expect("on the disk");
    let taken = journals(folder.path()).resume(&path).expect("asked");
    assert!(taken.is_some());
    assert_eq!(journals(folder.path()).abandoned(), []);
    taken.expect("taken up").0.remove().expect("removed");
    assert!(!path.exists());
    assert!(journals(folder.path()).resume(&path).expect("asked").is_none());
    assert!(journals(folder.path()).erase(&path).expect("nothing is left to erase"));
}

#[test]
fn a_folder_that_cannot_be_made_is_a_fault_with_its_path() {
    let folder = folder();
    let drafts = folder.path().join("brouillons");
    fs::write(&drafts, "a file where the folder should be").expect("written");
    let fault = journals(&drafts).begin("un", &opening(), &[]).expect_err("refused");
    assert_eq!((fault.action, fault.reason), (Action::CreateFolder, Reason::Gone));
    assert_eq!(journals(&drafts).abandoned(), []);
}

#[test]
fn a_name_that_is_taken_is_never_written_over() {
    let folder = folder();
    let path = one_answer(folder.path());
    let before = fs::read(&path).expect("bytes");
    journals(folder.path()).begin("un", &opening(), &[]).expect_err("refused");
    assert_eq!(fs::read(&path).expect("bytes"), before);
}

// What a person sees and does, the disk in memory.

const PATH: &str = "/dossier/brouillons/1.journal";

/// What is left of the interview of a person whose program is killed.
fn killed(person: &Person<'static>) -> Found {
    Found { path: PATH.into(), draft: person.disk.borrow().journal.clone() }
}

/// Another start of the program, which finds it.
fn started(left: &Found, settings: Settings) -> Person<'static> {
    let mut person = Person::of(settings, 80, 24);
    person.finds(vec![left.clone()]);
    person
}

fn steps(person: &Person<'static>) -> Vec<Step> {
    person.disk.borrow().journal.as_ref().expect("a journal").steps.clone()
}

fn has_journal(person: &Person<'static>) -> bool {
    person.disk.borrow().journal.is_some()
}

fn sees(person: &Person<'static>) -> String {
    person.sees().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Leaving the season: A1b, then three more.
fn entry() -> Person<'static> {
    Person::collecting("com-entree", settings(), 80, 24)
}

#[test]
fn an_answer_that_was_confirmed_is_not_asked_about_again_when_an_interview_goes_on() {
    let mut person = Person::collecting("com-recit", settings(), 80, 24);
    person.types("<begin>au 02 98 00 00 00<enter>");
    assert!(!has_journal(&person), "not accepted yet");
    person.types("<enter>");
    let before = person.sees();
    assert!(before.contains("Question 2 sur"), "{before}");
    let mut again = started(&killed(&person), settings());
    assert_eq!(again.types("1<enter>").sees(), before);
}

#[test]
fn nothing_is_kept_of_who_reads_the_notice_and_leaves() {
    let mut person = entry();
    for keys in ["", "<begin>", "2", "<left>", "<enter>", "<esc>", "2<enter>"] {
        person.types(keys);
        assert!(!has_journal(&person), "{keys}");
    }
    assert!(person.left);
}

#[test]
fn each_answer_each_pass_and_each_way_back_is_noted_in_the_words_of_the_row() {
    let mut person = entry();
    person.types("<begin>4<enter>02<enter>");
    assert_eq!(steps(&person), [gave("A1b", "cherche"), gave("B1", "REFUS")]);
    person.types("<left><left>");
    assert_eq!(steps(&person)[2..], [Step::Place("B1".into()), Step::Place("A1b".into())]);
    person.types("<f4>");
    assert_eq!(steps(&person)[4..], [Step::Meta(Meta::Langue, "en".into())]);
    person.types("2<enter>");
    assert_eq!(steps(&person)[5..], [gave("A1b", "attend")]);
    let draft = killed(&person).draft.expect("a journal");
    assert_eq!(draft.answered(), 2);
    assert_eq!(draft.opening.fingerprint, *form("com-entree").fingerprint());
    assert_eq!(*draft.opening.definition, *archive(&form("com-entree")));
    assert_eq!(draft.opening.day, Date::constant(2026, 11, 22));
    let known: Vec<(&str, &str)> =
        draft.opening.cells.iter().map(|(meta, value)| (meta.word(), value.as_str())).collect();
    for cell in [("referentiel", "commun"), ("version", "1"), ("essai", "0"), ("langue", "fr")] {
        assert!(known.contains(&cell), "{cell:?} in {known:?}");
    }
}

#[test]
fn a_jump_is_noted_and_what_follows_it_goes_the_same_way_after_the_power_went() {
    let mut person = entry();
    person.types("<begin>4<enter>02<enter>2<enter><left><f5>");
    let before = steps(&person);
    let mut listed = started(&killed(&person), settings());
    assert!(sees(listed.types("1<enter>")).contains("Question 3 sur 4"), "the list is no place");
    person.types("<enter>");
    assert_eq!(steps(&person)[before.len()..], [Step::Jump("A1b".into())]);
    let mut again = started(&killed(&person), settings());
    again.types("1<enter>");
    assert_eq!(again.sees(), person.sees());
    assert!(sees(&again).contains("Question 1 sur 4"), "{}", again.sees());
    again.types("3<enter>");
    assert!(sees(&again).contains("Question 4 sur 4"), "not through those between");
    // A journal of before there were jumps: a place alone, and then the next question.
    let mut left = killed(&person);
    let steps = &mut left.draft.as_mut().expect("a journal").steps;
    *steps.last_mut().expect("a step") = Step::Place("A1b".into());
    let mut old = started(&left, settings());
    old.types("1<enter>3<enter>");
    assert!(sees(&old).contains("Question 2 sur 4"), "{}", old.sees());
}

#[test]
fn what_was_said_goes_from_the_disk_when_it_is_saved_thrown_away_or_kept_as_partial() {
    for end in ["<enter>2<enter>", "<esc>2<enter>", "<esc>3<enter>"] {
        let mut person = entry();
        person.types("<begin>4<enter>1<enter>1<enter>1<enter>");
        assert!(has_journal(&person), "the review is not the end");
        person.types(end);
        assert!(!has_journal(&person), "{end}");
    }
    let mut person = entry();
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person.types("<begin>4<enter><esc>3<enter>");
    assert!(sees(&person).contains("Pas enregistré"), "{}", sees(&person));
    assert!(has_journal(&person), "the row is not on the disk");
}

#[test]
fn leaving_twice_without_a_word_is_no_decision_and_keeps_what_was_said() {
    let mut person = entry();
    person.types("<begin>4<enter>");
    person.input(&support::control('c')).input(&support::control('c'));
    assert!(person.left && has_journal(&person));
}

#[test]
fn an_interview_goes_on_at_its_very_question_with_its_day_its_number_and_its_language() {
    let mut person = entry();
    person.types("<begin>4<enter>02<enter><f4>2<enter><left>");
    let before = person.sees();
    let left = killed(&person);
    let mut again = started(&left, settings());
    assert!(sees(&again).contains("Une saisie interrompue"), "{}", again.sees());
    assert!(sees(&again).contains(", 3 réponses"), "{}", again.sees());
    assert!(!sees(&again).contains("cherche"), "no answer where it is offered");
    again.types("1<enter>");
    assert_eq!(again.sees(), before);
    assert_eq!(steps(&again), steps(&person), "nothing is noted twice");
    again.types("3<enter>1<enter><enter>2<enter>");
    let disk = again.disk.borrow();
    let [row] = disk.rows.as_slice() else { panic!("{} rows", disk.rows.len()) };
    for (meta, value) in [
        (Meta::ReponseId, support::ID),
        (Meta::Date, "2026-11-22"),
        (Meta::Langue, "en"),
        (Meta::Structure, "Foyer"),
        (Meta::Plan, "avant_apres"),
        // Nobody knows how long it took.
        (Meta::DureeMin, ""),
        (Meta::Etat, "complet"),
    ] {
        assert_eq!(row.meta(meta), value, "{meta:?}");
    }
    assert_eq!(row.cells()[29..33], ["cherche", "REFUS", "plusieurs", "1"].map(String::from));
}

#[test]
fn it_is_thrown_away_only_after_being_asked_once_more() {
    let mut person = entry();
    let left = killed(person.types("<begin>4<enter>"));
    let mut again = started(&left, settings());
    again.types("2<enter>");
    assert!(sees(&again).contains("Effacer cette saisie ?"), "{}", again.sees());
    again.types("<enter>");
    assert_eq!(again.disk.borrow().left.len(), 1);
    again.types("2<enter>2<enter>");
    assert_eq!(again.disk.borrow().left.len(), 0);
    assert!(sees(&again).contains("Quel référentiel"), "{}", again.sees());
    assert!(!sees(&again).contains("interrompue"), "{}", again.sees());
}

#[test]
fn later_leads_home_where_a_line_leads_back() {
    let mut person = entry();
    let left = killed(person.types("<begin>4<enter>"));
    let mut again = started(&left, settings());
    again.types("3<enter>");
    assert!(sees(&again).contains("Quel référentiel"), "{}", again.sees());
    again.clicks("Une saisie interrompue").types("<enter>");
    assert!(sees(&again).contains("Question 2 sur 4"), "{}", again.sees());
    // Escape is «later» too, and once it is finished the line is gone.
    again.types("1<enter>1<enter>1<enter><enter><down><enter>");
    assert!(!sees(&again).contains("interrompue"), "{}", again.sees());
}

#[test]
fn several_are_listed_one_line_each() {
    let mut person = entry();
    let mut first = killed(person.types("<begin>4<enter>"));
    first.path = "/dossier/brouillons/0.journal".into();
    let mut other = Person::collecting("flsm-sortie", settings(), 80, 24);
    let second = killed(other.types("<begin>1<enter>1<enter>"));
    let mut again = Person::of(settings(), 80, 24);
    again.finds(vec![first, second]);
    assert!(sees(&again).contains("2 saisies interrompues"), "{}", again.sees());
    again.types("2<enter>");
    assert!(sees(&again).contains("Participants : en fin de saison, 2 réponses"));
    again.types("<left>1<enter>2<enter>2<enter>");
    // Only the other one is left.
    assert!(sees(&again).contains("Participants : en fin de saison, 2 réponses"));
    again.types("<enter>");
    assert!(sees(&again).contains("Question 3 sur"), "{}", again.sees());
}

#[test]
fn where_one_form_was_asked_for_only_what_was_left_of_it_is_offered() {
    let mut person = entry();
    let left = killed(person.types("<begin>4<enter>"));
    let mut other = Person::collecting("flsm-sortie", settings(), 80, 24);
    other.finds(vec![left.clone()]);
    assert!(sees(&other).contains("bonne réponse"), "{}", other.sees());
    let mut same = entry();
    same.finds(vec![left]);
    assert!(sees(&same).contains("1 réponse"), "{}", same.sees());
    same.types("3<enter>");
    assert!(sees(&same).contains("bonne réponse"), "later leads to the notice: {}", same.sees());
    let mut same = entry();
    same.finds(vec![killed(&person)]).types("1<enter>");
    assert!(sees(&same).contains("Question 2 sur 4"), "{}", same.sees());
}

#[test]
fn a_trial_stays_a_trial_and_what_counted_becomes_one_where_it_no_longer_may() {
    let mut person = entry();
    let counted = killed(person.types("<begin>4<enter>"));
    let mut person = Person::collecting("com-entree", Settings::default(), 80, 24);
    let trial = killed(person.types("<begin>4<enter>"));
    for (left, settings, is_trial) in [
        (&counted, settings(), false),
        (&counted, Settings::default(), true),
        (&trial, settings(), true),
        (&trial, Settings::default(), true),
    ] {
        let mut again = started(left, settings);
        again.types("1<enter>");
        assert_eq!(sees(&again).contains("ESSAI"), is_trial, "{}", again.sees());
        again.types("1<enter>1<enter>1<enter><enter>2<enter>");
        assert_eq!(again.disk.borrow().rows[0].is_trial(), is_trial);
    }
    // Once it became one, it is one.
    let mut again = started(&counted, Settings::default());
    let left = killed(again.types("1<enter>"));
    let mut third = started(&left, settings());
    assert!(sees(third.types("1<enter>")).contains("ESSAI"), "{}", third.sees());
}

/// The workshop of the tests, with other words for one of its answers.
fn workshop(bus: &str) -> String {
    support::WORKSHOP.replace("En bus", bus)
}

fn at_workshop(text: &str) -> Person<'static> {
    Person::with(library_of(text), settings_and("referentiels = [\"atelier\"]\n"), "fr", 80, 24)
}

#[test]
fn a_questionnaire_that_changed_asks_what_it_asked_then() {
    let mut person = at_workshop(&workshop("En bus"));
    let left = killed(person.types("<enter><begin>1<enter>"));
    let mut same = at_workshop(&workshop("En bus"));
    same.finds(vec![left.clone()]);
    assert!(!sees(&same).contains("a changé"), "{}", same.sees());
    for text in [workshop("En tramway"), support::WORKSHOP.replace("atelier-bilan", "atelier-fin")]
    {
        let mut changed = at_workshop(&text);
        changed.finds(vec![left.clone()]);
        assert!(sees(&changed).contains("Bilan de l'atelier, 1 réponse"), "{}", changed.sees());
        assert!(sees(&changed).contains("Le questionnaire a changé depuis"), "{}", changed.sees());
        changed.types("1<enter>");
        assert!(sees(&changed).contains("En bus"), "{}", changed.sees());
        changed.types("2<enter><enter>");
        let rows = &changed.disk.borrow().rows;
        assert_eq!(rows[0].meta(Meta::Empreinte), same_fingerprint(&left));
        assert_eq!(rows[0].form().id, "atelier-bilan");
    }
}

fn same_fingerprint(left: &Found) -> String {
    let draft = left.draft.as_ref().expect("a journal");
    draft.opening.fingerprint[..8].to_owned()
}

#[test]
fn where_nobody_knows_what_was_asked_it_is_kept_or_thrown_away_never_gone_on_with() {
    let mut person = at_workshop(&workshop("En bus"));
    let mut left = killed(person.types("<enter><begin>1<enter>"));
    let draft = left.draft.as_mut().expect("a journal");
    draft.opening.definition = "from a newer program".into();
    for (text, title) in [
        (workshop("En tramway"), "Bilan de l'atelier"),
        (support::WORKSHOP.replace("bilan", "fin"), "atelier-bilan"),
    ] {
        let mut changed = at_workshop(&text);
        changed.finds(vec![left.clone()]);
        let screen = sees(&changed);
        assert!(screen.contains(&format!("{title}, 1 réponse")), "{screen}");
        assert!(screen.contains("ne peut pas être reprise"), "{screen}");
        assert!(screen.contains("1 Effacer") && screen.contains("2 Garder tel quel"), "{screen}");
        changed.types("2<enter>");
        assert_eq!(changed.disk.borrow().left.len(), 1);
    }
    let mut unreadable = at_workshop(&workshop("En bus"));
    unreadable.finds(vec![Found { path: PATH.into(), draft: None }]);
    let screen = sees(&unreadable);
    assert!(screen.contains("Un fichier illisible") && screen.contains("1 Effacer"), "{screen}");
}

#[test]
fn a_step_that_the_session_refuses_stops_there_says_so_and_what_follows_is_not_lost_again() {
    let mut person = entry();
    let mut left = killed(person.types("<begin>4<enter>1<enter>"));
    let draft = left.draft.as_mut().expect("a journal");
    draft.steps.extend([gave("B5", "nothing known"), gave("T2", "1")]);
    let mut again = started(&left, settings());
    again.types("1<enter>");
    assert!(sees(&again).contains("n'a pas pu être reprise"), "{}", again.sees());
    assert!(sees(&again).contains("Question 3 sur 4"), "{}", again.sees());
    let third = killed(again.types("1<enter>"));
    let mut again = started(&third, settings());
    again.types("1<enter>");
    assert!(sees(&again).contains("Question 4 sur 4"), "{}", again.sees());
    assert!(!sees(&again).contains("n'a pas pu"), "{}", again.sees());
}

#[test]
fn a_journal_of_which_not_one_step_can_be_taken_stays_as_it_is() {
    let mut person = entry();
    let mut left = killed(person.types("<begin>4<enter>"));
    left.draft.as_mut().expect("a journal").steps = vec![gave("A1b", "nothing known")];
    let mut again = started(&left, settings());
    again.types("1<enter>");
    assert!(sees(&again).contains("n'a pas pu être reprise"), "{}", again.sees());
    assert_eq!(again.disk.borrow().left, [left]);
    assert!(!has_journal(&again), "nobody holds it");
}

#[test]
fn what_could_not_be_read_at_the_end_is_said_where_it_is_offered() {
    let mut person = entry();
    let mut left = killed(person.types("<begin>4<enter>"));
    left.draft.as_mut().expect("a journal").is_torn = true;
    let screen = sees(&started(&left, settings()));
    assert!(screen.contains("la dernière réponse manque peut-être"), "{screen}");
}

#[test]
fn a_locked_referentiel_is_not_gone_on_with() {
    let mut person = Person::collecting("upc-entree", settings_and(OPEN), 80, 24);
    let left = killed(person.types("1<begin>1<enter>"));
    assert!(left.draft.is_some(), "its rows are kept as they are: so is its journal");
    let mut again = started(&left, settings());
    again.types("1<enter>");
    assert!(sees(&again).contains("Verrouillé"), "{}", again.sees());
    assert!(!has_journal(&again));
    let mut again = started(&left, settings_and(OPEN));
    again.types("1<enter>");
    assert!(sees(&again).contains("Question 2 sur"), "{}", again.sees());
}

#[test]
fn in_memory_only_nothing_is_written_and_nothing_offered() {
    let mut person = entry();
    let left = killed(person.types("<begin>4<enter>"));
    let mut public = entry();
    public.app.keep(Keeping::Memory);
    public.finds(vec![left]);
    assert!(sees(&public).contains("bonne réponse"), "{}", public.sees());
    public.types("<begin>4<enter>1<enter>");
    assert!(!has_journal(&public));
}

#[test]
fn where_rows_are_sealed_no_answer_that_counts_is_left_readable_but_a_trial_is() {
    let mut person = Person::collecting("com-entree", settings_and(SEALED), 80, 24);
    person.types("<begin>4<enter>1<enter>");
    assert!(!has_journal(&person));
    assert!(!sees(&person).contains("Rien n'est gardé"), "nobody refused: {}", person.sees());
    let mut trial = Person::collecting("ker-enfant", settings_and(SEALED), 80, 24);
    trial.types("<begin>1<enter>");
    assert!(has_journal(&trial));
}

#[test]
fn what_was_left_before_rows_were_sealed_goes_on_and_nothing_is_added_to_it() {
    let mut person = entry();
    let left = killed(person.types("<begin>4<enter>"));
    let mut again = started(&left, settings_and(SEALED));
    again.types("1<enter>");
    assert!(sees(&again).contains("Question 2 sur"), "{}", again.sees());
    again.types("1<enter>1<enter>");
    assert_eq!(again.disk.borrow().journal, left.draft, "as it was");
    again.types("1<enter><enter>2<enter>");
    assert!(sees(&again).contains("Enregistré"), "{}", again.sees());
    assert!(!has_journal(&again), "it went with its row");
}

#[test]
fn a_disk_that_refuses_the_journal_is_said_shortly_and_no_answer_is_lost() {
    for after in [0, 1] {
        let mut person = entry();
        person.types("<begin>");
        for question in 1..=4 {
            if question > after {
                person.disk.borrow_mut().refuses_journals = Some((Action::Write, Reason::Full));
            }
            let told = sees(&person).contains("Rien n'est gardé si l'ordinateur s'arrête");
            assert_eq!(told, question > after + 1, "{}", person.sees());
            person.types("2<enter>");
        }
        person.types("<enter>2<enter>");
        assert!(sees(&person).contains("Enregistré"), "{}", person.sees());
        assert_eq!(person.disk.borrow().rows[0].cells()[29..33], ["attend", "2", "une", "2"]);
    }
}

#[test]
fn what_another_process_holds_by_now_is_said_and_left_alone() {
    let mut person = entry();
    let left = killed(person.types("<begin>4<enter>"));
    for keys in ["1<enter>", "2<enter>2<enter>"] {
        let mut again = started(&left, settings());
        again.disk.borrow_mut().left.clear();
        again.types(keys);
        assert!(sees(&again).contains("ouverte dans une autre fenêtre"), "{}", again.sees());
        assert!(sees(&again).contains("Quel référentiel"), "{}", again.sees());
    }
}

#[test]
fn the_next_person_is_asked_the_form_as_it_is_now() {
    let mut person = at_workshop(&workshop("En bus"));
    let left = killed(person.types("<enter><begin>1<enter>"));
    let mut changed = at_workshop(&workshop("En tramway"));
    changed.finds(vec![left]).types("1<enter>2<enter><enter>");
    assert!(sees(&changed).contains("Enregistré"), "{}", changed.sees());
    changed.types("1<enter><begin>1<enter>");
    assert!(sees(&changed).contains("En tramway"), "{}", changed.sees());
}

/// Keys that answer, pass, go back, jump and come back, and what may be typed before them: read
/// round and round from another place at each form.
const WANDERING: [&str; 12] = [
    "1<enter>",
    "2<enter>",
    "<f5><enter>",
    "<enter>",
    "0<enter>",
    "<left>",
    "1<enter>",
    "<f5>2<enter>",
    "2<enter>",
    "<f5><end><up><enter>",
    "<f2>2<enter>",
    "<f5><left>",
];

/// After whichever step the power goes, the interview goes on as it stood then: at the same question,
/// with the same answers, and to the same questions after it.
#[test]
fn whatever_the_way_each_beginning_of_a_journal_leads_to_the_interview_as_it_then_was() {
    let (mut jumps, mut beginnings) = (0, 0);
    for (turn, id) in
        ["com-court", "com-entree", "flsm-sortie", "pe-lecteur", "ker-suivi", "upc-sortie"]
            .iter()
            .enumerate()
    {
        let mut person = Person::collecting(id, settings_and(OPEN), 80, 24);
        if form(id).asks_consent() {
            person.types("1");
        }
        person.types("<begin>");
        for at in 0..60 {
            // From the review one only goes back, or Enter would end it; nor before the beginning.
            let on = person.app.interview().expect("nobody left");
            let asks = on.session.question().is_some();
            let can_go_back = on.session.clone().back();
            let keys = WANDERING[(at * 5 + turn + at / 12) % WANDERING.len()];
            match (asks, keys) {
                (true, keys) if keys.ends_with("<left>") && !can_go_back => person.types("<enter>"),
                (true, keys) => person.types(keys),
                (false, _) => person.types("<left>"),
            };
            if !has_journal(&person) {
                continue;
            }
            let session = person.app.interview().expect("nobody left").session.clone();
            let left = killed(&person);
            let mut again = started(&left, settings_and(OPEN));
            again.types("<enter>");
            let goes_on = &again.app.interview().expect("taken up").session;
            assert!(*goes_on == session, "{id}, {:?}", steps(&person));
            beginnings += 1;
        }
        jumps += steps(&person).iter().filter(|step| matches!(step, Step::Jump(_))).count();
    }
    assert!(jumps > 20 && beginnings > 200, "{jumps} {beginnings}");
}

/// Forms of every kind of question, killed after each answer.
#[test]
fn every_kind_of_question_is_gone_on_with_where_it_stood() {
    for id in ["flsm-sortie", "com-carnet", "pe-lecteur", "ig-observation", "upc-sortie"] {
        let mut person = Person::collecting(id, settings_and(OPEN), 80, 24);
        if form(id).asks_consent() {
            person.types("1");
        }
        person.types("<begin>");
        let mut turns = 0;
        while !sees(&person).contains("Relecture") {
            turns += 1;
            assert!(turns < 80, "{id}: no end:\n{}", person.sees());
            let question = person.app.interview().and_then(|on| on.session.question().cloned());
            let question = question.expect("a question");
            let keys = match question.kind.word() {
                "select_multiple" => "2<enter>",
                "select_one" if turns % 3 > 0 => "1<enter>",
                "integer" if turns < 6 => "1<enter>",
                "text" => "l'été, \"rien\"<enter>",
                "date" => "22-11-2026<enter>",
                "note" => "<enter>",
                _ => "0<enter>",
            };
            person.types(keys);
            let left = killed(&person);
            let mut again = started(&left, settings_and(OPEN));
            again.types("<enter>");
            assert_eq!(again.sees(), person.sees(), "{id}, {}", question.name);
            assert_eq!(again.disk.borrow().journal, person.disk.borrow().journal);
        }
        assert!(turns > 3, "{id}");
    }
}
