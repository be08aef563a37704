//! Search that forgives, filters with counts, nearness, and the page of needs.

use profile::{
    Register,
    find::{self, Count},
    needs::{self, Ask, Reason},
    public::{Filter, Sort},
};
use store::search;

use crate::{here, import, on_both};

const TEXT: &str = "codice,nome,descrizione,aree,comuni,livello,stato,canali,lingue,macrolivello,telefono,luogo\n\
    S1,Assistenza domiciliare,Un operatore viene a casa,ANZ,Guastalla,2,attivo,03.1,it,2.1,0522 000001,\n\
    S2,Contributi economici,Aiuti per l’affitto e le bollette,POV,Guastalla;Luzzara,3,attivo,01.1.1,it;fr,5.2,0522 000002,Via Roma di Guastalla\n\
    S3,Sportello sociale,La prima porta perché nessuno resti solo,MUL,Luzzara,1,attivo,01.1.1,it,1.1,0522 000003,\n\
    S4,Sportello per persone straniere,Permessi e lingua,IMM,,,sospeso,03,it;fr,1.1,,\n";

fn words(words: &str) -> Filter {
    Filter { words: words.into(), ..Filter::default() }
}

async fn found(store: &store::Store, filter: Filter) -> (Vec<String>, Vec<String>) {
    let (body, register) = (here().body, Register::Services);
    let found =
        find::list(store, body, register, &filter, Sort::Name, false, (None, 50)).await.unwrap();
    (found.page.entries.into_iter().map(|entry| entry.code).collect(), found.also)
}

#[tokio::test]
async fn slips_elisions_and_everyday_words_find_the_service() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, TEXT).await.unwrap();
        for (typed, code) in [
            // As written, whatever its number, accent or elision: nothing else is tried.
            ("l’assistenza", "S1"),
            ("dell'affitto", "S2"),
            ("contributo", "S2"),
            ("perche", "S3"),
            ("PERCHÉ", "S3"),
        ] {
            assert_eq!(found(store, words(typed)).await, (vec![code.into()], vec![]), "{typed}");
        }
        for (typed, code, also) in [
            ("asistenza", "S1", "assistenza"),
            ("assitenza domicigliare", "S1", "assistenza domiciliare"),
            ("contributti", "S2", "contributi"),
            ("l'afitto", "S2", "affitto"),
            ("badante", "S1", "assistenza domiciliare"),
            ("badnate", "S1", "assistenza domiciliare"),
            ("non arrivo a fine mese", "S2", "contributi economici"),
            ("permesso di soggiorno", "S4", "persone straniere"),
        ] {
            let (codes, phrases) = found(store, words(typed)).await;
            assert!(codes.contains(&code.to_owned()), "{typed}: {codes:?} {phrases:?}");
            assert!(phrases.contains(&also.to_owned()), "{typed}: {phrases:?}");
        }
        assert_eq!(found(store, words("dinosauri")).await, (vec![], vec![]));
        assert_eq!(found(store, words("\" OR 1=1 --")).await, (vec![], vec![]));
        // The typed words alone, when asked so; and too narrow filters are no mistake of typing.
        let asked = words("asistenza");
        let exact =
            find::list(store, here().body, Register::Services, &asked, Sort::Name, true, (None, 9));
        assert_eq!(exact.await.unwrap().page.total, 0);
        let narrow = Filter { area: "IMM".into(), ..words("assistenza") };
        assert_eq!(found(store, narrow).await, (vec![], vec![]));
    })
    .await;
}

