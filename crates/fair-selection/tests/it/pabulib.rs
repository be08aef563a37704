//! Reading and writing `.pb` text.

use fair_selection::pabulib::{
    AmountError, Document, ListedProject, Problem, ReadError, RemarkKind, VoteType, Voter,
    WriteError, read, write,
};
use fair_selection::{Ballot, Election, Project, Rule, TieOrder, select};
use proptest::prelude::*;

const PLAIN: &str = "META\nkey;value\ndescription;Prova\nbudget;1000\nvote_type;approval\n\
                     PROJECTS\nproject_id;cost;votes;name;category\n\
                     p1;600;2;Parco;verde\np2;400,50;1;Scuola;\n\
                     VOTES\nvoter_id;vote;age\nv1;p1;30\nv2;p1,p2;\nv3;;41\n";

fn refused(text: &str) -> ReadError {
    read(text.as_bytes()).unwrap_err()
}

#[test]
fn a_plain_file() {
    let reading = read(PLAIN.as_bytes()).unwrap();
    assert_eq!(reading.remarks, []);
    let document = reading.document;
    assert_eq!(document.budget_cents, 100_000);
    assert_eq!(document.meta("description"), Some("Prova"));
    assert_eq!(document.projects[0].project.group.as_deref(), Some("verde"));
    assert_eq!(document.projects[1].project, Project::new("p2", "Scuola", 40_050));
    assert_eq!(document.voters[0].extra, [("age".to_owned(), "30".to_owned())]);
    assert_eq!(document.voters[1].approvals, [0, 1]);
    let election = document.election(&TieOrder::default()).unwrap();
    assert_eq!((election.voters(), election.votes()), (3, &[2, 1][..]));
    assert_eq!(select(&election, &Rule::Greedy).selected, ["p1"]);
}

#[test]
fn mark_quotes_line_ends_and_empty_cells() {
    let text = format!(
        "\u{feff}{}",
        PLAIN
            .replace("Parco;verde", "\"Parco; \"\"Nord\"\"\nnuovo\";verde")
            .replace("PROJECTS\n", "\nPROJECTS;;;;\n")
            .replace("v2;p1,p2;", " v2 ; p1 , p2 ,;")
            .replace('\n', "\r\n"),
    );
    let document = read(text.as_bytes()).unwrap().document;
    assert_eq!(document.projects[0].project.name, "Parco; \"Nord\"\r\nnuovo");
    assert_eq!(document.voters[1].id, "v2");
    assert_eq!(document.voters[1].approvals, [0, 1]);
}

#[test]
fn what_is_put_right_is_told() {
    let text = PLAIN
        .replace("vote_type;approval", "vote_type;choose-1\nnum_votes;7\nnum_projects;2")
        .replace("v1;p1;30", "v1;p1,p1;30")
        .replace("v3;;41", "v1;p9;41");
    let reading = read(text.as_bytes()).unwrap();
    let remarks: Vec<(u64, RemarkKind)> =
        reading.remarks.into_iter().map(|remark| (remark.line, remark.kind)).collect();
    let stated = RemarkKind::CountDiffers { key: "num_votes".into(), stated: "7".into(), found: 3 };
    let expected = [
        (14, RemarkKind::RepeatedProject { id: "p1".into() }),
        (15, RemarkKind::MoreThanOneChoice),
        (16, RemarkKind::UnknownProject { id: "p9".into() }),
        (16, RemarkKind::RepeatedVoter { id: "v1".into() }),
        (6, stated),
    ];
    assert_eq!(remarks, expected);
    assert_eq!(reading.document.vote_type, VoteType::ChooseOne);
    assert_eq!(reading.document.voters[0].approvals, [0]);
    assert!(reading.document.voters[2].approvals.is_empty());
}

const POINTS: &str = "META\nkey;value\nbudget;1000\nvote_type;cumulative\n\
                      PROJECTS\nproject_id;cost\np1;600\np2;400\n\
                      VOTES\nvoter_id;vote;points\nv1;p1,p2;3,0\nv2;p2,p1;2,1\nv3;;\n";

