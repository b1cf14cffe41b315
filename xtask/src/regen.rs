//! `cargo xtask regen`: the whole road, from the pages to the generated files.

use crate::counts::Counts;
use crate::diagnostic::Diagnostic;
use crate::emit::{self, File, NamedService};
use crate::facts::{FactFile, Facts, NamesInUse, identifiers};
use crate::model::Service;
use crate::progress::Progress;
use crate::read::{self, Folder};
use crate::report::Report;
use crate::row_totals::RowTotals;
use crate::source::FileId;
use crate::write::{self, Plan};
use crate::{check, loss_check, pipeline};
use std::path::Path;

/// The folders to read and to write, and the losses that may happen.
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
    /// The losses that may happen, as `--accept-loss` names them; without any list, losses are not looked for.
    pub accept_loss: Option<&'a [String]>,
}

/// Reads the pages and works out what would have to change, without changing anything. There is no plan if there are
/// errors, with the pages or in the way of the files.
#[must_use]
pub fn plan(options: PlanOptions<'_>, progress: Progress) -> (Report, Option<(Counts, Plan)>) {
    let mut found = Vec::new();
    let folder = read::folder(options.docs_src, options.docs_src_shown, &mut found);
    let Generated { counts, files, services, row_totals } = generate(&folder, progress, &mut found);
    if stops(&found) {
        return (Report { found, folder, row_totals }, None);
    }
    let counts = counts.with_rows(&row_totals);
    let plan = write::plan(options.out, options.out_shown, files, &mut found);
    if let Some(accepted) = options.accept_loss {
        loss_check::check(&plan, &services, accepted, &mut found);
    }
    let planned = (!stops(&found)).then_some((counts, plan));
    (Report { found, folder, row_totals }, planned)
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

/// The text of every file, from what was read; no file if there is an error.
#[must_use]
pub fn generate(folder: &Folder, progress: Progress, found: &mut Vec<Diagnostic>) -> Generated {
    let mut facts = Facts::read(|file| folder.facts(file), found);
    let chosen = identifiers::read(folder.facts(FactFile::Identifiers), found);
    let lowered = pipeline::services(folder, progress, found);
    // Identifiers that meet are worth reporting only once the names are settled.
    if stops(found) {
        return Generated::default();
    }
    let identifiers = check::identifiers(&lowered, &chosen, found);
    facts.check(&NamesInUse::new(lowered.iter().map(|lowered| &lowered.service)), found);
    if stops(found) {
        return Generated::default();
    }
    let services: Vec<NamedService<'_>> = lowered
        .iter()
        .zip(&identifiers)
        .map(|(lowered, identifiers)| NamedService { service: &lowered.service, identifiers })
        .collect();
    let counts = Counts::from_services(folder.pages.len(), services.iter().map(|named| named.service));
    let mut files = emit::files(&services, pipeline::fact_editions(folder), progress);
    files.extend(emit::fact_files(&facts));
    let mut generated = Generated { counts, files, ..Generated::default() };
    for lowered in lowered {
        generated.services.push(lowered.service);
        generated.row_totals.extend(lowered.row_totals);
    }
    generated
}

/// Whether nothing may be written.
fn stops(found: &[Diagnostic]) -> bool {
    found.iter().any(Diagnostic::is_error)
}
