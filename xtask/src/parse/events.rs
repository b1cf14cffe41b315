//! Iterates over the Markdown events of a page with their places, and has the helpers that all readers of events need.

use super::blocks::{Block, Link};
use crate::slice::Slice;
use crate::source::Span;
use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

/// The events of a page, starting at a byte.
pub(crate) struct Events<'a> {
    /// The whole page.
    pub(crate) text: &'a str,
    start: usize,
    inner: OffsetIter<'a>,
}

impl<'a> Events<'a> {
    /// Creates the events of `text`, starting at byte `start`.
    pub(crate) fn new(text: &'a str, start: usize) -> Self {
        let markdown = text.get(start..).unwrap_or_default();
        Self { text, start, inner: Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() }
    }

    /// Skips the rest of the element that has just begun. Returns the place of its content.
    pub(crate) fn skip_element(&mut self, blocks: &mut Vec<Block<'a>>) -> Span {
        let mut depth = 1_usize;
        let (mut start, mut end) = (usize::MAX, 0);
        for (event, span) in self.by_ref() {
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

    /// Returns the link that `whole` covers. The text and the target are copied verbatim from the page.
    pub(crate) fn link(&mut self, whole: Span) -> Link<'a> {
        // The last event inside the brackets ends the text. The target has no event.
        let mut end = whole.start + 1;
        for (event, span) in self.by_ref() {
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

impl<'a> Iterator for Events<'a> {
    type Item = (Event<'a>, Span);

    fn next(&mut self) -> Option<Self::Item> {
        let (event, span) = self.inner.next()?;
        Some((event, span.start + self.start..span.end + self.start))
    }
}
