//! Changes of the settings, made in the text of their file: comments and all the rest stay.
//! Never writes the file: the new text is handed out.

use std::sync::Arc;

use toml_edit::{Array, DocumentMut, Item, table, value};

use super::read::KEYS_TABLE;
use super::{BorneRules, Settings};
use crate::app::looks::Size;
use crate::app::voice::Listening;
use crate::questionnaire::Source;
use crate::store::Keys;

impl Settings {
    /// The settings with public keys, where they have none: at the end of the file, under a comment.
    #[must_use]
    pub fn with_keys(&self, comment: &str, keys: &Keys) -> Self {
        let mut text = self.source.text.clone();
        if !text.is_empty() {
            text += if text.ends_with('\n') { "\n" } else { "\n\n" };
        }
        text.extend(comment.lines().map(|line| format!("# {line}\n")));
        text.extend(["[", KEYS_TABLE, "]\n"]);
        text.extend(keys.iter().map(|(name, key)| format!("{name} = \"{}\"\n", key.text())));
        let source = Source { name: self.source.name.clone(), text };
        let kept = Self { keys: keys.clone(), source: Arc::new(source.clone()), ..self.clone() };
        Self::read(source).unwrap_or(kept)
    }

    /// The settings with another structure and contact; the file keeps its comments and the rest.
    #[must_use]
    pub fn with(&self, structure: &str, contact: &str) -> Self {
        let mut document: DocumentMut = self.source.text.parse().unwrap_or_default();
        document["structure"] = value(structure);
        document["contact"] = value(contact);
        let source = Source { name: self.source.name.clone(), text: document.to_string() };
        let kept = Self {
            structure: structure.to_owned(),
            contact: contact.to_owned(),
            source: Arc::new(source.clone()),
            ..self.clone()
        };
        Self::read(source).unwrap_or(kept)
    }

    /// The settings with another place where people are asked.
    #[must_use]
    pub fn with_site(&self, site: &str) -> Self {
        self.changed(|document| document["site"] = value(site))
    }

    /// The settings with another language to begin in, by code.
    #[must_use]
    pub fn with_lang(&self, lang: &str) -> Self {
        self.changed(|document| document["lang"] = value(lang))
    }

    /// The settings with another look of the screen, by its word.
    #[must_use]
    pub fn with_theme(&self, theme: &str) -> Self {
        self.changed(|document| document["ecran"]["theme"] = value(theme))
    }

    /// The settings with the hash of the code with which the team leaves the borne.
    #[must_use]
    pub fn with_staff_code(&self, hash: &str) -> Self {
        self.changed(|document| {
            document.entry(BorneRules::TABLE).or_insert_with(table)["code"] = value(hash);
        })
    }

    /// The settings with another size of the parts of the screen.
    #[must_use]
    pub fn with_size(&self, size: Size) -> Self {
        self.changed(|document| document["ecran"]["taille"] = value(size.word()))
    }

    /// The settings with screens read aloud at other times, by word.
    #[must_use]
    pub fn with_reading(&self, reading: &str) -> Self {
        self.with_voice("lecture", value(reading))
    }

    /// The settings with what is read heard by these.
    #[must_use]
    pub fn with_listening(&self, listening: Listening) -> Self {
        let headphones = listening == Listening::Headphones;
        self.with_voice("casque", value(headphones))
    }

    /// The settings with another speed of the voice, by word.
    #[must_use]
    pub fn with_speed(&self, speed: &str) -> Self {
        self.with_voice("vitesse", value(speed))
    }

    /// The settings with something else said of the voice, in a table of its own.
    fn with_voice(&self, key: &str, said: Item) -> Self {
        self.changed(|document| document.entry("voix").or_insert(table())[key] = said)
    }

    /// The settings with these référentiels in use, by id.
    #[must_use]
    pub fn with_referentiels(&self, ids: &[String]) -> Self {
        let ids: Array = ids.iter().map(String::as_str).collect();
        self.changed(|document| document["referentiels"] = value(ids))
    }

