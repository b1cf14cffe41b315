//! Reads scenarios from files, for `catalog evaluate` and `catalog test`.

mod exit;
mod file;
mod findings;
mod places;
mod remarks;

pub(crate) use exit::status;
pub(crate) use file::{ScenarioFile, with_scenarios};
pub(crate) use places::{place, places};
pub(crate) use remarks::Remarks;
