//! Reads the passages of Markdown.

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::passage::{CODE, Kind, Passage};

/// Returns the passages of Markdown. `place` converts the index of a line of `source` to a line number in the
/// file.
pub(super) fn passages(source: &str, place: impl Fn(usize) -> usize) -> Vec<Passage> {
    let starts: Vec<usize> =
        std::iter::once(0).chain(source.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
    let line_of = |at: usize| place(starts.partition_point(|start| *start <= at).saturating_sub(1));
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter() {
        reader.event(event, line_of(range.start));
    }
    reader.end();
    reader.found
}

#[derive(Default)]
struct Reader {
    found: Vec<Passage>,
    open: Option<Passage>,
    /// The number of list items around the current place.
    items: usize,
    in_code: bool,
    in_address: bool,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, line: usize) {
        match event {
            Event::Start(Tag::Paragraph) => self.begin(if self.items > 0 { Kind::Item } else { Kind::Paragraph }),
            Event::Start(Tag::Heading { .. }) => self.begin(Kind::Heading),
            Event::Start(Tag::TableCell) => self.begin(Kind::Cell),
            Event::Start(Tag::Item) => {
                self.items += 1;
                self.begin(Kind::Item);
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.end();
                self.in_code = true;
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {
                self.push(CODE, line);
                self.in_address = true;
            }
            Event::End(TagEnd::Item) => {
                self.end();
                self.items = self.items.saturating_sub(1);
            }
            Event::End(TagEnd::CodeBlock) => self.in_code = false,
            Event::End(TagEnd::Link) => self.in_address = false,
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell) => self.end(),
            Event::Text(text) if !self.in_code && !self.in_address => self.push(&text, line),
            Event::Code(_) => self.push(CODE, line),
            Event::SoftBreak | Event::HardBreak => self.break_line(),
            _ => {}
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.end();
        self.open = Some(Passage { kind, opens_documentation: false, text: String::new(), lines: Vec::new() });
    }

    fn end(&mut self) {
        self.found.extend(self.open.take().filter(|passage| !passage.text.is_empty()));
    }

    fn push(&mut self, text: &str, line: usize) {
        if self.open.is_none() {
            self.begin(Kind::Item);
        }
        let Some(open) = &mut self.open else { return };
        if open.text.is_empty() || open.text.ends_with('\n') {
            open.lines.push(line);
        }
        open.text.push_str(text);
    }

    fn break_line(&mut self) {
        if let Some(open) = &mut self.open {
            open.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<(Kind, String, usize)> {
        let passages = passages(source, |line| line + 1);
        passages.into_iter().map(|passage| (passage.kind, passage.text.clone(), passage.line(0))).collect()
    }

    fn one(kind: Kind, text: &str, line: usize) -> (Kind, String, usize) {
        (kind, text.to_owned(), line)
    }

    #[test]
    fn every_kind_is_read() {
        let source = "# Head\n\nOne `a b`\ntwo.\n\n* item\n  goes on\n* next\n\n| a | b |\n| - | - |\n| c | d |\n";
        let expected = [
            one(Kind::Heading, "Head", 1),
            one(Kind::Paragraph, "One …\ntwo.", 3),
            one(Kind::Item, "item\ngoes on", 6),
            one(Kind::Item, "next", 8),
            one(Kind::Cell, "a", 10),
            one(Kind::Cell, "b", 10),
            one(Kind::Cell, "c", 12),
            one(Kind::Cell, "d", 12),
        ];
        assert_eq!(found(source), expected);
    }

    #[test]
    fn items_with_paragraphs_are_items() {
        let expected = [one(Kind::Item, "a", 1), one(Kind::Item, "b", 3), one(Kind::Paragraph, "c", 5)];
        assert_eq!(found("* a\n\n* b\n\nc\n"), expected);
    }

    #[test]
    fn code_and_addresses_are_not_read() {
        let source = "a\n\n```rust\nb\n```\n\n[c](d.md) <https://e> <!-- f -->\n";
        assert_eq!(found(source), [one(Kind::Paragraph, "a", 1), one(Kind::Paragraph, "c … ", 7)]);
    }

    #[test]
    fn each_line_keeps_its_number() {
        let passages = passages("a\nb `c\nd` e\n", |line| line + 10);
        let [passage] = passages.as_slice() else { panic!("{passages:?}") };
        let at = |text: &str| passage.line(passage.text.find(text).unwrap_or_default());
        assert_eq!((at("a"), at("b")), (10, 11));
    }
}
