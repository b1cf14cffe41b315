//! Builds trees from the events of the parser, without recursion.

use alloc::{borrow::Cow, boxed::Box, string::String, vec::Vec};

use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks, StrInput, Tag};

use super::{
    super::{YamlError, YamlErrorKind as Kind},
    anchors::{Anchored, Anchors, TooManyCopies},
    explain::explain,
    merge,
    parts::{Content, Name, Node, Open, Tagged, hole, is_function},
    place::{self, Properties},
    quoted,
    repair::{PLACEHOLDER, repaired},
    scalar,
    source::Source,
    tag::{self, Meaning},
};
use crate::{
    hole::Hole,
    json::{DEPTH_LIMIT, Data, Member, Span, Value},
};

type Result<T> = core::result::Result<T, YamlError>;

/// Parses all documents of a source.
pub(super) fn parse(bytes: &[u8]) -> Result<Vec<Value<'_>>> {
    let source = Source::new(bytes)?;
    let error = match documents(&source) {
        Err(error) if is_repairable(&error) => error,
        result => return result,
    };
    let Some(repaired) = repaired(source.text) else { return Err(error) };
    // The mistake that is left is the first one that a repair does not remove.
    documents(&source.with_repaired(repaired)).map_err(|left| match (error.kind(), left.kind()) {
        (Kind::UnclosedString { .. }, _) => error,
        (_, Kind::UnclosedBracket { .. }) => left,
        _ if left.span() > error.span() => left,
        _ => error,
    })
}

/// Returns true if an error may be one that other readers do not report.
const fn is_repairable(error: &YamlError) -> bool {
    !matches!(error.kind(), Kind::TooDeep | Kind::TooManyCopies | Kind::UndefinedAlias { .. })
}

/// Parses all documents of a source, as it is.
fn documents<'a>(source: &Source<'a>) -> Result<Vec<Value<'a>>> {
    let mut parser = Parser::new(StrInput::new(&source.parsed));
    let mut builder = Builder { source, documents: Vec::new(), open: Vec::new(), anchors: Anchors::default(), end: 0 };
    while let Some(event) = parser.next_event() {
        let (event, marks) = event.map_err(|error| builder.at_bracket(explain(source, &error)))?;
        builder.event(event, marks)?;
    }
    Ok(builder.documents)
}

struct Builder<'s, 'a> {
    source: &'s Source<'a>,
    documents: Vec<Value<'a>>,
    open: Vec<Open<'a>>,
    anchors: Anchors<'a>,
    /// The offset after the last token.
    end: usize,
}

