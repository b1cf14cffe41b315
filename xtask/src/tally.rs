//! How many rows there are: counted in the bare text of a page, and again in the model, so that none goes missing.

use crate::model::Service;
use std::fmt;
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

            /// All rows, pages not counted.
            #[must_use]
            pub fn total(self) -> usize {
                self.counts().map(|(_, count)| count).sum::<usize>() - self.pages
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

/// What was seen, and beside it what was read where that is another number: `70 actions, 70 rows of actions`.
impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = self
            .seen
            .counts()
            .zip(self.read.counts())
            .filter(|((noun, seen), (_, read))| *noun != "pages" && seen + read > 0);
        for (nth, ((noun, seen), (_, read))) in counts.enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            if seen == read {
                write!(f, "{comma}{seen} {noun}")?;
            } else {
                write!(f, "{comma}{read} of {seen} {noun}")?;
            }
        }
        Ok(())
    }
}

impl AddAssign for Account {
    fn add_assign(&mut self, other: Self) {
        self.seen += other.seen;
        self.read += other.read;
    }
}
