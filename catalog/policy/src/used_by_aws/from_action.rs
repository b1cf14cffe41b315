//! Looks up the policies of AWS that use a name as an action.

use catalog_core::ascii_case;

use super::PolicyOfAws;
use crate::facts::used_by_aws::USED_BY_AWS;

impl PolicyOfAws {
    /// Returns a policy of AWS that uses a full name, ignoring case, although AWS's reference does not list it.
    pub(crate) fn from_action(name: &str) -> Option<Self> {
        USED_BY_AWS.iter().find(|(known, _)| ascii_case::eq(known, name)).map(|(_, policy)| *policy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn a_name_is_found_in_any_case() {
        let policy = |name| PolicyOfAws::from_action(name).map(|policy| policy.to_string());
        let managed = "its policy `AmazonLaunchWizardFullaccess`";
        assert_eq!(policy("s3:ListBuckets").as_deref(), Some(managed));
        assert_eq!(policy("S3:listbuckets").as_deref(), Some(managed));
        assert_eq!(policy("SNS:Receive").as_deref(), Some("the default policy of a topic"));
        assert_eq!(policy("s3:ListAllMyBuckets"), None);
    }
}
