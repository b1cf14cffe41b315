//! Reports a principal that has none of the forms that AWS accepts.
//!
//! ## What it checks
//! The string does not have the form of a principal, such as an account, the ARN of a role, or a service.
//!
//! A principal is `*`, an account, the ARN of a user, role or session, a canonical user ID, a service, or an identity
//! provider. A `*` matches everyone and cannot be a part of a name. A resource control policy accepts only `*`, and a
//! trust policy accepts only `{"AWS": "*"}` for everyone. A policy of a VPC endpoint also accepts `{"Federated": "*"}`,
//! for requests of identity providers to assume roles. The domain `amazonaws.com` is not the name of a service.
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
//! Name the principal in full. For patterns, use a condition on `aws:PrincipalArn`.
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
//! Allow the finding only if AWS has accepted a form of principal that this rule does not know.

use alloc::{borrow::ToOwned as _, format, string::ToString as _};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::{Members, StatementNode, Text},
    finding::AccessAnalyzerCheck,
    form::{Fault, FormError},
    kind::PolicyKind,
    principal::PrincipalKind,
    rule::Check,
    shown::Shown,
    subject::{
        NamedPrincipal, has_variable_mark,
        shared_checks::{RCP_PRINCIPAL, SERVICE_FORMAT, WILDCARD_IN_TRUST},
    },
};

rule! {
    MalformedPrincipal { severity: Error, group: Malformed, since: "0.1.0" }
}

impl Check for MalformedPrincipal {
    fn fault<'t, C: PolicyCatalog>(fault: &Fault<'t>, cx: &mut Context<'_, 't, C>) {
        if matches!(fault.error, FormError::BarePrincipal { .. } | FormError::UnknownPrincipalKind { .. }) {
            let check = match fault.error {
                FormError::BarePrincipal { .. } => check(None, "", cx.kind),
                _ => AccessAnalyzerCheck::InvalidPrincipalKey,
            };
            let suggestion = fault.error.suggestion().map(str::to_owned);
            cx.suggest::<Self>(fault.place, fault.error.to_string(), suggestion).about(check);
        }
    }

    fn statement<'t, C: PolicyCatalog>(statement: StatementNode<'t>, cx: &mut Context<'_, 't, C>) {
        let Some(node) = statement.principal() else { return };
        // Sources: reports with IAM's own message in 2018 (https://github.com/hashicorp/terraform-provider-aws/pull/4248)
        // and in 2020 (https://github.com/aws/aws-cdk/issues/5732). AWS's page about principals does not state it.
        if cx.kind == PolicyKind::Trust && node.string().is_some_and(|text| text.text == "*") {
            let message = "IAM refuses `\"Principal\": \"*\"` in a trust policy: write `{\"AWS\": \"*\"}`";
            cx.report::<Self>(node.place(), message).about(WILDCARD_IN_TRUST);
        }
        if !cx.kind.is_about_everybody() {
            return;
        }
        let names_others = || {
            let mut names = node.members().into_iter().flat_map(Members::iter).flat_map(|(_, names)| names.strings());
            names.any(|name| name.text != "*")
        };
        if (statement.everybody().is_none() || names_others()) && !statement.has_unknown_principals() {
            let message =
                format!("{} must have `\"Principal\": \"*\"`: use a condition to name principals", cx.kind.described());
            cx.report::<Self>(node.place(), message).about(RCP_PRINCIPAL);
        }
    }

    fn principal<'t, C: PolicyCatalog>(principal: &NamedPrincipal<'t>, cx: &mut Context<'_, 't, C>) {
        let NamedPrincipal { kind, name } = *principal;
        // The rule `variable-in-element` reports a variable.
        if name.is_open() && !has_known_mark(name) || has_variable_mark(name) {
            return;
        }
        if kind == PrincipalKind::Federated && name.text == "*" && can_name_all_providers(cx.kind) {
            return;
        }
        if let Err(error) = kind.check(name.text) {
            let message = format!("`{}` is not a valid principal: {error}", Shown(name.written()));
            let message = match error.suggestion() {
                Some(suggestion) if !error.states_fix() => format!("{message}: did you mean `{}`?", Shown(suggestion)),
                _ => message,
            };
            let check = check(Some(kind), name.text, cx.kind);
            cx.replace::<Self>(name, message, error.suggestion().map(str::to_owned)).about(check);
        }
    }
}

