//! Builds the contents of every file that can be generated from the pages, and collects all errors.

use super::unread::unread;
use crate::check::{self, GivenIdentifiers, Identifiers, Settled};
use crate::diagnostic::Diagnostic;
use crate::emit::{self, File, NamedService};
use crate::facts::identifiers::ChosenIdentifiers;
use crate::facts::{FactFile, FactTable, Facts, History, NamesInUse, PageNames, WellKnownActions, identifiers};
use crate::history::{self, HistoryChange};
use crate::lower::Lowered;
use crate::merge::Overlap;
use crate::model::{FactEditions, Service};
use crate::pipeline;
use crate::previous::Previous;
use crate::progress::Progress;
use crate::read::Folder;
use crate::unread::Unread;
use std::collections::BTreeMap;

/// The services of the pages with their identifiers and files.
pub(super) struct Draft {
    pub(super) services: Vec<Lowered>,
    chosen: ChosenIdentifiers,
    identifiers: Vec<Identifiers>,
    /// The diagnostics about identifiers.
    about_identifiers: Vec<Diagnostic>,
    /// The services with names that an error on a page hides.
    unread_pages: Unread,
    /// `unread_pages`, and the services with an error about an identifier. These services have no files.
    pub(super) unread: Unread,
    /// The pages of one service that list the same actions.
    pub(super) overlaps: Vec<Overlap>,
    /// The months of the facts that do not have the edition of their pages.
    fact_editions: FactEditions,
    /// The actions that examples use.
    well_known_actions: FactTable<WellKnownActions>,
    /// The names that earlier months of the reference listed.
    pub(super) history: History,
    /// The contents of every file.
    pub(super) files: Vec<File>,
}

impl Draft {
    /// Reads the pages of a directory, and makes the files of all services without errors.
    ///
    /// After an error, the other stages still report their own errors, except about names that depend on the first
    /// error.
    pub(super) fn new(folder: &Folder, progress: Progress, found: &mut Vec<Diagnostic>) -> Self {
        let mut facts = Facts::read(|file| folder.facts(file), found);
        let history = History::read(folder.retired(), folder.facts(FactFile::FirstListed), found);
        let chosen = identifiers::read(folder.facts(FactFile::Identifiers), found);
        let (services, overlaps) = pipeline::services_and_overlaps(folder, progress, found);
        let unread_pages = unread(folder, &services, found);
        let names = NamesInUse::new(services.iter().map(|lowered| &lowered.service));
        facts.check(&names.with_unread(unread_pages.clone()), found);

        let mut about_identifiers = Vec::new();
        let settled = Settled { chosen: &chosen, given: &BTreeMap::new(), unread: &unread_pages };
        let identifiers = check::settled_identifiers(&services, settled, &mut about_identifiers);
        // A service has no file if one of its names has no identifier.
        let with_errors = unread(folder, &services, &about_identifiers);
        let mut unread = unread_pages.clone();
        unread.services.extend(with_errors.services);
        unread.pages.extend(with_errors.pages);
        let fact_editions = pipeline::fact_editions(folder);
        let mut draft = Self {
            services,
            chosen,
            identifiers,
            about_identifiers,
            unread_pages,
            unread,
            overlaps,
            fact_editions,
            well_known_actions: facts.well_known_actions.clone(),
            history,
            files: Vec::new(),
        };
        let mut files = emit::files(&draft.named(), fact_editions, progress);
        files.extend(emit::fact_files(&facts));
        files.extend(emit::history_files(&draft.history.of_pages(&draft.page_names())));
        draft.files = files;
        draft
    }

    /// Keeps the identifiers that the existing files give to names. Returns the files that change because of this.
    pub(super) fn keep(&mut self, given: &BTreeMap<String, GivenIdentifiers>, progress: Progress) -> Vec<File> {
        if given.is_empty() {
            return Vec::new();
        }
        self.about_identifiers.clear();
        // Errors about identifiers are found again here, so only errors on pages count.
        let settled = Settled { chosen: &self.chosen, given, unread: &self.unread_pages };
        let identifiers = check::settled_identifiers(&self.services, settled, &mut self.about_identifiers);
        let before = std::mem::replace(&mut self.identifiers, identifiers);
        let pairs = self.services.iter().zip(before.iter().zip(&self.identifiers));
        let changed: Vec<&str> = pairs
            .filter(|(_, (before, now))| before != now)
            .map(|(lowered, _)| lowered.service.prefix.as_str())
            .collect();
        if changed.is_empty() {
            return Vec::new();
        }
        let is_changed = |named: &NamedService<'_>| changed.contains(&named.service.prefix.as_str());
        emit::files_of(&self.named(), is_changed, self.fact_editions, progress)
    }

    /// Extends the history by the changes since the generated files were written, and checks the history.
    pub(super) fn extend_history(&mut self, previous: &Previous, found: &mut Vec<Diagnostic>) -> HistoryChange {
        let services: Vec<&Service> = self.services.iter().map(|lowered| &lowered.service).collect();
        let change = history::extend(&mut self.history, previous, &services, &self.unread);
        let History { retired, first_listed } = &mut self.history;
        first_listed.check(&PageNames::new(services), &self.unread, retired, found);
        change
    }

    /// Returns the names that the pages define.
    pub(super) fn page_names(&self) -> PageNames<'_> {
        PageNames::new(self.services.iter().map(|lowered| &lowered.service))
    }

    /// Returns the services that were read completely, and what could not be read. Adds the diagnostics about
    /// identifiers to `found`.
    pub(super) fn into_services(self, found: &mut Vec<Diagnostic>) -> (Vec<Service>, Unread) {
        found.extend(self.about_identifiers);
        let unread = self.unread;
        let services = self.services.into_iter().map(|lowered| lowered.service);
        (services.filter(|service| !unread.services.contains(&service.prefix)).collect(), unread)
    }

    /// Returns the services that have files.
    fn named(&self) -> Vec<NamedService<'_>> {
        let named = self.services.iter().zip(&self.identifiers);
        named
            .filter(|(lowered, _)| !self.unread.services.contains(&lowered.service.prefix))
            .map(|(lowered, identifiers)| NamedService {
                service: &lowered.service,
                identifiers,
                example: self.well_known_actions.of_service(&lowered.service.prefix),
            })
            .collect()
    }
}
