//! The types that the builder accepts as resources.

use super::list::{IntoList, Items};
use crate::policy::ResourceText;

impl IntoList<ResourceText> for ResourceText {
    fn give(self, items: &mut Items<ResourceText>) {
        items.add(self);
    }
}

impl IntoList<ResourceText> for &ResourceText {
    fn give(self, items: &mut Items<ResourceText>) {
        items.add(self.clone());
    }
}
