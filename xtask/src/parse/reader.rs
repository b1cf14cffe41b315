//! Builds blocks from Markdown events.

use super::blocks::{Block, List};
use super::events::Events;
use super::{list_reader, table_reader};
use crate::slice::Slice;
use pulldown_cmark::{Event, Tag};

/// Reads the blocks of a page from byte `start` on, in order.
pub(crate) fn blocks(text: &str, start: usize) -> Vec<Block<'_>> {
    let mut events = Events::new(text, start);
    let mut blocks = Vec::new();
    while let Some((event, span)) = events.next() {
        let Event::Start(tag) = event else { continue };
        let before = blocks.len();
        match tag {
            Tag::Table(_) => blocks.push(Block::Table(table_reader::table(&mut events))),
            Tag::Heading { level, .. } => {
                let inner = events.skip_element(&mut blocks);
                blocks.push(Block::Heading(level, without_anchor(Slice::new(text, inner))));
            }
            Tag::Paragraph => {
                events.skip_element(&mut blocks);
                blocks.push(Block::Paragraph(Slice::new(text, span).trim()));
            }
            Tag::List(_) => {
                let items = list_reader::list(&mut events, &mut blocks);
                // A table inside the list is already an error.
                if blocks.len() == before {
                    blocks.push(Block::List(List { text: Slice::new(text, span).trim(), items }));
                }
            }
            Tag::HtmlBlock => {
                events.skip_element(&mut blocks);
                let html = Slice::new(text, span).trim();
                let has_table = html.raw().to_ascii_lowercase().contains("<tr");
                blocks.push(if has_table { Block::StrayTable(html.span()) } else { Block::Other(html) });
            }
            _ => {
                events.skip_element(&mut blocks);
                if blocks.len() == before {
                    blocks.push(Block::Other(Slice::new(text, span).trim()));
                }
            }
        }
    }
    blocks
}

/// Returns the text of a heading before the anchor that AWS puts at its end.
fn without_anchor(heading: Slice<'_>) -> Slice<'_> {
    let end = heading.raw().find("<a name=").unwrap_or(heading.raw().len());
    heading.split_at(end).0.trim()
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
