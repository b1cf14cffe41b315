//! API operations that somebody takes for actions, and the actions that authorise them: those that no page lists.
//!
//! AWS's own pages map every operation to its actions. The pages of this repository are made from data that lacks the
//! operations without an action of their name, and in two services those are what everybody calls every day. What a page
//! says comes first, so that this table falls silent where AWS's own pages take the place of these.

use crate::{OperationActions, fold, operation_actions::OperationTable, syntax};

/// Operations by their full names, each with its actions.
///
/// Source: [Required permissions for Amazon S3 API operations](https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html),
/// general purpose buckets, what is always required; and for AWS Lambda its API reference,
/// [Invoke](https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html) and
/// [InvokeWithResponseStream](https://docs.aws.amazon.com/lambda/latest/api/API_InvokeWithResponseStream.html).
const OPERATIONS: &[(&str, &[&str])] = &[
    ("lambda:Invoke", &["lambda:InvokeFunction"]),
    ("lambda:InvokeWithResponseStream", &["lambda:InvokeFunction"]),
    ("s3:CompleteMultipartUpload", &["s3:PutObject"]),
    ("s3:CopyObject", &["s3:GetObject", "s3:PutObject"]),
    ("s3:CreateMultipartUpload", &["s3:PutObject"]),
    ("s3:DeleteBucketAnalyticsConfiguration", &["s3:PutAnalyticsConfiguration"]),
    ("s3:DeleteBucketCors", &["s3:PutBucketCORS"]),
    ("s3:DeleteBucketEncryption", &["s3:PutEncryptionConfiguration"]),
    ("s3:DeleteBucketIntelligentTieringConfiguration", &["s3:PutIntelligentTieringConfiguration"]),
    ("s3:DeleteBucketInventoryConfiguration", &["s3:PutInventoryConfiguration"]),
    ("s3:DeleteBucketLifecycle", &["s3:PutLifecycleConfiguration"]),
    ("s3:DeleteBucketMetricsConfiguration", &["s3:PutMetricsConfiguration"]),
    ("s3:DeleteBucketOwnershipControls", &["s3:PutBucketOwnershipControls"]),
    ("s3:DeleteBucketReplication", &["s3:PutReplicationConfiguration"]),
    ("s3:DeleteBucketTagging", &["s3:PutBucketTagging"]),
    ("s3:DeleteObjects", &["s3:DeleteObject"]),
    ("s3:DeletePublicAccessBlock", &["s3:PutBucketPublicAccessBlock"]),
    ("s3:GetBucketAccelerateConfiguration", &["s3:GetAccelerateConfiguration"]),
    ("s3:GetBucketAnalyticsConfiguration", &["s3:GetAnalyticsConfiguration"]),
    ("s3:GetBucketEncryption", &["s3:GetEncryptionConfiguration"]),
    ("s3:GetBucketIntelligentTieringConfiguration", &["s3:GetIntelligentTieringConfiguration"]),
    ("s3:GetBucketInventoryConfiguration", &["s3:GetInventoryConfiguration"]),
    ("s3:GetBucketLifecycle", &["s3:GetLifecycleConfiguration"]),
    ("s3:GetBucketLifecycleConfiguration", &["s3:GetLifecycleConfiguration"]),
    ("s3:GetBucketMetricsConfiguration", &["s3:GetMetricsConfiguration"]),
    ("s3:GetBucketNotificationConfiguration", &["s3:GetBucketNotification"]),
    ("s3:GetBucketReplication", &["s3:GetReplicationConfiguration"]),
    ("s3:GetObjectLockConfiguration", &["s3:GetBucketObjectLockConfiguration"]),
    ("s3:GetPublicAccessBlock", &["s3:GetBucketPublicAccessBlock"]),
    ("s3:HeadBucket", &["s3:ListBucket"]),
    ("s3:HeadObject", &["s3:GetObject"]),
    ("s3:ListBucketAnalyticsConfigurations", &["s3:GetAnalyticsConfiguration"]),
    ("s3:ListBucketIntelligentTieringConfigurations", &["s3:GetIntelligentTieringConfiguration"]),
    ("s3:ListBucketInventoryConfigurations", &["s3:GetInventoryConfiguration"]),
    ("s3:ListBucketMetricsConfigurations", &["s3:GetMetricsConfiguration"]),
    ("s3:ListBuckets", &["s3:ListAllMyBuckets"]),
    ("s3:ListMultipartUploads", &["s3:ListBucketMultipartUploads"]),
    ("s3:ListObjectVersions", &["s3:ListBucketVersions"]),
    ("s3:ListObjects", &["s3:ListBucket"]),
    ("s3:ListObjectsV2", &["s3:ListBucket"]),
    ("s3:ListParts", &["s3:ListMultipartUploadParts"]),
    ("s3:PutBucketAccelerateConfiguration", &["s3:PutAccelerateConfiguration"]),
    ("s3:PutBucketAnalyticsConfiguration", &["s3:PutAnalyticsConfiguration"]),
    ("s3:PutBucketEncryption", &["s3:PutEncryptionConfiguration"]),
    ("s3:PutBucketIntelligentTieringConfiguration", &["s3:PutIntelligentTieringConfiguration"]),
    ("s3:PutBucketInventoryConfiguration", &["s3:PutInventoryConfiguration"]),
    ("s3:PutBucketLifecycle", &["s3:PutLifecycleConfiguration"]),
    ("s3:PutBucketLifecycleConfiguration", &["s3:PutLifecycleConfiguration"]),
    ("s3:PutBucketMetricsConfiguration", &["s3:PutMetricsConfiguration"]),
    ("s3:PutBucketNotificationConfiguration", &["s3:PutBucketNotification"]),
    ("s3:PutBucketReplication", &["s3:PutReplicationConfiguration"]),
    ("s3:PutObjectLockConfiguration", &["s3:PutBucketObjectLockConfiguration"]),
    ("s3:PutPublicAccessBlock", &["s3:PutBucketPublicAccessBlock"]),
    ("s3:SelectObjectContent", &["s3:GetObject"]),
    ("s3:UploadPart", &["s3:PutObject"]),
    ("s3:UploadPartCopy", &["s3:GetObject", "s3:PutObject"]),
];

/// What authorises the operation of a service, in any case.
pub(super) fn operation(prefix: &str, name: &str) -> Option<OperationActions> {
    let is_named =
        |full: &str| syntax::split(full).is_some_and(|of| fold::same(of.prefix, prefix) && fold::same(of.name, name));
    let position = OPERATIONS.iter().position(|(full, _)| is_named(full))?;
    Some(OperationActions::new(&Operations, u16::try_from(position).ok()?))
}

/// Every operation of the table by its full name, and the actions that authorise it: for the test that holds them against
/// the catalogue.
pub fn all() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    OPERATIONS.iter().copied()
}

#[derive(Debug)]
struct Operations;

impl OperationTable for Operations {
    fn action(&self, operation: u16, nth: usize) -> Option<&'static str> {
        OPERATIONS.get(usize::from(operation))?.1.get(nth).copied()
    }
}
