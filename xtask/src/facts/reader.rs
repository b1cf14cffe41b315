//! Parses a file of facts: its entries, their fields with places, and the errors about them.

use super::fact::{Evidence, Fact, FactTable};
use super::files::FactFile;
use crate::diagnostic::{Code, Diagnostic};
use crate::editions;
use crate::model::Edition;
use crate::source::{FileId, Span};
use crate::suggest;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The fields that every entry can have. At the top of the file, they apply to all entries.
const COMMON: [&str; 3] = ["source", "month", "note"];

/// A file of facts to parse.
#[derive(Clone, Copy, Debug)]
pub struct FactSource<'a> {
    /// The file.
    pub file: FileId,
    /// The content.
    pub text: &'a str,
    /// Whether the file is next to the pages. Otherwise it is the repository's.
    pub is_own: bool,
}

impl FactSource<'static> {
    /// Returns a file of this repository.
    #[must_use]
    pub fn repository(file: FactFile) -> Self {
        Self { file: FileId::default(), text: file.repository(), is_own: false }
    }
}

/// The form of a file, which is a list of entries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form {
    /// The name of the list. An entry begins with `[[name]]`.
    pub(super) list: &'static str,
    /// The fields of an entry, except the fields in [`COMMON`].
    pub(super) fields: &'static [&'static str],
    /// The code of errors about the file.
    pub(super) code: Code,
}

