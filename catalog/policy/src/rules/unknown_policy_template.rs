//! Reports a policy template that AWS SAM does not have.
//!
//! ## What it checks
//! An entry of `Policies` in a resource of AWS SAM is neither a policy nor a known policy template.
//!
//! A policy is an object with a `Statement`. A policy template has a name such as `SQSPollerPolicy`, and parameters. An
//! entry can also be the name or the ARN of a managed policy.
//!
//! ## Why it matters
//! AWS SAM replaces a [policy
//! template](https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html)
//! with a policy. It refuses an entry that it does not know, so the stack cannot be created.
//!
//! ## Example
//! A template of AWS SAM:
//!
//! ```json
//! {
//!     "Transform": "AWS::Serverless-2016-10-31",
//!     "Resources": {
//!         "Mailer": {
//!             "Type": "AWS::Serverless::Function",
//!             "Properties": {"Policies": [{"SQSPolerPolicy": {"QueueName": "mail"}}]}
//!         }
//!     }
//! }
//! ```
//!
//! ## Fix
//! Use the name that AWS SAM documents, or write the policy as an object with a `Statement`.
//!
//! ```json
//! {
//!     "Transform": "AWS::Serverless-2016-10-31",
//!     "Resources": {
//!         "Mailer": {
//!             "Type": "AWS::Serverless::Function",
//!             "Properties": {"Policies": [{"SQSPollerPolicy": {"QueueName": "mail"}}]}
//!         }
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! If AWS SAM has added the policy template after this version of the linter.

use alloc::{format, string::ToString as _};

use crate::{catalog::PolicyCatalog, context::Context, rule::Check, shown::Shown, subject::PolicyTemplate};

rule! {
    UnknownPolicyTemplate { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownPolicyTemplate {
    fn policy_template<'t, C: PolicyCatalog>(template: &PolicyTemplate<'t>, cx: &mut Context<'_, 't, C>) {
        let name = Shown(template.name.text);
        let (fix, suggestion) = match template.suggestion {
            Some(suggestion) => (format!("did you mean `{suggestion}`?"), Some(suggestion.to_string())),
            None => ("use a policy template of AWS SAM, or an object with a `Statement`".to_string(), None),
        };
        cx.suggest::<Self>(template.name.place, format!("unknown policy template `{name}`: {fix}"), suggestion);
    }
}
