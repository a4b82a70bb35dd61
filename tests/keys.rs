//! `recueil keys` and `recueil open`: the keys made, the sheet typed again, sealed answers opened.
//! Never a key of anyone: each test makes its own.

#![cfg(feature = "seal")]

mod support;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};

use recueil::app::Settings;
use recueil::questionnaire::Source;
use recueil::store::PrivateKey;
use support::program::{program, run, told};
use tempfile::TempDir;

/// A dossier of a structure, and a stick beside it.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::create_dir(folder.path().join("cle-usb")).expect("made");
        fs::create_dir(folder.path().join("foyer")).expect("made");
        let settings = "# à nous\nstructure = \"Foyer\"\ncontact = \"l'accueil\"\n";
        fs::write(folder.path().join("foyer/recueil.toml"), settings).expect("written");
        Self(folder)
    }

    /// The same, with keys.
    fn with_keys() -> Self {
        let place = Self::new();
        assert_eq!(place.run(&["keys", "--into", "cle-usb"]).status.code(), Some(0));
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn shown(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        run(self.0.path(), &[&["--dossier", "foyer"], arguments].concat())
    }

    /// Runs the program while this is typed.
    fn types(&self, arguments: &[&str], typed: &str) -> Output {
        let mut command = program(self.0.path(), arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program runs");
        let mut input = child.stdin.take().expect("its input");
        input.write_all(typed.as_bytes()).expect("typed");
        drop(input);
        child.wait_with_output().expect("it ends")
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect(name)
    }

    fn collect(&self, answers: &str) {
        fs::write(self.path("answers.csv"), answers).expect("written");
        let output = self.run(&["collect", "com-court", "--answers", "answers.csv"]);
        assert_eq!(output.status.code(), Some(0), "{:?}", told(&output));
    }

    fn sealed(&self) -> Vec<PathBuf> {
        let folder = fs::read_dir(self.path("foyer/data/scelle")).expect("a folder");
        folder.flatten().map(|entry| entry.path()).collect()
    }

    fn rows(&self, dossier: &str, columns: &[&str]) -> Vec<String> {
        let mut rows = support::rows(self.path(dossier).join("data"), false, columns);
        rows.sort();
        rows
    }
}

#[test]
fn the_keys_are_written_where_they_were_wanted_and_only_the_public_ones_in_the_settings() {
    let place = Place::new();
    let shown = |name: &str| place.shown(name);
    let said = format!(
        "Clé privée « structure » : {}\nClé privée « secours » : {}\n\
        Fiche de secours, à imprimer : {}\n\
        Clés publiques, dans {} : à partir de maintenant, chaque réponse est scellée.\n\
        Et maintenant : imprimez la fiche de secours et mettez-la sous clé, loin d'ici. Effacez-la \
        ensuite, avec {}. Donnez la clé « structure » à qui ouvrira les réponses. Aucune clé privée ne \
        doit rester sur cet ordinateur.\n",
        shown("cle-usb/cle-structure.txt"),
        shown("cle-usb/cle-secours.txt"),
        shown("cle-usb/fiche-de-secours.html"),
        shown("foyer/recueil.toml"),
        shown("cle-usb/cle-secours.txt"),
    );
    assert_eq!(told(&place.run(&["cles", "--vers", "cle-usb"])), (said, String::new(), Some(0)));

    let settings = place.text("foyer/recueil.toml");
    assert!(settings.starts_with("# à nous\nstructure = \"Foyer\""), "{settings}");
    assert!(!settings.contains("SECRET"), "{settings}");
    let read = Settings::read(Source { name: String::new(), text: settings }).expect("settings");
    for (name, public) in read.keys().iter() {
        let file = place.text(&format!("cle-usb/cle-{name}.txt"));
        let key = PrivateKey::read(&file).expect("a key");
        assert_eq!(key.public(), public);
        assert!(file.contains(&format!("\n# public key: {}\n", public.text())), "{file}");
    }
    #[cfg(unix)]
    for file in ["cle-structure.txt", "cle-secours.txt", "fiche-de-secours.html"] {
        use std::os::unix::fs::PermissionsExt;
        let about = fs::metadata(place.path("cle-usb").join(file)).expect("a file");
        assert_eq!(about.permissions().mode() & 0o777, 0o600, "{file}");
    }
}

#[test]
fn no_key_is_written_over_lost_among_the_answers_or_made_twice() {
    let place = Place::new();
    let refused = |arguments: &[&str], message: String| {
        let settings = place.text("foyer/recueil.toml");
        assert_eq!(told(&place.run(arguments)), (String::new(), message, Some(2)));
        assert_eq!(place.text("foyer/recueil.toml"), settings);
    };
    let inside = |folder: String| {
        format!(
            "{folder} est dans le dossier des réponses : une clé à côté de ce qu'elle ouvre ne \
            protège rien. Choisissez une clé USB.\n"
        )
    };
    refused(&["keys", "--into", "foyer"], inside(place.shown("foyer")));
    fs::create_dir(place.path("foyer/data")).expect("made");
    refused(&["keys", "--into", "foyer/data"], inside(place.shown("foyer/data")));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(place.path("foyer/data"), place.path("lien")).expect("a link");
        refused(&["keys", "--into", "lien"], inside(place.shown("lien")));
    }
    // A name typed wrongly does not become a folder.
    let (_, wrong, code) = told(&place.run(&["keys", "--into", "clef-usb"]));
    assert!(wrong.contains(&place.shown("clef-usb")), "{wrong}");
    assert_eq!((place.path("clef-usb").exists(), code), (false, Some(2)));
    let kept = place.path("cle-usb/cle-secours.txt");
    fs::write(&kept, "une autre").expect("written");
    refused(
        &["keys", "--into", "cle-usb"],
        format!(
            "{} existe déjà. Rien n'est changé : une clé écrasée ne se refait pas. Choisissez un \
            autre dossier.\n",
            kept.display()
        ),
    );
    assert_eq!(fs::read_to_string(&kept).expect("kept"), "une autre");
    fs::remove_file(kept).expect("removed");
    assert_eq!(place.run(&["keys", "--into", "cle-usb"]).status.code(), Some(0));
    fs::create_dir(place.path("autre")).expect("made");
    refused(
        &["keys", "--into", "autre"],
        format!(
            "{} a déjà des clés. Rien n'est changé. Pour en faire d'autres, enlevez d'abord la partie \
            [cles] de ce fichier, et gardez les anciennes clés privées : elles seules ouvrent ce qui \
            est déjà scellé.\n",
            place.shown("foyer/recueil.toml")
        ),
    );
}

