//! The kinds of principals.

use core::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident,)*) => {
        /// A kind of principal. The names are AWS's own.
        ///
        /// Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PrincipalKind {
            $($(#[$doc])* $variant,)*
        }

        impl PrincipalKind {
            /// Every kind, in order of name.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// Returns AWS's name for the kind.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => stringify!($variant),)*
                }
            }
        }
    };
}

kinds! {
    /// An account, a user, a role or a session, or everyone.
    AWS,
    /// An AWS account, identified by the long ID that S3 assigns to it.
    CanonicalUser,
    /// An identity that an identity provider has authenticated.
    Federated,
    /// An AWS service.
    Service,
}

impl PrincipalKind {
    /// Returns the kind that has this name. The comparison is case-sensitive.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for PrincipalKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for kind in PrincipalKind::ALL {
            assert_eq!(PrincipalKind::from_name(kind.name()), Some(*kind));
            assert!(kind.check("${aws:x}").is_err());
        }
        assert_eq!(PrincipalKind::from_name("aws"), None);
    }
}
