//! `recueil sheets`: what a person holds and fills in with a pen, and the page for who reads it aloud.
//! Never a printer: what is printed is read as text and as elements.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use recueil::app::Settings;
use recueil::locale::Locale;
use recueil::questionnaire::{Adresse, Library, NotConcerned, Questionnaire};
use recueil::report::{Coupon, Sheet, Sides, aloud, sheets};
use recueil::value::Code;
use support::program::run;
use support::{OPEN, form, form_of, settings};
use tempfile::TempDir;

/// A question of each kind, one of them sensitive to what was answered before.
const SMALL: &str = r#"
[referentiel]
id = "bus"
titre = "Le bus numérique"
porteur = "L'association du bus"
version = 1
statut = "derive"
precision_date = "jour"
lieu.fr = "dans le bus"

[[critere]]
code = "BUS1"
registre = "B"
titre = "Sociabilité itinérante"

[[indicateur]]
code = "BUS1_lien"
critere = "BUS1"
titre = "proportion de liens noués"
nature = "resultat"
mesure = "part"
questions = ["BUS1"]
favorable = ["oui"]

[[question]]
name = "BUS0"
type = "note"
label.fr = "Pensez à votre dernier trajet."

[[question]]
name = "BUS1"
type = "select_one ON"
label.fr = "Parlez-vous avec quelqu'un, ${lieu} ?"
nc.fr = "Je ne prends pas le bus"

[[question]]
name = "BUS2"
type = "select_multiple"
label.fr = "Avec qui ?"
hint.fr = "Ces derniers temps"
choices = [
  { name = "chauffeur", label.fr = "Le chauffeur" },
  { name = "voisin", label.fr = "Une voisine ou un voisin" },
  { name = "rien", exclusive = true, label.fr = "Personne de tout cela" },
]
relevant = "${BUS1} = 'oui'"

[[question]]
name = "BUS3"
type = "integer"
label.fr = "Combien d'arrêts ?"

[[question]]
name = "BUS4"
type = "counts"
label.fr = "Combien de voyageurs…"
parmi = "BUS3"
choices = [
  { name = "assis", label.fr = "assis ?" },
  { name = "debout", label.fr = "debout ?" },
]

[[question]]
name = "BUS5"
type = "date"
label.fr = "Quel jour ?"
relevant = "selected(${BUS2}, 'chauffeur') or selected(${BUS2}, 'voisin')"

[[question]]
name = "BUS6"
type = "text"
label.fr = "Et puis ?"
relevant = "${BUS3} > 4"

[[questionnaire]]
id = "bus-un"
version = 3
titre.fr = "Voyageurs"
role = "voyageur"
moment = "ponctuel"
questions = ["BUS0", "BUS1", "BUS2", "BUS3", "BUS4", "BUS5", "BUS6", "A2_evo", "T6"]
"#;

