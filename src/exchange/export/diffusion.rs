//! How many people share what they could be recognised by: no fewer than five, or nothing leaves.
//! Never an answer that nobody could know of a person.
//!
//! k-anonymity: Samarati and Sweeney, «Protecting privacy when disclosing information» (1998).

use std::collections::BTreeMap;

use super::table::Table;

/// How many people must share all that each of them could be recognised by.
pub const SMALLEST: usize = 5;

/// The rows of a table, by what people could be recognised by.
#[derive(Clone, Debug)]
pub struct Groups {
    names: Vec<String>,
    places: Vec<usize>,
    counts: BTreeMap<Vec<String>, usize>,
}

/// Some people who share what they could be recognised by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few {
    /// The columns, each with its cell; those that all rows share are left out.
    pub cells: Vec<(String, String)>,
    /// How many they are.
    pub count: usize,
}

impl Groups {
    /// No rows yet.
    pub fn new(table: &Table) -> Self {
        let fields = table.fields.iter().enumerate();
        let quasi = fields.filter(|(_, field)| field.is_quasi_identifier);
        let (places, names) = quasi.map(|(place, field)| (place, field.name.clone())).unzip();
        Self { names, places, counts: BTreeMap::new() }
    }

    /// Counts a row.
    pub fn add(&mut self, cells: &[String]) {
        let key = self.places.iter().map(|place| cells[*place].clone()).collect();
        *self.counts.entry(key).or_default() += 1;
    }

    /// The columns by which people could be recognised.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.counts.values().sum()
    }

    /// Those who are too few.
    pub fn few(&self) -> Vec<Few> {
        let varying = self.varying();
        let few = self.counts.iter().filter(|(_, count)| **count < SMALLEST);
        let cells = |key: &Vec<String>| {
            varying.iter().map(|at| (self.names[*at].clone(), key[*at].clone())).collect()
        };
        few.map(|(key, count)| Few { cells: cells(key), count: *count }).collect()
    }

    /// The columns that do not say the same of everybody.
    fn varying(&self) -> Vec<usize> {
        let varies = |at: &usize| {
            let mut cells = self.counts.keys().map(|key| &key[*at]);
            let first = cells.next();
            cells.any(|cell| Some(cell) != first)
        };
        (0..self.names.len()).filter(varies).collect()
    }

    /// The columns to leave out: one after the other, each the one after which the fewest rows are
    /// among too few; then those that may stay after all do. Nothing where no column helps.
    pub fn to_leave_out(&self) -> Option<Vec<String>> {
        let mut left = self.varying();
        let mut out = Vec::new();
        let without = |left: &[usize], at: usize| -> Vec<usize> {
            left.iter().copied().filter(|one| *one != at).collect()
        };
        while self.exposed(&left) > 0 {
            let best = left.iter().copied().min_by_key(|at| self.exposed(&without(&left, *at)))?;
            out.push(best);
            left = without(&left, best);
        }
        for at in out.clone() {
            left.push(at);
            if self.exposed(&left) == 0 {
                out = without(&out, at);
            } else {
                left.pop();
            }
        }
        Some(out.into_iter().map(|at| self.names[at].clone()).collect())
    }

    /// How many rows are among too few, by these columns alone.
    fn exposed(&self, columns: &[usize]) -> usize {
        let mut counts: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
        for (key, count) in &self.counts {
            let key = columns.iter().map(|at| key[*at].as_str()).collect();
            *counts.entry(key).or_default() += count;
        }
        counts.into_values().filter(|count| *count < SMALLEST).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(rows: &[(&[&str], usize)]) -> Groups {
        let names = vec!["site".to_owned(), "langue".to_owned(), "D1".to_owned()];
        let mut groups = Groups { names, places: vec![0, 1, 2], counts: BTreeMap::new() };
        for (cells, count) in rows {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            (0..*count).for_each(|_| groups.add(&cells));
        }
        groups
    }

    #[test]
    fn four_who_share_everything_are_too_few_and_five_are_not() {
        let of = |count| groups(&[(&["A", "fr", "saison"], count), (&["B", "fr", "saison"], 9)]);
        let site = ("site".to_owned(), "A".to_owned());
        assert_eq!(of(4).few(), [Few { cells: vec![site], count: 4 }]);
        assert_eq!(of(5).few(), []);
    }

    #[test]
    fn what_to_leave_out_is_the_least_that_helps() {
        let groups = groups(&[
            (&["A", "fr", "saison"], 6),
            (&["A", "en", "saison"], 2),
            (&["B", "fr", "saison"], 5),
            (&["B", "fr", "ancien"], 5),
        ]);
        assert_eq!(groups.to_leave_out(), Some(vec!["langue".to_owned()]));
    }

    #[test]
    fn four_rows_are_too_few_whatever_is_left_out() {
        assert_eq!(groups(&[(&["A", "fr", "saison"], 4)]).to_leave_out(), None);
    }
}
