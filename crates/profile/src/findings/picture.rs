//! The profile as the rules see it: read once, with a fixed number of queries, and never written.

use std::collections::HashMap;

use jiff::{Span, civil::Date};
use kernel::{BodyId, Instant, id::Uuid, italian};
use sea_orm::ConnectionTrait;
use store::{Store, StoreError, sql};

use super::store as rows;
use crate::{
    ProfileError,
    model::{Access, Database, PlanSheet, Register, Service},
    plan_sheet, store as registers,
};

/// Records of a register at most: far above any body's.
const MOST: i64 = 100_000;

/// Years an Agenda lasts at most, when no published one says when it ends.
const AGENDA_YEARS: i64 = 3;

/// What the rules must know and the profile does not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Around {
    /// The body's municipalities: ISTAT code and name.
    pub municipalities: Vec<(String, String)>,
    /// The last day of the Agenda in force, when there is one.
    pub agenda_ends: Option<Date>,
    /// The sources of the Agenda's indicators, as written there.
    pub measured_from: Vec<String>,
}

/// A future that gives what is around a body.
pub type AroundFuture = std::pin::Pin<Box<dyn Future<Output = Result<Around, StoreError>> + Send>>;

/// How to learn what is around a body: the program joins this to later phases, which this crate
/// does not know.
#[derive(Clone)]
pub struct Surroundings(pub std::sync::Arc<dyn Fn(BodyId) -> AroundFuture + Send + Sync>);

impl std::fmt::Debug for Surroundings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Surroundings")
    }
}

/// A record with its id and the day it last changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Card<T> {
    /// Its id.
    pub id: Uuid,
    /// The day it last changed.
    pub changed_on: Date,
    /// Share of the essential fields that are filled, 0 to 100.
    pub completeness: i64,
    /// What it says.
    pub record: T,
}

/// A use of a database by a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// Place of the service in the picture.
    pub service: usize,
    /// Place of the database in the picture.
    pub database: usize,
    /// What the service does with it.
    pub access: Access,
    /// Whether by hand.
    pub by_hand: bool,
}

/// A need somebody wrote down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Its number.
    pub number: i64,
    /// What is needed.
    pub words: String,
    /// Areas of users; empty means everybody.
    pub areas: Vec<String>,
    /// ISTAT codes; empty means everywhere.
    pub municipalities: Vec<String>,
    /// Whether it came of a finding: rules do not notice their own words.
    pub from_finding: bool,
}

/// A need that a sheet of the zone plan writes down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetNeed {
    /// The sheet's code.
    pub code: String,
    /// The sheet's name.
    pub name: String,
    /// What is needed, as the sheet's first line says it.
    pub words: String,
    /// Areas of users; empty means everybody.
    pub areas: Vec<String>,
    /// ISTAT codes of the municipalities its territory names; empty means everywhere.
    pub municipalities: Vec<String>,
}

/// Characters of a sheet's need that a finding repeats at most.
const NEED_SHOWN: usize = 300;

impl SheetNeed {
    /// The need of a sheet; none when it writes none, or was cancelled.
    pub fn of(sheet: &PlanSheet, municipalities: &[(String, String)]) -> Option<Self> {
        let first = sheet.needs.lines().map(str::trim).find(|line| !line.is_empty())?;
        if sheet.cancelled == Some(true) {
            return None;
        }
        let territory = format!(" {} ", italian::words(&sheet.territory).join(" "));
        let named = |name: &str| {
            let name = italian::words(name).join(" ");
            !name.is_empty() && territory.contains(&format!(" {name} "))
        };
        let mut words: String = first.chars().take(NEED_SHOWN).collect();
        if words.len() < first.len() {
            words.push('…');
        }
        Some(Self {
            code: sheet.code.clone(),
            name: sheet.name.clone(),
            words,
            areas: sheet.areas.clone(),
            municipalities: municipalities
                .iter()
                .filter(|(_, name)| named(name))
                .map(|(istat, _)| istat.clone())
                .collect(),
        })
    }
}

/// The profile on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The day.
    pub today: Date,
    /// The last day of the Agenda.
    pub until: Date,
    /// What the profile does not hold.
    pub around: Around,
    /// Services, by name.
    pub services: Vec<Card<Service>>,
    /// Databases, by name.
    pub databases: Vec<Card<Database>>,
    /// Uses of databases.
    pub uses: Vec<Use>,
    /// Exchanges: places of the giving and of the taking database.
    pub exchanges: Vec<(usize, usize)>,
    /// Needs, by number.
    pub needs: Vec<Need>,
    /// Needs that sheets of the zone plan write down, by name of the sheet.
    pub sheet_needs: Vec<SheetNeed>,
}

