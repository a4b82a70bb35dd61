//! Mistakes of meaning sown one by one into the shipped files: each is found, at its line, and
//! nothing else is.
//! Never a file made for a rule: those are in `tests/fixtures`.

mod support;

use recueil::questionnaire::{File, Library, Problem, check};

/// The shipped files, by name.
const FILES: [(&str, &str); 8] = [
    ("bellevue.toml", include_str!("../questionnaires/bellevue.toml")),
    ("commun.toml", include_str!("../questionnaires/commun.toml")),
    ("foyer-saint-marc.toml", include_str!("../questionnaires/foyer-saint-marc.toml")),
    ("intergenerations.toml", include_str!("../questionnaires/intergenerations.toml")),
    ("keredern.toml", include_str!("../questionnaires/keredern.toml")),
    ("parlons-en.toml", include_str!("../questionnaires/parlons-en.toml")),
    ("une-place-pour-chacun.toml", include_str!("../questionnaires/une-place-pour-chacun.toml")),
    ("vivre-la-rue.toml", include_str!("../questionnaires/vivre-la-rue.toml")),
];

/// A mistake: in which file, after which words, what is replaced by what, and the code it is told
/// by. It is told at the line of the replaced words, unless the words of another line are given.
struct Mistake {
    file: &'static str,
    after: &'static str,
    from: &'static str,
    to: &'static str,
    code: &'static str,
    at: Option<&'static str>,
}

const fn sown(
    file: &'static str,
    after: &'static str,
    from: &'static str,
    to: &'static str,
    code: &'static str,
) -> Mistake {
    Mistake { file, after, from, to, code, at: None }
}

impl Mistake {
    const fn told_at(self, words: &'static str) -> Self {
        Self { at: Some(words), ..self }
    }

    /// The file with the mistake in it, and the line where it must be told.
    fn sow(&self, text: &str) -> (String, usize) {
        let after = text.find(self.after).unwrap_or_else(|| panic!("{}", self.after));
        let at = after + text[after..].find(self.from).unwrap_or_else(|| panic!("{}", self.from));
        let sown = [&text[..at], self.to, &text[at + self.from.len()..]].concat();
        let place = match self.at {
            None => at,
            Some(words) => {
                // The next such words, or the first of the file.
                let after = sown.find(self.after).unwrap_or(0);
                let next = sown[after..].find(words).map(|at| after + at);
                next.or_else(|| sown.find(words)).unwrap_or_else(|| panic!("{words}"))
            }
        };
        let line = sown[..place].matches('\n').count() + 1;
        (sown, line)
    }
}