#[tokio::test]
async fn words_of_drafts_and_of_others_are_never_offered() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, TEXT).await.unwrap();
        let secret = |body: kernel::BodyId, n: u128, title: &'static str, public: bool| {
            store.write(body, (n, title, public), |tx, (n, title, public)| {
                Box::pin(async move {
                    let document = search::Document {
                        kind: "service",
                        id: kernel::id::Uuid::from_u128(*n),
                        title,
                        summary: "",
                        href: "/x",
                        text: "",
                        public: *public,
                    };
                    search::put(tx, &document).await
                })
            })
        };
        let other = kernel::BodyId(kernel::id::Uuid::from_u128(8));
        secret(here().body, 1, "Ristrutturazione riservata", false).await.unwrap();
        secret(other, 2, "Piscina comunale", true).await.unwrap();
        for typed in ["ristruturazione", "piscna", "riservatta"] {
            let wider = search::widen(store, Some(here().body), Some("service"), typed).await;
            assert_eq!(wider.unwrap(), None, "{typed}");
        }
        let wider = search::widen(store, Some(other), Some("service"), "piscna").await.unwrap();
        assert_eq!(wider.unwrap().phrases, ["piscina"]);
        // What everybody may read of any body is found from the network's page.
        assert!(search::widen(store, None, None, "piscna").await.unwrap().is_some());
        assert!(search::widen(store, None, None, "ristruturazione").await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn filters_combine_and_say_how_many_they_leave() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, TEXT).await.unwrap();
        let facets =
            async |filter: &Filter| find::facets(store, here().body, filter).await.unwrap();
        let told = |counts: &[Count]| {
            counts.iter().map(|count| format!("{} {}", count.code, count.n)).collect::<Vec<_>>()
        };
        let all = facets(&Filter::default()).await;
        assert_eq!(told(&all.municipalities), ["035024 2", "035026 2"]);
        assert_eq!(told(&all.languages), ["it 4", "fr 2"]);
        assert_eq!(told(&all.states), ["active 3", "suspended 1"]);
        assert_eq!(told(&all.channels), ["01 2", "01.1 2", "01.1.1 2", "03 2", "03.1 1"]);
        // Each count is what the list shows once chosen, the other filters kept.
        let french = Filter { language: "fr".into(), ..Filter::default() };
        let left = facets(&french).await;
        assert_eq!(told(&left.languages), ["it 4", "fr 2"]);
        for state in &left.states {
            let chosen = Filter { group: state.code.clone(), ..french.clone() };
            assert_eq!(found(store, chosen).await.0.len() as i64, state.n, "{state:?}");
        }
        for channel in &left.channels {
            let chosen = Filter { channel: channel.code.clone(), ..french.clone() };
            assert_eq!(found(store, chosen).await.0.len() as i64, channel.n, "{channel:?}");
        }
        for area in &left.areas {
            let chosen = Filter { area: area.code.clone(), ..french.clone() };
            assert_eq!(found(store, chosen).await.0.len() as i64, area.n, "{area:?}");
        }
        let hostile = Filter { language: "fr' OR 1=1 --".into(), ..Filter::default() };
        assert_eq!(found(store, hostile).await.0, [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn what_is_near_comes_first_and_pages_do_not_skip() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, TEXT).await.unwrap();
        let near = Sort::Near(find::municipality("035024").unwrap());
        let (mut codes, mut after) = (Vec::new(), None);
        loop {
            let (body, register) = (here().body, Register::Services);
            let all = Filter::default();
            let piece = find::list(store, body, register, &all, near, false, (after, 1));
            let page = piece.await.unwrap().page;
            codes.extend(page.entries.into_iter().map(|entry| entry.code));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        // There and serving it; serving it; serving the neighbours; not saying.
        assert_eq!(codes, ["S2", "S1", "S3", "S4"]);
        assert!(find::municipality("'; DROP").is_none());
    })
    .await;
}

#[tokio::test]
async fn a_need_leads_to_services_with_reasons_and_to_a_person() {
    on_both(|ground| async move {
        let store = &ground.store;
        import(store, Register::Services, TEXT).await.unwrap();
        let ask = Ask {
            need: needs::recognise("non riesco a pagare l’affitto"),
            words: "non riesco a pagare l’affitto".into(),
            whom: None,
            municipality: find::municipality("035024"),
        };
        let answer = needs::answer(store, here().body, &ask).await.unwrap();
        let first = &answer.services[0];
        assert_eq!(first.card.code, "S2");
        assert_eq!(first.card.phones(None), ["0522 000002"]);
        assert!(matches!(&first.reasons[0], Reason::Speaks(phrase) if phrase.contains("affitto")));
        assert!(first.reasons.contains(&Reason::Serves("035024".into())));
        assert_eq!(answer.desk.unwrap().code, "S3", "there is always a person");

        // What does not run, or serves only another place, is not shown.
        let foreign = Ask { need: needs::by_slug("straniero"), ..Ask::default() };
        let codes = |answer: needs::Answer| {
            answer.services.into_iter().map(|one| one.card.code).collect::<Vec<_>>()
        };
        let answer = needs::answer(store, here().body, &foreign).await.unwrap();
        assert!(!codes(answer).contains(&"S4".to_owned()));
        let care = Ask {
            need: needs::by_slug("assistere"),
            municipality: find::municipality("035026"),
            ..Ask::default()
        };
        let answer = needs::answer(store, here().body, &care).await.unwrap();
        assert!(!codes(answer).contains(&"S1".to_owned()), "not in Luzzara");

        // Nothing fits: still a person.
        let odd = Ask { words: "dinosauri".into(), ..Ask::default() };
        let answer = needs::answer(store, here().body, &odd).await.unwrap();
        assert!(answer.services.is_empty() && answer.desk.is_some());
    })
    .await;
}
