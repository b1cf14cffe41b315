//! Values of a condition that match everyone, or a group that anyone can join.

use catalog_core::{ascii_case, wildcard};

use crate::{
    operator::{Compares, Operator},
    value::{is_broad, parts::is_account},
    value_shapes::ValueShape,
};

/// Returns true if a value of a key matches too many callers to restrict them.
pub(super) fn is_wide(operator: Operator, key: &str, value: &str) -> bool {
    match operator.comparator.compares() {
        Compares::IpAddress => return is_broad(value),
        // `aws:PrincipalIsAWSService` is false for everyone except AWS services.
        Compares::Bool => return key.starts_with("aws:") && value.eq_ignore_ascii_case("false"),
        _ => {}
    }
    // Without wildcards, the value is one fixed string.
    if !operator.comparator.has_wildcards() || !wildcard::has_wildcard(value) {
        return false;
    }
    let is = |name: &str| ascii_case::eq(key, name);
    match ValueShape::from_key(key) {
        Some(ValueShape::OrganizationPath) => value.split('/').next().is_none_or(wildcard::has_wildcard),
        Some(ValueShape::Account | ValueShape::Organization | ValueShape::Vpc | ValueShape::VpcEndpoint) => true,
        _ if is("s3:DataAccessPointAccount") => true,
        _ if is("aws:PrincipalArn") => !has_account(value),
        _ if is("aws:SourceArn") || is("s3:DataAccessPointArn") => !has_account(value) && !is_bucket(value),
        _ => value.starts_with(['*', '?']),
    }
}

/// Returns true if an ARN names its account.
fn has_account(arn: &str) -> bool {
    arn.split(':').nth(4).is_some_and(is_account)
}

/// Returns true if an ARN names a bucket, whose name no other account can use.
fn is_bucket(arn: &str) -> bool {
    let mut fields = arn.splitn(6, ':');
    let is_of_s3 = fields.nth(2) == Some("s3");
    is_of_s3 && fields.nth(2).is_some_and(|bucket| !bucket.is_empty() && !bucket.starts_with(['*', '?']))
}

#[cfg(test)]
mod tests {
    use super::is_wide;

    #[test]
    fn wide_values_and_fixed_ones() {
        for (operator, key, wide, fixed) in [
            (
                "IpAddress",
                "aws:SourceIp",
                &["0.0.0.0/0", "0.0.0.0/1", "::/0"][..],
                &["203.0.113.0/24", "10.0.0.0/8"][..],
            ),
            ("StringLike", "aws:PrincipalOrgID", &["*", "o-*", "o-a1*"], &["o-a1b2c3d4e5"]),
            ("StringLike", "aws:PrincipalOrgPaths", &["*", "o-*/r-ab12/*"], &["o-a1b2c3d4e5/*"]),
            ("StringLike", "aws:PrincipalAccount", &["*", "1111*"], &["111122223333"]),
            ("StringLike", "aws:SourceVpce", &["vpce-*"], &["vpce-1a2b3c4d"]),
            (
                "StringLike",
                "aws:PrincipalArn",
                &["*", "arn:*", "arn:aws:iam::*:role/*", "arn:aws:iam::*:role/admin", "arn:aws:iam::1111*"],
                &["arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:root"],
            ),
            (
                "ArnLike",
                "aws:SourceArn",
                &["arn:aws:sns:*:*:orders", "arn:aws:s3:::*", "arn:aws:s3:*:*:*"],
                &["arn:aws:sns:*:111122223333:*", "arn:aws:s3:::shelf", "arn:aws:s3:*:*:shelf"],
            ),
            ("StringLike", "aws:userid", &["*", "*:session"], &["AROADBQP57FF2AEXAMPLE:*"]),
            // Without wildcards, the string is compared as it is.
            ("StringEquals", "aws:PrincipalOrgID", &[], &["*", "o-*"]),
        ] {
            let operator = operator.parse().unwrap();
            for value in wide {
                assert!(is_wide(operator, key, value), "{key} {value}");
            }
            for value in fixed {
                assert!(!is_wide(operator, key, value), "{key} {value}");
            }
        }
    }
}
