//! Runs `catalog evaluate`.

use std::process::ExitCode;

use catalog::policy::{
    evaluate::Scenario,
    files::{Input, find},
};

use super::{
    arguments::{EvaluateArguments, EvaluateFormat},
    json, text,
};
use crate::{
    console,
    scenarios::{Remarks, ScenarioFile, status, with_scenarios},
};

/// Decides the scenarios of the files that the arguments name.
pub(crate) fn run(arguments: &EvaluateArguments) -> ExitCode {
    let mut state = State { format: arguments.format, ..State::default() };
    for path in &arguments.files {
        // A directory is an error, because `catalog test` is for directories.
        let inputs =
            if path.is_dir() { vec![Ok(Input::Named(path.clone()))] } else { find(core::slice::from_ref(path)) };
        for input in inputs {
            let read = input.map_err(|unread| vec![unread]);
            let read = read.and_then(|input| with_scenarios(&input, |file| state.add(file)));
            for unread in read.err().unwrap_or_default() {
                console::error(unread);
                state.has_unread = true;
            }
        }
    }
    let printed = console::print(&state.finish(arguments.files.len() > 1));
    if printed == ExitCode::SUCCESS { status(state.has_unread, state.has_failed) } else { printed }
}

/// The output of a run.
struct State {
    format: EvaluateFormat,
    text: String,
    objects: Vec<String>,
    is_list: bool,
    has_failed: bool,
    has_unread: bool,
    remarks: Remarks,
}

impl Default for State {
    fn default() -> Self {
        Self {
            format: EvaluateFormat::Text,
            text: String::new(),
            objects: Vec::new(),
            is_list: false,
            has_failed: false,
            has_unread: false,
            remarks: Remarks::default(),
        }
    }
}

impl State {
    fn add(&mut self, file: &ScenarioFile<'_>) {
        self.is_list |= file.is_list;
        for (number, scenario) in file.scenarios.iter().enumerate() {
            self.remarks.print(file, scenario);
            self.has_failed |= !is_met(scenario);
            match self.format {
                EvaluateFormat::Text => text::write(&mut self.text, file, number, scenario),
                EvaluateFormat::Json => self.objects.push(json::decision(file, scenario).to_string()),
            }
        }
    }

    /// Returns the whole output.
    fn finish(&mut self, has_several_files: bool) -> String {
        match (self.format, &*self.objects) {
            (EvaluateFormat::Text, _) => core::mem::take(&mut self.text),
            (EvaluateFormat::Json, [object]) if !self.is_list && !has_several_files => format!("{object}\n"),
            (EvaluateFormat::Json, []) => "[]\n".to_owned(),
            (EvaluateFormat::Json, objects) => format!("[\n{}\n]\n", objects.join(",\n")),
        }
    }
}

/// Returns true if a scenario has no expectation, or if its decision meets it.
fn is_met(scenario: &Scenario<'_>) -> bool {
    let outcome = scenario.decide().outcome();
    scenario.expect.is_none_or(|expected| expected.accepts(outcome))
}