impl Picture {
    /// An empty profile on a day.
    pub fn empty(today: Date, around: Around) -> Self {
        let years = today.saturating_add(Span::new().years(AGENDA_YEARS));
        Self {
            today,
            until: around.agenda_ends.unwrap_or(years),
            around,
            services: Vec::new(),
            databases: Vec::new(),
            uses: Vec::new(),
            exchanges: Vec::new(),
            needs: Vec::new(),
            sheet_needs: Vec::new(),
        }
    }

    /// Reads the profile: six queries, whatever its size.
    pub async fn load(store: &Store, body: BodyId, around: Around) -> Result<Self, ProfileError> {
        let (read, engine) = (store.read(), store.engine());
        let mut picture = Self::empty(store.clock().now().day(), around);
        let mut places: HashMap<Uuid, usize> = HashMap::new();
        for kept in registers::all(read, engine, body, Register::Services, MOST).await? {
            places.insert(kept.id, picture.services.len());
            picture.services.push(Card {
                id: kept.id,
                changed_on: Instant(kept.updated_at).day(),
                completeness: kept.completeness,
                record: Service::from_values(&kept.values),
            });
        }
        for kept in registers::all(read, engine, body, Register::Databases, MOST).await? {
            places.insert(kept.id, picture.databases.len());
            picture.databases.push(Card {
                id: kept.id,
                changed_on: Instant(kept.updated_at).day(),
                completeness: kept.completeness,
                record: Database::from_values(&kept.values),
            });
        }
        let text = "SELECT service_id, database_id, access, means FROM data_use WHERE body_id = ?";
        for row in read.query_all_raw(sql(engine, text, [body.0.into()])).await? {
            let access: String = row.try_get_by_index(2)?;
            let access = Access::parse(&access).ok_or_else(|| StoreError::Corrupt(access))?;
            let means: String = row.try_get_by_index(3)?;
            let ends = (row.try_get_by_index::<Uuid>(0)?, row.try_get_by_index::<Uuid>(1)?);
            if let (Some(service), Some(database)) = (places.get(&ends.0), places.get(&ends.1)) {
                let (service, database) = (*service, *database);
                picture.uses.push(Use { service, database, access, by_hand: means == "manual" });
            }
        }
        let text = "SELECT from_id, to_id FROM database_exchange WHERE body_id = ?";
        for row in read.query_all_raw(sql(engine, text, [body.0.into()])).await? {
            let ends = (row.try_get_by_index::<Uuid>(0)?, row.try_get_by_index::<Uuid>(1)?);
            if let (Some(from), Some(to)) = (places.get(&ends.0), places.get(&ends.1)) {
                picture.exchanges.push((*from, *to));
            }
        }
        let sheets = registers::all(read, engine, body, Register::PlanSheets, MOST).await?;
        picture.sheet_needs = sheets
            .iter()
            .map(|kept| PlanSheet::from_values(&kept.values))
            .filter_map(|sheet| SheetNeed::of(&sheet, &picture.around.municipalities))
            .collect();
        let needs = rows::needs(read, engine, body).await?;
        picture.needs = needs
            .into_iter()
            .map(|need| Need {
                number: need.number,
                areas: split(&need.areas),
                municipalities: split(&need.municipalities),
                from_finding: need.finding_id.is_some(),
                words: need.words,
            })
            .collect();
        Ok(picture)
    }

    /// Services that people can turn to now, with their places.
    pub fn running(&self) -> impl Iterator<Item = (usize, &Card<Service>)> {
        let runs = |status: &str| matches!(status, "" | "active");
        self.services.iter().enumerate().filter(move |(_, card)| runs(&card.record.status))
    }

    /// Databases a service uses, by place.
    pub fn used_by(&self, service: usize) -> impl Iterator<Item = &Use> {
        self.uses.iter().filter(move |used| used.service == service)
    }

    /// The municipality's name; its code when the body does not list it.
    pub fn municipality<'a>(&'a self, code: &'a str) -> &'a str {
        let listed = self.around.municipalities.iter().find(|(istat, _)| istat == code);
        listed.map_or_else(
            || kernel::vocabulary::municipalities().label(code, "it"),
            |(_, name)| name.as_str(),
        )
    }

    /// Whether some running service says that it carries out a sheet of the zone plan.
    pub fn carried_out(&self, sheet: &str) -> bool {
        self.running().any(|(_, card)| {
            plan_sheet::codes(&card.record.plan_sheets).iter().any(|code| code == sheet)
        })
    }

    /// Whether some running service serves an area (empty: any) in a municipality (empty: any).
    ///
    /// A service that names no municipality serves them all.
    pub fn served(&self, area: &str, municipality: &str) -> bool {
        let holds = |list: &[String], code: &str| list.iter().any(|one| one == code);
        self.running().any(|(_, card)| {
            let service = &card.record;
            (area.is_empty() || holds(&service.areas, area))
                && (municipality.is_empty()
                    || service.municipalities.is_empty()
                    || holds(&service.municipalities, municipality))
        })
    }
}

/// The codes of a kept list.
pub(crate) fn split(kept: &str) -> Vec<String> {
    kept.split(';').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
