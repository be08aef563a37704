//! The records of step 1: a service, a database, and who uses what.

use jiff::civil::Date;
use kernel::{Cents, id::Uuid, vocabulary as list};

use crate::{
    fields::{Field, Kind},
    lists,
    structured::{self, Class, ServiceChannel, ServicePlatform},
};

kernel::define_id!(
    /// A service.
    ServiceId
);
kernel::define_id!(
    /// A database of the register.
    DatabaseId
);

/// Which register a record belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Register {
    /// Services.
    Services,
    /// Databases.
    Databases,
    /// Sheets of the zone plan.
    PlanSheets,
}

impl Register {
    /// Every register.
    pub const ALL: [Self; 3] = [Self::Services, Self::Databases, Self::PlanSheets];

    /// The word in addresses and forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Services => "servizi",
            Self::Databases => "basi-dati",
            Self::PlanSheets => "schede",
        }
    }

    /// The register of a word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|register| register.code() == code)
    }

    /// The kind of one record, on the thread, in search and in the log.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Services => "service",
            Self::Databases => "database",
            Self::PlanSheets => "plan_sheet",
        }
    }

    pub(crate) const fn table(self) -> &'static str {
        match self {
            Self::Services => "service",
            Self::Databases => "information_base",
            Self::PlanSheets => "plan_sheet",
        }
    }

    /// The fields of a record, in the order of the form.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Services => Service::FIELDS,
            Self::Databases => Database::FIELDS,
            Self::PlanSheets => PlanSheet::FIELDS,
        }
    }

    /// Where a field stands among the fields.
    pub fn position(self, field: &str) -> Option<usize> {
        self.fields().iter().position(|f| f.name == field)
    }
}

/// The kept values of one record, one for each field of its register, in order.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Values(pub Vec<String>);

impl Values {
    /// All empty.
    pub fn empty(register: Register) -> Self {
        Self(vec![String::new(); register.fields().len()])
    }

    /// The value of a field; empty when there is no such field.
    pub fn get(&self, register: Register, field: &str) -> &str {
        register.position(field).and_then(|at| self.0.get(at)).map_or("", String::as_str)
    }
}

/// How a kept value becomes the type of a field.
trait FromKept {
    fn from_kept(kept: &str) -> Self;
}

impl FromKept for String {
    fn from_kept(kept: &str) -> Self {
        kept.to_owned()
    }
}

impl FromKept for Vec<String> {
    fn from_kept(kept: &str) -> Self {
        kept.split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

impl FromKept for Vec<ServiceChannel> {
    fn from_kept(kept: &str) -> Self {
        structured::channels(kept)
    }
}

impl FromKept for Vec<ServicePlatform> {
    fn from_kept(kept: &str) -> Self {
        structured::platforms(kept)
    }
}

impl FromKept for Vec<Class> {
    fn from_kept(kept: &str) -> Self {
        structured::classes(kept)
    }
}

impl FromKept for Option<i64> {
    fn from_kept(kept: &str) -> Self {
        kept.parse().ok()
    }
}

impl FromKept for Option<Cents> {
    fn from_kept(kept: &str) -> Self {
        kept.parse().ok().map(Cents)
    }
}

impl FromKept for Option<Date> {
    fn from_kept(kept: &str) -> Self {
        kept.parse().ok()
    }
}

impl FromKept for Option<bool> {
    fn from_kept(kept: &str) -> Self {
        match kept {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }
}

/// Declares a record: its typed struct and the list of its fields, from one table.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident {
        $( $(#[$field_doc:meta])* $field:ident: $type:ty = $kind:expr $(, $flag:ident)* => [$($heading:literal),*]; )*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $( $(#[$field_doc])* pub $field: $type, )* }

        impl $name {
            /// The fields, in the order of the form.
            pub const FIELDS: &'static [Field] = &[ $( Field {
                name: stringify!($field),
                kind: $kind,
                required: record!(@has required $($flag)*),
                essential: record!(@has essential $($flag)*) || record!(@has required $($flag)*),
                headings: &[$($heading),*],
            }, )* ];

            /// Makes the record of its kept values.
            pub fn from_values(values: &Values) -> Self {
                let mut kept = values.0.iter().map(String::as_str);
                Self { $( $field: FromKept::from_kept(kept.next().unwrap_or_default()), )* }
            }
        }
    };
    (@has required required $($rest:ident)*) => { true };
    (@has essential essential $($rest:ident)*) => { true };
    (@has $what:ident $other:ident $($rest:ident)*) => { record!(@has $what $($rest)*) };
    (@has $what:ident) => { false };
}