/// What a person reads of the key on the sheet, line by line, without the checks.
fn key_on_sheet(sheet: &str) -> Vec<String> {
    let table =
        sheet.split("<table class=\"key\">").nth(1).and_then(|rest| rest.split("</table>").next());
    let cells = table.expect("the key").split("<td>").skip(1);
    cells.map(|cell| cell.split('<').next().unwrap_or_default().replace('\u{a0}', " ")).collect()
}

#[test]
fn the_key_typed_from_its_sheet_opens_everything_and_a_mistyped_line_is_found() {
    let place = Place::with_keys();
    place.collect("B1,T1\n2,bien\n3,\"mal, \"\"oui\"\"\"\n");
    assert_eq!(place.sealed().len(), 2);
    let sheet = place.text("cle-usb/fiche-de-secours.html");
    assert!(sheet.contains("recueillies par Foyer avec"), "{sheet}");
    let lines = key_on_sheet(&sheet);
    assert_eq!(lines.len(), 5, "{lines:?}");
    assert!(
        lines[1..].iter().all(|line| line.split(' ').all(|group| group.len() <= 4)),
        "{lines:?}"
    );

    // The sheet itself says how.
    let command = "recueil open --identity - --from DOSSIER --into NOUVEAU_DOSSIER";
    assert!(sheet.contains(command));
    let command = command.replace("NOUVEAU_DOSSIER", "clair").replace("DOSSIER", "foyer");
    let arguments: Vec<&str> = command.split(' ').skip(1).collect();
    let mut wrong = lines.clone();
    let first = if wrong[3].starts_with('Q') { "P" } else { "Q" };
    wrong[3].replace_range(..1, first);
    let (_, message, code) = told(&place.types(&arguments, &wrong.join("\n")));
    let checks = sheet.split("<td class=\"check\">").skip(1);
    let checks: Vec<&str> = checks.map(|cell| cell.split('<').next().expect("a check")).collect();
    let told_checks =
        message.split(" ligne : ").nth(1).and_then(|rest| rest.split(". Comparez").next());
    let told_checks: Vec<&str> = told_checks.expect(&message).split(" · ").collect();
    let differ = (0..5).filter(|line| checks[*line] != told_checks[*line]).collect::<Vec<_>>();
    assert_eq!((differ.as_slice(), code), (&[3][..], Some(2)), "{message}");

    let typed = lines.join(" \n").to_lowercase() + "\n\n";
    let (said, message, code) = told(&place.types(&arguments, &typed));
    assert_eq!((message.as_str(), code), ("", Some(0)), "{said}");
    assert_eq!(
        place.rows("clair", &["B1", "T1", "structure", "essai"]),
        ["2|bien|Foyer|0", "3|mal, \"oui\"|Foyer|0"]
    );
}

