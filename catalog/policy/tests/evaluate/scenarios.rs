//! Runs the scenarios in `scenarios/` through both evaluators.

use std::{collections::BTreeSet, fs, path::Path};

use catalog_policy::{
    evaluate::{Expectation, Outcome},
    json::{Data, Value},
};

use crate::{
    first,
    naive::{Verdict, decide},
    parse,
};

/// The minimum number of scenarios.
const MINIMUM: usize = 200;

fn outcome(verdict: &Verdict) -> Outcome {
    match verdict {
        Verdict::Allowed => Outcome::Allowed,
        Verdict::ExplicitlyDenied => Outcome::ExplicitlyDenied,
        Verdict::ImplicitlyDenied => Outcome::ImplicitlyDenied,
        Verdict::Depends(_) => Outcome::Depends,
    }
}

/// Returns the files of scenarios: name and content.
fn files() -> Vec<(String, String)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evaluate/scenarios");
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".scenarios.json") {
            files.push((name, fs::read_to_string(path).unwrap()));
        }
    }
    files.sort();
    files
}

/// Returns the scenarios of a file.
fn scenarios<'v>(tree: &'v Value<'v>) -> &'v [Value<'v>] {
    let Data::Array(scenarios) = &tree.data else { panic!("a file has a list of scenarios") };
    scenarios
}

#[test]
fn each_scenario_has_its_decision_from_both_evaluators() {
    let mut names = BTreeSet::new();
    let mut wrong = Vec::new();
    for (file, text) in files() {
        let tree = parse(&text);
        for (value, scenario) in scenarios(&tree).iter().zip(first::read(&text, &tree)) {
            let name = scenario.name.clone().unwrap_or_default();
            assert!(!name.is_empty() && names.insert((file.clone(), name.clone())), "{file}: `{name}` is not unique");
            let expect = scenario.expect.unwrap_or(Expectation::Outcome(Outcome::Allowed));
            let naive = decide(value);
            let [plain, compiled] = first::decide(&scenario);
            if !expect.accepts(outcome(&naive)) {
                wrong.push(format!("{file}: {name}: expected {expect}, naive: {naive:?}"));
            }
            if plain != naive || compiled != naive {
                wrong.push(format!("{file}: {name}: {naive:?}, first: {plain:?}, compiled: {compiled:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(names.len() >= MINIMUM, "{}", names.len());
}

#[test]
fn the_page_names_each_file() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evaluate/scenarios/README.md");
    let page = fs::read_to_string(page).unwrap();
    for (file, _) in files() {
        assert!(page.contains(&format!("`{file}`")), "README.md does not name `{file}`");
    }
}
