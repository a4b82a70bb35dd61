//! A référentiel written from nothing, thing by thing: each step is the text of a whole file.
//! Never a step that only a later one makes right: a file that was left half-way can be loaded.

use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use super::Referentiel;

/// What is known of it before its first criterion.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// Its id.
    pub id: String,
    /// Its title.
    pub titre: String,
    /// Who carries the project.
    pub porteur: String,
    /// What `${lieu}` says: «au jardin».
    pub lieu: String,
    /// What changes, and for whom: one sentence a line.
    pub panorama: Vec<String>,
}

impl Beginning {
    /// Nothing is known of it but its id.
    pub fn named(id: &str) -> Self {
        let word = || "…".to_owned();
        let (titre, porteur, lieu) = (word(), word(), word());
        Self { id: id.to_owned(), titre, porteur, lieu, panorama: Vec::new() }
    }
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Yes or no; yes counts.
    YesNo,
    /// One of these, in this order; how many of the first ones count.
    OneOf(Vec<String>, usize),
    /// A number.
    Number,
    /// A few words.
    Words,
}

/// What shows a criterion, and the question that says so.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What one would see.
    pub indicateur: String,
    /// The question.
    pub label: String,
    /// How it is answered.
    pub answered: Answered,
}

/// What a person types is on one line.
fn line(text: &str) -> String {
    text.replace(char::is_control, " ").trim().to_owned()
}

/// The file before its first criterion; `heading` stands above what changes and for whom.
pub fn beginning(told: &Beginning, heading: &str) -> String {
    let mut text = String::new();
    if !told.panorama.is_empty() {
        text.extend(["# ", &line(heading), "\n"]);
        text.extend(told.panorama.iter().map(|said| format!("# - {}\n", line(said))));
        text.push('\n');
    }
    let words = |text: &str| Value::from(line(text)).to_string();
    let head = format!(
        "[referentiel]\nid = {}\ntitre = {}\nporteur = {}\nversion = 1\n\
         statut = \"en_discussion\"\nlieu.fr = {}\n",
        words(&told.id),
        words(&told.titre),
        words(&told.porteur),
        words(&told.lieu),
    );
    text + &head
}

/// The file with one more criterion, which nothing feeds yet.
pub fn with_criterion(text: &str, so_far: &Referentiel, titre: &str, registre: &str) -> String {
    changed(text, |file| {
        let mut table = Table::new();
        table["code"] = value(format!("{}{}", prefix(&so_far.head.id), so_far.criteres.len() + 1));
        table["registre"] = value(registre);
        table["titre"] = value(line(titre));
        table["reserve"] = value(true);
        tables(file, "critere").push(table);
    })
}

/// The file with what shows a criterion, the question that says so, and the form that asks it.
pub fn with_question(text: &str, so_far: &Referentiel, critere: &str, shown: &Shown) -> String {
    let of = so_far.indicateurs.iter().filter(|indicateur| indicateur.critere == critere).count();
    let name = format!("{critere}_q{}", of + 1);
    changed(text, |file| {
        for table in tables(file, "critere").iter_mut() {
            if table.get("code").and_then(Item::as_str) == Some(critere) {
                table.remove("reserve");
            }
        }
        let (question, favorable) = question(&name, shown);
        let mut table = Table::new();
        table["code"] = value(format!("{critere}_i{}", of + 1));
        table["critere"] = value(critere);
        table["titre"] = value(line(&shown.indicateur));
        table["nature"] = value("resultat");
        table["mesure"] = value(match shown.answered {
            Answered::YesNo | Answered::OneOf(..) => "part",
            Answered::Number => "nombre",
            Answered::Words => "repartition",
        });
        table["questions"] = value(std::iter::once(name.as_str()).collect::<Array>());
        if !favorable.is_empty() {
            table["favorable"] = value(favorable.iter().map(String::as_str).collect::<Array>());
        }
        tables(file, "indicateur").push(table);
        tables(file, "question").push(question);
        asked(file, so_far, &name, &shown.answered);
    })
}

fn question(name: &str, shown: &Shown) -> (Table, Vec<String>) {
    let mut table = Table::new();
    let mut favorable = Vec::new();
    table["name"] = value(name);
    table["type"] = value(match shown.answered {
        Answered::YesNo => "select_one ON",
        Answered::OneOf(..) => "select_one",
        Answered::Number => "integer",
        Answered::Words => "text",
    });
    let label = |text: &str| {
        let mut label = InlineTable::new();
        label.insert("fr", Value::from(line(text)));
        label
    };
    table["label"] = value(label(&shown.label));
    match &shown.answered {
        Answered::YesNo => favorable.push("oui".to_owned()),
        Answered::OneOf(choices, counting) => {
            let mut list = Array::new();
            for (at, choice) in choices.iter().enumerate() {
                let name = format!("r{}", at + 1);
                let mut one = InlineTable::new();
                one.insert("name", Value::from(&name));
                one.insert("label", Value::from(label(choice)));
                list.push(one);
                favorable.extend((at < *counting).then_some(name));
            }
            table["choices"] = value(list);
        }
        Answered::Number => table["constraint"] = value(". >= 0"),
        Answered::Words => {}
    }
    if shown.answered == Answered::Number {
        table["constraint_message"] = value(label("Un nombre, à partir de 0."));
    }
    (table, favorable)
}

/// Has the form ask a question, after those that it asks; whether words may be quoted is asked last.
fn asked(file: &mut DocumentMut, so_far: &Referentiel, name: &str, answered: &Answered) {
    const QUOTED: &str = "T6";
    let forms = tables(file, "questionnaire");
    if forms.is_empty() {
        let mut table = Table::new();
        table["id"] = value(format!("{}-bilan", so_far.head.id));
        table["version"] = value(1);
        let mut titre = InlineTable::new();
        titre.insert("fr", Value::from(&so_far.head.titre));
        table["titre"] = value(titre);
        table["role"] = value("participant");
        table["moment"] = value("ponctuel");
        table["questions"] = value(Array::new());
        forms.push(table);
    }
    let first = forms.get_mut(0).and_then(|form| form.get_mut("questions"));
    let Some(questions) = first.and_then(Item::as_array_mut) else { return };
    let quoted = questions.iter().position(|asked| asked.as_str() == Some(QUOTED));
    questions.insert(quoted.unwrap_or(questions.len()), name);
    if *answered == Answered::Words && quoted.is_none() {
        questions.push(QUOTED);
    }
}

/// The tables of a kind, none where there were none.
fn tables<'a>(file: &'a mut DocumentMut, kind: &str) -> &'a mut ArrayOfTables {
    let item = file.entry(kind).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    if !item.is_array_of_tables() {
        *item = Item::ArrayOfTables(ArrayOfTables::new());
    }
    item.as_array_of_tables_mut().expect("it was just made one")
}

fn changed(text: &str, change: impl FnOnce(&mut DocumentMut)) -> String {
    let Ok(mut file) = text.parse::<DocumentMut>() else { return text.to_owned() };
    change(&mut file);
    file.to_string()
}

/// What the codes of a file begin with: its id in letters, long enough to be no code of the common file.
fn prefix(id: &str) -> String {
    let letters: String = id.chars().filter(char::is_ascii_alphabetic).take(6).collect();
    let letters = letters.to_uppercase();
    if letters.len() < 3 { format!("{letters}CR") } else { letters }
}
