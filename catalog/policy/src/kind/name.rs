//! The names of the kinds in files, arguments and macros, and the error about an unknown name.

use alloc::string::{String, ToString as _};
use core::{fmt, str::FromStr};

use catalog_core::nearest::Nearest;

use super::PolicyKind;
use crate::shown::Shown;

impl PolicyKind {
    /// Returns the other names of the kind, such as `scp` for a service control policy.
    ///
    /// ```
    /// use catalog::policy::PolicyKind;
    /// assert_eq!(PolicyKind::PermissionBoundary.other_names(), ["boundary", "permissions-boundary"]);
    /// ```
    #[must_use]
    pub const fn other_names(self) -> &'static [&'static str] {
        match self {
            Self::ServiceControl => &["scp"],
            Self::ResourceControl => &["rcp"],
            Self::PermissionBoundary => &["boundary", "permissions-boundary"],
            _ => &[],
        }
    }

    /// Returns the kind that has this name, or this [other name](Self::other_names).
    ///
    /// ```
    /// use catalog::policy::PolicyKind;
    /// assert_eq!(PolicyKind::from_name("trust"), Some(PolicyKind::Trust));
    /// assert_eq!(PolicyKind::from_name("scp"), Some(PolicyKind::ServiceControl));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name || kind.other_names().contains(&name))
    }
}

/// Parses the name of a kind. The error suggests a similar name, or lists all names.
///
/// ```
/// use catalog::policy::PolicyKind;
///
/// let error = "scp2".parse::<PolicyKind>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown policy kind `scp2`: did you mean `scp`?");
/// ```
impl FromStr for PolicyKind {
    type Err = UnknownKindError;

    fn from_str(name: &str) -> Result<Self, UnknownKindError> {
        Self::from_name(name).ok_or_else(|| {
            let mut nearest = Nearest::new(name);
            for kind in Self::ALL {
                nearest.offer(kind.name());
                for other in kind.other_names() {
                    nearest.offer(other);
                }
            }
            UnknownKindError { given: Shown(name).to_string(), suggestion: nearest.best() }
        })
    }
}

/// The error about the name of a kind of policy that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKindError {
    given: String,
    suggestion: Option<&'static str>,
}

impl UnknownKindError {
    /// Returns the name of the kind that was probably intended.
    #[must_use]
    pub const fn suggestion(&self) -> Option<&'static str> {
        self.suggestion
    }
}

impl fmt::Display for UnknownKindError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown policy kind `{}`: ", self.given)?;
        if let Some(suggestion) = self.suggestion {
            return write!(f, "did you mean `{suggestion}`?");
        }
        f.write_str("expected one of ")?;
        for (nth, kind) in PolicyKind::ALL.iter().enumerate() {
            write!(f, "{}`{kind}`", if nth == 0 { "" } else { ", " })?;
        }
        Ok(())
    }
}

impl core::error::Error for UnknownKindError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_other_names_lead_back() {
        for kind in PolicyKind::ALL {
            for name in kind.other_names().iter().chain([&kind.name()]) {
                assert_eq!(PolicyKind::from_name(name), Some(*kind));
            }
        }
        assert_eq!(PolicyKind::from_name("Trust"), None);
    }

    #[test]
    fn an_unknown_name_has_a_suggestion_or_a_list() {
        let message = |name: &str| name.parse::<PolicyKind>().unwrap_err().to_string();
        assert_eq!(message("trsut"), "unknown policy kind `trsut`: did you mean `trust`?");
        assert_eq!(message("permission_boundary"), {
            "unknown policy kind `permission_boundary`: did you mean `permission-boundary`?"
        });
        assert!(message("xyzzy").starts_with("unknown policy kind `xyzzy`: expected one of `identity`, `resource`, "));
        assert_eq!("xyzzy".parse::<PolicyKind>().unwrap_err().suggestion(), None);
    }
}
