//! The commands, their arguments and options, with the words of the language of the person.
//! Never reads what was typed.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, Command, value_parser};

use super::completions::Shell;
use super::xlsform::XLSFORM;
use crate::exchange::{Engine, Format};
use crate::locale::Locale;

/// All that the program understands.
pub(super) fn command(locale: &Locale) -> Command {
    let say = |id: &str| locale.say(id);
    let options = say("cli-options");
    let help = || {
        Arg::new("help")
            .short('h')
            .long("help")
            .alias("aide")
            .action(ArgAction::Help)
            .help(say("cli-help"))
            .help_heading(options.clone())
    };
    // What stands for a value, as a word of the language.
    let value = |word: &str| say(&format!("value-{word}"));
    let positional = |name: &'static str, id: &str| {
        let argument = Arg::new(name).value_name(value(&name.to_lowercase()));
        argument.help(say(id)).help_heading(say("cli-arguments"))
    };
    // Told in the order in which they are written, not by letter.
    let needed = |name: &'static str, id: &str, place: usize| {
        let path = positional(name, id).required(true).display_order(place);
        path.value_parser(value_parser!(PathBuf))
    };
    let template =
        format!("{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}", say("cli-usage"));
    let part = |name: &'static str, id: &str| {
        Command::new(name)
            .about(say(id))
            .disable_help_flag(true)
            .help_template(template.clone())
            .next_help_heading(options.clone())
            .arg(help())
    };
    let file = |name: &'static str, id: &str| {
        Arg::new(name)
            .long(name)
            .value_name(value("file"))
            .value_parser(value_parser!(PathBuf))
            .help(say(id))
    };
    let flag = |name: &'static str, id: &str| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(id))
    };
    let number = |name: &'static str, id: &str| {
        Arg::new(name).value_name("N").value_parser(value_parser!(u32)).help(say(id))
    };
    let show = part("show", "cli-show")
        .alias("montrer")
        .arg(positional("REF", "cli-ref"))
        .arg(file("html", "cli-html").requires("REF"))
        .arg(flag("markdown", "cli-markdown").conflicts_with_all(["REF", "html"]))
        .arg(flag("force", "cli-force"));
    let new = part("new", "cli-fresh")
        .alias("nouveau")
        .arg(positional("REF", "cli-fresh-ref").required(true));
    let atelier = part("atelier", "cli-atelier")
        .alias("workshop")
        .arg(positional("REF", "cli-atelier-ref").required(true))
        .arg(file("cards", "cli-cards").alias("cartes").conflicts_with("minute"))
        .arg(
            Arg::new("per-page")
                .long("per-page")
                .alias("par-page")
                .value_name("4|8")
                .value_parser(["4", "8"])
                .hide_possible_values(true)
                .requires("cards")
                .help(say("cli-per-page")),
        )
        .arg(
            number("blank", "cli-blank")
                .long("blank")
                .alias("vierges")
                .value_parser(value_parser!(u32).range(0..=96))
                .requires("cards"),
        )
        .arg(file("minute", "cli-minute").alias("compte-rendu"))
        .arg(flag("force", "cli-force"));
    let sheets = part("sheets", "cli-sheets")
        .alias("feuilles")
        .arg(positional("FORM", "cli-sheets-form").required(true))
        .arg(number("count", "cli-count").short('n').required_unless_present("aloud"))
        .arg(number("from", "cli-from").long("from").value_name("K"))
        .arg(file("to", "cli-to"))
        .arg(flag("duplex", "cli-duplex").alias("recto-verso"))
        .arg(flag("aloud", "cli-aloud").conflicts_with_all(["count", "from", "duplex"]))
        .arg(flag("force", "cli-force"));
    let words = |name: &'static str, id: &str| {
        Arg::new(name).long(name).value_name(value("text")).help(say(id))
    };
    let init = part("init", "cli-init")
        .alias("commencer")
        .arg(positional("DIR", "cli-init-folder").value_parser(value_parser!(PathBuf)))
        .arg(words("structure", "cli-structure"))
        .arg(words("contact", "cli-contact"))
        .arg(words("site", "cli-site"))
        .arg(
            words("referentiels", "cli-referentiels").value_name(format!("{0},{0}…", value("ref"))),
        )
        .arg(flag("with-questionnaires", "cli-with-questionnaires"))
        .arg(file("kit", "cli-init-kit").value_name(value("dir")).conflicts_with_all([
            "structure",
            "contact",
            "site",
            "referentiels",
            "with-questionnaires",
        ]))
        .arg(flag("force", "cli-init-force"));
    let long = |name: &'static str, id: &str| {
        let number = Arg::new(name).long(name).value_name("N").help(say(id));
        number.value_parser(value_parser!(u64))
    };
    let simulate = part("simulate", "cli-simulate")
        .alias("simuler")
        .arg(positional("FORM", "cli-simulate-form").required(true))
        .arg(
            Arg::new("count")
                .short('n')
                .value_name("N")
                .required(true)
                .value_parser(value_parser!(u64))
                .help(say("cli-simulate-count")),
        )
        .arg(long("seed", "cli-seed").value_name("S").required(true))
        .arg(flag("paired", "cli-paired"))
        .arg(
            Arg::new("change")
                .long("change")
                .value_name("P")
                .value_parser(thousandths)
                .requires("paired")
                .help(say("cli-change")),
        )
        .arg(
            Arg::new("to")
                .long("to")
                .value_name("-")
                .value_parser(["-"])
                .hide_possible_values(true)
                .conflicts_with("paired")
                .help(say("cli-simulate-to")),
        )
        .arg(long("threads", "cli-threads").hide(true));
    let id = || Arg::new("id").long("id").value_name("ID").help(say("cli-id"));
    let agreed = || flag("oui", "cli-oui").alias("yes");
    let correct = part("correct", "cli-correct")
        .alias("corriger")
        .arg(positional("FORM", "cli-correct-form"))
        .arg(number("feuille", "cli-feuille").long("feuille").alias("sheet"))
        .arg(id().conflicts_with("feuille"))
        .arg(Arg::new("jour").long("jour").alias("day").value_name("DATE").help(say("cli-jour")));
    let withdraw = part("withdraw", "cli-withdraw")
        .alias("retirer")
        .arg(positional("CODE", "cli-code").required_unless_present("id"))
        .arg(id().conflicts_with("CODE"))
        .arg(agreed());
    let access = part("access", "cli-access")
        .alias("consulter")
        .arg(positional("CODE", "cli-code").required(true))
        .arg(file("html", "cli-access-html"))
        .arg(flag("force", "cli-force"));
    let close = part("close", "cli-close")
        .alias("clore")
        .arg(positional("CYCLE", "cli-cycle").required(true))
        .arg(agreed());
    let purge = part("purge", "cli-purge").alias("purger").arg(agreed());
    let folder = |name: &'static str, id: &str| {
        let path = Arg::new(name).long(name).value_name(value("dir")).required(true).help(say(id));
        path.value_parser(value_parser!(PathBuf))
    };
    let gather = part("gather", "cli-gather")
        .alias("rassembler")
        .arg(positional("SOURCE", "cli-sources").num_args(0..).value_parser(value_parser!(PathBuf)))
        .arg(folder("into", "cli-into"))
        .arg(flag("settle", "cli-settle"))
        .arg(
            Arg::new("keep")
                .long("keep")
                .value_name("ID=VERSION")
                .action(ArgAction::Append)
                .help(say("cli-keep")),
        );
    let export = part("export", "cli-export")
        .alias("exporter")
        .arg(positional("FORM", "cli-export-form").num_args(0..))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser([Format::WORDS, &[XLSFORM]].concat())
                .hide_possible_values(true)
                .required(true)
                .help(say("cli-export-format")),
        )
        .arg(folder("to", "cli-export-to").alias("vers"))
        .arg(flag("complet", "cli-complet").alias("complete"))
        .arg(flag("diffusion", "cli-diffusion"))
        .group(ArgGroup::new("scope").args(["complet", "diffusion"]))
        .arg(
            Arg::new("without")
                .long("without")
                .alias("sans")
                .value_name("COLUMN")
                .action(ArgAction::Append)
                .help(say("cli-export-without")),
        )
        .arg(flag("essai", "cli-export-trials").alias("trials"))
        .arg(flag("force", "cli-export-force"));
    let import = part("import", "cli-import")
        .alias("importer")
        .arg(
            positional("FILE", "cli-import-file")
                .required(true)
                .num_args(1..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(file("into", "cli-import-into").value_name(value("dir")).alias("vers"))
        .arg(flag("force", "cli-import-force"))
        .arg(flag("essai", "cli-import-trial").alias("trial"))
        .arg(agreed());
    let send = part("send", "cli-send")
        .alias("envoyer")
        .arg(folder("to", "cli-send-to").alias("vers"))
        .arg(flag("force", "cli-send-force"))
        .arg(agreed());
    let kit = part("kit", "cli-kit")
        .arg(
            positional("FILE", "cli-kit-table").required(true).value_parser(value_parser!(PathBuf)),
        )
        .arg(folder("to", "cli-kit-to").alias("vers"))
        .arg(words("due", "cli-kit-due").alias("avant").value_name("DATE"));
    let relay = part("relay", "cli-relay")
        .alias("relais")
        .arg(file("html", "cli-relay-html"))
        .arg(flag("force", "cli-force"));
    let copy = part("copy", "cli-copy").alias("copier").arg(folder("to", "cli-copy-to"));
    let record_voice = part("record-voice", "cli-record-voice")
        .alias("enregistrer-voix")
        .arg(positional("FORM", "cli-record-voice-form").required(true))
        .arg(flag("again", "cli-record-voice-again").alias("encore"));
    let report = part("report", "cli-report")
        .alias("rapport")
        .arg(
            positional("PATH", "cli-report-paths")
                .num_args(0..)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(words("by", "cli-report-by").alias("par").value_name("WHAT"))
        .arg(
            words("cross", "cli-report-cross")
                .alias("croiser")
                .value_name("A,B")
                .conflicts_with_all(["by", "recits"]),
        )
        .arg(flag("essai", "cli-report-essai").alias("trial"))
        .arg(
            flag("recits", "cli-report-stories")
                .alias("stories")
                .conflicts_with_all(["diffusion", "html"]),
        )
        .arg(flag("texts", "cli-report-texts").alias("textes").conflicts_with_all([
            "diffusion",
            "html",
            "recits",
            "by",
            "cross",
        ]))
        .arg(flag("again", "cli-report-again").alias("encore").requires("texts"))
        .arg(flag("diffusion", "cli-report-diffusion").alias("publish"))
        .arg(words("form", "cli-report-form").action(ArgAction::Append).value_name("FORM"))
        .arg(words("ref", "cli-report-ref").action(ArgAction::Append).value_name("REF"))
        .arg(file("html", "cli-report-html"))
        .arg(
            file("csv", "cli-report-csv")
                .conflicts_with_all(["html", "by", "cross", "recits", "texts"]),
        )
        .arg(
            words("sql", "cli-report-sql")
                .value_name(Engine::WORDS.join("|"))
                .value_parser(Engine::WORDS.to_vec())
                .hide_possible_values(true)
                .conflicts_with_all(["html", "csv", "by", "cross", "recits", "texts", "diffusion"]),
        )
        .arg(words("parquet", "cli-report-parquet").value_name(value("dir")).requires("sql"))
        .arg(file("to", "cli-report-to").requires("sql"))
        .arg(flag("force", "cli-force"));
    let mirror = part("mirror", "cli-mirror")
        .alias("miroir")
        .arg(positional("FORM", "cli-mirror-form").num_args(0..))
        .arg(words("seance", "cli-mirror-seance").value_name("ID"))
        .arg(file("html", "cli-mirror-html"))
        .arg(flag("force", "cli-force").requires("html"));
    let keys = part("keys", "cli-keys")
        .alias("cles")
        .arg(file("into", "cli-keys-into").value_name(value("dir")).alias("vers").required(true));
    let open = part("open", "cli-open")
        .alias("ouvrir")
        .arg(file("identity", "cli-identity").alias("cle").required(true))
        .arg(file("from", "cli-open-from").value_name(value("dir")).alias("de").num_args(1..))
        .arg(file("into", "cli-open-into").value_name(value("dir")).alias("vers"))
        .arg(flag("remove", "cli-remove").alias("enlever"));
    // What the borne asks of itself, for each person, is nobody else's to ask.
    let hidden =
        |name: &'static str| Arg::new(name).long(name).value_parser(value_parser!(u32)).hide(true);
    let kiosk = part("kiosk", "cli-kiosk")
        .alias("borne")
        .arg(positional("FORM", "cli-kiosk-forms").num_args(0..))
        .arg(flag("diagnose", "cli-diagnose").alias("diagnostic"))
        .arg(flag("set-code", "cli-kiosk-code").conflicts_with_all(["FORM", "diagnose"]))
        .arg(flag("attended", "cli-kiosk-attended").alias("surveillee"))
        .arg(hidden("one").value_name("PID").num_args(0..=1))
        .arg(flag("first", "cli-kiosk").hide(true))
        .arg(hidden("staff-wait").value_name("SECONDS"));
    let completions = part("completions", "cli-completions").arg(
        positional("SHELL", "cli-shell")
            .required(true)
            .value_parser(Shell::WORDS)
            .hide_possible_values(true),
    );
    // For who makes a package of the program.
    let manual = part("manual", "cli-manual").hide(true).arg(positional("COMMAND", "cli-manual"));
    Command::new("recueil")
        .about(say("cli-about"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .help_template(template.clone())
        .subcommand_help_heading(say("cli-commands"))
        .subcommand_value_name(value("command"))
        .next_help_heading(options.clone())
        .arg(
            Arg::new("dossier")
                .long("dossier")
                .value_name(value("dir"))
                .global(true)
                .value_parser(value_parser!(PathBuf))
                .help(say("cli-dossier")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .value_name(Locale::codes_said().replace(", ", "|"))
                .global(true)
                .help(locale.tell("cli-lang", &[("codes", Locale::codes_said().into())])),
        )
        .arg(
            Arg::new("plain")
                .long("plain")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(say("cli-plain")),
        )
        .arg(
            Arg::new("theme").long("theme").value_name("THEME").global(true).help(say("cli-theme")),
        )
        .arg(
            Arg::new("ascii")
                .long("ascii")
                .global(true)
                .action(ArgAction::SetTrue)
                .help(say("cli-ascii")),
        )
        .arg(flag("large", "cli-large").alias("grande").global(true))
        .arg(help())
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say("cli-version")),
        )
        .subcommand(part("seance", "cli-seance").arg(positional("FORM", "cli-seance-form")))
        .subcommand(
            part("collect", "cli-collect")
                .alias("recueillir")
                .arg(positional("FORM", "cli-form"))
                .arg(file("answers", "cli-answers"))
                .arg(
                    file("verify", "cli-verify")
                        .value_name(value("file") + "2")
                        .requires("answers"),
                ),
        )
        .subcommand(
            part("check", "cli-check")
                .alias("verifier")
                .arg(
                    positional("PATH", "cli-paths")
                        .num_args(0..)
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("against")
                        .long("against")
                        .value_name(value("old"))
                        .value_parser(value_parser!(PathBuf))
                        .help(say("cli-against")),
                )
                .arg(
                    Arg::new("format")
                        .long("format")
                        .value_name("text|json")
                        .value_parser(["text", "json"])
                        .hide_possible_values(true)
                        .help(say("cli-format")),
                ),
        )
        .subcommand(
            part("diff", "cli-diff")
                .alias("comparer")
                .arg(needed("OLD", "cli-old", 1))
                .arg(needed("NEW", "cli-new", 2)),
        )
        .subcommand(show)
        .subcommand(new)
        .subcommand(atelier)
        .subcommand(sheets)
        .subcommand(gather)
        .subcommand(export)
        .subcommand(import)
        .subcommand(copy)
        .subcommand(send)
        .subcommand(kit)
        .subcommand(relay)
        .subcommand(simulate)
        .subcommand(report)
        .subcommand(mirror)
        .subcommand(correct)
        .subcommand(withdraw)
        .subcommand(access)
        .subcommand(close)
        .subcommand(purge)
        .subcommand(init)
        .subcommand(record_voice)
        .subcommand(keys)
        .subcommand(open)
        .subcommand(kiosk)
        .subcommand(completions)
        .subcommand(manual)
}

/// A share from 0 to 1, as people write it, in thousandths.
fn thousandths(written: &str) -> Result<u32, String> {
    let share: f64 = written.replace(',', ".").parse().map_err(|_| written.to_owned())?;
    let nearest =
        (0..=1000).find(|thousandths| (f64::from(*thousandths) - share * 1e3).abs() <= 0.5);
    nearest.ok_or_else(|| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_every_language() {
        for code in Locale::codes() {
            command(&Locale::new(code)).debug_assert();
        }
    }
}