/// What is read on a sheet of it, written by hand from the file above: boxes and lines are signs.
const READ: &str = "\
Voyageurs
bus-un v3 1/2 Feuille 7
9 questions. Prenez votre temps : il n'y a pas de bonne réponse.
Ces questions aident à voir ce qui change pour les gens qui viennent ici, et ce qu'il faut améliorer. \
C'est le lieu qu'on juge, pas vous.
Répondre est libre. Vous pouvez passer une question, ou arrêter. Répondre ou non ne change rien pour vous.
Votre nom n'est pas demandé. Mais dans un petit groupe, quelqu'un peut deviner, et la personne qui saisit \
peut lire. Les réponses restent chez Foyer, pour un bilan sans noms. Pour toute question : l'accueil, \
02 98 00 00 00
□ Je ne veux pas répondre : je rends cette feuille telle quelle.
Mettez une croix dans une case. Vous pouvez laisser une question vide.
Pensez à votre dernier trajet.
1. Parlez-vous avec quelqu'un, dans le bus ?
Une seule croix
1 □ Oui
2 □ Non
3 □ Je ne prends pas le bus
Si vous avez répondu « Oui » à la question 1 :
2. Avec qui ?
Ces derniers temps
Plusieurs réponses possibles
1 □ Le chauffeur
2 □ Une voisine ou un voisin
3 □ Personne de tout cela
3. Combien d'arrêts ?
▭
Combien de voyageurs…
4. assis ? ▭
5. debout ? ▭
Si vous avez répondu « Le chauffeur » ou « Une voisine ou un voisin » à la question 2 :
6. Quel jour ?
□ □ jj □ □ mm □ □ □ □ aaaa
La suite est sur la page suivante ➜
Voyageurs
bus-un v3 2/2 Feuille 7
Si cela vous concerne :
7. Et puis ?
N'écrivez aucun nom.
_ _ _ _ _ _
8. Depuis que vous venez ici, osez-vous essayer des choses nouvelles…
Une seule croix
1 □ Beaucoup moins
2 □ Un peu moins
3 □ Comme avant
4 □ Un peu plus
5 □ Beaucoup plus
Si vous avez écrit quelque chose :
9. Pouvons-nous recopier vos mots dans un bilan, sans dire qui vous êtes ?
Une seule croix
1 □ Oui
2 □ Non
C'est fini. Merci.
✂ À découper ici
Feuille 7
Pour corriger ou retirer vos réponses, donnez ce numéro de feuille à : l'accueil, 02 98 00 00 00
";

/// What a person reads of a page, block by block; what is filled in is a sign.
fn read(html: &str) -> String {
    let mut rest = html.split("<main>").nth(1).expect("a body");
    let mut read = String::new();
    while let Some((words, tag)) = rest.split_once('<') {
        read.push_str(words);
        let (tag, after) = tag.split_once('>').expect("a tag");
        read.push_str(match tag {
            "span class=\"box\"" => "□",
            "span class=\"whole\"" => "▭",
            "span class=\"line\"" => "_",
            "span class=\"word-line\"" => "____",
            "/span" | "/strong" => " ",
            _ => "",
        });
        rest = after;
    }
    for (sign, meant) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
        ("\u{a0}", " "),
    ] {
        read = read.replace(sign, meant);
    }
    let lines = read.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

fn french() -> Locale {
    Locale::new("fr")
}

/// Sheets of these numbers, with codes where the form gives them.
fn printed(form: &Questionnaire, numbers: std::ops::Range<u32>) -> String {
    let fresh = Coupon::of(form) == Coupon::Fresh;
    let sheet = |number| Sheet {
        number,
        code: fresh.then(|| Code::from_random(number.wrapping_mul(2_654_435_761))),
    };
    let all: Vec<Sheet> = numbers.map(sheet).collect();
    sheets(&french(), form, &settings(), &all, Sides::One).html
}

/// The part of a file that is each sheet.
fn each_sheet(html: &str) -> Vec<&str> {
    html.split("<section class=\"sheet\"").skip(1).collect()
}

fn boxes(html: &str) -> usize {
    html.matches("<span class=\"box\"></span>").count()
}

/// The words of the référentiel that a respondent never reads.
fn jargon(form: &Questionnaire) -> Vec<String> {
    let library = Library::load(Vec::new());
    let all = ["commun", form.head.id.as_str()].map(|id| library.referentiel(id));
    let mut words = Vec::new();
    for referentiel in all.into_iter().flatten() {
        words.extend(referentiel.criteres.iter().map(|critere| critere.titre.clone()));
        words.extend(referentiel.indicateurs.iter().map(|indicateur| indicateur.titre.clone()));
        words.extend(referentiel.registres.iter().map(|registre| registre.titre.clone()));
        words.push(referentiel.head.titre.clone());
    }
    words.extend(["dérivé".to_owned(), "référentiel".to_owned(), "indicateur".to_owned()]);
    // A word of every day is an answer too: «Entraide».
    let answers = form.questions.iter().flat_map(|question| question.kind.choices());
    let answers: Vec<String> = answers.map(|choice| form.say(&choice.label, "fr")).collect();
    words.retain(|word| !answers.contains(word));
    words
}

