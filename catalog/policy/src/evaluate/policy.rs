//! A policy in its form for decisions.

use alloc::{sync::Arc, vec::Vec};

use super::statement::Statement;
use crate::{
    document::{Document, StatementNode},
    json::{self, JsonError, Value},
};

/// A policy in its form for decisions: its strings are split at wildcards and variables, and its values are parsed.
///
/// A part that IAM would not accept has no effect: an action without a service prefix matches nothing, for example. A
/// check reports such parts.
///
/// ```
/// use catalog::policy::evaluate::EvaluationPolicy;
///
/// let policy = EvaluationPolicy::from_json(r#"{"Statement": {"Effect": "Allow", "Action": "ses:*", "Resource": "*"}}"#);
/// assert!(policy.is_ok() && EvaluationPolicy::from_json("{").is_err());
/// ```
#[derive(Clone, Debug, Default)]
pub struct EvaluationPolicy {
    statements: Vec<Statement>,
    /// The source of the statements, from which their places are computed when they are needed.
    source: Option<Arc<str>>,
}

impl EvaluationPolicy {
    /// Reads a policy. Its statements have places in the source, for explanations.
    ///
    /// # Errors
    /// Returns an error if the string is not valid JSON.
    pub fn from_json(text: &str) -> Result<Self, JsonError> {
        let tree = json::parse(text.as_bytes())?;
        Ok(Self::from_tree(&tree, Some(text.into())))
    }

    /// Reads the policy of a tree. The spans of the tree refer to the source, if there is one.
    #[must_use]
    pub fn from_tree(tree: &Value<'_>, source: Option<Arc<str>>) -> Self {
        let Some(document) = Document::from_tree(tree) else { return Self::default() };
        let has_variables = document.has_variables();
        let read = |(index, node)| {
            let statement = StatementNode::from_node(node)?;
            Statement::new(statement, has_variables, index, node.value.span.start)
        };
        Self { statements: document.statement_values().enumerate().filter_map(read).collect(), source }
    }

    /// Returns the statements and their source.
    pub(super) fn into_parts(self) -> (Vec<Statement>, Option<Arc<str>>) {
        (self.statements, self.source)
    }
}
