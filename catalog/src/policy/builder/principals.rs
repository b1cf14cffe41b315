//! Principals one by one, checked by the rule that policies are checked by.

use alloc::{string::ToString as _, vec};

use catalog_policy::principal::{PrincipalError, PrincipalKind};

use crate::policy::{OneOrMany, Principal, PrincipalNames};

macro_rules! constructors {
    ($($(#[$doc:meta])* $name:ident $kind:ident;)*) => {
        impl Principal {
            $(
                $(#[$doc])*
                ///
                /// # Errors
                /// When the text can be no such principal.
                pub fn $name(name: &str) -> Result<Self, PrincipalError> {
                    Self::from_kind(PrincipalKind::$kind, name)
                }
            )*
        }
    };
}

constructors! {
    /// An account by its 12 digits; a user, a role or a session by its ARN.
    aws AWS;
    /// A service of AWS: `ec2.amazonaws.com`.
    service Service;
    /// An identity provider: its ARN, or `cognito-identity.amazonaws.com` and the like.
    federated Federated;
    /// An owner of buckets, by the long id that S3 gives out.
    canonical_user CanonicalUser;
}

impl Principal {
    fn from_kind(kind: PrincipalKind, name: &str) -> Result<Self, PrincipalError> {
        kind.check(name)?;
        Ok(Self::These(vec![PrincipalNames { kind, names: OneOrMany::One(name.to_string()) }]))
    }

    /// Adds those of another one. Nothing can be added to everybody, nor everybody to others: then the answer is no.
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
