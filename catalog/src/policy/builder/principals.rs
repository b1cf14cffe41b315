//! Constructors of principals, with the checks that the linter applies to policies.

use alloc::{string::ToString as _, vec};

use catalog_policy::principal::{PrincipalError, PrincipalKind};

use crate::policy::{OneOrMany, Principal, PrincipalNames};

macro_rules! constructors {
    ($($(#[$doc:meta])* $name:ident $kind:ident;)*) => {
        impl Principal {
            $(
                $(#[$doc])*
                pub fn $name(name: &str) -> Result<Self, PrincipalError> {
                    Self::from_kind(PrincipalKind::$kind, name)
                }
            )*
        }
    };
}

constructors! {
    /// Creates the principal of an account, by 12 digits, or of a user, a role or a session, by ARN.
    ///
    /// # Errors
    /// Returns an error if the name is not valid for this kind of principal.
    aws AWS;
    /// Creates the principal of an AWS service, such as `ec2.amazonaws.com`.
    ///
    /// # Errors
    /// Returns an error if the name is not valid for this kind of principal.
    service Service;
    /// Creates the principal of an identity provider, by ARN or by a name such as `cognito-identity.amazonaws.com`.
    ///
    /// # Errors
    /// Returns an error if the name is not valid for this kind of principal.
    federated Federated;
    /// Creates the principal of an AWS account, by the canonical user ID that S3 uses for the account.
    ///
    /// # Errors
    /// Returns an error if the name is not valid for this kind of principal.
    canonical_user CanonicalUser;
}

impl Principal {
    fn from_kind(kind: PrincipalKind, name: &str) -> Result<Self, PrincipalError> {
        kind.check(name)?;
        Ok(Self::These(vec![PrincipalNames { kind, names: OneOrMany::One(name.to_string()) }]))
    }

    /// Adds the principals of another value. Returns false if one of the two values is `Everybody`, because `*` cannot
    /// be combined with other principals.
    pub(super) fn join(&mut self, other: Self) -> bool {
        let (Self::These(these), Self::These(others)) = (self, other) else { return false };
        for other in others {
            match these.iter_mut().find(|these| these.kind == other.kind) {
                Some(these) => these.names.extend(other.names),
                None => these.push(other),
            }
        }
        true
    }
}
