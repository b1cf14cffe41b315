//! The ARNs of principals that requests can carry in `aws:PrincipalArn`.
//!
//! Source: [`aws:PrincipalArn`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalarn).

use alloc::{borrow::Cow, format};

use catalog_core::arn::ArnFormat;

/// The formats of these ARNs. A session that has assumed a role has the ARN of the role.
const FORMATS: [&str; 4] = [
    "arn:${Partition}:iam::${Account}:role/${RoleNameWithPath}",
    "arn:${Partition}:iam::${Account}:user/${UserNameWithPath}",
    "arn:${Partition}:iam::${Account}:root",
    "arn:${Partition}:sts::${Account}:federated-user/${UserName}",
];

/// Returns true if a pattern of a policy can match the ARN of a principal.
pub(super) fn can_match(pattern: &str) -> bool {
    let pattern = with_any_account(pattern);
    FORMATS.iter().any(|format| ArnFormat::new_unchecked(format).overlaps(&pattern))
}

/// Returns true if a pattern is about sessions of an assumed role.
pub(super) fn is_of_session(pattern: &str) -> bool {
    pattern.contains(":assumed-role/")
}

/// Replaces a word in the account field by a wildcard. The word may be a placeholder, and another rule checks accounts.
fn with_any_account(pattern: &str) -> Cow<'_, str> {
    let mut fields = pattern.splitn(6, ':');
    let mut next = || fields.next().unwrap_or_default();
    let (arn, partition, service, region, account, resource) = (next(), next(), next(), next(), next(), next());
    let is_word = account.contains(|character: char| !character.is_ascii_digit()) && !account.contains('$');
    if resource.is_empty() || !is_word {
        return pattern.into();
    }
    format!("{arn}:{partition}:{service}:{region}:*:{resource}").into()
}

#[cfg(test)]
mod tests {
    use super::can_match;

    #[test]
    fn arns_of_principals_and_other_arns() {
        for right in [
            "*",
            "arn:*",
            "*:role/admin",
            "arn:aws:iam::111122223333:role/path/admin",
            "arn:aws:iam::*:role/mail-*",
            "arn:aws-cn:iam::111122223333:user/ann",
            "arn:aws:iam::${aws:PrincipalAccount}:user/${aws:username}",
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::account-ID:root",
            "arn:aws:sts::111122223333:federated-user/ann",
            "arn:aws:sts::111122223333:*",
            "arn:aws:*:*:111122223333:*",
        ] {
            assert!(can_match(right), "{right}");
        }
        for wrong in [
            "",
            "111122223333",
            "arn:aws:sts::111122223333:assumed-role/admin/ann",
            "arn:aws:sts::*:assumed-role/admin/*",
            "arn:aws:sts::${aws:PrincipalAccount}:assumed-role/admin/*",
            "arn:*:sts::account-ID:assumed-role/*",
            "arn:aws:iam::111122223333:assumed-role/admin/ann",
            "arn:aws:iam::111122223333:group/staff",
            "arn:aws:iam::111122223333:instance-profile/admin",
            "arn:aws:sts::111122223333:role/admin",
            "arn:aws:iam::111122223333:admin",
        ] {
            assert!(!can_match(wrong), "{wrong}");
        }
    }
}
