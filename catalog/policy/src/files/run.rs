//! A check of many files with one configuration: what was read, what was skipped, and which kinds were inferred.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use super::{
    checker::{CheckedInput, Checker, Content},
    input::Input,
    notes,
    project::Project,
    unread::Unread,
};
use crate::{
    catalog::PolicyCatalog,
    config::Usage,
    finding::Finding,
    kind::PolicyKind,
    policy_file::{FILE_LIMIT, KindSource, OtherJson},
};

/// A file that was checked.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CheckedFile {
    /// The name of the file, as it is printed.
    pub name: String,
    /// The content of the file.
    pub text: Vec<u8>,
    /// The findings in the file.
    pub findings: Vec<Finding>,
}

/// A check of many files with one configuration.
#[derive(Debug)]
pub struct Run<'p> {
    project: &'p Project,
    checker: Checker<'p>,
    /// The entries of the configuration that have been needed so far.
    usage: Usage,
    /// The number of files that contain a policy, or that are not valid JSON.
    files: usize,
    /// The number of policies in these files.
    policies: usize,
    /// The files in directories that contain no policy.
    other: Vec<(String, OtherJson)>,
    /// The files with policies that were taken for resource policies.
    taken_for_resource: Vec<String>,
    unread: Vec<Unread>,
    /// Whether every file has been checked completely. If not, unneeded entries of the configuration are not reported,
    /// because the unchecked rest may need them.
    is_complete: bool,
    /// Whether a directory was checked. If not, the kinds of other files are not reported as unneeded, because the
    /// caller named only some files.
    has_directory: bool,
}

impl<'p> Run<'p> {
    /// Creates a check with a configuration. Without a kind, the kind of each policy is determined: see
    /// [`check_file`].
    #[must_use]
    pub fn new(project: &'p Project, kind: Option<PolicyKind>) -> Self {
        Self {
            project,
            checker: Checker::new(project, kind),
            usage: project.config.usage(),
            files: 0,
            policies: 0,
            other: Vec::new(),
            taken_for_resource: Vec::new(),
            unread: Vec::new(),
            is_complete: true,
            has_directory: false,
        }
    }

    /// Checks a file. Returns `None` if it could not be read, or if it contains no policy.
    pub fn check<C: PolicyCatalog>(&mut self, input: Result<Input, Unread>, catalog: C) -> Option<CheckedFile> {
        let checked = self.checker.check(input, catalog);
        self.add(checked)
    }