#[test]
fn a_sheet_of_every_kind_of_question_reads_as_a_person_would_write_it() {
    let html = printed(&form_of(SMALL, "bus-un"), 7..8);
    assert_eq!(read(&html), READ);
}

#[test]
fn every_question_of_every_form_stands_once_on_each_sheet_with_a_box_for_each_answer() {
    for form in Library::load(Vec::new()).forms() {
        let html = printed(&form, 12..14);
        for (sheet, number) in each_sheet(&html).into_iter().zip(["12", "13"]) {
            let id = &form.id;
            let text = read(&format!("<main><section {sheet}"));
            let lines: Vec<&str> = text.lines().collect();
            let mut place = 0;
            let mut answers = 0;
            let mut from = 0;
            for question in &form.questions {
                let mut label = form.say(&question.label, "fr");
                if let Some(whole) = &question.part_of {
                    label = label.replacen(&format!("{} ", form.say(&whole.label, "fr")), "", 1);
                }
                place += usize::from(question.asks());
                let asked = if question.asks() { format!("{place}. {label}") } else { label };
                let at = lines[from..].iter().position(|line| line.starts_with(&asked));
                from += at.unwrap_or_else(|| panic!("{id}: {asked}\n{text}")) + 1;
                let again = lines[from..].iter().any(|line| line.starts_with(&asked));
                assert!(!again, "{id}: {asked} twice");
                if question.part_of.is_none() {
                    answers += question.kind.choices().len();
                    answers += usize::from(matches!(question.nc, NotConcerned::Words(_)));
                }
                for choice in question.kind.choices() {
                    let label = form.say(&choice.label, "fr");
                    assert!(
                        lines[from..].iter().any(|line| line.contains(&label)),
                        "{id}: {label}"
                    );
                }
            }
            // One box to refuse; or two, where the person must accept in so many words.
            let refusal = match form.role.as_str() {
                "mediateur" => 0,
                _ if form.head.id == "upc" => 2,
                _ => 1,
            };
            let day = 8 * form.questions.iter().filter(|q| q.kind.word() == "date").count();
            let code = 2 * usize::from(Coupon::of(&form) == Coupon::Copied);
            assert_eq!(boxes(sheet), answers + refusal + day + code, "{id}");
            let pages = sheet.matches("<div class=\"page\">").count();
            let numbered = sheet.matches(&format!("<strong>{number}</strong>")).count();
            let coupon = usize::from(Coupon::of(&form) != Coupon::None);
            assert_eq!(
                numbered,
                pages + coupon,
                "{id}: the number on every page and on the coupon"
            );
        }
        for word in jargon(&form) {
            assert!(!html.contains(&word.replace('\'', "&#39;")), "{}: {word}", form.id);
        }
        for question in &form.questions {
            let name = &question.name;
            let read = read(&html);
            let mut words = read.split(|c: char| !c.is_alphanumeric() && c != '_');
            assert!(words.all(|word| word != name), "{}: {name}", form.id);
        }
    }
}

#[test]
fn a_file_is_one_that_fetches_nothing_and_begins_each_page_with_its_top() {
    let html = printed(&form("flsm-sortie"), 1..3);
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"fr\">"));
    for fetched in ["<script", "<link", "<img", "src=", "url(", "@import", "http", "<iframe"] {
        assert!(!html.contains(fetched), "{fetched}");
    }
    for needed in [
        "@page { size: A4 portrait",
        "break-before: page",
        ".question, .note { break-inside: avoid;",
        "display: table-header-group",
    ] {
        assert!(html.contains(needed), "{needed}");
    }
    let sheet = each_sheet(&html)[0];
    for page in sheet.split("<div class=\"page\">").skip(1) {
        assert!(page.starts_with("<header class=\"top\">"), "{page}");
    }
}