    /// The settings once their text is changed, its comments kept; as they were where it could not be
    /// read again.
    fn changed(&self, change: impl FnOnce(&mut DocumentMut)) -> Self {
        let Ok(mut document) = self.source.text.parse::<DocumentMut>() else { return self.clone() };
        change(&mut document);
        let source = Source { name: self.source.name.clone(), text: document.to_string() };
        Self::read(source).unwrap_or_else(|_| self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{KEYS, read};
    use super::*;
    use crate::store::PublicKey;
    use crate::value::Date;

    #[test]
    fn a_change_keeps_comments_and_the_other_keys() {
        let settings = read("# à nous\nsite = \"Bellevue\"\n").expect("settings");
        assert!(!settings.is_complete());
        let settings = settings.with("Le \"Foyer\"", "l'accueil");
        assert!(settings.is_complete());
        let again = read(settings.text()).expect("settings");
        assert_eq!(again, settings);
        assert!(settings.text().starts_with("# à nous\nsite = \"Bellevue\"\n"));
    }

    #[test]
    fn a_change_stays_out_of_the_tables_that_follow() {
        let settings = read("[aipd]\nupc = \"2026-09-15\"\n[en_clair]\nupc = \"Coffre.\"\n");
        let settings = settings.expect("settings").with("Foyer", "l'accueil");
        let again = read(settings.text()).expect("settings");
        assert_eq!((again.structure.as_str(), again.contact.as_str()), ("Foyer", "l'accueil"));
        assert_eq!(again.unsealed("upc"), Some((Date::constant(2026, 9, 15), "Coffre.")));
    }

    #[test]
    fn the_code_of_the_team_is_kept_in_the_table_of_the_borne_and_replaced_there() {
        let text = "# à nous\nsite = \"x\"\n\n[aipd]\nupc = \"2026-09-15\"\n";
        let settings = read(text).expect("settings").with_staff_code("$argon2id$a");
        assert_eq!(settings.text(), format!("{text}\n[borne]\ncode = \"$argon2id$a\"\n"));
        let text = "[borne] # la borne\ncode = \"$argon2id$a\" # le code\ninactivite = 90\n";
        let settings = read(text).expect("settings").with_staff_code("$argon2id$b");
        assert_eq!(settings.borne.code, "$argon2id$b");
        assert!(settings.text().starts_with("[borne] # la borne\ncode = \"$argon2id$b\""));
        assert!(settings.text().ends_with("\ninactivite = 90\n"));
    }

    #[test]
    fn what_is_changed_of_the_voice_is_read_again_as_it_was_changed() {
        let settings = read("# à nous\nsite = \"x\"\n").expect("settings");
        let changed = settings.with_reading("toujours").with_speed("rapide");
        let changed = changed.with_listening(Listening::Headphones);
        assert_eq!(
            changed.text(),
            "# à nous\nsite = \"x\"\n\n[voix]\nlecture = \"toujours\"\nvitesse = \"rapide\"\ncasque = true\n"
        );
        let again = read(changed.text()).expect("settings");
        assert_eq!((again.voice, &again), (changed.voice, &changed));
        assert_eq!(changed.with_listening(Listening::Room).voice.listening, Listening::Room);
    }

    #[test]
    fn keys_are_added_at_the_end_and_the_rest_stays_as_it_was() {
        let keys = KEYS.map(|key| (key[4..8].to_owned(), PublicKey::read(key).expect("a key")));
        let keys = Keys::new(keys.to_vec()).expect("two keys");
        for text in
            ["", "# à nous\nsite = \"x\"\n# lang = \"fr\"", "[aipd]\nupc = \"2026-09-15\"\n"]
        {
            let settings = read(text).expect("settings").with_keys("Une ligne.\nUne autre.", &keys);
            assert!(settings.text().starts_with(text));
            let added = settings.text()[text.len()..].trim_start();
            assert!(
                added.starts_with("# Une ligne.\n# Une autre.\n[cles]\nql3z = \"age1ql3z7"),
                "{added}"
            );
            let again = read(settings.text()).expect("settings");
            assert_eq!((again.keys(), &again), (&keys, &settings));
        }
    }
}
