//! A comparison of a condition in its form for decisions.
//!
//! Sources, 2026-11: [condition operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html),
//! [several keys and values](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html)
//! and [set operators](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html).

use alloc::{boxed::Box, vec::Vec};

use super::{
    context::Lookup,
    key::Key,
    template::{Template, Wildcards},
    truth::{self, Truth},
    view::View,
};
use crate::{
    document::ComparisonNode,
    operator::{Comparator, Compares, Operator, SetOperator},
    value::{AddressRange, Decimal, Instant},
};

/// A comparison of a condition.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    /// The operator as the policy writes it.
    pub(super) operator_name: Box<str>,
    /// The operator, or `None` if it does not exist. The comparison is then always false.
    pub(super) operator: Option<Operator>,
    pub(super) key: Key,
    /// The values as the policy writes them.
    pub(super) values: Box<[Box<str>]>,
    expected: Expected,
}

/// The values of a policy that can be compared. A value that is not valid equals nothing, so it is left out.
#[derive(Clone, Debug)]
enum Expected {
    Strings(Box<[Template]>),
    /// Numbers, and bytes in base64, are compared as they are written.
    Written,
    Dates(Box<[Instant]>),
    Addresses(Box<[AddressRange]>),
    /// Whether `false` and `true` are expected. For `Null`, `true` means that the key is absent.
    Booleans([bool; 2]),
}

impl Comparison {
    pub(super) fn new(node: &ComparisonNode<'_>, has_variables: bool) -> Self {
        let values: Box<[Box<str>]> =
            node.values.each().filter_map(|value| value.value.as_scalar()).map(Into::into).collect();
        let operator = node.operator.text.parse::<Operator>().ok();
        let expected = operator.map_or(Expected::Written, |operator| expected(operator, &values, has_variables));
        Self { operator_name: node.operator.text.into(), operator, key: Key::new(node.key.text), values, expected }
    }

    /// Returns true if the comparison is true for a request.
    pub(super) fn holds(&self, view: &View<'_>) -> Truth {
        let Some(operator) = self.operator else { return Truth::No };
        let found = view.get(&self.key);
        if operator.comparator == Comparator::Null {
            return self.is_presence(operator, found);
        }
        let is_negated = operator.comparator.is_negated();
        let is_true = |value: &str| {
            let is_expected = self.expects(operator.comparator, value, view);
            if is_negated { !is_expected } else { is_expected }
        };
        match found {
            Lookup::Open { .. } => Truth::Maybe,
            Lookup::Absent | Lookup::Values([]) => operator.holds_without_key().into(),
            // AWS names an empty string as an example of a null data set.
            Lookup::Values([value]) if value.is_empty() && operator.set.is_some() => {
                (operator.set == Some(SetOperator::ForAllValues)).into()
            }
            Lookup::Values(values) => {
                let results = values.iter().map(|value| is_true(value));
                // AWS requires a set operator for several values. Without one, a negated operator differs from all
                // values, and another one equals some value.
                let is_about_all = operator.set.map_or(is_negated, |set| set == SetOperator::ForAllValues);
                if is_about_all { truth::all(results) } else { truth::any(results) }
            }
        }
    }

    /// Decides a comparison with `Null`. With a set operator, its result is constant.
    ///
    /// Source: [Access Analyzer policy checks](https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html),
    /// 2026-11.
    fn is_presence(&self, operator: Operator, found: Lookup<'_>) -> Truth {
        let Expected::Booleans([present, absent]) = self.expected else { return Truth::No };
        let is_absent = match (operator.set, found) {
            (Some(set), _) => return (set == SetOperator::ForAllValues).into(),
            (None, Lookup::Open { may_be_absent: true }) if present != absent => return Truth::Maybe,
            (None, Lookup::Open { may_be_absent }) => may_be_absent,
            (None, Lookup::Absent | Lookup::Values([])) => true,
            (None, Lookup::Values(_)) => false,
        };
        (if is_absent { absent } else { present }).into()
    }

