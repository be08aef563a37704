//! The short lists of our own, each code with the Italian words people write for it.

use crate::fields::Choices;

/// The areas of the regional plan.
pub const PLAN_AREAS: Choices = &[
    ("a", &["area a", "prossimita e domiciliarita"]),
    ("b", &["area b", "riduzione delle diseguaglianze", "promozione della salute"]),
    ("c", &["area c", "autonomia delle persone"]),
    ("d", &["area d", "partecipazione"]),
    ("e", &["area e", "qualificazione dei servizi"]),
];

/// How a service is run.
pub const MANAGEMENT: Choices = &[
    ("direct", &["diretta", "in economia"]),
    ("associated", &["associata", "unione", "associata unione", "gestione associata"]),
    ("asp", &["azienda di servizi alla persona"]),
    ("ausl", &["ausl delegata", "delega ausl", "delegata"]),
    ("accredited", &["accreditata", "accreditamento"]),
    ("codesigned", &["co progettata", "coprogettata", "co progettazione", "coprogettazione"]),
    ("agreement", &["convenzione", "in convenzione", "convenzionata"]),
];

/// Whether a service runs.
pub const STATUS: Choices = &[
    ("active", &["attivo", "attiva", "in corso"]),
    ("suspended", &["sospeso", "sospesa"]),
    ("planned", &["in progettazione", "progettazione", "previsto"]),
    ("ended", &["cessato", "cessata", "chiuso"]),
];

/// National and regional platforms.
pub const PLATFORMS: Choices = &[
    ("spid", &["identita spid"]),
    ("cie", &["carta d identita elettronica"]),
    ("eidas", &["e idas"]),
    ("pagopa", &["pago pa"]),
    ("io", &["app io", "appio"]),
    ("anpr", &["anagrafe nazionale"]),
    ("pdnd", &["piattaforma digitale nazionale dati"]),
    ("send", &["notifiche digitali", "piattaforma notifiche"]),
    ("inad", &["domicili digitali inad"]),
    ("fse", &["fascicolo sanitario", "fascicolo sanitario elettronico"]),
    ("isee", &["isee inps"]),
    ("siuss", &["waas", "siuss waas", "casellario"]),
    ("lepidaid", &["lepida id"]),
    ("accesso_unitario", &["portale servizi regionale"]),
    ("digital_domicile", &["domicilio digitale"]),
    ("signature", &["firma", "firma digitale", "firma elettronica"]),
];

/// What makes a place easy to use for everybody.
pub const PLACE_ACCESS: Choices = &[
    ("wheelchair", &["sedia a rotelle", "carrozzina", "senza barriere", "accessibile"]),
    ("lift", &["ascensore"]),
    ("toilet", &["bagno accessibile", "servizi igienici accessibili"]),
    ("parking", &["parcheggio", "parcheggio riservato"]),
    ("transport", &["mezzi pubblici", "autobus", "fermata vicina"]),
    ("sign_language", &["lis", "lingua dei segni"]),
    ("hearing_loop", &["induzione magnetica", "anello a induzione"]),
    ("tactile", &["percorso tattile", "mappa tattile"]),
    ("quiet", &["spazio tranquillo", "sala riservata"]),
];

/// Who helps a person who cannot do it alone.
pub const HELP: Choices = &[
    ("digitale_facile", &["punto digitale facile", "digitale facile"]),
    ("caf", &["caf patronato", "patronato"]),
    ("desk", &["sportello", "allo sportello"]),
    ("phone", &["telefono", "al telefono"]),
    ("mediator", &["mediatore", "mediatrice", "mediazione linguistica"]),
    ("home", &["a casa", "a domicilio"]),
    ("volunteer", &["volontari", "volontariato"]),
    ("delegate", &["delega", "con delega"]),
];

/// How far a card is: written, to be checked, checked. A check older than a year is worked out.
pub const CARD_STATES: Choices = &[
    ("draft", &["bozza", "in bozza"]),
    ("to_verify", &["da verificare", "da controllare"]),
    ("verified", &["verificata", "verificato", "controllata"]),
];

