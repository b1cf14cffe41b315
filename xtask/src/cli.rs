//! The command line: its options, where they lead by default, and what is printed.

use crate::diagnostic::{self, Code, Colour, Diagnostic, Place, Severity};
use crate::messages::{Changed, Messages};
use crate::model::Reference;
use crate::regen::{Counts, Places};
use crate::report::Report;
use crate::{diff, export, regen};
use clap::{Args, Parser, Subcommand};
use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Reads AWS's service authorization reference and writes the catalog.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Writes the generated files: the services' enums, the list of modules, the index of names.
    Regen(Regen),
    /// Prints what the pages say, as JSON.
    Export(Export),
    /// Says what has changed in meaning between two states of the reference.
    Diff(diff::Arguments),
}

#[derive(Debug, Args)]
struct Regen {
    #[command(flatten)]
    docs_src: DocsSrc,
    /// The workspace root to write into; by default the one this command belongs to.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Writes nothing; fails and names the files if any is stale, missing or left over.
    #[arg(long)]
    check: bool,
    /// Writes although this is lost: `<service>:<kind>` or `<kind>`, as the error names it. Can be repeated.
    #[arg(long, value_name = "LOSS", conflicts_with = "check")]
    accept_loss: Vec<String>,
    /// Also says for each page how many rows of each kind its text shows and how many have been read.
    #[arg(long)]
    counts: bool,
    #[command(flatten)]
    messages: Messages,
}

#[derive(Debug, Args)]
struct Export {
    #[command(flatten)]
    docs_src: DocsSrc,
    #[command(flatten)]
    messages: Messages,
}

#[derive(Debug, Args)]
struct DocsSrc {
    /// The folder of pages; by default the workspace's `docs-src`.
    #[arg(long, value_name = "DIR")]
    docs_src: Option<PathBuf>,
}

/// A folder, and what messages call it.
struct Folder {
    path: PathBuf,
    shown: String,
}

