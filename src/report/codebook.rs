//! The page that explains the columns of the rows, made from the columns themselves.
//! Never lists by hand what `record` knows.

use std::fmt::Write;

use crate::locale::Locale;
use crate::record::{Apart, Content, SEANCE_ID, content};
use crate::value::{Meta, Missing};

/// The explanation of the `data` folder, in Markdown.
pub fn codebook(locale: &Locale) -> String {
    let say = |id: &str| locale.say(id);
    let mut page = format!(
        "# {}\n\n{}\n\n{}\n\n{}\n\n## {}\n\n",
        say("codebook-title"),
        say("codebook-intro"),
        say("codebook-sealed"),
        say("codebook-edit"),
        say("codebook-first")
    );
    let heading = ["codebook-name", "codebook-meaning", "codebook-values"].map(say);
    _ = writeln!(page, "| {} |\n| --- | --- | --- |", heading.join(" | "));
    for meta in Meta::ALL {
        let word = meta.word();
        let meaning = say(&format!("column-{}", word.replace('_', "-")));
        _ = writeln!(page, "| `{word}` | {meaning} | {} |", values(locale, content(*meta)));
    }
    _ = write!(
        page,
        "\n## {}\n\n{}\n\n{}\n\n## {}\n\n",
        say("codebook-answers"),
        say("codebook-answers-text"),
        say("codebook-guard"),
        say("codebook-missing")
    );
    for missing in Missing::ALL {
        let word = missing.word();
        let meaning = say(&format!("code-{}", word.to_lowercase().replace('_', "-")));
        _ = writeln!(page, "- `{word}` : {meaning}");
    }
    seances(locale, &mut page);
    _ = write!(page, "\n{}\n\n## {}\n\n", say("codebook-last"), say("codebook-files"));
    for file in FILES {
        let id = format!("codebook-file-{}", file.id);
        _ = writeln!(page, "- `{}` : {}", file.name, say(&id));
    }
    page
}

/// A kind of file that lies in the folder.
struct Lying {
    name: &'static str,
    id: &'static str,
}

/// What else lies beside the rows, and what each is for.
const FILES: [Lying; 7] = [
    Lying { name: "….csv", id: "rows" },
    Lying { name: "….xxxxxxxx-2.csv", id: "segment" },
    Lying { name: "….csv.lock", id: "lock" },
    Lying { name: "….csv.rebut", id: "aside" },
    Lying { name: "….nouveau", id: "unfinished" },
    Lying { name: "reserve", id: "reserve" },
    Lying { name: "retraits.csv", id: "withdrawn" },
];

/// What is kept of séances beside the rows of people.
fn seances(locale: &Locale, page: &mut String) {
    let say = |id: &str| locale.say(id);
    _ = write!(page, "\n## {}\n\n{}\n\n", say("codebook-seances"), say("codebook-seances-text"));
    let heading = ["codebook-name", "codebook-in", "codebook-meaning"].map(say);
    _ = writeln!(page, "| {} |\n| --- | --- | --- |", heading.join(" | "));
    let shared = (SEANCE_ID, Apart::WORDS.join(", "));
    let own = Apart::ALL.iter().flat_map(|file| {
        // Both say how many people were there.
        let of_both = |name: &&&str| *file == Apart::Seances || **name != "presents";
        let own = file.own().iter().filter(of_both);
        own.map(|name| (*name, file.word().to_owned()))
    });
    for (name, file) in std::iter::once(shared).chain(own) {
        let file = if name == "presents" { Apart::WORDS.join(", ") } else { file };
        let meaning = say(&format!("column-{}", name.replace('_', "-")));
        _ = writeln!(page, "| `{name}` | {file} | {meaning} |");
    }
}

fn values(locale: &Locale, content: Content) -> String {
    match content {
        Content::Identifier => locale.say("content-identifier"),
        Content::OfForm => locale.say("content-of-form"),
        Content::Words => locale.say("content-words"),
        Content::Day => locale.say("content-day"),
        Content::Season => locale.say("content-season"),
        Content::OneOf(words) => {
            locale.tell("content-one-of", &[("words", words.join(", ").into())])
        }
        Content::Number(most) => {
            // A bound that programs read: without the separators of a sentence.
            locale.tell("content-number", &[("most", most.to_string().into())])
        }
        Content::Language => locale.say("content-language"),
        Content::Code => locale.say("content-code"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page that lies in `data/` of the project is the one made here.
    #[test]
    fn the_page_in_the_data_folder_is_up_to_date() {
        let page = codebook(&Locale::new("fr"));
        assert_eq!(page, include_str!("../../data/README.md"));
    }
}
