//! Builds a list of two levels from Markdown events.

use super::blocks::{Block, Cell, Item};
use super::events::Events;
use crate::slice::Slice;
use crate::source::Span;
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

/// Reads the items of the list that has just begun. Adds the tables inside it to `blocks`.
pub(crate) fn list<'a>(events: &mut Events<'a>, blocks: &mut Vec<Block<'a>>) -> Vec<Item<'a>> {
    let mut items = Vec::new();
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::Item) => items.push(item(events, span, blocks)),
            Event::End(TagEnd::List(_)) => break,
            _ => {}
        }
    }
    items
}

/// Reads an item of the first level.
fn item<'a>(events: &mut Events<'a>, whole: Span, blocks: &mut Vec<Block<'a>>) -> Item<'a> {
    let mut head_end = None;
    let mut items = Vec::new();
    let mut links = Vec::new();
    let mut rest: Option<Span> = None;
    // Ignore paragraphs: Markdown adds them if there are empty lines between any items of the list.
    let mut depth = 0_usize;
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::List(_)) if depth == 0 => {
                head_end = head_end.or(Some(span.start));
                items_inside(events, &mut items, blocks);
                continue;
            }
            Event::End(TagEnd::Item) if depth == 0 => break,
            Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) if head_end.is_none() => {
                links.push(events.link(span));
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
    let head = Slice::new(events.text, whole.start..head_end.unwrap_or(whole.end));
    let rest = rest.map(|rest| Slice::new(events.text, rest).trim()).filter(|rest| !rest.is_empty());
    Item { head: Cell { text: without_bullet(head), links }, items, rest }
}

/// Reads the items of the second level.
fn items_inside<'a>(events: &mut Events<'a>, items: &mut Vec<Cell<'a>>, blocks: &mut Vec<Block<'a>>) {
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::Item) => {
                let mut links = Vec::new();
                let mut depth = 1_usize;
                while let Some((event, span)) = events.next() {
                    match event {
                        Event::Start(Tag::Link { link_type: LinkType::Inline, .. }) => links.push(events.link(span)),
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
                items.push(Cell { text: without_bullet(Slice::new(events.text, span)), links });
            }
            Event::End(TagEnd::List(_)) => break,
            _ => {}
        }
    }
}

/// Returns an item's text without its bullet or number.
fn without_bullet(item: Slice<'_>) -> Slice<'_> {
    let item = item.trim();
    let digits = item.raw().len() - item.raw().trim_start_matches(|first: char| first.is_ascii_digit()).len();
    item.split_at(digits + 1).1.trim()
}
