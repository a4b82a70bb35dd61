//! The checker: the wordings that the survey method criticises, those it proposes, and what a file
//! may accept.
//! Never takes the rules' own word: the oracle is the page that judges the first questionnaires.

mod support;

use std::fmt::Write;

use recueil::questionnaire::{File, Finding, Library, check};
use support::library_of;

/// The common file, as built into the program.
const CORE: &str = include_str!("../questionnaires/commun.toml");

/// A file without a problem, up to its questions.
const HEAD: &str = r#"
[referentiel]
id = "atelier"
titre = "Atelier du quartier"
porteur = "Maison de quartier"
version = 1
lieu.fr = "à l'atelier"
"#;

/// A file that asks one question.
fn asking(question: &str) -> String {
    format!("{HEAD}\n[[question]]\nname = \"Z1\"\n{question}\n{}", form(&["Z1", "T2", "T6"]))
}

/// A form asked once, of these questions.
fn form(questions: &[&str]) -> String {
    format!(
        "\n[[questionnaire]]\nid = \"atelier-bilan\"\nversion = 1\ntitre.fr = \"Bilan\"\n\
         role = \"participant\"\nmoment = \"ponctuel\"\nquestions = {questions:?}\n"
    )
}

/// A file that asks one question in these words, a yes or a no.
fn saying(label: &str) -> String {
    asking(&format!("type = \"select_one ON\"\nlabel.fr = \"{label}\""))
}

/// A file that asks one question with these answers in order.
fn answering(answers: &str) -> String {
    let choices: String =
        answers.split(" · ").enumerate().fold(String::new(), |mut all, (at, text)| {
            _ = write!(all, "{{ name = {}, label.fr = \"{text}\" }}, ", at + 1);
            all
        });
    asking(&format!(
        "type = \"select_one\"\nlabel.fr = \"Venir ici, c'est…\"\nchoices = [{choices}]"
    ))
}

/// What is found in a library and not accepted: the code, and the words of the file it stands at.
fn told(library: &Library) -> Vec<String> {
    assert_eq!(library.problems(), []);
    let found = check(library).into_iter().filter(|found| found.accepted.is_none());
    found.map(|found| tell(&found)).collect()
}

fn tell(found: &Finding) -> String {
    let problem = &found.problem;
    let words = problem.source.text[problem.span.clone()].trim_matches('"');
    format!("{} {words}", problem.cause.code())
}

fn told_of(text: &str) -> Vec<String> {
    told(&library_of(text))
}

fn file(name: &str, text: impl Into<Vec<u8>>) -> File {
    File { name: format!("questionnaires/{name}.toml"), bytes: Ok(text.into()) }
}

