//! Runs `catalog lint`: checks each file, reports the findings, and counts them for the summary.

use std::{io, process::ExitCode};

use catalog::policy::{
    Findings, Severity,
    files::{self, CheckedFile, Input, Unread},
};

use super::{arguments::LintArguments, baseline::Known, progress::Progress, settings};
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
    let check = files::Run::new(&project, arguments.kind).skip_other_files(arguments.skip_other_files);
    let mut state = State { arguments, known, summary: Summary::default() };
    let result = state.run(check);
    console::written(result, state.summary.status())
}

/// The state of a run.
struct State<'a> {
    arguments: &'a LintArguments,
    known: Known,
    summary: Summary,
}

impl State<'_> {
    fn run(&mut self, mut check: files::Run<'_>) -> io::Result<()> {
        let mut output = Writer::new(self.arguments.format);
        let inputs = self.inputs();
        let mut progress = Progress::new(inputs.len(), self.arguments.quiet);
        files::check_all(&mut check, inputs, |check, checked| {
            self.report(check, &mut output, &mut progress, checked)?;
            progress.advance();
            Ok::<_, io::Error>(())
        })?;
        let configuration = check.finish().filter(|configuration| !configuration.findings.is_empty());
        self.report(&check, &mut output, &mut progress, configuration)?;
        drop(progress);
        self.summary.files = check.files();
        self.summary.policies = check.policies();
        self.summary.remarks.extend(check.notes());
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

    /// Returns the inputs that the arguments name, except baselines in directories.
    fn inputs(&self) -> Vec<Result<Input, Unread>> {
        let inputs = files::find(&self.arguments.files).into_iter();
        let inputs = inputs.filter(|input| !input.as_ref().is_ok_and(|input| self.known.is_baseline(input)));
        let inputs = inputs.map(|input| match (input, &self.arguments.stdin_filename) {
            (Ok(Input::Stdin), Some(name)) => Ok(Input::StdinAs(name.clone())),
            (input, _) => input,
        });
        inputs.collect()
    }

    /// Reports the findings of a file, except known ones, and the new errors of the run. Notes are omitted under
    /// `--quiet`.
    fn report(
        &mut self,
        check: &files::Run<'_>,
        output: &mut Writer,
        progress: &mut Progress,
        checked: Option<CheckedFile>,
    ) -> io::Result<()> {
        let new = check.unread().get(self.summary.unread.len()..).unwrap_or_default();
        if !new.is_empty() {
            progress.clear();
            output.flush()?;
        }
        for unread in new {
            self.unread(unread);
        }
        let Some(CheckedFile { name, text, mut findings, .. }) = checked else { return Ok(()) };
        self.summary.known += self.known.remove(&name, &text, &mut findings);
        findings.retain(|finding| !(self.arguments.quiet && finding.severity == Severity::Note));
        if progress.shares_terminal() && !findings.is_empty() {
            progress.clear();
        }
        let findings = Findings::from_parts(&text, findings, check.usage().clone()).named(&name);
        self.summary.add(&findings);
        output.report(&Checked { name: &name, text: &text, findings: &findings })?;
        // A bar that appears later must not be within a line of the output.
        if progress.shares_terminal() { output.flush() } else { Ok(()) }
    }

    fn unread(&mut self, unread: &Unread) {
        console::error(unread);
        self.summary.unread.push(unread.to_string());
    }
}