record! {
    /// A service, digital or not, that the body offers or takes part in.
    Service {
        /// The office's own code, the stable key of the record.
        code: String = Kind::Code => ["codice", "codice servizio", "id", "id servizio"];
        /// Name.
        name: String = Kind::Line(200), required => ["nome", "denominazione", "servizio", "nome servizio", "titolo"];
        /// Other names and words people look for it with.
        keywords: String = Kind::Line(500) => ["parole chiave", "altri nomi", "sinonimi", "tag"];
        /// What it is, in a few lines.
        short_description: String = Kind::Text(2000), essential => ["descrizione", "descrizione breve", "description"];
        /// The same in words easy to read.
        easy_description: String = Kind::Text(2000) => ["descrizione facile", "descrizione facile da leggere", "facile da leggere"];
        /// Body that answers for it.
        owner: String = Kind::Line(200) => ["titolare", "ente titolare", "ente"];
        /// IPA code of that body.
        owner_ipa: String = Kind::Line(20) => ["codice ipa", "ipa", "codice ipa titolare"];
        /// How it is run.
        management: String = Kind::Choice(lists::MANAGEMENT), essential => ["gestione", "forma di gestione", "tipo gestione"];
        /// Who runs it.
        provider: String = Kind::Line(200) => ["gestore", "ente gestore", "soggetto gestore"];
        /// Office to ask.
        contact_office: String = Kind::Line(200), essential => ["referente", "ufficio", "ufficio referente", "office"];
        /// Telephone of the office, for everybody.
        phone: String = Kind::Line(100) => ["telefono", "tel", "recapito telefonico", "phone"];
        /// E-mail address of the office, for everybody.
        email: String = Kind::Email => ["e mail", "mail", "posta elettronica", "indirizzo e mail"];
        /// ISTAT areas of users.
        areas: Vec<String> = Kind::Terms(list::areas), essential => ["area", "aree", "aree istat", "area istat", "area utenza", "area di utenza"];
        /// SIUSS area of users, 1 to 3.
        siuss_area: Option<i64> = Kind::Whole(1, 3) => ["area siuss", "siuss"];
        /// SIUSS codes of its benefits.
        siuss_codes: String = Kind::Line(200) => ["codici siuss", "codice siuss", "prestazioni siuss", "codice prestazione"];
        /// Macro-level and objective of the ministerial matrix.
        macro_level: String = Kind::Term(list::macro_levels), essential => ["macrolivello", "macrolivello obiettivo", "obiettivo di servizio", "macrolevel"];
        /// Essential level (LEPS) it gives effect to.
        leps: Vec<String> = Kind::Terms(list::leps) => ["lep", "livello essenziale", "livelli essenziali"];
        /// COFOG functions.
        cofog: Vec<String> = Kind::Terms(list::cofog) => ["funzione cofog", "funzioni cofog"];
        /// Life events that lead to it.
        life_events: Vec<String> = Kind::Terms(list::life_events) => ["eventi della vita", "evento della vita", "evento vita", "eventi vita"];
        /// Subject matters of public services (OntoPiA).
        subject_matters: Vec<String> = Kind::Terms(list::subject_matters) => ["materie", "materia", "materia del servizio"];
        /// Topics on app IO.
        io_topics: Vec<String> = Kind::Terms(list::io_topics) => ["argomenti io", "argomento io", "argomenti app io"];
        /// Terms of the body's own classifications.
        local_terms: Vec<Class> = Kind::Classes => ["classificazioni locali", "voci locali", "classificazione locale", "tabelle locali"];
        /// Sheets of the regional social and health plan.
        regional_sheets: String = Kind::Line(300) => ["schede pssr", "scheda pssr", "pssr"];
        /// Intervention sheets of the zone plan.
        plan_sheets: String = Kind::Line(300) => ["scheda pdz", "schede pdz", "scheda intervento", "schede intervento", "piano di zona"];
        /// Whom it is for.
        recipients: String = Kind::Text(1000), essential => ["destinatari", "beneficiari", "utenti", "a chi si rivolge"];
        /// Youngest age.
        age_from: Option<i64> = Kind::Whole(0, 130) => ["eta da", "eta minima", "da anni"];
        /// Oldest age.
        age_to: Option<i64> = Kind::Whole(0, 130) => ["eta a", "eta massima", "fino a anni"];
        /// Languages spoken.
        languages: Vec<String> = Kind::Terms(list::languages) => ["lingue", "lingua", "lingue parlate"];
        /// What one needs to get it.
        requirements: String = Kind::Text(2000) => ["requisiti", "requisiti di accesso"];
        /// Highest ISEE with which one gets it.
        isee_limit: Option<Cents> = Kind::Money => ["soglia isee", "isee massimo", "limite isee"];
        /// How to ask.
        how_to: String = Kind::Text(2000) => ["come fare", "come si chiede", "come fare domanda", "come si accede"];
        /// What one must bring.
        needed: String = Kind::Text(2000) => ["cosa serve", "che cosa serve", "documenti", "documenti necessari"];
        /// What one gets.
        outcome: String = Kind::Text(2000) => ["cosa si ottiene", "che cosa si ottiene", "risultato"];
        /// Times and deadlines.
        times: String = Kind::Text(1000) => ["tempi", "tempi e scadenze", "scadenze", "tempi di risposta"];
        /// Days one waits on average.
        waiting_days: Option<i64> = Kind::Whole(0, 3650) => ["giorni di attesa", "attesa", "attesa media", "tempo di attesa"];
        /// Conditions of the service.
        conditions: String = Kind::Text(1000) => ["condizioni", "condizioni di servizio"];
        /// SIUSS means test, 1 to 4.
        means_test: Option<i64> = Kind::Whole(1, 4) => ["prova dei mezzi", "prova mezzi"];
        /// ISTAT codes of the municipalities it covers.
        municipalities: Vec<String> = Kind::Terms(list::municipalities), essential => ["comuni", "comune", "comuni coperti", "territorio"];
        /// Where it is.
        place: String = Kind::Line(300) => ["luogo", "sede", "indirizzo", "address"];
        /// What makes the place easy to use.
        place_access: Vec<String> = Kind::Choose(lists::PLACE_ACCESS) => ["accessibilita", "accessibilita del luogo", "accessibilita della sede"];
        /// The same in words.
        place_access_note: String = Kind::Text(500) => ["note sull accessibilita", "nota accessibilita", "come arrivare"];
        /// People served in a year.
        users_count: Option<i64> = Kind::Whole(0, 10_000_000) => ["utenti anno", "numero utenti", "n utenti", "utenti in un anno"];
        /// Which year.
        users_year: Option<i64> = Kind::Whole(1990, 2200) => ["anno utenti", "anno", "anno di riferimento", "year"];
        /// Where the number comes from.
        users_source: String = Kind::Line(300) => ["fonte utenti", "fonte del numero"];
        /// OntoPiA channels.
        channels: Vec<String> = Kind::Terms(list::channels), essential => ["canali", "canale", "canali di accesso"];
        /// The channels with their places, hours and addresses.
        channel_details: Vec<ServiceChannel> = Kind::Channels => ["dettaglio canali", "canali e orari", "sportelli", "punti di accesso"];
        /// Opening hours.
        opening_hours: String = Kind::Text(500) => ["orari", "orario", "orari di apertura"];
        /// OntoPiA level of interactivity today.
        current_level: String = Kind::Term(list::interactivity_levels), essential => ["livello attuale", "livello", "livello di interattivita", "livello interattivita", "level"];
        /// Level to reach.
        target_level: String = Kind::Term(list::interactivity_levels) => ["livello obiettivo", "livello atteso"];
        /// Page that shows the level of today.
        level_url: String = Kind::Url => ["prova del livello", "pagina del livello", "evidenza livello", "evidenza"];
        /// When the level of today was measured.
        level_date: Option<Date> = Kind::Day => ["data livello", "livello rilevato il", "data rilevazione livello"];
        /// By when the level to reach is wanted.
        target_date: Option<Date> = Kind::Day => ["data obiettivo", "livello obiettivo entro", "entro il"];
        /// Kinds of sign-in.
        authentication: Vec<String> = Kind::Terms(list::authentication) => ["autenticazione", "accesso con"];
        /// National platforms and how far it is with each.
        platforms: Vec<ServicePlatform> = Kind::Platforms => ["piattaforme", "piattaforme abilitanti"];
        /// Software behind it.
        software: String = Kind::Line(200) => ["programma", "applicativo"];
        /// Barriers people meet.
        barriers: Vec<String> = Kind::Choose(lists::BARRIERS) => ["barriere", "barriere rilevate"];
        /// The same in words.
        barriers_note: String = Kind::Text(500) => ["note sulle barriere", "descrizione barriere"];
        /// Who helps to get it.
        help: Vec<String> = Kind::Choose(lists::HELP) => ["aiuto", "chi aiuta", "aiuti disponibili", "aiuto disponibile"];
        /// Help to get it.
        assistance: String = Kind::Line(300) => ["assistenza", "assistenza disponibile"];
        /// What the user pays.
        user_cost: Option<Cents> = Kind::Money => ["costo", "costo utente", "costo per l utente", "tariffa", "cost"];
        /// How the cost is worked out.
        cost_note: String = Kind::Text(500) => ["note sul costo", "costi", "quanto costa", "costi e vincoli"];
        /// Its page on the body's site.
        url: String = Kind::Url => ["sito", "pagina", "link", "url scheda servizio", "scheda servizio"];
        /// Whether it runs.
        status: String = Kind::Choice(lists::STATUS), essential => ["stato", "stato servizio"];
        /// Why it does not run.
        status_reason: String = Kind::Line(500) => ["motivo dello stato", "motivo", "motivo sospensione"];
        /// How far the card is; empty is to be checked. Drafts are not public ([`crate::rules::card_state`]).
        card_state: String = Kind::Choice(lists::CARD_STATES) => ["stato della scheda", "stato scheda"];
        /// When somebody last assured that the card is right: not when it last changed.
        checked_on: Option<Date> = Kind::Day => ["ultimo controllo", "data controllo", "controllato il", "aggiornato il", "garantito il"];
        /// Office that assured it.
        checked_by: String = Kind::Line(200) => ["controllato da", "verificato da", "garantito da"];
        /// Where the facts come from.
        source: String = Kind::Text(1000) => ["fonte", "fonti"];
        /// Whether the record is made up for demonstration.
        demo: String = Kind::Choice(lists::DEMO) => ["dimostrativo"];
        /// Fields that are made up.
        demo_fields: String = Kind::Line(500) => ["campi dimostrativi"];
        /// A remark.
        note: String = Kind::Text(2000) => ["nota", "osservazioni", "notes"];
    }
}