/// The first wordings, what the page says of each, and what is told.
const CRITICISED: &[(&str, &str, &str)] = &[
    (
        "A1b, midpoints",
        "Quand je suis bloqué·e devant l'écran, je sais comment m'en sortir, seul·e ou en demandant.",
        "W123 bloqué·e",
    ),
    (
        "A5, a cause in the question",
        "Avez-vous fait, grâce à l'atelier, une chose que vous ne faisiez pas avant ?",
        "W122 grâce à",
    ),
    (
        "B4, double: give and receive",
        "Avec internet ou le téléphone, je donne et je reçois des nouvelles de mes proches…",
        "W126 je donne et je reçois",
    ),
    (
        "T2, double",
        "Y a-t-il une chose qui vous a déplu ou gêné·e ?",
        "W126 déplu ou gêné·e, W123 gêné·e",
    ),
    (
        "UPC3, two ideas",
        "Ici, on me voit d'abord comme une personne qui crée ou apprend.",
        "W126 qui crée ou apprend",
    ),
    ("IG8, double", "J'ai raconté ou appris quelque chose aux jeunes.", "W126 raconté ou appris"),
    (
        "VLR2, midpoint",
        "Aujourd'hui, avez-vous obtenu ce que vous étiez venu·e chercher ?",
        "W123 venu·e",
    ),
    (
        "VLR4, five ideas",
        "Avez-vous donné un coup de main, proposé ou préparé une activité ou une fête ?",
        "W126 proposé ou préparé",
    ),
    (
        "FLSM2, two ideas",
        "Je peux choisir entre plusieurs outils ou logiciels, et dire pourquoi.",
        "W126 choisir entre plusieurs outils ou logiciels, et dire",
    ),
    (
        "FLSM5, a cause inside",
        "Grâce à l'atelier, j'ai découvert d'autres activités du Foyer.",
        "W122 Grâce à",
    ),
    (
        "PE1, two media",
        "Lisez-vous le journal ou regardez-vous le site ?",
        "W126 Lisez-vous le journal ou regardez-vous",
    ),
    (
        "PE5, a cause",
        "Écrire pour le quartier m'a donné confiance pour m'exprimer.",
        "W122 m'a donné",
    ),
    (
        "PE8, two times two ideas",
        "Le journal ou le site nous amène du monde ou nous fait connaître.",
        "W126 nous amène du monde ou nous fait",
    ),
    (
        "KER2, triple, a cause",
        "L'atelier m'aide à parler, lire ou écrire le français.",
        "W122 m'aide à, W126 lire ou écrire",
    ),
    ("KER5, midpoint", "Je suis content·e de dire où j'habite.", "W123 content·e"),
    (
        "KER6, as FLSM5",
        "Depuis l'atelier, je viens à d'autres activités du centre.",
        "W122 Depuis l'atelier",
    ),
    (
        "MQB2, a cause",
        "L'atelier m'aide pour mes recherches (emploi, formation, logement).",
        "W122 m'aide pour",
    ),
];

