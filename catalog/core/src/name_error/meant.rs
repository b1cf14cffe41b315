//! The suggestions for a wrong name.

use core::fmt::{self, Write as _};

use crate::authorizing_actions::AuthorizingActions;

/// A name or pattern of the catalog that is similar to a wrong one. It displays as the string to write instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The service prefix, or `None` if the name includes it, as for condition keys.
    prefix: Option<&'static str>,
    /// The name or the beginning of several names, or `None` if only the service is known.
    name: Option<&'static str>,
    /// The character after the name: `*` for a pattern, and `…` if the end is not known.
    end: Option<char>,
}

impl Suggestion {
    pub(crate) const fn from_name(prefix: &'static str, name: &'static str) -> Self {
        Self { prefix: Some(prefix), name: Some(name), end: None }
    }

    pub(crate) const fn from_key(name: &'static str) -> Self {
        Self { prefix: None, name: Some(name), end: None }
    }

    pub(crate) const fn from_service(prefix: &'static str) -> Self {
        Self { prefix: Some(prefix), name: None, end: None }
    }

    /// Returns the suggestion for a string whose end is not known.
    pub(crate) fn with_unknown_end(self) -> Self {
        Self { end: self.end.map(|_| '…'), ..self }
    }

    pub(crate) const fn from_pattern(prefix: &'static str, beginning: &'static str) -> Self {
        Self { prefix: Some(prefix), name: Some(beginning), end: Some('*') }
    }
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(prefix) = self.prefix {
            write!(f, "{prefix}:")?;
        }
        f.write_str(self.name.unwrap_or("…"))?;
        self.end.map_or(Ok(()), |end| f.write_char(end))
    }
}

/// The suggestion for a wrong name: one name, or several services that have the name.
pub(crate) enum Meant {
    One(Suggestion),
    Elsewhere(Elsewhere),
}

impl From<Suggestion> for Meant {
    fn from(suggestion: Suggestion) -> Self {
        Self::One(suggestion)
    }
}

/// The services that may be intended and have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Elsewhere {
    /// The prefixes of the services.
    pub(crate) prefixes: [Option<&'static str>; Self::MOST],
}

impl Elsewhere {
    /// The maximum number of services. If more services have the name, the name does not show which one is intended.
    pub(crate) const MOST: usize = 3;
}

/// Displays the services up to the verb: `` `ecs` and `eks` have ``.
impl fmt::Display for Elsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.prefixes.iter().flatten().count();
        for (position, prefix) in self.prefixes.iter().flatten().enumerate() {
            f.write_str(match position {
                0 => "",
                _ if position + 1 == count => " and ",
                _ => ", ",
            })?;
            write!(f, "`{prefix}`")?;
        }
        f.write_str(" have")
    }
}

/// A list of names as a message shows it.
pub(super) struct Joined(pub(super) AuthorizingActions);

impl fmt::Display for Joined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names = self.0.iter().peekable();
        let mut first = true;
        while let Some(name) = names.next() {
            let between = match (first, names.peek()) {
                (true, _) => "",
                (false, Some(_)) => ", ",
                (false, None) => " and ",
            };
            write!(f, "{between}`{name}`")?;
            first = false;
        }
        Ok(())
    }
}
