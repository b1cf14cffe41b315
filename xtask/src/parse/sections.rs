//! The sections of a page: which heading opens which, and whether each has a table, none, or leaves it out.

use super::blocks::{Block, Table};
use super::{frame, tables};
use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::rows::{Action, ConditionKey, ResourceType, Section};
use crate::slice::Slice;
use crate::suggest;
use pulldown_cmark::HeadingLevel;

/// What a section is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Actions,
    ResourceTypes,
    ConditionKeys,
}

/// How the headings begin, in any case. The service's name after it may be a short one, so it is not looked at.
const HEADINGS: [(&str, Kind); 4] = [
    ("Actions defined by", Kind::Actions),
    ("Resource types defined by", Kind::ResourceTypes),
    ("Resources defined by", Kind::ResourceTypes),
    ("Condition keys for", Kind::ConditionKeys),
];

/// Headings of today's pages that are not read yet.
const HEADINGS_TO_COME: [&str; 2] = ["API operations defined by", "Permission-only actions for"];

/// The text that stands in place of a table which a page leaves out.
const LEFT_OUT: &str = "[See the AWS documentation website for more details]";

impl Kind {
    const ALL: [Self; 3] = [Self::Actions, Self::ResourceTypes, Self::ConditionKeys];

    /// What the section lists.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Actions => "actions",
            Self::ResourceTypes => "resource types",
            Self::ConditionKeys => "condition keys",
        }
    }

    /// What AWS writes, after the service's name, where there is nothing to list.
    fn none(self) -> &'static [&'static str] {
        match self {
            Self::Actions => &["has no api operations that can be used"],
            Self::ResourceTypes => &["has no service-defined resources", "does not support specifying a resource arn"],
            Self::ConditionKeys => &["has no service-specific context keys", "has no service-specific condition keys"],
        }
    }
}

/// The three sections.
pub(crate) struct Sections<'a> {
    pub(crate) actions: Section<Action<'a>>,
    pub(crate) resource_types: Section<ResourceType<'a>>,
    pub(crate) condition_keys: Section<ConditionKey<'a>>,
}

/// A section's blocks, sorted by what they mean.
struct Found<'a> {
    kind: Kind,
    heading: Slice<'a>,
    table: Option<Table<'a>>,
    none: Option<Slice<'a>>,
    left_out: Option<Slice<'a>>,
    unreadable: bool,
}

/// Reads everything from the first section on.
pub(crate) fn sections<'a>(
    blocks: impl Iterator<Item = Block<'a>>,
    text: &'a str,
    report: &mut Reporter,
) -> Sections<'a> {
    let mut found: Vec<Found<'a>> = Vec::new();
    let mut strange = false;
    let mut current = None;
    for block in blocks {
        if let Block::Heading(level, heading) = block {
            current = open(level, heading, &found, report);
            strange |= current.is_none();
            found.extend(current.map(|kind| Found::new(kind, heading)));
            continue;
        }
        // What stands below an unknown heading has been reported with the heading.
        if let (Some(_), Some(section)) = (current, found.last_mut()) {
            section.add(block, report);
        }
    }

    let mut take = |kind| found.iter().position(|section| section.kind == kind).map(|at| found.swap_remove(at));
    let [actions, resource_types, condition_keys] = Kind::ALL.map(&mut take);
    let absent = [&actions, &resource_types, &condition_keys].map(Option::is_none);
    let missing: Vec<_> =
        Kind::ALL.into_iter().zip(absent).filter(|(_, absent)| *absent).map(|(kind, _)| kind.noun()).collect();
    // A misspelt heading is missing under its right name too; saying so twice helps nobody.
    if !missing.is_empty() && !strange {
        let message = format!("the page has no section on {}", missing.join(" or "));
        let help =
            "a page has `## Actions defined by …`, `## Resource types defined by …` and `## Condition keys for …`";
        report.error(Code::MissingSection, message, frame::first_line(text), help);
    }
    Sections {
        actions: close(actions, report, tables::actions),
        resource_types: close(resource_types, report, tables::resource_types),
        condition_keys: close(condition_keys, report, tables::condition_keys),
    }
}

