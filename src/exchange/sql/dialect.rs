//! How each engine writes names, texts, patterns and where its files are.
//! Never lets a name, a text or a path end where it should not: whatever it holds, it stays one.

use crate::value::words;

words! {
    /// The engine that runs the queries.
    Engine {
        /// DuckDB, on one machine.
        Duckdb = "duckdb",
        /// Spark, on as many as there are.
        Spark = "spark",
    }
}

impl Engine {
    /// A name of a table or a column.
    pub fn name(self, name: &str) -> String {
        match self {
            Self::Duckdb => format!("\"{}\"", name.replace('"', "\"\"")),
            Self::Spark => format!("`{}`", inert(&name.replace('`', "``"))),
        }
    }

    /// A text.
    pub fn text(self, text: &str) -> String {
        match self {
            Self::Duckdb => format!("'{}'", text.replace('\'', "''")),
            // A dollar and a brace would be a variable, which is put in before anything is read.
            Self::Spark => {
                let text = text.replace('\\', "\\\\").replace('\'', "\\'");
                format!("'{}'", text.replace("${", "$\\{"))
            }
        }
    }

    /// Texts, parted by commas.
    pub fn texts<'t>(self, texts: impl IntoIterator<Item = &'t str>) -> String {
        texts.into_iter().map(|text| self.text(text)).collect::<Vec<_>>().join(", ")
    }

    /// Does a text match a pattern, which holds no backslash?
    pub fn matches(self, text: &str, pattern: &str) -> String {
        let function = match self {
            Self::Duckdb => "regexp_matches",
            Self::Spark => "regexp_like",
        };
        format!("{function}({text}, {})", self.text(pattern))
    }

    /// What makes a view named `view` of all Parquet files in a folder of an export and in those below
    /// it. The column of the structure is that of the folders, always a text.
    pub fn files(self, view: &str, export: &str, folder: &str) -> String {
        let view = self.name(view);
        let place = export.trim_end_matches('/');
        let place = if place.is_empty() { export } else { place };
        let inside = format!("{}/{folder}", self.literal(place));
        match self {
            Self::Duckdb => {
                let files = self.text(&format!("{inside}/**/*.parquet"));
                format!(
                    "CREATE OR REPLACE TEMPORARY VIEW {view} AS\nSELECT * FROM read_parquet(\n  \
                     {files},\n  hive_partitioning = true, hive_types_autocast = false, \
                     union_by_name = true\n);\n"
                )
            }
            Self::Spark => {
                let folder = self.text(&inside);
                format!(
                    "CREATE OR REPLACE TEMPORARY VIEW {view}\nUSING parquet\n\
                     OPTIONS (path {folder}, mergeSchema 'true');\n"
                )
            }
        }
    }

    /// A path that means itself, where it could be a pattern.
    fn literal(self, path: &str) -> String {
        let mut literal = String::new();
        for character in path.chars() {
            match self {
                Self::Duckdb if "*?[".contains(character) => {
                    literal.extend(['[', character, ']']);
                }
                Self::Spark if "*?[]{}\\".contains(character) => {
                    literal.extend(['\\', character]);
                }
                Self::Duckdb | Self::Spark => literal.push(character),
            }
        }
        literal
    }

    /// A line of comment.
    pub fn comment(self, line: &str) -> String {
        // In Spark a backslash at the end would take the next line in.
        let end = if line.ends_with('\\') { " " } else { "" };
        match self {
            _ if line.is_empty() => String::from("--\n"),
            Self::Duckdb => format!("-- {line}\n"),
            Self::Spark => format!("-- {}{end}\n", inert(line)),
        }
    }

    /// What is set before anything is read.
    pub const fn settings(self) -> &'static str {
        match self {
            Self::Duckdb => "",
            Self::Spark => {
                "SET spark.sql.sources.partitionColumnTypeInference.enabled = false;\n\n"
            }
        }
    }
}

/// The text without what Spark would take for a variable.
fn inert(text: &str) -> String {
    text.replace("${", "$ {")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_or_a_text_stays_one_whatever_it_holds() {
        let hostile = "l'été\\\"`; DROP TABLE x; -- ${env:HOME}";
        assert_eq!(Engine::Duckdb.text(hostile), "'l''été\\\"`; DROP TABLE x; -- ${env:HOME}'");
        assert_eq!(Engine::Spark.text(hostile), "'l\\'été\\\\\"`; DROP TABLE x; -- $\\{env:HOME}'");
        assert_eq!(Engine::Duckdb.name(hostile), "\"l'été\\\"\"`; DROP TABLE x; -- ${env:HOME}\"");
        assert_eq!(Engine::Spark.name(hostile), "`l'été\\\"``; DROP TABLE x; -- $ {env:HOME}`");
    }

    #[test]
    fn a_path_is_no_pattern() {
        let path = "/a [1]/b*?{c}/";
        assert_eq!(
            Engine::Duckdb.files("v", path, "reponses/x=1"),
            "CREATE OR REPLACE TEMPORARY VIEW \"v\" AS\nSELECT * FROM read_parquet(\n  \
             '/a [[]1]/b[*][?]{c}/reponses/x=1/**/*.parquet',\n  hive_partitioning = true, \
             hive_types_autocast = false, union_by_name = true\n);\n"
        );
        assert_eq!(
            Engine::Spark.files("v", path, "reponses/x=1"),
            "CREATE OR REPLACE TEMPORARY VIEW `v`\nUSING parquet\n\
             OPTIONS (path '/a \\\\[1\\\\]/b\\\\*\\\\?\\\\{c\\\\}/reponses/x=1', mergeSchema 'true');\n"
        );
    }

    #[test]
    fn a_comment_ends_with_its_line() {
        assert_eq!(Engine::Spark.comment("${a} \\"), "-- $ {a} \\ \n");
        assert_eq!(Engine::Duckdb.comment("a \\"), "-- a \\\n");
    }
}
