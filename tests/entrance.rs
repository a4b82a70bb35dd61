//! From home to the first question: what is listed, what is locked, who is told what, who accepts.
//! Never a disk: the rows stay in memory.

mod support;

use recueil::record::Record;
use recueil::value::Meta;
use support::{OPEN, Person, form, library_of, settings, settings_and};

/// In front of a form in a structure that opened everything.
fn asked(form: &str) -> Person<'static> {
    Person::collecting(form, settings_and(OPEN), 80, 24)
}

/// At home with these lines of settings.
fn home(lines: &str) -> Person<'static> {
    Person::of(settings_and(lines), 80, 24)
}

fn only_row(person: &Person<'static>) -> Record {
    let disk = person.disk.borrow();
    let [row] = disk.rows.as_slice() else { panic!("{} rows", disk.rows.len()) };
    row.clone()
}

/// The title of the screen: its first row.
fn title(person: &Person<'static>) -> String {
    person.sees().lines().next().unwrap_or_default().trim().to_owned()
}

const CONSENT: &str = "Acceptez-vous de répondre";

#[test]
fn home_leads_to_a_referentiel_then_to_a_form_and_back_step_by_step() {
    let mut person = home("");
    for (keys, title_then) in [
        ("4<enter>", "Centre social de Keredern, activité multimédia"),
        ("2<enter>", "Habitants : en fin de saison"),
        ("<left>", "Centre social de Keredern, activité multimédia"),
        ("<left>", "Recueil"),
        ("8<enter>", "Vivre la Rue"),
        ("<end><enter>", "Recueil"),
        ("2<enter><esc>", "Recueil"),
    ] {
        person.types(keys);
        assert_eq!(title(&person).replace('\u{a0}', " "), title_then, "{keys}");
    }
    assert!(!person.left);
    person.types("<esc>");
    assert!(person.left);
}

#[test]
fn only_the_referentiels_in_use_are_listed_and_one_alone_gives_its_forms() {
    let two = home("referentiels = [\"vlr\", \"commun\"]\n").sees();
    assert!(two.contains("1 Vivre la Rue (dérivé)\n  2 Référentiel commun"), "{two}");
    assert!(two.contains("4 Voir les résultats"), "{two}");
    let mut one = home("referentiels = [\"vlr\"]\n");
    assert!(one.sees().contains("1 Passants et visiteurs"), "{}", one.sees());
    assert!(one.sees().contains("dérivé d'informations publiques"), "{}", one.sees());
    // Leaving its notice is leaving for home.
    one.types("1<enter>");
    assert_eq!(title(&one).replace('\u{a0}', " "), "Passants et visiteurs : en une minute");
    one.types("<left>");
    assert_eq!(title(&one), "Recueil");
    // The only one may be locked: then it is a line, and says why.
    let mut locked = home("referentiels = [\"upc\"]\n");
    assert!(locked.sees().contains("▸ 1 Une place pour chacun"), "{}", locked.sees());
    locked.types("<enter>");
    assert!(locked.sees().contains("Verrouillé"), "{}", locked.sees());
}

#[test]
fn from_the_notice_on_nothing_is_said_of_the_referentiel() {
    for id in ["vlr-habitue", "ker-enfant", "upc-entree", "com-court", "ig-eleve-entree"] {
        let form = form(id);
        let mut person = asked(id);
        let mut screens = vec![person.sees()];
        if form.asks_consent() {
            person.types("1");
        }
        screens.push(person.types("<begin>").sees());
        for keys in ["<f1>", "<esc>", "<f4>", "<f4>", "à", "<left>", "<esc>"] {
            screens.push(person.types(keys).sees());
        }
        for screen in screens {
            let screen = screen.to_lowercase();
            for word in ["référentiel", "dérivé", "validé", "aipd", "recueil show", "passation"]
            {
                assert!(!screen.contains(word), "{id}: {word} in\n{screen}");
            }
            assert!(!screen.contains(&form.head.titre.to_lowercase()), "{id}:\n{screen}");
        }
    }
}

