//! The request context: the condition keys of a request with their values.

use alloc::{
    boxed::Box,
    string::{String, ToString as _},
    vec::Vec,
};

use super::key::Key;

/// The values of a condition key in a request. A single value can come from a string, and several values from a list.
///
/// A list with one value is the same as that value. An empty list is a key without a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContextValues(Vec<Box<str>>);

impl ContextValues {
    /// Returns the values.
    #[must_use]
    pub fn as_slice(&self) -> &[Box<str>] {
        &self.0
    }

    /// Returns the value, if there is exactly one.
    pub(super) fn single(&self) -> Option<&str> {
        match &*self.0 {
            [value] => Some(value),
            _ => None,
        }
    }
}

impl From<&str> for ContextValues {
    fn from(value: &str) -> Self {
        Self(Vec::from([value.into()]))
    }
}

impl From<String> for ContextValues {
    fn from(value: String) -> Self {
        Self(Vec::from([value.into()]))
    }
}

impl From<i64> for ContextValues {
    fn from(value: i64) -> Self {
        Self::from(value.to_string())
    }
}

impl From<bool> for ContextValues {
    fn from(value: bool) -> Self {
        Self::from(if value { "true" } else { "false" })
    }
}

impl<S: AsRef<str>> From<Vec<S>> for ContextValues {
    fn from(values: Vec<S>) -> Self {
        values.iter().collect()
    }
}

impl<S: AsRef<str>, const N: usize> From<[S; N]> for ContextValues {
    fn from(values: [S; N]) -> Self {
        values.iter().collect()
    }
}

impl<'v, S: AsRef<str> + 'v> FromIterator<&'v S> for ContextValues {
    fn from_iter<I: IntoIterator<Item = &'v S>>(values: I) -> Self {
        Self(values.into_iter().map(|value| value.as_ref().into()).collect())
    }
}

/// The statement of a request about a condition key.
#[derive(Clone, Debug)]
enum Entry {
    Values(ContextValues),
    /// The value is not known.
    Open {
        may_be_absent: bool,
    },
}

/// The result of a lookup of a condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lookup<'c> {
    /// The request does not have the key.
    Absent,
    /// The value is not known. The request may also lack the key.
    Open {
        /// Whether the request may lack the key.
        may_be_absent: bool,
    },
    /// The values.
    Values(&'c [Box<str>]),
}

/// The condition keys of a request with their values.
#[derive(Clone, Debug, Default)]
pub(super) struct RequestContext {
    /// The keys in the order of [`Key::order`].
    entries: Vec<(Key, Entry)>,
}

impl RequestContext {
    /// States the values of a key, and replaces what was stated before.
    pub(super) fn state(&mut self, name: &str, values: ContextValues) {
        self.insert(name, Entry::Values(values));
    }

    /// States that the value of a key is not known.
    pub(super) fn open(&mut self, name: &str, may_be_absent: bool) {
        self.insert(name, Entry::Open { may_be_absent });
    }

    fn insert(&mut self, name: &str, entry: Entry) {
        let key = Key::new(name);
        let place = self.entries.binary_search_by(|(known, _)| known.order(&key));
        match place {
            Ok(at) => {
                if let Some(known) = self.entries.get_mut(at) {
                    *known = (key, entry);
                }
            }
            Err(at) => self.entries.insert(at, (key, entry)),
        }
    }

    /// Returns the keys whose values the request states, in an order that does not change, with their values.
    pub(super) fn values(&self) -> impl Iterator<Item = (&str, &ContextValues)> {
        self.entries.iter().filter_map(|(key, entry)| match entry {
            Entry::Values(values) => Some((&*key.name, values)),
            Entry::Open { .. } => None,
        })
    }

    /// Returns what the request states about a key.
    pub(super) fn get(&self, key: &Key) -> Lookup<'_> {
        let place = self.entries.binary_search_by(|(known, _)| known.order(key)).ok();
        match place.and_then(|at| self.entries.get(at)) {
            Some((_, Entry::Values(values))) => Lookup::Values(&values.0),
            Some((_, Entry::Open { may_be_absent })) => Lookup::Open { may_be_absent: *may_be_absent },
            None => Lookup::Absent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_statement_about_a_key_counts() {
        let mut context = RequestContext::default();
        context.open("aws:SourceIp", true);
        context.state("AWS:sourceip", "203.0.113.7".into());
        let key = Key::new("aws:SourceIP");
        assert_eq!(context.get(&key), Lookup::Values(&["203.0.113.7".into()]));
        assert_eq!(context.get(&Key::new("aws:SourceVpc")), Lookup::Absent);
    }
}
