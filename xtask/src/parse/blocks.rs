//! Markdown events → the blocks of a page, with their places: headings, paragraphs, lists, tables.

use crate::slice::Slice;
use crate::source::Span;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A block at the top level of a page.
#[derive(Clone, Debug)]
pub(crate) enum Block<'a> {
    /// A heading: its level and its text without the anchor.
    Heading(HeadingLevel, Slice<'a>),
    /// A paragraph.
    Paragraph(Slice<'a>),
    /// A list, as a whole.
    List(Slice<'a>),
    /// A table.
    Table(Table<'a>),
    /// Code, a quotation or HTML: no fact, unless a slip has swallowed rows of a table.
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
    /// The line.
    pub(crate) line: Option<Slice<'a>>,
    /// Its cells: always as many as the header has, because the Markdown parser pads and cuts rows.
    pub(crate) cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    /// The number of cells that the line itself has: those between pipes without a backslash before them.
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
        // The pipe at the end closes the last cell; without it there is one more.
        pipes + usize::from(last != '|')
    }

    /// What to point at when the row as a whole is wrong: its first cell, because a row is far longer than a screen.
    pub(crate) fn lead(&self) -> Span {
        let line = self.line.map_or(0..0, Slice::span);
        let end = self.cells.first().map_or(line.end, |cell| cell.text.span().end);
        line.start..end.max(line.start + 1).min(line.end)
    }

    /// The line, or nothing.
    pub(crate) fn span(&self) -> Span {
        self.line.map_or(0..0, Slice::span)
    }
}

/// A cell of a pipe table.
#[derive(Clone, Debug)]
pub(crate) struct Cell<'a> {
    /// What it holds, without the white space around.
    pub(crate) text: Slice<'a>,
    /// Its links, in order.
    pub(crate) links: Vec<Link<'a>>,
}

/// A link in a cell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Link<'a> {
    /// The whole of it.
    pub(crate) whole: Slice<'a>,
    /// What stands between the brackets.
    pub(crate) text: Slice<'a>,
    /// What stands between the parentheses.
    pub(crate) target: Slice<'a>,
}

/// The blocks of a page, in order.
pub(crate) fn blocks(text: &str) -> Vec<Block<'_>> {
    Reader { text, events: Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() }.blocks()
}

struct Reader<'a, I> {
    text: &'a str,
    events: I,
}

