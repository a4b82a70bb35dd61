//! The sheet of the recovery key: to print, to lock away, and to type again in five years.
//! Never another key than this one, and no word of what was answered.

use super::html::{Html, element, page, text, words};
use crate::locale::Locale;
use crate::store::PrivateKey;

/// What is typed to open everything with a key that is typed.
const OPEN: &str = "recueil open --identity - --from DOSSIER --into NOUVEAU_DOSSIER";

/// The same of one file, with the reference program of its format.
const WITHOUT: &str = "age --decrypt --identity cle.txt FICHIER.age";

/// The page of a private key; `structure` is who collects, empty where nobody said.
pub fn recovery(locale: &Locale, structure: &str, key: &PrivateKey) -> String {
    let say = |id: &str| locale.say(id);
    let paragraph = |id: &str| text("p", &say(id));
    let structure = Some(structure.trim()).filter(|name| !name.is_empty());
    let structure = structure.map_or_else(|| say("recovery-nobody"), str::to_owned);
    let what = locale.tell("recovery-what", &[("structure", structure.into())]);
    let kept = ["given", "day", "place"].map(|field| {
        let name = text("th", &say(&format!("recovery-{field}")));
        element("tr", [name, text("td", "")])
    });
    let step = |id: &str| text("li", &say(id));
    let second = element("li", [words(&say("recovery-second")), text("p.typed", OPEN)]);
    let steps = [step("recovery-first"), second, step("recovery-third"), step("recovery-fourth")];
    let title = say("recovery-title");
    let body = element(
        "main",
        [
            text("h1", &title),
            text("p", &what),
            paragraph("recovery-keep"),
            element("table.kept", kept),
            text("h2", &say("recovery-key")),
            lines(locale, key),
            paragraph("recovery-letters"),
            paragraph("recovery-public"),
            text("p.typed", key.public().text()),
            text("h2", &say("recovery-when")),
            paragraph("recovery-when-text"),
            element("ol", steps),
            paragraph("recovery-without"),
            text("p.typed", WITHOUT),
        ],
    );
    page(locale, &title, include_str!("recovery.css"), &body)
}

/// The lines of the key, in groups, each with its check beside it.
fn lines(locale: &Locale, key: &PrivateKey) -> Html {
    let heading = element(
        "tr",
        [text("th", &locale.say("recovery-key")), text("th", &locale.say("recovery-check"))],
    );
    let rows = key.lines().into_iter().map(|(groups, check)| {
        element("tr", [text("td", &groups.join(" ")), text("td.check", &check)])
    });
    element("table.key", std::iter::once(heading).chain(rows))
}
