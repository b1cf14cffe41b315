//! The faults of strings that are intended as ARNs.

use core::fmt;

use crate::{finding::AccessAnalyzerCheck, subject::shared_checks::UNKNOWN_SERVICE};

/// A field of an ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// The partition.
    Partition,
    /// The service.
    Service,
    /// The region.
    Region,
    /// The account.
    Account,
    /// The resource.
    Resource,
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Partition => "partition",
            Self::Service => "service",
            Self::Region => "region",
            Self::Account => "account",
            Self::Resource => "resource",
        })
    }
}

/// The reason why a string does not have the form of an ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotAnArn {
    /// The string is empty.
    Empty,
    /// The string begins with white space.
    LeadingSpace,
    /// The string begins with a quotation mark.
    Quoted,
    /// The string begins with `arn` in other letters, such as `ARN`.
    Case,
    /// The character after `arn` is not a colon.
    Separator(char),
    /// The string begins with a partition, so `arn:` is missing.
    NoPrefix,
    /// The string begins in another way.
    Other,
}

/// A fault of a string that is intended as an ARN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ArnFault<'t> {
    /// The string does not have the form of an ARN, and is not `*`.
    NotAnArn(NotAnArn),
    /// The string begins like an ARN, but has fewer fields than IAM accepts.
    TooFewFields(usize),
    /// The string has the service in place of the partition.
    NoPartition,
    /// A field is empty that no ARN leaves empty.
    Empty(Field),
    /// The partition does not exist.
    Partition(&'t str),
    /// The string contains several ARNs.
    SeveralArns,
    /// The service has a wildcard.
    WildcardService,
    /// The service has a wildcard in a kind of policy that can have one.
    WideService,
    /// The string lacks fields, and IAM treats the missing fields as wildcards.
    Incomplete(usize),
    /// The string lacks fields in a session policy, where AWS does not complete it.
    RefusedIncomplete(usize),
    /// IAM refuses the ARN of an IAM resource with a region.
    RefusedRegionOfIam,
    /// IAM refuses the ARN of a bucket with a region.
    RefusedRegionOfBucket(&'t str),
    /// IAM refuses the ARN of an IAM resource whose type it does not know.
    RefusedIamPath(&'t str),
    /// The ARN of an IAM resource has a region, although IAM has no regions.
    RegionOfIam,
    /// The service has uppercase letters.
    ServiceCase(&'t str),
    /// The service has a character that no service has.
    Service(&'t str),
    /// The resource begins with a colon, so the ARN has a colon too many.
    ExtraColon,
    /// The field has a policy variable, which AWS replaces only in the resource.
    Variable(Field, &'t str),
    /// The field has a placeholder that was not replaced, such as `account-id`.
    Placeholder(Field, &'t str),
    /// The region is not valid.
    Region(&'t str),
    /// AWS does not list the region, although its form is valid.
    UnknownRegion(&'t str),
    /// The region is in another partition, whose name follows.
    OtherPartition(&'t str, &'static str),
    /// AWS does not list the partition, although its form is valid.
    UnknownPartition(&'t str),
    /// The account is not valid.
    Account(&'t str),
    /// No page of the reference has the service.
    UnknownService(&'t str),
    /// The ARNs of the resource have no region. The suggestion also removes the account if it is needless, too.
    NeedlessRegion(&'t str),
    /// The ARNs of the resource have no account.
    NeedlessAccount(&'t str),
    /// The service has no ARNs with such a resource. A similar format of the service follows.
    UnknownResource(&'static str),
    /// The string ends with white space.
    TrailingSpace,
}

impl ArnFault<'_> {
    /// Returns the check of Access Analyzer that is about the fault, if there is one.
    pub(crate) const fn access_analyzer(self) -> Option<AccessAnalyzerCheck> {
        Some(match self {
            Self::NotAnArn(_) => AccessAnalyzerCheck::InvalidArnPrefix,
            Self::TooFewFields(_) | Self::NoPartition | Self::Incomplete(_) | Self::RefusedIncomplete(_) => {
                AccessAnalyzerCheck::MissingArnField
            }
            Self::Empty(Field::Partition)
            | Self::Partition(_)
            | Self::UnknownPartition(_)
            | Self::Placeholder(Field::Partition, _) => AccessAnalyzerCheck::InvalidPartition,
            Self::Empty(Field::Service)
            | Self::Service(_)
            | Self::UnknownService(_)
            | Self::Placeholder(Field::Service, _) => UNKNOWN_SERVICE,
            Self::WildcardService | Self::WideService => AccessAnalyzerCheck::WildcardInServiceName,
            Self::ServiceCase(_) => AccessAnalyzerCheck::InvalidArnServiceCase,
            Self::RefusedRegionOfIam | Self::RefusedRegionOfBucket(_) | Self::RegionOfIam | Self::NeedlessRegion(_) => {
                AccessAnalyzerCheck::ArnRegionNotAllowed
            }
            Self::Region(_)
            | Self::UnknownRegion(_)
            | Self::OtherPartition(..)
            | Self::Placeholder(Field::Region, _) => AccessAnalyzerCheck::InvalidArnRegion,
            Self::NeedlessAccount(_) => AccessAnalyzerCheck::ArnAccountNotAllowed,
            Self::Account(_) | Self::Placeholder(Field::Account, _) => AccessAnalyzerCheck::InvalidArnAccount,
            Self::Empty(_) | Self::RefusedIamPath(_) | Self::UnknownResource(_) | Self::ExtraColon => {
                AccessAnalyzerCheck::InvalidArnResource
            }
            Self::SeveralArns | Self::Variable(..) | Self::Placeholder(..) | Self::TrailingSpace => return None,
        })
    }

    /// Returns true if IAM refuses the policy because of the fault. Then the string has no other findings.
    pub(crate) const fn is_malformed(self) -> bool {
        matches!(
            self,
            Self::NotAnArn(_)
                | Self::TooFewFields(_)
                | Self::NoPartition
                | Self::Empty(_)
                | Self::Partition(_)
                | Self::Placeholder(Field::Partition, _)
                | Self::SeveralArns
                | Self::RefusedIncomplete(_)
                | Self::RefusedRegionOfIam
                | Self::RefusedRegionOfBucket(_)
                | Self::RefusedIamPath(_)
        )
    }
}
