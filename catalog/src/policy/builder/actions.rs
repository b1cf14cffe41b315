//! What stands for actions.

use super::one_or_more::{Items, OneOrMore};
use crate::{ActionPattern, ActionSet, AnyAction, Typed, policy::ActionText};

impl<A: Typed<Any = AnyAction>> OneOrMore<ActionText> for A {
    fn give(self, items: &mut Items<ActionText>) {
        items.add(self);
    }
}

macro_rules! one {
    ($($Type:ty)*) => {$(
        impl OneOrMore<ActionText> for $Type {
            fn give(self, items: &mut Items<ActionText>) {
                items.add(self);
            }
        }
    )*};
}

one!(AnyAction ActionPattern<'_> ActionText);

/// As few patterns as mean just this set.
impl OneOrMore<ActionText> for &ActionSet {
    fn give(self, items: &mut Items<ActionText>) {
        items.each(self.shrink());
    }
}

/// As few patterns as mean just this set.
impl OneOrMore<ActionText> for ActionSet {
    fn give(self, items: &mut Items<ActionText>) {
        (&self).give(items);
    }
}
