//! The access that a statement of a resource policy gives to service principals, and the conditions that restrict it.

use catalog_core::ascii_case;

use super::narrowing::{PresentKeys, restricts};
use crate::{
    document::{ComparisonNode, Members, Node, StatementNode, Text},
    grammar::Effect,
    known_principals::KeyProperty,
    operator::Operator,
    principal::PrincipalKind,
};

/// The access of service principals that an `Allow` statement names.
#[derive(Clone, Copy)]
pub(crate) enum ServiceAccess<'t> {
    /// No condition restricts the resources, accounts or organizations for which the services make requests.
    Open,
    /// The only restricting condition is on a key that does not identify them, such as `aws:Referer`.
    Indirect(Text<'t>),
    /// A condition restricts them, or may restrict them because of a hole.
    Restricted,
}

impl<'t> ServiceAccess<'t> {
    /// Returns the access that an `Allow` statement gives, and the first valid service principal that it names. Returns
    /// `None` if the statement names no service principal, or only ones that the path of the resource restricts.
    pub(crate) fn new(statement: StatementNode<'t>) -> Option<(Text<'t>, Self)> {
        if statement.effect() != Some(Effect::Allow) {
            return None;
        }
        let is_valid = |name: &Text<'t>| PrincipalKind::Service.check(name.text).is_ok();
        let mut valid = services(statement)?.strings().filter(is_valid);
        let service = valid.find(|name| !is_restricted_by_path(name.text, statement))?;
        Some((service, Self::of_condition(statement)))
    }

    fn of_condition(statement: StatementNode<'t>) -> Self {
        if statement.has_unknown_comparisons() {
            return Self::Restricted;
        }
        let present = PresentKeys::new(statement);
        let mut access = Self::Open;
        for comparison in statement.conditions().filter(|comparison| !is_of_any_source(comparison.key.text)) {
            if restricts(&present, &comparison) && !ascii_case::eq(comparison.key.text, "aws:SourceOwner") {
                if KeyProperty::from_key(comparison.key.text) != Some(KeyProperty::Network) {
                    return Self::Restricted;
                }
                access = Self::Indirect(comparison.key);
            } else if is_indirect(&comparison, &present) {
                access = Self::Indirect(comparison.key);
            }
        }
        access
    }
}

/// Returns true if a service writes only under the ID of the account for which it acts, and a statement names the
/// accounts.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html>, 2026-11.
fn is_restricted_by_path(service: &str, statement: StatementNode<'_>) -> bool {
    const SERVICES: [&str; 2] = ["logdelivery.elasticloadbalancing.amazonaws.com", "logdelivery.elb.amazonaws.com"];
    if !SERVICES.contains(&service) {
        return false;
    }
    let is_of_account = |text: Text<'_>| {
        let account = text.text.split_once("/AWSLogs/").and_then(|(_, path)| path.split('/').next());
        text.is_open() || account.is_some_and(|account| !account.is_empty() && !account.contains(['*', '?']))
    };
    let resources = statement.resources();
    resources.is_none_or(Node::has_hole) || resources.into_iter().flat_map(Node::partial_strings).all(is_of_account)
}

/// Returns true if a comparison is false for requests without a key that only seems to identify the caller.
fn is_indirect(comparison: &ComparisonNode<'_>, present: &PresentKeys<'_>) -> bool {
    const KEYS: [&str; 3] = ["aws:Referer", "aws:UserAgent", "aws:SourceOwner"];
    let operator = comparison.operator.text.parse::<Operator>();
    KEYS.iter().any(|key| ascii_case::eq(key, comparison.key.text))
        && operator.is_ok_and(|operator| present.are_needed(operator, comparison.key.text))
}

/// Returns true if a key does not depend on the source of a request. Such a key is about the service itself, or about an
/// object in Amazon S3.
fn is_of_any_source(key: &str) -> bool {
    let begins = |beginning: &str| key.get(..beginning.len()).is_some_and(|head| ascii_case::eq(head, beginning));
    begins("aws:PrincipalIsAWSService")
        || begins("aws:PrincipalServiceName")
        || begins("s3:") && !begins("s3:DataAccessPoint")
}

