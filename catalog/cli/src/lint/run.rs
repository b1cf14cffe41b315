//! Runs `catalog lint`: checks each file, reports the findings, and counts them for the summary.

use std::{io, process::ExitCode};

use catalog::policy::{self, Finding, Findings, PolicyKind, Severity, Usage, json};

use super::{
    arguments::LintArguments,
    inputs::{self, Input, Unread},
    settings::Settings,
    wrapped,
};
use crate::{
    console,
    output::{Checked, Summary, Writer},
};

/// Checks the files that the arguments name.
pub(crate) fn run(arguments: &LintArguments) -> ExitCode {
    let settings = match Settings::read(arguments) {
        Ok(settings) => settings,
        Err(problems) => {
            for problem in problems {
                console::error(problem);
            }
            return ExitCode::from(2);
        }
    };
    let mut run = Run {
        arguments,
        kind: arguments.kind.into(),
        usage: settings.config.usage(),
        settings,
        summary: Summary::default(),
        is_complete: true,
    };
    let result = run.all();
    console::written(result, run.summary.status())
}

/// The state of a run.
struct Run<'a> {
    arguments: &'a LintArguments,
    settings: Settings,
    kind: PolicyKind,
    /// The entries of the configuration that have been needed so far.
    usage: Usage,
    summary: Summary,
    /// Whether every file has been checked completely. If not, unneeded entries of the configuration are not reported,
    /// because the unchecked rest may need them.
    is_complete: bool,
}

impl Run<'_> {
    fn all(&mut self) -> io::Result<()> {
        let mut output = Writer::new(self.arguments.format);
        for input in inputs::find(&self.arguments.files) {
            self.one(&mut output, input)?;
        }
        if self.is_complete && self.summary.unread.is_empty() {
            let (name, text) = (self.settings.name.clone(), self.settings.text.clone());
            let unneeded = self.settings.config.unneeded(&self.usage);
            self.report(&mut output, &name, text.as_bytes(), unneeded)?;
        }
        output.finish(&self.summary, self.arguments.quiet)
    }

    /// Checks a file and reports its findings, or reports why it cannot be read.
    fn one(&mut self, output: &mut Writer, input: Result<Input, Unread>) -> io::Result<()> {
        let text = input.and_then(|input| Ok((input.name(), input.read()?)));
        let found = text.and_then(|(name, text)| {
            let findings = self.check(&name, &text)?;
            Ok((name, text, findings))
        });
        match found {
            Ok((name, text, findings)) => self.report(output, &name, &text, findings),
            Err(unread) => {
                output.flush()?;
                console::error(&unread);
                self.summary.unread.push(unread.to_string());
                Ok(())
            }
        }
    }

    /// Returns the findings in a file, except allowed ones.
    fn check(&mut self, name: &str, text: &[u8]) -> Result<Vec<Finding>, Unread> {
        let config = self.settings.for_file(name);
        let (findings, usage) = if let Ok(tree) = json::parse(text) {
            let unread = |why| Unread { name: name.to_owned(), why };
            let (policy, pointer) = wrapped::policy(&tree).map_err(unread)?;
            let (mut findings, usage) = policy::check_tree_of(text, policy, self.kind, &config);
            for finding in &mut findings {
                finding.pointer.insert_str(0, &pointer);
            }
            (findings, usage)
        } else {
            let findings = policy::check_one_of_many(text, self.kind, &config);
            let usage = findings.usage().clone();
            (findings.into_vec(), usage)
        };
        self.usage.merge(&usage);
        self.is_complete &= findings.iter().all(|finding| finding.id.can_be_allowed());
        self.summary.files += 1;
        Ok(findings)
    }

    /// Reports the findings of a file. Notes are omitted under `--quiet`.
    fn report(&mut self, output: &mut Writer, name: &str, text: &[u8], mut findings: Vec<Finding>) -> io::Result<()> {
        findings.retain(|finding| !(self.arguments.quiet && finding.severity == Severity::Note));
        if findings.is_empty() {
            return Ok(());
        }
        let findings = Findings::from_parts(text, findings, self.usage.clone()).named(name);
        self.summary.add(&findings);
        output.report(&Checked { name, text, findings: &findings })
    }
}
