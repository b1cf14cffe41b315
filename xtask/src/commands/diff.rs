//! `cargo xtask diff`: its options and its output.

mod git;
pub(super) mod input;

use crate::diff::markdown::Markdown;
use crate::diff::text::Text;
use crate::diff::{compare, json};
use crate::messages::Messages;
use crate::progress::Progress;
use crate::report::Report;
use crate::workspace;
use clap::{Args, ValueEnum};
use std::io::{self, Write as _};
use std::process::ExitCode;

/// The default of the old side.
pub(super) const OLD: &str = "HEAD";

/// The exit status if the two sides are equal. All three statuses are those of the POSIX command `diff`.
const SAME: u8 = 0;
/// The exit status if the two sides differ.
const DIFFERENT: u8 = 1;
/// The exit status after an error.
const TROUBLE: u8 = 2;

/// The options of `diff`.
#[derive(Debug, Args)]
#[command(after_long_help = HELP)]
pub struct DiffArgs {
    /// The old state: a directory of pages, a file that `export` has printed, or a git revision of this repository.
    #[arg(value_name = "OLD", default_value = OLD)]
    old: String,
    /// The new state, in one of the same forms. The default is `docs-src` in the working tree.
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// The format of the output.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    format: DiffFormat,
    /// Also lists all changed descriptions and links, which are otherwise only counted.
    #[arg(long)]
    prose: bool,
    #[command(flatten)]
    messages: Messages,
}

const HELP: &str = "\
Changes in meaning are listed by service. The order of names and the names of pages do not count. A name whose case \
changes counts as changed. Descriptions and links are counted.

The last part of the output is the version bump that the changes need:
  major  something is removed or renamed, a type or an ARN format changes, or an action requires more
  minor  something is added
  patch  any other fact changes, or descriptions and links change
Before version 1.0, a major change needs a minor bump, and any other change a patch.

Exit status: 0 if both states are equal, 1 if they differ, 2 if they could not be compared.

JSON: {\"format\": 1, \"old\", \"new\", \"same\", \"bump\", \"bump_before_1_0\", \"reasons\": [{\"bump\", \"reason\"}], \
\"services\": [{\"prefix\", \"name\", \"changes\": [CHANGE], \"prose\": {\"descriptions\", \"links\"}, \
\"prose_changes\": [CHANGE]}]}. CHANGE is \
{\"kind\", \"change\", \"subject\", \"item\", \"old\", \"new\", \"bump\"}. `change` is `added`, `removed` or \
`changed`. `subject` is the name that changed, such as an action. `item` is the changed part of it, such as a resource \
type of the action. `old` and `new` are the old and the new value. A field without a value is null.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// Plain text for a terminal: `+` added, `-` removed, `~` changed.
    Text,
    /// Markdown, for a changelog.
    Markdown,
    /// JSON, for tools.
    Json,
}

impl DiffArgs {
    /// Compares the two states and prints the changes.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let progress = self.messages.progress();
        let (old_report, old) = input::load(&self.old, progress);
        let (new_report, new) = self.load_new(progress);
        let (Some(old), Some(new)) = (old, new) else {
            for report in [old_report, new_report] {
                self.messages.print(&report, "compared");
            }
            return ExitCode::from(TROUBLE);
        };
        let diff = compare(&old, &new);
        let names = (self.old.as_str(), self.new.as_deref().unwrap_or(git::FOLDER));
        let rendered = match self.format {
            DiffFormat::Text => Ok(Text { diff: &diff, list_prose: self.prose }.to_string()),
            DiffFormat::Markdown => Ok(Markdown { diff: &diff, list_prose: self.prose }.to_string()),
            DiffFormat::Json => json::render(&diff, names, self.prose),
        };
        let printed = rendered.map_err(io::Error::from).and_then(|text| io::stdout().write_all(text.as_bytes()));
        match printed {
            // A reader such as `head` may close the pipe early, which is not an error.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                anstream::eprintln!("error: cannot write to standard output: {error}");
                ExitCode::from(TROUBLE)
            }
            _ if diff.is_empty() => ExitCode::from(SAME),
            _ => ExitCode::from(DIFFERENT),
        }
    }

    fn load_new(&self, progress: Progress) -> input::Side {
        let Some(new) = &self.new else {
            return match workspace::root() {
                Ok(workspace) => input::pages(&workspace.join(git::FOLDER), git::FOLDER, progress),
                Err(error) => (Report::from(*error), None),
            };
        };
        input::load(new, progress)
    }
}
