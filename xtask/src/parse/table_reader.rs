//! Builds a pipe table from Markdown events.

use super::blocks::{Cell, Row, Table};
use super::events::Events;
use crate::slice::Slice;
use crate::source::Span;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Reads the table that has just begun.
pub(crate) fn table<'a>(events: &mut Events<'a>) -> Table<'a> {
    let mut table = Table { header: Row::default(), rows: Vec::new() };
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::TableHead) => table.header = row(events, span, 6),
            Event::Start(Tag::TableRow) => {
                let row = row(events, span, table.header.cells.len());
                table.rows.push(row);
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    table
}

fn row<'a>(events: &mut Events<'a>, span: Span, columns: usize) -> Row<'a> {
    let line = Some(Slice::new(events.text, span).trim());
    let mut row = Row { line, cells: Vec::with_capacity(columns) };
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::TableCell) => {
                let cell = cell(events, span);
                row.cells.push(cell);
            }
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => break,
            _ => {}
        }
    }
    row
}

fn cell<'a>(events: &mut Events<'a>, span: Span) -> Cell<'a> {
    let mut cell = Cell { text: Slice::new(events.text, span).trim(), links: Vec::new() };
    while let Some((event, span)) = events.next() {
        match event {
            // AWS's links have the form `[text](target)`. Any other kind of link is text.
            Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) => {
                let link = events.link(span);
                cell.links.push(link);
            }
            Event::End(TagEnd::TableCell) => break,
            _ => {}
        }
    }
    cell
}
