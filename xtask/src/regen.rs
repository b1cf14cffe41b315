//! Plans `cargo xtask regen`: runs all stages from the pages to the changes of the generated files.

mod draft;
mod unread;

use crate::change_check::older_pages::OlderPages;
use crate::change_check::{self, copies, editions::Months, fact_months};
use crate::counts::Counts;
use crate::diagnostic::Diagnostic;
use crate::diff::Totals;
use crate::emit::{self, File};
use crate::facts::History;
use crate::history::{self, HistoryFiles};
use crate::loss_check;
use crate::merge::Overlap;
use crate::model::{Edition, Service};
use crate::previous::{Previous, PreviousService};
use crate::progress::Progress;
use crate::question::{self, Acceptance};
use crate::read::{self, Folder};
use crate::report::Report;
use crate::row_totals::RowTotals;
use crate::rust_names;
use crate::source::FileId;
use crate::unread::Unread;
use crate::write::{self, Plan};
use draft::Draft;
use std::path::Path;

/// The directories to read and to write, and the consent to losses and changes.
#[derive(Clone, Copy, Debug)]
pub struct PlanOptions<'a> {
    /// The directory of pages.
    pub docs_src: &'a Path,
    /// The path of the directory of pages in messages.
    pub docs_src_shown: &'a str,
    /// The workspace root to write into.
    pub out: &'a Path,
    /// The path of the workspace root in messages. Empty for the current directory.
    pub out_shown: &'a str,
    /// The consent to losses and changes. If it is `None`, there are no questions.
    pub consent: Option<Consent<'a>>,
    /// Whether an interrupted run may have written some of the files.
    pub is_continued: bool,
}

/// The losses and changes that are allowed, and the month of the run.
#[derive(Clone, Copy, Debug)]
pub struct Consent<'a> {
    /// The allowed losses, as values of `--accept-loss`.
    pub losses: &'a [String],
    /// The allowed changes, as values of `--accept-change`.
    pub changes: &'a [String],
    /// The current month, if it is known. Months in the future are reported only if it is.
    pub this_month: Option<Edition>,
}

/// The questions of a run, accepted or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The value of `--accept-loss` for each loss.
    pub losses: Vec<String>,
    /// The value of `--accept-change` for each change.
    pub changes: Vec<String>,
}

/// The result of reading the pages and comparing them with the generated files.
#[derive(Clone, Debug, Default)]
pub struct Planned {
    /// The diagnostics of the run.
    pub report: Report,
    /// The questions, accepted or not.
    pub asked: Asked,
    /// The changes to make, if there are no errors.
    pub plan: Option<PlannedChanges>,
}

/// The changes that a run makes.
#[derive(Clone, Debug, Default)]
pub struct PlannedChanges {
    /// The counts of the pages' contents.
    pub counts: Counts,
    /// The files to write or remove.
    pub plan: Plan,
    /// The changes in meaning.
    pub totals: Totals,
    /// The lines for people about names that retired, returned or are new.
    pub history: Vec<String>,
}

/// Reads the pages and determines the necessary changes, without making them.
///
/// Every stage reports its errors, so that one run finds all errors: about pages, facts, identifiers, files in the way,
/// losses and changes. Names that an error hides are not checked.
#[must_use]
pub fn plan(options: PlanOptions<'_>, progress: Progress) -> Planned {
    let mut found = Vec::new();
    let folder = read::folder(options.docs_src, options.docs_src_shown, &mut found);
    let mut draft = Draft::new(&folder, progress, &mut found);
    let files = std::mem::take(&mut draft.files);
    let unread = draft.unread.clone();
    let is_kept = |text: &[u8]| is_of_unread_page(&unread, text);
    let mut plan = write::plan_except(options.out, options.out_shown, files, is_kept, &mut found);
    let previous = Previous::read(&plan);
    plan.revise(draft.keep(&previous.given(), progress));
    let history = draft.history.clone();
    let change = draft.extend_history(&previous, &mut found);
    if change.has_additions() {
        plan.revise(emit::history_files(&draft.history.of_pages(&draft.page_names())).into());
    }
    let directory = HistoryFiles { path: options.docs_src, shown: options.docs_src_shown };
    let history_files = history::changes(directory, (&history.retired, &draft.history), &change, &mut found);

    let row_totals: Vec<_> = draft.services.iter().flat_map(|lowered| lowered.row_totals.iter().copied()).collect();
    let overlaps = std::mem::take(&mut draft.overlaps);
    let (services, unread) = draft.into_services(&mut found);
    let update = Update {
        history: &history,
        folder: &folder,
        previous: &previous,
        plan: &plan,
        services: &services,
        overlaps: &overlaps,
    };
    let asked = options.consent.map(|consent| update.ask(consent, &unread, options.is_continued, &mut found));
    let planned = (!stops(&found)).then(|| {
        let totals = totals(&plan, previous, &services);
        plan.put_first(history_files);
        PlannedChanges {
            counts: Counts::from_services(folder.pages.len(), &services).with_rows(&row_totals),
            totals,
            history: change.lines(options.docs_src_shown),
            plan,
        }
    });
    Planned { report: Report { found, folder, row_totals }, asked: asked.unwrap_or_default(), plan: planned }
}

