//! An actor and what a form about it holds.

use kernel::{
    form::{Draft, FieldError},
    id::Uuid,
    vocabulary,
};
use texts::key;

use crate::fields::{Field, Kind};

kernel::define_id!(
    /// An actor of welfare.
    ActorId
);

/// What an actor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActorForm {
    /// Organizzazione di volontariato.
    Voluntary,
    /// Associazione di promozione sociale.
    Promotion,
    /// Cooperativa sociale.
    Cooperative,
    /// School.
    School,
    /// Centro di assistenza fiscale, patronato.
    TaxHelp,
    /// Parish, religious body.
    Parish,
    /// Company.
    Company,
    /// People who act together without papers.
    Informal,
    /// Public body.
    PublicBody,
    /// Foundation or anything else.
    Other,
}

impl ActorForm {
    /// Every form, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Voluntary,
        Self::Promotion,
        Self::Cooperative,
        Self::School,
        Self::TaxHelp,
        Self::Parish,
        Self::Company,
        Self::Informal,
        Self::PublicBody,
        Self::Other,
    ];

    /// The word kept.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Voluntary => "odv",
            Self::Promotion => "aps",
            Self::Cooperative => "coop",
            Self::School => "scuola",
            Self::TaxHelp => "caf",
            Self::Parish => "parrocchia",
            Self::Company => "impresa",
            Self::Informal => "gruppo",
            Self::PublicBody => "ente",
            Self::Other => "altro",
        }
    }

    /// The form a word stands for.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Voluntary => key!("actor-form-odv"),
            Self::Promotion => key!("actor-form-aps"),
            Self::Cooperative => key!("actor-form-coop"),
            Self::School => key!("actor-form-scuola"),
            Self::TaxHelp => key!("actor-form-caf"),
            Self::Parish => key!("actor-form-parrocchia"),
            Self::Company => key!("actor-form-impresa"),
            Self::Informal => key!("actor-form-gruppo"),
            Self::PublicBody => key!("actor-form-ente"),
            Self::Other => key!("actor-form-altro"),
        }
    }
}

/// What is said of an actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActorFields {
    /// Name.
    pub name: String,
    /// What it is.
    pub form: ActorForm,
    /// What it does, in a few lines.
    pub description: String,
    /// ISTAT areas it works for.
    pub areas: Vec<String>,
    /// ISTAT codes of the municipalities it works in.
    pub municipalities: Vec<String>,
    /// Where it is.
    pub place: String,
    /// Telephone of the office.
    pub phone: String,
    /// Address of the office, in lower case; empty when there is none.
    pub email: String,
    /// Website.
    pub website: String,
    /// Whether it is in the national register of the third sector; none when nobody said.
    pub runts: Option<bool>,
}

impl ActorFields {
    /// Reads a form; every wrong field is named at once.
    pub fn read(pairs: Vec<(String, String)>) -> Result<Self, Vec<FieldError>> {
        let mut draft = Draft::new(pairs);
        let known = |list: &vocabulary::Vocabulary, code: &str| {
            list.get(code).map(|term| term.code.clone())
        };
        let url = Field {
            name: "website",
            kind: Kind::Url,
            required: false,
            essential: false,
            headings: &[],
        };
        let name = draft.text("name", true, 2, 200);
        let form = draft.choice("form", true, ActorForm::parse);
        let description = draft.lines("description", false, 0, 2000);
        let areas = draft.many("areas", false, |code| known(vocabulary::areas(), code));
        let municipalities =
            draft.many("municipalities", false, |code| known(vocabulary::municipalities(), code));
        let place = draft.text("place", false, 0, 300);
        let phone = draft.text("phone", false, 0, 60);
        let email = draft.email("email", false);
        let website = url.read(draft.value("website")).unwrap_or_else(|fault| {
            draft.refuse("website", fault.form_key(), fault.limit());
            String::new()
        });
        let runts = draft.choice("runts", false, |code| match code {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
        draft.finish()?;
        Ok(Self {
            name,
            form: form.unwrap_or(ActorForm::Other),
            description,
            areas,
            municipalities,
            place,
            phone,
            email: email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
            website,
            runts,
        })
    }

    /// The same as a form sends it.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let mut pairs: Vec<(String, String)> = [
            ("name", self.name.as_str()),
            ("form", self.form.code()),
            ("description", &self.description),
            ("place", &self.place),
            ("phone", &self.phone),
            ("email", &self.email),
            ("website", &self.website),
            (
                "runts",
                match self.runts {
                    Some(true) => "yes",
                    Some(false) => "no",
                    None => "",
                },
            ),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        pairs.extend(self.areas.iter().map(|code| ("areas".to_owned(), code.clone())));
        let towns = self.municipalities.iter();
        pairs.extend(towns.map(|code| ("municipalities".to_owned(), code.clone())));
        pairs
    }
}

/// An actor as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Which one.
    pub id: Uuid,
    /// Its word in addresses.
    pub code: String,
    /// Rises at each change.
    pub version: i64,
    /// When it last changed, UTC milliseconds.
    pub updated_at: i64,
    /// What is said of it.
    pub fields: ActorFields,
}
