//! A check of many files with one configuration: what was read, what was skipped, and which kinds were inferred.

use alloc::{
    format,
    string::{String, ToString as _},
    vec::Vec,
};

use super::{
    checker::{CheckedInput, Checker, Content},
    input::Input,
    notes::{self, Others},
    project::Project,
    unread::Unread,
    unrelated::is_unrelated,
};
use crate::{
    catalog::PolicyCatalog,
    config::Usage,
    finding::Finding,
    kind::PolicyKind,
    policy_file::{FILE_LIMIT, KindSource, OtherFile},
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
    /// The number of files that contain a policy, or that could not be parsed.
    files: usize,
    /// The number of policies in these files.
    policies: usize,
    /// The files without a policy that are not errors.
    others: Others,
    /// The files with policies that were taken for resource policies.
    taken_for_resource: Vec<String>,
    unread: Vec<Unread>,
    /// Whether every file has been checked completely. If not, unneeded entries of the configuration are not reported,
    /// because the unchecked rest may need them.
    is_complete: bool,
    /// Whether a directory was checked. If not, the kinds of other files are not reported as unneeded, because the
    /// caller named only some files.
    has_directory: bool,
    /// Whether named files without a policy are skipped, as in a directory.
    skips_other: bool,
}

impl<'p> Run<'p> {
    /// Creates a check with a configuration. Without a kind, the kind of each policy is determined: see
    /// [`check_file`](crate::check_file).
    #[must_use]
    pub fn new(project: &'p Project, kind: Option<PolicyKind>) -> Self {
        Self {
            project,
            checker: Checker::new(project, kind),
            usage: project.config.usage(),
            files: 0,
            policies: 0,
            others: Others::default(),
            taken_for_resource: Vec::new(),
            unread: Vec::new(),
            is_complete: true,
            has_directory: false,
            skips_other: false,
        }
    }

    /// Sets whether named files without a policy are skipped, as in a directory.
    ///
    /// If so, files that cannot be parsed are skipped too, unless they contain words of a policy. A run that checks no
    /// policy is not an error. Unneeded entries of the configuration are not reported, because other files may need
    /// them.
    #[must_use]
    pub const fn skip_other_files(mut self, skip: bool) -> Self {
        self.skips_other = skip;
        self
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
        let unrelated = (is_found || self.skips_other) && is_unrelated(&text, &file);
        if let Some(other) = file.other.or(unrelated.then_some(OtherFile::Unknown)) {
            if !is_found && !self.skips_other && !other.is_searched() {
                return Err(Unread::new(name, other.to_string()));
            }
            self.others.add(name, other);
            return Ok(None);
        }
        self.files += 1;
        self.policies += file.policies.len();
        let is_guess = |source, kind: PolicyKind| source == KindSource::Inferred && kind.is_resource_based();
        if file.policies.iter().any(|policy| is_guess(policy.source, policy.kind)) {
            self.taken_for_resource.push(name.clone());
        }
        if file.unchecked > 0 {
            let reason = if file.findings.len() >= FILE_LIMIT {
                format!("the check stopped after {FILE_LIMIT} findings")
            } else {
                "the functions of the template need too much work".into()
            };
            let why = format!("{reason}: {} policies are unchecked", file.unchecked);
            self.unread.push(Unread::new(&*name, why));
        }
        self.is_complete &= file.findings.iter().all(|finding| finding.id.can_be_allowed());
        Ok(Some(CheckedFile { name, text, findings: file.findings }))
    }

    /// Returns the findings about the configuration file, after all files have been checked. If no file was checked or
    /// completely searched, this is an error.
    pub fn finish(&mut self) -> Option<CheckedFile> {
        let is_checked = self.files > 0 || self.others.searched() > 0 || !self.unread.is_empty();
        if !is_checked && !self.skips_other {
            let why = match self.others.skipped() {
                1 => "the only file does not contain one".to_string(),
                count => format!("none of the {count} files contains one"),
            };
            self.unread.push(Unread::new("no policy found", why));
        }
        if !self.is_complete || !self.unread.is_empty() || self.skips_other {
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

    /// Returns the number of files that contain a policy, or that could not be parsed.
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

    /// Returns remarks for the summary. They are about files that contain no policy, files that were not checked, and
    /// policies that were taken for resource policies.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        self.others.notes().chain(notes::about_kinds(&self.taken_for_resource)).collect()
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
    const PLAN: &str = r#"{"planned_values": {}, "resource_changes": []}"#;
    const PACKAGE: &str = r#"{"name": "site"}"#;

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
    fn a_file_without_a_policy_is_counted_or_named() {
        let files = [("a.json", CLEAN), ("plan.json", PLAN), ("site.json", PACKAGE), ("template.json", TEMPLATE)];
        let (count, _, unread, notes) = run(&files, &[""]);
        assert_eq!((count, &*unread), (1, &[][..]));
        let expected = [
            "1 file contains no policy: CloudFormation template (1)",
            "1 file was not checked: plan.json (a Terraform plan)",
            "1 file was not recognized: site.json. Expected a policy, the output of an AWS CLI command, or a template",
        ];
        assert_eq!(notes, expected);
        // In a directory, a file with nothing in it is not meant as a policy. A named one is.
        let empty = [("a.json", CLEAN), ("b.json", "{}"), ("c.json", "// no\n{\"a\": 1,}"), ("d.yaml", "")];
        assert_eq!(run(&empty, &[""]).1, 0);
        assert!(run(&empty, &[""]).3[0].starts_with("3 files were not recognized: b.json, c.json, d.yaml. "));
        assert_eq!(run(&empty, &["b.json", "d.yaml"]).1, 2);
        // A named file that cannot contain a policy was checked. Any other one is an error.
        assert_eq!(run(&files, &["template.json"]).2, [""; 0]);
        let error = "plan.json: this is a Terraform plan: policies in plans are not checked yet";
        assert_eq!(run(&files, &["plan.json"]).2, [error]);
        assert!(run(&files, &["site.json"]).2[0].starts_with("site.json: this is not an IAM policy: "));
        assert_eq!(run(&files[1..2], &[""]).2, ["no policy found: the only file does not contain one"]);
        assert_eq!(run(&files[1..3], &[""]).2, ["no policy found: none of the 2 files contains one"]);
        assert_eq!(run(&files[1..], &[""]).2, [""; 0]);
    }

    #[test]
    fn named_files_without_a_policy_can_be_skipped() {
        let directory = tempfile::tempdir().unwrap();
        let [template, policy] = ["template.json", "a.json"].map(|name| directory.path().join(name));
        fs::write(&template, TEMPLATE).unwrap();
        fs::write(&policy, CLEAN).unwrap();
        fs::write(directory.path().join("catalog.toml"), "[actions]\nallow = ['ses:PreviewEmail']\n").unwrap();
        let project = Project::find(directory.path()).unwrap();
        let run = |arguments: &[PathBuf]| {
            let mut run = Run::new(&project, None).skip_other_files(true);
            for input in find(arguments) {
                run.check(input, FULL);
            }
            let configuration = run.finish();
            (run.files(), run.unread().to_vec(), run.notes().len(), configuration.is_some())
        };
        // The entry for `ses:PreviewEmail` is not reported as unneeded.
        assert_eq!(run(&[template.clone(), policy.clone()]), (1, Vec::new(), 1, false));
        assert_eq!(run(&[template]), (0, Vec::new(), 1, false));
        // A file that cannot be read is still an error.
        assert_eq!(run(&[policy.with_file_name("missing.json")]).1.len(), 1);
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
