//! Reads and checks `first_listed.toml`, which states the month in which AWS's reference first listed each action.

use super::listed_name::PageNames;
use super::name_form;
use super::reader::{self, FactSource, Fields, Form};
use super::retired::{Retired, refuse_evidence, repeated};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Edition;
use crate::source::{FileId, Span};
use crate::suggest;
use crate::unread::Unread;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The months in which actions were first listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstListed {
    /// The URL of the data from which the months were taken.
    pub source: Option<String>,
    /// The oldest month of the data. An action without a month was first listed in this month or earlier.
    pub known_since: Option<Edition>,
    /// The actions, by their full names in lower case.
    pub actions: BTreeMap<String, FirstListing>,
    /// The file.
    pub file: FileId,
    /// Whether the file is next to the pages. Otherwise it is the repository's.
    pub is_own: bool,
}

/// The first listing of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstListing {
    /// The full name of the action.
    pub name: String,
    /// The month.
    pub month: Edition,
    /// The place in the file, or `None` if the action was not read from the file.
    pub span: Option<Span>,
}

impl FirstListed {
    /// Returns the months of the actions that pages define.
    #[must_use]
    pub fn of_pages(&self, pages: &PageNames<'_>) -> Self {
        let mut first_listed = self.clone();
        first_listed.actions.retain(|_, listing| pages.has_action(&listing.name));
        first_listed
    }

    /// Removes the actions that are neither on a page nor retired. Each is an error if the file is next to the pages.
    pub fn check(&mut self, pages: &PageNames<'_>, unread: &Unread, retired: &Retired, found: &mut Vec<Diagnostic>) {
        let (file, is_own) = (self.file, self.is_own);
        self.actions.retain(|_, FirstListing { name, span, .. }| {
            let (service, action) = name.split_once(':').unwrap_or_default();
            let is_known = pages.has_action(name) || retired.has_action(name) || unread.may_define(service, action);
            if let Some(span) = span.as_ref().filter(|_| is_own && !is_known) {
                let message = format!("the action `{name}` is neither on a page nor in `retired.toml`");
                let help = suggest::hint(action, pages.actions(service));
                found.push(Diagnostic::at(Code::UndefinedInFact, message, file, span.clone()).help(help));
            }
            is_known
        });
    }
}

/// Reads the file.
///
/// If the directory of pages could not be read, the file is empty and nothing is reported.
pub fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FirstListed {
    let FactSource { file, text, is_own } = source;
    let mut first_listed = FirstListed { file, is_own, ..FirstListed::default() };
    if text.is_empty() && !is_own {
        return first_listed;
    }
    let form = Form { list: "first-listed", fields: &["actions"], code: Code::BadFact };
    let (mut known_since, mut stated) = (None, None);
    let head = (&["known-since"][..], |head: &mut Fields<'_>, source: Option<&str>| {
        known_since = head.needed_month("known-since");
        stated = source.map(str::to_owned);
    });
    let table = reader::read_with_head(source, form, head, found, |fields| {
        refuse_evidence(fields);
        let month = fields.place_of("month");
        let actions = fields.texts("actions")?.into_iter().filter_map(|name| name_form::action(fields, name));
        Some((actions.collect::<Vec<_>>(), month))
    });
    (first_listed.known_since, first_listed.source) = (known_since, stated);
    for fact in table.facts {
        let month = fact.evidence.month;
        if known_since.is_some_and(|since| month <= since) {
            let message = format!("{month} is not later than `known-since`");
            let help = "remove the entry: an action without a month was listed in `known-since` or earlier";
            found.push(Diagnostic::at(form.code, message, file, fact.span).help(help));
        }
        for name in fact.value {
            let (span, name) = (name.span(), name.into_inner());
            match first_listed.actions.entry(name.to_ascii_lowercase()) {
                Entry::Vacant(place) => {
                    place.insert(FirstListing { name, month, span: Some(span) });
                }
                Entry::Occupied(first) => {
                    let first = first.get().span.clone().unwrap_or_default();
                    found.push(repeated(source, form.code, &name, span, first));
                }
            }
        }
    }
    first_listed
}