/// Why a database is essential.
pub const ESSENTIAL: Choices = &[
    ("stops", &["senza si ferma un servizio", "blocca"]),
    ("law", &["prevista da una norma", "norma", "legge"]),
    ("shared", &["usata da almeno tre servizi", "condivisa"]),
    ("indicator", &["serve a un indicatore", "indicatore"]),
];

/// Barriers between people and a service.
pub const BARRIERS: Choices = &[
    ("language", &["lingua"]),
    ("spid", &["identita digitale"]),
    ("distance", &["distanza", "trasporti"]),
    ("bureaucracy", &["burocrazia", "moduli"]),
    ("hours", &["orari", "orario"]),
    ("shame", &["vergogna"]),
    ("digital_divide", &["digital divide", "divario digitale"]),
];

/// Whether a record is made up for demonstration.
pub const DEMO: Choices = &[
    ("yes", &["si", "vero", "1"]),
    ("partly", &["in parte", "parziale"]),
    ("no", &["falso", "0"]),
];

/// Whose database it is.
pub const DATABASE_KINDS: Choices = &[
    ("local", &["locale", "comunale"]),
    ("regional", &["regionale"]),
    ("national", &["nazionale"]),
    ("third_sector", &["terzo settore", "ets"]),
];

/// What a database is about.
pub const SCOPES: Choices = &[
    ("registry", &["anagrafe"]),
    ("income", &["reddito"]),
    ("case", &["presa in carico"]),
    ("benefits", &["prestazioni"]),
    ("facilities", &["strutture"]),
    ("rankings", &["graduatorie"]),
    ("access", &["accessi"]),
    ("planning", &["programmazione"]),
    ("quality", &["qualita"]),
];

/// Where an application runs.
pub const HOSTING: Choices = &[
    ("local", &["locale", "in sede"]),
    ("psn_cloud", &["cloud psn", "psn"]),
    ("saas", &["saas qualificato", "cloud qualificato"]),
];

/// How a person is told apart.
pub const PERSON_KEYS: Choices = &[
    ("tax_code", &["cf", "codice fiscale"]),
    ("internal_id", &["id interno", "codice interno"]),
    ("none", &["nessuna", "nessuno"]),
];

/// How often a database is brought up to date.
pub const FREQUENCIES: Choices = &[
    ("real_time", &["tempo reale", "in tempo reale", "continuo"]),
    ("daily", &["giornaliero", "giornaliera", "quotidiano"]),
    ("weekly", &["settimanale"]),
    ("monthly", &["mensile"]),
    ("quarterly", &["trimestrale"]),
    ("half_yearly", &["semestrale"]),
    ("yearly", &["annuale"]),
    ("sporadic", &["sporadico", "sporadica", "irregolare"]),
];

/// The part of a database on the national data platform.
pub const PDND: Choices = &[
    ("none", &["no", "nessuno"]),
    ("provided", &["erogato", "erogatore"]),
    ("consumed", &["fruito", "fruitore"]),
    ("both", &["erogato e fruito", "entrambi"]),
];

/// How open a database is.
pub const OPENNESS: Choices = &[
    ("no", &["chiuso"]),
    ("aggregate", &["aggregato", "solo aggregato"]),
    ("yes", &["si", "aperto"]),
];

/// What a service does with a database.
pub const ACCESS: Choices = &[
    ("read", &["lettura", "legge", "r", "l"]),
    ("write", &["scrittura", "scrive", "w", "s"]),
    (
        "read_write",
        &["lettura e scrittura", "lettura scrittura", "legge e scrive", "rw", "r w", "ls", "l s"],
    ),
];

/// By what means a service and a database exchange data.
pub const MEANS: Choices =
    &[("manual", &["manuale", "a mano"]), ("file", &[]), ("api", &[]), ("pdnd", &[])];