/// Returns the check of IAM Access Analyzer that is about a name that is not a principal of its kind. A bare name has no
/// kind.
fn check(kind: Option<PrincipalKind>, name: &str, policy: PolicyKind) -> AccessAnalyzerCheck {
    match kind {
        Some(_) if name.contains(['*', '?']) => AccessAnalyzerCheck::UnsupportedWildcardInPrincipal,
        Some(PrincipalKind::Service) => SERVICE_FORMAT,
        Some(PrincipalKind::Federated) if policy == PolicyKind::Trust => {
            AccessAnalyzerCheck::InvalidFederatedPrincipalSyntaxInRoleTrustPolicy
        }
        _ => AccessAnalyzerCheck::InvalidPrincipalFormat,
    }
}

/// Returns true if a kind of policy can have `{"Federated": "*"}`, or may be of a VPC endpoint.
///
/// Source: [AWS's policy of an endpoint of AWS STS](https://github.com/aws-samples/data-perimeter-policy-examples).
fn can_name_all_providers(kind: PolicyKind) -> bool {
    matches!(kind, PolicyKind::VpcEndpoint | PolicyKind::Resource)
}

/// Returns true if the author wrote a wildcard or a policy variable in a name with holes. A name that begins with a hole
/// may become `*`, which is valid.
fn has_known_mark(name: Text<'_>) -> bool {
    let has_mark = |part: &str| part.contains(['*', '?']) || part.contains("${");
    !name.head().is_empty() && name.known_parts().any(has_mark)
}

#[cfg(test)]
mod tests {
    use alloc::{format, string::String};

    use crate::{
        kind::PolicyKind,
        testing::{ASSUME, BY_SAML, SAML, SAML_AUDIENCE, finds_of, finds_of_trust, message_of},
    };