/// Which section a heading opens; none if it is not one to read.
fn open(level: HeadingLevel, heading: Slice<'_>, found: &[Found<'_>], report: &mut Reporter) -> Option<Kind> {
    let plain = heading.plain();
    let begins = |start: &str| plain.get(..start.len()).is_some_and(|front| front.eq_ignore_ascii_case(start));
    let kind = HEADINGS.iter().find(|(start, _)| begins(start)).map(|(_, kind)| *kind);
    match kind {
        Some(kind) if level == HeadingLevel::H2 => {
            let Some(first) = found.iter().find(|section| section.kind == kind) else { return Some(kind) };
            let message = format!("a second section on {}", kind.noun());
            report.found.push(
                Diagnostic::at(Code::RepeatedSection, message, report.file, heading.span())
                    .also(Place::Text(report.file, first.heading.span()), "the first one")
                    .help("put all rows into one table below one heading"),
            );
        }
        _ if HEADINGS_TO_COME.iter().any(|start| begins(start)) => {
            let help = "pages with pipe tables, as of 2018 to 2020, are read";
            let message = "a section of today's pages, which are not supported yet";
            report.error(Code::UnsupportedForm, message, heading.span(), help);
        }
        Some(_) => {
            let help = "the headings of sections start with `##`";
            report.error(Code::UnknownSection, "a section heading at the wrong level", heading.span(), help);
        }
        None => {
            // The words before the service's name are what may be misspelt.
            let end = [" by ", " for "].iter().filter_map(|word| plain.find(word).map(|at| at + word.len() - 1)).min();
            let words = plain.get(..end.unwrap_or(plain.len())).unwrap_or(&plain);
            let help = suggest::hint(words, HEADINGS.iter().map(|(start, _)| *start));
            report.error(Code::UnknownSection, format!("unknown section `{plain}`"), heading.span(), help);
        }
    }
    None
}

impl<'a> Found<'a> {
    fn new(kind: Kind, heading: Slice<'a>) -> Self {
        Self { kind, heading, table: None, none: None, left_out: None, unreadable: false }
    }

    /// Sorts in one more block. Prose may stand anywhere and says nothing; everything else must mean something.
    fn add(&mut self, block: Block<'a>, report: &mut Reporter) {
        match block {
            Block::Table(table) => match &self.table {
                None => self.table = Some(table),
                Some(first) => {
                    let message = format!("a second table in the section on {}", self.kind.noun());
                    report.found.push(
                        Diagnostic::at(Code::SecondTable, message, report.file, table.header.span())
                            .also(Place::Text(report.file, first.header.span()), "the first one")
                            .help("put all rows into one table, without an empty line between them"),
                    );
                }
            },
            Block::StrayTable(span) => {
                self.unreadable = true;
                frame::stray_table(span, report);
            }
            Block::Paragraph(text) => self.paragraph(text, report),
            Block::List(list) => {
                if self.lost_row(list, report) {
                    return;
                }
                // An item that opens with bold text is the list form's action or field; others are prose.
                if list.raw().trim_start_matches(['-', '+', '*']).trim_start().starts_with("**") {
                    self.unreadable = true;
                    let (line, _) = list.split_at(list.raw().find('\n').unwrap_or(list.raw().len()));
                    let help = "pages with pipe tables, as of 2018 to 2020, are read";
                    let message = "a list in place of a table, which is not supported yet";
                    report.error(Code::UnsupportedForm, message, line.trim().span(), help);
                }
            }
            Block::Other(text) => {
                self.lost_row(text, report);
            }
            Block::Heading(..) => {}
        }
    }

    /// Complains about a row of a table that Markdown does not take for one.
    fn lost_row(&mut self, text: Slice<'a>, report: &mut Reporter) -> bool {
        // Whatever a slip has put before it, a row has several pipes, and prose has none.
        let is_row = |line: &Slice<'a>| line.raw().starts_with('|') || line.raw().matches('|').count() > 1;
        let Some(row) = text.split('\n').map(Slice::trim).find(is_row) else { return false };
        self.unreadable = true;
        let message = "these lines are not part of a table";
        let help =
            "a table is a row of headers, a row of `---` with as many cells, and rows without an empty line between";
        let (first, _) = row.split_at(row.raw().match_indices('|').nth(1).map_or(row.raw().len(), |(pipe, _)| pipe));
        report.error(Code::BrokenTable, message, first.trim().span(), help);
        true
    }

    fn paragraph(&mut self, text: Slice<'a>, report: &mut Reporter) {
        if self.lost_row(text, report) {
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

/// What a section turns out to hold.
fn close<'a, T>(
    found: Option<Found<'a>>,
    report: &mut Reporter,
    rows: impl FnOnce(&Table<'a>, &mut Reporter) -> Option<Vec<T>>,
) -> Section<T> {
    let Some(found) = found else { return Section::Unreadable };
    let noun = found.kind.noun();
    let denial = found.left_out.or(found.none);
    match (found.table, denial) {
        (Some(table), Some(denial)) => {
            report.found.push(
                Diagnostic::at(
                    Code::ContradictorySection,
                    format!("the section on {noun} has a table and says that it has none"),
                    report.file,
                    denial.span(),
                )
                .also(Place::Text(report.file, table.header.span()), "the table")
                .help("remove the sentence or the table"),
            );
            Section::Unreadable
        }
        (Some(table), None) => {
            let rows = rows(&table, report);
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
            let help = format!(
                "write the table, or AWS's sentence: <service> {} …",
                match found.kind {
                    Kind::Actions => "has no API operations that can be used",
                    Kind::ResourceTypes => "has no service-defined resources",
                    Kind::ConditionKeys => "has no service-specific condition keys",
                }
            );
            report.error(Code::EmptySection, message, found.heading.span(), help);
            Section::Unreadable
        }
    }
}
