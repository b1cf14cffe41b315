//! The blocks of a page with their places: headings, paragraphs, lists and tables.

use crate::slice::Slice;
use crate::source::Span;
use pulldown_cmark::HeadingLevel;

/// A block at the top level of a page.
#[derive(Clone, Debug)]
pub(crate) enum Block<'a> {
    /// A heading, with its level and its text without the anchor.
    Heading(HeadingLevel, Slice<'a>),
    /// A paragraph.
    Paragraph(Slice<'a>),
    /// A list: prose, or the list form of a section.
    List(List<'a>),
    /// A table.
    Table(Table<'a>),
    /// Code, a quotation or HTML. It contains no facts, unless a mistake in the page has merged table rows into it.
    Other(Slice<'a>),
    /// A table inside a list or a quotation, or in HTML.
    StrayTable(Span),
}

/// A pipe table.
#[derive(Clone, Debug)]
pub(crate) struct Table<'a> {
    pub(crate) header: Row<'a>,
    pub(crate) rows: Vec<Row<'a>>,
}

/// A row of a pipe table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row<'a> {
    /// The source line of the row.
    pub(crate) line: Option<Slice<'a>>,
    /// The cells. Their number equals the header's, because the Markdown parser pads and truncates rows.
    pub(crate) cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    /// Returns the number of cells in the source line. Cells are separated by pipes without a backslash before them.
    pub(crate) fn cells_written(&self) -> usize {
        let line = self.line.map_or("", Slice::raw);
        let inner = line.strip_prefix('|').unwrap_or(line);
        let mut pipes = 0;
        let mut previous = ' ';
        let mut last = ' ';
        for character in inner.chars() {
            if character == '|' && previous != '\\' {
                pipes += 1;
                last = '|';
            } else {
                last = ' ';
            }
            previous = character;
        }
        // A pipe at the end closes the last cell. Without it, there is one more cell.
        pipes + usize::from(last != '|')
    }

    /// Returns the place to point at if the whole row is wrong. It ends after the first cell, because a row can be much
    /// longer than a line of a terminal.
    pub(crate) fn lead(&self) -> Span {
        let line = self.line.map_or(0..0, Slice::span);
        let end = self.cells.first().map_or(line.end, |cell| cell.text.span().end);
        line.start..end.max(line.start + 1).min(line.end)
    }

    /// Returns the span of the line, or an empty span if there is no line.
    pub(crate) fn span(&self) -> Span {
        self.line.map_or(0..0, Slice::span)
    }
}

/// A list of two levels. Deeper items belong to the text of the second level.
#[derive(Clone, Debug)]
pub(crate) struct List<'a> {
    /// The whole list.
    pub(crate) text: Slice<'a>,
    /// The items of the first level.
    pub(crate) items: Vec<Item<'a>>,
}

/// An item of a list's first level.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    /// The text before the items inside it, without the bullet.
    pub(crate) head: Cell<'a>,
    /// The items inside this item, each without its bullet.
    pub(crate) items: Vec<Cell<'a>>,
    /// The text after the inner items that is not an item.
    pub(crate) rest: Option<Slice<'a>>,
}

/// A cell of a pipe table, or the text of an item.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'a> {
    /// The text without surrounding white space.
    pub(crate) text: Slice<'a>,
    /// The links in the cell, in order.
    pub(crate) links: Vec<Link<'a>>,
}

impl<'a> Cell<'a> {
    /// Returns the contents of the whole cell.
    pub(crate) fn inline(&self) -> Inline<'_, 'a> {
        Inline { text: self.text, links: &self.links }
    }
}

/// A part of a cell, with the links in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Inline<'r, 'a> {
    /// The text without surrounding white space.
    pub(crate) text: Slice<'a>,
    /// The links in the part, in order.
    pub(crate) links: &'r [Link<'a>],
}

/// A link in a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    /// The whole link.
    pub(crate) whole: Slice<'a>,
    /// The text between the brackets.
    pub(crate) text: Slice<'a>,
    /// The target between the parentheses.
    pub(crate) target: Slice<'a>,
}