    /// Checks that each name is a valid principal of a kind in a trust policy.
    fn right(kind: &str, names: &[&str]) {
        for name in names {
            finds_of_trust(&format!(r#"{{"{kind}": "{name}"}}"#), r#"["sts:AssumeRole*", "sts:TagSession"]"#, &[]);
        }
    }

    /// Checks that no name is a valid principal of a kind. The suggestion may be empty.
    fn wrong(kind: &str, names: &[&str], suggestion: &str) {
        let expected = format!("malformed-principal /Statement/Principal/{kind}{suggestion}");
        for name in names {
            finds_of_trust(&format!(r#"{{"{kind}": "{name}"}}"#), r#""sts:TagSession""#, &[&expected]);
        }
    }

    /// Returns a statement of a resource policy that allows an action to a principal.
    fn resource_policy(principal: &str) -> String {
        format!(r#""Effect": "Allow", "Principal": {principal}, "Action": "ses:SendEmail""#)
    }

    #[test]
    fn accounts_and_their_identities_are_principals() {
        right(
            "AWS",
            &["111122223333", "arn:aws:iam::111122223333:root", "arn:aws-us-gov:iam::111122223333:role/path/name"],
        );
        right("AWS", &["arn:aws:iam::111122223333:user/ann"]);
        right("AWS", &["arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE"]);
        right("AWS", &["arn:aws:sts::111122223333:assumed-role/name/session"]);
        right("AWS", &["arn:aws:sts::111122223333:federated-user/ann"]);
        wrong(
            "AWS",
            &["ann", "11112222333", "ec2.amazonaws.com", "arn:aws:iam::11112222333:root", "arn:aws:s3:::mail"],
            "",
        );
        wrong("AWS", &["arn:aws:iam::111122223333:group/mail", "arn:aws:iam::111122223333:roles/name"], "");
        wrong("AWS", &["arn:aws:iam::111122223333:role/", "arn:aws:iam::111122223333:role/*"], "");
        wrong("AWS", &["arn:aws:iam:eu-west-1:111122223333:root"], "");
        wrong("AWS", &["111122223333 "], " -> 111122223333");
        wrong("CanonicalUser", &["arn:aws:iam::111122223333:root", "a*"], "");
    }

    #[test]
    fn services_are_principals() {
        right("Service", &["ec2.amazonaws.com", "ec2.amazonaws.com.cn", "states.eu-west-1.amazonaws.com"]);
        right("Service", &["alexa-appkit.amazon.com", "example.aws.internal"]);
        wrong("Service", &["ec2", "*", "amazonaws.com", ".amazonaws.com", "arn:aws:iam::111122223333:root"], "");
        wrong("Service", &[" ec2.amazonaws.com"], " -> ec2.amazonaws.com");
        for domain in ["amazonaws.co", "amazon.com"] {
            let expected = &["malformed-principal /Statement/Principal/Service -> ec2.amazonaws.com"];
            finds_of_trust(&format!(r#"{{"Service": "ec2.{domain}"}}"#), ASSUME, expected);
        }
    }

    #[test]
    fn providers_are_principals() {
        finds_of_trust(SAML, &format!("{BY_SAML}, {SAML_AUDIENCE}"), &[]);
        wrong(
            "Federated",
            &["gitlab", "*", "arn:aws:iam::111122223333:role/name", "arn:aws:iam::1:saml-provider/a"],
            "",
        );
        wrong("Federated", &["https://gitlab.com"], " -> gitlab.com");
        let provider = "arn:aws:iam::111122223333:oidc-provider";
        wrong("Federated", &[&format!("{provider}/https://gitlab.com")], &format!(" -> {provider}/gitlab.com"));
    }

    #[test]
    fn principals_of_a_resource_policy_have_a_kind() {
        finds_of(
            PolicyKind::Resource,
            &resource_policy(r#""111122223333""#),
            &["malformed-principal /Statement/Principal"],
        );
        finds_of(
            PolicyKind::Resource,
            &resource_policy(r#"{"AWS": ["*", "arn:aws:iam::111122223333:role/*", "bob", "AGPACKCEVSQ6C2EXAMPLE"]}"#),
            &[
                "public-principal /Statement/Principal/AWS/0",
                "malformed-principal /Statement/Principal/AWS/1",
                "malformed-principal /Statement/Principal/AWS/2",
                "malformed-principal /Statement/Principal/AWS/3",
            ],
        );
        let expected = &["malformed-principal /Statement/Principal/Aws -> AWS"];
        finds_of(PolicyKind::Resource, &resource_policy(r#"{"Aws": "111122223333"}"#), expected);
    }

    #[test]
    fn a_trust_policy_names_everyone_as_aws_principals() {
        let condition = r#""Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}"#;
        for effect in ["Allow", "Deny"] {
            let all = |principal: &str| {
                format!(r#""Effect": "{effect}", "Principal": {principal}, "Action": {ASSUME}, {condition}"#)
            };
            finds_of(PolicyKind::Trust, &all(r#""*""#), &["malformed-principal /Statement/Principal"]);
            finds_of(PolicyKind::Trust, &all(r#"{"AWS": "*"}"#), &[]);
            assert_eq!(
                message_of(PolicyKind::Trust, &all(r#""*""#)),
                "IAM refuses `\"Principal\": \"*\"` in a trust policy: write `{\"AWS\": \"*\"}`"
            );
        }
    }

    #[test]
    fn a_resource_control_policy_is_about_everybody() {
        let denied = r#""Effect": "Deny", "Principal": {"AWS": "111122223333"}, "Action": "s3:*", "Resource": "*""#;
        finds_of(PolicyKind::ResourceControl, denied, &["malformed-principal /Statement/Principal"]);
        let both = denied.replace(r#""111122223333""#, r#"["*", "111122223333"]"#);
        assert_ne!(both, denied);
        finds_of(PolicyKind::ResourceControl, &both, &["malformed-principal /Statement/Principal"]);
        assert_eq!(
            message_of(PolicyKind::ResourceControl, denied),
            "a resource control policy must have `\"Principal\": \"*\"`: use a condition to name principals"
        );
    }

    #[test]
    fn the_message_states_the_fault() {
        for (principal, expected) in [
            (r#""ann""#, "`ann` is not a valid principal without its kind: write `{\"AWS\": …}`, or `*` for everyone"),
            (r#"{"Aws": "111122223333"}"#, "unknown kind of principal `Aws`: did you mean `AWS`?"),
            (
                r#"{"Service": "ec2.amazonaws.con"}"#,
                "`ec2.amazonaws.con` is not a valid principal: the name of an AWS service ends in `.amazonaws.com`: did you \
                 mean `ec2.amazonaws.com`?",
            ),
            (r#"{"AWS": "ann"}"#, "`ann` is not a valid principal: expected a 12-digit account ID or an ARN"),
        ] {
            assert_eq!(message_of(PolicyKind::Resource, &resource_policy(principal)), expected);
        }
    }

    #[test]
    fn a_policy_of_an_endpoint_can_name_all_identity_providers() {
        let statement = r#""Effect": "Allow", "Principal": {"Federated": "*"}, "Action": "sts:AssumeRoleWithSAML""#;
        for kind in [PolicyKind::VpcEndpoint, PolicyKind::Resource] {
            finds_of(kind, &format!(r#"{statement}, "Resource": "*""#), &[]);
        }
        finds_of(
            PolicyKind::Bucket,
            r#""Effect": "Deny", "Principal": {"Federated": "*"}, "Action": "s3:*", "Resource": "arn:aws:s3:::mail""#,
            &["malformed-principal /Statement/Principal/Federated"],
        );
        wrong("Federated", &["*"], "");
    }
}
