//! Forms as workbooks and back: every form shipped is the same after the journey, and what other people
//! write in their workbooks is imported, or refused with its place.
//! Never another program: pyxform and ODK Validate read the same workbooks where the peers are.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use recueil::exchange::{Grave, Imported, Remark, RemarkKind, book, import, read_book};
use recueil::locale::Locale;
use recueil::questionnaire::{File, Library, Questionnaire, check};

fn french() -> Locale {
    Locale::new("fr")
}

/// What stands in a library once a file is read among the others.
fn with(imported: &Imported) -> Library {
    let bytes = Ok(imported.text.clone().into_bytes());
    let library = Library::load(vec![File { name: format!("{}.toml", imported.id), bytes }]);
    assert_eq!(library.problems(), [], "{}", imported.text);
    library
}

fn told(remarks: &[Remark]) -> Vec<String> {
    remarks.iter().map(|remark| remark.told(&french())).collect()
}

/// The form as it is after the journey, alone in its workbook.
fn back(library: &Library, form: &Questionnaire) -> (Arc<Questionnaire>, Vec<Remark>) {
    let locale = french();
    let referentiel = library.referentiel(&form.head.id).expect("its own");
    let written = book(&locale, &referentiel, &library.core(), form);
    let name = format!("{}.xlsx", form.id);
    let imported = import(&locale, &[(name, written)], library)
        .unwrap_or_else(|told_| panic!("{:?}", told(&told_)));
    let library = with(&imported);
    let id = if form.head.id == "commun" { format!("mon-{}", form.id) } else { form.id.clone() };
    (library.form(&id).unwrap_or_else(|| panic!("{}", imported.text)), imported.remarks)
}

#[test]
fn every_form_that_is_shipped_comes_back_with_its_fingerprints_and_all_its_words() {
    let library = Library::load(Vec::new());
    let mut forms = 0;
    for form in library.forms() {
        let (same, remarks) = back(&library, &form);
        assert_eq!(same.fingerprint(), form.fingerprint(), "{}", form.id);
        for (ours, theirs) in form.questions.iter().zip(&same.questions) {
            assert_eq!(ours.fingerprint(), theirs.fingerprint(), "{}", form.id);
            assert_eq!(ours, theirs, "{}", form.id);
        }
        assert_eq!(same.titre, form.titre);
        assert_eq!(
            (same.version, &same.role, same.moment),
            (form.version, &form.role, form.moment)
        );
        assert_eq!((same.adresse, same.age_minimum), (form.adresse, form.age_minimum));
        let of_whole = [RemarkKind::CoreForm, RemarkKind::Missing];
        let others: Vec<Remark> =
            remarks.into_iter().filter(|remark| !of_whole.contains(&remark.kind)).collect();
        assert!(told(&others).is_empty(), "{}: {:?}", form.id, told(&others));
        forms += 1;
    }
    assert_eq!(forms, 29);
}

#[test]
fn the_workbooks_of_a_referentiel_are_one_file_again() {
    let locale = french();
    let library = Library::load(Vec::new());
    for referentiel in library.referentiels().filter(|referentiel| referentiel.head.id != "commun")
    {
        let books: Vec<_> = referentiel
            .questionnaires
            .iter()
            .map(|form| {
                let written = book(&locale, &referentiel, &library.core(), form);
                (format!("{}.xlsx", form.id), written)
            })
            .collect();
        let imported =
            import(&locale, &books, &library).unwrap_or_else(|all| panic!("{:?}", told(&all)));
        let same = with(&imported).referentiel(&referentiel.head.id).expect("it is there");
        assert_eq!(same.head, referentiel.head);
        assert_eq!(same.questionnaires, referentiel.questionnaires);
        for critere in &same.criteres {
            assert!(referentiel.criteres.contains(critere), "{critere:?}");
        }
        for indicateur in &same.indicateurs {
            assert!(referentiel.indicateurs.contains(indicateur), "{indicateur:?}");
        }
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/xlsform").join(name)
}

/// What comes of a workbook of the fixtures: the file, then what is said of it.
fn imported(name: &str) -> String {
    let bytes = fs::read(fixture(name)).expect("a fixture");
    let book = read_book(&bytes).expect("a book");
    let (text, remarks) =
        match import(&french(), &[(name.to_owned(), book)], &Library::load(Vec::new())) {
            Ok(imported) => {
                let library = with(&imported);
                let errors =
                    check(&library).into_iter().map(|finding| finding.problem.cause.code());
                let errors: Vec<_> = errors.filter(|code| code.starts_with('E')).collect();
                assert_eq!(errors, [""; 0], "what is imported passes the check");
                (imported.text, imported.remarks)
            }
            Err(remarks) => {
                assert!(remarks.iter().all(|remark| remark.grave == Grave::Refused));
                (String::new(), remarks)
            }
        };
    text + "\n" + &told(&remarks).join("\n") + "\n"
}

/// Compares with the file of this name and `.attendu`; `RECUEIL_WRITE=1` writes it instead.
fn is_as_expected(name: &str) {
    let (found, file) = (imported(name), fixture(&format!("{name}.attendu")));
    if std::env::var_os("RECUEIL_WRITE").is_some() {
        fs::write(&file, &found).expect("it can be written");
    }
    assert_eq!(found, fs::read_to_string(&file).expect("what is expected"), "{name}");
}

#[test]
fn a_form_for_kobo_is_imported_and_what_is_not_here_as_it_was_is_named() {
    is_as_expected("kobo.md");
}

#[test]
fn a_volunteers_sheet_in_french_becomes_questions_criteria_and_indicators() {
    is_as_expected("tableur.csv");
}

#[test]
fn all_that_is_wrong_in_a_workbook_is_told_at_once() {
    is_as_expected("faux.md");
}

/// What a spreadsheet keeps of a form is what was written.
#[cfg(feature = "office")]
#[test]
fn a_workbook_holds_every_sheet_and_cell_of_the_form() {
    let library = Library::load(Vec::new());
    for form in library.forms() {
        let referentiel = library.referentiel(&form.head.id).expect("its own");
        let written = book(&french(), &referentiel, &library.core(), &form);
        let bytes = recueil::exchange::workbook(&written).expect("a workbook");
        let mut read = read_book(&bytes).expect("a book");
        // Cells left blank at the end of a line are there or not.
        for line in read.sheets.iter_mut().flat_map(|sheet| &mut sheet.lines) {
            while line.cells.last().is_some_and(String::is_empty) {
                line.cells.pop();
            }
        }
        let mut wanted = written;
        for line in wanted.sheets.iter_mut().flat_map(|sheet| &mut sheet.lines) {
            while line.cells.last().is_some_and(String::is_empty) {
                line.cells.pop();
            }
        }
        assert_eq!(read, wanted, "{}", form.id);
    }
}
