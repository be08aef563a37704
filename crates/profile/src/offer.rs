//! Need and offer: which areas of users are served in which municipality, and where nobody is.

use std::collections::HashMap;

use kernel::{BodyId, vocabulary};
use sea_orm::ConnectionTrait;
use store::{Store, sql};

use crate::{ProfileError, findings::picture::split, rules::level_number};

/// What there is for an area in a municipality.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Served {
    /// Running services.
    pub services: i64,
    /// Those whose digital level is known.
    pub measured: i64,
    /// The sum of their levels.
    pub levels: i64,
}

impl Served {
    fn add(&mut self, level: Option<i64>) {
        self.services += 1;
        if let Some(level) = level {
            self.measured += 1;
            self.levels += level;
        }
    }

    /// The mean digital level, when some service was measured.
    pub fn level(&self) -> Option<f64> {
        (self.measured > 0).then(|| self.levels as f64 / self.measured as f64)
    }
}

/// A municipality and what it has, area by area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// ISTAT code.
    pub code: String,
    /// Name.
    pub name: String,
    /// All its services, each once.
    pub all: Served,
    /// One for each area asked for, in their order.
    pub areas: Vec<Served>,
}

/// The offer in every municipality of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The areas, in the official order.
    pub areas: Vec<String>,
    /// The municipalities, in the order given.
    pub places: Vec<Place>,
}

impl Offer {
    /// Pairs of area and municipality that nobody serves.
    pub fn gaps(&self) -> usize {
        self.places.iter().flat_map(|place| &place.areas).filter(|s| s.services == 0).count()
    }
}

/// The offer for every area, or for one alone; a service that names no municipality serves them all.
pub async fn offer(
    store: &Store,
    body: BodyId,
    municipalities: &[(String, String)],
    area: &str,
) -> Result<Offer, ProfileError> {
    let terms = vocabulary::areas().terms().iter().map(|term| term.code.clone());
    let areas: Vec<String> = terms.filter(|code| area.is_empty() || code == area).collect();
    let mut places: Vec<Place> = municipalities
        .iter()
        .map(|(code, name)| Place {
            code: code.clone(),
            name: name.clone(),
            all: Served::default(),
            areas: vec![Served::default(); areas.len()],
        })
        .collect();
    let at: HashMap<&str, usize> =
        municipalities.iter().enumerate().map(|(at, (code, _))| (code.as_str(), at)).collect();
    let everywhere: Vec<usize> = (0..places.len()).collect();
    let text = "SELECT areas, municipalities, current_level FROM service WHERE body_id = ? AND card_state <> 'draft' \
                AND status IN ('', 'active')";
    for row in store.read().query_all_raw(sql(store.engine(), text, [body.0.into()])).await? {
        let of: Vec<String> = split(&row.try_get_by_index::<String>(0)?);
        let covers: String = row.try_get_by_index(1)?;
        let level = level_number(&row.try_get_by_index::<String>(2)?);
        if !area.is_empty() && !of.iter().any(|one| one == area) {
            continue;
        }
        let there: Vec<usize> = if covers.is_empty() {
            everywhere.clone()
        } else {
            covers.split(';').filter_map(|code| at.get(code).copied()).collect()
        };
        for place in there {
            places[place].all.add(level);
            for (n, area) in areas.iter().enumerate() {
                if of.contains(area) {
                    places[place].areas[n].add(level);
                }
            }
        }
    }
    Ok(Offer { areas, places })
}
