//! Reports a principal that has none of the forms that AWS accepts.
//!
//! ## What it checks
//! The string is not a valid principal, such as an account, the ARN of a role, or a service.
//!
//! A principal is `*`, an account, the ARN of a user, role or session, a service, or an identity provider. A `*`
//! means everyone and cannot be a part of a name. A resource control policy accepts only `*`.
//!
//! ## Why it matters
//! AWS looks up each principal when it saves a policy, and refuses a principal that it does not find. The linter
//! cannot look it up, so it checks only the form.
//!
//! ## Example
//! A trust policy for all roles of an account:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::111122223333:role/*"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Name the principal in full. Use a condition on `aws:PrincipalArn` for patterns.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "111122223333"},
//!         "Action": "sts:AssumeRole",
//!         "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}}
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Never for a policy that AWS refuses. Allow the finding only if AWS has accepted a form of principal that this
//! rule does not know.

use alloc::{borrow::ToOwned as _, format, string::ToString as _};

use crate::{
    PolicyCatalog,
    context::Context,
    document::StatementNode,
    grammar::{Fault, FormError},
    rule::Check,
    shown::Shown,
    subject::NamedPrincipal,
};

rule! {
    MalformedPrincipal { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedPrincipal {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::BarePrincipal { .. } | FormError::UnknownPrincipalKind { .. }) {
            cx.suggest::<Self>(fault.place, fault.error.to_string(), fault.error.suggestion().map(str::to_owned));
        }
    }

    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(node) = statement.principal().filter(|_| cx.kind.is_about_everybody()) else { return };
        if statement.everybody().is_none() {
            let message = format!(
                "{} is about everybody: write `\"Principal\": \"*\"`, and name principals in a condition",
                cx.kind.described()
            );
            cx.report::<Self>(node.place(), message);
        }
    }

    fn principal<'t, C: PolicyCatalog>(principal: &NamedPrincipal<'t>, cx: &mut Context<'_, 't, C>) {
        let NamedPrincipal { kind, name } = *principal;
        if let Err(error) = kind.check(name.text) {
            let message = format!("`{}` is not a valid principal: {error}", Shown(name.text));
            cx.suggest::<Self>(name.place, message, error.suggestion().map(str::to_owned));
        }
    }
}