#[test]
fn points_and_rankings() {
    let reading = read(POINTS.as_bytes()).unwrap();
    assert_eq!(reading.remarks.len(), 1);
    assert_eq!(reading.remarks[0].kind, RemarkKind::NoPoints { id: "p2".into() });
    let document = reading.document;
    assert_eq!((document.vote_type, document.points_scale), (VoteType::Cumulative, 1));
    assert_eq!(document.voters[1].points, [2, 1]);
    let election = document.election(&TieOrder::default()).unwrap();
    assert_eq!((election.votes(), election.scores()), (&[2, 1][..], &[4, 2][..]));
    let back = read(write(&document).unwrap().as_bytes()).unwrap().document;
    assert_eq!(back.voters, document.voters);

    // With decimals a point is a hundred units.
    let text = POINTS.replace("2,1\n", "2.5,1\n").replace("cumulative", "scoring");
    let document = read(text.as_bytes()).unwrap().document;
    assert_eq!((document.points_scale, &document.voters[1].points[..]), (100, &[250, 100][..]));
    let back = read(write(&document).unwrap().as_bytes()).unwrap().document;
    assert_eq!(back, read(write(&back).unwrap().as_bytes()).unwrap().document);
    assert_eq!(back.voters, document.voters);

    let error = refused(&POINTS.replace("2,1\n", "2\n"));
    let problem = Problem::PointsCount { projects: 2, points: 1 };
    assert_eq!(error, ReadError { line: 12, problem });

    let text = POINTS.replace("cumulative", "ordinal");
    let document = read(text.as_bytes()).unwrap().document;
    let election = document.election(&TieOrder::default()).unwrap();
    // Places lower than p1: one on the first ballot, none on the second.
    assert_eq!((election.votes(), election.scores()), (&[2, 2][..], &[1, 1][..]));
    let back = read(write(&document).unwrap().as_bytes()).unwrap().document;
    assert_eq!(back.voters, document.voters);
}

#[test]
fn errors_name_the_line() {
    let cases: Vec<(String, u64, Problem)> = vec![
        (String::new(), 1, Problem::MissingSection("META")),
        ("a;b\n".into(), 1, Problem::NotMeta { found: "a;b".into() }),
        ("META\nbudget;1\n".into(), 2, Problem::MissingSection("PROJECTS")),
        (PLAIN.replace("budget;1000\n", ""), 5, Problem::MissingMeta("budget")),
        (PLAIN.replace("vote_type;approval\n", ""), 5, Problem::MissingMeta("vote_type")),
        (
            PLAIN.replace("vote_type;approval", "vote_type;ranking"),
            5,
            Problem::VoteType { found: "ranking".into() },
        ),
        (
            PLAIN.replace("budget;1000", "budget;mille"),
            4,
            Problem::Amount {
                what: "the budget",
                text: "mille".into(),
                why: AmountError::NotANumber,
            },
        ),
        (
            PLAIN.replace("budget;1000", "budget;1000\nbudget;2000"),
            5,
            Problem::RepeatedMeta { key: "budget".into() },
        ),
        (
            PLAIN.replace("400,50", "-400"),
            9,
            Problem::Amount { what: "the cost", text: "-400".into(), why: AmountError::Negative },
        ),
        (
            PLAIN.replace("p2;400", "p1;400"),
            9,
            Problem::RepeatedProject { id: "p1".into(), first_line: 8 },
        ),
        (PLAIN.replace("p2;400", ";400"), 9, Problem::EmptyProjectId),
        (
            PLAIN.replace("Scuola;", "Scuola;verde;di più"),
            9,
            Problem::TooManyCells { cells: 6, columns: 5 },
        ),
        (PLAIN.replace("project_id;cost", "project_id;costs"), 7, Problem::MissingColumn("cost")),
        (
            PLAIN.replace("votes;name", "cost;name"),
            7,
            Problem::RepeatedColumn { name: "cost".into() },
        ),
        (PLAIN.replace("voter_id", "voter"), 11, Problem::MissingColumn("voter_id")),
        (PLAIN.split("VOTES").next().unwrap().into(), 9, Problem::MissingSection("VOTES")),
        (PLAIN.replace("v3;;41", "v3;;41;x"), 14, Problem::TooManyCells { cells: 4, columns: 3 }),
    ];
    for (text, line, problem) in cases {
        assert_eq!(refused(&text), ReadError { line, problem }, "{text}");
    }
    let error = refused(&PLAIN.replace("400,50", "4.000,50"));
    let message = "line 9: the cost \"4.000,50\" cannot be read: it is not a number \
                   with at most one comma or point before the decimals";
    assert_eq!(error.to_string(), message);

    // Windows-1252 text: the byte of "à" alone is no UTF-8.
    let mut bytes = PLAIN.replace("Parco", "Citt?").into_bytes();
    let place = bytes.iter().position(|&byte| byte == b'?').unwrap();
    bytes[place] = 0xe0;
    let error = read(&bytes).unwrap_err();
    assert_eq!(error, ReadError { line: 8, problem: Problem::NotUtf8 });
}

