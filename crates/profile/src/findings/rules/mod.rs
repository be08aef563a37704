//! One room per rule. See `docs/findings.md`.

pub mod area_without_service;
pub mod asked_twice;
pub mod contract_ends;
pub mod level_without_platform;
pub mod municipality_without_service;
pub mod need_without_offer;
pub mod no_national_link;
pub mod no_owner;
pub mod orphan_database;
pub mod service_without_database;
pub mod stale_card;

#[cfg(test)]
mod sketch;
