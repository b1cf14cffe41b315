//! Conversions between the names and the ids of findings.

use core::fmt;

use catalog_core::nearest::Nearest;

use super::FindingId;

impl FindingId {
    /// Returns the id that has this name, or had it formerly.
    ///
    /// ```
    /// use catalog::policy::FindingId;
    /// assert_eq!(FindingId::from_name("unknown-action"), Some(FindingId::UnknownAction));
    /// assert_eq!(FindingId::from_name("uncatalogued-action"), Some(FindingId::UncatalogedAction));
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let mut ids = Self::ALL.iter().copied();
        ids.clone().find(|id| id.name() == name).or_else(|| ids.find(|id| id.former_names().contains(&name)))
    }

    /// Returns the id whose name is most similar to a misspelled name, or `None` if no name is similar.
    ///
    /// ```
    /// use catalog::policy::FindingId;
    /// assert_eq!(FindingId::nearest("unknown-actoin"), Some(FindingId::UnknownAction));
    /// assert_eq!(FindingId::nearest("frobnicate"), None);
    /// ```
    #[must_use]
    pub fn nearest(wrong: &str) -> Option<Self> {
        let mut nearest = Nearest::new(wrong);
        for id in Self::ALL {
            nearest.offer(id.name());
        }
        nearest.best().and_then(Self::from_name)
    }

    /// Returns true if a [`Config`](crate::config::Config) can allow the finding. It cannot allow a finding that ends
    /// the check, because the rest of the policy was not checked.
    #[must_use]
    pub const fn can_be_allowed(self) -> bool {
        !matches!(self, Self::MalformedJson | Self::MalformedYaml | Self::TooManyFindings)
    }
}

impl fmt::Display for FindingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_case_differ_and_lead_back() {
        for (position, id) in FindingId::ALL.iter().enumerate() {
            assert_eq!(FindingId::from_name(id.name()), Some(*id));
            assert_eq!(FindingId::ALL.iter().position(|other| other.name() == id.name()), Some(position));
            assert!(id.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{id}");
            assert!(id.summary().ends_with('.'), "{id}");
        }
    }

    #[test]
    fn a_former_name_leads_to_its_id_and_is_the_name_of_no_other() {
        let mut former = 0;
        for id in FindingId::ALL {
            for name in id.former_names() {
                former += 1;
                assert_eq!(FindingId::from_name(name), Some(*id));
                assert!(FindingId::ALL.iter().all(|other| other.name() != *name), "{name}");
            }
        }
        assert!(former >= 3);
    }
}
