//! Reports a policy that is not valid JSON, or is too large or too deeply nested.
//!
//! ## What it checks
//! The policy is not valid JSON, or it is larger or more deeply nested than a policy can be.
//!
//! A policy is plain JSON, without comments or trailing commas. It may have at most 32 MiB and 64 levels of
//! nesting, which is far more than any service accepts.
//!
//! ## Why it matters
//! AWS does not [save a
//! policy](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_policy-validator.html) until its syntax
//! is valid. The linter reports only the first mistake, because it cannot reliably read the rest of the policy.
//!
//! ## Example
//! An identity policy with a trailing comma:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:ListQueues",
//!         "Resource": "*",
//!     }
//! }
//! ```
//!
//! ## Fix
//! Fix the JSON at the place of the finding.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Action": "sqs:ListQueues",
//!         "Resource": "*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! The finding cannot be allowed. The linter cannot read the policy, so no other rule has checked it.
//!
//! If the file is not meant as a policy, `catalog lint --skip-other-files` skips it.

use alloc::format;

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Path, Place},
    finding::AccessAnalyzerCheck,
    json::{JsonError, JsonErrorKind},
    rule::Check,
};

rule! {
    MalformedJson { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedJson {
    fn json_error<C: PolicyCatalog>(error: &JsonError, cx: &mut Context<'_, '_, C>) {
        let hint = if may_be_placeholder(error.kind()) { PLACEHOLDER } else { "" };
        cx.report::<Self>(Place { path: Path::ROOT, span: error.span() }, format!("{error}{hint}"))
            .about(AccessAnalyzerCheck::JsonSyntaxError);
    }
}

/// The fix for a placeholder without quotes.
const PLACEHOLDER: &str = ": if it begins a placeholder, declare the placeholder in `[placeholders]` of `catalog.toml`";

/// Returns true if the unexpected character begins most placeholders, such as `{{name}}`, `${name}` and `<name>`.
fn may_be_placeholder(kind: JsonErrorKind) -> bool {
    match kind {
        JsonErrorKind::Unexpected { found: '{', expected } => expected == "a name in quotes",
        JsonErrorKind::Unexpected { found, .. } => matches!(found, '$' | '<' | '%' | '@'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{findings, finds_of_text, messages},
    };

    #[test]
    fn text_that_is_not_json_is_reported() {
        finds_of_text(PolicyKind::Identity, "{,}", &["malformed-json "]);
        finds_of_text(PolicyKind::Identity, "", &["malformed-json "]);
    }

    #[test]
    fn json_that_is_not_a_policy_is_reported_otherwise() {
        finds_of_text(PolicyKind::Identity, "[]", &["wrong-type "]);
        finds_of_text(PolicyKind::Identity, "{}", &["missing-element "]);
    }

    #[test]
    fn a_placeholder_without_quotes_has_a_hint() {
        let hint = ": if it begins a placeholder, declare the placeholder in `[placeholders]` of `catalog.toml`";
        for (text, message) in [
            (r#"{"Statement": {{statement}}}"#, "expected a name in quotes, found `{`"),
            (r#"{"Statement": ${statement}}"#, "expected a value, found `$`"),
            (r#"{"Statement": [<statement>]}"#, "expected a value, found `<`"),
        ] {
            assert_eq!(messages(PolicyKind::Identity, text), [format!("{message}{hint}")]);
        }
        assert_eq!(messages(PolicyKind::Identity, "{\"a\" {}}"), ["expected `:`, found `{`"]);
    }

    #[test]
    fn the_message_states_the_fault_and_the_span_its_place() {
        let text = "{,}";
        assert_eq!(messages(PolicyKind::Identity, text), ["expected a name in quotes, found `,`"]);
        let span = findings(text, PolicyKind::Identity)[0].span;
        assert_eq!((span.start, span.end), (1, 2));
    }
}
