//! The places of the statements that decide about a scenario.

use std::fmt;

use catalog::policy::{
    evaluate::{PolicyOrigin, Scenario, StatementReference},
    files::Escaped,
    json::Position,
};

use super::file::ScenarioFile;

/// The place of a statement. It displays as `file:line:column`.
pub(crate) struct StatementPlace<'s> {
    /// The file, as the scenario names it.
    pub(crate) file: &'s str,
    pub(crate) position: Position,
}

impl fmt::Display for StatementPlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", Escaped(self.file), self.position)
    }
}

/// Returns the place of a statement.
pub(crate) fn place<'s>(
    file: &'s ScenarioFile<'_>,
    scenario: &'s Scenario<'_>,
    statement: &StatementReference<'_>,
) -> Option<StatementPlace<'s>> {
    let source = scenario.sources.iter().find(|source| source.label == statement.policy())?;
    let name = match &source.origin {
        PolicyOrigin::Scenario(_) => file.name,
        PolicyOrigin::File { path, .. } => path,
    };
    Some(StatementPlace { file: name, position: statement.position()? })
}
