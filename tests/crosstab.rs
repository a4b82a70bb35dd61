//! Two columns crossed: what is counted, what is not, and whether they go together.
//! Never against what the program itself once said.

mod support;

use std::collections::BTreeMap;
use std::sync::Arc;

use recueil::analysis::crosstab::{Axis, Crosstab, Test, association};
use recueil::questionnaire::Question;
use recueil::value::{Meta, Missing};
use support::form;

fn question(name: &str) -> Arc<Question> {
    let form = form("com-court");
    let found = form.questions.iter().find(|question| question.name == name);
    Arc::clone(found.expect(name))
}

fn axis(name: &str) -> Axis {
    Axis::question(&question(name)).expect("choices")
}

#[test]
fn a_question_is_crossed_with_a_column_and_what_is_not_answered_is_counted_apart() {
    let mut one = Crosstab::new(axis("B6"), Axis::Column(Meta::Support));
    let mut other = one.clone();
    for (line, column) in
        [("aucune", "papier"), ("une", "ecran"), ("une", "ecran"), ("NSP", "ecran"), ("une", "")]
    {
        one.add(line, column);
    }
    for (line, column) in [("plusieurs", "papier"), ("beaucoup", "papier")] {
        other.add(line, column);
    }
    one.merge(other);
    let crossed = one.crossed();
    assert_eq!(crossed.lines, ["aucune", "une", "plusieurs"]);
    assert_eq!(crossed.columns, ["ecran", "papier"]);
    assert_eq!(crossed.counts, [[0, 1], [2, 0], [0, 1]]);
    assert_eq!((one.rows, one.unread), (4, 1));
    assert_eq!(one.missing, BTreeMap::from([(Missing::Nsp, 1), (Missing::SansReponse, 1)]));
    // All tables with these margins: four of six put the two of one line in one column or not; two of
    // them as this one does (Fisher): 1/3.
    let found = crossed.association.expect("a test");
    assert!((found.test.p().get() - 1.0 / 3.0).abs() < 1e-12, "{found:?}");
    assert!((found.v - 1.0).abs() < 1e-12);
}

#[test]
fn where_a_person_may_be_in_several_cells_there_is_no_test() {
    let mut table = Crosstab::new(axis("A3"), Axis::Month);
    table.add("avis idee", "2026-11-22");
    table.add("rien", "2026-12-01");
    table.add("rien", "2026-2027");
    table.add("avis rien_de_connu", "2026-12");
    let crossed = table.crossed();
    assert_eq!(crossed.columns, ["2026-11", "2026-12"]);
    assert_eq!(crossed.counts[0], [1, 0]);
    assert_eq!((table.rows, table.unread, crossed.association), (2, 2, None));
    assert_eq!(Axis::question(&question("T1")), None);
}

#[test]
fn a_table_too_large_for_all_its_like_is_tested_by_chi_squared_which_says_whether_it_is_sound() {
    let large = [vec![300, 200, 100, 50, 9], vec![200, 300, 120, 70, 3], vec![90, 80, 70, 60, 2]];
    let Some(Test::ChiSquared(found)) = association(&large).map(|it| it.test) else {
        panic!("too many tables")
    };
    assert_eq!((found.degrees, found.small, found.cells), (8, 1, 15));
    assert!(found.is_sound());
    let small = [vec![3, 1], vec![1, 3]];
    let Some(Test::Fisher(p)) = association(&small).map(|it| it.test) else { panic!("few") };
    assert!((p.get() - 0.485_714_285_714).abs() < 1e-9);
    assert_eq!(association(&[vec![3, 1], vec![0, 0]]), None);
}
