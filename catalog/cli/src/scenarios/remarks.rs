//! Prints the findings about scenarios to standard error, each once.

use std::collections::BTreeSet;

use catalog::policy::{evaluate::Scenario, files::Escaped};

use super::{file::ScenarioFile, findings::findings};
use crate::console;

/// The findings that were printed.
#[derive(Default)]
pub(crate) struct Remarks(BTreeSet<String>);

impl Remarks {
    /// Prints the new findings about a scenario. They never change a decision.
    pub(crate) fn print(&mut self, file: &ScenarioFile<'_>, scenario: &Scenario<'_>) {
        for finding in findings(file, scenario) {
            if !self.0.contains(&finding) {
                console::remark(Escaped(&finding));
                self.0.insert(finding);
            }
        }
    }
}
