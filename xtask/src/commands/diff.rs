//! `cargo xtask diff`: its options, and what it prints.

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

/// The old side, unless the user names another.
pub(super) const OLD: &str = "HEAD";

/// Exit statuses: as those of `diff`.
const SAME: u8 = 0;
const DIFFERENT: u8 = 1;
const TROUBLE: u8 = 2;

/// The options of `diff`.
#[derive(Debug, Args)]
#[command(after_long_help = HELP)]
pub struct DiffArgs {
    /// A folder of pages, a file that `export` has printed, or a git revision of this repository.
    #[arg(value_name = "OLD", default_value = OLD)]
    old: String,
    /// The same; by default the pages in the working tree's `docs-src`.
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// The form of the output.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    format: DiffFormat,
    /// Also lists every description and link that has changed.
    #[arg(long)]
    prose: bool,
    #[command(flatten)]
    messages: Messages,
}

const HELP: &str = "\
What changes in meaning is listed by service; order and page names never count, and a name that only changes its case \
is changed. Descriptions and links are counted. The version bump that the changes need stands at the end: major when \
something is removed or written otherwise, when a type or an ARN format changes, or when an action requires more; minor \
when something is added; patch for all other facts and for prose. Before version 1.0 a major change needs a minor bump, and any other \
a patch.

Exit status: 0 if both say the same, 1 if they differ, 2 if they could not be compared.

JSON: {\"format\": 1, \"old\", \"new\", \"same\", \"bump\", \"bump_before_1_0\", \"reasons\": [{\"bump\", \"reason\"}], \"services\": \
[{\"prefix\", \"name\", \"changes\": [CHANGE], \"prose\": {\"descriptions\", \"links\"}, \"prose_changes\": [CHANGE]}]}. A \
CHANGE is {\"kind\", \"change\", \"subject\", \"item\", \"old\", \"new\", \"bump\"}: `change` is added, removed or changed, \
`subject` what it is about (an action, say), `item` what of it (a resource type that it takes), `old` and `new` what it \
said and says; what there are no words for is null.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// For a terminal: `+` added, `-` removed, `~` changed.
    Text,
    /// For a changelog.
    Markdown,
    /// For tools.
    Json,
}

impl DiffArgs {
    /// Compares, and prints what has changed.
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
            // A reader such as `head` may have seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                anstream::eprintln!("error: standard output cannot be written: {error}");
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
