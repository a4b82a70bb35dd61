//! `recueil show`: a référentiel as it is defined, or the table of all forms.
//! Never changes a definition file.

use super::arguments::Shown;
use super::dossier::Dossier;
use super::output::write;
use super::{Exit, print, tell_problems};
use crate::locale::Locale;
use crate::questionnaire::{Library, nearest};
use crate::report::{self, Layout};

pub(super) fn show(locale: &Locale, dossier: &Dossier, shown: &Shown) -> Exit {
    let library = Library::load(dossier.questionnaires());
    let (id, layout) = match shown {
        Shown::Forms => return table(locale, &library, &report::forms(locale, &library)),
        Shown::Markdown => {
            return table(locale, &library, &report::forms_in_markdown(locale, &library));
        }
        Shown::Referentiel(id) => (id, Layout::Plain),
        Shown::Page { id, .. } => (id, Layout::Html),
    };
    let Some(referentiel) = library.referentiel(id) else {
        return unknown(locale, &library, id);
    };
    let page = report::show(locale, &library, &referentiel, layout);
    match shown {
        Shown::Page { file, existing, .. } => write(locale, file, *existing, &page, |path| {
            locale.tell("show-written", &[("path", path.into())])
        }),
        _ => print(locale, &page),
    }
}

/// A table is of the files that could be read: what is missing from it is told.
fn table(locale: &Locale, library: &Library, table: &str) -> Exit {
    let printed = print(locale, table);
    tell_problems(locale, library.problems());
    if library.problems().is_empty() { printed } else { Exit::Problems }
}

pub(super) fn unknown(locale: &Locale, library: &Library, id: &str) -> Exit {
    let ids: Vec<&str> = library.heads().map(|head| head.id.as_str()).collect();
    eprintln!("{}", locale.tell("cli-ref-unknown", &[("name", id.into())]));
    if let Some(near) = nearest(id, ids.iter().copied()) {
        eprintln!("{}", locale.tell("cli-did-you-mean", &[("name", near.into())]));
    }
    eprintln!("{}", locale.tell("cli-refs", &[("names", ids.join(", ").into())]));
    tell_problems(locale, library.problems());
    Exit::Failed
}
