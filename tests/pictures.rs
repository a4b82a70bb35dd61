//! The pictures of the README, the guide and the page of all screens, drawn by the program itself.
//! Never out of date: a picture that differs from the screen fails. To draw them anew:
//! `RECUEIL_WRITE_PICTURES=1 cargo test --test pictures`.

mod support;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use recueil::app::{Settings, Shade, Signs};
use recueil::store::{Action, Found as Left, Reason};
use recueil::tui::{Depth, Theme};
use support::{OPEN, Person, control, library_of, picture, settings, settings_and};

const TO_REVIEW: &str = "<begin>2<enter>3<enter>12<enter>4<enter>2<enter>4<enter>Ouvrir le samedi<enter><enter><enter>1<enter>";

type Screen = (&'static str, &'static str, Person<'static>);

fn at(name: &'static str, says: &'static str, mut person: Person<'static>, script: &str) -> Screen {
    person.types(script);
    person.follows_the_cursor();
    (name, says, person)
}

fn home() -> Person<'static> {
    Person::at_home(80, 24)
}

fn open() -> Person<'static> {
    Person::of(settings_and(OPEN), 80, 24)
}

fn refused() -> Person<'static> {
    let person = home();
    person.disk.borrow_mut().refuses = Some((Action::Write, Reason::Full));
    person
}

fn left() -> Person<'static> {
    let mut killed = Person::collecting("flsm-sortie", settings(), 80, 24);
    killed.types("<begin>1<enter>1<enter>1<enter>");
    let draft = killed.disk.borrow().journal.clone();
    let mut person = home();
    person.finds(vec![Left { path: "1.journal".into(), draft }]);
    person
}

fn broken() -> Person<'static> {
    let library = library_of("[referentiel]\nid = \"x\"\ntitle = 3\n");
    Person::with(library, settings(), "fr", 80, 24)
}

fn new() -> Person<'static> {
    let mut person = Person::of(Settings::default(), 80, 24);
    person.app.welcome();
    person.types("<f4><f4>");
    person
}

