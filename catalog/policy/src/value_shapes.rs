//! Condition keys whose values all have one shape: accounts, regions, organizations and the like.

mod from_key;

use crate::value::parts::{is_account, is_region, is_word};

/// The shape of a key's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueShape {
    Account,
    Organization,
    OrganizationPath,
    Region,
    Service,
    /// A service in a region.
    ServiceInRegion,
    Vpc,
    VpcEndpoint,
}

impl ValueShape {
    /// Returns true if a string without wildcards and variables has this shape.
    pub(crate) fn fits(self, text: &str) -> bool {
        let has = |prefix: &str| text.strip_prefix(prefix).is_some_and(is_word);
        match self {
            // AWS's page states `anonymous` for unsigned requests.
            Self::Account => is_account(text) || text == "anonymous",
            Self::Organization => has("o-"),
            Self::OrganizationPath => {
                text.split('/').next().is_some_and(|id| id.strip_prefix("o-").is_some_and(is_word))
            }
            Self::Region => is_region(text),
            Self::Service => text.contains('.'),
            Self::ServiceInRegion => {
                let mut labels = text.split('.');
                labels.next().is_some_and(|service| !service.is_empty()) && labels.any(is_region)
            }
            Self::Vpc => has("vpc-"),
            Self::VpcEndpoint => has("vpce-"),
        }
    }

    /// Returns how to write such a value.
    pub(crate) const fn described(self) -> &'static str {
        match self {
            Self::Account => "an account has 12 digits",
            Self::Organization => "an organization is written `o-a1b2c3d4e5`",
            Self::OrganizationPath => "a path begins with the organization: `o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/`",
            Self::Region => "a region is written `eu-west-1`",
            Self::Service => "a service is written `ec2.amazonaws.com`",
            Self::ServiceInRegion => "a service is written with its region, `ec2.eu-west-1.amazonaws.com`",
            Self::Vpc => "a VPC is written `vpc-1a2b3c4d`",
            Self::VpcEndpoint => "a VPC endpoint is written `vpce-1a2b3c4d`",
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
            (ValueShape::Service, &["ec2.amazonaws.com", "ec2.amazonaws.com.cn"], &["", "ec2"]),
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
