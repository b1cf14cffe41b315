//! The ARNs that IAM refuses in the policies that it stores.

use super::{
    fault::ArnFault,
    fields::{ARN_FIELDS, is_plain},
};
use crate::{facts::iam_paths::IAM_PATHS, kind::PolicyKind};

/// Returns the reason why IAM refuses a complete ARN in a policy of this kind.
pub(super) fn refusal(fields: [&str; ARN_FIELDS], kind: PolicyKind) -> Option<ArnFault<'_>> {
    let [_, _, service, region, account, resource] = fields;
    if !kind.arns_are_checked() {
        return None;
    }
    match service {
        "iam" if !region.is_empty() && !region.contains("${") => Some(ArnFault::RefusedRegionOfIam),
        "iam" if !is_iam_path(resource) => Some(ArnFault::RefusedIamPath(resource)),
        // Access points have a region. If the account is missing as well, IAM accepts their ARN anyway.
        "s3" if is_plain(region) && account.is_empty() && !resource.starts_with("accesspoint/") => {
            Some(ArnFault::RefusedRegionOfBucket(region))
        }
        _ => None,
    }
}

/// Returns the beginnings with which [`refusal`] compares the resource of an ARN of IAM.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    IAM_PATHS.iter().copied().chain(["*", "root", "${"])
}

/// Returns true if the resource of an ARN of IAM begins with a type, or is `*`. A variable at its beginning may contain
/// the type.
fn is_iam_path(resource: &str) -> bool {
    let is_whole = matches!(resource, "*" | "root") || resource.is_empty() || resource.starts_with("${");
    is_whole || IAM_PATHS.iter().any(|beginning| resource.starts_with(beginning))
}
