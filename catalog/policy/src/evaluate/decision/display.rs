//! The sentence that explains a decision.

use core::fmt;

use super::{
    outcome::Outcome,
    record::{Basis, Decision},
};
use crate::{evaluate::principal::RequestPrincipalKind as Kind, shown::Shown};

/// Displays as the outcome, a colon and the reason.
impl fmt::Display for Decision<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.outcome(), self.reason())
    }
}

/// The reason of a decision. It displays as a sentence.
#[derive(Debug)]
pub struct Reason<'r, 'd>(&'r Decision<'d>);

impl<'d> Decision<'d> {
    /// Returns the reason, which displays as a sentence.
    #[must_use]
    pub const fn reason(&self) -> Reason<'_, 'd> {
        Reason(self)
    }
}

impl fmt::Display for Reason<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decision = self.0;
        match decision.outcome() {
            Outcome::Allowed => allowed(f, decision),
            Outcome::ExplicitlyDenied => statements(f, decision, "denies it", "deny it"),
            Outcome::ImplicitlyDenied => implicitly_denied(f, decision),
            Outcome::Depends => {
                f.write_str("the request leaves open ")?;
                for (number, key) in decision.open_keys().iter().enumerate() {
                    write!(f, "{}`{}`", if number == 0 { "" } else { ", " }, Shown(key))?;
                }
                f.write_str(", on which ")?;
                statements(f, decision, "depends", "depend")
            }
        }?;
        if decision.request.resource_count() > 1 {
            write!(f, " (resource `{}`)", Shown(decision.resource()))?;
        }
        Ok(())
    }
}

fn allowed(f: &mut fmt::Formatter<'_>, decision: &Decision<'_>) -> fmt::Result {
    if matches!(decision.basis, Basis::NoPermissionNeeded) {
        return write!(f, "AWS requires no permission for `{}`", Shown(decision.request.action()));
    }
    if decision.by().is_empty() && decision.request.principal().kind() == Kind::RootUser {
        return f.write_str("the root user may do everything in its own account");
    }
    statements(f, decision, "allows it", "allow it")
}

/// Writes the statements that decided, with a verb in the singular and in the plural.
fn statements(f: &mut fmt::Formatter<'_>, decision: &Decision<'_>, singular: &str, plural: &str) -> fmt::Result {
    let by = decision.by();
    for (number, statement) in by.iter().enumerate() {
        write!(f, "{}{statement}", if number == 0 { "" } else { " and " })?;
    }
    write!(f, " {}", if by.len() == 1 { singular } else { plural })
}

fn implicitly_denied(f: &mut fmt::Formatter<'_>, decision: &Decision<'_>) -> fmt::Result {
    let missing = decision.missing();
    if missing.is_empty() {
        return f.write_str("no policy can allow the root user to assume a role");
    }
    for (number, missing) in missing.iter().enumerate() {
        write!(f, "{}{missing}", if number == 0 { "" } else { ", and " })?;
    }
    Ok(())
}
