//! Counts the rows in the raw text of pages and in the model, so that no row is lost.

use crate::model::Service;
use std::fmt;
use std::ops::AddAssign;

/// Declares [`RowCounts`] from its fields, so that no count can be left out of a sum or a comparison.
macro_rules! row_counts {
    ($($(#[doc = $doc:literal])+ $field:ident $noun:literal)+) => {
        /// A number of rows of each kind.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct RowCounts { $($(#[doc = $doc])+ pub $field: usize,)+ }

        impl RowCounts {
            /// Returns each count with its noun.
            pub fn counts(self) -> impl Iterator<Item = (&'static str, usize)> {
                [$(($noun, self.$field)),+].into_iter()
            }

            /// Returns the number of all rows, without pages.
            #[must_use]
            pub fn total(self) -> usize {
                self.counts().map(|(_, count)| count).sum::<usize>() - self.pages
            }
        }

        impl AddAssign for RowCounts {
            fn add_assign(&mut self, other: Self) {
                $(self.$field += other.$field;)+
            }
        }
    };
}

row_counts! {
    /// Pages.
    pages "pages"
    /// Actions.
    actions "actions"
    /// Rows of actions, without scenarios.
    rows "rows of actions"
    /// Scenarios.
    scenarios "scenarios"
    /// API operations.
    operations "API operations"
    /// Rows of API operations.
    authorized_actions "rows of API operations"
    /// Resource types.
    resource_types "resource types"
    /// Condition keys.
    condition_keys "condition keys"
}

impl From<&Service> for RowCounts {
    /// Counts the rows of a page in the model.
    fn from(service: &Service) -> Self {
        Self {
            pages: 1,
            actions: service.actions.len(),
            rows: service.actions.iter().map(|action| action.rows.len()).sum(),
            scenarios: service.actions.iter().map(|action| action.scenarios.len()).sum(),
            operations: service.operations.len(),
            authorized_actions: service.operations.iter().map(|operation| operation.actions.len()).sum(),
            resource_types: service.resource_types.len(),
            condition_keys: service.condition_keys.len(),
        }
    }
}

/// The row counts of pages in their raw lines and in the model. They differ only after an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowTotals {
    /// The rows in the text.
    pub in_text: RowCounts,
    /// The rows in the model, including those that AWS repeated by mistake.
    pub read: RowCounts,
}

/// Writes the number of rows that were read, and the number in the text if it differs, such as `69 of 70 actions`.
impl fmt::Display for RowTotals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self
            .in_text
            .counts()
            .zip(self.read.counts())
            .filter(|((noun, in_text), (_, read))| *noun != "pages" && in_text + read > 0);
        for (nth, ((noun, in_text), (_, read))) in counts.enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            if in_text == read {
                write!(f, "{comma}{read} {noun}")?;
            } else {
                write!(f, "{comma}{read} of {in_text} {noun}")?;
            }
        }
        Ok(())
    }
}

impl AddAssign for RowTotals {
    fn add_assign(&mut self, other: Self) {
        self.in_text += other.in_text;
        self.read += other.read;
    }
}
