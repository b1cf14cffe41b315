//! The places of the statements that decide about a scenario.

use std::fmt;

use catalog::policy::{
    evaluate::{Decision, NearestStatement, PolicyOrigin, Scenario, StatementReference},
    files::Escaped,
    json::Position,
};

use super::file::ScenarioFile;

/// The place of a statement. It displays as `file:line:column`.
pub(crate) struct StatementPlace {
    /// The name of the file, as it is printed.
    pub(crate) file: String,
    pub(crate) position: Position,
}

impl fmt::Display for StatementPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", Escaped(&self.file), self.position)
    }
}

/// Returns the place of a statement.
pub(crate) fn place(
    file: &ScenarioFile<'_>,
    scenario: &Scenario<'_>,
    statement: &StatementReference<'_>,
) -> Option<StatementPlace> {
    let source = scenario.sources.iter().find(|source| source.label == statement.policy())?;
    let name = match &source.origin {
        PolicyOrigin::Scenario(_) => file.name.to_owned(),
        PolicyOrigin::File { path, .. } => file.policy_name(path),
    };
    Some(StatementPlace { file: name, position: statement.position()? })
}

/// Returns the places of the statements that a decision names: those that decided, or those that come closest.
pub(crate) fn places(file: &ScenarioFile<'_>, scenario: &Scenario<'_>, decision: &Decision<'_>) -> Vec<StatementPlace> {
    let missing = decision.missing();
    let nearest = missing.iter().filter_map(|missing| missing.nearest()).map(NearestStatement::statement);
    let statements = decision.by().into_iter().chain(nearest);
    statements.filter_map(|statement| place(file, scenario, &statement)).collect()
}
