//! Two ideas in one question: two questions, or two verbs joined by «et» or «ou».
//! Never parts nouns or adjectives: «un site ou un appareil», «fier ou fière» are one idea.

use std::ops::Range;

use super::super::words::{Join, Piece, is_in, pieces, sentences, without_parentheses};

/// What joins two verbs.
const JOINING: &str = "et ou";

/// Who acts: before a verb, or after it with a hyphen.
const SUBJECTS: &str = "je j' tu il elle on nous vous ils elles qui";

/// What may stand between a subject, or «et», and its verb; of these, what is also an article.
const CLITICS: &str = "ne n' me m' te t' se s' nous vous lui y leur le la les l' en";
const ARTICLES: &str = "leur le la les l' en";

/// What leads from «et» or «ou» to a clause.
const LEADING: &str = "que qu' ce dont où si bien aussi puis ensuite même";

/// What governs an infinitive.
const GOVERNING: &str = "de d' à pour sans";

/// Infinitives in `-re`, `-ir`, `-oir` and `-ier`: most words that end so are nouns.
const INFINITIVES: &str = "être faire refaire plaire taire dire redire lire relire rire sourire \
    écrire inscrire décrire conduire construire produire traduire réduire cuire prendre apprendre \
    comprendre reprendre surprendre vendre rendre attendre entendre descendre défendre répondre \
    perdre mettre permettre promettre transmettre naître connaître reconnaître vivre suivre \
    poursuivre croire boire craindre joindre rejoindre peindre éteindre atteindre battre résoudre \
    convaincre coudre sortir partir venir revenir devenir tenir obtenir choisir finir réussir \
    ouvrir offrir découvrir dormir sentir servir courir remplir réfléchir grandir agir réagir \
    accueillir bâtir établir fournir voir revoir recevoir savoir pouvoir vouloir avoir prévoir \
    étudier vérifier publier oublier remercier copier trier apprécier confier photographier \
    associer modifier relier crier";

/// Words in `-er` that are no infinitives.
const NO_INFINITIVES: &str = "hiver mer fer cher amer enfer danger étranger léger verger \
    boulanger boucher super leader poster scanner manager";

/// Past participles that do not end in `-é`.
const PARTICIPLES: &str = "appris compris pris repris mis permis promis transmis fait refait dit \
    écrit inscrit décrit lu relu vu revu su pu voulu connu reconnu reçu perdu vendu rendu attendu \
    entendu répondu descendu venu revenu tenu obtenu devenu vécu cru bu couru plu déplu choisi \
    fini réussi sorti parti senti servi dormi suivi grandi agi réfléchi rempli ouvert offert \
    découvert conduit construit produit traduit joint rejoint peint ri souri";

/// Words in `-é` that are mostly no past participles.
const NO_PARTICIPLES: &str = "santé société qualité activité identité liberté sécurité difficulté \
    université réalité communauté café marché côté été degré clé thé télé bébé âgé privé isolé \
    handicapé retraité salarié employé marié fatigué";

/// What stands before a past participle that is a verb; what may stand between the two.
const HAVING: &str = "ai as a avons avez ont avais avait aviez avaient avoir ayant été";
const AFTER_HAVING: &str =
    "t je tu il elle on nous vous ils elles été déjà aussi bien puis ensuite";

/// What follows a past participle that has an object.
const OBJECTS: &str = "un une des du de d' le la les l' mon ma mes ton ta tes son sa ses votre vos \
    notre nos à au aux quelqu'un quelque ce cet cette ces";

/// Words that are no verb, though they end as one.
const NO_VERBS: &str = "un une des de d' dans sans presque autre autres ailleurs souvent parfois \
    jamais moins plus pas tout toute toutes tous quand comment seulement autrement ensemble votre \
    notre mes tes ses nos vos cette ces quelle quelles après avant encore chez assez nez";

/// How a finite verb ends.
const ENDINGS: &[&str] = &["e", "ez", "s", "t", "d", "x", "a", "ai"];