/// What is read at 85, at arm's length, has letters of 14 points and more, and boxes of 6 mm and more.
#[test]
fn letters_and_boxes_are_large_but_for_what_only_who_types_reads() {
    let html = printed(&form("flsm-sortie"), 1..2);
    let style = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next());
    let mut seen = 0;
    for rule in style.expect("a style").split('}') {
        for points in rule.split("pt").filter_map(|before| {
            let digits = before.rsplit(|c: char| !c.is_ascii_digit() && c != '.').next();
            digits.filter(|digits| !digits.is_empty()).and_then(|digits| digits.parse::<f64>().ok())
        }) {
            seen += 1;
            let for_who_types = rule.contains(".form {") || rule.contains(".key {");
            assert!(points >= 14.0 || for_who_types, "{rule}");
        }
    }
    assert!(seen > 8, "{seen}");
    let side = |name: &str| {
        let rule = html.split(".box { display").nth(1).expect("boxes");
        let value = rule.split(name).nth(1).and_then(|rest| rest.split("mm").next());
        value.and_then(|value| value.parse::<f64>().ok()).expect("millimetres")
    };
    assert!(side("width: ") >= 6.0 && side("height: ") >= 6.0);
}

#[test]
fn hostile_words_are_only_read() {
    let hostile = SMALL
        .replace("Et puis ?", "<script>alert(1)</script>")
        .replace("Le chauffeur\"", "</li></ol><img src=x onerror=alert(2)>\"")
        .replace("\"Voyageurs\"", "\"</title><b>\"");
    let form = form_of(&hostile, "bus-un");
    let source =
        |text: &str| recueil::questionnaire::Source { name: "r".into(), text: text.into() };
    let settings = "structure = \"<u>nous</u>\"\ncontact = \"\\\" onclick=\\\"x\"\n";
    let settings = Settings::read(source(settings)).expect("settings");
    let all = [Sheet { number: 1, code: None }];
    let html = sheets(&french(), &form, &settings, &all, Sides::One).html;
    for html in [html, aloud(&french(), &form, &settings)] {
        for obeyed in ["<script", "<img", "<b>", "<u>", "\" onclick"] {
            assert!(!html.contains(obeyed), "{obeyed}");
        }
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
    }
}

#[test]
fn a_coupon_is_what_the_form_needs_later() {
    for (id, coupon) in [
        ("flsm-entree", Coupon::Fresh),
        ("ig-eleve-entree", Coupon::Fresh),
        ("flsm-sortie", Coupon::Copied),
        ("ker-suivi", Coupon::Copied),
        // Nobody fills in an arrival form for these.
        ("flsm-benevole", Coupon::Number),
        ("vlr-habitue", Coupon::Number),
        ("ker-enfant", Coupon::Number),
        ("com-recit", Coupon::Number),
        ("upc-entree", Coupon::Number),
        ("upc-sortie", Coupon::Number),
        ("com-carnet", Coupon::None),
        ("ig-observation", Coupon::None),
    ] {
        let form = form(id);
        assert_eq!(Coupon::of(&form), coupon, "{id}");
        let text = read(&printed(&form, 1..2));
        let seen = |words: &str| text.contains(words);
        assert_eq!(seen("À découper ici"), coupon != Coupon::None, "{id}");
        assert_eq!(seen("numéro de feuille à : l'accueil"), coupon != Coupon::None, "{id}");
        assert_eq!(seen("Code de cette feuille : "), coupon == Coupon::Fresh, "{id}");
        assert_eq!(seen("ce coupon : il servira"), coupon == Coupon::Fresh, "{id}");
        let copied = seen("____ - ____ - □ □");
        assert_eq!(copied, coupon == Coupon::Copied, "{id}:\n{text}");
    }
}

#[test]
fn each_sheet_has_a_code_of_its_own_twice_and_it_reads_back() {
    let dossier = Dossier::new();
    let output = dossier.run(&["feuilles", "flsm-entree", "-n", "500", "--to", "-"]);
    let html = String::from_utf8(output.stdout).expect("UTF-8");
    let mut codes = BTreeSet::new();
    for sheet in each_sheet(&html) {
        let text = read(&format!("<main><section {sheet}"));
        let after = |words: &str| {
            let (_, rest) = text.split_once(words).unwrap_or_else(|| panic!("{words}\n{text}"));
            rest.lines().next().expect("a line").trim().to_owned()
        };
        let (on_sheet, on_coupon) = (after("Code de cette feuille :"), after("Votre code :"));
        assert_eq!(on_sheet, on_coupon);
        assert_eq!(Code::read(&on_sheet).expect("a code").to_string(), on_sheet);
        assert!(codes.insert(on_sheet), "a code twice");
    }
    assert_eq!(codes.len(), 500);
}

