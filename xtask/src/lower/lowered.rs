//! A service with the places of its names and the row counts of its pages.

use crate::model::Service;
use crate::row_totals::RowTotals;
use crate::rows::Origin;
use crate::source::FileId;

/// A service and the places of its names.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The facts of the service.
    pub service: Service,
    /// The places of the names of the service.
    pub origins: Origins,
    /// The numbers of rows in the raw text and of rows that were read, for each page.
    pub row_totals: Vec<(FileId, RowTotals)>,
    /// The positions, in the table of known errors, of the errors that appear on the page.
    pub known_errors: Vec<usize>,
}

/// The places of the names of a service. Each vector corresponds to the list of the same name in [`Service`].
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
