//! Reports the unique ID of a user or role as a principal.
//!
//! ## What it checks
//! A principal is a unique ID that begins with `AIDA` (a user) or `AROA` (a role), and not an ARN.
//!
//! ## Why it matters
//! IAM stores the unique ID of each user and role that a policy names. After the user or role is deleted, AWS shows the
//! ID in place of the ARN. So the principal no longer exists, and a new user or role of the same name has another ID.
//! Some services refuse to save the policy again.
//!
//! ## Example
//! A resource policy of a bucket, after the role was deleted:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "AROADBQP57FF2AEXAMPLE"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::shelf/*"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the ARN of an existing user or role, or remove the principal.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"AWS": "arn:aws:iam::111122223333:role/reader"},
//!         "Action": "s3:GetObject",
//!         "Resource": "arn:aws:s3:::shelf/*"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the user or role exists and the service accepts its unique ID.

use alloc::format;

use crate::{
    catalog::PolicyCatalog, context::Context, finding::AccessAnalyzerCheck, known_principals::UniqueId,
    principal::PrincipalKind, rule::Check, shown::Shown, subject::NamedPrincipal,
};

rule! {
    DeletedPrincipal { severity: Warning, group: NoEffect, since: "0.1.0" }
}

impl Check for DeletedPrincipal {
    fn principal<'t, C: PolicyCatalog>(principal: &NamedPrincipal<'t>, cx: &mut Context<'_, 't, C>) {
        let NamedPrincipal { kind, name } = *principal;
        let id =
            UniqueId::from_id(name.text).filter(|id| !name.is_open() && kind == PrincipalKind::AWS && id.is_principal);
        if let Some(UniqueId { of, prefix, .. }) = id {
            let message = format!(
                "`{}` is the unique ID of {of}, which AWS shows for {of} that was deleted: write the ARN of an existing \
                 one",
                Shown(name.written())
            );
            let check = match *prefix {
                "AIDA" => Some(AccessAnalyzerCheck::InvalidUserReference),
                "AROA" => Some(AccessAnalyzerCheck::InvalidRoleReference),
                _ => None,
            };
            cx.report::<Self>(name.place, message).about(check);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        kind::PolicyKind,
        testing::{ACCOUNT, ASSUME, finds_of, finds_of_trust, message_of, trust_statement},
    };

    #[test]
    fn a_unique_id_is_reported() {
        finds_of_trust(
            r#"{"AWS": ["111122223333", "AIDACKCEVSQ6C2EXAMPLE"]}"#,
            ASSUME,
            &["deleted-principal /Statement/Principal/AWS/1"],
        );
        let policy = trust_statement(r#"{"AWS": "AROADBQP57FF2AEXAMPLE"}"#, r#""ses:SendEmail""#);
        finds_of(PolicyKind::Resource, &policy, &["deleted-principal /Statement/Principal/AWS"]);
    }

    #[test]
    fn other_principals_are_not_reported() {
        finds_of_trust(ACCOUNT, ASSUME, &[]);
        // The beginning of an older ID does not state its kind.
        finds_of_trust(r#"{"AWS": "XROADBQP57FF2AEXAMPLE"}"#, ASSUME, &[]);
    }

    #[test]
    fn the_message_states_the_kind_of_the_id() {
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(r#"{"AWS": "AROADBQP57FF2AEXAMPLE"}"#, ASSUME)),
            "`AROADBQP57FF2AEXAMPLE` is the unique ID of a role, which AWS shows for a role that was deleted: write the \
             ARN of an existing one"
        );
    }
}