#[test]
fn a_form_that_says_tu_never_says_vous() {
    for form in Library::load(Vec::new()).forms() {
        if form.adresse == Adresse::Tu {
            let text = read(&printed(&form, 1..2)).to_lowercase();
            for word in text.split(|c: char| !c.is_alphabetic()) {
                assert!(!["vous", "votre", "vos"].contains(&word), "{}:\n{text}", form.id);
                let others = ["chez", "assez"];
                assert!(!word.ends_with("ez") || others.contains(&word), "{}: {word}", form.id);
            }
        }
    }
}

#[test]
fn without_a_structure_or_a_contact_every_page_says_that_it_is_a_trial() {
    let form = form("com-court");
    let all = [Sheet { number: 1, code: None }];
    let print = sheets(&french(), &form, &Settings::default(), &all, Sides::One);
    let text = read(&print.html);
    assert_eq!(text.lines().filter(|line| line.starts_with("ESSAI")).count(), print.pages + 1);
    assert!(text.contains("ESSAI : ces réponses ne compteront pas"));
    let line = "_".repeat(24);
    assert!(text.contains(&format!("Les réponses restent chez {line}, pour")), "{text}");
    assert!(text.contains(&format!("Pour toute question : {line}")), "{text}");
    let complete = read(&printed(&form, 1..2));
    assert!(!complete.contains("ESSAI") && !complete.contains("____ ,"), "{complete}");
}

#[test]
fn on_both_sides_no_sheet_begins_on_the_back_of_another() {
    for id in ["flsm-sortie", "com-court", "ker-enfant"] {
        let all = [1, 2].map(|number| Sheet { number, code: None });
        let one = sheets(&french(), &form(id), &settings(), &all, Sides::One);
        let both = sheets(&french(), &form(id), &settings(), &all, Sides::Both);
        let pages = |html: &str| html.matches("<div class=\"page\">").count();
        assert_eq!(pages(&one.html), 2 * one.pages, "{id}");
        assert_eq!(both.pages, one.pages, "{id}");
        assert_eq!(pages(&both.html), 2 * one.pages.next_multiple_of(2), "{id}");
        let blank = both.html.matches("Il n&#39;y a rien de ce côté.").count();
        assert_eq!(blank, 2 * (one.pages % 2), "{id}");
    }
}

#[test]
fn the_page_for_who_reads_aloud_says_answers_as_they_are_said() {
    let page = aloud(&french(), &form_of(SMALL, "bus-un"), &settings());
    let text = read(&page);
    let from = text.find("Question 2").expect("question 2");
    let until = text.find("Question 3").expect("question 3");
    assert_eq!(
        &text[from..until],
        "Question 2\nAttendez que tout le monde ait posé son stylo.\n\
         Si vous avez répondu « Oui » à la question 1 :\nAvec qui ?\nCes derniers temps\n\
         Plusieurs réponses possibles. Lisez-les une à une, et laissez le temps de mettre une croix.\n\
         Le chauffeur\nUne voisine ou un voisin\nPersonne de tout cela\n"
    );
    let evolution = "Depuis que vous venez ici, osez-vous essayer des choses nouvelles…\n\
                     D'abord : « moins, pareil ou plus ? »\n\
                     Puis, si ce n'est pas pareil : « un peu ou beaucoup ? »\n\
                     Beaucoup moins\nUn peu moins\nComme avant\nUn peu plus\nBeaucoup plus\n\
                     Autrement dit : Essayer ce que vous ne connaissez pas";
    assert!(text.contains(evolution), "{text}");

    for form in Library::load(Vec::new()).forms() {
        let page = aloud(&french(), &form, &settings());
        let text = read(&page);
        assert!(text.contains("posé son stylo"), "{}", form.id);
        let free =
            text.contains("cela ne change rien pour") || text.contains("ou non ne change rien");
        assert!(free || form.role == "mediateur", "{}: {text}", form.id);
        for question in &form.questions {
            if let Some(other) = &question.reformulation {
                let other = format!("Autrement dit : {}", form.say(other, "fr"));
                assert!(text.contains(&other), "{}: {other}", form.id);
            }
        }
        let belongs = form.questions.iter().filter(|question| question.name == "B5").count();
        let two_steps = "D'abord : « oui ou non ? »\nPuis, si c'est oui : « un peu, ou tout à fait ? »\n\
                         Si c'est non : « pas vraiment, ou pas du tout ? »\nNon, pas du tout\n";
        assert!(belongs == 0 || text.contains(two_steps), "{}", form.id);
        for word in jargon(&form) {
            assert!(!page.contains(&word.replace('\'', "&#39;")), "{}: {word}", form.id);
        }
        for fetched in ["<script", "src=", "url(", "http"] {
            assert!(!page.contains(fetched), "{fetched}");
        }
    }
}

