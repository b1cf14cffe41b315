//! Markdown events → blocks.

use super::blocks::{Block, Cell, Item, Link, List, Row, Table};
use crate::slice::Slice;
use crate::source::Span;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

/// The blocks of a page from byte `start` on, in order.
pub(crate) fn blocks(text: &str, start: usize) -> Vec<Block<'_>> {
    let markdown = text.get(start..).unwrap_or_default();
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES)
        .into_offset_iter()
        .map(|(event, span)| (event, span.start + start..span.end + start));
    Reader { text, events }.blocks()
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
                    let items = self.list(&mut blocks);
                    // A table inside is an error already.
                    if blocks.len() == before {
                        blocks.push(Block::List(List { text: Slice::new(self.text, span).trim(), items }));
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

    fn list(&mut self, blocks: &mut Vec<Block<'a>>) -> Vec<Item<'a>> {
        let mut items = Vec::new();
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.item(span, blocks)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items
    }

    /// An item of the first level.
    fn item(&mut self, whole: Span, blocks: &mut Vec<Block<'a>>) -> Item<'a> {
        let mut head_end = None;
        let mut items = Vec::new();
        let mut links = Vec::new();
        let mut rest: Option<Span> = None;
        // Paragraphs are there or not, depending on empty lines between items that may be far away.
        let mut depth = 0_usize;
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::List(_)) if depth == 0 => {
                    head_end = head_end.or(Some(span.start));
                    self.items_inside(&mut items, blocks);
                    continue;
                }
                Event::End(TagEnd::Item) if depth == 0 => break,
                Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) if head_end.is_none() => {
                    links.push(self.link(span));
                    continue;
                }
                Event::Start(Tag::Table(_)) => {
                    blocks.push(Block::StrayTable(span.clone()));
                    depth += 1;
                }
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if head_end.is_some() {
                rest = Some(rest.map_or(span.clone(), |rest| rest.start..span.end.max(rest.end)));
            }
        }
        let head = Slice::new(self.text, whole.start..head_end.unwrap_or(whole.end));
        let rest = rest.map(|rest| Slice::new(self.text, rest).trim()).filter(|rest| !rest.is_empty());
        Item { head: Cell { text: without_bullet(head), links }, items, rest }
    }

    /// The items of the second level.
    fn items_inside(&mut self, items: &mut Vec<Cell<'a>>, blocks: &mut Vec<Block<'a>>) {
        while let Some((event, span)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let mut links = Vec::new();
                    let mut depth = 1_usize;
                    while let Some((event, span)) = self.events.next() {
                        match event {
                            Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) => links.push(self.link(span)),
                            Event::Start(Tag::Table(_)) => {
                                blocks.push(Block::StrayTable(span));
                                depth += 1;
                            }
                            Event::Start(_) => depth += 1,
                            Event::End(_) => depth -= 1,
                            _ => {}
                        }
                        if depth == 0 {
                            break;
                        }
                    }
                    items.push(Cell { text: without_bullet(Slice::new(self.text, span)), links });
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
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
                // Only `[text](target)` is AWS's; any other kind of link is text.
                Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) => {
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

/// An item's text, for the bullet or number is part of the item.
fn without_bullet(item: Slice<'_>) -> Slice<'_> {
    let item = item.trim();
    let digits = item.raw().len() - item.raw().trim_start_matches(|first: char| first.is_ascii_digit()).len();
    item.split_at(digits + 1).1.trim()
}

#[cfg(test)]
mod tests {
    use super::super::blocks::{Block, Row, Table};
    use super::blocks as blocks_from;
    use crate::slice::Slice;

    fn blocks(text: &str) -> Vec<Block<'_>> {
        blocks_from(text, 0)
    }

    #[test]
    fn lists_have_two_levels_whatever_markdown_makes_of_their_text() {
        let page = "- **   [A](x)  **\n  - **D:** do:\n    - one\n    - two\n  - **R:** [b](#b) \n\n- **   C  **\n  1. d\n\n  rest\n";
        let found = blocks(page);
        let [Block::List(list)] = found.as_slice() else { panic!("{found:?}") };
        let texts: Vec<_> = list
            .items
            .iter()
            .map(|item| {
                let items: Vec<_> = item.items.iter().map(|item| (item.text.raw(), item.links.len())).collect();
                (item.head.text.raw(), item.head.links.len(), items, item.rest.map(Slice::raw))
            })
            .collect();
        let first = vec![("**D:** do:\n    - one\n    - two", 0), ("**R:** [b](#b)", 1)];
        assert_eq!(texts, [("**   [A](x)  **", 1, first, None), ("**   C  **", 0, vec![("d", 0)], Some("rest"))]);
    }

    fn only_table(text: &str) -> Table<'_> {
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
        let counts: Vec<_> = table.rows.iter().map(Row::cells_written).collect();
        assert_eq!(counts, [3, 1, 1, 1, 2]);
    }

    #[test]
    fn headings_lose_their_anchor() {
        let found = blocks("## Actions for \\(X\\)<a name=\"x\"></a>\r\n\r\ntext\r\n");
        let [Block::Heading(_, heading), Block::Paragraph(text)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((heading.raw(), text.raw()), ("Actions for \\(X\\)", "text"));
    }
}