/// The closed questions that the page proposes instead.
const PROPOSED: &[&str] = &[
    "Chercher une information sur internet, vous le faites…",
    "Envoyer un message, vous le faites…",
    "Envoyer une photo, vous le faites…",
    "Appeler quelqu'un en vidéo, vous le faites…",
    "Faire une démarche sur internet (CAF, impôts, santé), vous la faites…",
    "Quand ça bloque sur l'écran, que faites-vous le plus souvent ?",
    "Devant un site ou un appareil nouveau, osez-vous essayer ?",
    "Depuis que vous venez ici, osez-vous essayer des choses nouvelles…",
    "Avez-vous déjà montré à quelqu'un une chose apprise ici ?",
    "Ici, avez-vous fait une chose qui vous rend fier ou fière ?",
    "Cette saison, à l'atelier, avez-vous…",
    "Avant de partager une information surprenante, est-ce que tu vérifies si elle est vraie ?",
    "Sur internet, savez-vous choisir qui peut voir ce que vous mettez ?",
    "Faites-vous aujourd'hui une chose que vous ne faisiez pas avant de venir ici ?",
    "En dehors de l'atelier, parlez-vous avec d'autres personnes ?",
    "Depuis que vous venez ici, voyez-vous d'autres personnes, en dehors d'ici…",
    "Ici, avec combien de personnes avez-vous fait connaissance ?",
    "Ici, parlez-vous avec des personnes qui ont une vie différente de la vôtre ?",
    "Ici, aidez-vous d'autres personnes ?",
    "Ici, d'autres personnes vous aident-elles ?",
    "Une personne connue ici pourrait-elle vous rendre un service ?",
    "Avec le téléphone ou internet, avez-vous des nouvelles de vos proches ?",
    "Ici, vous sentez-vous à votre place ?",
    "Et dans votre quartier, vous sentez-vous à votre place ?",
    "Si vous avez un problème avec l'ordinateur ou le téléphone, avez-vous quelqu'un à qui demander ?",
    "Savez-vous ce qui se passe dans votre quartier (fêtes, travaux, réunions) ?",
    "Cette saison, avez-vous montré à d'autres une chose faite ici ?",
    "Depuis que vous venez ici, avez-vous commencé une autre activité ailleurs ?",
    "Cette action est-elle utile à votre travail avec les habitants ?",
    "Ici, quelque chose vous a-t-il mis mal à l'aise ?",
    "À votre avis, ce changement vient…",
    "Pouvons-nous recopier vos mots dans un bilan, sans dire qui vous êtes ?",
    "Depuis quand venez-vous ici ?",
    "Pour vous, venir jusqu'ici, c'est…",
    "Pour vous, être avec le groupe, c'est…",
    "Ici, les autres s'intéressent-ils à ce que vous faites ?",
    "Ce que vous avez fait a-t-il été montré à d'autres ?",
    "Pour vous, c'était…",
    "En ce moment, allez-vous dans d'autres lieux de la ville ?",
    "Expliquer quelque chose à une personne âgée, pour toi, c'est…",
    "À l'atelier, est-ce que tu te sens utile ?",
    "Avant la séance, est-ce que tu prépares ce que tu vas montrer ?",
    "Avec une personne âgée, est-ce que tu te sens à l'aise ?",
    "Venir au collège, pour toi, c'est…",
    "Vous sentez-vous capable d'apprendre des choses nouvelles ?",
    "Avec des adolescents, vous sentez-vous à l'aise ?",
    "Et vous, avez-vous fait découvrir quelque chose aux jeunes ?",
    "Avez-vous envie de venir à l'atelier ?",
    "En dehors d'ici, pouvez-vous aller sur internet ?",
    "Aujourd'hui, avez-vous trouvé ici ce que vous cherchiez ?",
    "Ici, parlez-vous avec des personnes que vous ne connaissiez pas avant ?",
    "Cette saison, avez-vous donné un coup de main ici ?",
    "Depuis que vous venez ici, vous voyez le quartier…",
    "À l'atelier, qui choisit ce que l'on fait ?",
    "Pour faire une même chose, connaissez-vous plusieurs logiciels ou applications ?",
    "À l'atelier, parlez-vous avec des personnes beaucoup plus jeunes ou beaucoup plus âgées que vous ?",
    "Aimeriez-vous aider à animer un groupe ?",
    "Allez-vous à d'autres activités du Foyer ?",
    "Lisez-vous le journal « Bellevue » ?",
    "Regardez-vous le site du quartier ?",
    "Cette année, qu'avez-vous fait après avoir lu un article ?",
    "Le quartier montré par le journal ressemble-t-il à celui que vous connaissez ?",
    "Pour publier dans le journal, sauriez-vous à qui demander ?",
    "Depuis que vous écrivez pour le quartier, donner votre avis en public, c'est…",
    "En faisant le journal, avec combien de personnes avez-vous fait connaissance ?",
    "Avant de publier, vérifiez-vous l'information auprès d'une autre personne ?",
    "Quand le journal ou le site parle de vous, de nouvelles personnes vous contactent-elles ?",
    "Dans le journal, peut-on donner un avis qui dérange ?",
    "Vos démarches sur internet (CAF, impôts, santé, école), vous les faites…",
    "À l'atelier, apprenez-vous aussi du français ?",
    "L'école de votre enfant sur internet (messages, notes, devoirs), vous la suivez…",
    "Dire que vous habitez à Keredern, pour vous, c'est…",
    "Allez-vous à d'autres activités du centre ?",
    "As-tu aimé fabriquer le film ?",
    "As-tu appris quelque chose ?",
    "Est-ce qu'on a écouté tes idées ?",
    "L'atelier vous a-t-il servi pour chercher un emploi, une formation ou un logement ?",
    "Cette saison, as-tu fabriqué quelque chose à toi avec le numérique ?",
];

/// Those it proposes with an open answer, where two questions in one are no harm.
const OPEN: &[&str] = &[
    "Laquelle ?",
    "Comment ? Ou pourquoi non ?",
    "Qu'est-ce qui a changé pour vous depuis que vous venez ici ? En mieux, en moins bien, ou rien.",
    "Qu'est-ce qu'il faudrait changer ici ?",
    "Quoi, si vous voulez le dire ?",
    "Imaginez que ce lieu n'existe pas. Qu'est-ce que cela changerait pour vous ? Peut-être rien.",
    "Qu'est-ce que l'atelier vous apporte, à vous ?",
    "Qu'est-ce qui vous pèse ?",
];

