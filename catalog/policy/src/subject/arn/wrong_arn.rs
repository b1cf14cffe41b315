//! A resource with a fault, which the walk passes to rules.

use alloc::{format, string::String};

use super::fault::ArnFault;
use crate::{document::Text, shown::Shown};

/// A resource with a fault.
pub(crate) struct WrongArn<'t> {
    /// The resource.
    pub(crate) text: Text<'t>,
    /// The fault.
    pub(crate) fault: ArnFault<'t>,
    /// The replacement for the string, if there is a clear one.
    pub(crate) suggestion: Option<String>,
    /// The number of other places with the same placeholder. It is 0 for other faults.
    pub(crate) others: usize,
}

impl<'t> WrongArn<'t> {
    /// Creates a resource with a fault. A resource with holes has no suggestion.
    pub(crate) fn new(text: Text<'t>, fault: ArnFault<'t>, suggestion: Option<String>) -> Self {
        Self { text, fault, suggestion: suggestion.filter(|_| text.hole.is_none()), others: 0 }
    }

    /// Returns a message with one fix: the suggestion, or the given fix if there is no suggestion. The fix may be empty.
    pub(crate) fn message(&self, cause: String, fix: &str) -> String {
        match &self.suggestion {
            Some(suggestion) => format!("{cause}: did you mean `{}`?", Shown(suggestion)),
            None if fix.is_empty() => cause,
            None => format!("{cause}: {fix}"),
        }
    }
}
