//! Runs `catalog test`.

use std::process::ExitCode;

use catalog::policy::{
    evaluate::Scenario,
    files::{Input, Unread, find},
};

use super::{
    arguments::{TestArguments, TestFormat},
    case::Case,
    json, junit, text,
};
use crate::{
    console,
    scenarios::{Remarks, ScenarioFile, places, status, with_scenarios},
};

/// The end of the names of files with scenarios.
const SUFFIX: &str = ".scenarios.json";

/// Runs the scenarios of the files and directories that the arguments name.
pub(crate) fn run(arguments: &TestArguments) -> ExitCode {
    let mut remarks = Remarks::default();
    let mut cases = Vec::new();
    let mut unread = Vec::new();
    for input in find(&arguments.paths) {
        let input = match input {
            Ok(Input::Found(path)) if !path.to_string_lossy().ends_with(SUFFIX) => continue,
            Ok(input) => input,
            Err(error) => {
                unread.push(error);
                continue;
            }
        };
        let result = with_scenarios(&input, |file| run_file(file, &mut remarks, &mut cases));
        match result {
            Ok(errors) | Err(errors) => unread.extend(errors),
        }
    }
    if cases.is_empty() && unread.is_empty() {
        let paths: Vec<_> = arguments.paths.iter().map(|path| path.display().to_string()).collect();
        unread.push(Unread::new(paths.join(", "), format!("found no scenario in a file `*{SUFFIX}`")));
    }
    let output = match arguments.format {
        TestFormat::Text => text::output(&cases),
        TestFormat::Json => json::output(&cases),
        TestFormat::Junit => junit::output(&cases, &unread),
    };
    let printed = console::print(&output);
    for error in &unread {
        console::error(error);
    }
    let failed = cases.iter().filter(|case| !case.passes()).count();
    console::remark(summary(cases.len(), failed));
    if printed == ExitCode::SUCCESS { status(!unread.is_empty(), failed > 0) } else { printed }
}

/// Runs the scenarios of a file. Returns an error for each scenario without an expectation.
fn run_file(file: &ScenarioFile<'_>, remarks: &mut Remarks, cases: &mut Vec<Case>) -> Vec<Unread> {
    let mut errors = Vec::new();
    for (number, scenario) in file.scenarios.iter().enumerate() {
        remarks.print(file, scenario);
        if let Some(case) = case(file, number, scenario) {
            cases.push(case);
        } else {
            let place = format!("{}:{}", file.name, scenario.position);
            errors.push(Unread::new(place, "expected the field `expect` in the scenario"));
        }
    }
    errors
}

fn case(file: &ScenarioFile<'_>, number: usize, scenario: &Scenario<'_>) -> Option<Case> {
    let decision = scenario.decide();
    Some(Case {
        file: file.name.to_owned(),
        position: scenario.position,
        name: file.name_of(number),
        expect: scenario.expect?,
        got: decision.outcome(),
        reason: decision.reason().to_string(),
        places: places(file, scenario, &decision).iter().map(ToString::to_string).collect(),
    })
}

fn summary(count: usize, failed: usize) -> String {
    let scenarios = if count == 1 { "1 scenario".to_owned() } else { format!("{count} scenarios") };
    match failed {
        0 => format!("{scenarios} passed"),
        failed => format!("{failed} of {scenarios} failed"),
    }
}
