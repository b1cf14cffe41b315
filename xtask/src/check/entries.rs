//! Reports entries of `identifiers.toml` that no page needs.

use crate::diagnostic::{Code, Diagnostic};
use crate::facts::identifiers::ChosenIdentifier;
use crate::facts::{Fact, unneeded};
use crate::model::Service;
use crate::source::FileId;
use crate::unread::Unread;

/// An entry of `identifiers.toml`, and its outcome.
pub(super) struct Entry<'a> {
    pub(super) chosen: &'a Fact<ChosenIdentifier>,
    pub(super) outcome: Outcome,
}

/// Whether an entry is needed, or the reason why it is not.
pub(super) enum Outcome {
    NoSuchName,
    SameAsRule,
    NoConflict,
    Repeated,
    Needed,
}

impl Entry<'_> {
    /// Returns the error about an entry that is not needed.
    pub(super) fn complaint(&self, services: &[&Service], file: FileId, unread: &Unread) -> Option<Diagnostic> {
        let Fact { value: ChosenIdentifier { service, kind, name, identifier, edition }, span, .. } = self.chosen;
        if !matches!(self.outcome, Outcome::Repeated) && !unneeded::is_expected(services, service, *edition) {
            return None;
        }
        if !matches!(self.outcome, Outcome::Repeated) && unread.may_define(service, name) {
            return None;
        }
        let noun = kind.noun();
        let why = match self.outcome {
            Outcome::Needed => return None,
            Outcome::NoSuchName => format!("no page defines the {noun} `{name}` of `{service}`"),
            Outcome::SameAsRule => format!("`{name}` becomes `{identifier}` anyway"),
            Outcome::NoConflict => format!("no other {noun} of `{service}` would get the same identifier as `{name}`"),
            Outcome::Repeated => format!("an earlier entry already chooses the identifier of the {noun} `{name}`"),
        };
        let help = match self.outcome {
            Outcome::NoSuchName | Outcome::NoConflict => {
                "remove the entry, or add the month of the pages that need it as `edition`"
            }
            Outcome::SameAsRule | Outcome::Repeated | Outcome::Needed => "remove the entry",
        };
        let message = format!("unneeded entry: {why}");
        Some(Diagnostic::at(Code::UnusedIdentifier, message, file, span.clone()).help(help))
    }
}
