//! What stands below a section's heading: a table, a list, a sentence in their place, and prose.

use super::blocks::{Block, Item, List, Table};
use super::kind::Kind;
use super::{frame, lists, lost};
use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::rows::Section;
use crate::slice::Slice;
use crate::source::Span;

/// The text that stands in place of a table which a page leaves out.
const LEFT_OUT: &str = "[See the AWS documentation website for more details]";

/// The two ways to write rows.
pub(crate) enum Form<'a> {
    /// A pipe table.
    Table(Table<'a>),
    /// Nested lists.
    List(Vec<Item<'a>>),
}

impl Form<'_> {
    /// What to point at when the form as a whole is meant.
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

/// A section's blocks, sorted by what they mean.
pub(crate) struct Content<'a> {
    pub(crate) kind: Kind,
    pub(crate) heading: Slice<'a>,
    form: Option<Form<'a>>,
    none: Option<Slice<'a>>,
    left_out: Option<Slice<'a>>,
    unreadable: bool,
}

impl<'a> Content<'a> {
    pub(crate) fn new(kind: Kind, heading: Slice<'a>) -> Self {
        Self { kind, heading, form: None, none: None, left_out: None, unreadable: false }
    }

    /// Sorts in one more block. Prose may stand anywhere and says nothing; everything else must mean something.
    pub(crate) fn add(&mut self, block: Block<'a>, report: &mut Reporter) {
        match block {
            Block::Table(table) => self.form(Form::Table(table), report),
            Block::List(list) => self.list(list, report),
            Block::StrayTable(span) => {
                self.unreadable = true;
                frame::stray_table(span, report);
            }
            Block::Paragraph(text) => self.paragraph(text, report),
            Block::Other(text) => {
                self.lost(text, report);
            }
            Block::Heading(..) => {}
        }
    }

    fn form(&mut self, form: Form<'a>, report: &mut Reporter) {
        let Some(first) = &self.form else {
            self.form = Some(form);
            return;
        };
        let message = format!("a second {} in the section on {}", form.noun(), self.kind.noun());
        report.found.push(
            Diagnostic::at(Code::SecondTable, message, report.file, form.span())
                .also(Place::Text(report.file, first.span()), format!("the first {}", first.noun()))
                .help("put all rows into one table or one list, without an empty line between them"),
        );
    }

    /// A list holds the section's rows, or is prose.
    fn list(&mut self, list: List<'a>, report: &mut Reporter) {
        if !lists::has_rows(&list) {
            self.lost(list.text, report);
            return;
        }
        match &mut self.form {
            // Prose or a comment between two actions ends a list in Markdown, and means nothing here.
            Some(Form::List(items)) => items.extend(list.items),
            _ => self.form(Form::List(list.items), report),
        }
    }

    /// Complains about a row that Markdown does not take for one.
    fn lost(&mut self, text: Slice<'a>, report: &mut Reporter) -> bool {
        let lost = lost::lost(text, report);
        self.unreadable |= lost;
        lost
    }

    fn paragraph(&mut self, text: Slice<'a>, report: &mut Reporter) {
        if self.lost(text, report) {
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

/// What a section turns out to hold. Only those are asked about whose absence has been reported, or says nothing.
pub(crate) fn close<'a, T>(
    found: Option<Content<'a>>,
    report: &mut Reporter,
    rows: impl FnOnce(&Form<'a>, &mut Reporter) -> Option<Vec<T>>,
) -> Section<T> {
    let Some(found) = found else { return Section::Absent };
    let noun = found.kind.noun();
    let denial = found.left_out.or(found.none);
    match (found.form, denial) {
        (Some(form), Some(denial)) => {
            let what = form.noun();
            report.found.push(
                Diagnostic::at(
                    Code::ContradictorySection,
                    format!("the section on {noun} has a {what} and says that it has none"),
                    report.file,
                    denial.span(),
                )
                .also(Place::Text(report.file, form.span()), format!("the {what}"))
                .help(format!("remove the sentence or the {what}")),
            );
            Section::Unreadable
        }
        (Some(form), None) => {
            let rows = rows(&form, report);
            // Rows that a broken piece of the section has lost may define what others refer to.
            rows.filter(|_| !found.unreadable).map_or(Section::Unreadable, Section::Stated)
        }
        (None, _) if found.unreadable => Section::Unreadable,
        (None, Some(_)) if found.left_out.is_none() => Section::Stated(Vec::new()),
        (None, Some(_)) if found.kind == Kind::Actions => Section::LeftOut,
        (None, Some(denial)) => {
            let message = format!("the page leaves out its table of {noun}");
            let help = "AWS leaves out the table of actions only; write the table";
            report.error(Code::SectionLeftOut, message, denial.span(), help);
            Section::Unreadable
        }
        (None, None) => {
            let message = format!("the section on {noun} has no table and does not say that there are none");
            let sentence = match found.kind {
                Kind::Operations => "has no API operations",
                Kind::Actions => "has no API operations that can be used",
                Kind::PermissionOnly => "has no permission-only actions",
                Kind::ResourceTypes => "has no service-defined resources",
                Kind::ConditionKeys => "has no service-specific condition keys",
            };
            let help = format!("write the table, or AWS's sentence: <service> {sentence} …");
            report.error(Code::EmptySection, message, found.heading.span(), help);
            Section::Unreadable
        }
    }
}

/// Complains about a section in a form that AWS has not used for it.
pub(crate) fn unsupported(form: &str, instead: &str, kind: Kind, span: Span, report: &mut Reporter) {
    let message = format!("{form} of {}, which the reference has not had", kind.noun());
    report.error(Code::UnsupportedForm, message, span, format!("the {} stand in a {instead}", kind.noun()));
}

/// Complains about a list where only tables are known.
pub(crate) fn unsupported_list<T>(kind: Kind, items: &[Item<'_>], report: &mut Reporter) -> Option<Vec<T>> {
    let span = items.first().map_or(0..0, |item| item.head.text.span());
    unsupported("a list", "table", kind, span, report);
    None
}
