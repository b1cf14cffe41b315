//! The effects of a statement.
//!
//! Source: [Effect](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html).

use core::fmt;

/// The effect of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// `Allow`
    Allow,
    /// `Deny`
    Deny,
}

impl Effect {
    /// Both effects.
    pub const ALL: &'static [Self] = &[Self::Allow, Self::Deny];

    /// Returns the name of the effect. IAM compares it case-sensitively.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Allow => "Allow",
            Self::Deny => "Deny",
        }
    }

    /// Returns the effect that has this name. The comparison is case-sensitive.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|effect| effect.name() == name)
    }
}

/// Writes the name of the effect.
impl fmt::Display for Effect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for effect in Effect::ALL {
            assert_eq!(Effect::from_name(effect.name()), Some(*effect));
        }
        assert_eq!(Effect::from_name("allow"), None);
    }
}
