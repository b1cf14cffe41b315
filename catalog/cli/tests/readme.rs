//! Checks the README's examples of the command: its output, and the names in the configurations for other services.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may panic at the first failure"
)]

#[path = "support/repository.rs"]
mod repository;
mod support;

use std::fs;

use serde_json::Value;
use support::Outcome;

/// Returns the fenced block of the README that begins with these lines, without its fences and a shell prompt.
fn block(beginning: &str) -> String {
    let readme = repository::text("README.md");
    let (_, rest) = readme.split_once(beginning).unwrap();
    let (block, _) = rest.split_once("\n```\n").unwrap();
    let first = if beginning.ends_with('\n') { "" } else { beginning.split_once('\n').unwrap().1 };
    format!("{first}{block}\n")
}

/// Runs the command next to the template of the README.
fn catalog(arguments: &[&str]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("templates")).unwrap();
    fs::write(folder.path().join("templates/mailer.yaml"), block("```yaml\nResources:")).unwrap();
    support::outcome(support::catalog(arguments).current_dir(folder.path()), "")
}

#[test]
fn the_template_has_the_finding_that_the_readme_shows() {
    let expected = block("```text\n$ catalog lint templates\n");
    assert_eq!(catalog(&["lint", "--quiet", "templates"]), (1, format!("{expected}\n"), String::new()));
}

#[test]
fn the_scenario_fails_as_the_readme_shows() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mailer.scenarios.json"), block("```json\n{\n    \"name\"")).unwrap();
    let expected = block("```text\n$ catalog test\n");
    let outcome = support::outcome(support::catalog(&["test"]).current_dir(folder.path()), "");
    assert_eq!(outcome, (1, expected, "1 of 1 scenario failed\n".to_owned()));
}

#[test]
fn the_configurations_use_names_that_exist() {
    let hooks = repository::yaml(".pre-commit-hooks.yaml");
    let config = repository::parsed(&block("```yaml\n# .pre-commit-config.yaml"));
    assert_eq!(config["repos"][0]["hooks"][0]["id"], hooks[0]["id"]);

    let workflow = repository::parsed(&block("```yaml\n# .github/workflows/policies.yml"));
    let inputs = workflow["jobs"]["lint"]["steps"][1]["with"].as_object().unwrap();
    let action = repository::yaml("action.yml");
    assert!(inputs.keys().all(|name| !action["inputs"][name].is_null()), "{inputs:?}");

    let pipeline = repository::parsed(&block("```yaml\n# .gitlab-ci.yml"));
    let script = pipeline["policies"]["script"].as_array().unwrap();
    let command = script.last().and_then(Value::as_str).unwrap();
    let (arguments, report) = command.split_once(" > ").unwrap();
    assert_eq!(pipeline["policies"]["artifacts"]["reports"]["codequality"], report);
    let (code, out, err) = catalog(&arguments.split(' ').skip(1).collect::<Vec<_>>());
    let rows: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, rows[0]["location"]["path"].as_str()), (1, Some("templates/mailer.yaml")), "{err}");
}
