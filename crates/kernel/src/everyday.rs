//! What people say beside what offices write: the everyday words of welfare.
//!
//! A search that finds nothing tries the words on the right. A row is right when somebody at a
//! counter would say it; add one with its line in the test.

use crate::italian;

/// What somebody says, and what an office calls it.
#[derive(Debug)]
pub struct Saying {
    /// Words or short phrases; one is enough.
    pub said: &'static [&'static str],
    /// What to look for instead, most telling first.
    pub written: &'static [&'static str],
}

const fn saying(said: &'static [&'static str], written: &'static [&'static str]) -> Saying {
    Saying { said, written }
}

/// The list; Italian first, then what English pages are asked.
pub const SAYINGS: &[Saying] = &[
    saying(
        &[
            "badante",
            "caregiver",
            "assistere mamma",
            "assistere madre",
            "assistere padre",
            "assistere familiare",
            "carer",
            "home care",
        ],
        &[
            "assistenza domiciliare",
            "assegno di cura",
            "non autosufficienza",
            "caregiver",
            "anziani",
        ],
    ),
    saying(
        &[
            "affitto",
            "sfratto",
            "casa popolare",
            "trovare casa",
            "cercare casa",
            "alloggio",
            "mutuo",
            "rent",
            "eviction",
            "housing",
        ],
        &["affitto", "casa popolare", "emergenza abitativa", "contributi economici", "alloggi"],
    ),
    saying(
        &[
            "fine mese",
            "bollette",
            "bolletta",
            "soldi",
            "povero",
            "povertà",
            "debiti",
            "pagare",
            "sussidio",
            "money",
            "bills",
        ],
        &["contributi economici", "bollette", "reddito", "inclusione", "emporio solidale"],
    ),
    saying(
        &["mangiare", "fame", "spesa", "cibo", "pacco alimentare", "food"],
        &["emporio solidale", "mensa", "pasti"],
    ),
    saying(
        &[
            "straniero",
            "straniera",
            "permesso di soggiorno",
            "immigrato",
            "migrante",
            "profugo",
            "foreigner",
            "residence permit",
            "immigrant",
        ],
        &["persone straniere", "immigrati", "mediazione", "permessi"],
    ),
    saying(
        &[
            "bimbi",
            "bimbo",
            "nido",
            "asilo",
            "bambini piccoli",
            "babysitter",
            "figli",
            "childcare",
            "nursery",
            "children",
        ],
        &["nido", "servizi educativi", "bambini", "centro per le famiglie", "famiglie"],
    ),
    saying(
        &["nonno", "nonna", "vecchio", "anziano solo", "elderly", "old"],
        &["anziani", "centro diurno", "telesoccorso", "pasti a domicilio"],
    ),
    saying(
        &["solo", "sola", "solitudine", "compagnia", "lonely", "alone"],
        &["centro sociale", "compagnia", "socializzazione", "sole"],
    ),
    saying(
        &[
            "handicap",
            "disabile",
            "invalido",
            "invalidità",
            "carrozzina",
            "104",
            "disability",
            "disabled",
        ],
        &["disabilità", "trasporto sociale", "non autosufficienti"],
    ),
    saying(
        &[
            "spid",
            "cie",
            "computer",
            "telefonino",
            "internet",
            "fascicolo",
            "modulo",
            "moduli",
            "digital",
            "forms",
        ],
        &["digitale facile", "spid", "facilitatore", "sportello digitale"],
    ),
    saying(
        &["picchia", "botte", "violenza", "minacce", "paura in casa", "violence", "abuse"],
        &["violenza", "antiviolenza", "donne", "pronto intervento sociale"],
    ),
    saying(
        &["droga", "alcol", "bere", "gioco", "slot", "dipendenza", "drugs", "alcohol", "gambling"],
        &["dipendenze"],
    ),
    saying(
        &["lavoro", "disoccupato", "licenziato", "job", "work", "unemployed"],
        &["tirocini", "lavoro", "inclusione"],
    ),
    saying(
        &["visita", "ospedale", "accompagnare", "passaggio", "dottore", "hospital", "lift"],
        &["trasporto sociale", "accompagnamento", "dimissioni protette"],
    ),
    saying(
        &["senza casa", "dormire", "strada", "senzatetto", "homeless"],
        &["emergenza abitativa", "dormitorio", "pronto intervento sociale", "senza dimora"],
    ),
    saying(
        &["assistente sociale", "aiuto", "non so a chi", "social worker", "help"],
        &["sportello sociale", "servizio sociale"],
    ),
];

/// What offices call the things said in a text, in the order of the list, each once.
///
/// A phrase counts as said when all its telling words are there, in any order and form.
pub fn written_for(text: &str) -> Vec<&'static str> {
    let stems = italian::stems(text);
    let said: Vec<&str> = stems.split(' ').filter(|stem| !stem.is_empty()).collect();
    let mut written: Vec<&'static str> = Vec::new();
    for saying in SAYINGS {
        let heard = saying.said.iter().any(|phrase| {
            let phrase = italian::stems(phrase);
            !phrase.is_empty() && phrase.split(' ').all(|stem| said.contains(&stem))
        });
        if heard {
            written.extend(saying.written);
        }
    }
    let mut once = Vec::new();
    written.retain(|phrase| {
        let new = !once.contains(phrase);
        once.push(*phrase);
        new
    });
    written
}

/// The everyday words, each beside its folded form: a slip in one of them is mended as well.
pub fn words() -> impl Iterator<Item = (String, String)> {
    SAYINGS.iter().flat_map(|saying| saying.said).flat_map(|said| italian::telling_words(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_say_leads_to_what_offices_write() {
        for (said, written) in [
            ("Cerco una badante per la nonna", "assistenza domiciliare"),
            ("non riesco a pagare l’affitto", "contributi economici"),
            ("Non arrivo a fine mese", "contributi economici"),
            ("ho fame", "emporio solidale"),
            ("sono straniera e mi scade il permesso", "persone straniere"),
            ("Dove lascio i bimbi?", "nido"),
            ("mi sento sola", "centro sociale"),
            ("mio figlio è in carrozzina", "disabilità"),
            ("non capisco lo SPID", "digitale facile"),
            ("mio marito mi picchia", "violenza"),
            ("beve troppo: problemi di alcol", "dipendenze"),
            ("ho perso il lavoro", "tirocini"),
            ("chi mi accompagna alla visita", "trasporto sociale"),
            ("dormo in strada", "emergenza abitativa"),
            ("voglio un assistente sociale", "sportello sociale"),
            ("I cannot pay the rent", "affitto"),
        ] {
            let found = written_for(said);
            assert!(found.contains(&written), "{said}: {found:?}");
        }
        assert!(written_for("dinosauri").is_empty());
    }

    #[test]
    fn every_row_says_something() {
        for saying in SAYINGS {
            for phrase in saying.said.iter().chain(saying.written) {
                assert!(!italian::stems(phrase).is_empty(), "{phrase}");
            }
        }
    }
}
