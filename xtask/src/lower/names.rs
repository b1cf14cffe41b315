//! Collects the names that a page defines, and resolves the references to them.

use super::degraded;
use crate::diagnostic::{Code, Diagnostic, Place, Reporter, Severity};
use crate::facts::known_errors::{KnownErrors, SecondRow};
use crate::parse::names::check_reference;
use crate::rows::{self, Name, PageRows, SectionRows};
use crate::slice::Slice;
use catalog_core::NameKind;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// The names that one section defines.
pub(super) struct DefinedNames {
    kind: NameKind,
    /// The names in the page's order, each with the position of the earlier row to unite it with, if any.
    names: Vec<(String, Option<usize>)>,
    /// The defined names, for exact lookups.
    known: HashSet<String>,
    /// The position of the first row of each name, by the name in lower case.
    folded: HashMap<String, usize>,
    /// Whether the section could be read. If it could not, any name may be defined.
    readable: bool,
    /// The positions, in the table of known errors, of the errors that appear in the section.
    known_errors: Vec<usize>,
}

impl DefinedNames {
    /// Collects the names of a section, and reports names that appear twice.
    pub(super) fn new(
        prefix: &str,
        kind: NameKind,
        rows: &mut dyn Iterator<Item = Name<'_>>,
        readable: bool,
        known_errors: &KnownErrors,
        report: &mut Reporter,
    ) -> Self {
        let mut defined = Self {
            kind,
            names: Vec::new(),
            known: HashSet::new(),
            folded: HashMap::new(),
            readable,
            known_errors: Vec::new(),
        };
        let mut places: Vec<Slice<'_>> = Vec::new();
        for Name { text, .. } in rows {
            let name = text.plain().into_owned();
            let at = defined.names.len();
            let mut united = None;
            match defined.folded.entry(name.to_ascii_lowercase()) {
                Entry::Vacant(entry) => {
                    entry.insert(at);
                }
                Entry::Occupied(entry) => {
                    let first = *entry.get();
                    let place = |text: Slice<'_>| Place::Text(report.file, text.span());
                    let first_name = defined.names.get(first).map_or("", |(name, _)| name);
                    let first_place = places.get(first).map_or_else(|| place(text), |text| place(*text));
                    let error = repeated_name(kind.noun(), (first_name, first_place), (&name, place(text)));
                    report.found.push(match known_errors.repeated_name(prefix, kind, first_name, &name) {
                        Some((position, known)) => {
                            defined.known_errors.push(position);
                            united = (known.second_row == SecondRow::United).then_some(first);
                            Diagnostic { severity: Severity::Warning, ..error.help(known.reason.as_str()) }
                        }
                        None => error,
                    });
                }
            }
            defined.known.insert(name.clone());
            defined.names.push((name, united));
            places.push(text);
        }
        defined
    }

    /// Returns true if the page defines the name, or if its section could not be read.
    pub(super) fn defines(&self, name: &str) -> bool {
        !self.readable || self.known.contains(name)
    }

    /// Returns the defined name that is equal to `name`, ignoring case.
    pub(super) fn in_other_case(&self, name: &str) -> Option<&str> {
        let (known, _) = self.names.get(*self.folded.get(&name.to_ascii_lowercase())?)?;
        Some(known)
    }

    /// Returns the rows to unite in the page's order, each with the position of the earlier row.
    pub(super) fn to_unite(&self) -> impl DoubleEndedIterator<Item = (usize, usize)> {
        self.names.iter().enumerate().filter_map(|(at, (_, first))| Some((at, (*first)?)))
    }

