//! The condition of a `Deny` statement in a resource control policy, and whether it spares the services of AWS.
//!
//! Source: [Establish permissions guardrails using data perimeters](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html).

use catalog_core::ascii_case;

use super::narrowing::PresentKeys;
use crate::{
    document::{ComparisonNode, StatementNode, Text},
    grammar::Effect,
    kind::PolicyKind,
    known_principals::KeyProperty,
    operator::{Comparator, Operator},
    value,
};

/// The condition of a `Deny` statement in a resource control policy.
#[derive(Default)]
pub(crate) struct RcpCondition<'t> {
    /// The comparison of `aws:PrincipalIsAWSService`.
    pub(crate) carve_out: Option<CarveOut<'t>>,
    /// The first key about the identity of an IAM principal that is compared so that requests without it are denied.
    pub(crate) identity: Option<Text<'t>>,
    /// The first key about the network that is compared so that requests without it are denied.
    pub(crate) network: Option<Text<'t>>,
    /// The first key about the source of a service's request that is compared so that requests without it are denied.
    pub(crate) source: Option<Text<'t>>,
    /// Whether the statement denies only requests that state their source account or source ARN.
    pub(crate) requires_source: bool,
    /// Whether another comparison decides about services: on a key that only IAM principals or only services have.
    pub(crate) is_about_others: bool,
    /// Whether a comparison of another key is false for requests without the key.
    pub(crate) needs_other_key: bool,
}

/// A comparison of `aws:PrincipalIsAWSService` with a boolean.
#[derive(Clone, Copy)]
pub(crate) struct CarveOut<'t> {
    /// The key.
    pub(crate) key: Text<'t>,
    /// Whether the statement is about services, and not about all others.
    pub(crate) is_for_services: bool,
    /// Whether the comparison also holds for anonymous requests, which do not have the key.
    pub(crate) accepts_missing: bool,
}

impl<'t> RcpCondition<'t> {
    /// Returns the condition of a statement. Returns `None` for other kinds of policies and other effects, and if a hole
    /// may hold another comparison.
    pub(crate) fn new(kind: PolicyKind, statement: StatementNode<'t>) -> Option<Self> {
        let is_denied = kind == PolicyKind::ResourceControl && statement.effect() == Some(Effect::Deny);
        if !is_denied || statement.has_unknown_comparisons() {
            return None;
        }
        let present = PresentKeys::new(statement);
        let mut condition = Self {
            requires_source: ["aws:SourceAccount", "aws:SourceArn"].iter().any(|key| present.contain(key)),
            ..Self::default()
        };
        for comparison in statement.conditions() {
            // An unknown operator has a finding of its own.
            let operator = comparison.operator.text.parse::<Operator>().ok()?;
            condition.add(operator, &comparison, &present);
        }
        Some(condition)
    }

    fn add(&mut self, operator: Operator, comparison: &ComparisonNode<'t>, present: &PresentKeys<'_>) {
        let key = comparison.key;
        if ascii_case::eq(key.text, IS_SERVICE) {
            self.add_carve_out(operator, comparison);
            return;
        }
        let is_of_services = ["aws:PrincipalServiceName", "aws:PrincipalServiceNamesList"];
        self.is_about_others |= is_of_services.iter().any(|known| ascii_case::eq(known, key.text));
        let is_needed = present.are_needed(operator, key.text);
        self.needs_other_key |= is_needed;
        let first = match KeyProperty::from_key(key.text) {
            Some(KeyProperty::Identity) if is_needed || present.contain(key.text) => {
                self.is_about_others = true;
                return;
            }
            // `Null` with `true` holds for requests without the key.
            Some(KeyProperty::Identity) if operator.comparator == Comparator::Null => {
                self.identity.get_or_insert(key);
                return;
            }
            Some(KeyProperty::Identity) => &mut self.identity,
            Some(KeyProperty::Network) => &mut self.network,
            Some(KeyProperty::Source) => {
                self.requires_source |= present.contain(key.text);
                &mut self.source
            }
            None => return,
        };
        if !is_needed && operator.comparator != Comparator::Null {
            first.get_or_insert(key);
        }
    }

    fn add_carve_out(&mut self, operator: Operator, comparison: &ComparisonNode<'t>) {
        let mut values = comparison.values.each();
        let (Some(value), None) = (values.next(), values.next()) else {
            self.is_about_others = true;
            return;
        };
        // Strings can also be compared with the booleans of a request.
        let is_plain = !operator.comparator.is_negated() && operator.comparator != Comparator::Null;
        let wanted = value::to_bool(value.value).filter(|_| is_plain && !value.has_hole());
        let Some(is_for_services) = wanted else {
            self.is_about_others = true;
            return;
        };
        self.carve_out = Some(CarveOut {
            key: comparison.key,
            is_for_services,
            accepts_missing: operator.if_exists || operator.set.is_some(),
        });
    }
}

/// The key that is true if a service principal makes the request.
const IS_SERVICE: &str = "aws:PrincipalIsAWSService";