record! {
    /// A database that social services live on, in the register of essential databases.
    Database {
        /// The office's own code, the stable key of the record.
        code: String = Kind::Code => ["codice", "codice base dati", "id"];
        /// Name.
        name: String = Kind::Line(200), required => ["nome", "denominazione", "base dati", "nome base dati", "banca dati"];
        /// Short name.
        acronym: String = Kind::Line(40) => ["sigla", "acronimo"];
        /// What it holds.
        description: String = Kind::Text(2000), essential => ["descrizione", "contenuto", "content"];
        /// Local, regional, national or of the third sector.
        kind: String = Kind::Choice(lists::DATABASE_KINDS), essential => ["tipo", "tipologia", "type"];
        /// What it is about.
        scope: String = Kind::Choice(lists::SCOPES), essential => ["ambito"];
        /// Body that answers for it.
        owner: String = Kind::Line(200), essential => ["titolare", "ente titolare", "ente"];
        /// IPA code of that body.
        owner_ipa: String = Kind::Line(20) => ["codice ipa", "ipa"];
        /// Who keeps it.
        provider: String = Kind::Line(200) => ["gestore", "gestore fornitore"];
        /// Office in charge.
        internal_office: String = Kind::Line(200), essential => ["responsabile interno", "ufficio", "responsabile", "ufficio responsabile"];
        /// Law or act behind it.
        legal_basis: String = Kind::Text(1000) => ["base giuridica", "norma"];
        /// Application.
        application: String = Kind::Line(200) => ["applicativo", "programma", "software"];
        /// Its supplier.
        supplier: String = Kind::Line(200) => ["fornitore"];
        /// Where it runs.
        hosting: String = Kind::Choice(lists::HOSTING) => ["ospitato", "dove si trova"];
        /// Day the contract ends.
        contract_ends: Option<Date> = Kind::Day => ["scadenza contratto", "scadenza"];
        /// Main things recorded.
        entities: String = Kind::Text(1000) => ["entita", "entita principali"];
        /// Number of records.
        records_count: Option<i64> = Kind::Whole(0, 10_000_000_000) => ["n record", "numero record", "record"];
        /// Years covered.
        time_coverage: String = Kind::Line(200) => ["copertura temporale"];
        /// Territory covered.
        territory_coverage: String = Kind::Line(200) => ["copertura territoriale"];
        /// How a person is told apart.
        person_key: String = Kind::Choice(lists::PERSON_KEYS) => ["chiave persona"];
        /// Classifications used.
        classifications: String = Kind::Line(500) => ["classificazioni", "classificazioni usate"];
        /// Completeness of its content, 0 to 3.
        content_completeness: Option<i64> = Kind::Whole(0, 3) => ["completezza", "completeness"];
        /// How often it is brought up to date.
        update_frequency: String = Kind::Choice(lists::FREQUENCIES), essential => ["aggiornamento", "frequenza", "frequenza aggiornamento"];
        /// Trust in its content, 0 to 3.
        reliability: Option<i64> = Kind::Whole(0, 3) => ["affidabilita"];
        /// When it was last checked.
        checked_on: Option<Date> = Kind::Day => ["ultimo controllo", "data controllo", "controllato il", "aggiornato il"];
        /// Office that checked it.
        checked_by: String = Kind::Line(200) => ["controllato da", "verificato da"];
        /// Format of the exchange.
        format: String = Kind::Line(100) => ["formato"];
        /// Whether it has an API.
        api: Option<bool> = Kind::YesNo => ["ha api", "api si no"];
        /// Its part on the national data platform.
        pdnd: String = Kind::Choice(lists::PDND) => ["pdnd eservice", "eservice"];
        /// How it is fed and what it exchanges.
        feeding: String = Kind::Text(1000) => ["alimentazione", "scambi"];
        /// Whether it serves planning.
        planning_use: Option<bool> = Kind::YesNo => ["uso per programmazione", "programmazione"];
        /// Whether it is essential.
        essential: Option<bool> = Kind::YesNo, essential => ["essenziale"];
        /// Which grounds of the essential test it meets.
        essential_reasons: Vec<String> = Kind::Choose(lists::ESSENTIAL) => ["motivi essenziale", "test essenziale", "motivi"];
        /// Why.
        essential_why: String = Kind::Line(500) => ["perche essenziale", "motivo essenziale", "perche"];
        /// Whether it holds personal data.
        personal_data: Option<bool> = Kind::YesNo, essential => ["dati personali"];
        /// Whether it holds special categories (GDPR art. 9).
        special_categories: Option<bool> = Kind::YesNo => ["categorie particolari", "dati particolari"];
        /// Whether it holds data on minors.
        minors: Option<bool> = Kind::YesNo => ["minori", "dati di minori"];
        /// What the data are used for.
        purposes: String = Kind::Text(1000) => ["finalita", "finalita del trattamento"];
        /// Whom the data are about.
        data_subjects: String = Kind::Line(300) => ["interessati", "categorie di interessati"];
        /// Who receives the data.
        data_recipients: String = Kind::Line(300) => ["destinatari dei dati", "comunicazione dei dati"];
        /// How long the data are kept.
        retention: String = Kind::Line(200) => ["conservazione", "tempi di conservazione"];
        /// How the data are protected.
        security: String = Kind::Text(1000) => ["misure di sicurezza", "sicurezza"];
        /// Entry in the register of processing.
        register_reference: String = Kind::Line(200) => ["riferimento registro trattamenti", "registro trattamenti"];
        /// Whether an impact assessment was made.
        dpia: Option<bool> = Kind::YesNo => ["dpia fatta", "valutazione di impatto"];
        /// Who may see it.
        access_level: String = Kind::Line(200) => ["livello accesso", "livello di accesso"];
        /// How open it is.
        open_data: String = Kind::Choice(lists::OPENNESS) => ["dati aperti"];
        /// Licence (OntoPiA code).
        licence: String = Kind::Line(100) => ["licenza", "license"];
        /// Where it is.
        url: String = Kind::Url => ["sito", "link", "indirizzo"];
        /// How the facts were verified.
        verification: String = Kind::Line(300) => ["verifica"];
        /// Where the facts come from.
        source: String = Kind::Text(1000) => ["fonte", "fonti"];
        /// Whether the record is made up for demonstration.
        demo: String = Kind::Choice(lists::DEMO) => ["dimostrativo"];
        /// Fields that are made up.
        demo_fields: String = Kind::Line(500) => ["campi dimostrativi"];
        /// A remark.
        note: String = Kind::Text(2000) => ["nota", "osservazioni", "notes"];
    }
}

