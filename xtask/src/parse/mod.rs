//! One page of Markdown → rows shaped like the page, whatever form the page is in.

mod blocks;
mod cells;
mod columns;
mod content;
mod fields;
mod frame;
mod kind;
mod lists;
mod lost;
mod reader;
mod sections;
mod seen;
mod tables;

use crate::diagnostic::Reporter;
use crate::rows::Page;
use crate::source::Source;

/// Reads a page. Errors go to `report`; there is a page unless nothing can be said about its service at all.
#[must_use]
pub fn page<'a>(source: &'a Source, report: &mut Reporter) -> Option<Page<'a>> {
    let start = frame::after_front_matter(&source.text, report)?;
    let mut blocks = reader::blocks(&source.text, start).into_iter().peekable();
    let frame = frame::frame(&source.text, &mut blocks, report)?;
    let sections = sections::sections(blocks, &source.text, frame.title, report);
    let (name, prefix) = frame.service?;
    Some(Page {
        file: report.file,
        file_name: &source.name,
        name,
        prefix,
        operations: sections.operations,
        actions: sections.actions,
        permission_only: sections.permission_only,
        resource_types: sections.resource_types,
        condition_keys: sections.condition_keys,
        seen: seen::seen(&source.text, start),
    })
}