/// An update that may need consent.
struct Update<'a> {
    history: &'a History,
    folder: &'a Folder,
    previous: &'a Previous,
    plan: &'a Plan,
    services: &'a [Service],
    overlaps: &'a [Overlap],
}

impl Update<'_> {
    /// Reports the questions about losses and changes without consent.
    fn ask(&self, consent: Consent<'_>, unread: &Unread, is_continued: bool, found: &mut Vec<Diagnostic>) -> Asked {
        let &Self { history, folder, previous, plan, services, overlaps } = self;
        let acceptance = |accepted| Acceptance { accepted, unread, is_continued };
        let losses = loss_check::check_previous(previous, plan, services, acceptance(consent.losses), found);
        fact_months::check(folder, consent.this_month, found);
        let mut questions = change_check::questions(previous, services, &losses);
        // The edition of most pages is unknown if some pages could not be read.
        if unread.is_empty() {
            let months = Months { previous, plan, services, this_month: consent.this_month };
            questions.extend(months.questions(folder));
        }
        questions.extend(OlderPages { folder, previous, services, history }.questions(&losses));
        questions.extend(copies::questions(folder, previous, services, overlaps));
        let changes = question::settle(questions, change_check::OPTION, acceptance(consent.changes), found);
        Asked { losses, changes }
    }
}

/// Returns true if the contents of a generated file may belong to a service whose page could not be read.
fn is_of_unread_page(unread: &Unread, text: &[u8]) -> bool {
    if unread.is_empty() {
        return false;
    }
    let text = String::from_utf8_lossy(text);
    // The second line names the pages. The prefix is also compared, because a page can have been renamed.
    let pages = text.lines().nth(1).unwrap_or_default();
    let prefix = text.split_once("service = \"").and_then(|(_, rest)| Some(rest.split_once('"')?.0));
    unread.pages.iter().any(|page| pages.contains(&format!("docs-src/{page}")))
        || prefix.is_none_or(|prefix| unread.names_service(prefix))
}

/// Counts the changes in meaning of a plan. Only services whose files change are compared, which saves time.
fn totals(plan: &Plan, previous: Previous, services: &[Service]) -> Totals {
    let old: Vec<Service> = previous.services.into_values().map(|PreviousService { service, .. }| service).collect();
    let written: Vec<&str> = plan.changes.iter().filter_map(|change| change.path.file_stem()?.to_str()).collect();
    let is_written = |service: &&Service| written.contains(&rust_names::module(&service.prefix).as_str());
    let unreadable: Vec<&str> = previous.unreadable.iter().map(|file| file.name.trim_end_matches(".rs")).collect();
    let is_comparable = |service: &&Service| !unreadable.contains(&rust_names::module(&service.prefix).as_str());
    let new: Vec<Service> = services.iter().filter(is_written).filter(is_comparable).cloned().collect();
    Totals::new(&old, &new, unreadable.len())
}

/// The result of generating.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// The counts of the pages' contents.
    pub counts: Counts,
    /// The contents of every file.
    pub files: Vec<File>,
    /// The services in the files.
    pub services: Vec<Service>,
    /// The numbers of rows in the raw text and of rows that were read, for each page.
    pub row_totals: Vec<(FileId, RowTotals)>,
}

/// Generates all files for a workspace that has none yet. Returns no files if there is an error.
#[must_use]
pub fn generate(folder: &Folder, progress: Progress, found: &mut Vec<Diagnostic>) -> Generated {
    let mut draft = Draft::new(folder, progress, found);
    let files = std::mem::take(&mut draft.files);
    let row_totals = draft.services.iter().flat_map(|lowered| lowered.row_totals.iter().copied()).collect();
    let (services, _) = draft.into_services(found);
    if stops(found) {
        return Generated::default();
    }
    Generated { counts: Counts::from_services(folder.pages.len(), &services), files, services, row_totals }
}

/// Returns true if an error forbids writing.
fn stops(found: &[Diagnostic]) -> bool {
    found.iter().any(Diagnostic::is_error)
}