/// Returns the service principals of a statement.
pub(crate) fn services(statement: StatementNode<'_>) -> Option<Node<'_>> {
    statement.principal().and_then(Node::members)?.get("Service")
}

/// Returns true if service principals are the only principals of a statement.
pub(crate) fn has_only_services(statement: StatementNode<'_>) -> bool {
    let mut kinds = statement.principal().and_then(Node::members).into_iter().flat_map(Members::iter);
    kinds.all(|(kind, _)| kind.hole.is_none() && kind.text == "Service")
}

/// Returns true if a statement may be of a trust policy whose kind is not stated.
pub(crate) fn may_be_of_trust_policy(statement: StatementNode<'_>) -> bool {
    const PREFIX: &str = "sts:";
    let may_begin = |text: Text<'_>| {
        let head = text.head();
        let known = head.get(..PREFIX.len().min(head.len())).unwrap_or(head);
        (text.is_open() || known.len() == PREFIX.len())
            && PREFIX.get(..known.len()).is_some_and(|own| ascii_case::eq(own, known))
    };
    let is_trust = |node: Node<'_>| node.value.is_unknown() || node.partial_string().is_some_and(may_begin);
    statement.members().have_hole() || statement.actions().into_iter().flat_map(Node::each).any(is_trust)
}

/// Returns true if a comparison is true for requests for other sources than the listed ones.
pub(crate) fn is_of_other_sources(comparison: &ComparisonNode<'_>) -> bool {
    let operator = comparison.operator.text.parse::<Operator>();
    operator.is_ok_and(|operator| operator.comparator.is_negated())
        && KeyProperty::from_key(comparison.key.text) == Some(KeyProperty::Source)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, json, testing::policy};
    use alloc::format;

    /// Returns the access that a condition leaves: `open`, `restricted`, or the key of an indirect condition.
    fn access(condition: &str) -> alloc::string::String {
        let text = policy(&format!(
            r#""Effect": "Allow", "Principal": {{"Service": "sns.amazonaws.com"}}, "Action": "sqs:SendMessage",
               "Condition": {{{condition}}}"#
        ));
        let tree = json::parse(text.as_bytes()).unwrap();
        let statement = Document::from_tree(&tree).unwrap().statements().next().unwrap();
        match ServiceAccess::new(statement).unwrap().1 {
            ServiceAccess::Open => "open".into(),
            ServiceAccess::Indirect(key) => key.text.into(),
            ServiceAccess::Restricted => "restricted".into(),
        }
    }

    #[test]
    fn a_condition_on_the_source_restricts_a_service() {
        for (condition, expected) in [
            ("", "open"),
            (r#""StringEquals": {"aws:SourceAccount": "111122223333"}"#, "restricted"),
            (r#""ArnLike": {"AWS:SourceArn": "arn:aws:sns:*:111122223333:*"}"#, "restricted"),
            (r#""StringEquals": {"kms:CallerAccount": "111122223333"}"#, "restricted"),
            (r#""StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}"#, "restricted"),
            (r#""ArnLike": {"aws:SourceArn": "*"}"#, "open"),
            (r#""StringNotEquals": {"aws:SourceAccount": "111122223333"}"#, "open"),
            (r#""StringEqualsIfExists": {"aws:SourceAccount": "111122223333"}"#, "open"),
            (r#""Bool": {"aws:SecureTransport": "true"}"#, "open"),
            (r#""StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}"#, "open"),
            (r#""StringEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}"#, "open"),
            (r#""Bool": {"aws:PrincipalIsAWSService": "true"}"#, "open"),
            (r#""StringEquals": {"aws:SourceOwner": "111122223333"}"#, "aws:SourceOwner"),
            (r#""StringEquals": {"aws:referer": "111122223333"}"#, "aws:referer"),
            (r#""IpAddress": {"aws:SourceIp": "203.0.113.0/24"}"#, "aws:SourceIp"),
        ] {
            assert_eq!(access(condition), expected, "{condition}");
        }
    }
}
