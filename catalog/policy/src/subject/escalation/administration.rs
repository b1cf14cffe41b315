//! Whether a policy is for an administrator of users.

use catalog_core::wildcard;

use crate::{
    document::{Document, Node, StatementNode, Text},
    grammar::Effect,
};

/// Returns true if a policy allows creating users, and otherwise only actions of IAM and actions that read. Returns `None`
/// if holes decide that.
pub(super) fn is_only_task(document: Document<'_>) -> Option<bool> {
    let texts =
        |statement: StatementNode<'_>| statement.actions().into_iter().flat_map(Node::strings).any(is_other_task);
    let known = || document.statements().filter(|statement| statement.effect() == Some(Effect::Allow));
    if known().any(|statement| statement.not_actions().is_some() || texts(statement)) {
        return Some(false);
    }
    let is_open = |statement: StatementNode<'_>| {
        let may_allow = statement.effect().is_none() && statement.may_have_effect(Effect::Allow);
        may_allow || statement.members().have_hole() || statement.actions().is_some_and(Node::has_hole)
    };
    if document.statements().any(is_open) {
        return None;
    }
    let mut texts = known().filter_map(StatementNode::actions).flat_map(Node::strings);
    Some(texts.any(|text| wildcard::matches(text.text, "iam:CreateUser")))
}

/// Returns true if an action is neither of IAM nor one that reads.
fn is_other_task(text: Text<'_>) -> bool {
    let Some((prefix, name)) = text.text.split_once(':') else { return true };
    let begins = |verb: &&str| name.get(..verb.len()).is_some_and(|start| start.eq_ignore_ascii_case(verb));
    !prefix.eq_ignore_ascii_case("iam") && !["Describe", "Get", "List"].iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::is_only_task;
    use crate::{document::Document, json, testing::policy_of};

    fn is_for_administrators(statements: &[&str]) -> Option<bool> {
        let text = policy_of(statements);
        let tree = json::parse(text.as_bytes()).unwrap();
        is_only_task(Document::from_tree(&tree).unwrap())
    }

    #[test]
    fn a_policy_that_only_manages_users_is_for_an_administrator() {
        let users = r#""Effect": "Allow", "Action": ["iam:*User*", "s3:ListBucket"], "Resource": "*""#;
        let deny = r#""Effect": "Deny", "Action": "s3:PutObject", "Resource": "*""#;
        assert_eq!(is_for_administrators(&[users, deny]), Some(true));
        let other = r#""Effect": "Allow", "Action": "s3:PutObject", "Resource": "*""#;
        assert_eq!(is_for_administrators(&[users, other]), Some(false));
        let no_users = r#""Effect": "Allow", "Action": "iam:PutRolePolicy", "Resource": "*""#;
        assert_eq!(is_for_administrators(&[no_users]), Some(false));
    }
}
