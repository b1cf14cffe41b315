//! Runs `catalog lint`: checks each file, reports the findings, and counts them for the summary.

use std::{io, process::ExitCode};

use catalog::policy::{
    Findings, Severity,
    files::{self, CheckedFile, Unread},
};

use super::{arguments::LintArguments, baseline::Known, settings};
use crate::{
    console,
    output::{Checked, Summary, Writer},
};

/// Checks the files that the arguments name.
pub(crate) fn run(arguments: &LintArguments) -> ExitCode {
    let project = settings::read(arguments);
    let read = project.and_then(|project| Ok((project, Known::read(arguments).map_err(|unread| vec![unread])?)));
    let (project, known) = match read {
        Ok(read) => read,
        Err(problems) => {
            for problem in problems {
                console::error(problem);
            }
            return ExitCode::from(2);
        }
    };
    let check = files::Run::new(&project, arguments.kind);
    let mut run = Run { arguments, check, known, summary: Summary::default() };
    let result = run.all();
    console::written(result, run.summary.status())
}

/// The state of a run.
struct Run<'a> {
    arguments: &'a LintArguments,
    check: files::Run<'a>,
    known: Known,
    summary: Summary,
}

impl Run<'_> {
    fn all(&mut self) -> io::Result<()> {
        let mut output = Writer::new(self.arguments.format);
        for input in files::find(&self.arguments.files) {
            if input.as_ref().is_ok_and(|input| self.known.is_baseline(input)) {
                continue;
            }
            let checked = files::check(&mut self.check, input);
            self.report(&mut output, checked)?;
        }
        let configuration = self.check.finish();
        self.report(&mut output, configuration)?;
        self.summary.files = self.check.files();
        self.summary.remarks.extend(self.check.notes());
        match self.known.finish(self.summary.unread.is_empty()) {
            Ok(notes) => self.summary.remarks.extend(notes),
            Err(unread) => self.unread(&unread),
        }
        output.finish(&self.summary)?;
        if !self.arguments.quiet {
            console::remark(&self.summary);
        }
        Ok(())
    }

    /// Reports the findings of a file, except known ones, and the new errors of the run. Notes are omitted under
    /// `--quiet`.
    fn report(&mut self, output: &mut Writer, checked: Option<CheckedFile>) -> io::Result<()> {
        let new = self.check.unread().get(self.summary.unread.len()..).unwrap_or_default().to_vec();
        if !new.is_empty() {
            output.flush()?;
        }
        for unread in &new {
            self.unread(unread);
        }
        let Some(CheckedFile { name, text, mut findings, .. }) = checked else { return Ok(()) };
        self.summary.known += self.known.remove(&name, &text, &mut findings);
        findings.retain(|finding| !(self.arguments.quiet && finding.severity == Severity::Note));
        if findings.is_empty() {
            return Ok(());
        }
        let findings = Findings::from_parts(&text, findings, self.check.usage().clone()).named(&name);
        self.summary.add(&findings);
        output.report(&Checked { name: &name, text: &text, findings: &findings })
    }

    fn unread(&mut self, unread: &Unread) {
        console::error(unread);
        self.summary.unread.push(unread.to_string());
    }
}