/// The first scales that the page calls asymmetric, and how many answers lean each way.
const LEANING: &[(&str, usize, usize)] = &[
    ("Pas du tout · Un peu · Plutôt oui · Tout à fait", 1, 2),
    ("Moins qu'avant · Pareil · Un peu plus · Beaucoup plus", 1, 2),
    ("Plutôt du mal · Ni bien ni mal · Du bien · Beaucoup de bien", 1, 2),
    ("En moins bien · Pas du tout · Un peu en mieux · Beaucoup en mieux", 1, 2),
    ("Plus difficile · Pareil · Un peu plus facile · Plus facile", 1, 2),
];

/// The scales that it proposes.
const LEVEL: &[&str] = &[
    "Non, pas du tout · Non, pas vraiment · Oui, un peu · Oui, tout à fait",
    "Jamais · Une ou deux fois · Plusieurs fois · Presque chaque fois",
    "Jamais · Pas souvent · Assez souvent · Très souvent",
    "Presque jamais · Environ une fois par semaine · Plusieurs fois par semaine · Presque tous les jours",
    "Beaucoup moins · Un peu moins · Comme avant · Un peu plus · Beaucoup plus",
    "Moins · Comme avant · Plus",
    "Très difficile · Difficile · Facile · Très facile",
    "Pas encore, ou quelqu'un le fait pour moi · Avec de l'aide · Sans aide",
    "Très difficile · Plutôt difficile · Plutôt agréable · Très agréable",
    "Plutôt désagréable · Ni l'un ni l'autre · Plutôt agréable",
    "Moins bien qu'avant · Comme avant · Mieux qu'avant",
    "Plus difficile qu'avant · Comme avant · Plus facile qu'avant",
    "Plutôt gênant · Ni l'un ni l'autre · Plutôt agréable",
    "Toujours l'animatrice ou l'animateur · Plutôt l'animatrice ou l'animateur · Plutôt le groupe · Toujours le groupe",
    "Jamais · De temps en temps · Presque chaque numéro",
    "Jamais · De temps en temps · Souvent",
    "Non · Un peu · Beaucoup",
    "Non · Un peu · Oui",
    "Non · En partie · Oui",
];

#[test]
fn the_first_wordings_are_told_for_what_the_page_says_of_them() {
    for (criticism, label, expected) in CRITICISED {
        assert_eq!(told_of(&saying(label)).join(", "), *expected, "{criticism}");
    }
}

#[test]
fn the_wordings_that_the_page_proposes_are_quiet() {
    let closed = PROPOSED.iter().map(|label| ("select_one ON", label));
    let all = closed.chain(OPEN.iter().map(|label| ("text", label)));
    let mut text = HEAD.to_owned();
    let mut names = Vec::new();
    for (at, (kind, label)) in all.enumerate() {
        names.push(format!("Z{at}"));
        _ = write!(
            text,
            "\n[[question]]\nname = \"Z{at}\"\ntype = \"{kind}\"\nlabel.fr = \"{label}\"\n"
        );
    }
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let told = told_of(&(text + &form(&names).replace("participant", "mediateur")));
    // Some of them are those of common questions.
    let other: Vec<&String> = told.iter().filter(|told| !told.starts_with("W131")).collect();
    assert_eq!(other, [""; 0]);
    // The page's own wording of A4 has two verbs.
    let prudent = "Quand un message vous demande de cliquer ou de donner un code, que ferez-vous ?";
    assert_eq!(told_of(&saying(prudent)), ["W126 cliquer ou de donner"]);
}

#[test]
fn the_first_scales_lean_and_those_that_the_page_proposes_do_not() {
    for (answers, low, high) in LEANING {
        let library = library_of(&answering(answers));
        let told: Vec<String> =
            check(&library).iter().map(|found| format!("{:?}", found.problem.cause)).collect();
        let expected =
            format!("Rule(Asymmetric, [(\"low\", Number({low})), (\"high\", Number({high}))])");
        assert_eq!(told, [expected], "{answers}");
    }
    for answers in LEVEL {
        assert_eq!(told_of(&answering(answers)), [""; 0], "{answers}");
    }
    // Without numbers for names there is no order, and nothing to lean.
    let words =
        answering("Moins · Pareil · Un peu plus · Plus").replace("{ name = ", "{ name = 'r");
    assert_eq!(told_of(&words.replace(", label", "', label")), [""; 0]);
}