    /// Returns a checker with the settings of this run, for checks on other threads. [`add`](Self::add) adds their results.
    #[must_use]
    pub fn checker(&self) -> Checker<'p> {
        self.checker.clone()
    }

    /// Adds the result of a checker. Returns `None` if the input could not be read, or if it contains no policy.
    pub fn add(&mut self, checked: CheckedInput) -> Option<CheckedFile> {
        self.has_directory |= checked.is_found;
        match checked.result.and_then(|content| self.add_content(content, checked.is_found)) {
            Ok(checked) => checked,
            Err(unread) => {
                self.unread.push(unread);
                None
            }
        }
    }

    fn add_content(&mut self, content: Content, is_found: bool) -> Result<Option<CheckedFile>, Unread> {
        let Content { name, text, outcome: file } = content;
        self.usage.merge(&file.usage);
        if let Some(other) = file.other {
            if !is_found {
                return Err(Unread::new(name, other.to_string()));
            }
            self.other.push((name, other));
            return Ok(None);
        }
        self.files += 1;
        self.policies += file.policies.len();
        let is_guess = |source, kind: PolicyKind| source == KindSource::Inferred && kind.is_resource_based();
        if file.policies.iter().any(|policy| is_guess(policy.source, policy.kind)) {
            self.taken_for_resource.push(name.clone());
        }
        if file.unchecked > 0 {
            let why =
                format!("the check stopped after {FILE_LIMIT} findings: {} policies are unchecked", file.unchecked);
            self.unread.push(Unread::new(&*name, why));
        }
        self.is_complete &= file.findings.iter().all(|finding| finding.id.can_be_allowed());
        Ok(Some(CheckedFile { name, text, findings: file.findings }))
    }

    /// Returns the findings about the configuration file, after all files have been checked. A run that has checked no
    /// file becomes an error here.
    pub fn finish(&mut self) -> Option<CheckedFile> {
        if self.files == 0 && self.unread.is_empty() {
            let why = match self.other.len() {
                1 => "the only file does not contain one".to_string(),
                count => format!("none of the {count} files contains one"),
            };
            self.unread.push(Unread::new("no policy found", why));
        }
        if !self.is_complete || !self.unread.is_empty() {
            return None;
        }
        if !self.has_directory {
            self.usage.use_all_kinds();
        }
        Some(CheckedFile {
            name: self.project.name.clone(),
            text: self.project.text.clone().into_bytes(),
            findings: self.project.config.unneeded(&self.usage),
        })
    }

    /// Returns the entries of the configuration that have been needed so far.
    #[must_use]
    pub const fn usage(&self) -> &Usage {
        &self.usage
    }

    /// Returns the number of files that contain a policy, or that are not valid JSON.
    #[must_use]
    pub const fn files(&self) -> usize {
        self.files
    }

    /// Returns the number of policies in these files.
    #[must_use]
    pub const fn policies(&self) -> usize {
        self.policies
    }

    /// Returns the errors about files that could not be read, in order.
    #[must_use]
    pub fn unread(&self) -> &[Unread] {
        &self.unread
    }

    /// Returns remarks for the summary: the files that contain no policy, and the files with policies that were taken
    /// for resource policies.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let notes = [notes::about_other(&self.other), notes::about_kinds(&self.taken_for_resource)];
        notes.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{files::find, testing::FULL};
    use std::{fs, path::PathBuf};

    const CLEAN: &str =
        r#"{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "ses:*", "Resource": "*"}}"#;
    const TEMPLATE: &str = r#"{"AWSTemplateFormatVersion": "2010-09-09", "Resources": {}}"#;

    /// Runs a check over a directory with these files. Returns the numbers of checked files and findings, the errors and
    /// the notes, without the path of the directory.
    fn run(files: &[(&str, &str)], arguments: &[&str]) -> (usize, usize, Vec<String>, Vec<String>) {
        let directory = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(directory.path().join(name), text).unwrap();
        }
        let project = Project::default();
        let mut run = Run::new(&project, None);
        let arguments: Vec<PathBuf> = arguments.iter().map(|name| directory.path().join(name)).collect();
        let found = find(&arguments).into_iter().filter_map(|input| run.check(input, FULL)).collect::<Vec<_>>();
        let findings = found.iter().map(|file| file.findings.len()).sum();
        run.finish();
        let root = format!("{}/", super::super::shown(directory.path()));
        let unread = run.unread().iter().map(|unread| unread.to_string().replace(&root, "")).collect();
        (run.files(), findings, unread, run.notes().iter().map(|note| note.replace(&root, "")).collect())
    }

    #[test]
    fn a_file_without_a_policy_is_skipped_in_a_directory_and_an_error_otherwise() {
        let files = [("a.json", CLEAN), ("template.json", TEMPLATE)];
        let note = "1 file is not a policy: template.json (a CloudFormation template)".to_string();
        assert_eq!(run(&files, &[""]), (1, 0, Vec::new(), [note].into()));
        let error = "template.json: this is a CloudFormation template: policies in templates are not checked yet";
        assert_eq!(run(&files, &["template.json"]).2, [error]);
        assert_eq!(run(&files[1..], &[""]).2, ["no policy found: the only file does not contain one"]);
    }

    #[test]
    fn kinds_of_other_files_are_reported_only_for_a_directory() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.json");
        fs::write(&path, CLEAN).unwrap();
        fs::write(directory.path().join("catalog.toml"), "[[kind]]\nfiles = 'scp/*'\nkind = 'scp'\n").unwrap();
        let project = Project::find(directory.path()).unwrap();
        let findings = |argument: PathBuf| {
            let mut run = Run::new(&project, None);
            for input in find(&[argument]) {
                run.check(input, FULL);
            }
            run.finish().unwrap().findings.iter().map(|finding| finding.id.to_string()).collect::<Vec<_>>()
        };
        assert!(findings(path).is_empty());
        assert_eq!(findings(directory.path().to_path_buf()), ["unneeded-kind"]);
    }

    #[test]
    fn policies_that_are_taken_for_resource_policies_are_named_once() {
        let queue = CLEAN.replace("\"Action\"", "\"Principal\": \"*\", \"Action\"");
        let (files, _, unread, notes) = run(&[("a.json", &queue), ("b.json", CLEAN), ("c.json", &queue)], &[""]);
        assert_eq!((files, &*unread), (3, &[][..]));
        let note = "2 files were taken for resource policies because they have a `Principal`: a.json, c.json. For another \
                    kind, use `--kind` or a `[[kind]]` entry in `catalog.toml`";
        assert_eq!(notes, [note]);
    }
}
