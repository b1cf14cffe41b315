//! The shapes of the values of condition keys, such as accounts, regions and organizations.

mod from_key;
mod principal_arn;

use crate::principal::PrincipalKind;
use crate::value::parts::{is_account, is_region, is_word};

/// The shape that all values of a condition key have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueShape {
    Account,
    Organization,
    OrganizationPath,
    /// The ARN of a principal, which is the ARN of the role for a session.
    PrincipalArn,
    Region,
    Service,
    /// A service in a region.
    ServiceInRegion,
    /// The unique ID of a principal, and for a session its name after a colon.
    UserId,
    /// The name of an IAM user.
    UserName,
    Vpc,
    VpcEndpoint,
}

impl ValueShape {
    /// Returns true if the shape can be checked in a string with wildcards, and with variables.
    pub(crate) const fn allows_patterns(self) -> (bool, bool) {
        match self {
            Self::PrincipalArn => (true, true),
            Self::UserId | Self::UserName => (true, false),
            _ => (false, false),
        }
    }

    /// Returns true if a string has this shape, or can match a value of this shape. The string has only the wildcards
    /// and variables that the shape [allows](Self::allows_patterns).
    pub(crate) fn fits(self, text: &str) -> bool {
        let has = |prefix: &str| text.strip_prefix(prefix).is_some_and(is_word);
        match self {
            // According to AWS's page, the value is `anonymous` for unsigned requests.
            Self::Account => is_account(text) || text == "anonymous",
            Self::Organization => has("o-"),
            Self::OrganizationPath => {
                text.split('/').next().is_some_and(|id| id.strip_prefix("o-").is_some_and(is_word))
            }
            Self::PrincipalArn => principal_arn::can_match(text),
            Self::Region => is_region(text),
            Self::Service => text.contains('.') && PrincipalKind::Service.check(text).is_ok(),
            Self::ServiceInRegion => {
                let mut labels = text.split('.');
                labels.next().is_some_and(|service| !service.is_empty()) && labels.any(is_region)
            }
            Self::UserId => !text.contains('/') && text.matches(':').count() <= 1,
            Self::UserName => !text.contains(['/', ':']),
            Self::Vpc => has("vpc-"),
            Self::VpcEndpoint => has("vpce-"),
        }
    }

    /// Returns the end of the message about a value that does not have this shape.
    pub(crate) fn described(self, text: &str) -> &'static str {
        match self {
            Self::PrincipalArn if principal_arn::is_of_session(text) => {
                "a session has the ARN of its role, such as `arn:aws:iam::111122223333:role/admin`"
            }
            Self::PrincipalArn => {
                "expected the ARN of a role, a user, a federated user or an account, such as \
                 `arn:aws:iam::111122223333:role/admin`"
            }
            Self::UserId => "expected a unique ID such as `AIDACKCEVSQ6C2EXAMPLE`",
            Self::UserName => "expected the name of a user, without its path",
            Self::Account => "expected a 12-digit account ID",
            Self::Organization => "expected an organization ID such as `o-a1b2c3d4e5`",
            Self::OrganizationPath => {
                "expected a path that begins with an organization ID, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`"
            }
            Self::Region => "expected a region such as `eu-west-1`",
            Self::Service => "expected a service such as `ec2.amazonaws.com`",
            Self::ServiceInRegion => "expected a service with its region, such as `ec2.eu-west-1.amazonaws.com`",
            Self::Vpc => "expected a VPC ID such as `vpc-1a2b3c4d`",
            Self::VpcEndpoint => "expected a VPC endpoint ID such as `vpce-1a2b3c4d`",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_each_shape() {
        for (shape, right, wrong) in [
            (ValueShape::Account, &["111122223333", "anonymous"][..], &["", "11112222333", "1111-2222-3333"][..]),
            (ValueShape::Organization, &["o-a1b2c3d4e5"], &["", "o-", "r-ab12", "O-a1b2c3d4e5", "<my-org-id>"]),
            (ValueShape::OrganizationPath, &["o-a1/r-ab12/ou-ab12-11111111/", "o-a1"], &["", "r-ab12/", "/o-a1"]),
            (ValueShape::Region, &["eu-west-1"], &["", "eu-west-1a", "Ireland"]),
            (
                ValueShape::UserId,
                &["AIDACKCEVSQ6C2EXAMPLE", "AROACKCEVSQ6C2EXAMPLE:ann@example.com", "111122223333", "AROA*:*"],
                &["arn:aws:iam::111122223333:user/ann", "staff/ann"],
            ),
            (ValueShape::UserName, &["ann@example.com", "mail-*"], &["arn:aws:iam::*:user/ann", "staff/ann"]),
            (
                ValueShape::Service,
                &["ec2.amazonaws.com", "ec2.amazonaws.com.cn"],
                &["", "ec2", "https://ec2.amazonaws.com"],
            ),
            (
                ValueShape::ServiceInRegion,
                &["ec2.eu-west-1.amazonaws.com", "s3.cn-north-1.amazonaws.com.cn"],
                &["", "ec2.amazonaws.com", "eu-west-1"],
            ),
            (ValueShape::Vpc, &["vpc-1a2b3c4d"], &["", "vpce-1a2b3c4d", "vpc-"]),
            (ValueShape::VpcEndpoint, &["vpce-1a2b3c4d"], &["", "vpc-1a2b3c4d"]),
        ] {
            for text in right {
                assert!(shape.fits(text), "{text} {shape:?}");
            }
            for text in wrong {
                assert!(!shape.fits(text), "{text} {shape:?}");
            }
        }
    }
}
