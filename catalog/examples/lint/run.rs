//! Checks one text after the other, tells what is found, and sums up.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use catalog::policy::{self, Finding, FindingId, Findings, PolicyKind, Severity, Usage, json};

use crate::{
    cli::Arguments,
    inputs::{self, Input, Unread},
    output::{Checked, Output},
    settings::Settings,
    wrapped,
};

/// What has been found in all texts.
#[derive(Debug, Default)]
pub(crate) struct Summary {
    /// How many texts were checked.
    pub(crate) files: usize,
    /// The errors, warnings and notes.
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) notes: usize,
    /// What is worst, the first of that.
    pub(crate) worst: Option<(Severity, FindingId)>,
    /// What could not be read, as it was told.
    pub(crate) unread: Vec<String>,
}

impl Summary {
    fn add(&mut self, findings: &Findings<'_>) {
        self.errors += findings.errors();
        self.warnings += findings.warnings();
        self.notes += findings.len() - findings.errors() - findings.warnings();
        for finding in findings {
            if self.worst.is_none_or(|(severity, _)| finding.severity > severity) {
                self.worst = Some((finding.severity, finding.id));
            }
        }
    }

    fn status(&self) -> ExitCode {
        match (self.unread.len(), self.errors + self.warnings) {
            (0, 0) => ExitCode::SUCCESS,
            (0, _) => ExitCode::FAILURE,
            _ => ExitCode::from(2),
        }
    }
}

/// Checks what the arguments name.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let settings = match Settings::read(arguments) {
        Ok(settings) => settings,
        Err(problems) => {
            for problem in problems {
                tell(&problem.to_string());
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
    match run.all() {
        Ok(()) => run.summary.status(),
        // A reader such as `head` has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => run.summary.status(),
        Err(error) => {
            tell(&format!("standard output cannot be written: {error}"));
            ExitCode::from(2)
        }
    }
}

/// Prints a text, and nothing else is done.
pub(crate) fn print(text: &str) -> ExitCode {
    match io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => ExitCode::from(2),
        _ => ExitCode::SUCCESS,
    }
}

/// Says what could not be done.
fn tell(message: &str) {
    // Who closes the stream does not want to know.
    let _ = writeln!(anstream::stderr(), "\x1b[1;91merror\x1b[0m: {message}");
}

struct Run<'a> {
    arguments: &'a Arguments,
    settings: Settings,
    kind: PolicyKind,
    /// Which entries of the configuration were needed so far.
    usage: Usage,
    summary: Summary,
    /// Whether all of every text was checked, so that what nothing has needed is not needed.
    is_complete: bool,
}

impl Run<'_> {
    fn all(&mut self) -> io::Result<()> {
        let mut output = Output::begin(self.arguments.format);
        for input in inputs::find(&self.arguments.files) {
            self.one(&mut output, input)?;
        }
        if self.is_complete && self.summary.unread.is_empty() {
            let (name, text) = (self.settings.name.clone(), self.settings.text.clone());
            let unneeded = self.settings.config.unneeded(&self.usage);
            self.tell(&mut output, &name, text.as_bytes(), unneeded)?;
        }
        output.end(&self.summary, self.arguments.quiet)
    }

    /// Checks a text and tells what is found, or why it cannot be read.
    fn one(&mut self, output: &mut Output, input: Result<Input, Unread>) -> io::Result<()> {
        let text = input.and_then(|input| Ok((input.name(), input.read()?)));
        let found = text.and_then(|(name, text)| {
            let findings = self.check(&name, &text)?;
            Ok((name, text, findings))
        });
        match found {
            Ok((name, text, findings)) => self.tell(output, &name, &text, findings),
            Err(unread) => {
                output.flush()?;
                tell(&unread.to_string());
                self.summary.unread.push(unread.to_string());
                Ok(())
            }
        }
    }

    /// What is found in a text, but for what the configuration allows.
    fn check(&mut self, name: &str, text: &[u8]) -> Result<Vec<Finding>, Unread> {
        let config = self.settings.for_file(name);
        let (findings, usage) = if let Ok(tree) = json::parse(text) {
            let unread = |why| Unread { name: name.to_owned(), why };
            let (policy, pointer) = wrapped::policy(&tree).map_err(unread)?;
            let (mut findings, usage) = policy::check_tree(policy, self.kind, &config);
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

    /// Tells the findings of a text, but for those that the arguments leave out.
    fn tell(&mut self, output: &mut Output, name: &str, text: &[u8], mut findings: Vec<Finding>) -> io::Result<()> {
        findings.retain(|finding| {
            let is_quiet = self.arguments.quiet && finding.severity == Severity::Note;
            !is_quiet && !self.arguments.allow.contains(&finding.id)
        });
        if findings.is_empty() {
            return Ok(());
        }
        let findings = Findings::of(text, findings, self.usage.clone()).named(name);
        self.summary.add(&findings);
        output.tell(&Checked { name, text, findings: &findings })
    }
}