#[test]
fn what_is_opened_is_told_and_sealed_files_go_only_when_asked_to() {
    let place = Place::with_keys();
    place.collect("B1\n1\n2\n3\n");
    let open = ["open", "--identity", "cle-usb/cle-structure.txt", "--into", "clair"];
    let (said, _, code) = told(&place.run(&open));
    let file = fs::read_dir(place.path("clair/data/commun")).expect("a folder").flatten();
    let file =
        file.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|it| it == "csv"));
    let file: PathBuf = file.expect("a file of rows");
    let expected = format!(
        "3 lignes ajoutées dans {}\nCes lignes peuvent maintenant être lues dans {}\n\
        Les fichiers scellés restent où ils sont. Pour les enlever une fois leurs lignes ajoutées : \
        --remove\n",
        file.display(),
        place.shown("clair/data")
    );
    assert_eq!((said, code), (expected, Some(0)));
    assert!(place.path("clair/data/README.md").exists());
    // Each of the two knows where the other is: whoever withdraws a row is told.
    let noted = |dossier: &str| {
        let text = place.text(&format!("{dossier}/data/copies.csv"));
        let lines = text.lines().skip(1).map(|line| line[10..].to_owned());
        lines.collect::<Vec<_>>()
    };
    assert_eq!(noted("foyer"), [format!(",ouverture,{}", place.shown("clair/data"))]);
    assert_eq!(noted("clair"), [format!(",scelle,{}", place.shown("foyer/data/scelle"))]);
    let clear = fs::read(&file).expect("rows");
    assert_eq!(place.sealed().len(), 3);

    let again = [&open[..], &["--remove"]].concat();
    let (said, wrong, code) = told(&place.run(&again));
    let expected =
        "Aucune ligne à ajouter.\n3 lignes étaient déjà là.\n3 fichiers scellés enlevés.\n";
    assert_eq!((said.as_str(), wrong.as_str(), code), (expected, "", Some(0)));
    assert_eq!((place.sealed().len(), fs::read(&file).expect("rows")), (0, clear));
}

#[test]
fn a_file_that_stays_closed_is_named_left_and_does_not_keep_the_others_from_opening() {
    let place = Place::with_keys();
    place.collect("B1\n1\n2\n3\n");
    let files = place.sealed();
    let mut bytes = fs::read(&files[0]).expect("sealed");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    fs::write(&files[0], &bytes).expect("written");
    let stranger = place.path("foyer/data/scelle/autre.age");
    fs::write(&stranger, b"age-encryption.org/v1\n").expect("written");
    let open = |key: &str| {
        let arguments = ["ouvrir", "--cle", key, "--de", "foyer", "--vers", "clair", "--enlever"];
        told(&run(place.0.path(), &arguments))
    };
    let (said, wrong, code) = open("cle-usb/cle-structure.txt");
    let damaged = |path: &Path| format!("{}: abîmé, ou ce n'est pas", path.display());
    let wrong = wrong.replace(" :", ":").replace("foyer/data", &place.shown("foyer/data"));
    for file in [&files[0], &stranger] {
        assert!(wrong.contains(&damaged(file)), "{wrong}");
    }
    assert!(
        wrong.ends_with("2 fichiers n'ont pas été ajoutés: ils restent où ils sont.\n"),
        "{wrong}"
    );
    assert!(said.contains("2 fichiers scellés enlevés."), "{said}");
    assert_eq!(code, Some(1));
    let mut left = place.sealed();
    left.sort();
    let mut expected = vec![files[0].clone(), stranger.clone()];
    expected.sort();
    assert_eq!(left, expected);
    assert_eq!(place.rows("clair", &["essai"]), ["0", "0"]);

    // A key of somebody else opens none, and takes none away.
    let other = PrivateKey::fresh().expect("a key");
    fs::write(place.path("autre.txt"), other.text()).expect("written");
    fs::remove_file(&stranger).expect("removed");
    fs::remove_file(&files[0]).expect("removed");
    place.collect("B1\n1\n");
    let (_, wrong, code) = open("autre.txt");
    assert!(wrong.contains("cette clé ne l'ouvre pas."), "{wrong}");
    assert_eq!((place.sealed().len(), code), (1, Some(1)));
}

