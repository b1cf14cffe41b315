//! Reads and writes `Version`.

use alloc::borrow::Cow;

use catalog_policy::{
    document::Node,
    form::FormError,
    grammar::Version,
    json::{Data, Value},
};

use super::part::{self, Part, Result};

impl Part for Version {
    fn read(node: Node<'_>) -> Result<Self> {
        let text = part::string(node)?;
        let unknown = || part::fault(node.place(), FormError::unknown_version(text));
        Self::from_name(text).ok_or_else(unknown)
    }

    fn tree(&self) -> Value<'_> {
        part::value(Data::String(Cow::Borrowed(self.name())))
    }
}