fn searching(mut person: Person<'static>, letters: &str) -> Person<'static> {
    person.input(&control('p')).types(letters);
    person
}

/// Every screen, in the order in which they are met.
fn screens() -> Vec<Screen> {
    let consent = Person::collecting("upc-entree", settings_and(OPEN), 80, 24);
    let entrance = || Person::collecting("flsm-entree", settings(), 80, 24);
    vec![
        at("accueil", "L'accueil : le référentiel à choisir.", home(), ""),
        at(
            "accueil-essai",
            "Avant que la structure ait dit qui elle est, tout est un essai, et chaque écran le dit.",
            Person::of(Settings::default(), 80, 24),
            "",
        ),
        at("bienvenue", "La première fois : en une minute, on a vu ce que c'est.", new(), ""),
        at(
            "resultats",
            "Dix feuilles inventées, et ce qu'elles disent.",
            new(),
            "2<enter>1<enter>",
        ),
        at("autres-actions", "Ce qu'on fait plus rarement.", home(), "0<enter>"),
        at("reglages", "Les réglages, gardés dans recueil.toml.", home(), "0<enter>6<enter>"),
        at("formulaires", "Les questionnaires d'un référentiel.", home(), "2<enter>"),
        at("structure", "Dire qui l'on est.", home(), "0<enter>6<enter>1<enter>"),
        at("seance-reglages", "Ce qui vaut pour toute une séance.", home(), "1<enter>5<enter>"),
        at(
            "actions",
            "Tout ce qu'on peut faire, cherché par quelques lettres.",
            searching(home(), "fin foyer"),
            "",
        ),
        at("verrouille", "Un référentiel verrouillé dit ce qui lui manque.", home(), "7<enter>"),
        at(
            "problemes",
            "Un fichier de questionnaires qu'on ne peut pas lire.",
            broken(),
            "<end><up><up><up><enter>",
        ),
        at("interrompue", "Une saisie interrompue attend d'être reprise.", left(), ""),
        at("avant", "Avant la première question.", home(), "1<enter>1<enter>"),
        at("accord", "Là où être venu dit déjà quelque chose, un accord est demandé.", consent, ""),
        at("question-une", "Une réponse parmi plusieurs.", home(), "<begin>2<enter>3"),
        at("question", "Plusieurs réponses.", home(), "<begin>2<enter>3<enter>124"),
        at(
            "question-enfant",
            "La même chose dite à un enfant.",
            open(),
            "4<enter>4<enter><begin>2",
        ),
        at(
            "question-texte",
            "Des mots : ce qui reste se lit près de la limite.",
            home(),
            &format!(
                "<begin>2<enter>3<enter>12<enter>4<enter>2<enter>4<enter>{}",
                "Ouvrir le samedi. ".repeat(14)
            ),
        ),
        at(
            "question-jour",
            "Un jour, tapé avec la rangée du haut.",
            home(),
            "1<enter>4<enter><begin>éé-&&-éàé§",
        ),
        at("autrement", "La question dite autrement, avec F3.", home(), "<begin>2<enter><f3>"),
        at("passer", "Passer une question, et dire pourquoi ou non.", home(), "<begin>à"),
        at(
            "refus",
            "Une réponse qui ne va pas : pourquoi, et que faire.",
            home(),
            "<begin><enter>",
        ),
        at("aide", "Les touches de l'écran où l'on est.", home(), "<begin>2<enter>3<enter><f1>"),
        at("arreter", "Arrêter : que deviennent les réponses ?", home(), "<begin>2<enter><esc>"),
        at("relecture", "Tout relire avant d'enregistrer.", home(), TO_REVIEW),
        at(
            "code",
            "Le code à recopier sur le carton.",
            entrance(),
            "<begin>1<enter>1<enter>1<enter>1<enter><enter>",
        ),
        at("enregistre", "C'est sur le disque.", home(), &format!("{TO_REVIEW}<enter><f2>")),
        at("disque-plein", "Rien n'est perdu quand le disque refuse.", refused(), "<enter><enter>"),
        at("anglais", "En anglais, d'une touche.", home(), "<begin>2<f4>"),
    ]
}

/// The same question in every look and size.
fn looks() -> Vec<Screen> {
    let look = |name, says, shade, depth, signs, (columns, rows)| {
        let person = Person::at_home(columns, rows).in_looks(Theme::new(shade, depth, signs));
        at(name, says, person, "<begin>2<enter>3<enter>124")
    };
    let usual = (80, 24);
    vec![
        look("theme-clair", "`theme = \"clair\"`", Shade::Light, Depth::Many, Signs::All, usual),
        look("theme-sombre", "`theme = \"sombre\"`", Shade::Dark, Depth::Many, Signs::All, usual),
        look(
            "theme-contraste",
            "`theme = \"contraste\"`",
            Shade::Contrast,
            Depth::Sixteen,
            Signs::All,
            usual,
        ),
        look(
            "theme-sans-couleur",
            "`theme = \"sans_couleur\"`, ou `NO_COLOR`",
            Shade::Colourless,
            Depth::Sixteen,
            Signs::All,
            usual,
        ),
        look(
            "ascii",
            "`ascii = true`, ou un terminal sans flèches",
            Shade::Terminal,
            Depth::Sixteen,
            Signs::Ascii,
            usual,
        ),
        look(
            "petite",
            "Une fenêtre de 40 colonnes et 12 lignes",
            Shade::Terminal,
            Depth::Sixteen,
            Signs::All,
            (40, 12),
        ),
        look(
            "grande",
            "Une fenêtre de 120 colonnes et 40 lignes",
            Shade::Terminal,
            Depth::Sixteen,
            Signs::All,
            (120, 40),
        ),
    ]
}

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// Compares with the file, after writing it where that was asked.
fn kept(path: &Path, drawn: &str) {
    if std::env::var_os("RECUEIL_WRITE_PICTURES").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, drawn).expect("written");
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert!(kept == drawn, "{} is out of date", path.display());
}

#[test]
fn the_pictures_show_the_screens_as_they_are_and_the_page_shows_every_picture() {
    let mut page = String::from(
        "# Les écrans\n\nDessinés par le programme lui-même : `RECUEIL_WRITE_PICTURES=1 cargo test --test pictures`\n\
         les dessine de nouveau, et le même essai échoue tant qu'une image diffère de l'écran.\n",
    );
    for (title, screens) in
        [("Du début à la fin", screens()), ("Couleurs, signes et tailles", looks())]
    {
        _ = writeln!(page, "\n## {title}");
        for (name, says, person) in screens {
            kept(&docs().join(format!("pictures/{name}.svg")), &picture::svg(person.buffer()));
            _ = write!(page, "\n{says}\n\n![{}](pictures/{name}.svg)\n", says.replace('`', ""));
        }
    }
    kept(&docs().join("ecrans.md"), &page);
}
