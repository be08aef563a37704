use kernel::{Principal, form::FieldError};
use participation::{
    MIGRATIONS, ParticipationError as E,
    input::{IdeaInput, PathInput, PhaseInput},
    model::Channel,
    service::{ideas, moderation},
};
use testkit::on_both_engines;

use crate::ground::{PATH, draft, idea, listening, send, site, staff};

fn refused(pairs: &[(&str, &str)]) -> Vec<(&'static str, &'static str)> {
    let told = |errors: Vec<FieldError>| errors.into_iter().map(|e| (e.field, e.key)).collect();
    told(IdeaInput::read(draft(pairs), Channel::Web, &["035020"]).unwrap_err())
}

#[test]
fn each_bad_field_is_named() {
    assert_eq!(refused(&[]), [("title", "form-required"), ("text", "form-required")]);
    let huge = "a".repeat(1_000_000);
    assert_eq!(
        refused(&[
            ("title", &huge),
            ("text", &huge),
            ("email", "non-una-email"),
            ("areas", "ZZZ"),
            ("municipality", "099014")
        ]),
        [
            ("title", "form-too-long"),
            ("text", "form-too-long"),
            ("areas", "form-not-in-list"),
            ("municipality", "form-not-in-list"),
            ("email", "form-not-an-email"),
        ]
    );
    let nul = [("title", "Un\0 titolo"), ("text", "Un testo abbastanza lungo per passare.")];
    assert_eq!(refused(&nul), [("title", "form-bad-characters")]);
}

#[test]
fn a_path_and_its_phases_are_checked_too() {
    let keys = |errors: Vec<FieldError>| errors.into_iter().map(|e| e.key).collect::<Vec<_>>();
    let bad = draft(&[
        ("name", "Agenda"),
        ("slug", "!!!"),
        ("year", "duemila"),
        ("lead_office", "digital"),
        ("summary", "Un percorso di prova."),
    ]);
    assert_eq!(keys(PathInput::read(bad).unwrap_err()), ["path-bad-slug", "form-too-long"]);
    let bad =
        [("kind", "listening"), ("title", "Ascolto"), ("from", "31/12/2026"), ("to", "01/12/2026")];
    assert_eq!(keys(PhaseInput::read(draft(&bad)).unwrap_err()), ["phase-ends-before-it-begins"]);
    let bad =
        [("kind", "listening"), ("title", "Ascolto"), ("from", "31/02/2026"), ("to", "01/12/2026")];
    assert_eq!(keys(PhaseInput::read(draft(&bad)).unwrap_err()), ["form-not-a-day"]);
}

#[tokio::test]
async fn markup_is_text_and_traces_are_flagged() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let (store, site) = (&ground.store, site(1));
        listening(&ground, &site).await;
        let text =
            "<script>alert('x')</script> =1+1 chiamate il 333 1234567, O'Brien; DROP TABLE idea;--";
        let input = IdeaInput::read(
            draft(&[("title", "<b>Ciao</b> $1 ?"), ("text", text)]),
            Channel::Web,
            &[],
        )
        .unwrap();
        let sent = send(&ground, &site, input).await;
        moderation::publish(store, &site, &staff(), sent.number).await.unwrap();
        let idea = ideas::idea_page(store, site.body, PATH, 1).await.unwrap().idea;
        assert_eq!((idea.title.as_str(), idea.text.as_str()), ("<b>Ciao</b> $1 ?", text));
        assert_eq!(idea.flags().collect::<Vec<_>>(), ["phone"]);
        for code in ["", "AB", "zzzzzz", &"A".repeat(100_000), "' OR 1"] {
            assert!(
                matches!(ideas::follow(store, site.body, code).await, Err(E::NoSuchCode)),
                "{}",
                code.len()
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_same_title_twice_is_welcome_and_a_wrong_path_is_not() {
    on_both_engines(&[MIGRATIONS], |ground| async move {
        let site = site(1);
        listening(&ground, &site).await;
        let (a, b) = (
            send(&ground, &site, idea("Un pulmino", &[])).await,
            send(&ground, &site, idea("Un pulmino", &[])).await,
        );
        assert!(a.number != b.number && a.code != b.code);
        let nobody = Principal::anonymous();
        let sent =
            ideas::submit(&ground.store, &site, &nobody, "altro", idea("Un pulmino", &[])).await;
        assert!(matches!(sent, Err(E::NoSuchPath)));
    })
    .await;
}
