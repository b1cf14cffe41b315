//! Principals one by one, for whoever makes policies: the rule that policies are checked by, without a policy.

use core::fmt;

use super::rules::principals;

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident,)*) => {
        /// What a principal is named by. AWS's words.
        ///
        /// Source: [Principal](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PrincipalKind {
            $($(#[$doc])* $variant,)*
        }

        impl PrincipalKind {
            /// Every kind, in order of name.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// AWS's word.
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
    /// An account, a user, a role or a session, or everybody.
    AWS,
    /// An owner of buckets, by a long id that S3 gives out.
    CanonicalUser,
    /// Whoever an identity provider has let in.
    Federated,
    /// A service of AWS.
    Service,
}

impl PrincipalKind {
    /// The kind of a word, in this case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// Says whether a text can be a principal of this kind.
    ///
    /// ```
    /// use catalog::policy::PrincipalKind;
    ///
    /// assert!(PrincipalKind::Service.check("ec2.amazonaws.com").is_ok());
    /// let error = PrincipalKind::Service.check("ec2").unwrap_err();
    /// assert_eq!(error.to_string(), "a service is named as `ec2.amazonaws.com`");
    /// ```
    ///
    /// # Errors
    /// When it cannot.
    pub fn check(self, name: &str) -> Result<(), PrincipalError> {
        principals::wrong(self.name(), name).map_or(Ok(()), |wrong| Err(PrincipalError(wrong)))
    }
}

impl fmt::Display for PrincipalKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// Why a text is no principal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrincipalError(&'static str);

impl fmt::Display for PrincipalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl core::error::Error for PrincipalError {}

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
