//! Reads `retired.toml`, which is next to the pages and lists names that AWS's reference no longer lists.
//!
//! Each name has the month in which it was last listed.

use super::listed_name::{ListedName, PageNames};
use super::name_form;
use super::reader::{self, FactSource, Fields, Form};
use crate::diagnostic::{Code, Diagnostic, Place};
use crate::model::Edition;
use crate::source::Span;
use catalog_core::NameKind;
use std::collections::{BTreeMap, HashMap};
use toml::Spanned;

/// The file's name.
pub const FILE: &str = "retired.toml";

/// The content that this repository's file had when this program was built.
pub const REPOSITORY: &str = include_str!("../../../docs-src/retired.toml");

/// The fields with names, each with the kind of the names. The field with services is separate.
pub const LISTS: [(&str, NameKind); 3] = [
    ("actions", NameKind::Action),
    ("resource-types", NameKind::ResourceType),
    ("condition-keys", NameKind::ConditionKey),
];

/// The names that AWS's reference no longer lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Retired {
    /// The URL of the data from which the months were taken.
    pub source: Option<String>,
    /// The prefixes of services that are no longer listed, each with the month in which it was last listed.
    pub services: BTreeMap<String, Edition>,
    /// The names in lower case, each with the original name and the month in which it was last listed.
    pub names: BTreeMap<ListedName, (ListedName, Edition)>,
    /// Whether the file is next to the pages. Otherwise it is the repository's.
    pub is_own: bool,
}

impl Retired {
    /// Returns true if the name has retired, ignoring case.
    #[must_use]
    pub fn has(&self, name: &ListedName) -> bool {
        self.names.contains_key(&name.folded())
    }

    /// Returns true if the action with this full name has retired, ignoring case.
    #[must_use]
    pub fn has_action(&self, name: &str) -> bool {
        ListedName::parse(NameKind::Action, name).is_some_and(|name| self.has(&name))
    }

    /// Returns the retired names that no page defines, and the retired services without a page.
    #[must_use]
    pub fn without(&self, pages: &PageNames<'_>) -> Self {
        let mut retired = self.clone();
        retired.services.retain(|prefix, _| !pages.has_service(prefix));
        retired.names.retain(|_, (name, _)| !pages.has(name));
        retired
    }
}

/// An entry of the file.
struct Entry {
    services: Vec<Spanned<String>>,
    names: Vec<(Span, ListedName)>,
}

/// Reads the file.
pub fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> Retired {
    let fields = &["services", "actions", "resource-types", "condition-keys"];
    let form = Form { list: "retired", fields, code: Code::BadFact };
    let mut stated = None;
    let head = (&[][..], |_: &mut Fields<'_>, source: Option<&str>| stated = source.map(str::to_owned));
    let table = reader::read_with_head(source, form, head, found, |fields| {
        refuse_evidence(fields);
        let services = fields.optional_texts("services");
        let services: Vec<_> = services.into_iter().filter_map(|prefix| name_form::prefix(fields, prefix)).collect();
        let mut names = Vec::new();
        for (list, kind) in LISTS {
            for name in fields.optional_texts(list) {
                let name = name_form::listed(fields, kind, name);
                names.extend(name.and_then(|name| Some((name.span(), ListedName::parse(kind, name.get_ref())?))));
            }
        }
        if form.fields.iter().all(|list| !fields.has(list)) {
            let span = fields.place_of("month");
            fields.bad("`[[retired]]` has no names".to_owned(), span, "add a name, or remove the entry");
        }
        Some((Entry { services, names }, fields.place_of("month")))
    });
    let mut retired = Retired { source: stated, is_own: source.is_own, ..Retired::default() };
    let (mut services, mut names) = (HashMap::new(), HashMap::new());
    for fact in table.facts {
        let month = fact.evidence.month;
        for prefix in fact.value.services {
            if let Some(first) = services.insert(prefix.get_ref().clone(), prefix.span()) {
                found.push(repeated(source, form.code, prefix.get_ref(), prefix.span(), first));
            }
            retired.services.insert(prefix.into_inner(), month);
        }
        for (span, name) in fact.value.names {
            if let Some(first) = names.insert(name.folded(), span.clone()) {
                found.push(repeated(source, form.code, &name.to_string(), span, first));
            }
            retired.names.insert(name.folded(), (name, month));
        }
    }
    retired
}

/// Reports fields that entries of other files can have, but that `regen` would delete from this file.
pub(super) fn refuse_evidence(fields: &mut Fields<'_>) {
    fields.refuse("source", "write one source for all entries, at the top of the file");
    fields.refuse("note", "remove the note: `cargo xtask regen` rewrites this file and would delete it");
}

/// Returns an error about a repeated name.
pub(super) fn repeated(source: FactSource<'_>, code: Code, name: &str, span: Span, first: Span) -> Diagnostic {
    let place = Place::Text(source.file, first);
    let error = Diagnostic::at(code, format!("`{name}` is repeated"), source.file, span);
    error.also(place, "the first one").help("remove one of the entries")
}
