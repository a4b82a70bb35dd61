//! The columns that stand in every row before and after the answers, by name and in order.
//! Never holds their values: `record` does.

use super::words;

words! {
    /// A column that every row has, whatever its questions. The order is the order in the file.
    Meta {
        /// Random identifier of the answer set (UUID version 4).
        ReponseId = "reponse_id",
        /// Id of the référentiel.
        Referentiel = "referentiel",
        /// Id of the form.
        Questionnaire = "questionnaire",
        /// Version of the form.
        Version = "version",
        /// First eight digits of the fingerprint of the form.
        Empreinte = "empreinte",
        /// The structure that asked.
        Structure = "structure",
        /// The place where it asked.
        Site = "site",
        /// Random name of the machine.
        Poste = "poste",
        /// Season, September to August.
        Cycle = "cycle",
        /// The group.
        Groupe = "groupe",
        /// The sitting.
        Seance = "seance",
        /// Number of the paper sheet.
        Feuille = "feuille",
        /// Who answered.
        Role = "role",
        /// When in the path.
        Moment = "moment",
        /// The design that the form belongs to.
        Plan = "plan",
        /// Screen, paper or telephone.
        Support = "support",
        /// With what help.
        Aide = "aide",
        /// Whose help.
        Aidant = "aidant",
        /// Was there help with the language?
        AideLangue = "aide_langue",
        /// Language of the interview.
        Langue = "langue",
        /// Version of the notice shown.
        Notice = "notice",
        /// Pairing code.
        Code = "code",
        /// Day of the first answer.
        Date = "date",
        /// Day typed.
        Saisie = "saisie",
        /// Active minutes.
        DureeMin = "duree_min",
        /// Could the clock be trusted?
        Horloge = "horloge",
        /// Complete or interrupted.
        Etat = "etat",
        /// Does the row count, or is it a trial?
        Essai = "essai",
        /// The answer set that this one replaces.
        Remplace = "remplace",
    }
}

/// The last column: a check on all the others.
pub const CONTROLE: &str = "controle";