impl Register {
    /// Makes the fields that follow from others agree: a channel with details is a channel.
    pub fn settle(self, values: &mut Values) {
        if self == Self::Services {
            values.list_channels();
        }
    }
}

impl Values {
    fn list_channels(&mut self) {
        let at = |name| Register::Services.position(name);
        let (Some(list), Some(details)) = (at("channels"), at("channel_details")) else { return };
        if self.0[details].is_empty() {
            return;
        }
        let mut codes = Vec::<String>::from_kept(&self.0[list]);
        for channel in structured::channels(&self.0[details]) {
            if !codes.contains(&channel.code) {
                codes.push(channel.code);
            }
        }
        self.0[list] = codes.join(";");
    }
}

record! {
    /// A sheet of the zone plan (scheda intervento), with the names of the regional form.
    PlanSheet {
        /// Its number in the plan, the stable key of the record.
        code: String = Kind::Code => ["codice", "numero", "n", "ordine", "numero scheda", "n scheda", "codice scheda", "scheda"];
        /// Title.
        name: String = Kind::Line(300), required => ["titolo", "titolo scheda", "titolo intervento", "nome", "denominazione", "intervento"];
        /// Years of the plan.
        plan_years: String = Kind::Line(40), essential => ["anno", "anni", "annualita", "triennio", "periodo", "year"];
        /// District.
        district: String = Kind::Line(200), essential => ["distretto"];
        /// Part of the district it is for.
        territory: String = Kind::Line(300) => ["ambito", "ambito territoriale", "territorio"];
        /// The regional sheet that counts most.
        main_regional_sheet: String = Kind::Line(100) => ["scheda pssr prevalente", "scheda regionale prevalente", "prevalente"];
        /// Other regional sheets.
        regional_sheets: String = Kind::Line(300) => ["schede pssr", "scheda pssr", "riferimento scheda regionale", "schede regionali", "scheda regionale"];
        /// Whether it goes on from the plan before.
        continuing: Option<bool> = Kind::YesNo => ["in continuita", "in continuita con la programmazione precedente", "continuita"];
        /// Whether it is part of the Community Lab.
        community_lab: Option<bool> = Kind::YesNo => ["community lab", "inserita nel percorso community lab"];
        /// Area of the plan, A to E.
        plan_area: String = Kind::Choice(lists::PLAN_AREAS), essential => ["area", "area del piano"];
        /// Areas it crosses.
        cross_areas: String = Kind::Line(300) => ["aree trasversali"];
        /// ISTAT areas of users.
        areas: Vec<String> = Kind::Terms(list::areas) => ["aree istat", "area istat", "area utenza", "target"];
        /// Why it is needed.
        needs: String = Kind::Text(4000), essential => ["bisogni", "razionale", "motivazione", "razionale motivazione", "bisogni razionale motivazione"];
        /// What it is.
        description: String = Kind::Text(4000), essential => ["descrizione", "content"];
        /// Whom it is for.
        recipients: String = Kind::Text(2000), essential => ["destinatari", "beneficiari"];
        /// What is planned.
        planned_actions: String = Kind::Text(4000), essential => ["azioni", "azioni previste"];
        /// Policies it is joined to.
        integrated_policies: String = Kind::Text(2000) => ["politiche integrate", "interventi politiche integrate collegate"];
        /// Who takes part.
        partners: String = Kind::Text(2000) => ["attori", "soggetti coinvolti", "istituzioni attori sociali coinvolti"];
        /// Who answers for it.
        referents: String = Kind::Text(1000) => ["referenti", "referente", "referenti dell intervento"];
        /// Money of the municipalities.
        cost_municipalities: Option<Cents> = Kind::Money => ["comuni", "risorse comuni", "spesa comuni"];
        /// Money of the local social fund, regional part.
        cost_regional_fund: Option<Cents> = Kind::Money => ["fsl regionale", "fondo sociale locale regionale", "fondo sociale regionale"];
        /// Money of the local social fund, State part.
        cost_state_fund: Option<Cents> = Kind::Money => ["fsl statale", "fondo sociale locale statale", "fnps", "fondo nazionale politiche sociali"];
        /// Money of the regional fund for who is not self-sufficient.
        cost_frna: Option<Cents> = Kind::Money => ["frna"];
        /// Money of the national fund for who is not self-sufficient.
        cost_fna: Option<Cents> = Kind::Money => ["fna"];
        /// Money of the fund «Dopo di noi».
        cost_dopo_di_noi: Option<Cents> = Kind::Money => ["dopo di noi", "fondo dopo di noi"];
        /// Money of the poverty fund.
        cost_poverty_fund: Option<Cents> = Kind::Money => ["fondo poverta", "quota servizi fondo poverta"];
        /// European money.
        cost_european: Option<Cents> = Kind::Money => ["fse", "pon", "fse pon", "fondi europei", "pnrr"];
        /// Money of the health authority.
        cost_health: Option<Cents> = Kind::Money => ["ausl", "fondo sanitario", "risorse ausl"];
        /// Other money.
        cost_other: Option<Cents> = Kind::Money => ["altri fondi", "altre risorse", "altro", "altri"];
        /// Indicators, one a line.
        indicators: String = Kind::Text(4000) => ["indicatori", "indicatore"];
        /// What is new since the year before.
        novelty: String = Kind::Text(2000) => ["novita", "novita rispetto all anno precedente"];
        /// Whether it was cancelled.
        cancelled: Option<bool> = Kind::YesNo => ["annullata"];
        /// When it was last checked.
        checked_on: Option<Date> = Kind::Day => ["ultimo controllo", "data controllo", "controllato il", "aggiornato il"];
        /// Where the facts come from.
        source: String = Kind::Text(1000) => ["fonte", "fonti"];
        /// Whether the record is made up for demonstration.
        demo: String = Kind::Choice(lists::DEMO) => ["dimostrativo"];
        /// Fields that are made up.
        demo_fields: String = Kind::Line(500) => ["campi dimostrativi"];
        /// A remark.
        note: String = Kind::Text(2000) => ["nota", "osservazioni", "notes"];
    }
}

