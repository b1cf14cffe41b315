//! Checks all policies of a directory, as `catalog lint` does.

mod report;

use alloc::{borrow::Cow, vec::Vec};
use std::path::Path;

use catalog_policy::{
    KindSource, Outcome, check_file,
    files::{self, Input, Project, Unread},
};

use super::{findings::Findings, json};
use crate::lookup::AllServices;
pub use report::DirReport;

/// Checks all policies in the `*.json` files of a directory and its subdirectories.
///
/// The check is that of the command `catalog lint`: it reads the nearest `catalog.toml`, in the working directory or
/// above it, and determines the kind of each policy. A `[[kind]]` entry of `catalog.toml` decides first, then the
/// output of the AWS CLI around the policy, then its text.
///
/// In a test, the working directory is the root of the crate. So this test checks the directory `policies` next to
/// `Cargo.toml`:
///
/// ```
/// # std::env::set_current_dir("tests/crate_with_policies").unwrap();
/// #[test]
/// # fn unused() {}
/// fn policies_are_correct() -> Result<(), catalog::policy::DirReport> {
///     catalog::policy::check_dir("policies")
/// }
/// # policies_are_correct().unwrap();
/// ```
///
/// # Errors
/// Returns a report if there is an error or a warning, if a file cannot be read, or if the directory contains no policy.
/// A test that checks nothing does not pass.
pub fn check_dir(directory: impl AsRef<Path>) -> Result<(), DirReport> {
    let directory = directory.as_ref();
    let mut report = DirReport::default();
    match Project::find() {
        Ok(project) => check_all(directory, &project, &mut report),
        Err(problems) => report.unread = problems,
    }
    if report.is_clean() { Ok(()) } else { Err(report) }
}

fn check_all(directory: &Path, project: &Project, report: &mut DirReport) {
    if !directory.is_dir() {
        let why = if directory.exists() { "expected a directory, found a file" } else { "the directory does not exist" };
        report.unread.push(Unread::new(files::shown(directory), why));
        return;
    }
    let mut usage = project.config.usage();
    let mut is_complete = true;
    for input in files::find(&[directory.to_path_buf()]) {
        match input.and_then(|input| Ok((input.name(), input.read()?))) {
            Err(unread) => report.unread.push(unread),
            Ok((name, text)) => is_complete &= check_one(&name, text, project, &mut usage, report),
        }
    }
    if report.policies == 0 && report.is_clean() {
        report.unread.push(Unread::new(files::shown(directory), "the directory contains no policy"));
    }
    if is_complete && report.unread.is_empty() {
        let findings = project.config.unneeded(&usage);
        report.add(&project.name, project.text.clone().into_bytes(), Outcome { findings, usage });
    }
}

/// Checks a file. Returns true if the whole file was checked.
fn check_one(
    name: &str,
    text: Vec<u8>,
    project: &Project,
    usage: &mut super::Usage,
    report: &mut DirReport,
) -> bool {
    let (config, kind) = project.for_file(name);
    let file = check_file(&text, kind, AllServices, &config);
    usage.merge(&file.usage);
    report.policies += file.policies.len();
    report.other.extend(file.other.map(|other| (name.into(), other)));
    let is_guess = |source, kind: super::PolicyKind| source == KindSource::Inferred && kind.is_resource_based();
    if file.policies.iter().any(|policy| is_guess(policy.source, policy.kind)) {
        report.guessed.push(name.into());
    }
    if file.unchecked > 0 {
        report.unread.push(file.too_many(name));
    }
    let is_complete = file.findings.iter().all(|finding| finding.id.can_be_allowed());
    report.add(name, text, Outcome { findings: file.findings, usage: file.usage });
    is_complete && file.unchecked == 0
}