#[test]
fn a_validated_referentiel_says_by_whom_and_one_in_discussion_that_it_may_change() {
    let page = |status: &str| {
        let text = format!(
            "[referentiel]\nid = \"atelier\"\ntitre = \"Le nôtre\"\nporteur = \"Nous\"\nversion = 1\n\
             lieu.fr = \"ici\"\n{status}\n[[questionnaire]]\nid = \"atelier-un\"\nversion = 1\n\
             titre.fr = \"Un\"\nrole = \"participant\"\nmoment = \"ponctuel\"\nquestions = [\"T5\"]\n"
        );
        let library = library_of(&text);
        assert_eq!(library.problems(), []);
        let settings = settings_and("referentiels = [\"atelier\"]\n");
        let screen = Person::with(library, settings, "fr", 80, 24).sees();
        screen.split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
    };
    let who = "validation = { date = \"2026-03-02\", parties_prenantes = [\"les habitués\", \"la \
               ville\"], nombre = 12 }";
    for (status, said) in [
        (
            format!("statut = \"valide\"\n{who}"),
            "validé le 2 mars 2026 par les habitués, la ville (12 personnes).",
        ),
        ("statut = \"valide\"".to_owned(), "a été validé par Nous."),
        ("statut = \"en_discussion\"".to_owned(), "il peut encore changer."),
        (String::new(), "Le porteur n'a pas validé ce référentiel."),
    ] {
        let page = page(&status);
        assert!(page.contains(said), "{status}\n{page}");
    }
}

#[test]
fn a_locked_form_is_not_begun_whatever_is_asked_for() {
    for lines in ["", "[aipd]\nupc = \"2026-09-15\"\n", "[en_clair]\nupc = \"Coffre.\"\n"] {
        for form in ["upc-entree", "upc-observation"] {
            let person = Person::collecting(form, settings_and(lines), 80, 24);
            assert!(person.sees().contains("Verrouillé"), "{lines}\n{}", person.sees());
            assert!(person.app.interview().is_none());
        }
        // The only way out is back.
        let mut person = home(lines);
        person.types("7<enter>123<left><enter>");
        assert!(person.sees().contains("Quel référentiel"), "{}", person.sees());
    }
    // Without a structure everything is a trial; this is not even that.
    let person = Person::collecting("upc-entree", recueil::app::Settings::default(), 80, 24);
    assert!(person.sees().contains("Verrouillé"), "{}", person.sees());
}

#[test]
fn accepting_is_never_marked_beforehand_and_enter_alone_does_nothing() {
    let mut person = asked("upc-entree");
    let notice = person.sees();
    assert!(notice.contains("1 ( ) Oui") && notice.contains("2 ( ) Non"), "{notice}");
    assert!(!notice.contains('▸'), "{notice}");
    person.types("<enter><enter><enter> 0à");
    let notice = person.sees();
    assert!(notice.contains(CONSENT) && !notice.contains('▸'), "{notice}");
    person.types("<enter>");
    assert!(person.sees().contains("Rien n'est choisi"), "{}", person.sees());
    // Stopping, then going on, comes back to the question whether one accepts.
    person.input(&support::control('c')).types("1<enter>");
    assert!(person.sees().contains(CONSENT), "{}", person.sees());
    person.types("1<enter>");
    assert!(person.sees().contains("Question 1 sur 4"), "{}", person.sees());
    // Before the first question there is the notice again, and again nothing is marked.
    person.types("<left>");
    assert!(person.sees().contains("1 ( ) Oui"), "{}", person.sees());
}

#[test]
fn where_the_disk_refuses_the_person_is_still_asked_to_accept() {
    let mut person = home(OPEN);
    person.disk.borrow_mut().refuses =
        Some((recueil::store::Action::Write, recueil::store::Reason::Full));
    person.types("7<enter>1<enter>");
    assert!(person.sees().contains("ne pourront pas être enregistrées"), "{}", person.sees());
    person.types("2<enter>");
    assert!(person.sees().contains(CONSENT), "{}", person.sees());
}

#[test]
fn accepting_can_be_clicked_in_two_steps() {
    let mut person = asked("upc-entree");
    person.clicks("Oui, j'accepte");
    assert!(person.sees().contains("1 (•) Oui"), "{}", person.sees());
    person.clicks("Oui, j'accepte");
    assert!(person.sees().contains("Question 1 sur 4"), "{}", person.sees());
}

#[test]
fn who_does_not_accept_leaves_nothing_and_is_shown_home() {
    let mut person = home(OPEN);
    person.types("7<enter>1<enter>2<enter>");
    assert!(person.sees().contains("Quel référentiel"), "{}", person.sees());
    assert!(person.disk.borrow().rows.is_empty());
    assert!(person.app.interview().is_none());
}

#[test]
fn the_row_remembers_which_notice_was_said() {
    for (id, keys, notice) in [
        ("com-entree", "<begin>", "1"),
        ("ker-enfant", "<begin>", "1-tu"),
        ("com-carnet", "<begin>", "1-equipe"),
        ("upc-entree", "1<begin>", "1-accord"),
        ("upc-observation", "<begin>", "1-equipe"),
    ] {
        let mut person = asked(id);
        person.types(keys);
        // The last line of «Leaving» keeps what was given so far.
        person.types(if id == "com-carnet" { "22/11/2026<enter>" } else { "1<enter>" });
        person.types("<esc>3<enter>");
        assert_eq!(only_row(&person).meta(Meta::Notice), notice, "{id}");
    }
}

