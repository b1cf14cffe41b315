//! Reads the two files about earlier months of the reference: `retired.toml` and `facts/first_listed.toml`.

use super::first_listed::{self, FirstListed};
use super::listed_name::PageNames;
use super::reader::FactSource;
use super::retired::{self, Retired};
use crate::diagnostic::Diagnostic;

/// The known names of earlier months of the reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The names that are no longer listed.
    pub retired: Retired,
    /// The months in which actions were first listed.
    pub first_listed: FirstListed,
}

impl History {
    /// Reads the two files.
    pub fn read(retired: FactSource<'_>, first_listed: FactSource<'_>, found: &mut Vec<Diagnostic>) -> Self {
        Self { retired: retired::read(retired, found), first_listed: first_listed::read(first_listed, found) }
    }

    /// Returns the entries for the generated tables: retired names that are on no page, and actions that are on a page.
    #[must_use]
    pub fn of_pages(&self, pages: &PageNames<'_>) -> Self {
        Self { retired: self.retired.without(pages), first_listed: self.first_listed.of_pages(pages) }
    }
}
