//! Reports a `Sid` that is an empty string.
//!
//! ## What it checks
//! The `Sid` is an empty string, so it does not identify its statement.
//!
//! ## Why it matters
//! A [`Sid`](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html) is an optional
//! identifier that can also describe its statement. An empty `Sid` does neither. The usual cause is a form or a
//! template with a blank field.
//!
//! ## Example
//! An identity policy from a form whose field was left blank:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Sid": "",
//!         "Effect": "Allow",
//!         "Action": "ecr:GetAuthorizationToken",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Remove the `Sid`, or give the statement a name.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "ecr:GetAuthorizationToken",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if a tool always writes the element and you cannot change its output.

use crate::{
    catalog::PolicyCatalog, context::Context, document::StatementNode, finding::AccessAnalyzerCheck, rule::Check,
};

rule! {
    EmptySid { severity: Warning, group: Style, since: "0.1.0" }
}

impl Check for EmptySid {
    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        if let Some(sid) = statement.sid().filter(|sid| sid.text.is_empty()) {
            cx.report::<Self>(sid.place, "the `Sid` is empty: remove it, or name the statement")
                .about(AccessAnalyzerCheck::EmptySidValue);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{allow_with, finds, finds_of, message},
    };

    #[test]
    fn an_empty_sid_is_reported() {
        finds(&allow_with(r#", "Sid": """#), &["empty-sid /Statement/Sid"]);
        let statement = r#""Sid": "", "Effect": "Deny", "Principal": "*", "Action": "ses:*""#;
        finds_of(PolicyKind::Resource, statement, &["empty-sid /Statement/Sid"]);
    }

    #[test]
    fn a_sid_with_characters_is_not_empty() {
        finds(&allow_with(r#", "Sid": "A""#), &[]);
        finds(&allow_with(r#", "Sid": " ""#), &["illegal-sid /Statement/Sid"]);
    }

    #[test]
    fn the_message_states_what_to_do() {
        assert_eq!(message(&allow_with(r#", "Sid": """#)), "the `Sid` is empty: remove it, or name the statement");
    }
}