impl<'a, I: Iterator<Item = (Event<'a>, Span)>> Reader<'a, I> {
    fn blocks(mut self) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        while let Some((event, span)) = self.events.next() {
            let Event::Start(tag) = event else { continue };
            let before = blocks.len();
            match tag {
                Tag::Table(_) => blocks.push(Block::Table(self.table())),
                Tag::Heading { level, .. } => {
                    let inner = self.skip(&mut blocks);
                    blocks.push(Block::Heading(level, without_anchor(Slice::new(self.text, inner))));
                }
                Tag::Paragraph => {
                    self.skip(&mut blocks);
                    blocks.push(Block::Paragraph(Slice::new(self.text, span).trim()));
                }
                Tag::List(_) => {
                    self.skip(&mut blocks);
                    // A table inside is an error already.
                    if blocks.len() == before {
                        blocks.push(Block::List(Slice::new(self.text, span).trim()));
                    }
                }
                Tag::HtmlBlock => {
                    self.skip(&mut blocks);
                    let html = Slice::new(self.text, span).trim();
                    let has_table = html.raw().to_ascii_lowercase().contains("<tr");
                    blocks.push(if has_table { Block::StrayTable(html.span()) } else { Block::Other(html) });
                }
                _ => {
                    self.skip(&mut blocks);
                    if blocks.len() == before {
                        blocks.push(Block::Other(Slice::new(self.text, span).trim()));
                    }
                }
            }
        }
        blocks
    }

    /// Passes over the rest of the element that has just begun, and says what its content covers.
    fn skip(&mut self, blocks: &mut Vec<Block<'a>>) -> Span {
        let mut depth = 1_usize;
        let (mut start, mut end) = (usize::MAX, 0);
        for (event, span) in self.events.by_ref() {
            match event {
                Event::Start(Tag::Table(_)) => {
                    blocks.push(Block::StrayTable(span.clone()));
                    depth += 1;
                }
                Event::Start(_) => depth += 1,
                Event::End(_) => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                _ => {}
            }
            start = start.min(span.start);
            end = end.max(span.end);
        }
        start..end
    }

    fn table(&mut self) -> Table<'a> {
        let mut table = Table { header: Row::default(), rows: Vec::new() };
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::TableHead) => table.header = self.row(span, 6),
                Event::Start(Tag::TableRow) => {
                    let row = self.row(span, table.header.cells.len());
                    table.rows.push(row);
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    fn row(&mut self, span: Span, columns: usize) -> Row<'a> {
        let line = Some(Slice::new(self.text, span).trim());
        let mut row = Row { line, cells: Vec::with_capacity(columns) };
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let cell = self.cell(span);
                    row.cells.push(cell);
                }
                Event::End(TagEnd::TableRow | TagEnd::TableHead) => break,
                _ => {}
            }
        }
        row
    }

    fn cell(&mut self, span: Span) -> Cell<'a> {
        let mut cell = Cell { text: Slice::new(self.text, span).trim(), links: Vec::new() };
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Link { .. }) => {
                    let link = self.link(span);
                    cell.links.push(link);
                }
                Event::End(TagEnd::TableCell) => break,
                _ => {}
            }
        }
        cell
    }

    /// The link that `whole` covers. Text and target are taken from the page itself, so that both stay verbatim.
    fn link(&mut self, whole: Span) -> Link<'a> {
        // Only what stands inside the brackets can end the text: a target is not an event.
        let mut end = whole.start + 1;
        for (event, span) in self.events.by_ref() {
            if matches!(event, Event::End(TagEnd::Link)) {
                break;
            }
            end = end.max(span.end);
        }
        Link {
            whole: Slice::new(self.text, whole.clone()),
            text: Slice::new(self.text, whole.start + 1..end).trim(),
            target: Slice::new(self.text, end + 2..whole.end.saturating_sub(1).max(end + 2)).trim(),
        }
    }
}

/// A heading's text up to the anchor that AWS puts at its end.
fn without_anchor(heading: Slice<'_>) -> Slice<'_> {
    let end = heading.raw().find("<a name=").unwrap_or(heading.raw().len());
    heading.split_at(end).0.trim()
}

#[cfg(test)]
mod tests {
    use super::{Block, blocks};

    fn only_table(text: &str) -> super::Table<'_> {
        match blocks(text).into_iter().next() {
            Some(Block::Table(table)) => table,
            other => panic!("not a table: {other:?}"),
        }
    }

    #[test]
    fn links_are_verbatim() {
        let page = "| a | b |\n| --- | --- |\n| [x\\.y\\* ](http://e/?a=1&amp;b) | [ <key>](#k) [](z) |\n";
        let table = only_table(page);
        let links: Vec<_> = table.rows[0].cells.iter().flat_map(|cell| &cell.links).collect();
        let texts: Vec<_> = links.iter().map(|link| (link.text.raw(), link.target.raw())).collect();
        assert_eq!(texts, [("x\\.y\\*", "http://e/?a=1&amp;b"), ("<key>", "#k"), ("", "z")]);
        for link in links {
            assert_eq!(page.get(link.text.span()), Some(link.text.raw()));
            assert_eq!(page.get(link.target.span()), Some(link.target.raw()));
        }
    }

    #[test]
    fn cells_are_counted_as_the_page_writes_them() {
        let table = only_table("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |\n| 1 \\| 2 |\nplain\n| 1 |  \n| 1 | 2\n");
        let counts: Vec<_> = table.rows.iter().map(super::Row::cells_written).collect();
        assert_eq!(counts, [3, 1, 1, 1, 2]);
    }

    #[test]
    fn headings_lose_their_anchor() {
        let found = blocks("## Actions for \\(X\\)<a name=\"x\"></a>\r\n\r\ntext\r\n");
        let [Block::Heading(_, heading), Block::Paragraph(text)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((heading.raw(), text.raw()), ("Actions for \\(X\\)", "text"));
    }
}
