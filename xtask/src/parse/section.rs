//! Parses a section of a page: the blocks below its heading, and the rows in them.

use super::blocks::{Block, Item, List, Table};
use super::section_kind::SectionKind;
use super::{list_items, preamble, unparsed};
use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::rows::SectionRows;
use crate::slice::Slice;
use crate::source::Span;

/// The sentence that replaces a table that a page leaves out.
const LEFT_OUT: &str = "[See the AWS documentation website for more details]";

/// The two layouts of rows.
pub(crate) enum Form<'a> {
    /// A pipe table.
    Table(Table<'a>),
    /// Nested lists.
    List(Vec<Item<'a>>),
}

impl Form<'_> {
    /// Returns the place to point at if a message is about the whole form.
    fn span(&self) -> Span {
        match self {
            Self::Table(table) => table.header.span(),
            Self::List(items) => items.first().map_or(0..0, |item| item.head.text.span()),
        }
    }

    fn noun(&self) -> &'static str {
        match self {
            Self::Table(_) => "table",
            Self::List(_) => "list",
        }
    }
}

/// The blocks of a section, sorted by their meaning.
pub(crate) struct Section<'a> {
    pub(crate) kind: SectionKind,
    pub(crate) heading: Slice<'a>,
    form: Option<Form<'a>>,
    none: Option<Slice<'a>>,
    left_out: Option<Slice<'a>>,
    unreadable: bool,
}

impl<'a> Section<'a> {
    pub(crate) fn new(kind: SectionKind, heading: Slice<'a>) -> Self {
        Self { kind, heading, form: None, none: None, left_out: None, unreadable: false }
    }

    /// Adds a block. Prose is allowed everywhere and is ignored. Every other block must have a meaning.
    pub(crate) fn add(&mut self, block: Block<'a>, report: &mut Reporter) {
        match block {
            Block::Table(table) => self.form(Form::Table(table), report),
            Block::List(list) => self.list(list, report),
            Block::StrayTable(span) => {
                self.unreadable = true;
                preamble::stray_table(span, report);
            }
            Block::Paragraph(text) => self.paragraph(text, report),
            Block::Other(text) => {
                self.unparsed(text, report);
            }
            Block::Heading(..) => {}
        }
    }

    fn form(&mut self, form: Form<'a>, report: &mut Reporter) {
        let Some(first) = &self.form else {
            self.form = Some(form);
            return;
        };
        let message = format!("the section on {1} has a second {0}", form.noun(), self.kind.noun());
        report.found.push(
            Diagnostic::at(Code::SecondTable, message, report.file, form.span())
                .also(Place::Text(report.file, first.span()), format!("the first {}", first.noun()))
                .help("put all rows into one table or one list, without an empty line between them"),
        );
    }

    /// Adds a list, which contains either the section's rows or prose.
    fn list(&mut self, list: List<'a>, report: &mut Reporter) {
        if !list_items::has_rows(&list) {
            self.unparsed(list.text, report);
            return;
        }
        match &mut self.form {
            // Prose or a comment between two actions ends a list in Markdown, but has no meaning here.
            Some(Form::List(items)) => items.extend(list.items),
            _ => self.form(Form::List(list.items), report),
        }
    }

    /// Returns true if a block contains a row that Markdown does not read as a row. Reports the row.
    fn unparsed(&mut self, text: Slice<'a>, report: &mut Reporter) -> bool {
        let unparsed = unparsed::report(text, report);
        self.unreadable |= unparsed;
        unparsed
    }

    fn paragraph(&mut self, text: Slice<'a>, report: &mut Reporter) {
        if self.unparsed(text, report) {
            return;
        }
        let plain = text.plain();
        if plain.contains(LEFT_OUT) {
            self.left_out = Some(text);
            return;
        }
        let plain = plain.to_lowercase();
        if self.kind.none().iter().any(|sentence| plain.contains(sentence)) {
            self.none = Some(text);
        }
    }
}

/// Returns the rows of a section. If a required section is missing, the error was reported earlier.
pub(crate) fn close<'a, T>(
    found: Option<Section<'a>>,
    report: &mut Reporter,
    rows: impl FnOnce(&Form<'a>, &mut Reporter) -> Option<Vec<T>>,
) -> SectionRows<T> {
    let Some(found) = found else { return SectionRows::Absent };
    let noun = found.kind.noun();
    let denial = found.left_out.or(found.none);
    match (found.form, denial) {
        (Some(form), Some(denial)) => {
            let what = form.noun();
            report.found.push(
                Diagnostic::at(
                    Code::ContradictorySection,
                    format!("the section on {noun} has a {what} and a sentence that there are none"),
                    report.file,
                    denial.span(),
                )
                .also(Place::Text(report.file, form.span()), format!("the {what}"))
                .help(format!("remove the sentence or the {what}")),
            );
            SectionRows::Unreadable
        }
        (Some(form), None) => {
            let rows = rows(&form, report);
            // A broken part of the section may have lost rows that define the names in references.
            rows.filter(|_| !found.unreadable).map_or(SectionRows::Unreadable, SectionRows::Stated)
        }
        (None, _) if found.unreadable => SectionRows::Unreadable,
        (None, Some(_)) if found.left_out.is_none() => SectionRows::Stated(Vec::new()),
        (None, Some(_)) if found.kind == SectionKind::Actions => SectionRows::LeftOut,
        (None, Some(denial)) => {
            let message = format!("the page leaves out its table of {noun}");
            let help = "add the table; only a table of actions can be left out";
            report.error(Code::SectionLeftOut, message, denial.span(), help);
            SectionRows::Unreadable
        }
        (None, None) => {
            let message = format!("the section on {noun} has neither a table nor a sentence that there are none");
            let sentence = match found.kind {
                SectionKind::Operations => "has no API operations",
                SectionKind::Actions => "has no API operations that can be used",
                SectionKind::PermissionOnly => "has no permission-only actions",
                SectionKind::ResourceTypes => "has no service-defined resources",
                SectionKind::ConditionKeys => "has no service-specific condition keys",
            };
            let help = format!("add the table, or AWS's sentence: <service> {sentence} …");
            report.error(Code::EmptySection, message, found.heading.span(), help);
            SectionRows::Unreadable
        }
    }
}

/// Reports a section in a form that AWS does not use for it.
pub(crate) fn unsupported(form: &str, instead: &str, kind: SectionKind, span: Span, report: &mut Reporter) {
    let message = format!("unsupported form: found {form} of {}", kind.noun());
    report.error(Code::UnsupportedForm, message, span, format!("write the {} as a {instead}", kind.noun()));
}

/// Reports a list in a section for which only tables are supported.
pub(crate) fn unsupported_list<T>(kind: SectionKind, items: &[Item<'_>], report: &mut Reporter) -> Option<Vec<T>> {
    let span = items.first().map_or(0..0, |item| item.head.text.span());
    unsupported("a list", "table", kind, span, report);
    None
}
