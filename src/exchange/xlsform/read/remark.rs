//! What an import has to say: where in the workbook, what about, and what was done with it.
//! Never the words: `locale` has one message for each kind.

use std::collections::BTreeMap;

use crate::locale::Locale;
use crate::value::words;

/// How grave it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grave {
    /// Nothing can be made of the workbook until it is mended.
    Refused,
    /// Something is not here as it was there.
    Changed,
}

words! {
    /// What is said, by the name of its message.
    Kind {
        /// There is no sheet of questions.
        NoSurvey = "xlsform-no-survey",
        /// A column that must be there is not.
        NoColumn = "xlsform-no-column",
        /// A row without what it must have.
        NoCell = "xlsform-no-cell",
        /// A type that nobody knows.
        UnknownType = "xlsform-unknown-type",
        /// A list that has no choices.
        UnknownList = "xlsform-unknown-list",
        /// A condition names what is not there.
        UnknownName = "xlsform-unknown-name",
        /// A name that no XLSForm can have.
        BadName = "xlsform-bad-name",
        /// A name twice.
        Twice = "xlsform-twice",
        /// A group that ends without having begun.
        EndsUnbegun = "xlsform-ends-unbegun",
        /// A group that never ends.
        NeverEnds = "xlsform-never-ends",
        /// Neither yes nor no.
        NeitherYesNorNo = "xlsform-neither",
        /// A word outside a closed list.
        UnknownWord = "xlsform-unknown-word",
        /// Not a whole number.
        NotANumber = "xlsform-not-a-number",
        /// Nothing is left to ask.
        NoQuestion = "xlsform-no-question",
        /// Two workbooks that say one question otherwise.
        SaidTwice = "xlsform-said-twice",
        /// A sheet that is not read.
        SheetLeft = "xlsform-sheet-left",
        /// A column that is not read.
        ColumnLeft = "xlsform-column-left",
        /// A language that cannot be told.
        LanguageLeft = "xlsform-language-left",
        /// A photo, a sound, a place: not asked.
        DeviceLeft = "xlsform-device-left",
        /// What the device knows: rows have their own.
        MetadataLeft = "xlsform-metadata-left",
        /// A choice out of another file: not asked.
        ElsewhereLeft = "xlsform-elsewhere-left",
        /// A calculation, put where conditions name it.
        CalculationLeft = "xlsform-calculation-left",
        /// Asked as a few words.
        AsWords = "xlsform-as-words",
        /// Asked as a whole number.
        AsInteger = "xlsform-as-integer",
        /// Asked as several choices, without their order.
        AsMultiple = "xlsform-as-multiple",
        /// Asked as yes or no.
        AsYesNo = "xlsform-as-yes-no",
        /// What repeats is asked once.
        RepeatOnce = "xlsform-repeat-once",
        /// The words of a group are not shown.
        GroupLabel = "xlsform-group-label",
        /// A name that had to be changed.
        Renamed = "xlsform-renamed",
        /// A choice whose name had to be changed.
        ChoiceRenamed = "xlsform-choice-renamed",
        /// A choice «none of these» that had to be added.
        ExclusiveAdded = "xlsform-exclusive-added",
        /// A condition that is not kept.
        ConditionLeft = "xlsform-condition-left",
        /// Words without any.
        NoLabel = "xlsform-no-label",
        /// Words in another language stand for the French.
        NotFrench = "xlsform-not-french",
        /// The answer to another question inside words.
        Piped = "xlsform-piped",
        /// A common question is not reworded.
        CoreKept = "xlsform-core-kept",
        /// The common référentiel is not replaced.
        CoreForm = "xlsform-core-form",
        /// What the file could not know.
        Assumed = "xlsform-assumed",
        /// A criterion or indicator that was made.
        Made = "xlsform-made",
        /// What the définition at hand has and the workbooks have not.
        Missing = "xlsform-missing",
        /// Of La Coop's activities: columns that must be there are not.
        CoopColumn = "coop-column",
        /// A line without the identifier of its activity.
        CoopNoId = "coop-no-id",
        /// A kind of activity that nobody knows.
        CoopKind = "coop-kind",
        /// Lines of one activity that do not agree.
        CoopDiffers = "coop-differs",
        /// No day.
        CoopDay = "coop-day",
        /// No whole number of minutes.
        CoopMinutes = "coop-minutes",
        /// Not which participant of how many.
        CoopPeople = "coop-people",
        /// Not a line for each participant.
        CoopIncomplete = "coop-incomplete",
        /// The register refuses it.
        CoopRefused = "coop-answer",
        /// A theme that the register has no word for.
        CoopTheme = "coop-theme",
        /// A band that lies across those of the register.
        CoopAcross = "coop-across",
        /// A label that nobody knows.
        CoopUnknown = "coop-unknown",
        /// A place that says more than a place.
        CoopPlace = "coop-place",
    }
}

