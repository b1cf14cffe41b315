//! Reports the name of a service principal that looks like a typo of another one.
//!
//! ## What it checks
//! The name of a service principal is not known, and differs from a known one by one or two letters. Or it is another
//! name of the service, such as `stepfunctions.amazonaws.com` for `states.amazonaws.com`. Or it has the same words as a
//! known one, such as `rds-monitoring.amazonaws.com` and `Lambda.amazonaws.com`. The rule also checks values of condition
//! keys that hold service principals, such as `iam:PassedToService`.
//!
//! AWS publishes no complete list of service principals. So the rule accepts a name that is similar to no known name,
//! and a name that begins with the prefix of a service.
//!
//! ## Why it matters
//! IAM refuses a policy with a service principal that does not exist. In a condition, the name never matches.
//!
//! ## Example
//! A trust policy for a function:
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "lamda.amazonaws.com"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## Fix
//! Write the name that the message suggests.
//!
//! ```json
//! {
//!     "Version": "2012-10-17",
//!     "Statement": {
//!         "Effect": "Allow",
//!         "Principal": {"Service": "lambda.amazonaws.com"},
//!         "Action": "sts:AssumeRole"
//!     }
//! }
//! ```
//!
//! ## When to allow it
//! Allow the finding if the documentation of the service states this name.

use alloc::format;

use catalog_core::{
    ascii_case,
    resolve::{ServiceNames, other_names},
    wildcard::has_wildcard,
};

use crate::{
    catalog::PolicyCatalog,
    context::Context,
    document::Text,
    known_principals::ServiceName,
    operator::Compares,
    principal::PrincipalKind,
    rule::Check,
    shown::Shown,
    subject::{ComparedValue, NamedPrincipal, shared_checks::SERVICE_FORMAT},
    value_shapes::ValueShape,
};

rule! {
    UnknownServicePrincipal { severity: Warning, group: Malformed, since: "0.1.0" }
}

impl Check for UnknownServicePrincipal {
    fn principal<'t, C: PolicyCatalog>(principal: &NamedPrincipal<'t>, cx: &mut Context<'_, 't, C>) {
        let NamedPrincipal { kind, name } = *principal;
        if kind == PrincipalKind::Service && !name.is_open() && kind.check(name.text).is_ok() {
            check(name, cx);
        }
    }

    fn value<'t, C: PolicyCatalog>(value: &ComparedValue<'t>, cx: &mut Context<'_, 't, C>) {
        let ComparedValue { operator, key, text, .. } = value;
        let is_fixed = !has_wildcard(text.text) && !text.text.contains("${");
        if operator.comparator.compares() == Compares::String
            && is_fixed
            && key.hole.is_none()
            && ValueShape::from_key(key.text) == Some(ValueShape::Service)
        {
            check(*text, cx);
        }
    }
}

/// Reports a name if a known one is near.
fn check<'t, C: PolicyCatalog>(name: Text<'t>, cx: &mut Context<'_, 't, C>) {
    if !cx.report.spend(ServiceName::WORK) {
        return;
    }
    let service = ServiceName(name.text);
    if service.is_known() {
        return;
    }
    let is_prefix = |word: &str| cx.catalog.find_service(word).is_some();
    let same = service.with_same_words();
    let known = same.or_else(|| service.by_other_name(is_prefix, |word| service_called(word, cx.catalog)));
    if let Some(near) = known.or_else(|| service.nearest(is_prefix)) {
        let shown = name.hole.map_or_else(|| near.clone(), |hole| hole.write_formed(&near));
        let message = format!("unknown service principal `{}`: did you mean `{shown}`?", Shown(name.written()));
        // The names of service principals are in lower case.
        let is_capital = ascii_case::eq(name.text, &near);
        cx.replace::<UnknownServicePrincipal>(name, message, Some(near)).about(is_capital.then_some(SERVICE_FORMAT));
    }
}

/// Returns the prefix of the service that has another name, such as `stepfunctions` or `emr`.
fn service_called<C: PolicyCatalog>(word: &str, catalog: C) -> Option<&'static str> {
    let is_called = |name: &str| squeezed(name).eq(squeezed(word));
    let known = other_names::all().find(|(other, _)| is_called(other)).map(|(_, prefix)| prefix);
    known.or_else(|| {
        let short =
            |name: &'static str| name.strip_prefix("Amazon ").or_else(|| name.strip_prefix("AWS ")).unwrap_or(name);
        let mut services = catalog.services();
        services.find(|service| is_called(short(service.name()))).map(ServiceNames::prefix)
    })
}

/// Returns the letters and digits of a name, in lower case.
fn squeezed(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use crate::{
        kind::PolicyKind,
        testing::{ASSUME, finds_of_trust, finds_of_value, message_of, trust_statement},
    };

    #[test]
    fn a_name_that_is_near_a_known_one_is_reported() {
        for (name, expected) in [
            ("cloudtral.amazonaws.com", "cloudtrail.amazonaws.com"),
            ("glu.amazonaws.com", "glue.amazonaws.com"),
            ("event.amazonaws.com", "events.amazonaws.com"),
            ("emr.amazonaws.com", "elasticmapreduce.amazonaws.com"),
            ("sfn.eu-west-1.amazonaws.com", "states.eu-west-1.amazonaws.com"),
            ("state.eu-west-1.amazonaws.com", "states.eu-west-1.amazonaws.com"),
        ] {
            let expected = format!("unknown-service-principal /Statement/Principal/Service -> {expected}");
            finds_of_trust(&format!(r#"{{"Service": "{name}"}}"#), ASSUME, &[&expected]);
        }
        let expected = &["unknown-service-principal @ -> ecs-tasks.amazonaws.com"];
        finds_of_value("StringEquals", "aws:CalledViaFirst", r#""ecs-task.amazonaws.com""#, expected);
    }

    #[test]
    fn known_names_and_names_that_are_not_near_are_not_reported() {
        for name in ["cloudtrail.amazonaws.com", "frobnicate.amazonaws.com", "example.aws.internal"] {
            finds_of_trust(&format!(r#"{{"Service": "{name}"}}"#), ASSUME, &[]);
        }
        finds_of_value("StringLike", "aws:CalledViaFirst", r#"["ecs-task*", "ecs.amazonaws.com"]"#, &[]);
        finds_of_value("StringEquals", "aws:username", r#""ecs-task.amazonaws.com""#, &[]);
    }

    #[test]
    fn the_message_states_the_known_name() {
        assert_eq!(
            message_of(PolicyKind::Trust, &trust_statement(r#"{"Service": "lamda.amazonaws.com"}"#, ASSUME)),
            "unknown service principal `lamda.amazonaws.com`: did you mean `lambda.amazonaws.com`?"
        );
    }
}
