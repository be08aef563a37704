//! The public lists: words, filters, paging by key, many rows.

use std::fmt::Write as _;

use profile::{
    Register,
    public::{self, Filter},
};

use crate::{here, import, on_both};

async fn names(store: &store::Store, register: Register, filter: Filter) -> Vec<String> {
    let page = public::list(store, here().body, register, &filter, None, 50).await.unwrap();
    assert_eq!(page.total, page.entries.len() as i64);
    page.entries.into_iter().map(|entry| entry.name).collect()
}

#[tokio::test]
async fn services_are_found_by_words_and_filters() {
    on_both(|ground| async move {
        let store = &ground.store;
        let text = "codice,nome,descrizione,aree,comuni,livello,stato\n\
            A,Àncora per anziani,Accompagnamento alle visite,ANZ,Guastalla,2,attivo\n\
            B,Zona giovani,Il centro dei ragazzi,FAM;MUL,Luzzara,1,attivo\n\
            C,Asilo,Nidi e bambini,FAM,Guastalla;Luzzara,,sospeso\n";
        import(store, Register::Services, text).await.unwrap();
        let find = |filter: Filter| names(store, Register::Services, filter);
        assert_eq!(find(Filter::default()).await, ["Àncora per anziani", "Asilo", "Zona giovani"]);
        let words = |words: &str| Filter { words: words.into(), ..Filter::default() };
        assert_eq!(find(words("visita")).await, ["Àncora per anziani"]);
        assert_eq!(find(words("anziana")).await, ["Àncora per anziani"]);
        assert_eq!(find(words("dinosauri")).await, [""; 0]);
        assert_eq!(find(words("' OR 1=1 --\" ?")).await, [""; 0]);
        let area = |area: &str| Filter { area: area.into(), ..Filter::default() };
        assert_eq!(find(area("FAM")).await, ["Asilo", "Zona giovani"]);
        let narrow =
            Filter { words: "bambino".into(), municipality: "035024".into(), ..area("FAM") };
        assert_eq!(find(narrow).await, ["Asilo"]);
        assert_eq!(
            find(Filter { level: "LEVEL 1".into(), ..Filter::default() }).await,
            ["Zona giovani"]
        );
        assert_eq!(
            find(Filter { group: "suspended".into(), ..Filter::default() }).await,
            ["Asilo"]
        );

        let levels = public::by_level(store, here().body).await.unwrap();
        assert_eq!(levels.iter().map(|bar| bar.n).sum::<i64>(), 3);
        assert_eq!(levels.last().map(|bar| (bar.code.as_str(), bar.n)), Some(("", 1)));

        import(
            store,
            Register::Databases,
            "nome,tipo,ambito,contenuto\nISEE,nazionale,reddito,redditi\n",
        )
        .await
        .unwrap();
        let national =
            Filter { group: "national".into(), words: "reddito".into(), ..Filter::default() };
        assert_eq!(names(store, Register::Databases, national).await, ["ISEE"]);
    })
    .await;
}

#[tokio::test]
async fn many_rows_come_in_at_once_and_are_paged_without_gaps() {
    on_both(|ground| async move {
        let store = &ground.store;
        let mut text = String::from("codice,nome,aree\n");
        for n in 0..1_201 {
            // Names repeat, so that the page breaks inside a run of equal names.
            writeln!(text, "S{n},Servizio {},ANZ;FAM", n % 7).unwrap();
        }
        assert_eq!(import(store, Register::Services, &text).await.unwrap().created, 1_201);
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = public::list(
                store,
                here().body,
                Register::Services,
                &Filter::default(),
                after,
                100,
            )
            .await
            .unwrap();
            assert_eq!(page.total, 1_201);
            seen.extend(page.entries.into_iter().map(|entry| (entry.name, entry.code)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert!(seen.is_sorted_by_key(|(name, _)| name.clone()));
        let distinct: std::collections::HashSet<_> = seen.iter().map(|(_, code)| code).collect();
        assert_eq!((seen.len(), distinct.len()), (1_201, 1_201));
        let changed =
            import(store, Register::Services, &text.replace("ANZ;FAM", "DIS")).await.unwrap();
        assert_eq!(changed.changed, 1_201);
        let bars = public::by_area(store, here().body).await.unwrap();
        assert_eq!(bars.iter().map(|bar| bar.n).sum::<i64>(), 1_201);
    })
    .await;
}
