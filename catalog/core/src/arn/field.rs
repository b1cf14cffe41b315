//! The fields of an ARN.

use core::fmt;

/// A field of an ARN. After `arn`, the fields are `partition:service:region:account:resource`.
///
/// Source: [IAM identifiers](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ArnField {
    /// The partition: `aws`, or a longer name that begins with `aws-`.
    Partition,
    /// The service that the resource belongs to.
    Service,
    /// The region, which can be empty.
    Region,
    /// The account, which can be empty.
    Account,
    /// The resource: everything after the fifth colon.
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