#[test]
fn since_the_workshop_is_a_date_where_the_answers_go_both_ways() {
    let question = |answers: &str| {
        let label = "Depuis l'atelier, vous voyez le quartier…";
        answering(answers).replace("Venir ici, c'est…", label)
    };
    assert_eq!(told_of(&question("Moins bien · Pareil · Mieux")), [""; 0]);
    let told = told_of(&question("Pareil · Un peu mieux · Mieux"));
    assert_eq!(told, ["W122 Depuis l'atelier"]);
}

#[test]
fn people_who_help_are_no_cause() {
    for (label, expected) in [
        ("Cette saison, quelqu'un vous a-t-il donné de l'aide ?", ""),
        ("Ici, d'autres personnes vous ont-elles appris quelque chose ?", ""),
        ("Qui vous a aidé ?", ""),
        ("Vous a-t-on donné une adresse ?", ""),
        ("Est-ce l'atelier qui vous a aidé ?", "W122 vous a aidé"),
        ("L'atelier vous a-t-il permis de sortir ?", "W122 vous a-t-il permis"),
        ("Ces séances t'ont-elles rendu plus sûr de toi ?", "W122 t'ont-elles rendu"),
        ("Sortez-vous davantage à cause du bus ?", "W122 à cause du"),
    ] {
        assert_eq!(told_of(&saying(label)).join(", "), expected, "{label}");
    }
}

#[test]
fn a_register_is_filled_in_by_the_team_and_not_held_to_the_rules_of_answers() {
    let names: Vec<String> = (1..=13).map(|number| format!("Z{number}")).collect();
    let mut text = HEAD.to_owned();
    for name in &names {
        let label = "Combien de personnes ont lu ou écrit ?";
        _ = write!(
            text,
            "\n[[question]]\nname = \"{name}\"\ntype = \"integer\"\nlabel.fr = \"{label}\"\n"
        );
    }
    let mut asked: Vec<&str> = names.iter().map(String::as_str).collect();
    asked.push("T1");
    let text = text + &form(&asked).replace("ponctuel", "sortie");
    let list = format!("{asked:?}");
    let expected = ["W124 atelier-bilan".to_owned(), format!("W129 {list}"), "W132 T1".to_owned()];
    assert_eq!(told_of(&text), expected);
    assert_eq!(told_of(&text.replace("\"participant\"", "\"mediateur\"")), [""; 0]);
}

#[test]
fn a_question_of_another_file_is_not_the_one_of_this_file() {
    // Both files ask for Z1; only the second asks it.
    let first = saying("Venez-vous ici à pied ?").replace("\"Z1\", ", "");
    let second = saying("Venez-vous ici en bus ?").replace("atelier", "jardin");
    let library = Library::load(vec![file("a", first), file("b", second)]);
    assert_eq!(told(&library), ["W102 Z1"]);
}

/// A common file of the disk, smaller than the program's: two scales, a question, its indicator.
const SMALL_CORE: &str = r#"
[referentiel]
id = "commun"
titre = "Commun"
porteur = "Tous"
version = 1
lieu.fr = "ici"

[[registre]]
code = "K"
titre = "Axe"

[[critere]]
code = "K"
registre = "K"
titre = "Critère"

[[indicateur]]
code = "K_un"
critere = "K"
titre = "part"
nature = "resultat"
mesure = "repartition"
questions = ["K1"]

[[echelle]]
id = "KUN"
choices = [{ name = 1, label.fr = "Peu" }, { name = 2, label.fr = "Assez" }]

[[echelle]]
id = "KDEUX"
choices = [{ name = 1, label.fr = "Loin" }, { name = 2, label.fr = "Près" }]

[[question]]
name = "K1"
type = "select_one KUN"
label.fr = "Venez-vous ici à pied ?"
"#;