impl<'a> Builder<'_, 'a> {
    fn event(&mut self, event: Event<'_>, marks: Marks) -> Result<()> {
        match event {
            Event::DocumentStart(_) => {
                self.anchors.clear();
                self.end = self.source.offset(marks.end.index());
            }
            Event::Scalar(text, style, anchor, tag) => self.scalar(text, style, anchor, tag.as_deref(), marks)?,
            Event::Alias(id) => self.alias(id, marks)?,
            Event::SequenceStart(anchor, tag) => {
                self.start(Content::Items(Vec::new()), anchor, tag.as_deref(), marks)?;
            }
            Event::MappingStart(anchor, tag) => {
                self.start(Content::Members(Box::default()), anchor, tag.as_deref(), marks)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(marks)?,
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        Ok(())
    }

    /// Moves an error about a bracket that is not closed to the bracket.
    fn at_bracket(&self, error: YamlError) -> YamlError {
        let open = self.open.iter().rev().find(|open| open.is_in_brackets);
        match (error.kind(), open) {
            (Kind::UnclosedBracket { .. }, Some(Open { start, .. })) => {
                let open = if self.source.byte(*start) == Some(b'[') { '[' } else { '{' };
                self.error(Kind::UnclosedBracket { open }, *start, start.saturating_add(1))
            }
            (Kind::UnclosedBracket { .. }, None) => YamlError::new(Kind::MissingValue, error.span()),
            _ => error,
        }
    }

    fn error(&self, kind: Kind, start: usize, end: usize) -> YamlError {
        YamlError::new(kind, self.source.span(start, end))
    }

    /// Returns the number of lists and objects around the next value.
    fn depth(&self) -> usize {
        self.open.last().map_or(0, |open| open.depth)
    }

    /// Returns true if the next value is the name of a member.
    fn expects_name(&self) -> bool {
        matches!(self.open.last(), Some(Open { content: Content::Members(members), .. }) if members.name.is_none())
    }

    /// Returns the place of a value with properties, and its tag.
    fn properties(&self, anchor: usize, tag: Option<&Tag>, marks: Marks) -> (usize, Option<Tagged>) {
        let start = self.source.offset(marks.start.index());
        if anchor == 0 && tag.is_none() {
            return (start, None);
        }
        let Properties { tag: place, content } = place::properties(self.source, start, anchor != 0, tag.is_some());
        let (start, end) = place.unwrap_or((start, start));
        (content, tag.map(|tag| Tagged { meaning: tag::meaning(tag), start, end }))
    }

    fn scalar(
        &mut self,
        text: Cow<'_, str>,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        marks: Marks,
    ) -> Result<()> {
        let (content, tagged) = self.properties(anchor, tag, marks);
        let has_properties = anchor != 0 || tag.is_some();
        let last = self.source.offset(marks.end.index());
        let (start, end) = match style {
            ScalarStyle::Plain if text.is_empty() && has_properties => (last, last),
            ScalarStyle::Plain if text.is_empty() => self.empty_place(content),
            ScalarStyle::Plain => (content, last),
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                (content, content.saturating_add(place::quoted_length(self.source.rest(content))))
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = if has_properties { content } else { place::mark(self.source, self.end, b"|>") };
                (start, place::block_end(self.source, start, last))
            }
        };
        self.end = self.end.max(end);
        let span = self.source.span(start, end);
        if self.source.is_repaired() && style == ScalarStyle::Plain && text.contains(PLACEHOLDER) {
            return self.placeholder(start, end);
        }
        let text = self.decoded(text, style, start, end)?;
        if self.expects_name() {
            let is_merge = style == ScalarStyle::Plain && tag.is_none() && text == merge::KEY;
            if anchor != 0 {
                let value = Value::new(span, Data::String(text.clone()));
                self.define(anchor, &value, 0)?;
            }
            // CloudFormation has no functions in names, but other readers of tags do.
            let is_function = tagged.as_ref().is_some_and(is_function);
            let hole = is_function.then(|| Box::new(Hole::anything(text.clone())));
            let text = if is_function { Cow::Borrowed(Hole::ANYTHING) } else { text };
            self.name(Name { text, hole, span, is_merge });
            return Ok(());
        }
        let data = match &tagged {
            Some(Tagged { meaning: Meaning::Standard(tag), .. }) => scalar::tagged(text, tag),
            // A function gets a string, as its tag replaces the type that the text would have.
            Some(Tagged { meaning: Meaning::Function(_), .. }) => Data::String(text),
            _ if style == ScalarStyle::Plain => scalar::plain(text),
            _ => Data::String(text),
        };
        self.finish(Node { value: Value::new(span, data), height: 0 }, anchor, tagged)
    }

    /// Returns the place of an empty value, where the parser states the place of the next or the previous token.
    fn empty_place(&self, token: usize) -> (usize, usize) {
        let before = self.source.slice(self.end, token).trim_end_matches([' ', '\t', '\n', '\r']);
        let is_colon = self.source.byte(token) == Some(b':');
        let at = if is_colon { token.saturating_add(1) } else { self.end.saturating_add(before.len()) };
        (at, at)
    }

    /// Returns a string that borrows from the source, if the source has the same text.
    fn decoded(&self, text: Cow<'_, str>, style: ScalarStyle, start: usize, end: usize) -> Result<Cow<'a, str>> {
        let is_quoted = matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        let first = start.saturating_add(usize::from(is_quoted));
        let written = self.source.slice(first, end.saturating_sub(usize::from(is_quoted)));
        if written == text {
            return Ok(Cow::Borrowed(written));
        }
        if !(is_quoted && self.source.is_repaired()) {
            return Ok(Cow::Owned(text.into_owned()));
        }
        quoted::decode(written, style == ScalarStyle::DoubleQuoted).map_err(|offset| {
            let at = first.saturating_add(offset);
            self.error(Kind::UnknownEscape, at, at.saturating_add(1))
        })
    }

    /// Adds a string with a placeholder of a template engine.
    fn placeholder(&mut self, start: usize, end: usize) -> Result<()> {
        let written = self.source.slice(start, end);
        let hole = hole(written);
        let span = self.source.span(start, end);
        if self.expects_name() {
            let name =
                Name { text: Cow::Owned(hole.stand_in().into()), hole: Some(Box::new(hole)), span, is_merge: false };
            self.name(name);
            return Ok(());
        }
        self.finish(Node { value: Value::new(span, Data::Hole(Box::new(hole))), height: 0 }, 0, None)
    }

    fn alias(&mut self, id: usize, marks: Marks) -> Result<()> {
        let (start, end) = (self.source.offset(marks.start.index()), self.source.offset(marks.end.index()));
        self.end = self.end.max(end);
        let copy = self.anchors.copy(id).map_err(|TooManyCopies| self.error(Kind::TooManyCopies, start, end))?;
        let Some(Anchored { value, height }) = copy else {
            let name = String::from(self.source.slice(start.saturating_add(1), end));
            let is_open = self.open.iter().any(|open| open.anchor == id);
            let kind = if is_open { Kind::RecursiveAlias { name } } else { Kind::UndefinedAlias { name } };
            return Err(self.error(kind, start, end));
        };
        if self.depth().saturating_add(height) > DEPTH_LIMIT {
            return Err(self.error(Kind::TooDeep, start, end));
        }
        if !self.expects_name() {
            return self.add(Node { value, height });
        }
        let span = self.source.span(start, end);
        let text = match value.data {
            Data::String(text) | Data::Number(text) => text,
            Data::Null | Data::Bool(_) => self.written(value.span),
            _ => return Err(YamlError::new(Kind::ComplexName, span)),
        };
        self.name(Name { text, hole: None, span: value.span, is_merge: false });
        Ok(())
    }

    /// Returns the source of a span.
    fn written(&self, span: Span) -> Cow<'a, str> {
        let shift = self.source.span(0, 0).start;
        let offset = |at: u32| usize::try_from(at.saturating_sub(shift)).unwrap_or(usize::MAX);
        Cow::Borrowed(self.source.slice(offset(span.start), offset(span.end)))
    }

    fn start(&mut self, content: Content<'a>, anchor: usize, tag: Option<&Tag>, marks: Marks) -> Result<()> {
        let has_properties = anchor != 0 || tag.is_some();
        let (mut start, tag) = self.properties(anchor, tag, marks);
        let last = self.source.offset(marks.end.index());
        let is_in_brackets = matches!(self.source.byte(start), Some(b'[' | b'{')) && last > start;
        if self.expects_name() {
            return Err(self.error(Kind::ComplexName, start, last.max(start.saturating_add(1))));
        }
        let is_of_member = matches!(self.open.last(), Some(Open { content: Content::Members(_), .. }));
        if matches!(content, Content::Items(_)) && !is_in_brackets && !has_properties && is_of_member {
            // The parser states the place of the first item, if the list is not indented.
            start = place::mark(self.source, self.end, b"-");
        }
        let levels = if tag.as_ref().is_some_and(is_function) { 2 } else { 1 };
        let depth = self.depth().saturating_add(levels);
        if depth > DEPTH_LIMIT {
            return Err(self.error(Kind::TooDeep, start, start.saturating_add(1)));
        }
        self.end = self.end.max(if is_in_brackets { start.saturating_add(1) } else { start });
        self.open.push(Open { start, is_in_brackets, anchor, tag, depth, height: 0, content });
        Ok(())
    }

    fn close(&mut self, marks: Marks) -> Result<()> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let bracket = self.source.offset(marks.start.index());
        if open.is_in_brackets && matches!(self.source.byte(bracket), Some(b']' | b'}')) {
            self.end = self.end.max(bracket.saturating_add(1));
        }
        let data = match open.content {
            Content::Items(items) => Data::Array(items),
            Content::Members(mut found) => {
                if !found.merged.is_empty() {
                    merge::merge(&mut found.own, found.merged);
                }
                Data::Object(found.own)
            }
        };
        let value = Value::new(self.source.span(open.start, self.end.max(open.start)), data);
        self.finish(Node { value, height: open.height.saturating_add(1) }, open.anchor, open.tag)
    }

    /// Adds a value with its properties.
    fn finish(&mut self, mut node: Node<'a>, anchor: usize, tag: Option<Tagged>) -> Result<()> {
        if let Some(Tagged { meaning: Meaning::Function(name), start, end }) = tag {
            if self.depth().saturating_add(node.height).saturating_add(1) > DEPTH_LIMIT {
                return Err(self.error(Kind::TooDeep, start, end));
            }
            let span = Span::new(self.source.span(start, end).start, node.value.span.end);
            let member = Member::new(name, self.source.span(start, end), node.value);
            node =
                Node { value: Value::new(span, Data::Object([member].into())), height: node.height.saturating_add(1) };
        }
        if anchor != 0 {
            self.define(anchor, &node.value, node.height)?;
        }
        self.add(node)
    }

    fn define(&mut self, anchor: usize, value: &Value<'a>, height: usize) -> Result<()> {
        let defined = self.anchors.define(anchor, value, height);
        defined.map_err(|TooManyCopies| YamlError::new(Kind::TooManyCopies, value.span))
    }

    fn name(&mut self, name: Name<'a>) {
        if let Some(Open { content: Content::Members(members), .. }) = self.open.last_mut() {
            members.name = Some(name);
        }
    }

    /// Adds a value to the collection around it, or as a document.
    fn add(&mut self, node: Node<'a>) -> Result<()> {
        let Some(open) = self.open.last_mut() else {
            self.documents.push(node.value);
            return Ok(());
        };
        open.height = open.height.max(node.height);
        match &mut open.content {
            Content::Items(items) => items.push(node.value),
            Content::Members(found) => {
                let Some(name) = found.name.take() else { return Ok(()) };
                if name.is_merge {
                    let mappings = merge::mappings(node.value);
                    found.merged.extend(mappings.map_err(|span| YamlError::new(Kind::MergeOfOther, span))?);
                } else {
                    let mut member = Member::new(name.text, name.span, node.value);
                    member.name_hole = name.hole;
                    found.own.push(member);
                }
            }
        }
        Ok(())
    }
}