#[test]
fn rows_of_small_groups_say_no_day_finer_than_the_season() {
    for id in
        ["upc-entree", "ig-eleve-entree", "ig-aine-entree", "upc-observation", "ig-observation"]
    {
        let mut person = asked(id);
        person.types(if form(id).asks_consent() { "1<begin>" } else { "<begin>" });
        let saved = person.types("1<enter><esc>3<enter>").sees();
        assert_eq!(saved.contains("Où"), !id.starts_with("upc"), "a path names the group\n{saved}");
        let row = only_row(&person);
        for meta in [Meta::Date, Meta::Saisie, Meta::Cycle] {
            assert_eq!(row.meta(meta), "2026-2027", "{id} {meta:?}");
        }
        // Today is 22 November 2026.
        let finer = |cell: &&String| cell.contains("2026-11") || cell.contains("11/2026");
        assert_eq!(row.cells().iter().find(finer), None, "{id}");
    }
}

#[test]
fn a_form_for_minors_is_a_trial_on_every_screen_until_parents_allow_it() {
    for id in ["ker-enfant", "ig-eleve-entree"] {
        let mut person = Person::collecting(id, settings(), 80, 24);
        assert!(person.sees().contains("autorisation_parentale = true"), "{}", person.sees());
        person.types("1<enter>");
        // Stopping, then going on, tells it to nobody again.
        person.input(&support::control('c')).types("1<enter>");
        for keys in ["", "<begin>", "1<enter>", "<esc>"] {
            let screen = person.types(keys).sees();
            assert!(screen.contains("ESSAI"), "{id}:\n{screen}");
            assert!(!screen.contains("parent"), "the child is not told why\n{screen}");
        }
        person.types("3<enter>");
        assert!(only_row(&person).is_trial(), "{id}");

        let mut allowed = asked(id);
        let notice = allowed.sees();
        assert!(!notice.contains("ESSAI") && notice.contains("Prends ton temps"), "{notice}");
        allowed.types("<begin>1<enter><esc>3<enter>");
        assert!(!only_row(&allowed).is_trial(), "{id}");
    }
    // A form for adults of the same référentiel counts all the while.
    let adult = Person::collecting("ker-entree", settings(), 80, 24);
    assert!(!adult.sees().contains("ESSAI"), "{}", adult.sees());
}

#[test]
fn the_reason_of_the_trial_is_told_where_the_mediator_chooses() {
    let mut person = home("");
    person.types("4<enter>");
    assert!(person.sees().contains("il manque l'autorisation parentale"), "{}", person.sees());
    // The page has said it: the child's notice comes next.
    person.types("4<enter>");
    assert!(person.sees().contains("Prends ton temps"), "{}", person.sees());
    let allowed = home(OPEN).types("4<enter>").sees();
    assert!(!allowed.contains("parentale"), "{allowed}");
}

#[test]
fn home_counts_apart_the_rows_that_keep_no_day() {
    let mut person = home(OPEN);
    person.disk.borrow_mut().undated = 1;
    // Home counts again once a row is saved.
    person.types("7<enter>1<enter>1<begin>1<enter><esc>3<enter>2<enter>");
    let home =
        person.sees().split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{a0}', " ");
    assert!(home.contains("Là où le jour n'est pas gardé : 1 réponse cette saison."), "{home}");
}

#[test]
fn who_asks_may_be_said_on_the_notice_of_a_trial_and_the_answers_then_count() {
    let mut person = Person::collecting("com-recit", recueil::app::Settings::default(), 80, 24);
    assert!(person.sees().contains("ESSAI"), "{}", person.sees());
    let offered = "3 Dire d'abord qui nous sommes (structure et contact)";
    // Under the settings of the sitting, where there are some.
    let line =
        person.sees().lines().find(|line| line.contains("qui nous sommes")).map(str::to_owned);
    let line = line.unwrap_or_else(|| panic!("{offered}: {}", person.sees()));
    let digit = line.trim().trim_start_matches("▸ ").chars().next().expect("a digit");
    person.types(&format!("{digit}<enter>"));
    assert!(person.sees().contains("nom de votre structure"), "{}", person.sees());
    person.types("<esc>");
    assert!(person.sees().contains("ESSAI") && person.sees().contains("Commencer"), "back");
    person.types(&format!("{digit}<enter>Foyer<enter>l'accueil<enter>"));
    let notice = person.sees();
    assert!(!notice.contains("ESSAI") && notice.contains("Foyer"), "{notice}");
    person.types("<begin>");
    assert!(person.sees().contains("Question 1 sur"), "{}", person.sees());
}
