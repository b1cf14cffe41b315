//! The statement that comes closest to allowing a request, and what it lacks.

use alloc::{borrow::ToOwned as _, string::String, vec::Vec};
use core::fmt;

use super::{record::Decision, statement_reference::StatementReference};
use crate::{
    evaluate::{
        case::Case,
        comparison::Comparison,
        context::Lookup,
        slot::{PolicyLabel, PolicySlot},
        statement::Statement,
        truth::Truth,
        view::View,
    },
    grammar::Effect,
    operator::{Comparator, Operator},
    shown::Shown,
};

/// The statement that comes closest to allowing a request.
#[derive(Clone, Debug)]
pub struct NearestStatement<'d> {
    statement: StatementReference<'d>,
    lacks: Vec<Lack>,
}

/// A reason why a statement does not apply to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lack {
    /// The statement does not name the principal.
    Principal {
        /// The principal.
        principal: String,
    },
    /// The statement does not list the resource.
    Resource {
        /// The resource.
        resource: String,
    },
    /// A comparison of the condition is false.
    Comparison {
        /// The operator as the policy writes it.
        operator: String,
        /// The condition key as the policy writes it.
        key: String,
        /// The values that the policy expects.
        expected: Vec<String>,
        /// The values of the request.
        found: Found,
    },
}

/// The values of a condition key in a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The request does not have the key.
    Absent,
    /// The request leaves the key open.
    Open,
    /// The values.
    Values(Vec<String>),
}

impl<'d> NearestStatement<'d> {
    /// Returns the statement.
    #[must_use]
    pub const fn statement(&self) -> StatementReference<'d> {
        self.statement
    }

    /// Returns the reasons why the statement does not apply.
    #[must_use]
    pub fn lacks(&self) -> &[Lack] {
        &self.lacks
    }
}

/// Displays as ``statement 2 of identity[0] would allow it if `aws:SourceVpce` were `vpce-1` ``.
impl fmt::Display for NearestStatement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} would allow it if ", self.statement)?;
        for (number, lack) in self.lacks.iter().enumerate() {
            write!(f, "{}{lack}", if number == 0 { "" } else { ", and " })?;
        }
        Ok(())
    }
}

impl fmt::Display for Lack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Principal { principal } => write!(f, "it named `{}`", Shown(principal)),
            Self::Resource { resource } => write!(f, "it listed the resource `{}`", Shown(resource)),
            Self::Comparison { operator, key, expected, found } => comparison(f, operator, key, expected, found),
        }
    }
}

/// The number of values that an explanation lists.
const LISTED: usize = 3;

fn comparison(
    f: &mut fmt::Formatter<'_>,
    operator: &str,
    key: &str,
    expected: &[String],
    found: &Found,
) -> fmt::Result {
    let key = Shown(key);
    let parsed = operator.parse::<Operator>().ok();
    let comparator = parsed.map(|operator| operator.comparator);
    let Some(comparator) = comparator else {
        return write!(f, "`{}` were a condition operator", Shown(operator));
    };
    if comparator == Comparator::Null {
        let is_absent = expected.iter().any(|value| value.eq_ignore_ascii_case("true"));
        return write!(f, "the request {} `{key}`", if is_absent { "lacked" } else { "had" });
    }
    write!(f, "`{key}` {}", relation(comparator))?;
    for (number, value) in expected.iter().take(LISTED).enumerate() {
        write!(f, "{}`{}`", if number == 0 { " " } else { " or " }, Shown(value))?;
    }
    if expected.len() > LISTED {
        write!(f, " or one of {} others", expected.len() - LISTED)?;
    }
    match found {
        Found::Open => f.write_str(", which the request leaves open"),
        Found::Absent => f.write_str(", which the request lacks"),
        Found::Values(values) => match &**values {
            [] => f.write_str(", which the request lacks"),
            [value] => write!(f, ", not `{}`", Shown(value)),
            values => write!(f, " for {} values of the request", values.len()),
        },
    }
}

/// Returns the words between a condition key and the values that a comparator expects.
fn relation(comparator: Comparator) -> &'static str {
    use Comparator as C;
    match comparator {
        C::NumericLessThan | C::DateLessThan => "were less than",
        C::NumericLessThanEquals | C::DateLessThanEquals => "were at most",
        C::NumericGreaterThan | C::DateGreaterThan => "were greater than",
        C::NumericGreaterThanEquals | C::DateGreaterThanEquals => "were at least",
        C::StringLike | C::ArnLike | C::ArnEquals => "were like",
        C::IpAddress => "were in",
        C::NotIpAddress => "were not in",
        C::StringNotLike | C::ArnNotLike | C::ArnNotEquals => "were not like",
        comparator if comparator.is_negated() => "were not",
        _ => "were",
    }
}

/// Returns the statement of a slot that comes closest to allowing a request, or `None` if none is about its action.
pub(super) fn nearest<'d>(
    decision: &Decision<'d>,
    case: &Case<'_>,
    slot: PolicySlot,
    view: &View<'_>,
) -> Option<NearestStatement<'d>> {
    let action = decision.request.action();
    let candidates = decision.policies.statements().filter(|(label, statement)| {
        label.slot == slot && statement.effect == Effect::Allow && statement.actions.contain(action)
    });
    let ranked = candidates.map(|(label, statement)| (label, statement, lacks(label, statement, case, view)));
    let (label, statement, lacks) =
        ranked.filter(|(_, _, lacks)| !lacks.is_empty()).min_by_key(|(_, _, lacks)| distance(lacks))?;
    Some(NearestStatement { statement: StatementReference::new(decision.policies, label, statement), lacks })
}

/// Returns the order of candidates: a condition is easier to meet than another resource or another principal.
fn distance(lacks: &[Lack]) -> (usize, usize) {
    let names = lacks.iter().filter(|lack| !matches!(lack, Lack::Comparison { .. })).count();
    (names, lacks.len())
}

/// Returns the reasons why a statement does not apply to a request.
fn lacks(label: PolicyLabel, statement: &Statement, case: &Case<'_>, view: &View<'_>) -> Vec<Lack> {
    let mut lacks = Vec::new();
    let principal = case.request.principal();
    let names_principals = matches!(label.slot, PolicySlot::Resource | PolicySlot::Endpoint);
    let is_named = statement.principals.is_absent() && label.slot == PolicySlot::Endpoint
        || statement.principals.grant(Effect::Allow, principal, case.attached.boundary).is_some();
    if names_principals && !is_named {
        lacks.push(Lack::Principal { principal: alloc::format!("{principal}") });
    }
    let completes_arns = label.slot.completes_arns();
    if statement.resources.contain(case.resource, completes_arns, view) != Truth::Yes {
        lacks.push(Lack::Resource { resource: case.resource.to_owned() });
    }
    let failing = statement.comparisons.iter().filter(|comparison| comparison.holds(view) != Truth::Yes);
    lacks.extend(failing.map(|comparison| of_comparison(comparison, view)));
    lacks
}

fn of_comparison(comparison: &Comparison, view: &View<'_>) -> Lack {
    let owned = |values: &[alloc::boxed::Box<str>]| values.iter().map(|value| value.clone().into_string()).collect();
    Lack::Comparison {
        operator: comparison.operator_name.clone().into_string(),
        key: comparison.key.name.clone().into_string(),
        expected: owned(&comparison.values),
        found: match view.get(&comparison.key) {
            Lookup::Values(values) => Found::Values(owned(values)),
            Lookup::Absent => Found::Absent,
            Lookup::Open { .. } => Found::Open,
        },
    }
}
