//! Finds all sections of a page by their headings, and reports required sections that are missing.

use super::blocks::Block;
use super::section::{self, Form, Section};
use super::section_check::{self, OpenedSection};
use super::section_kind::{HEADINGS, SectionKind};
use super::{list_actions, list_operations, preamble, tables};
use crate::diagnostic::{Code, Diagnostic, Place, Reporter};
use crate::rows::{Action, ConditionKey, Operation, ResourceType, SectionRows};
use crate::slice::Slice;
use crate::suggest;
use pulldown_cmark::HeadingLevel;

/// All sections of a page.
pub(crate) struct PageSections<'a> {
    pub(crate) operations: SectionRows<Operation<'a>>,
    pub(crate) actions: SectionRows<Action<'a>>,
    pub(crate) permission_only: SectionRows<Action<'a>>,
    pub(crate) resource_types: SectionRows<ResourceType<'a>>,
    pub(crate) condition_keys: SectionRows<ConditionKey<'a>>,
}

/// Parses the page from its first section on. `name` is the service's name in the title.
pub(crate) fn page_sections<'a>(
    blocks: impl Iterator<Item = Block<'a>>,
    text: &'a str,
    name: Option<Slice<'a>>,
    report: &mut Reporter,
) -> PageSections<'a> {
    let mut found: Vec<Section<'a>> = Vec::new();
    let mut strange = false;
    let mut current = None;
    for block in blocks {
        if let Block::Heading(level, heading) = block {
            current = open(level, heading, &found, report);
            strange |= current.is_none();
            if let Some((kind, words)) = current {
                same_name(heading, words, name, report);
                found.push(Section::new(kind, heading));
            }
            continue;
        }
        // Skip the contents of an unknown section, because its heading has been reported.
        if let (Some(_), Some(section)) = (current, found.last_mut()) {
            section.add(block, report);
        }
    }

    let opened: Vec<_> =
        found.iter().map(|section| OpenedSection { kind: section.kind, heading: section.heading }).collect();
    let errors = report.found.len();
    section_check::check(text, &opened, strange, report);
    let mut missing = SectionKind::NEEDED.into_iter().filter(|kind| found.iter().all(|section| section.kind != *kind));
    let is_named = report.found.iter().skip(errors).any(|found| found.code == Code::MissingSection);
    // A misspelled heading is also missing under its correct name. One report of the typo is enough.
    if !strange && !is_named && missing.clone().next().is_some() {
        let missing: Vec<_> = missing.by_ref().map(SectionKind::noun).collect();
        let message = format!("the page has no section on {}", missing.join(" or "));
        let help = "a page needs the headings `## Actions defined by …`, `## Resource types defined by …` and `## Condition keys for …`";
        report.error(Code::MissingSection, message, preamble::first_line(text), help);
    }
    let mut take = |kind| found.iter().position(|section| section.kind == kind).map(|at| found.swap_remove(at));
    PageSections {
        operations: section::close(take(SectionKind::Operations), report, |form, report| match form {
            Form::List(items) => list_operations::operations(items, report),
            Form::Table(table) => {
                section::unsupported("a table", "list", SectionKind::Operations, table.header.lead(), report);
                None
            }
        }),
        actions: section::close(take(SectionKind::Actions), report, |form, report| {
            actions(SectionKind::Actions, form, report)
        }),
        permission_only: section::close(take(SectionKind::PermissionOnly), report, |form, report| {
            actions(SectionKind::PermissionOnly, form, report)
        }),
        resource_types: section::close(take(SectionKind::ResourceTypes), report, |form, report| match form {
            Form::Table(table) => tables::resource_types(table, report),
            Form::List(items) => section::unsupported_list(SectionKind::ResourceTypes, items, report),
        }),
        condition_keys: section::close(take(SectionKind::ConditionKeys), report, |form, report| match form {
            Form::Table(table) => tables::condition_keys(table, report),
            Form::List(items) => section::unsupported_list(SectionKind::ConditionKeys, items, report),
        }),
    }
}

/// Parses a section of actions of either kind and in either form.
fn actions<'a>(kind: SectionKind, form: &Form<'a>, report: &mut Reporter) -> Option<Vec<Action<'a>>> {
    match form {
        Form::Table(table) => tables::actions(kind, table, report),
        Form::List(items) => list_actions::actions(kind, items, report),
    }
}

/// Returns the kind of section that a heading opens, and the length of the words before the service's name. Returns
/// `None` for a heading that does not open a section to read.
fn open(
    level: HeadingLevel,
    heading: Slice<'_>,
    found: &[Section<'_>],
    report: &mut Reporter,
) -> Option<(SectionKind, usize)> {
    let plain = heading.plain();
    let begins = |start: &str| plain.get(..start.len()).is_some_and(|front| front.eq_ignore_ascii_case(start));
    match HEADINGS.iter().find(|(start, _)| begins(start)) {
        Some(&(start, kind)) if level == HeadingLevel::H2 => {
            let Some(first) = found.iter().find(|section| section.kind == kind) else {
                return Some((kind, start.len()));
            };
            let message = format!("repeated section on {}", kind.noun());
            report.found.push(
                Diagnostic::at(Code::RepeatedSection, message, report.file, heading.span())
                    .also(Place::Text(report.file, first.heading.span()), "the first section")
                    .help("put all rows into one table below one heading"),
            );
        }
        Some(_) => {
            let help = "begin the headings of sections with `##`";
            report.error(Code::UnknownSection, "this section heading has the wrong level", heading.span(), help);
        }
        None => {
            // The words before the service's name may contain a typo.
            let end = [" by ", " for "].iter().filter_map(|word| plain.find(word).map(|at| at + word.len() - 1)).min();
            let words = plain.get(..end.unwrap_or(plain.len())).unwrap_or(&plain);
            let help = suggest::hint(words, HEADINGS.iter().map(|(start, _)| *start));
            report.error(Code::UnknownSection, format!("unknown section `{plain}`"), heading.span(), help);
        }
    }
    None
}

/// Warns about a heading whose name for the service differs from the title. AWS's short names are not errors.
fn same_name(heading: Slice<'_>, words: usize, title: Option<Slice<'_>>, report: &mut Reporter) {
    let plain = heading.plain();
    let name = plain.get(words..).unwrap_or_default().trim();
    if let Some(title) = title.map(Slice::plain)
        && name != title
    {
        let message = format!("the heading calls the service `{name}`, but the title calls it `{title}`");
        let help = "AWS sometimes uses short names in headings; the title's name is used";
        report.warning(Code::HeadingDiffers, message, heading.span(), help);
    }
}
