//! `cargo xtask regen`: the whole road, from the pages to the generated files.

use crate::diagnostic::Diagnostic;
use crate::emit::{self, File, Named};
use crate::model::Service;
use crate::read::{self, Folder};
use crate::report::Report;
use crate::source::FileId;
use crate::tally::Account;
use crate::progress::Progress;
use crate::write::{self, Plan};
use crate::{check, gate, pipeline, quirks};
use serde::Serialize;
use std::fmt;
use std::path::Path;

/// Where to read and where to write.
#[derive(Clone, Copy, Debug)]
pub struct Places<'a> {
    /// The folder of pages.
    pub docs_src: &'a Path,
    /// What messages call the folder of pages.
    pub docs_src_shown: &'a str,
    /// The workspace root to write into.
    pub out: &'a Path,
    /// What messages call the workspace root; empty for the one that the user stands in.
    pub out_shown: &'a str,
    /// The losses that may happen, as `--accept-loss` names them; without any list, losses are not looked for.
    pub accept_loss: Option<&'a [String]>,
}

/// How much the reference holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Pages.
    pub pages: usize,
    /// Service prefixes.
    pub services: usize,
    /// Actions.
    pub actions: usize,
    /// Resource types.
    pub resource_types: usize,
    /// Condition keys.
    pub condition_keys: usize,
    /// Rows that the text of the pages shows.
    pub rows_seen: usize,
    /// Rows that have been read: as many, or there is an error.
    pub rows_read: usize,
}

impl Counts {
    /// Counts what services that come from a number of pages hold.
    pub fn of<'a>(pages: usize, services: impl IntoIterator<Item = &'a Service>) -> Self {
        services.into_iter().fold(Self { pages, ..Self::default() }, |counts, service| Self {
            pages,
            services: counts.services + 1,
            actions: counts.actions + service.actions.len(),
            resource_types: counts.resource_types + service.resource_types.len(),
            condition_keys: counts.condition_keys + service.condition_keys.len(),
            ..counts
        })
    }

    /// Adds the rows of pages.
    #[must_use]
    pub fn with_rows(self, accounts: &[(FileId, Account)]) -> Self {
        accounts.iter().fold(self, |counts, (_, account)| Self {
            rows_seen: counts.rows_seen + account.seen.total(),
            rows_read: counts.rows_read + account.read.total(),
            ..counts
        })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [
            (self.pages, "page", "pages"),
            (self.services, "service", "services"),
            (self.actions, "action", "actions"),
            (self.resource_types, "resource type", "resource types"),
            (self.condition_keys, "condition key", "condition keys"),
        ];
        for (nth, (count, one, many)) in words.into_iter().enumerate() {
            let comma = if nth == 0 { "" } else { ", " };
            write!(f, "{comma}{count} {}", if count == 1 { one } else { many })?;
        }
        write!(f, "; {} of {} rows read", self.rows_read, self.rows_seen)
    }
}

/// Reads the pages and works out what would have to change, without changing anything. There is no plan if there are
/// errors, with the pages or in the way of the files.
#[must_use]
pub fn plan(places: Places<'_>, progress: Progress) -> (Report, Option<(Counts, Plan)>) {
    let mut found = Vec::new();
    let folder = read::folder(places.docs_src, places.docs_src_shown, &mut found);
    let Generated { counts, files, services, accounts } = generate(&folder, progress, &mut found);
    if stops(&found) {
        return (Report { found, folder, accounts }, None);
    }
    let counts = counts.with_rows(&accounts);
    let plan = write::plan(places.out, places.out_shown, files, &mut found);
    if let Some(accepted) = places.accept_loss {
        gate::check(&plan, &services, accepted, &mut found);
    }
    let planned = (!stops(&found)).then_some((counts, plan));
    (Report { found, folder, accounts }, planned)
}

/// What the pages give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generated {
    /// How much it is.
    pub counts: Counts,
    /// The text of every file.
    pub files: Vec<File>,
    /// What the files say.
    pub services: Vec<Service>,
    /// The rows seen and read, page by page.
    pub accounts: Vec<(FileId, Account)>,
}

/// The text of every file, from what was read; no file if there is an error.
#[must_use]
pub fn generate(folder: &Folder, progress: Progress, found: &mut Vec<Diagnostic>) -> Generated {
    let quirks = folder
        .quirks
        .and_then(|file| folder.sources.get(file).map(|source| quirks::parse(file, &source.text, found)))
        .unwrap_or_default();
    let lowered = pipeline::services(folder, progress, found);
    // Identifiers that meet are worth reporting only once the names are settled.
    if stops(found) {
        return Generated::default();
    }
    let identifiers = check::identifiers(&lowered, &quirks, found);
    if stops(found) {
        return Generated::default();
    }
    let services: Vec<Named<'_>> = lowered
        .iter()
        .zip(&identifiers)
        .map(|(lowered, identifiers)| Named { service: &lowered.service, identifiers })
        .collect();
    let counts = Counts::of(folder.pages.len(), services.iter().map(|named| named.service));
    let files = emit::files(&services, progress);
    let mut generated = Generated { counts, files, ..Generated::default() };
    for lowered in lowered {
        generated.services.push(lowered.service);
        generated.accounts.extend(lowered.accounts);
    }
    generated
}

/// Whether nothing may be written.
fn stops(found: &[Diagnostic]) -> bool {
    found.iter().any(Diagnostic::is_error)
}