/// A dossier of a structure that has said who it is.
struct Dossier {
    folder: TempDir,
}

impl Dossier {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let settings = "structure = \"Foyer\"\ncontact = \"l'accueil\"\n";
        fs::write(folder.path().join("recueil.toml"), settings).expect("written");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(self.folder.path(), arguments)
    }

    /// Adds lines to the settings.
    fn allow(&self, lines: &str) {
        let settings = fs::read_to_string(self.path("recueil.toml")).expect("settings");
        fs::write(self.path("recueil.toml"), settings + lines).expect("written");
    }

    /// What was told, and how the program ended.
    fn told(&self, arguments: &[&str]) -> (String, Option<i32>) {
        let output = self.run(arguments);
        (String::from_utf8(output.stderr).expect("UTF-8"), output.status.code())
    }
}

#[test]
fn sheets_go_into_a_file_of_the_current_folder_that_is_not_replaced_unasked() {
    let dossier = Dossier::new();
    let output = dossier.run(&["sheets", "flsm-sortie", "-n", "2", "--from", "9"]);
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(said.starts_with("2 feuilles, de 9 à 10, sont prêtes : "), "{said}");
    assert!(said.contains("flsm-sortie-feuilles.html") && said.contains("a 3 pages"), "{said}");
    let file = dossier.path("flsm-sortie-feuilles.html");
    let first = fs::read_to_string(&file).expect("written");
    assert!(
        first.contains("aria-label=\"Feuille 9\"") && first.contains("aria-label=\"Feuille 10\"")
    );
    let (message, code) = dossier.told(&["sheets", "flsm-sortie", "-n", "3"]);
    assert!(message.contains("existe déjà") && message.contains("--force"), "{message}");
    assert_eq!(code, Some(2));
    assert_eq!(fs::read_to_string(&file).expect("read"), first);
    let (message, code) = dossier.told(&["sheets", "flsm-sortie", "-n", "3", "--force"]);
    assert_eq!((message.as_str(), code), ("", Some(0)));
    assert_ne!(fs::read_to_string(&file).expect("read"), first);

    assert_eq!(dossier.told(&["sheets", "flsm-sortie", "--aloud"]).1, Some(0));
    assert!(dossier.path("flsm-sortie-a-voix-haute.html").exists());
    assert_eq!(
        dossier.told(&["sheets", "com-court", "-n", "1", "--to", "mes feuilles.html"]).1,
        Some(0)
    );
    let english = dossier.run(&["sheets", "com-court", "-n", "1", "--to", "-", "--lang", "en"]);
    let english = String::from_utf8(english.stdout).expect("UTF-8");
    assert!(english.contains("<html lang=\"en\">") && english.contains("One cross only"));
    assert!(!read(&english).contains("croix"));
}