/// Reads a file. `read` converts the fields of an entry to a fact and the place of the field that identifies it.
pub(super) fn read<T>(
    source: FactSource<'_>,
    form: Form,
    found: &mut Vec<Diagnostic>,
    read: impl FnMut(&mut Fields<'_>) -> Option<(T, Span)>,
) -> FactTable<T> {
    read_with_head(source, form, (&[], |_, _| {}), found, read)
}

/// Reads a file with additional fields at the top.
///
/// `head` has the names of these fields, and a function that reads them and gets the `source` of the file.
pub(super) fn read_with_head<T>(
    source: FactSource<'_>,
    form: Form,
    head: (&[&'static str], impl FnOnce(&mut Fields<'_>, Option<&str>)),
    found: &mut Vec<Diagnostic>,
    mut read: impl FnMut(&mut Fields<'_>) -> Option<(T, Span)>,
) -> FactTable<T> {
    let (head_fields, read_head) = head;
    let FactSource { file, text, is_own } = source;
    let mut facts = Vec::new();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let message = format!("the file is not valid TOML: {}", error.message());
        let error = Diagnostic::at(form.code, message, file, error.span().unwrap_or(0..0));
        found.push(error.help(format!("write an entry as `[[{}]]` and one line per field", form.list)));
    }
    if !errors.is_empty() {
        return FactTable { file, is_own, facts };
    }
    let mut head = Fields {
        table: table.get_ref(),
        whole: "the file".to_owned(),
        own: std::iter::once(form.list).chain(head_fields.iter().copied()).collect(),
        span: 0..0,
        file,
        form,
        found,
    };
    head.report_unknown();
    let defaults = Defaults { source: head.has("source"), month: head.has("month") };
    let (source, month) = (head.url(), head.month());
    read_head(&mut head, source.as_deref());
    for (entry, span) in head.tables(form.list) {
        let whole = format!("`[[{}]]`", form.list);
        let mut fields =
            Fields { table: entry, whole, own: form.fields.to_vec(), span, file, form, found: &mut *head.found };
        fields.report_unknown();
        let value = read(&mut fields);
        let evidence = fields.evidence((source.as_ref(), month), defaults);
        if let (Some((value, span)), Some(evidence)) = (value, evidence) {
            facts.push(Fact { value, evidence, span });
        }
    }
    FactTable { file, is_own, facts }
}

/// Whether the top of the file has a source and a month, even if they are invalid.
#[derive(Clone, Copy)]
struct Defaults {
    source: bool,
    month: bool,
}

/// The fields of an entry, or those at the top of the file.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    /// The name of the entry or the file in messages.
    whole: String,
    /// The names of the possible fields, except the fields in [`COMMON`].
    own: Vec<&'static str>,
    span: Span,
    file: FileId,
    form: Form,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// Reports an error.
    pub(super) fn bad(&mut self, message: String, span: Span, help: impl Into<String>) {
        self.found.push(Diagnostic::at(self.form.code, message, self.file, span).help(help));
    }

    /// Returns the string of a required field, which must not be empty.
    pub(super) fn text(&mut self, name: &'static str) -> Option<Spanned<String>> {
        let value = self.needed(name)?;
        self.string(name, value)
    }

    /// Returns the string of an optional field.
    pub(super) fn optional_text(&mut self, name: &'static str) -> Option<Spanned<String>> {
        let value = self.table.get(name)?;
        self.string(name, value)
    }

    /// Returns the strings of a required list, which must not be empty.
    pub(super) fn texts(&mut self, name: &'static str) -> Option<Vec<Spanned<String>>> {
        let value = self.needed(name)?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(name, "a list of strings", value);
            return None;
        };
        let texts: Option<Vec<_>> = items.iter().map(|item| self.string(name, item)).collect();
        if items.is_empty() {
            self.bad(format!("`{name}` is empty"), value.span(), "add at least one name, or remove the entry");
        }
        texts.filter(|texts| !texts.is_empty())
    }

    /// Returns the strings of an optional list. The result is empty if the list is missing.
    pub(super) fn optional_texts(&mut self, name: &'static str) -> Vec<Spanned<String>> {
        if self.has(name) { self.texts(name).unwrap_or_default() } else { Vec::new() }
    }

    /// Reports a field that only entries of other files can have.
    pub(super) fn refuse(&mut self, name: &'static str, help: &str) {
        if self.has(name) {
            self.bad(format!("{} cannot have a `{name}`", self.whole), self.place_of(name), help);
        }
    }

    /// Returns the number of a required field.
    pub(super) fn number(&mut self, name: &'static str) -> Option<u32> {
        let value = self.needed(name)?;
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong_type(name, "a positive number", value);
            return None;
        };
        let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|number| *number > 0);
        if number.is_none() {
            let message = format!("expected a positive number for `{name}`, found `{integer}`");
            self.bad(message, value.span(), format!("write a number from 1 to {}", u32::MAX));
        }
        number
    }

    /// Returns the value of a required field that is `true` or `false`, or `None` after an error.
    pub(super) fn flag(&mut self, name: &'static str) -> Option<bool> {
        let value = self.needed(name)?;
        if let DeValue::Boolean(flag) = value.get_ref() {
            return Some(*flag);
        }
        self.wrong_type(name, "`true` or `false`", value);
        None
    }

    /// Returns the meaning of a required field whose value must be one of the `known` words.
    pub(super) fn word<T: Copy>(&mut self, name: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(name)?;
        let meaning = known.iter().find(|(word, _)| word == text.get_ref()).map(|(_, meaning)| *meaning);
        if meaning.is_none() {
            let help = suggest::hint(text.get_ref(), known.iter().map(|(word, _)| *word));
            self.bad(format!("unknown {name} `{}`", text.get_ref()), text.span(), help);
        }
        meaning
    }

    /// Returns the month of a required field.
    pub(super) fn needed_month(&mut self, name: &'static str) -> Option<Edition> {
        self.needed(name)?;
        self.optional_month(name)
    }

    /// Returns the month of an optional field.
    pub(super) fn optional_month(&mut self, name: &'static str) -> Option<Edition> {
        let text = self.optional_text(name)?;
        let month = Edition::parse(text.get_ref());
        if month.is_none() {
            self.bad(editions::not_a_month(text.get_ref()), text.span(), editions::MONTH);
        }
        month
    }

    fn month(&mut self) -> Option<Edition> {
        self.optional_month("month")
    }

    fn url(&mut self) -> Option<String> {
        let text = self.optional_text("source")?;
        let url = text.get_ref().strip_prefix("https://");
        let is_url = url.is_some_and(|rest| rest.contains('.') && rest.chars().all(|letter| letter.is_ascii_graphic()));
        if !is_url {
            self.bad(format!("`{}` is not a valid URL", text.get_ref()), text.span(), "begin it with `https://`");
        }
        is_url.then(|| text.into_inner())
    }

    /// Returns the source and month of the entry, which may be stated at the top of the file.
    fn evidence(&mut self, (source, month): (Option<&String>, Option<Edition>), of_file: Defaults) -> Option<Evidence> {
        let (own_source, own_month) = (self.url(), self.month());
        self.optional_text("note");
        for (name, stated, help) in [
            ("source", of_file.source, "write the URL of the page with the fact, here or at the top of the file"),
            (
                "month",
                of_file.month,
                "write the month in which the source stated the fact, here or at the top of the file",
            ),
        ] {
            if !stated && !self.has(name) {
                self.bad(format!("{} has no `{name}`", self.whole), self.span.clone(), help);
            }
        }
        Some(Evidence { source: own_source.or_else(|| source.cloned())?, month: own_month.or(month)? })
    }

    /// Returns the place of a field, or of the whole entry if the field is missing.
    pub(super) fn place_of(&self, name: &str) -> Span {
        self.table.get(name).map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// Returns true if the entry has a field.
    pub(super) fn has(&self, name: &str) -> bool {
        self.table.contains_key(name)
    }

    fn needed(&mut self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.table.get(name);
        // If the name of the field is misspelled, the unknown field has already been reported.
        let mut unknown = self.table.keys().map(|field| &**field.get_ref()).filter(|field| !self.is_known(field));
        let is_misspelled = unknown.any(|field| suggest::nearest(field, self.known()) == Some(name));
        if value.is_none() && !is_misspelled {
            let help = format!("the fields are `{}`", self.own.join("`, `"));
            self.bad(format!("{} has no `{name}`", self.whole), self.span.clone(), help);
        }
        value
    }

    fn string(&mut self, name: &'static str, value: &Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
        let DeValue::String(text) = value.get_ref() else {
            self.wrong_type(name, "a string", value);
            return None;
        };
        if text.trim().is_empty() {
            self.bad(format!("`{name}` is empty"), value.span(), "write a value");
            return None;
        }
        Some(Spanned::new(value.span(), text.clone().into_owned()))
    }

    fn wrong_type(&mut self, name: &'static str, expected: &str, value: &Spanned<DeValue<'_>>) {
        let found = match value.get_ref() {
            DeValue::Table(_) => "table",
            DeValue::Array(_) => "list",
            other => other.type_str(),
        };
        let article = if found.starts_with(['a', 'i']) { "an" } else { "a" };
        let message = format!("expected {expected} for `{name}`, found {article} {found}");
        self.bad(message, value.span(), "write the value as in the other entries");
    }

    /// Returns the entries of a list. The result is empty if the list is missing.
    fn tables(&mut self, name: &'static str) -> Vec<(&'a DeTable<'a>, Span)> {
        let Some(value) = self.table.get(name) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(name, "a list of tables", value);
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(items.len());
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => tables.push((table, item.span())),
                _ => self.wrong_type(name, "a table", item),
            }
        }
        tables
    }

    /// Reports unknown fields.
    fn report_unknown(&mut self) {
        for (name, _) in self.table {
            if !self.is_known(name.get_ref()) {
                let help = suggest::hint(name.get_ref(), self.known());
                self.bad(format!("unknown field `{}` in {}", name.get_ref(), self.whole), name.span(), help);
            }
        }
    }

    /// Returns the names of all possible fields.
    fn known(&self) -> impl Iterator<Item = &'static str> {
        self.own.iter().copied().chain(COMMON)
    }

    fn is_known(&self, name: &str) -> bool {
        self.known().any(|known| known == name)
    }
}
