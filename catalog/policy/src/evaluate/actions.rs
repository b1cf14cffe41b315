//! `Action` and `NotAction` in their form for decisions.
//!
//! Source: [Action](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html), 2026-11.

use alloc::boxed::Box;

use catalog_core::{ascii_case, syntax, wildcard};

use crate::document::{Node, StatementNode};

/// The actions of a statement.
#[derive(Clone, Debug, Default)]
pub(super) struct Actions {
    /// The patterns of `Action`, if the statement has this element.
    listed: Option<Box<[ActionPattern]>>,
    /// The patterns of `NotAction`, if the statement has this element.
    excluded: Option<Box<[ActionPattern]>>,
}

/// A pattern of actions. Patterns that IAM would refuse are left out, because they match nothing.
#[derive(Clone, Debug)]
pub(super) enum ActionPattern {
    /// Every action of every service.
    Everything,
    /// The name of one action.
    Name(Box<str>),
    /// A pattern with wildcards after the service prefix.
    Wildcard(Box<str>),
}

impl ActionPattern {
    fn new(text: &str) -> Option<Self> {
        if wildcard::is_everything(text) {
            return Some(Self::Everything);
        }
        let parts = syntax::split(text)?;
        if parts.prefix.is_empty() || wildcard::has_wildcard(parts.prefix) {
            return None;
        }
        let text = text.into();
        Some(if wildcard::has_wildcard(parts.name) { Self::Wildcard(text) } else { Self::Name(text) })
    }

    /// Returns true if the pattern matches an action.
    pub(super) fn matches(&self, action: &str) -> bool {
        match self {
            Self::Everything => true,
            Self::Name(name) => ascii_case::eq(name, action),
            Self::Wildcard(pattern) => wildcard::matches(pattern, action),
        }
    }
}

impl Actions {
    pub(super) fn new(statement: StatementNode<'_>) -> Self {
        Self { listed: statement.actions().map(patterns), excluded: statement.not_actions().map(patterns) }
    }

    /// Returns true if the statement applies to an action.
    pub(super) fn contain(&self, action: &str) -> bool {
        let matches = |patterns: &[ActionPattern]| patterns.iter().any(|pattern| pattern.matches(action));
        match (&self.listed, &self.excluded) {
            (None, None) => false,
            (listed, excluded) => listed.as_deref().is_none_or(matches) && !excluded.as_deref().is_some_and(matches),
        }
    }

    /// Returns the patterns of `Action`, if the statement has no `NotAction`.
    pub(super) fn only_listed(&self) -> Option<&[ActionPattern]> {
        self.listed.as_deref().filter(|_| self.excluded.is_none())
    }
}

fn patterns(node: Node<'_>) -> Box<[ActionPattern]> {
    node.each().filter_map(|action| ActionPattern::new(action.value.as_str()?)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_ignoring_case() {
        for (pattern, expected) in [
            ("ses:SendEmail", true),
            ("SES:sendEMAIL", true),
            ("ses:Send*", true),
            ("ses:SendEmai?", true),
            ("*", true),
            ("**", true),
            ("*:*", true),
            ("ses:*", true),
            ("s3:*", false),
            ("ses:", false),
        ] {
            let pattern = ActionPattern::new(pattern);
            assert_eq!(pattern.is_some_and(|pattern| pattern.matches("ses:SendEmail")), expected);
        }
        for malformed in ["ses", "s*:SendEmail", ":SendEmail", "", "?", "*:SendEmail"] {
            assert!(ActionPattern::new(malformed).is_none(), "{malformed}");
        }
    }
}