#[test]
fn what_cannot_be_printed_is_told_and_writes_nothing() {
    let dossier = Dossier::new();
    for (arguments, told) in [
        (&["sheets", "flsm-sorte", "-n", "2"][..], "Vouliez-vous dire « flsm-sortie » ?"),
        (
            &["sheets", "flsm-sortie", "-n", "0"],
            "Il faut de 1 à 500 feuilles : 0 n'est pas possible.",
        ),
        (
            &["sheets", "flsm-sortie", "-n", "501"],
            "Il faut de 1 à 500 feuilles : 501 n'est pas possible.",
        ),
        (&["sheets", "flsm-sortie", "-n", "2", "--from", "9999"], "de 9999 à 10000"),
        (&["sheets", "flsm-sortie", "-n", "2", "--from", "0"], "de 0 à 1"),
        (&["sheets", "flsm-sortie", "-n", "deux"], "« deux » ne convient pas"),
        (&["sheets", "flsm-sortie"], "Il manque quelque chose"),
        (&["sheets"], "Il manque quelque chose"),
        (&["sheets", "flsm-sortie", "-n", "2", "--aloud"], "ne va pas avec le reste"),
        (&["sheets", "flsm-sortie", "-n", "2", "--to", "absent/x.html"], "absent n'existe pas"),
    ] {
        let (message, code) = dossier.told(arguments);
        assert!(message.contains(told), "{arguments:?}: {message}");
        assert_eq!(code, Some(2), "{arguments:?}");
    }
    let names = fs::read_dir(dossier.folder.path()).expect("a folder");
    let names: Vec<_> = names.flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(names, ["recueil.toml"]);

    fs::remove_file(dossier.path("recueil.toml")).expect("removed");
    fs::create_dir(dossier.path("questionnaires")).expect("made");
    let (message, code) = dossier.told(&["sheets", "com-court", "-n", "1", "--to", "-"]);
    let told = "ESSAI : c'est écrit sur chaque page. Il manque la structure ou le contact dans \
                recueil.toml.\n";
    assert_eq!((message.as_str(), code), (told, Some(0)));
}

#[test]
fn a_form_of_children_is_a_trial_until_their_parents_allow_it() {
    let dossier = Dossier::new();
    let arguments = ["sheets", "ker-enfant", "-n", "1", "--to", "-"];
    let said = |output: Output| read(&String::from_utf8(output.stdout).expect("UTF-8"));
    let told = "ESSAI : c'est écrit sur chaque page. Il manque l'autorisation parentale dans \
                recueil.toml.\n";
    assert_eq!(dossier.told(&arguments), (told.to_owned(), Some(0)));
    assert!(said(dossier.run(&arguments)).contains("ESSAI : ces réponses ne compteront pas"));
    dossier.allow(OPEN);
    assert_eq!(dossier.told(&arguments), (String::new(), Some(0)));
    let text = said(dossier.run(&arguments));
    assert!(!text.contains("ESSAI") && text.contains("Personne ne te note"), "{text}");
}

#[test]
fn nothing_of_a_locked_référentiel_is_printed_and_then_the_person_is_asked_to_accept() {
    let dossier = Dossier::new();
    for arguments in
        [&["sheets", "upc-sortie", "-n", "2"][..], &["sheets", "upc-sortie", "--aloud"]]
    {
        let (message, code) = dossier.told(arguments);
        assert!(message.contains("Verrouillé") && message.contains("[aipd]"), "{message}");
        assert_eq!(code, Some(2));
    }
    assert!(!dossier.path("upc-sortie-feuilles.html").exists());
    dossier.allow(OPEN);
    let output = dossier.run(&["sheets", "upc-sortie", "-n", "2", "--to", "-"]);
    let html = String::from_utf8(output.stdout).expect("UTF-8");
    for sheet in each_sheet(&html) {
        let text = read(&format!("<main><section {sheet}"));
        let asked = "Acceptez-vous de répondre ?\n□ Oui, j'accepte de répondre\n\
                     □ Non, je ne réponds pas\n";
        assert!(text.contains(asked), "{text}");
        assert!(text.contains("La loi protège cela comme une information de santé."), "{text}");
        assert!(!text.contains("psychique") && !text.contains("Verrouillé"), "{text}");
    }
}