impl Cli {
    /// Does what the command line says.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let ok = match &self.command {
            Command::Regen(options) => options.run(),
            Command::Export(options) => options.run(),
            // It tells three outcomes apart.
            Command::Diff(options) => return options.run(),
        };
        if ok { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

impl Regen {
    fn run(&self) -> bool {
        let start = Instant::now();
        let (mut report, planned) = match self.folders() {
            Ok((docs_src, out)) => {
                let places = Places {
                    docs_src: &docs_src.path,
                    docs_src_shown: &docs_src.shown,
                    out: &out.path,
                    out_shown: &out.shown,
                    accept_loss: (!self.check).then_some(&self.accept_loss),
                };
                regen::plan(places, self.messages.progress())
            }
            Err(error) => (Report::from(*error), None),
        };
        let mut planned = planned.filter(|_| !self.messages.refuses(&report));
        if let Some((_, plan)) = &planned
            && !self.check
            && let Err(error) = plan.apply()
        {
            report.found.push(*error);
            planned = None;
        }
        self.messages.print(&report, if self.check { "checked" } else { "written" });

        let (counts, plan) = planned.unzip();
        let changes = plan.map_or_else(Vec::new, |plan| plan.changes);
        let changes: Vec<_> =
            changes.iter().map(|change| Changed { file: &change.shown, state: change.state() }).collect();
        let ok = counts.is_some() && (!self.check || changes.is_empty());
        self.messages.print_end(ok, &report, counts, &changes);
        if let (Some(counts), true) = (counts, self.messages.is_human()) {
            // Who closes the stream does not want to know.
            let _ = if self.counts { page_counts(&report) } else { Ok(()) };
            let _ = if ok { summary(counts, changes.len(), start) } else { self.differences(&changes) };
        }
        ok
    }

    /// Where to read, and where to write.
    fn folders(&self) -> Result<(Folder, Folder), Box<Diagnostic>> {
        let out = match &self.out {
            Some(out) => Folder { path: out.clone(), shown: shown(out) },
            None => Folder { path: workspace()?, shown: String::new() },
        };
        Ok((self.docs_src.folder()?, out))
    }

    /// Names the files that are not what they should be, and the command that would make them so.
    fn differences(&self, changes: &[Changed<'_>]) -> io::Result<()> {
        let mut out = anstream::stderr().lock();
        for Changed { file, state } in changes {
            writeln!(out, "{state}: {file}")?;
        }
        let options = [("--docs-src", &self.docs_src.docs_src), ("--out", &self.out)];
        let given = options.into_iter().filter_map(|(name, value)| Some(format!(" {name} {}", shown(value.as_ref()?))));
        let command: String = std::iter::once("cargo xtask regen".to_owned()).chain(given).collect();
        let files = if changes.len() == 1 { "1 file is" } else { &format!("{} files are", changes.len()) };
        let message = format!("{files} not what the pages give; run `{command}`");
        writeln!(out, "{}", diagnostic::line(Severity::Error, None, &message, Colour::Terminal))
    }
}

/// Says what each page holds, in order of their names.
fn page_counts(report: &Report) -> io::Result<()> {
    let mut pages: Vec<_> = report
        .accounts
        .iter()
        .filter_map(|(file, account)| Some((&report.folder.sources.get(*file)?.name, account)))
        .collect();
    pages.sort_by_key(|(name, _)| *name);
    let mut out = anstream::stdout().lock();
    pages.into_iter().try_for_each(|(name, account)| writeln!(out, "{name}: {account}"))
}

/// Says what the pages hold, and what has become of it.
fn summary(counts: Counts, changed: usize, start: Instant) -> io::Result<()> {
    let files = if changed == 1 { "1 file" } else { &format!("{changed} files") };
    writeln!(anstream::stdout().lock(), "{counts}; {files} changed in {} ms", start.elapsed().as_millis())
}

impl Export {
    fn run(&self) -> bool {
        let (mut report, reference) = match self.docs_src.folder() {
            Ok(Folder { path, shown }) => export::run(&path, &shown, self.messages.progress()),
            Err(error) => (Report::from(*error), None),
        };
        let mut reference = reference.filter(|_| !self.messages.refuses(&report));
        // A reader such as `head` may have seen enough.
        if let Some(Err(error)) = reference.as_ref().map(print)
            && error.kind() != io::ErrorKind::BrokenPipe
        {
            let message = format!("standard output cannot be written: {error}");
            report.found.push(Diagnostic::error(Code::CannotWrite, message, Place::Path("<stdout>".to_owned())));
            reference = None;
        }
        self.messages.print(&report, "exported");
        let counts = reference
            .map(|reference| Counts::of(report.folder.pages.len(), &reference.services).with_rows(&report.accounts));
        self.messages.print_end(counts.is_some(), &report, counts, &[]);
        counts.is_some()
    }
}

/// Prints the reference as JSON.
fn print(reference: &Reference) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    serde_json::to_writer_pretty(&mut out, reference)?;
    out.write_all(b"\n")?;
    out.flush()
}

impl DocsSrc {
    /// The folder of pages.
    fn folder(&self) -> Result<Folder, Box<Diagnostic>> {
        match &self.docs_src {
            Some(folder) => Ok(Folder { path: folder.clone(), shown: shown(folder) }),
            None => Ok(Folder { path: workspace()?.join("docs-src"), shown: "docs-src".to_owned() }),
        }
    }
}

/// A path as the user wrote it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The workspace that this command belongs to: cargo says where when it runs it; otherwise the current folder does.
pub(crate) fn workspace() -> Result<PathBuf, Box<Diagnostic>> {
    let here = std::env::current_dir().unwrap_or_default();
    let start = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| here.clone(), PathBuf::from);
    let is_root = |folder: &&Path| {
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml"));
        manifest.is_ok_and(|text| text.lines().any(|line| line.trim() == "[workspace]"))
    };
    start.ancestors().chain(here.ancestors()).find(is_root).map(Path::to_owned).ok_or_else(|| {
        let message = "no Cargo workspace here or above";
        let help = "run it inside the workspace, or give both `--docs-src DIR` and `--out DIR`";
        Box::new(Diagnostic::error(Code::NoWorkspace, message, Place::Path(shown(&here))).help(help))
    })
}

/// Reads the command line; prints help, or what is wrong with it, and ends the process then.
#[must_use]
pub fn parse<T: AsRef<OsStr>>(arguments: impl IntoIterator<Item = T>) -> Cli {
    Cli::parse_from(arguments.into_iter().map(|argument| argument.as_ref().to_owned()))
}