/// Where a question holds two ideas: from the first verb to the second.
pub(super) fn found(text: &str) -> Option<Range<usize>> {
    let aloud = without_parentheses(text);
    let joined = |sentence: Range<usize>| {
        let words = Words(pieces(&aloud[sentence.clone()]));
        let found = words.joined()?;
        let (first, last) = (&words.0[found.start].range, &words.0[found.end - 1].range);
        Some(sentence.start + first.start..sentence.start + last.end)
    };
    two_questions(text).or_else(|| sentences(&aloud).into_iter().find_map(joined))
}

/// Where a text asks twice.
pub(super) fn two_questions(text: &str) -> Option<Range<usize>> {
    let mut asking =
        sentences(text).into_iter().filter(|sentence| text[sentence.clone()].ends_with('?'));
    let (first, second) = (asking.next()?, asking.next()?);
    Some(first.start..second.end)
}

/// The words of a sentence.
struct Words(Vec<Piece>);

impl Words {
    fn word(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |piece| piece.text.as_str())
    }

    fn is(&self, at: usize, table: &str) -> bool {
        is_in(self.word(at), table)
    }

    /// Is it a subject after its verb: `-vous`, `-t-il`?
    fn is_inverted(&self, at: usize) -> bool {
        let hyphen = self.0.get(at).is_some_and(|piece| piece.join == Join::Hyphen);
        hyphen && (self.is(at, SUBJECTS) || self.word(at) == "t")
    }

    /// The first place from here on that has none of these words.
    fn skip(&self, from: usize, tables: &[&str]) -> usize {
        let other = |at: &usize| tables.iter().all(|table| !self.is(*at, table));
        (from..self.0.len()).find(other).unwrap_or(self.0.len())
    }

    /// Two verbs, and the words between them. What begins a sentence joins nothing.
    fn joined(&self) -> Option<Range<usize>> {
        let mut joining = (1..self.0.len()).filter(|at| self.is(*at, JOINING));
        joining.find_map(|joint| {
            let found = self.infinitives(joint).or_else(|| self.participles(joint));
            found.or_else(|| self.verbs(joint))
        })
    }

    fn is_infinitive(&self, at: usize) -> bool {
        let word = self.word(at);
        let regular = word.ends_with("er") && !word.ends_with("ier");
        is_in(word, INFINITIVES) || regular && !is_in(word, NO_INFINITIVES)
    }

    /// «Lire ou écrire», «de cliquer ou de donner un code».
    fn infinitives(&self, joint: usize) -> Option<Range<usize>> {
        let second = self.skip(joint + 1, &[GOVERNING, CLITICS, LEADING]);
        let between = || joint + 1..second;
        // «L'atelier ou le boulanger»: an article is a pronoun only where it cannot be an article.
        let article = between().any(|at| self.is(at, ARTICLES));
        let governed = between().any(|at| self.is(at, GOVERNING));
        let is_noun = article && !governed && !self.is(second, INFINITIVES);
        let first = (0..joint).rev().find(|at| self.is_infinitive(*at))?;
        (self.is_infinitive(second) && !is_noun).then_some(first..second + 1)
    }

    fn is_participle(&self, at: usize) -> bool {
        let word = self.word(at);
        is_in(word, PARTICIPLES)
            || word.ends_with('é') && !is_in(word, NO_PARTICIPLES)
            // «Ont été montrées»: where there is an agreement, the word may be an adjective.
            || word.trim_end_matches(['s', 'e']).ends_with('é') && (0..at).any(|at| self.word(at) == "été")
    }

    /// «Proposé ou préparé», «contacté une association et donné votre avis».
    fn participles(&self, joint: usize) -> Option<Range<usize>> {
        let having = (0..joint).find(|at| self.is(*at, HAVING))?;
        let second = self.skip(joint + 1, &[HAVING, AFTER_HAVING, CLITICS]);
        let first = (having + 1..joint).rev().find(|at| self.is_participle(*at))?;
        // Far from the first, what looks like a participle may be an adjective: not with an object.
        let is_verb = first + 1 == joint || self.is(second + 1, OBJECTS);
        (self.is_participle(second) && is_verb).then_some(first..second + 1)
    }

    /// Can the word be a finite verb, by the way it ends?
    fn may_be_finite(&self, at: usize) -> bool {
        let word = self.word(at);
        ENDINGS.iter().any(|ending| word.ends_with(ending))
            && [NO_VERBS, SUBJECTS, CLITICS, JOINING].iter().all(|table| !is_in(word, table))
    }

    /// Where the words before a verb begin, if one of them says who acts, or on whom.
    fn subject_of(&self, verb: usize) -> Option<usize> {
        let stands = |at: &usize| {
            let part = self.is(*at, SUBJECTS) || self.is(*at, CLITICS);
            part && !self.is_inverted(*at)
        };
        let start = (0..verb).rev().take_while(stands).last()?;
        (start..verb).any(|at| !self.is(at, ARTICLES)).then_some(start)
    }

    /// A finite verb: where it begins with its subject, and where it ends with it.
    fn finite(&self, at: usize) -> Option<Range<usize>> {
        if !self.may_be_finite(at) {
            return None;
        }
        let end =
            (at + 1..self.0.len()).take_while(|at| self.is_inverted(*at)).last().unwrap_or(at) + 1;
        let subject = self.subject_of(at);
        let is_verb = subject.is_some() || end > at + 1 || self.word(at).ends_with("ez");
        is_verb.then(|| subject.unwrap_or(at)..end)
    }

    /// «Je donne et je reçois», «qui crée ou apprend», «lisez-vous ou regardez-vous».
    fn verbs(&self, joint: usize) -> Option<Range<usize>> {
        let second = self.skip(joint + 1, &[LEADING, SUBJECTS, CLITICS]);
        if let Some(second) = self.finite(second) {
            let first = (0..joint).rev().find_map(|at| self.finite(at))?;
            return Some(first.start..second.end);
        }
        // Nothing says that the second word is a verb but the verb just before «et».
        let first = self.finite(joint - 1)?;
        (second == joint + 1 && self.may_be_finite(second)).then_some(first.start..second + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_verbs_are_two_ideas() {
        let cases = [
            ("Osez-vous parler, lire ou écrire ?", "lire ou écrire"),
            ("Savez-vous envoyer un message et le lire ?", "envoyer un message et le lire"),
            ("Avez-vous proposé ou préparé une fête ?", "proposé ou préparé"),
            ("Avez-vous appelé quelqu'un et donné votre avis ?", "appelé quelqu'un et donné"),
            ("Combien ont été montrées ou publiées ?", "montrées ou publiées"),
            ("Parlez-vous à une personne qui crée ou apprend ?", "qui crée ou apprend"),
            ("Ici, je donne et je reçois des nouvelles.", "je donne et je reçois"),
            (
                "Lisez-vous le journal ou regardez-vous le site ?",
                "Lisez-vous le journal ou regardez-vous",
            ),
            (
                "Le journal nous amène du monde ou nous fait connaître.",
                "nous amène du monde ou nous fait",
            ),
            ("Aimez-vous venir ? Et rester ?", "Aimez-vous venir ? Et rester ?"),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text).map(|range| &text[range]), Some(expected), "{text}");
        }
    }

    #[test]
    fn nouns_and_adjectives_are_one_idea() {
        for text in [
            "Devant un site ou un appareil nouveau, osez-vous essayer ?",
            "Si vous avez un problème avec l'ordinateur ou le téléphone, avez-vous quelqu'un à qui demander ?",
            "Une chose vous rend-elle fier ou fière ?",
            "Parlez-vous avec des personnes plus jeunes ou plus âgées que vous ?",
            "Quand le journal ou le site parle de vous, des gens vous contactent-ils ?",
            "Venez-vous seul ou accompagné ?",
            "Avez-vous utilisé un espace public ou privé ?",
            "Allez-vous à l'atelier et au foyer ?",
            "Connaissez-vous le quartier et le papier du clavier ?",
            "Ce que vous faites ici, le faites-vous ailleurs ou chez vous ?",
            "Et vous, avez-vous fait découvrir quelque chose ?",
            "Faites-vous une démarche (lire et écrire) ?",
        ] {
            assert_eq!(found(text).map(|range| &text[range]), None, "{text}");
        }
    }
}
