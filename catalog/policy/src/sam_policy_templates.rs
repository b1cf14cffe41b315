//! The policy templates of AWS SAM, which a function or a state machine can name in place of a policy.

use crate::facts::sam_policy_templates::SAM_POLICY_TEMPLATES;

/// Returns the names of the parameters that a policy template requires, or `None` if AWS SAM has no such template.
#[must_use]
pub fn parameters(template: &str) -> Option<&'static [&'static str]> {
    let found = SAM_POLICY_TEMPLATES.binary_search_by_key(&template, |(name, _)| name).ok()?;
    SAM_POLICY_TEMPLATES.get(found).map(|(_, parameters)| *parameters)
}

/// Returns the names of all policy templates, sorted.
pub fn names() -> impl Iterator<Item = &'static str> {
    SAM_POLICY_TEMPLATES.iter().map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_found_by_its_name() {
        assert!(names().is_sorted_by(|one, other| one < other));
        assert!(names().all(|name| parameters(name).is_some()));
        assert_eq!(parameters("SQSPollerPolicy"), Some(&["QueueName"][..]));
        assert_eq!(parameters("AMIDescribePolicy"), Some(&[][..]));
        assert_eq!(parameters("SqsPollerPolicy"), None);
    }
}