#[test]
fn an_election_becomes_a_file_and_back() {
    let projects = vec![Project::new("a", "Asilo; \"nido\"", 1_050), Project::new("b", "", 2_000)];
    let ballots = vec![Ballot::times([0], 2), Ballot::new([]), Ballot::new([1, 0])];
    let election = Election::new(projects, ballots, 2_500, &TieOrder::default()).unwrap();
    let meta = vec![("country".to_owned(), "Italia".to_owned())];
    let document = Document::of(&election, meta.clone(), 10).unwrap();
    let text = write(&document).unwrap();
    assert!(text.contains("num_votes;4\n"), "{text}");
    let back = read(text.as_bytes()).unwrap();
    assert_eq!(back.remarks, []);
    assert_eq!(back.document.election(&TieOrder::default()).unwrap(), election);

    let many = WriteError::TooManyVoters { voters: 4, most_voters: 3 };
    assert_eq!(Document::of(&election, meta, 3), Err(many));
}

#[test]
fn what_the_format_cannot_hold_is_refused() {
    let listed = |id: &str| ListedProject { project: Project::new(id, "", 1), extra: vec![] };
    for id in ["", "a,b", " a"] {
        let document = Document { projects: vec![listed(id)], ..Document::default() };
        let id = id.to_owned();
        assert_eq!(write(&document), Err(WriteError::ProjectId { row: 1, id }));
    }
    let voter =
        |id: &str, approvals| Voter { id: id.into(), approvals, points: vec![], extra: vec![] };
    let voters = vec![voter("1", vec![0])];
    let document = Document { voters, ..Document::default() };
    assert_eq!(write(&document), Err(WriteError::UnknownProject { row: 1, project: 0 }));
    let document = Document { voters: vec![voter("", vec![])], ..Document::default() };
    assert_eq!(write(&document), Err(WriteError::BlankVoter { row: 1 }));
}

fn cells() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{0,6}", "[a-z;\" ,\n]{0,8}", "META|PROJECTS|VOTES", "[à-ÿ0-9]{1,4}"]
        .prop_map(|text| text.trim().to_owned())
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        names in prop::collection::vec((cells(), 0_u64..1_000_000, prop::option::of("[a-z]{1,4}")), 1..5),
        sets in prop::collection::vec((prop::collection::hash_set(0_usize..5, 0..5), cells()), 0..6),
        description in cells(),
        budget_cents in 0..=i64::MAX as u64,
    ) {
        let projects: Vec<ListedProject> = names
            .into_iter()
            .enumerate()
            .map(|(number, (name, cost, group))| {
                let mut project = Project::new(format!("VOTES{number}"), name, cost);
                project.group = group;
                ListedProject { project, extra: vec![] }
            })
            .collect();
        let voters: Vec<Voter> = sets
            .into_iter()
            .enumerate()
            .map(|(number, (set, sex))| Voter {
                id: number.to_string(),
                approvals: set.into_iter().filter(|&p| p < projects.len()).collect(),
                points: vec![],
                extra: if sex.is_empty() { vec![] } else { vec![("sex".to_owned(), sex)] },
            })
            .collect();
        let meta = vec![
            ("description".to_owned(), description.replace(';', ",")),
            ("num_projects".to_owned(), projects.len().to_string()),
            ("num_votes".to_owned(), voters.len().to_string()),
        ];
        let document =
            Document { meta, budget_cents, vote_type: VoteType::Approval, projects, voters, points_scale: 1 };
        let back = read(write(&document).unwrap().as_bytes()).unwrap();
        prop_assert_eq!(back.remarks, vec![]);
        prop_assert_eq!(&back.document.projects, &document.projects);
        prop_assert_eq!(&back.document.voters, &document.voters);
        prop_assert_eq!(back.document.meta("description"), document.meta("description"));
        prop_assert_eq!(back.document.budget_cents, budget_cents);
    }

    #[test]
    fn no_bytes_make_the_reader_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        cuts in prop::collection::vec((0_usize..400, any::<u8>()), 0..6),
    ) {
        let _ = read(&bytes);
        let mut spoiled = PLAIN.as_bytes().to_vec();
        for (place, byte) in cuts {
            let length = spoiled.len();
            spoiled[place % length] = byte;
        }
        if let Ok(reading) = read(&spoiled) {
            let election = reading.document.election(&TieOrder::default()).unwrap();
            let _ = select(&election, &Rule::equal_shares());
        }
    }
}
