//! `cargo xtask rules` and `cargo xtask new-rule`: their options, their work and their output.

use crate::rules::page::MARKS;
use crate::rules::read::{self, DIRECTORY, Rule};
use crate::rules::{create, emit, id};
use crate::workspace;
use clap::Args;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fs, io};
use tempfile::NamedTempFile;

/// Writes the table of findings and the list of rules from the rule files.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// Writes nothing, and fails if any file is stale.
    #[arg(long)]
    check: bool,
    /// Accepts that the rule with this id is removed, although no rule states it as a former name. Can be repeated.
    #[arg(long, value_name = "ID", conflicts_with = "check")]
    accept_removed: Vec<String>,
}

/// Creates the file of a new rule from a template, and adds the rule to the list of rules.
#[derive(Debug, Args)]
pub struct NewRuleArgs {
    /// The id of the rule's findings, such as `unknown-action`.
    id: String,
}

impl RulesArgs {
    /// Runs the command.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        finish(root().and_then(|root| self.update(&root)))
    }

    fn update(&self, root: &Path) -> Result<String, Vec<String>> {
        let rules = rules(root)?;
        self.refuse_removed(root, &rules)?;
        let stale = generated(&rules).into_iter().filter(|(path, text)| {
            // Git may have converted the line endings to CRLF.
            fs::read_to_string(root.join(path)).map_or_else(|_| true, |old| old.replace("\r\n", "\n") != *text)
        });
        let stale: Vec<_> = stale.collect();
        if self.check {
            let of_file = |path: &str| format!("stale: {path}: run `cargo xtask rules`");
            let unfinished = rules.iter().filter(|rule| rule.is_unfinished).map(unfinished);
            let faults: Vec<_> = stale.iter().map(|(path, _)| of_file(path)).chain(unfinished).collect();
            return if faults.is_empty() { Ok(format!("{} rules", rules.len())) } else { Err(faults) };
        }
        for (path, text) in &stale {
            write(&root.join(path), text).map_err(|error| vec![format!("{path}: {error}")])?;
        }
        let files = if stale.len() == 1 { "1 file" } else { &format!("{} files", stale.len()) };
        Ok(format!("{} rules; {files} changed", rules.len()))
    }
}

impl RulesArgs {
    /// Returns an error for each id of the table that would disappear, because configurations may name it.
    fn refuse_removed(&self, root: &Path, rules: &[Rule]) -> Result<(), Vec<String>> {
        let table = fs::read_to_string(root.join(emit::TABLE)).unwrap_or_default();
        let is_known = |id: &str| {
            rules.iter().any(|rule| rule.id() == id || rule.declaration.former_names.iter().any(|name| name == id))
        };
        let is_removed = |id: &&str| !is_known(id) && !self.accept_removed.iter().any(|accepted| accepted == id);
        let removed = emit::ids(&table).filter(is_removed).map(|id| {
            format!(
                "the rule `{id}` is missing: write `was: [\"{id}\"]` in the rule that replaces it, or remove the id \
                 with `cargo xtask rules --accept-removed {id}`"
            )
        });
        let removed: Vec<_> = removed.collect();
        if removed.is_empty() { Ok(()) } else { Err(removed) }
    }
}

impl NewRuleArgs {
    /// Runs the command.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        finish(root().and_then(|root| self.create(&root)))
    }

    fn create(&self, root: &Path) -> Result<String, Vec<String>> {
        let id = &self.id;
        if let Some(fault) = id::fault(id) {
            return Err(vec![format!("`{id}` is not a valid id: {fault}")]);
        }
        let known = rules(root)?;
        if known.iter().any(|rule| rule.id() == *id) {
            return Err(vec![format!("the rule `{id}` already exists: choose another id")]);
        }
        if let Some(rule) = known.iter().find(|rule| rule.declaration.former_names.contains(id)) {
            return Err(vec![format!("`{id}` is a former name of `{}`: choose another id", rule.id())]);
        }
        let path = format!("{DIRECTORY}/{}.rs", id.replace('-', "_"));
        let text = create::file(id, env!("CARGO_PKG_VERSION"));
        create_new(&root.join(&path), &text).map_err(|error| vec![format!("{path}: {error}")])?;
        RulesArgs { check: false, accept_removed: Vec::new() }.update(root)?;
        Ok(format!("created {path}: complete the marked places, then run `cargo xtask rules`"))
    }
}

/// Reads all rules, and checks that all ids and former names differ.
fn rules(root: &Path) -> Result<Vec<Rule>, Vec<String>> {
    let rules = read::directory(root).map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let mut names: Vec<_> = rules.iter().map(Rule::id).collect();
    names.extend(rules.iter().flat_map(|rule| rule.declaration.former_names.iter().cloned()));
    names.sort();
    let twice = names.windows(2).filter_map(|pair| match pair {
        [one, other] if one == other => {
            Some(format!("{DIRECTORY}: two rules have the id or former name `{one}`: rename or remove one of them"))
        }
        _ => None,
    });
    let twice: Vec<_> = twice.collect();
    if twice.is_empty() { Ok(rules) } else { Err(twice) }
}

fn generated(rules: &[Rule]) -> [(&'static str, String); 2] {
    [(emit::TABLE, emit::table(rules)), (emit::LIST, emit::list(rules))]
}

fn unfinished(rule: &Rule) -> String {
    format!("{DIRECTORY}/{}.rs:1:1: the rule is incomplete: replace each `{}`", rule.module, MARKS.join("` and `"))
}

/// Replaces a file atomically.
fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = NamedTempFile::new_in(path.parent().unwrap_or(path))?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// Writes a file that must not exist yet.
fn create_new(path: &Path, text: &str) -> io::Result<()> {
    fs::OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

/// Returns the root of the workspace.
fn root() -> Result<PathBuf, Vec<String>> {
    workspace::root().map_err(|error| vec![error.message.clone()])
}

/// Prints the outcome of a command.
fn finish(outcome: Result<String, Vec<String>>) -> ExitCode {
    match outcome {
        Ok(text) => {
            // Ignore write errors: the reader has closed the pipe.
            let _ = writeln!(io::stdout(), "{text}");
            ExitCode::SUCCESS
        }
        Err(errors) => {
            for error in errors {
                let _ = writeln!(io::stderr(), "error: {error}");
            }
            ExitCode::FAILURE
        }
    }
}
