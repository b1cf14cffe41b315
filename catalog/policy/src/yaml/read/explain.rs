//! Translates the errors of the parser, which often names a consequence of a mistake. The text at the place of the error
//! shows the mistake itself.

use saphyr_parser::ScanError;

use super::{
    super::{YamlError, YamlErrorKind as Kind},
    place::anchor_length,
    source::Source,
};

/// Returns the error with our message and its place.
pub(super) fn explain(source: &Source<'_>, error: &ScanError) -> YamlError {
    let at = source.offset(error.marker().index()).min(source.text.len());
    let here = source.rest(at);
    let first = here.chars().next().unwrap_or('\n');
    let at_character = |kind| YamlError::new(kind, source.span(at, at.saturating_add(first.len_utf8())));
    let info = error.info();
    let has = |part: &str| info.contains(part);
    let tab = at.checked_sub(1).filter(|before| source.byte(*before) == Some(b'\t') && has("valid YAML whitespace"));
    if let Some(tab) = tab.or_else(|| tab_of_line(source, at)) {
        return YamlError::new(Kind::Tab, source.span(tab, tab.saturating_add(1)));
    }
    match first {
        '@' | '`' | '%' if has("unexpected character") => {
            return at_character(Kind::ReservedCharacter { found: first });
        }
        '*' | '&' if has("anchor or alias") => return at_character(Kind::MissingName { found: first }),
        '*' if has("unknown anchor") => {
            let name = here.get(1..anchor_length(here)).unwrap_or_default();
            let end = at.saturating_add(anchor_length(here));
            return YamlError::new(Kind::UndefinedAlias { name: name.into() }, source.span(at, end));
        }
        _ if has("simple key expect") => {
            let (start, end) = text_before(source, at).unwrap_or((at, at.saturating_add(first.len_utf8())));
            return YamlError::new(Kind::MissingColon, source.span(start, end));
        }
        _ => {}
    }
    at_character(match info {
        _ if has("unexpected end of stream") || has("unexpected document indicator") || has("in quoted scalar") => {
            Kind::UnclosedString { quote: first }
        }
        _ if has("recursion limit") => Kind::TooDeep,
        _ if has("tab") && !has("table") => Kind::Tab,
        _ if has("escape") || has("hexadecimal") => Kind::UnknownEscape,
        _ if has("byte order mark") => Kind::ByteOrderMark,
        _ if has("unprintable") => Kind::ControlCharacter { found: first },
        _ if has("trailing content after double-quoted") => Kind::TextAfterString { quote: quote_before(source, at) },
        _ if has("mapping values are not allowed") || has("illegal placement of ':'") => colon(line_before(source, at)),
        _ if has("intercepting") => Kind::CommentInString,
        _ if has("block sequence entries are not allowed") || has("only valid inside a block") => Kind::MisplacedItem,
        _ if has("misplaced bracket") => Kind::LoneBracket { close: first },
        // The caller states the place of the bracket.
        _ if (has("',' or") || has("node content")) && here.trim_start().is_empty() => {
            Kind::UnclosedBracket { open: '[' }
        }
        _ if has("',' or '}'") => Kind::MissingComma { close: '}' },
        _ if has("',' or ']'") => Kind::MissingComma { close: ']' },
        _ if has("wrongly indented line") => Kind::Indentation,
        _ if has("block scalar") => Kind::MalformedBlock,
        _ if has("tag") || has("handle") => Kind::MalformedTag,
        _ if has("directive") => Kind::MalformedDirective,
        _ if has("expected key") || has("<document start>") || has("'-' indicator") => after(source, at, info),
        _ if has("indentation") || has("block mapping") || has("block collection") => Kind::Indentation,
        _ if has("flow node") || has("node content") || has("plain scalar") => Kind::MissingValue,
        _ => Kind::Other { description: info.into() },
    })
}

/// Returns the line of an offset, up to the offset.
fn line_before<'a>(source: &Source<'a>, at: usize) -> &'a str {
    let before = source.slice(0, at);
    before.rsplit(['\n', '\r']).next().unwrap_or_default()
}

/// Returns the range of the last text before an offset at the beginning of a line, apart from comments.
fn text_before(source: &Source<'_>, at: usize) -> Option<(usize, usize)> {
    if !line_before(source, at).trim_start().is_empty() {
        return None;
    }
    let mut start = at;
    source.slice(0, at).split_inclusive(['\n', '\r']).rev().find_map(|line| {
        start = start.saturating_sub(line.len());
        let text = line.trim();
        let from = start.saturating_add(line.len().saturating_sub(line.trim_start().len()));
        (!text.is_empty() && !text.starts_with('#')).then(|| (from, from.saturating_add(text.len())))
    })
}

/// Returns the offset of a tab in the indentation of the line of an offset.
fn tab_of_line(source: &Source<'_>, at: usize) -> Option<usize> {
    let start = at.saturating_sub(line_before(source, at).len());
    let line = source.rest(start);
    let indentation = line.get(..line.len().saturating_sub(line.trim_start_matches([' ', '\t']).len()))?;
    indentation.find('\t').map(|found| start.saturating_add(found))
}

/// Returns the quote before an offset, without spaces in between.
fn quote_before(source: &Source<'_>, at: usize) -> char {
    source.slice(0, at).trim_end_matches([' ', '\t']).chars().next_back().filter(|c| *c == '\'').unwrap_or('"')
}

/// Returns the kind of an error about a colon, after the start of its line.
fn colon(line: &str) -> Kind {
    if line.contains(": ") { Kind::ColonInString } else { Kind::ContinuedString }
}

/// Returns the kind of an error about a line or a part of it that follows a complete value.
fn after(source: &Source<'_>, at: usize, info: &str) -> Kind {
    if !line_before(source, at).trim_start().is_empty() {
        Kind::TextAfterValue
    } else if info.contains("<document start>") {
        Kind::TrailingText
    } else {
        Kind::Indentation
    }
}
