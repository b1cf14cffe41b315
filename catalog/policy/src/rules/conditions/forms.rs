//! Keys whose values all have one form: accounts, regions, organizations and the like.
//!
//! Source: [AWS global condition context keys](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html),
//! and for KMS [AWS KMS condition keys](https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html).

use crate::value::parts::{is_account, is_region, is_word};
use catalog_core::ascii_case;

/// The form of a key's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
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

const FORMS: &[(&str, Form)] = &[
    ("aws:CalledVia", Form::Service),
    ("aws:CalledViaFirst", Form::Service),
    ("aws:CalledViaLast", Form::Service),
    ("aws:Ec2InstanceSourceVpc", Form::Vpc),
    ("aws:PrincipalAccount", Form::Account),
    ("aws:PrincipalOrgID", Form::Organization),
    ("aws:PrincipalOrgPaths", Form::OrganizationPath),
    ("aws:PrincipalServiceName", Form::Service),
    ("aws:PrincipalServiceNamesList", Form::Service),
    ("aws:RequestedRegion", Form::Region),
    ("aws:ResourceAccount", Form::Account),
    ("aws:ResourceOrgID", Form::Organization),
    ("aws:ResourceOrgPaths", Form::OrganizationPath),
    ("aws:SourceAccount", Form::Account),
    ("aws:SourceOrgID", Form::Organization),
    ("aws:SourceOrgPaths", Form::OrganizationPath),
    ("aws:SourceVpc", Form::Vpc),
    ("aws:SourceVpce", Form::VpcEndpoint),
    ("aws:VpceAccount", Form::Account),
    ("aws:VpceOrgID", Form::Organization),
    ("aws:VpceOrgPaths", Form::OrganizationPath),
    ("iam:AWSServiceName", Form::Service),
    ("iam:PassedToService", Form::Service),
    ("kms:CallerAccount", Form::Account),
    ("kms:ViaService", Form::ServiceInRegion),
];

impl Form {
    /// The form of a key's values, if they all have one.
    pub(super) fn of(key: &str) -> Option<Self> {
        FORMS.iter().find(|(name, _)| ascii_case::eq(name, key)).map(|(_, form)| *form)
    }

    /// Whether a text without wildcards and variables has this form.
    pub(super) fn fits(self, text: &str) -> bool {
        let has = |prefix: &str| text.strip_prefix(prefix).is_some_and(is_word);
        match self {
            // What the page says of requests that nobody has signed.
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

    /// How to write it.
    pub(super) const fn described(self) -> &'static str {
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
    fn values_of_each_form() {
        for (form, right, wrong) in [
            (Form::Account, &["111122223333", "anonymous"][..], &["", "11112222333", "1111-2222-3333"][..]),
            (Form::Organization, &["o-a1b2c3d4e5"], &["", "o-", "r-ab12", "O-a1b2c3d4e5", "<my-org-id>"]),
            (Form::OrganizationPath, &["o-a1/r-ab12/ou-ab12-11111111/", "o-a1"], &["", "r-ab12/", "/o-a1"]),
            (Form::Region, &["eu-west-1"], &["", "eu-west-1a", "Ireland"]),
            (Form::Service, &["ec2.amazonaws.com", "ec2.amazonaws.com.cn"], &["", "ec2"]),
            (
                Form::ServiceInRegion,
                &["ec2.eu-west-1.amazonaws.com", "s3.cn-north-1.amazonaws.com.cn"],
                &["", "ec2.amazonaws.com", "eu-west-1"],
            ),
            (Form::Vpc, &["vpc-1a2b3c4d"], &["", "vpce-1a2b3c4d", "vpc-"]),
            (Form::VpcEndpoint, &["vpce-1a2b3c4d"], &["", "vpc-1a2b3c4d"]),
        ] {
            for text in right {
                assert!(form.fits(text), "{text} {form:?}");
            }
            for text in wrong {
                assert!(!form.fits(text), "{text} {form:?}");
            }
        }
        assert_eq!(Form::of("AWS:sourceaccount"), Some(Form::Account));
        assert_eq!(Form::of("aws:username"), None);
    }
}