const MISTAKES: &[Mistake] = &[
    // Conditions that cannot mean what they say.
    sown("commun.toml", "name = \"A5_quoi\"", "= 'oui'", "= 'ouii'", "E060"),
    sown("commun.toml", "name = \"C3_quoi\"", "${C3} = 'oui'", "${A3} = 'idee'", "E061"),
    sown("commun.toml", "name = \"T2_quoi\"", "${T2_gene} = 'oui'", "${T2_gene} > 1", "E062"),
    sown("commun.toml", "name = \"T3\"", "${T1} != ''", "${T1} + 1 > 2", "E063"),
    sown("commun.toml", "name = \"C4_comment\"", "${C4} != ''", "count-selected(${C4}) > 0", "E065"),
    sown("bellevue.toml", "name = \"MQB3_quoi\"", "${MQB3} = 'oui'", "${MQB33} = 'oui'", "E024"),
    sown("bellevue.toml", "name = \"MQB3_quoi\"", "${MQB3} = 'oui'", "selectd(${MQB3}, 'oui')", "E050"),
    sown("commun.toml", "name = \"S_duree\"", ". >= 1", "regex(., '[0-9')", "E050"),
    sown("keredern.toml", "id = \"ker-suivi\"", "\"A5\", \"A5_quoi\"", "\"A5_quoi\", \"A5\"", "E051"),
    // What can be proved.
    sown("commun.toml", "name = \"A5_quoi\"", "${A5} = 'oui'", "${A5} = 'oui' and ${A5} = 'non'", "E070"),
    sown("commun.toml", "name = \"C4_comment\"", "${C4} != ''", "${C4} > 4", "E070"),
    sown("bellevue.toml", "name = \"MQB2\"", "choices", "relevant = \"${A5} = 'oui' and ${A5_quoi} = ''\"\nchoices", "E052")
        .told_at("\"MQB2\", \"T2\""),
    sown("commun.toml", "name = \"S_duree\"", ". >= 1 and . <= 1440", ". >= 1 and . <= 0", "E071"),
    sown("commun.toml", "name = \"C3_quoi\"", "${C3} = 'oui'", "${C3} = 'oui' or ${C3} != 'oui'", "W110"),
    sown("commun.toml", "name = \"C4_comment\"", "${C4} != ''", "${C4} != '' and not(${C4} > 4)", "W111"),
    // What nothing uses or feeds.
    sown("commun.toml", "id = \"EVO3\"", "reserve = true\n", "", "W100").told_at("EVO3"),
    sown("keredern.toml", "code = \"KER6\"", "[[critere]]", "[[critere]]\ncode = \"KER7\"\nregistre = \"C\"\ntitre = \"Rien\"\n\n[[critere]]", "W101")
        .told_at("KER7"),
    sown("intergenerations.toml", "name = \"IG9\"", "reserve = true\n", "", "W102").told_at("IG9"),
    sown("bellevue.toml", "code = \"MQB1_diversite\"", "reserve = true\n", "", "W103").told_at("MQB1_diversite"),
    sown("keredern.toml", "name = \"KER6\"", "choices", "reserve = true\nchoices", "W104").told_at("reserve"),
    sown("keredern.toml", "code = \"KER2_francais\"", "favorable = [2, 3]\n", "", "E040").told_at("mesure"),
    sown("keredern.toml", "code = \"KER6_activites\"", "\"depuis\"", "\"depui\"", "E041"),
    // What is not said.
    sown("keredern.toml", "name = \"KER6\"", "label.en = \"Do you go to other activities at the centre?\"\n", "", "W106").told_at("label.fr"),
    sown("keredern.toml", "name = \"KERJ1_appris\"", "As-tu appris", "Avez-vous appris", "W107"),
    sown("une-place-pour-chacun.toml", "name = \"UPC6_presents\"", "constraint_message.fr = \"Écrivez un nombre de 1 à 40.\"\nconstraint_message.en = \"Please type a number from 1 to 40.\"\n", "", "W108")
        .told_at("constraint"),
    // Rules of survey method.
    sown("keredern.toml", "id = \"ker-sortie\"", "\"KER3\", ", "", "W120").told_at("\"KER1\", \"KER3\", \"B1\""),
    sown("keredern.toml", "id = \"ENF\"", "Un peu", "Oui, un peu", "W121").told_at("ENF"),
    sown("foyer-saint-marc.toml", "name = \"FLSM5\"", "Allez-vous", "Grâce à l'atelier, allez-vous", "W122"),
    sown("keredern.toml", "name = \"KER5\"", "Plutôt gênant", "Plutôt gêné·e", "W123"),
    sown("bellevue.toml", "id = \"mqb-sortie\"", "\"T2\", ", "", "W124").told_at("mqb-sortie"),
    sown("foyer-saint-marc.toml", "id = \"flsm-sortie\"", "\"T2\", \"T1\"", "\"T1\", \"T2\"", "W125"),
    sown("vivre-la-rue.toml", "name = \"VLR4\"", "donné un coup de main", "proposé ou préparé une fête", "W126"),
    sown("parlons-en.toml", "name = \"PE9\"", "un avis qui dérange ?", "un avis qui dérange une partie des gens du quartier ou de la ville ?", "W127"),
    sown("intergenerations.toml", "name = \"IG6\"", "Vous sentez-vous capable d'apprendre des choses nouvelles ?", "N'est-il pas vrai que vous n'apprenez rien ici ?", "W128"),
    sown("keredern.toml", "id = \"ker-sortie\"", "\"KER6\", ", "\"KER6\", \"B2\", ", "W129").told_at("questions"),
    sown("keredern.toml", "name = \"KER2\"", "choices", "accepte.W127 = \"elle est courte\"\nchoices", "W130").told_at("accepte"),
    sown("bellevue.toml", "name = \"MQB2\"", "L'atelier vous a-t-il servi pour chercher un emploi, une formation ou un logement ?", "Ici, vous sentez-vous à votre place ?", "W131"),
    sown("keredern.toml", "id = \"ker-suivi\"", "\"T1\", \"T6\"", "\"T1\"", "W132"),
];

/// Everything that the program says of the shipped files with one of them changed.
fn problems(name: &str, text: &str) -> Vec<Problem> {
    let file = |&(other, shipped): &(&str, &str)| {
        let text = if other == name { text } else { shipped };
        File { name: other.to_owned(), bytes: Ok(text.as_bytes().to_vec()) }
    };
    let library = Library::load(FILES.iter().map(file).collect());
    let found = check(&library).into_iter().filter(|found| found.accepted.is_none());
    library.problems().iter().cloned().chain(found.map(|found| found.problem)).collect()
}

fn told(problems: &[Problem]) -> Vec<String> {
    let place = |problem: &Problem| {
        let code = problem.cause.code();
        format!("{}:{}: {code}", problem.source.name, problem.position().line)
    };
    problems.iter().map(place).collect()
}

fn shipped(name: &str) -> &'static str {
    FILES.iter().find(|(other, _)| *other == name).expect(name).1
}

#[test]
fn nothing_is_said_of_the_shipped_files() {
    assert_eq!(told(&problems("", "")), Vec::<String>::new());
}

#[test]
fn each_mistake_is_found_at_its_line_and_nothing_else_is() {
    let mut differences = Vec::new();
    for mistake in MISTAKES {
        let (text, line) = mistake.sow(shipped(mistake.file));
        let found = told(&problems(mistake.file, &text));
        let expected = [format!("{}:{line}: {}", mistake.file, mistake.code)];
        if found != expected {
            differences.push(format!("{expected:?} but {found:?}"));
        }
    }
    assert!(MISTAKES.len() >= 30, "{}", MISTAKES.len());
    assert!(differences.is_empty(), "\n{}", differences.join("\n"));
}

#[test]
fn three_mistakes_in_one_file_are_three_problems() {
    let mut text = shipped("keredern.toml").to_owned();
    let mut codes = Vec::new();
    for code in ["W106", "W123", "W120"] {
        let mistake = MISTAKES.iter().find(|m| m.file == "keredern.toml" && m.code == code);
        text = mistake.expect(code).sow(&text).0;
        codes.push(code);
    }
    let mut found: Vec<&str> = Vec::new();
    let problems = problems("keredern.toml", &text);
    found.extend(problems.iter().map(|problem| problem.cause.code()));
    found.sort_unstable();
    codes.sort_unstable();
    assert_eq!(found, codes);
}
