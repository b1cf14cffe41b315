//! An action that returns credentials or stored data, allowed on every resource.

use alloc::{borrow::ToOwned as _, format, string::String, vec::Vec};

use catalog_core::wildcard;

use crate::{
    document::{Node, StatementNode, Text},
    grammar::Effect,
    sensitive_actions::Sensitive,
    subject::{
        action_table::{ActionRow, ActionTable},
        is_everything, resource_of,
    },
};

impl ActionRow for (&'static str, &'static str, Sensitive) {
    fn action(&self) -> (&'static str, &'static str) {
        (self.0, self.1)
    }
}

/// The table of sensitive actions.
pub(crate) type SensitiveTable<'t> = ActionTable<'t, (&'static str, &'static str, Sensitive)>;

/// A string of `Action` that allows sensitive actions on every resource.
pub(crate) struct SensitiveActions<'t> {
    /// The string.
    pub(crate) text: Text<'t>,
    /// The content that the actions return.
    pub(crate) what: Sensitive,
    /// The prefix and the name of the first action.
    pub(crate) first: (&'static str, &'static str),
    /// The number of other actions that the string allows and that return the same.
    pub(crate) others: usize,
}

impl<'t> SensitiveActions<'t> {
    /// Returns the sensitive actions that a string allows: those that return credentials, and those that return data. A
    /// string that allows every action has a finding of its own.
    pub(crate) fn find(text: Text<'t>, table: &mut SensitiveTable<'t>) -> Vec<Self> {
        let mut found = Vec::<Self>::new();
        let rows = (!is_everything(text.text)).then(|| table.matches(text.text));
        for (_, row) in rows.into_iter().flatten() {
            match found.iter_mut().find(|found| found.what == row.2) {
                Some(Self { others, .. }) => *others += 1,
                None => found.push(Self { text, what: row.2, first: row.action(), others: 0 }),
            }
        }
        found.sort_by_key(|found| found.what != Sensitive::Credentials);
        found
    }

    /// Returns true if a statement allows its actions on every resource without a condition.
    pub(crate) fn may_be_in(statement: StatementNode<'_>) -> bool {
        let is_wide = |list: Node<'_>| list.plain_strings().any(is_every_resource);
        statement.effect() == Some(Effect::Allow)
            && statement.resources().is_some_and(is_wide)
            && !statement.may_be_conditional()
    }
}

impl SensitiveActions<'_> {
    /// Returns the message about the actions. `what` names the content that they return.
    pub(crate) fn message(&self, what: &str) -> String {
        let (prefix, name) = self.first;
        let others = match self.others {
            0 => String::new(),
            1 => " and 1 other action".to_owned(),
            others => format!(" and {others} other actions"),
        };
        let text = self.text.text;
        let of_pattern = if wildcard::has_wildcard(text) { format!("`{text}` allows ") } else { String::new() };
        let returns = if self.others == 0 { "returns" } else { "return" };
        let which = if of_pattern.is_empty() { "" } else { ", which" };
        format!(
            "{of_pattern}`{prefix}:{name}`{others}{which} {returns} {what}, on every resource: name the resources in \
             `Resource`"
        )
    }
}

/// Returns true if a pattern matches every resource of its service, in one account at least.
fn is_every_resource(pattern: &str) -> bool {
    let is_open = |part: &str| part.contains('*') && part.bytes().all(|byte| matches!(byte, b'*' | b'/' | b':'));
    is_everything(pattern) || pattern.starts_with("arn:") && resource_of(pattern).is_some_and(is_open)
}

#[cfg(test)]
mod tests {
    use super::is_every_resource;

    #[test]
    fn patterns_without_a_name_are_every_resource() {
        for pattern in ["*", "arn:aws:s3:::*", "arn:aws:s3:::*/*", "arn:aws:ssm:*:111122223333:*"] {
            assert!(is_every_resource(pattern), "{pattern}");
        }
        for pattern in ["arn:aws:s3:::shelf/*", "arn:aws:ssm:*:*:parameter/*", "arn:aws:s3:::", "shelf*"] {
            assert!(!is_every_resource(pattern), "{pattern}");
        }
    }
}