#[test]
fn what_the_core_defines_serves_where_any_file_uses_it() {
    let ours = |asked: &str| {
        let text =
            asking("type = \"select_one KDEUX\"\nlabel.fr = \"La salle, pour vous, c'est…\"");
        text.replace("\"T2\", \"T6\"", asked).replace("\"Z1\", ]", "\"Z1\"]")
    };
    let with = |core: &str, ours: &str| {
        told(&Library::load(vec![file("commun", core), file("atelier", ours)]))
    };
    assert_eq!(with(SMALL_CORE, &ours("\"K1\"")), [""; 0]);
    assert_eq!(with(SMALL_CORE, &ours("")), ["W103 K_un", "W102 K1"]);
    let other_scale = ours("\"K1\"").replace("KDEUX", "KUN");
    assert_eq!(with(SMALL_CORE, &other_scale), ["W100 KDEUX"]);
    let kept = format!("{SMALL_CORE}reserve = true\n");
    assert_eq!(with(&kept, &ours("\"K1\"")), ["W104 true"]);
    assert_eq!(with(&kept, &ours("")), ["W103 K_un"]);
    // An indicator in reserve serves its criterion no more than none.
    let reserve = "questions = [\"K1\"]\nreserve = true";
    let unfed = kept.replace("questions = [\"K1\"]", reserve);
    assert_eq!(with(&unfed, &ours("")), ["W101 K"]);
    // An indicator of one file may be fed by what another file asks.
    let fed = SMALL_CORE.replace("\"K_un\"", "\"K_deux\"");
    let indicator =
        &fed[fed.find("[[indicateur]]").expect("there")..fed.find("[[echelle]]").expect("there")];
    let asking_nothing = ours("").replace("atelier", "jardin") + indicator;
    let fed_elsewhere = Library::load(vec![
        file("commun", SMALL_CORE),
        file("atelier", ours("\"K1\"")),
        file("jardin", asking_nothing.clone()),
    ]);
    assert_eq!(told(&fed_elsewhere), [""; 0]);
    assert_eq!(with(SMALL_CORE, &asking_nothing), ["W103 K_un", "W102 K1", "W103 K_deux"]);
}

#[test]
fn a_core_question_of_the_disk_is_the_one_of_the_program_or_it_is_told() {
    let reworded = |from: &str, to: &str| {
        assert!(from.is_empty() || CORE.contains(from), "{from}");
        let told = told(&Library::load(vec![file("commun", CORE.replacen(from, to, 1))]));
        told.into_iter().filter(|told| told.starts_with("E082")).collect::<Vec<_>>()
    };
    let cases: &[(&str, &str, &[String])] = &[
        ("", "", &[]),
        ("Par exemple, vous connaissez leur prénom", "Un exemple", &[]),
        ("label.en = \"None\"", "label.en = \"No one\"", &[]),
        (
            "Ici, vous sentez-vous à votre place ?",
            "Vous sentez-vous chez vous ?",
            &["E082 Vous sentez-vous chez vous ?".to_owned()],
        ),
        ("\"Aucune\"", "\"Personne\"", &["E082 Personne".to_owned()]),
        (
            "name = \"aucune\", label.fr = \"Non",
            "name = \"nul\", label.fr = \"Non",
            &["E082 nul".to_owned()],
        ),
        // Of a scale that several questions share, once.
        (
            "Environ une fois par semaine",
            "Une fois la semaine",
            &["E082 Une fois la semaine".to_owned()],
        ),
        ("nc.fr = \"Je ne mets rien\"", "nc.fr = \"Jamais\"", &["E082 Jamais".to_owned()]),
        (
            "\"text\"\nlabel.fr = \"Laquelle ?\"",
            "\"date\"\nlabel.fr = \"Laquelle ?\"",
            &["E082 date".to_owned()],
        ),
    ];
    for (from, to, expected) in cases {
        assert_eq!(reworded(from, to), *expected, "{to}");
    }
}

#[test]
fn a_common_question_is_known_by_its_words_alone() {
    for (label, expected) in [
        ("ici, VOUS sentez vous à votre place", "W131 ici, VOUS sentez vous à votre place"),
        ("Voulez‐vous ajouter quelque chose?", "W131 Voulez‐vous ajouter quelque chose?"),
        ("Ici, est-ce que tu te sens à ta place ?", "W131 Ici, est-ce que tu te sens à ta place ?"),
        ("Qu’est-ce qu’il faudrait changer ici ?", "W131 Qu’est-ce qu’il faudrait changer ici ?"),
        ("Ici, vous sentez-vous à votre place, le matin ?", ""),
        ("Laquelle ?", ""),
    ] {
        assert_eq!(told_of(&saying(label)).join(", "), expected, "{label}");
    }
}

