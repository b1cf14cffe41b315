//! What may have been meant by a wrong name.

use core::fmt;

use crate::authorizing_actions::AuthorizingActions;

/// A name or pattern of the catalog that is close to a wrong one. It displays as what to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The service prefix; empty where the name holds its own (condition keys).
    prefix: Option<&'static str>,
    /// The name, or the beginning of some; `None` where only the service is known.
    name: Option<&'static str>,
    wildcard: bool,
}

impl Suggestion {
    pub(crate) const fn from_name(prefix: &'static str, name: &'static str) -> Self {
        Self { prefix: Some(prefix), name: Some(name), wildcard: false }
    }

    pub(crate) const fn from_key(name: &'static str) -> Self {
        Self { prefix: None, name: Some(name), wildcard: false }
    }

    pub(crate) const fn from_service(prefix: &'static str) -> Self {
        Self { prefix: Some(prefix), name: None, wildcard: false }
    }

    pub(crate) const fn from_pattern(prefix: &'static str, beginning: &'static str) -> Self {
        Self { prefix: Some(prefix), name: Some(beginning), wildcard: true }
    }
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(prefix) = self.prefix {
            write!(f, "{prefix}:")?;
        }
        f.write_str(self.name.unwrap_or("…"))?;
        f.write_str(if self.wildcard { "*" } else { "" })
    }
}

/// What may have been meant: one thing, or the same name in several services.
pub(crate) enum Meant {
    One(Suggestion),
    Elsewhere(Elsewhere),
}

impl From<Suggestion> for Meant {
    fn from(suggestion: Suggestion) -> Self {
        Self::One(suggestion)
    }
}

/// The services that have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Elsewhere {
    /// Those to show, by prefix.
    pub(crate) prefixes: [Option<&'static str>; Self::SHOWN],
    /// How many there are besides.
    pub(crate) more: u16,
}

impl Elsewhere {
    /// How many are shown.
    pub(crate) const SHOWN: usize = 3;
}

/// `` `ecs`, `eks` and 4 more services have one ``.
impl fmt::Display for Elsewhere {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = self.prefixes.iter().flatten().count();
        for (position, prefix) in self.prefixes.iter().flatten().enumerate() {
            let last = position + 1 == shown && self.more == 0;
            f.write_str(if position == 0 {
                ""
            } else if last {
                " and "
            } else {
                ", "
            })?;
            write!(f, "`{prefix}`")?;
        }
        match self.more {
            0 => f.write_str(" have one"),
            1 => f.write_str(" and 1 more service have one"),
            more => write!(f, " and {more} more services have one"),
        }
    }
}

/// Names as a message lists them.
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
        if first { f.write_str("not stated") } else { Ok(()) }
    }
}
