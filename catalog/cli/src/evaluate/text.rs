//! The format `text` of decisions.

use std::fmt::{self, Write as _};

use catalog::policy::{evaluate::Scenario, files::Escaped};

use crate::scenarios::{ScenarioFile, places};

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
    for place in places(file, scenario, &decision) {
        writeln!(text, "  --> {place}")?;
    }
    Ok(())
}
