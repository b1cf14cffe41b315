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

impl WrongArn<'_> {
    /// Returns a message with the cause and one fix: the suggestion, or the given one if there is no suggestion.
    pub(crate) fn with_fix(&self, cause: String, fix: &str) -> String {
        match &self.suggestion {
            Some(_) => cause,
            None => format!("{cause}: {fix}"),
        }
    }

    /// Returns a message with the suggestion appended, if there is one.
    pub(crate) fn with_suggestion(&self, message: String) -> String {
        match &self.suggestion {
            Some(suggestion) => format!("{message}: did you mean `{}`?", Shown(suggestion)),
            None => message,
        }
    }
}
