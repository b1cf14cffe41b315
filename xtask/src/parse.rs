//! Parses a page of Markdown into rows. The rows have the same shape for every layout of the pages.

mod blocks;
mod cells;
mod columns;
mod events;
mod fields;
mod list_actions;
mod list_items;
mod list_operations;
mod list_reader;
pub(crate) mod names;
mod own_name;
mod page_sections;
mod preamble;
mod reader;
mod references;
mod row_counter;
mod section;
mod section_check;
mod section_kind;
mod table_reader;
mod tables;
mod texts;
mod unparsed;
mod witnesses;

pub use own_name::other_name;

use crate::diagnostic::Reporter;
use crate::rows::PageRows;
use crate::source::Source;

/// Parses a page. Errors go to `report`. Returns `None` if the page does not even identify its service.
#[must_use]
pub fn page<'a>(source: &'a Source, report: &mut Reporter) -> Option<PageRows<'a>> {
    let start = preamble::after_front_matter(&source.text, report)?;
    let mut blocks = reader::blocks(&source.text, start).into_iter().peekable();
    let preamble = preamble::preamble(&source.text, &mut blocks, report)?;
    let sections = page_sections::page_sections(blocks, &source.text, preamble.title, report);
    let (name, prefix) = preamble.service?;
    let page = PageRows {
        file: report.file,
        file_name: &source.name,
        name,
        prefix,
        operations: sections.operations,
        actions: sections.actions,
        permission_only: sections.permission_only,
        resource_types: sections.resource_types,
        condition_keys: sections.condition_keys,
        counted: row_counter::count(&source.text, start),
    };
    names::check(&page, report);
    texts::check(&page, report);
    Some(page)
}