    /// Checks the form of a name that the page does not define, and returns the result of [`resolve`](Self::resolve).
    /// The form of a defined name is checked at its definition.
    pub(super) fn resolve_reference<'n>(
        &'n self,
        name: &'n str,
        place: Slice<'_>,
        code: Code,
        report: &mut Reporter,
    ) -> &'n str {
        if self.defines(name) {
            return name;
        }
        check_reference(self.kind, place, report);
        self.resolve(name, place, code, report)
    }

    /// Returns the name that a reference means: the defined name, even if the reference differs from it in case.
    ///
    /// Reports a reference that differs in case, and a reference to an undefined name. An undefined name is kept.
    pub(super) fn resolve<'n>(&'n self, name: &'n str, place: Slice<'_>, code: Code, report: &mut Reporter) -> &'n str {
        if self.defines(name) {
            return name;
        }
        let noun = self.kind.noun();
        if let Some(known) = self.in_other_case(name) {
            let message = format!("the {noun} `{name}` differs only in case from its definition `{known}`");
            let help = format!("a mistake in AWS's page; `{known}` is kept");
            report.warning(Code::SpellingDiffers, message, place.span(), help);
            return known;
        }
        let message = format!("this page does not define the {noun} `{name}`");
        let near = report.nearest(name, self.names.iter().map(|(name, _)| name.as_str()));
        let kept = "the name is kept as an undefined name";
        let help = near.map_or_else(|| kept.to_owned(), |near| format!("did AWS mean `{near}`? {kept}"));
        report.warning(code, message, place.span(), help);
        name
    }
}

/// The names that the sections of one page define.
pub(super) struct PageNames {
    pub(super) actions: DefinedNames,
    pub(super) resource_types: DefinedNames,
    pub(super) condition_keys: DefinedNames,
    /// Whether the page marks the resource types that an action requires. If it does, a type without a mark is
    /// optional.
    pub(super) marks_required: bool,
}

impl PageNames {
    /// Collects the names of a page, and reports names that appear twice in a section.
    pub(super) fn new(page: &PageRows<'_>, prefix: &str, known_errors: &KnownErrors, report: &mut Reporter) -> Self {
        let mut collect = |kind, rows: &mut dyn Iterator<Item = Name<'_>>, readable| {
            DefinedNames::new(prefix, kind, rows, readable, known_errors, report)
        };
        let resource_types = collect(
            NameKind::ResourceType,
            &mut page.resource_types.rows().iter().map(|row| row.name),
            page.resource_types.is_stated(),
        );
        let condition_keys = collect(
            NameKind::ConditionKey,
            &mut page.condition_keys.rows().iter().map(|row| row.name),
            page.condition_keys.is_stated(),
        );
        let action_rows = || page.actions.rows().iter().chain(page.permission_only.rows());
        let actions = collect(
            NameKind::Action,
            &mut action_rows().map(|row| row.name),
            page.actions.is_stated() && !matches!(page.permission_only, SectionRows::Unreadable),
        );
        let marks_required = degraded::marks_required(page, report);
        Self { actions, resource_types, condition_keys, marks_required }
    }

    /// Returns the positions, in the table of known errors, of the errors that appear on the page.
    pub(super) fn known_errors(&self) -> Vec<usize> {
        [&self.actions, &self.resource_types, &self.condition_keys]
            .into_iter()
            .flat_map(|defined| defined.known_errors.iter().copied())
            .collect()
    }
}

/// Reports operations that appear twice for the same SDK client.
pub(super) fn repeated_operations(rows: &[rows::Operation<'_>], report: &mut Reporter) {
    let mut known = HashMap::with_capacity(rows.len());
    for row in rows {
        let client = row.sdk_client.map(Slice::plain);
        if let Some(first) = known.insert((client, row.name.text.plain()), row.name.text) {
            let file = report.file;
            let place = |text: Slice<'_>| Place::Text(file, text.span());
            let second = row.name.text;
            report.found.push(repeated_name(
                "API operation",
                (&first.plain(), place(first)),
                (&second.plain(), place(second)),
            ));
        }
    }
}

/// Returns the error about two names that IAM considers equal.
fn repeated_name(noun: &str, first: (&str, Place), second: (&str, Place)) -> Diagnostic {
    let message = if first.0 == second.0 {
        format!("the {noun} `{}` is defined twice", second.0)
    } else {
        format!("the {noun}s `{}` and `{}` differ only in case, which IAM ignores", first.0, second.0)
    };
    Diagnostic::error(Code::RepeatedName, message, second.1)
        .also(first.1, "the first definition")
        .help("keep one of the two, with all facts that AWS states about it")
}
