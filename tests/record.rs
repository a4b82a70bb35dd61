//! The row of an interview: its columns, their order, its cells.
//! Never a file.

mod support;

use recueil::record::{Column, Content, MetaRefusal, Metadata, Record, columns, controle};
use recueil::session::Session;
use recueil::value::{Date, Meta, Missing, Unread, Value};
use support::form;

/// The columns that every row has, in the order that every later version must keep.
const FIRST: &str = "reponse_id referentiel questionnaire version empreinte structure site poste cycle \
    groupe seance feuille role moment plan support aide aidant aide_langue langue notice code date \
    saisie duree_min horloge etat essai remplace";

#[test]
fn the_columns_stand_in_their_order() {
    let names: Vec<String> = columns(&form("com-court")).iter().map(Column::name).collect();
    let expected = format!(
        "{FIRST} D1 A1b A3 A3__avis A3__idee A3__montre A3__choisi A3__presente A3__rien B1 B6 B5 T2 \
         T1 T6 controle"
    );
    assert_eq!(names, expected.split_whitespace().collect::<Vec<_>>());
}

fn row(answers: impl IntoIterator<Item = recueil::value::Answer>) -> Record {
    let form = form("com-court");
    let mut session = Session::new(form.clone());
    for answer in answers {
        session.give(answer).expect("accepted");
    }
    let mut metadata = Metadata::new(&form);
    metadata.date(Date::constant(2026, 8, 31), Date::constant(2026, 9, 2));
    metadata.set(Meta::ReponseId, support::ID).expect("an identifier");
    Record::new(&session.interrupt(), metadata)
}

#[test]
fn a_row_has_a_cell_for_each_column_and_no_empty_answer() {
    let row = row([
        Value::Choice("premiere".into()).into(),
        Missing::PasCompris.into(),
        Value::Choices(vec!["idee".into(), "montre".into()]).into(),
    ]);
    assert_eq!(row.cells().len(), columns(row.form()).len());
    let answers = row.cells()[29..row.cells().len() - 1].join("|");
    assert_eq!(
        answers,
        "premiere|PAS_COMPRIS|idee montre|0|1|1|0|0|0|NON_ATTEINTE|NON_ATTEINTE|NON_ATTEINTE|\
         NON_ATTEINTE|NON_ATTEINTE|NON_ATTEINTE"
    );
    assert_eq!(row.meta(Meta::Etat), "partiel");
    assert_eq!(row.meta(Meta::Cycle), "2025-2026", "the season of the answers, not of the typing");
    assert_eq!(row.meta(Meta::Saisie), "2026-09-02");
    assert_eq!(row.meta(Meta::Plan), "avant_apres");
    assert!(row.is_trial(), "a row counts only when something says so");
}

#[test]
fn a_code_of_no_answer_stands_in_every_column_of_a_multiple_choice() {
    let row =
        row([Missing::SansReponse.into(), Missing::SansReponse.into(), Missing::Refus.into()]);
    assert_eq!(row.cells()[31..38], ["REFUS"; 7]);
}

#[test]
fn the_check_is_over_all_the_other_cells() {
    let row = row([Missing::Nsp.into()]);
    let (check, cells) = row.cells().split_last().expect("cells");
    assert_eq!(*check, controle(cells.iter().map(String::as_str)));
}

/// A form of a référentiel that may say only months, or only seasons.
fn dated(precision: &str) -> Metadata {
    let text = format!(
        "[referentiel]\nid = \"test\"\ntitre = \"T\"\nporteur = \"T\"\nversion = 1\n\
         precision_date = \"{precision}\"\nlieu.fr = \"ici\"\n[[questionnaire]]\nid = \"test-un\"\n\
         version = 1\ntitre.fr = \"T\"\nrole = \"participant\"\nmoment = \"entree\"\n\
         questions = [\"B5\"]\n"
    );
    Metadata::new(&support::form_of(&text, "test-un"))
}

#[test]
fn a_form_dated_by_month_or_season_says_nothing_finer() {
    for (precision, kept) in [("mois", "2026-11"), ("cycle", "2026-2027")] {
        let mut metadata = dated(precision);
        metadata.date(Date::constant(2026, 11, 22), Date::constant(2026, 11, 23));
        assert_eq!((metadata.get(Meta::Date), metadata.get(Meta::Saisie)), (kept, kept));
        // A file of rows comes in again with what it says; a day is made coarser.
        for written in [kept, "22/11/2026"] {
            metadata.set(Meta::Date, written).expect(written);
            assert_eq!(metadata.get(Meta::Date), kept);
        }
    }
    for (precision, wrong) in
        [("jour", "2026-11"), ("jour", "2026-2027"), ("mois", "2026-13"), ("cycle", "2026-2028")]
    {
        let refusal = dated(precision).set(Meta::Date, wrong);
        assert_eq!(refusal, Err(MetaRefusal::Form(Content::Day)), "{precision} {wrong}");
    }
}

#[test]
fn a_column_of_every_row_refuses_what_it_cannot_hold() {
    let mut metadata = Metadata::new(&form("com-court"));
    let long = "x".repeat(81);
    let of_form = MetaRefusal::OfForm("1".into());
    for (meta, value, refusal) in [
        (Meta::Support, "tablette", MetaRefusal::OneOf(&["ecran", "papier", "telephone"])),
        (Meta::Date, "31/02/2026", MetaRefusal::Form(Content::Day)),
        (Meta::Version, "2", of_form.clone()),
        (Meta::Version, "", of_form),
        (Meta::Feuille, "-1", MetaRefusal::Form(Content::Number(9_999))),
        (Meta::Feuille, "10000", MetaRefusal::Form(Content::Number(9_999))),
        (Meta::Code, "LUNE", MetaRefusal::Code(Unread::Shape)),
        (Meta::Code, "lune-sapinn-42", MetaRefusal::Code(Unread::UnknownWord("sapinn".into()))),
        (Meta::Code, "lune-sapin-24", MetaRefusal::Code(Unread::Check)),
        (Meta::Langue, "français", MetaRefusal::Form(Content::Language)),
        (Meta::Langue, "FR", MetaRefusal::Form(Content::Language)),
        (Meta::Cycle, "2026-2028", MetaRefusal::Form(Content::Season)),
        (Meta::Remplace, "42", MetaRefusal::Form(Content::Identifier)),
        (Meta::Structure, &long, MetaRefusal::Form(Content::Words)),
    ] {
        let before = metadata.clone();
        assert_eq!(metadata.set(meta, value), Err(refusal), "{meta:?} {value}");
        assert_eq!(metadata, before, "a refused value changes nothing");
    }
    for (meta, value, kept) in [
        (Meta::Support, " papier ", "papier"),
        (Meta::Support, " ", ""),
        (Meta::Version, "1", "1"),
        (Meta::Date, "22/11/2026", "2026-11-22"),
        (Meta::Feuille, "007", "7"),
        (Meta::Feuille, "9999", "9999"),
        (Meta::Code, "lune-sapin-42", "lune-sapin-42"),
        (Meta::Code, " Lune SAPÎN 42", "lune-sapin-42"),
        (Meta::Code, "", ""),
        (Meta::Langue, "br", "br"),
        (Meta::Groupe, "lundi\n matin", "lundi matin"),
        (Meta::Groupe, "", ""),
    ] {
        metadata.set(meta, value).expect(value);
        assert_eq!(metadata.get(meta), kept);
    }
}
