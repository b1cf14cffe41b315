//! What stands for resources.

use super::one_or_more::{Items, OneOrMore};
use crate::policy::ResourceText;

impl OneOrMore<ResourceText> for ResourceText {
    fn give(self, items: &mut Items<ResourceText>) {
        items.add(self);
    }
}

impl OneOrMore<ResourceText> for &ResourceText {
    fn give(self, items: &mut Items<ResourceText>) {
        items.add(self.clone());
    }
}
