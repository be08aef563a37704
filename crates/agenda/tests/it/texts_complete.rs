//! Every state, kind and gap has its words in both languages.

use agenda::{
    ActionKind, ActionState, ActionStep, Frequency, IndicatorKind, IndicatorState, Polarity,
    ResultKind, VersionState,
    rules::{GapKind, Term},
    version::ChangeKind,
};

#[test]
fn every_code_has_its_words() {
    let keys: Vec<&str> = [
        ActionState::ALL.map(ActionState::key).to_vec(),
        ActionStep::ALL.map(ActionStep::key).to_vec(),
        IndicatorState::ALL.map(IndicatorState::key).to_vec(),
        VersionState::ALL.map(VersionState::key).to_vec(),
        ActionKind::ALL.map(ActionKind::key).to_vec(),
        ResultKind::ALL.map(ResultKind::key).to_vec(),
        IndicatorKind::ALL.map(IndicatorKind::key).to_vec(),
        Polarity::ALL.map(Polarity::key).to_vec(),
        Frequency::ALL.map(Frequency::key).to_vec(),
        Term::ALL.map(Term::key).to_vec(),
        GapKind::ALL.map(GapKind::key).to_vec(),
        ChangeKind::ALL.map(ChangeKind::key).to_vec(),
    ]
    .concat();
    for file in [agenda::TEXTS.it, agenda::TEXTS.en] {
        for key in &keys {
            assert!(file.lines().any(|line| line.starts_with(&format!("{key} = "))), "{key}");
        }
    }
}

#[test]
fn stored_codes_read_back() {
    for state in ActionState::ALL {
        assert_eq!(ActionState::parse(state.code()), Some(state));
    }
    for kind in GapKind::ALL {
        assert_eq!(GapKind::parse(kind.code()), Some(kind));
    }
}
