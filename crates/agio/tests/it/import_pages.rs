//! Imports and exports from the command line, as an office runs them.

use std::process::Stdio;

use identity::{BodyFields, Caller};
use testkit::on_both_engines;

use crate::{
    killed::program,
    town::{tables, town},
};

#[tokio::test(flavor = "multi_thread")]
async fn every_register_goes_in_and_out_of_the_command_line() {
    on_both_engines(&[&tables()], |ground| async move {
        let town = town(&ground).await;
        let fields = BodyFields {
            slug: "ente-prova".into(),
            name: "Ente di prova".into(),
            ..BodyFields::default()
        };
        town.program.identity.add_body(&Caller::command_line(), fields).await.unwrap();
        let folder = tempfile::tempdir().unwrap();
        for (what, text) in [
            ("servizi", "codice;nome;schede pdz\nSAD;Assistenza domiciliare;SP1\n"),
            ("basi-dati", "codice;nome\nDB;Cartella\n"),
            ("collegamenti", "servizio;base dati;accesso\nSAD;DB;legge\n"),
            ("schede", "Titolo del piano\nNumero;Titolo;FRNA\nSP1;Restare a casa;1.000,50\n"),
        ] {
            let file = folder.path().join(format!("{what}.csv"));
            std::fs::write(&file, text).unwrap();
            let run = |format: &str, file: &std::path::Path, import: bool| {
                let mut command = program(&ground);
                if import {
                    command.args(["import", what]).arg(file).args([
                        "--body",
                        "ente-prova",
                        "--json",
                    ]);
                } else {
                    command.args(["export", what, "--body", "ente-prova", "--staff"]);
                    command.args(["--format", format, "--out"]).arg(file);
                }
                let out = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
                assert!(out.status.success(), "{what}: {}", String::from_utf8_lossy(&out.stderr));
                String::from_utf8(out.stdout).unwrap()
            };
            assert!(run("", &file, true).contains("\"new\": 1"), "{what}");
            for format in ["xlsx", "csv"] {
                let out = folder.path().join(format!("{what}-out.{format}"));
                run(format, &out, false);
                let told = run("", &out, true);
                assert!(
                    told.contains("\"new\": 0") && told.contains("\"changed\": 0"),
                    "out and in again is no difference: {what} {format} {told}"
                );
            }
        }
        for (format, begins) in [("pdf", &b"%PDF-1.7"[..]), ("docx", &b"PK"[..])] {
            let out = folder.path().join(format!("profilo.{format}"));
            let mut command = program(&ground);
            command.args([
                "export",
                "profilo",
                "--body",
                "ente-prova",
                "--format",
                format,
                "--out",
            ]);
            let done = command.arg(&out).output().unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            assert!(std::fs::read(out).unwrap().starts_with(begins), "{format}");
        }
        for wrong in [["profilo", "csv"], ["servizi", "pdf"]] {
            let mut command = program(&ground);
            command.args(["export", wrong[0], "--body", "ente-prova", "--format", wrong[1]]);
            let done = command.output().unwrap();
            assert!(!done.status.success() && done.stdout.is_empty(), "{wrong:?}");
        }
        let out = folder.path().join("idee.csv");
        let mut command = program(&ground);
        command.args(["export", "idee", "--body", "ente-prova", "--out"]).arg(&out);
        assert!(command.output().unwrap().status.success());
        assert!(std::fs::read_to_string(out).unwrap().starts_with("numero,titolo"));
    })
    .await;
}
