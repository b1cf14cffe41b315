//! Checks one input of a run without changing the run, so that several inputs can be checked at the same time.

use alloc::{string::String, vec::Vec};

use super::{input::Input, project::Project, unread::Unread};
use crate::{
    catalog::PolicyCatalog,
    config::Config,
    kind::PolicyKind,
    policy_file::{FileOutcome, check_file},
};

/// Checks single inputs with the settings of a [`Run`](super::Run). [`Run::add`](super::Run::add) adds each result to the
/// run.
#[derive(Clone, Debug)]
pub struct Checker<'p> {
    project: &'p Project,
    kind: Option<PolicyKind>,
    /// A copy of the configuration, in which the current file is set.
    config: Config,
}

/// The result of checking an input, which is not yet part of a run.
#[derive(Debug)]
pub struct CheckedInput {
    /// Whether the input was found in a directory.
    pub(super) is_found: bool,
    /// The content of the input and its check, or the reason why it could not be read.
    pub(super) result: Result<Content, Unread>,
}

/// The content of an input, and its check.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) name: String,
    pub(super) text: Vec<u8>,
    pub(super) outcome: FileOutcome,
}

impl<'p> Checker<'p> {
    pub(super) fn new(project: &'p Project, kind: Option<PolicyKind>) -> Self {
        Self { project, kind, config: project.config.clone() }
    }

    /// Reads an input and checks it.
    pub fn check<C: PolicyCatalog>(&mut self, input: Result<Input, Unread>, catalog: C) -> CheckedInput {
        let is_found = matches!(input, Ok(Input::Found(_)));
        let result = input.and_then(|input| {
            let (name, text) = (input.name(), input.read()?);
            let kind = self.project.select(&mut self.config, &name);
            let outcome = check_file(&text, self.kind.or(kind), catalog, &self.config);
            Ok(Content { name, text, outcome })
        });
        CheckedInput { is_found, result }
    }
}
