//! The format `text` of decisions.

use std::fmt::{self, Write as _};

use catalog::policy::{
    evaluate::{Decision, Scenario, StatementReference},
    files::Escaped,
};

use crate::scenarios::{ScenarioFile, place};

/// Writes the decision about a scenario, with its reason and the places of the statements.
pub(super) fn write(text: &mut String, file: &ScenarioFile<'_>, number: usize, scenario: &Scenario<'_>) {
    // Writing to a string does not fail.
    let _ = decision(text, file, number, scenario);
}

fn decision(text: &mut String, file: &ScenarioFile<'_>, number: usize, scenario: &Scenario<'_>) -> fmt::Result {
    let decision = scenario.decide();
    if scenario.name.is_some() || file.is_list {
        write!(text, "{}: ", Escaped(&file.name_of(number)))?;
    }
    writeln!(text, "{}", decision.outcome())?;
    if let Some(expected) = scenario.expect.filter(|expected| !expected.accepts(decision.outcome())) {
        writeln!(text, "  expected: {expected}")?;
    }
    writeln!(text, "  {}", Escaped(&decision.reason().to_string()))?;
    for statement in statements(&decision) {
        if let Some(place) = place(file, scenario, &statement) {
            writeln!(text, "  --> {place}")?;
        }
    }
    Ok(())
}

/// Returns the statements that an explanation names: those that decided, or those that come closest.
fn statements<'d>(decision: &Decision<'d>) -> Vec<StatementReference<'d>> {
    let mut statements = decision.by();
    let missing = decision.missing();
    statements.extend(missing.iter().filter_map(|missing| missing.nearest()).map(|nearest| nearest.statement()));
    statements
}
