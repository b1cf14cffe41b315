//! How many rows there are: counted in the bare text of a page, and again in the model, so that none goes missing.

use crate::model::Service;
use std::ops::AddAssign;

/// Declares [`Tally`] from its fields, so that no count can be left out of a sum or a comparison.
macro_rules! tally {
    ($($(#[doc = $doc:literal])+ $field:ident $noun:literal)+) => {
        /// A number of rows of each kind.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct Tally { $($(#[doc = $doc])+ pub $field: usize,)+ }

        impl Tally {
            /// Each count with what it counts.
            pub fn counts(self) -> impl Iterator<Item = (&'static str, usize)> {
                [$(($noun, self.$field)),+].into_iter()
            }
        }

        impl AddAssign for Tally {
            fn add_assign(&mut self, other: Self) {
                $(self.$field += other.$field;)+
            }
        }
    };
}

tally! {
    /// Pages.
    pages "pages"
    /// Actions.
    actions "actions"
    /// Rows of actions, scenarios not counted.
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

impl Tally {
    /// What the model holds of one page.
    #[must_use]
    pub fn of(service: &Service) -> Self {
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

/// What a look at the bare lines finds, and what has reached the model. If they differ, an error has said so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The rows in the text.
    pub seen: Tally,
    /// The rows in the model, those that AWS has repeated by a slip included.
    pub read: Tally,
}

impl AddAssign for Account {
    fn add_assign(&mut self, other: Self) {
        self.seen += other.seen;
        self.read += other.read;
    }
}
