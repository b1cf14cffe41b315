//! The shapes of the values of condition keys, such as accounts, regions and organizations.

mod from_key;
mod principal_arn;

use alloc::{borrow::Cow, format};

use catalog_core::{arn::ArnFormat, wildcard};

use crate::value::parts::{is_account, is_region, is_resource_id, is_word};
pub(crate) use from_key::is_sensitive;

/// The format of the ARN of a KMS key.
///
/// Source: [Key ARN](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN).
const KMS_KEY: &str = "arn:${Partition}:kms:${Region}:${Account}:key/${KeyId}";

/// The shape that all values of a condition key have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueShape {
    Account,
    /// The ARN of a KMS key.
    KmsKey,
    /// One of the listed values.
    OneOf(&'static [&'static str]),
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
            Self::KmsKey | Self::PrincipalArn => (true, true),
            Self::OneOf(_) | Self::UserId | Self::UserName => (true, false),
            _ => (false, false),
        }
    }

    /// Returns true if a string has this shape, or can match a value of this shape. The string has only the wildcards
    /// and variables that the shape [allows](Self::allows_patterns). Listed values are compared ignoring case if
    /// `ignores_case` is true.
    pub(crate) fn fits(self, text: &str, ignores_case: bool) -> bool {
        let has = |prefix: &str| text.strip_prefix(prefix).is_some_and(is_word);
        match self {
            // According to AWS's page, the value is `anonymous` for unsigned requests.
            Self::Account => is_account(text) || text == "anonymous",
            Self::KmsKey => ArnFormat::new_unchecked(KMS_KEY).overlaps(text),
            Self::OneOf(values) => values.iter().any(|value| {
                let is_loose = ignores_case || wildcard::has_wildcard(text);
                if is_loose { wildcard::matches(text, value) } else { text == *value }
            }),
            Self::Organization => has("o-"),
            Self::OrganizationPath => {
                text.split('/').next().is_some_and(|id| id.strip_prefix("o-").is_some_and(is_word))
            }
            Self::PrincipalArn => principal_arn::can_match(text),
            Self::Region => is_region(text),
            Self::Service => text.contains('.') && !text.contains(['/', ':']),
            Self::ServiceInRegion => {
                let mut labels = text.split('.');
                let is_service = labels.next().is_some_and(|service| !service.is_empty()) && labels.any(is_region);
                is_service && (ignores_case || !text.bytes().any(|byte| byte.is_ascii_uppercase()))
            }
            Self::UserId => !text.contains('/') && text.matches(':').count() <= 1,
            Self::UserName => !text.contains(['/', ':']),
            Self::Vpc => text.strip_prefix("vpc-").is_some_and(is_resource_id),
            Self::VpcEndpoint => text.strip_prefix("vpce-").is_some_and(is_resource_id),
        }
    }

    /// Returns the end of the message about a value that does not have this shape.
    pub(crate) fn described(self, text: &str) -> Cow<'static, str> {
        let words = match self {
            Self::OneOf(values) => return format!("expected one of `{}`", values.join("`, `")).into(),
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
            Self::KmsKey => {
                "expected the ARN of a KMS key, such as \
                 `arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`"
            }
            Self::Organization => "expected an organization ID such as `o-a1b2c3d4e5`",
            Self::OrganizationPath => {
                "expected a path that begins with an organization ID, such as `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`"
            }
            Self::Region => "expected a region such as `eu-west-1`",
            Self::Service => "expected a service such as `ec2.amazonaws.com`",
            Self::ServiceInRegion => "expected a service with its region, such as `ec2.eu-west-1.amazonaws.com`",
            Self::Vpc => "expected a VPC ID such as `vpc-1a2b3c4d`, with 8 or 17 hexadecimal digits",
            Self::VpcEndpoint => "expected a VPC endpoint ID such as `vpce-1a2b3c4d`, with 8 or 17 hexadecimal digits",
        };
        words.into()
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
                &["", "ec2.amazonaws.com", "eu-west-1", "EC2.eu-west-1.amazonaws.com"],
            ),
            (
                ValueShape::Vpc,
                &["vpc-1a2b3c4d", "vpc-0123456789abcdef0"],
                &["", "vpce-1a2b3c4d", "vpc-", "vpc-1a2b3c4", "vpc-1a2b3c4g", "vpc-0123456789abcdef", "VPC-1a2b3c4d"],
            ),
            (
                ValueShape::VpcEndpoint,
                &["vpce-1a2b3c4d", "vpce-0123456789abcdef0"],
                &["", "vpc-1a2b3c4d", "vpce-", "vpce-office", "vpce-1A2B3C4D", "vpce-svc-1a2b3c4d"],
            ),
            (
                ValueShape::KmsKey,
                &[
                    "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                    "arn:aws:kms:*:111122223333:key/*",
                    "arn:aws:kms:${aws:RequestedRegion}:*:key/mrk-1234",
                    "*",
                ],
                &[
                    "",
                    "1234abcd-12ab-34cd-56ef-1234567890ab",
                    "alias/orders",
                    "arn:aws:kms:eu-west-1:111122223333:alias/orders",
                    "arn:aws:s3:::orders",
                ],
            ),
            (ValueShape::OneOf(&["TOTAL", "NONE"]), &["TOTAL", "T*", "*"], &["", "total", "ALL", "NONE ", "X*"]),
        ] {
            for text in right {
                assert!(shape.fits(text, false), "{text} {shape:?}");
            }
            for text in wrong {
                assert!(!shape.fits(text, false), "{text} {shape:?}");
            }
        }
    }

    #[test]
    fn listed_values_can_be_compared_ignoring_case() {
        let shape = ValueShape::OneOf(&["TOTAL", "NONE"]);
        assert!(shape.fits("total", true) && !shape.fits("all", true));
        assert_eq!(shape.described("all"), "expected one of `TOTAL`, `NONE`");
    }
}
