//! Fetches AWS's own Markdown pages of the reference into a directory. If a page cannot be fetched, nothing changes,
//! except under `keep_going`.

mod address;
#[cfg(feature = "sync")]
mod client;
mod editions_file;
mod fetch;
mod held;
mod list_size;
mod listing;
mod output;
mod page_check;
mod page_list;
mod pages;
mod state;
mod transport;

pub use self::address::{AWS, Address};
#[cfg(feature = "sync")]
pub use self::client::{Client, Limits};
pub use self::fetch::{Fetcher, Retries};
pub use self::pages::CONNECTIONS;
pub use self::transport::{Response, Transport, TransportError, Validators};

use self::output::Directory;
use self::pages::PageRules;
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::messages::PageTotals;
use crate::model::Edition;
use crate::progress::Progress;
use crate::read::Folder;
use crate::report::Report;
use crate::source::Sources;
use crate::workspace;
use crate::write::Plan;
use std::path::{Component, Path, PathBuf};

/// The input and the output of a run.
#[derive(Clone, Debug)]
pub struct SyncOptions {
    /// The directory for the pages.
    pub output: PathBuf,
    /// The path of the directory in messages.
    pub output_shown: String,
    /// The address of the pages.
    pub from: Address,
    /// The month of the run.
    pub month: Edition,
    /// Whether a page that cannot be fetched is kept.
    pub keep_going: bool,
    /// Whether pages may be removed even if AWS's list may have been misread.
    pub accept_removal: bool,
}

/// The result of a run before anything is written.
#[derive(Clone, Debug)]
pub struct Sync {
    /// The changes that bring the directory up to date with AWS's pages.
    pub plan: Plan,
    /// The numbers of pages.
    pub totals: PageTotals,
}

impl Sync {
    /// Returns the paths of removed pages for messages: at most `most` paths, and the number of the others.
    #[must_use]
    pub fn removed(&self, most: usize) -> (Vec<&str>, usize) {
        let removed = self.plan.changes.iter().filter(|change| change.new.is_none());
        let mut removed: Vec<&str> = removed.map(|change| change.shown.as_str()).collect();
        let others = removed.len().saturating_sub(most);
        removed.truncate(most);
        (removed, others)
    }
}

/// Fetches the pages. Returns `None` in place of the result if there are errors.
#[must_use]
pub fn run(options: &SyncOptions, fetcher: Fetcher<'_>, progress: Progress) -> (Report, Option<Sync>) {
    let mut found = Vec::new();
    let mut sources = Sources::default();
    let sync = fetch(options, fetcher, progress, &mut sources, &mut found);
    let page_count = sync.as_ref().map_or(0, |sync| sync.totals.pages());
    let folder = Folder { sources, page_count, ..Folder::default() };
    let report = Report { found, folder, row_totals: Vec::new() };
    let sync = sync.filter(|_| report.errors() == 0);
    (report, sync)
}

fn fetch(
    options: &SyncOptions,
    fetcher: Fetcher<'_>,
    progress: Progress,
    sources: &mut Sources,
    found: &mut Vec<Diagnostic>,
) -> Option<Sync> {
    let SyncOptions { output, output_shown: shown, from: address, .. } = options;
    let held = held::read(output, shown, sources, found);
    if found.iter().any(Diagnostic::is_error) {
        return None;
    }
    let listing = listing::fetch(&fetcher, address, &held, found)?;
    listing::check_case(&listing, address, found);
    if !options.accept_removal {
        listing::check_removals(&listing, &held, address, found);
    }
    // Stop here, so that a misread list is reported before hundreds of pages are requested.
    if found.iter().any(Diagnostic::is_error) {
        return None;
    }
    let rules = PageRules { fetcher, address, keep_going: options.keep_going, progress };
    let pages = pages::fetch(&rules, &listing, &held, found);
    if found.iter().any(Diagnostic::is_error) {
        return None;
    }
    let directory = Directory { path: output, shown };
    let (plan, totals) = output::plan(&directory, address.to_string(), options.month, held, pages, found);
    Some(Sync { plan, totals })
}

/// Returns an error if a directory cannot be the output because it is the repository's `docs-src` or inside it.
#[must_use]
pub fn refuse(output: &Path, shown: &str) -> Option<Diagnostic> {
    let own = workspace::root().ok()?.join("docs-src").canonicalize().ok()?;
    // A directory that does not exist yet will be in its nearest existing ancestor.
    let is_own = |path: &Path| {
        let nearest = path.ancestors().find_map(|directory| directory.canonicalize().ok());
        nearest.is_some_and(|nearest| nearest.starts_with(&own))
    };
    let path = std::path::absolute(output).ok()?;
    (is_own(&path) || is_own(&without_parents(&path))).then(|| {
        let message = "this is the repository's `docs-src`, which must not contain descriptions from AWS's site";
        let help = "choose another directory with `--docs-src OUT`, outside of `docs-src`";
        Diagnostic::error(Code::RefusedOutput, message, Place::Path(shown.to_owned())).help(help)
    })
}

/// Resolves `..` in a path lexically, because a directory before it need not exist yet.
fn without_parents(path: &Path) -> PathBuf {
    let mut resolved = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => drop(resolved.pop()),
            other => resolved.push(other),
        }
    }
    resolved
}
