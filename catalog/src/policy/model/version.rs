//! `Version`.

use alloc::borrow::Cow;
use core::fmt;

use catalog_policy::{
    document::Node,
    json::{Data, Value},
};

use super::{
    error::ReadErrorKind,
    form::{self, Form, Result},
};

/// The version of the language that a policy is written in.
///
/// Source: [Version](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Version {
    /// `2008-10-17`: without policy variables. So is a policy that states no version.
    V2008_10_17,
    /// `2012-10-17`
    V2012_10_17,
}

impl Version {
    /// Every version, from the oldest.
    pub const ALL: &'static [Self] = &[Self::V2008_10_17, Self::V2012_10_17];

    /// The one to write.
    pub const NEWEST: Self = Self::V2012_10_17;

    /// As a policy has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V2008_10_17 => "2008-10-17",
            Self::V2012_10_17 => "2012-10-17",
        }
    }

    /// The version of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|version| version.name() == name)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl Form for Version {
    fn read(node: Node<'_>) -> Result<Self> {
        let text = form::string(node)?;
        let unknown = || form::fault(node.place(), ReadErrorKind::UnknownVersion { given: form::shown(text) });
        Self::from_name(text).ok_or_else(unknown)
    }

    fn tree(&self) -> Value<'_> {
        form::value(Data::String(Cow::Borrowed(self.name())))
    }
}
