//! A value or a list of values.

use alloc::{vec, vec::Vec};
use core::{ops::Deref, slice};

use catalog_policy::{
    document::Node,
    json::{Data, Value},
};

use super::part::{self, Part, Result};

/// One value or a list of values. A list of one value stays a list, because a policy is written in the form in which it
/// was read.
///
/// The type dereferences to a slice, so you can ignore the difference.
///
/// ```
/// use catalog::policy::OneOrMany;
///
/// let mut names = OneOrMany::One("a");
/// assert_eq!(names.len(), 1);
/// names.push("b");
/// assert_eq!(names, OneOrMany::Many(vec!["a", "b"]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OneOrMany<T> {
    /// A single value, without brackets.
    One(T),
    /// A list, which may be empty or contain one value.
    Many(Vec<T>),
}

impl<T> OneOrMany<T> {
    /// Returns all values.
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        match self {
            Self::One(one) => slice::from_ref(one),
            Self::Many(many) => many,
        }
    }

    /// Returns all values, mutably.
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            Self::One(one) => slice::from_mut(one),
            Self::Many(many) => many,
        }
    }

    /// Adds a value at the end. A single value becomes a list.
    pub fn push(&mut self, item: T) {
        self.extend([item]);
    }

    /// Returns all values as a vector.
    #[must_use]
    pub fn into_vec(self) -> Vec<T> {
        match self {
            Self::One(one) => vec![one],
            Self::Many(many) => many,
        }
    }
}

impl<T> Deref for OneOrMany<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> From<T> for OneOrMany<T> {
    fn from(one: T) -> Self {
        Self::One(one)
    }
}

impl<T> From<Vec<T>> for OneOrMany<T> {
    fn from(many: Vec<T>) -> Self {
        Self::Many(many)
    }
}

impl<T> FromIterator<T> for OneOrMany<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::Many(items.into_iter().collect())
    }
}

/// Adds values at the end. If there are any, a single value becomes a list.
impl<T> Extend<T> for OneOrMany<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, items: I) {
        let mut items = items.into_iter().peekable();
        if items.peek().is_some() {
            let mut many = core::mem::replace(self, Self::Many(Vec::new())).into_vec();
            many.extend(items);
            *self = Self::Many(many);
        }
    }
}

impl<T> IntoIterator for OneOrMany<T> {
    type Item = T;
    type IntoIter = vec::IntoIter<T>;

    fn into_iter(self) -> vec::IntoIter<T> {
        self.into_vec().into_iter()
    }
}

impl<'m, T> IntoIterator for &'m OneOrMany<T> {
    type Item = &'m T;
    type IntoIter = slice::Iter<'m, T>;

    fn into_iter(self) -> slice::Iter<'m, T> {
        self.as_slice().iter()
    }
}

impl<'m, T> IntoIterator for &'m mut OneOrMany<T> {
    type Item = &'m mut T;
    type IntoIter = slice::IterMut<'m, T>;

    fn into_iter(self) -> slice::IterMut<'m, T> {
        self.as_mut_slice().iter_mut()
    }
}

impl<T: Part> Part for OneOrMany<T> {
    fn read(node: Node<'_>) -> Result<Self> {
        if !matches!(node.value.data, Data::Array(_)) {
            return T::read(node).map(Self::One);
        }
        node.each().map(T::read).collect::<Result<_>>().map(Self::Many)
    }

    fn tree(&self) -> Value<'_> {
        match self {
            Self::One(one) => one.tree(),
            Self::Many(many) => part::value(Data::Array(many.iter().map(T::tree).collect())),
        }
    }
}
