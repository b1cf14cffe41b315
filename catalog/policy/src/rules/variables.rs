//! Policy variables, wherever they may stand: whether they are well formed, and whether the version of the policy has any.

use alloc::{format, string::ToString as _};

use super::{PolicyCatalog, Rules, structure::shown};
use crate::{
    document::Text,
    finding::FindingId as Id,
    variable::{Piece, pieces},
};

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    /// Checks the variables of a resource or of a condition's value.
    pub(super) fn variables(&mut self, text: Text<'t>) {
        if !text.text.contains("${") {
            return;
        }
        if !self.document.has_variables() {
            let message = "policy variables are plain text in a policy without `\"Version\": \"2012-10-17\"`";
            self.report.find(Id::VariableInOldVersion, text.place, message.to_string());
            return;
        }
        for piece in pieces(text.text) {
            match piece {
                Piece::Malformed(error) => self.report.find(Id::MalformedVariable, text.place, error.to_string()),
                Piece::Variable(variable) => self.variable(text, variable.key),
                Piece::Plain(_) | Piece::Character(_) => {}
            }
        }
    }

    fn variable(&mut self, text: Text<'t>, key: &str) {
        if !key.contains(':') {
            let message =
                format!("`${{{}}}` is no policy variable: a condition key has a prefix, as `aws:username`", shown(key));
            return self.report.find(Id::UnknownVariable, text.place, message);
        }
        if !is_of_iot(key) && self.known_key(key).is_none() && !self.report.declares_condition_key(key) {
            let message = format!("the policy variable `${{{}}}` names no condition key that is known", shown(key));
            self.report.find(Id::UnknownVariable, text.place, message);
        }
    }
}

/// Whether a variable is one of those that AWS has for the policies of devices, which are no condition keys.
///
/// Source: [Thing policy variables](https://docs.aws.amazon.com/iot/latest/developerguide/thing-policy-variables.html) and
/// [X.509 certificate policy variables](https://docs.aws.amazon.com/iot/latest/developerguide/cert-policy-variables.html).
fn is_of_iot(key: &str) -> bool {
    const BEGINNINGS: &[&str] = &["Connection.Thing.", "Certificate."];
    key.strip_prefix("iot:").is_some_and(|name| BEGINNINGS.iter().any(|beginning| name.starts_with(beginning)))
}
