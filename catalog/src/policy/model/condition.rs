//! `Condition`: operators, their condition keys, and the values of the keys.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString as _},
    vec::Vec,
};

use catalog_core::ascii_case;
use catalog_policy::{
    document::{Members, Node},
    form::FormError,
    json::{Data, Value},
    operator::Operator,
};

use super::{
    Number, OneOrMany,
    part::{self, Part, Result, element, fault},
};
use crate::policy::Key;

/// The condition of a statement. It holds if every comparison in it holds.
///
/// ```
/// use catalog::policy::{Comparator, Condition, Key};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let mut condition: Condition = r#"{"Bool": {"aws:SecureTransport": "true"}}"#.parse()?;
/// let compared = condition.iter().next().ok_or("no comparison")?;
/// assert_eq!((compared.operator, compared.key), ("Bool", "aws:SecureTransport"));
///
/// condition.insert(Comparator::IpAddress, Key::new("aws:SourceIp")?, "203.0.113.0/24".into());
/// assert!(condition.get("IPADDRESS", "aws:sourceip").is_some());
/// # Ok(())
/// # }
/// ```
///
/// Source: [Condition](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Condition {
    operators: Vec<(String, Keys)>,
}

/// The keys that an operator compares, each with its values.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Keys(Vec<(String, OneOrMany<ConditionValue>)>);

/// A comparison of a condition, in the form in which it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared<'c> {
    /// The operator. Parse it as an [`Operator`].
    pub operator: &'c str,
    /// The condition key. Look it up with [`Key::new`].
    pub key: &'c str,
    /// The values that the key is compared to.
    pub values: &'c OneOrMany<ConditionValue>,
}

/// A value that a condition key is compared to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ConditionValue {
    /// A string. A number or a boolean may also be written as a string, with the same meaning.
    String(String),
    /// A number.
    Number(Number),
    /// A boolean.
    Bool(bool),
}

impl Condition {
    /// Creates a condition without comparisons, which always holds.
    #[must_use]
    pub const fn new() -> Self {
        Self { operators: Vec::new() }
    }

    /// Returns true if the condition has no comparisons.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// Returns the comparisons, in order.
    pub fn iter(&self) -> impl Iterator<Item = Compared<'_>> {
        self.operators
            .iter()
            .flat_map(|(operator, Keys(keys))| keys.iter().map(move |(key, values)| Compared { operator, key, values }))
    }

    /// Returns the values that an operator compares a key to. Both names are matched ignoring case.
    #[must_use]
    pub fn get(&self, operator: &str, key: &str) -> Option<&OneOrMany<ConditionValue>> {
        let is_it = |one: &Compared<'_>| ascii_case::eq(one.operator, operator) && ascii_case::eq(one.key, key);
        self.iter().find(is_it).map(|one| one.values)
    }

    /// Adds a comparison after the other comparisons of its operator. If the operator already compares the key,
    /// replaces the values and returns the previous ones.
    #[expect(clippy::needless_pass_by_value, reason = "callers create a key for each comparison")]
    pub fn insert(
        &mut self,
        operator: impl Into<Operator>,
        key: Key,
        values: OneOrMany<ConditionValue>,
    ) -> Option<OneOrMany<ConditionValue>> {
        let operator = operator.into().to_string();
        let known = self.operators.iter().position(|(known, _)| ascii_case::eq(known, &operator));
        let position = known.unwrap_or_else(|| {
            self.operators.push((operator, Keys::default()));
            self.operators.len().saturating_sub(1)
        });
        let (_, Keys(keys)) = self.operators.get_mut(position)?;
        if let Some((_, known)) = keys.iter_mut().find(|(known, _)| ascii_case::eq(known, key.as_str())) {
            return Some(core::mem::replace(known, values));
        }
        keys.push((key.as_str().to_string(), values));
        None
    }

    /// Removes a comparison and returns its values. Both names are matched ignoring case.
    pub fn remove(&mut self, operator: &str, key: &str) -> Option<OneOrMany<ConditionValue>> {
        let at = self.operators.iter().position(|(known, _)| ascii_case::eq(known, operator))?;
        let (_, Keys(keys)) = self.operators.get_mut(at)?;
        let (_, values) = keys.remove(keys.iter().position(|(known, _)| ascii_case::eq(known, key))?);
        if keys.is_empty() {
            self.operators.remove(at);
        }
        Some(values)
    }
}

impl ConditionValue {
    /// Returns the value as a string, which is the form that IAM compares.
    #[must_use]
    pub fn as_text(&self) -> &str {
        match self {
            Self::String(text) => text,
            Self::Number(number) => number.as_str(),
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
        }
    }
}

/// Reads an object whose member names are not fixed. Each name may appear only once.
fn members<T: Part>(members: Members<'_>) -> Result<Vec<(String, T)>> {
    let mut seen = BTreeSet::new();
    let read = members.iter().map(|(name, node)| {
        if !seen.insert(name.text) {
            return Err(part::repeated(name));
        }
        Ok((name.text.to_string(), T::read(node)?))
    });
    read.collect()
}

impl Part for Condition {
    fn read(node: Node<'_>) -> Result<Self> {
        let operators = members(part::members(node, "an object of operators")?)?;
        Ok(Self { operators })
    }

    fn tree(&self) -> Value<'_> {
        part::object(self.operators.iter().map(|(operator, keys)| element(operator, keys)))
    }
}

impl Part for Keys {
    fn read(node: Node<'_>) -> Result<Self> {
        members(part::members(node, "an object of condition keys")?).map(Self)
    }

    fn tree(&self) -> Value<'_> {
        part::object(self.0.iter().map(|(key, values)| element(key, values)))
    }
}

impl Part for ConditionValue {
    fn read(node: Node<'_>) -> Result<Self> {
        match &node.value.data {
            Data::String(text) => Ok(Self::String(text.to_string())),
            Data::Bool(truth) => Ok(Self::Bool(*truth)),
            Data::Number(text) => {
                let number = Number::of_json(text).map(Self::Number);
                number.ok_or_else(|| fault(node.place(), FormError::NumberOutOfRange))
            }
            _ => Err(part::wrong_type(node, "a string, a number or a boolean")),
        }
    }

    fn tree(&self) -> Value<'_> {
        part::value(match self {
            Self::String(text) => Data::String(text.as_str().into()),
            Self::Number(number) => Data::Number(number.as_str().into()),
            Self::Bool(truth) => Data::Bool(*truth),
        })
    }
}
