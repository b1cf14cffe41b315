//! A service with the places of its names, and the rows that its pages show.

use crate::model::Service;
use crate::row_totals::RowTotals;
use crate::rows::Origin;
use crate::source::FileId;

/// A service and where its names stand.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The facts.
    pub service: Service,
    /// The places of its names.
    pub origins: Origins,
    /// The rows in the text and the rows read, page by page.
    pub row_totals: Vec<(FileId, RowTotals)>,
    /// The positions of the known errors that a page has.
    pub known_errors: Vec<usize>,
}

/// The places of the names of a service: one vector beside each of the service's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The actions.
    pub actions: Vec<Origin>,
    /// The API operations.
    pub operations: Vec<Origin>,
    /// The resource types.
    pub resource_types: Vec<Origin>,
    /// The condition keys.
    pub condition_keys: Vec<Origin>,
}