#[test]
fn an_accepted_warning_has_its_reason_and_an_idle_acceptance_is_told() {
    let long = "Pour venir ici depuis chez vous le matin, avec le bus ou à pied, combien de temps faut-il ?";
    let plain = asking(&format!("type = \"integer\"\nlabel.fr = \"{long}\""));
    let reason = "accepte.W127 = \"Chaque mot compte\"";
    let on_the_question = plain.replace("\"integer\"", &format!("\"integer\"\n{reason}"));
    let on_the_form =
        plain.replace("titre.fr = \"Bilan\"", &format!("titre.fr = \"Bilan\"\n{reason}"));
    let on_the_file = plain.replace("porteur", &format!("{reason}\nporteur"));
    assert_eq!(told_of(&plain), [format!("W127 {long}")]);
    for accepting in [&on_the_question, &on_the_file] {
        let found = check(&library_of(accepting));
        let reasons: Vec<Option<&str>> =
            found.iter().map(|found| found.accepted.as_deref()).collect();
        assert_eq!(reasons, [Some("Chaque mot compte")], "{accepting}");
    }
    // It is the question that is too long, whatever the form accepts.
    assert_eq!(told_of(&on_the_form), [format!("W127 {long}"), "W130 Chaque mot compte".into()]);
    let idle = on_the_file.replace(long, "Combien de temps faut-il ?");
    assert_eq!(told_of(&idle), ["W130 Chaque mot compte"]);
}

#[test]
fn a_form_that_says_tu_says_it_in_every_text_of_every_question() {
    let question = "type = \"select_one\"\nlabel.fr = \"Comment viens-tu ?\"\n\
        choices = [{ name = \"bus\", label.fr = \"Votre bus\" }, { name = \"pied\", label.fr = \"À pied\" }]\n\
        nc.fr = \"Venez-vous ?\"\nhint.fr = \"Un rendez-vous\"\nreformulation.fr = \"Vos pas\"\n\
        reformulation.fr_tu = \"Tes pas\"";
    let vous = asking(question);
    assert_eq!(told_of(&vous), [""; 0]);
    let tu = vous.replace("role =", "adresse = \"tu\"\nrole =");
    assert_eq!(told_of(&tu), ["W107 Votre", "W107 vous"]);
    let place = tu.replace("à l'atelier", "chez vous");
    assert_eq!(told_of(&place), ["W107 vous", "W107 Votre", "W107 vous"]);
}

#[test]
fn what_a_broken_file_may_use_is_not_said_to_be_unused() {
    let name =
        "name = \"Z2\"\ntype = \"select_one KDEUX\"\nlabel.fr = \"La salle est-elle claire ?\"";
    let ours = asking(&format!("type = \"text\"\nlabel.fr = \"Quoi ?\"\n[[question]]\n{name}"));
    let ours = ours.replace("\"T2\", \"T6\"", "").replace("\"participant\"", "\"mediateur\"");
    let kept =
        SMALL_CORE.replace("name = \"K1\"", "name = \"K1\"\naccepte.W102 = \"Pour le jardin\"");
    let codes = |other: &str| {
        let files = vec![file("jardin", other), file("commun", &*kept), file("atelier", &*ours)];
        check(&Library::load(files)).iter().map(tell).collect::<Vec<_>>()
    };
    let jardin = HEAD.replace("atelier", "jardin");
    assert_eq!(codes(&jardin), ["W103 K_un", "W102 K1", "W102 Z2"]);
    assert_eq!(codes(&jardin.replace("version", "versoin")), ["W102 Z2"]);
}

#[test]
fn the_shipped_files_say_nothing_that_they_do_not_accept() {
    assert_eq!(told(&Library::load(Vec::new())), [""; 0]);
}
