//! The command line: its options, where they lead by default, and what is printed.

use crate::diagnostic::{self, Code, Colour, Diagnostic, Place};
use crate::pipeline::Failure;
use crate::read::Folder;
use crate::regen::Places;
use crate::{diff, export, regen};
use clap::{Args, Parser, Subcommand};
use std::ffi::OsStr;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// Reads AWS's service authorization reference and writes the catalogue.
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
    Export(DocsSrc),
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
}

#[derive(Debug, Args)]
struct DocsSrc {
    /// The folder of pages; by default the workspace's `docs-src`.
    #[arg(long, value_name = "DIR")]
    docs_src: Option<PathBuf>,
}

impl Cli {
    /// Does what the command line says.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let (result, nothing) = match &self.command {
            Command::Regen(options) => (options.run(), if options.check { "checked" } else { "written" }),
            Command::Export(options) => (options.export(), "exported"),
            // It tells three outcomes apart.
            Command::Diff(options) => return options.run(),
        };
        match result {
            Ok(code) => code,
            Err(failure) => {
                print_failure(&failure, nothing);
                ExitCode::FAILURE
            }
        }
    }
}

impl Regen {
    fn run(&self) -> Result<ExitCode, Failure> {
        let start = Instant::now();
        let (docs_src, docs_src_shown) = self.docs_src.folder()?;
        let (out, out_shown) = match &self.out {
            Some(out) => (out.clone(), shown(out)),
            None => (workspace()?, String::new()),
        };
        let places = Places {
            docs_src: &docs_src,
            docs_src_shown: &docs_src_shown,
            out: &out,
            out_shown: &out_shown,
            accept_loss: (!self.check).then_some(&self.accept_loss),
        };
        let (counts, plan) = regen::plan(places)?;
        let changed = plan.changes.len();
        if self.check && changed > 0 {
            for change in &plan.changes {
                anstream::eprintln!("{}: {}", change.state(), change.shown);
            }
            let files = if changed == 1 { "1 file is" } else { &format!("{changed} files are") };
            anstream::eprintln!("error: {files} not what the pages give; run `{}`", self.command());
            return Ok(ExitCode::FAILURE);
        }
        plan.apply().map_err(|error| Failure { errors: vec![*error], folder: Folder::default() })?;
        let files = if changed == 1 { "1 file" } else { &format!("{changed} files") };
        anstream::println!("{counts}; {files} changed in {} ms", start.elapsed().as_millis());
        Ok(ExitCode::SUCCESS)
    }

    /// The command that would make the files what they should be.
    fn command(&self) -> String {
        let options = [("--docs-src", &self.docs_src.docs_src), ("--out", &self.out)];
        let given = options.into_iter().filter_map(|(name, value)| Some(format!(" {name} {}", shown(value.as_ref()?))));
        std::iter::once("cargo xtask regen".to_owned()).chain(given).collect()
    }
}

impl DocsSrc {
    /// The folder of pages, and what messages call it.
    fn folder(&self) -> Result<(PathBuf, String), Failure> {
        match &self.docs_src {
            Some(folder) => Ok((folder.clone(), shown(folder))),
            None => Ok((workspace()?.join("docs-src"), "docs-src".to_owned())),
        }
    }

    fn export(&self) -> Result<ExitCode, Failure> {
        let (docs_src, shown) = self.folder()?;
        let reference = export::run(&docs_src, &shown)?;
        let print = || -> io::Result<()> {
            let mut out = io::BufWriter::new(io::stdout().lock());
            serde_json::to_writer_pretty(&mut out, &reference)?;
            out.write_all(b"\n")?;
            out.flush()
        };
        match print() {
            // A reader such as `head` may have seen enough.
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let message = format!("standard output cannot be written: {error}");
                let error = Diagnostic::error(Code::CannotWrite, message, Place::Path("<stdout>".to_owned()));
                Err(Failure { errors: vec![error], folder: Folder::default() })
            }
            _ => Ok(ExitCode::SUCCESS),
        }
    }
}

/// A path as the user wrote it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The workspace that this command belongs to: cargo says where when it runs it; otherwise the current folder does.
pub(crate) fn workspace() -> Result<PathBuf, Failure> {
    let here = std::env::current_dir().unwrap_or_default();
    let start = std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| here.clone(), PathBuf::from);
    let is_root = |folder: &&Path| {
        let manifest = std::fs::read_to_string(folder.join("Cargo.toml"));
        manifest.is_ok_and(|text| text.lines().any(|line| line.trim() == "[workspace]"))
    };
    start.ancestors().chain(here.ancestors()).find(is_root).map(Path::to_owned).ok_or_else(|| {
        let message = "no Cargo workspace here or above";
        let help = "run it inside the workspace, or give both `--docs-src DIR` and `--out DIR`";
        let error = Diagnostic::error(Code::NoWorkspace, message, Place::Path(shown(&here))).help(help);
        Failure { errors: vec![error], folder: Folder::default() }
    })
}

/// Prints every error, and a line that says how many there are and that nothing has happened.
pub(crate) fn print_failure(failure: &Failure, nothing: &str) {
    for error in &failure.errors {
        // The stream takes the colours out again where they cannot be seen.
        anstream::eprintln!("{}\n", diagnostic::render(error, &failure.folder.sources, Colour::Terminal));
    }
    anstream::eprintln!("error: {}; nothing was {nothing}", failure.summary());
}

/// Reads the command line; prints help, or what is wrong with it, and ends the process then.
#[must_use]
pub fn parse<T: AsRef<OsStr>>(arguments: impl IntoIterator<Item = T>) -> Cli {
    Cli::parse_from(arguments.into_iter().map(|argument| argument.as_ref().to_owned()))
}
