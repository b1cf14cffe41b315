//! The types that the builder accepts as actions.

use super::list::{IntoList, Items};
use crate::{enums::Typed, handles::AnyAction, policy::ActionText, query::ActionPattern, set::ActionSet};

impl<A: Typed<Any = AnyAction>> IntoList<ActionText> for A {
    fn give(self, items: &mut Items<ActionText>) {
        items.add(self);
    }
}

macro_rules! one {
    ($($Type:ty)*) => {$(
        impl IntoList<ActionText> for $Type {
            fn give(self, items: &mut Items<ActionText>) {
                items.add(self);
            }
        }
    )*};
}

one!(AnyAction ActionPattern<'_> ActionText);

/// Adds a few patterns that match exactly the actions of the set.
impl IntoList<ActionText> for &ActionSet {
    fn give(self, items: &mut Items<ActionText>) {
        items.each(self.shrink());
    }
}

/// Adds a few patterns that match exactly the actions of the set.
impl IntoList<ActionText> for ActionSet {
    fn give(self, items: &mut Items<ActionText>) {
        (&self).give(items);
    }
}
