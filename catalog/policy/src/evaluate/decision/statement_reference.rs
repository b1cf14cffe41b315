//! A statement to which an explanation refers.

use core::fmt;

use crate::{
    evaluate::{policies::Policies, slot::PolicyLabel, statement::Statement},
    grammar::Effect,
    json::Position,
    shown::Shown,
};

/// A statement to which an explanation refers. It displays as ``statement 1 (`Sid`) of identity[0]``.
#[derive(Clone, Copy, Debug)]
pub struct StatementReference<'d> {
    policy: PolicyLabel,
    statement: &'d Statement,
    policies: &'d Policies,
}

impl<'d> StatementReference<'d> {
    pub(super) const fn new(policies: &'d Policies, policy: PolicyLabel, statement: &'d Statement) -> Self {
        Self { policy, statement, policies }
    }

    /// Returns the policy of the statement.
    #[must_use]
    pub const fn policy(&self) -> PolicyLabel {
        self.policy
    }

    /// Returns the position of the statement in its policy, from 0.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.statement.location.index
    }

    /// Returns the `Sid` of the statement.
    #[must_use]
    pub fn sid(&self) -> Option<&'d str> {
        self.statement.location.sid.as_deref()
    }

    /// Returns the effect of the statement.
    #[must_use]
    pub const fn effect(&self) -> Effect {
        self.statement.effect
    }

    /// Returns the place of the statement in its source, if the policy was read from a source.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        let source = self.policies.source(self.policy)?;
        Some(Position::new(source.as_bytes(), self.statement.location.start))
    }
}

impl fmt::Display for StatementReference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "statement {}", self.index())?;
        if let Some(sid) = self.sid() {
            write!(f, " (`{}`)", Shown(sid))?;
        }
        write!(f, " of {}", self.policy)
    }
}