    /// Returns true if a value of the request equals one of the expected values.
    fn expects(&self, comparator: Comparator, value: &str, view: &View<'_>) -> Truth {
        view.count(1);
        match &self.expected {
            Expected::Strings(templates) => {
                truth::any(templates.iter().map(|template| template.matches(value, comparator.ignores_case(), view)))
            }
            Expected::Written if comparator == Comparator::BinaryEquals => {
                self.values.iter().any(|expected| **expected == *value).into()
            }
            Expected::Written => {
                let number = Decimal::parse(value);
                let is_true = |expected: &str| {
                    let numbers = number.zip(Decimal::parse(expected));
                    numbers.is_some_and(|(number, expected)| compares(comparator, &number, &expected))
                };
                self.values.iter().any(|expected| is_true(expected)).into()
            }
            Expected::Dates(expected) => {
                let date = Instant::parse(value);
                let is_true = |expected: &Instant| date.is_some_and(|date| compares(comparator, &date, expected));
                expected.iter().any(is_true).into()
            }
            Expected::Addresses(expected) => {
                let address = AddressRange::parse(value);
                let is_true = |range: &AddressRange| address.is_some_and(|address| range.contains(address));
                expected.iter().any(is_true).into()
            }
            Expected::Booleans([is_false, is_true]) => {
                let equals = |name: &str| value.eq_ignore_ascii_case(name);
                (*is_true && equals("true") || *is_false && equals("false")).into()
            }
        }
    }

    /// Returns the keys of the variables on which a comparison depends that may be true. If the key itself is open, each
    /// value may equal it.
    pub(super) fn deciding_variables(&self, view: &View<'_>) -> Vec<&Key> {
        let (Some(operator), Expected::Strings(templates)) = (self.operator, &self.expected) else { return Vec::new() };
        let values = if let Lookup::Values(values) = view.get(&self.key) { values } else { &[] };
        let is_unknown = |value: &&str| self.expects(operator.comparator, value, view) == Truth::Maybe;
        let unknown: Vec<&str> = values.iter().map(|value| &**value).filter(is_unknown).collect();
        let may_equal = |template: &Template| {
            let matches = |value: &str| template.matches(value, operator.comparator.ignores_case(), view);
            unknown.iter().any(|value| matches(value) == Truth::Maybe)
        };
        let is_open = view.is_open(&self.key);
        let decides = |template: &&Template| if is_open { template.has_values(view) } else { may_equal(template) };
        templates.iter().filter(decides).flat_map(Template::keys).collect()
    }

    /// Returns the keys of the variables in the values.
    pub(super) fn variables(&self) -> impl Iterator<Item = &Key> {
        let templates: &[Template] = if let Expected::Strings(templates) = &self.expected { templates } else { &[] };
        templates.iter().flat_map(Template::keys)
    }
}

/// Reads the values of a policy. Values that are not valid are left out.
fn expected(operator: Operator, values: &[Box<str>], has_variables: bool) -> Expected {
    let templates = |wildcards| {
        let template = |value: &str| Template::new(value, wildcards, has_variables);
        Expected::Strings(values.iter().filter_map(|value| template(value)).collect())
    };
    match operator.comparator.compares() {
        Compares::String if operator.comparator.has_wildcards() => templates(Wildcards::Everywhere),
        Compares::String => templates(Wildcards::None),
        Compares::Arn => templates(Wildcards::Arn),
        Compares::Numeric | Compares::Binary => Expected::Written,
        Compares::Date => Expected::Dates(values.iter().filter_map(|value| Instant::parse(value)).collect()),
        Compares::IpAddress => {
            Expected::Addresses(values.iter().filter_map(|value| AddressRange::parse(value)).collect())
        }
        Compares::Bool | Compares::Presence => {
            let has = |name: &str| values.iter().any(|value| value.eq_ignore_ascii_case(name));
            Expected::Booleans([has("false"), has("true")])
        }
    }
}

/// Compares two numbers or dates. The negated comparators are the negations of equality, so they use it here.
fn compares<T: Ord>(comparator: Comparator, left: &T, right: &T) -> bool {
    use Comparator as C;
    match comparator {
        C::NumericLessThan | C::DateLessThan => left < right,
        C::NumericLessThanEquals | C::DateLessThanEquals => left <= right,
        C::NumericGreaterThan | C::DateGreaterThan => left > right,
        C::NumericGreaterThanEquals | C::DateGreaterThanEquals => left >= right,
        _ => left == right,
    }
}