/// One thing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How grave.
    pub grave: Grave,
    /// What.
    pub kind: Kind,
    /// The file, as it is to be shown.
    pub file: String,
    /// The sheet; none where it is about the whole file.
    pub sheet: String,
    /// The lines of the sheet; none where it is about all.
    pub rows: Vec<usize>,
    /// The column, from 0, and its header.
    pub column: Option<(usize, String)>,
    /// What the message names.
    pub facts: Vec<(&'static str, String)>,
}

impl Remark {
    /// The whole line: where, then what.
    pub fn told(&self, locale: &Locale) -> String {
        let facts: Vec<_> =
            self.facts.iter().map(|(name, fact)| (*name, fact.as_str().into())).collect();
        let what = locale.tell(self.kind.word(), &facts);
        let mut place = vec![self.file.clone()];
        if !self.sheet.is_empty() {
            place.push(locale.tell("xlsform-sheet", &[("sheet", self.sheet.as_str().into())]));
        }
        if !self.rows.is_empty() {
            let arguments =
                [("count", self.rows.len().into()), ("rows", ranges(&self.rows).into())];
            place.push(locale.tell("xlsform-rows", &arguments));
        }
        if let Some((column, header)) = &self.column {
            let arguments =
                [("column", letters(*column).into()), ("header", header.as_str().into())];
            place.push(locale.tell("xlsform-column", &arguments));
        }
        let place = place.join(", ");
        locale.tell("xlsform-remark", &[("place", place.into()), ("what", what.into())])
    }
}

/// The same thing said of several rows is said once.
pub(in crate::exchange) fn gathered(remarks: Vec<Remark>) -> Vec<Remark> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut gathered: Vec<Remark> = Vec::new();
    for remark in remarks {
        let Remark { grave, kind, file, sheet, column, facts, .. } = &remark;
        let same = format!("{grave:?}{kind:?}{file:?}{sheet:?}{column:?}{facts:?}");
        match places.get(&same) {
            Some(at) => {
                let rows = &mut gathered[*at].rows;
                rows.extend(remark.rows);
                rows.dedup();
            }
            None => {
                places.insert(same, gathered.len());
                gathered.push(remark);
            }
        }
    }
    gathered
}

/// The letters that spreadsheets give a column.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or_default());
    match column / 26 {
        0 => letter.to_string(),
        rest => letters(rest - 1) + &letter.to_string(),
    }
}

/// Numbers as people write many: 3, 5-9.
fn ranges(rows: &[usize]) -> String {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match parts.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => parts.push((*row, *row)),
        }
    }
    let written =
        parts.iter().map(
            |(first, last)| {
                if first == last { first.to_string() } else { format!("{first}-{last}") }
            },
        );
    written.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_rows_are_named_as_people_name_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
        assert_eq!(ranges(&[3, 5, 6, 7, 9]), "3, 5-7, 9");
    }
}
