//! The Markdown events of a page with their places, and what every reader of them needs.

use super::blocks::{Block, Link};
use crate::slice::Slice;
use crate::source::Span;
use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag, TagEnd};

/// The events of a page from one byte on.
pub(crate) struct Events<'a> {
    /// The whole page.
    pub(crate) text: &'a str,
    start: usize,
    inner: OffsetIter<'a>,
}

impl<'a> Events<'a> {
    /// Reads `text` from byte `start` on.
    pub(crate) fn new(text: &'a str, start: usize) -> Self {
        let markdown = text.get(start..).unwrap_or_default();
        Self { text, start, inner: Parser::new_ext(markdown, Options::ENABLE_TABLES).into_offset_iter() }
    }

    /// Passes over the rest of the element that has just begun, and returns the place of its content.
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

    /// Returns the link that `whole` covers. Text and target are taken from the page itself, so that both stay verbatim.
    pub(crate) fn link(&mut self, whole: Span) -> Link<'a> {
        // Only what stands inside the brackets can end the text: a target is not an event.
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
