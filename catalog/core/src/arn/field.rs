//! The fields of an ARN.

use core::fmt;

/// The six fields of an ARN: `arn:partition:service:region:account:resource`, without the word in front.
///
/// Source: [IAM identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArnField {
    /// `aws`, or `aws-` and more.
    Partition,
    /// The service that the resource belongs to.
    Service,
    /// The region, or nothing.
    Region,
    /// The account, or nothing.
    Account,
    /// All that stands behind the fifth colon.
    Resource,
}

impl ArnField {
    /// The fields, in order.
    pub(super) const ALL: [Self; 5] = [Self::Partition, Self::Service, Self::Region, Self::Account, Self::Resource];
}

impl fmt::Display for ArnField {
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