impl Service {
    /// What may be shown of the number of its users.
    pub const fn users_shown(&self) -> crate::rules::PeopleCount {
        crate::rules::people_shown(self.users_count)
    }
}

/// What a service does with a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// Reads it.
    Read,
    /// Writes into it.
    Write,
    /// Both.
    ReadWrite,
}

impl Access {
    /// The code kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::ReadWrite => "read_write",
        }
    }

    /// The access of a code or of the words `lettura`, `scrittura`, `lettura e scrittura`, `R`, `W`, `RW`.
    pub fn parse(text: &str) -> Option<Self> {
        match kernel::italian::words(text).join(" ").as_str() {
            "read" | "lettura" | "legge" | "r" | "l" => Some(Self::Read),
            "write" | "scrittura" | "scrive" | "w" | "s" => Some(Self::Write),
            "read write"
            | "lettura e scrittura"
            | "lettura scrittura"
            | "rw"
            | "r w"
            | "ls"
            | "l s" => Some(Self::ReadWrite),
            _ => None,
        }
    }

    /// Whether the service reads it.
    pub const fn reads(self) -> bool {
        matches!(self, Self::Read | Self::ReadWrite)
    }

    /// Whether the service writes into it.
    pub const fn writes(self) -> bool {
        matches!(self, Self::Write | Self::ReadWrite)
    }
}

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: Uuid,
    /// Rises by one at each change: an edit names the version it started from.
    pub version: i64,
    /// When it last changed, UTC milliseconds.
    pub updated_at: i64,
    /// Share of the essential fields that are filled, 0 to 100.
    pub completeness: i64,
    /// Seal of the spreadsheet row it last came from; empty after an edit by hand.
    pub(crate) row_seal: String,
    /// Where its values came from ([`crate::origins::read`]).
    pub origins: String,
    /// Its values.
    pub values: Values,
}