#[test]
fn what_is_no_key_and_where_nothing_is_sealed_is_told() {
    let place = Place::with_keys();
    for (key, message) in [
        ("answers.csv", "Impossible de lire answers.csv"),
        ("foyer/recueil.toml", "pas de clé privée ici"),
        ("cle-usb/cle-structure.txt", "Aucune réponse scellée dans"),
    ] {
        let (said, wrong, code) = told(&place.run(&["open", "--identity", key]));
        assert!(wrong.contains(message), "{wrong}");
        assert_eq!((said.as_str(), code), ("", Some(2)));
    }
}

#[test]
fn home_says_that_answers_are_sealed_and_how_many() {
    let place = Place::with_keys();
    place.collect("B1\n1\n2\n");
    let (said, _, _) = told(&place.types(&["--dossier", "foyer", "--plain"], ""));
    let expected = format!(
        "2 réponses scellées ici. Seule une clé gardée ailleurs les ouvre. Si l'ordinateur s'arrête \
        pendant un entretien, ses réponses sont perdues. Les réponses sont dans le dossier indiqué au \
        démarrage : {}\n",
        place.shown("foyer/data")
    );
    assert!(said.contains(&expected), "{said}");
}

#[test]
fn an_answer_given_at_the_screen_is_sealed_and_never_stood_readable_on_the_disk() {
    let place = Place::with_keys();
    let typed = "1\n".repeat(20);
    let output = place.types(&["--dossier", "foyer", "--plain", "collect", "com-entree"], &typed);
    let (said, wrong, _) = told(&output);
    assert!(said.contains("Enregistré"), "{said}{wrong}");
    assert!(!place.sealed().is_empty());
    assert!(!place.path("foyer/brouillons").exists(), "not even a draft");
    let data = fs::read_dir(place.path("foyer/data")).expect("a folder").flatten();
    let mut names: Vec<_> = data.map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["README.md", "reserve", "scelle", "scelle.lock"]);
}

#[test]
fn the_commands_of_the_page_about_keys_do_what_it_says() {
    let page = include_str!("../docs/cles.md");
    let blocks = page.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
    let commands: Vec<&str> = blocks.flat_map(str::lines).collect();
    let place = Place::new();
    let mut rows = Vec::new();
    for command in &commands {
        let arguments = command.strip_prefix("recueil ").expect(command).split(' ');
        let output = run(place.0.path(), &arguments.collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(0), "{command}: {:?}", told(&output));
        place.collect("B1\n1\n2\n");
        rows.push(support::rows(place.path("analyse/data"), false, &["B1"]).len());
    }
    assert_eq!((rows, place.sealed().len()), (vec![0, 2, 4], 2), "{commands:?}");
    for file in ["cle-structure.txt", "cle-secours.txt", "fiche-de-secours.html"] {
        assert!(page.contains(file) && place.path("cle-usb").join(file).exists(), "{file}");
    }
    let settings = page.split("```toml\n").nth(1).and_then(|block| block.split("```").next());
    let text = settings.expect("the settings").to_owned();
    let settings = Settings::read(Source { name: String::new(), text }).expect("settings");
    assert!(settings.seals());
}
