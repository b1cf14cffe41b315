//! A comparison in a condition, and the checks that its operator, key and values fit each other.

use alloc::{string::ToString as _, vec::Vec};

use catalog_policy::{
    Shown,
    document::Path,
    operator::{ComparisonError, Operator},
    value, variable,
};

use super::{
    key::{IntoKey, Key, KeyError},
    list::{IntoList, Items},
    problem::{Problem, ProblemKind},
};
use crate::policy::{Condition, ConditionValue, OneOrMany, model::first_malformed};

/// A comparison in a condition: an operator, a condition key, and values.
///
/// [`StatementBuilder::condition`](super::StatementBuilder::condition) creates a comparison from its arguments. To use
/// a comparison in several statements, create it once and pass it to [`when`](super::StatementBuilder::when).
///
/// ```
/// use catalog::policy::{Comparator::*, Comparison, Key, ResourceText, Statement};
/// use catalog::{ec2, s3};
///
/// let ours = Comparison::new(StringEquals, Key::new("aws:ResourceTag/team"), "mail");
/// let start = Statement::allow(ec2::Action::StartInstances).resource(ResourceText::EVERYTHING).when(ours.clone());
/// let read = Statement::allow(s3::Action::GetObject).resource(ResourceText::EVERYTHING).when(ours);
/// assert!(start.build().is_ok() && read.build().is_ok());
/// ```
#[derive(Clone, Debug)]
#[must_use = "a comparison does nothing until you add it to a statement"]
pub struct Comparison {
    operator: Operator,
    key: Result<Key, KeyError>,
    values: Items<ConditionValue>,
}

impl Comparison {
    /// Creates a comparison. Problems with it are reported when the statement is built.
    pub fn new(operator: impl Into<Operator>, key: impl IntoKey, values: impl IntoList<ConditionValue>) -> Self {
        Self { operator: operator.into(), key: key.into_key(), values: Items::from_list(values) }
    }

    /// Adds the comparison to a condition, or adds its problems to `problems`.
    pub(super) fn put(self, condition: &mut Condition, problems: &mut Vec<Problem>) {
        let operator = self.operator.to_string();
        let place = Path::ROOT.member("Condition").member(&operator);
        // Only parsing detects combinations that do not exist, such as `NullIfExists`.
        if let Err(error) = operator.parse::<Operator>() {
            problems.push(Problem::new(place, ProblemKind::Operator(error)));
            return;
        }
        let key = match self.key {
            Ok(key) => key,
            Err(error) => {
                problems.push(Problem::new(place, ProblemKind::Key(error)));
                return;
            }
        };
        let place = place.member(key.as_str());
        let texts = self.values.values.iter().map(ConditionValue::as_text);
        let mut wrong: Vec<_> = misfits(self.operator, &key, texts).map(|kind| Problem::new(place, kind)).collect();
        let is_list = self.values.is_list;
        let at = |position| if is_list { place.nth(position) } else { place };
        if self.values.values.is_empty() && self.values.problems.is_empty() {
            wrong.push(Problem::new(place, ProblemKind::Empty { element: key.as_str().to_string() }));
        }
        wrong.extend(self.values.problems.into_iter().map(|(position, kind)| Problem::new(at(position), kind)));
        for (position, given) in self.values.values.iter().enumerate() {
            if let Some(kind) = wrong_value(self.operator, given) {
                wrong.push(Problem::new(at(position), kind));
            }
        }
        if condition.get(&operator, key.as_str()).is_some() {
            let kind = ProblemKind::Repeated { operator: self.operator, key: key.as_str().to_string() };
            wrong.push(Problem::new(place, kind));
        }
        if wrong.is_empty() {
            let values = OneOrMany::from_items(self.values.values, is_list);
            condition.insert(self.operator, key, values);
        }
        problems.append(&mut wrong);
    }
}

/// Creates a comparison whose operator and key a macro has already checked. `condition!` expands to a call of this
/// function. The key has no type here, so that the function accepts what `catalog.toml` allows.
#[doc(hidden)]
pub fn checked_comparison(operator: Operator, key: &'static str, values: impl IntoList<ConditionValue>) -> Comparison {
    Comparison::new(operator, Key::uncataloged(key), values)
}

/// Returns the problems with using an operator on a key: the operator compares another type, or its set operator does
/// not fit the key. A key without a stated type fits any operator.
fn misfits<'v>(
    operator: Operator,
    key: &Key,
    values: impl Iterator<Item = &'v str>,
) -> impl Iterator<Item = ProblemKind> {
    let of_type = key.value_type().filter(|key_type| !operator.comparator.fits_values(*key_type, values));
    let of_type = of_type.map(|key_type| ComparisonError::operator_type(operator, key.as_str(), key_type));
    let of_set = key.value_type().and_then(|key_type| operator.set_misfit(key_type));
    let of_set = of_set.map(|misfit| ComparisonError::set_operator(operator, key.as_str(), misfit));
    of_type.into_iter().chain(of_set).map(ProblemKind::Comparison)
}

/// Returns the problem with a value. A string or an ARN with policy variables is valid, because it can have any value.
fn wrong_value(operator: Operator, given: &ConditionValue) -> Option<ProblemKind> {
    let text = given.as_text();
    let shown = || Shown(text).to_string();
    let compares = operator.comparator.compares();
    if !compares.replaces_variables() && variable::has_variable(text) {
        return Some(ProblemKind::VariableNotReplaced { operator, given: shown() });
    }
    if let Some(error) = first_malformed(text).filter(|_| compares.replaces_variables()) {
        return Some(ProblemKind::Variable { given: shown(), error });
    }
    let error = value::check(text, compares.value_type(), true).err()?;
    Some(ComparisonError::value(text, error).into())
}
