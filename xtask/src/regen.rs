//! `cargo xtask regen`: the whole road, from the pages to the generated files.

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

/// The folders to read and to write, and what may happen.
#[derive(Clone, Copy, Debug)]
pub struct PlanOptions<'a> {
    /// The folder of pages.
    pub docs_src: &'a Path,
    /// The path of the folder of pages that messages show.
    pub docs_src_shown: &'a str,
    /// The workspace root to write into.
    pub out: &'a Path,
    /// The path of the workspace root that messages show; empty for the current folder.
    pub out_shown: &'a str,
    /// The consent to losses and changes; without it, nothing is asked.
    pub consent: Option<Consent<'a>>,
    /// Whether an interrupted run may have written a part of the files.
    pub is_continued: bool,
}

/// The losses and changes that may happen, and the month in which they would.
#[derive(Clone, Copy, Debug)]
pub struct Consent<'a> {
    /// The losses that may happen, as `--accept-loss` names them.
    pub losses: &'a [String],
    /// The changes that may happen, as `--accept-change` names them.
    pub changes: &'a [String],
    /// The current month, if it is known. Only then are months in the future reported.
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

/// The outcome of reading the pages and comparing them with the generated files.
#[derive(Clone, Debug, Default)]
pub struct Planned {
    /// Everything that was found.
    pub report: Report,
    /// The questions, accepted or not.
    pub asked: Asked,
    /// The changes to make, if there is no error.
    pub plan: Option<PlannedChanges>,
}

/// The changes that a run makes.
#[derive(Clone, Debug, Default)]
pub struct PlannedChanges {
    /// The numbers of things that the pages hold.
    pub counts: Counts,
    /// The files to write or remove.
    pub plan: Plan,
    /// The changes in meaning.
    pub totals: Totals,
    /// The lines for people about names that retired, came back or are new.
    pub history: Vec<String>,
}

/// Reads the pages and works out what would have to change, without changing anything.
///
/// Each stage reports its errors, with the pages, the facts, the identifiers, in the way of the files, about losses and
/// changes, so that one run finds them all. What an error hides is not judged.
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
    /// Asks for what has no consent.
    fn ask(&self, consent: Consent<'_>, unread: &Unread, is_continued: bool, found: &mut Vec<Diagnostic>) -> Asked {
        let &Self { history, folder, previous, plan, services, overlaps } = self;
        let acceptance = |accepted| Acceptance { accepted, unread, is_continued };
        let losses = loss_check::check_previous(previous, plan, services, acceptance(consent.losses), found);
        fact_months::check(folder, consent.this_month, found);
        let mut questions = change_check::questions(previous, services, &losses);
        // The edition of most pages is not known if some could not be read.
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

/// Returns true if a generated file, by its text, may be that of a service whose page could not be read.
fn is_of_unread_page(unread: &Unread, text: &[u8]) -> bool {
    if unread.is_empty() {
        return false;
    }
    let text = String::from_utf8_lossy(text);
    // The second line names the pages. A page can have been renamed, too.
    let pages = text.lines().nth(1).unwrap_or_default();
    let prefix = text.split_once("service = \"").and_then(|(_, rest)| Some(rest.split_once('"')?.0));
    unread.pages.iter().any(|page| pages.contains(&format!("docs-src/{page}")))
        || prefix.is_none_or(|prefix| unread.names_service(prefix))
}

/// Returns what the changes of a plan mean. A plan without changes takes no time.
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
    /// The numbers of things in it.
    pub counts: Counts,
    /// The text of every file.
    pub files: Vec<File>,
    /// The services in the files.
    pub services: Vec<Service>,
    /// The rows in the text and the rows read, page by page.
    pub row_totals: Vec<(FileId, RowTotals)>,
}

/// The text of every file, from what was read, if there are no files yet; no file if there is an error.
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

/// Whether nothing may be written.
fn stops(found: &[Diagnostic]) -> bool {
    found.iter().any(Diagnostic::is_error)
}
