//! Changes a source that the parser refuses, but that AWS CloudFormation and other readers of YAML 1.1 accept.
//!
//! * Lines in brackets and quotes do not need any indentation. It can have tabs.
//! * A comment can follow a quote or a bracket without a space.
//! * Two halves of an escaped surrogate pair are a character, as in JSON.
//!
//! Placeholders of template engines such as `{{ name }}` become strings. Each change keeps the offsets of all other
//! characters.

use alloc::{string::String, vec::Vec};

use super::place::{line_length, quoted_length};

/// The first byte of a placeholder in the changed source.
pub(super) const PLACEHOLDER: char = '\u{1}';

/// The other bytes of a placeholder in the changed source.
pub(super) const PLACEHOLDER_REST: char = '\u{2}';

/// Returns a source of the same length in which the content of quotes is hidden, and lines in brackets are joined.
pub(super) fn repaired(text: &str) -> Option<String> {
    let mut repair =
        Repair { text, changed: text.as_bytes().to_vec(), at: 0, line: 0, brackets: 0, column: 0, is_fresh: true };
    while repair.at < text.len() {
        let before = repair.at;
        repair.token();
        if repair.at == before {
            // Each token has at least one character, so the loop ends.
            repair.skip(1);
        }
    }
    String::from_utf8(repair.changed).ok()
}

struct Repair<'t> {
    text: &'t str,
    changed: Vec<u8>,
    at: usize,
    /// The offset of the first byte of the line.
    line: usize,
    /// The number of open brackets.
    brackets: usize,
    /// The column of the name or the item around the next value.
    column: usize,
    /// True if the next string can begin a name.
    is_fresh: bool,
}

impl<'t> Repair<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn is_in_brackets(&self) -> bool {
        self.brackets > 0
    }

    /// Returns the number of bytes between the start of the line and the current offset.
    const fn current_column(&self) -> usize {
        self.at.saturating_sub(self.line)
    }

    /// Replaces the bytes between two offsets.
    fn replace(&mut self, start: usize, end: usize, with: u8) {
        if let Some(bytes) = self.changed.get_mut(start..end) {
            bytes.fill(with);
        }
    }

    /// Moves by a number of bytes, or to the end of a character that begins before it.
    fn skip(&mut self, length: usize) {
        let start = self.at;
        self.at = self.at.saturating_add(length);
        while !self.text.is_char_boundary(self.at) && self.at < self.text.len() {
            self.at = self.at.saturating_add(1);
        }
        self.at = self.at.min(self.text.len());
        let skipped = self.text.get(start..self.at).unwrap_or_default();
        if let Some(last) = skipped.rfind(['\n', '\r']) {
            self.line = start.saturating_add(last).saturating_add(1);
        }
    }

    fn token(&mut self) {
        let rest = self.rest();
        let mut bytes = rest.bytes();
        let (Some(byte), next) = (bytes.next(), bytes.next()) else { return };
        let is_before_space = next.is_none_or(|next| matches!(next, b' ' | b'\t' | b'\n' | b'\r'));
        match byte {
            b'\t' if self.is_in_brackets() => {
                self.replace(self.at, self.at.saturating_add(1), b' ');
                self.skip(1);
            }
            b' ' | b'\t' | b',' => self.skip(1),
            b'\n' | b'\r' => self.line_break(),
            b'#' => self.comment(),
            b'"' | b'\'' => {
                self.name();
                let end = self.at.saturating_add(quoted_length(rest));
                self.replace(self.at.saturating_add(1), end.saturating_sub(1), b'x');
                self.skip(quoted_length(rest));
            }
            b'{' if rest.starts_with("{{") && self.placeholder() => {}
            b'[' | b'{' => {
                self.name();
                self.brackets = self.brackets.saturating_add(1);
                self.skip(1);
            }
            b']' | b'}' => {
                self.brackets = self.brackets.saturating_sub(1);
                self.skip(1);
            }
            b'|' | b'>' if !self.is_in_brackets() && is_header(rest) => self.block(),
            b'-' | b'?' if is_before_space => {
                self.column = self.current_column();
                self.is_fresh = true;
                self.skip(1);
            }
            b':' if is_before_space || self.is_in_brackets() => self.skip(1),
            b'%' if self.current_column() == 0 => self.skip(line_length(rest)),
            b'!' | b'&' | b'*' => self.property(),
            _ => {
                self.name();
                self.plain();
            }
        }
    }

    /// Notes the column of a string that can be a name.
    fn name(&mut self) {
        if self.is_fresh && !self.is_in_brackets() {
            self.column = self.current_column();
            self.is_fresh = false;
        }
    }

    /// Hides a comment in brackets, and a comment without a space in front.
    fn comment(&mut self) {
        let length = line_length(self.rest());
        let before = self.text.get(..self.at).unwrap_or_default();
        if self.is_in_brackets() || !before.ends_with([' ', '\t', '\n', '\r']) {
            self.replace(self.at, self.at.saturating_add(length), b' ');
        }
        self.skip(length);
    }

    fn line_break(&mut self) {
        if self.is_in_brackets() {
            self.replace(self.at, self.at.saturating_add(1), b' ');
        } else {
            self.is_fresh = true;
        }
        self.skip(1);
    }

    fn property(&mut self) {
        let is_in_brackets = self.is_in_brackets();
        let is_end = |c: char| {
            matches!(c, ' ' | '\t' | '\n' | '\r') || is_in_brackets && matches!(c, ',' | '[' | ']' | '{' | '}')
        };
        let rest = self.rest();
        self.skip(rest.find(is_end).unwrap_or(rest.len()));
    }

    /// Hides a placeholder, and skips the string that it begins. Returns false if the source has no placeholder at this place.
    fn placeholder(&mut self) -> bool {
        let rest = self.rest();
        let line = rest.get(..line_length(rest)).unwrap_or_default();
        let Some(length) = line.find("}}").map(|at| at.saturating_add(2)) else { return false };
        self.name();
        let end = self.at.saturating_add(length);
        self.replace(self.at, end, u8::try_from(PLACEHOLDER_REST).unwrap_or(b'x'));
        self.replace(self.at, self.at.saturating_add(1), u8::try_from(PLACEHOLDER).unwrap_or(b'x'));
        self.skip(length);
        self.plain();
        true
    }

    /// Skips a string without quotes up to the end of its line.
    fn plain(&mut self) {
        let rest = self.rest();
        let mut previous = 'x';
        for (at, c) in rest.char_indices() {
            let after = rest.get(at.saturating_add(1)..).unwrap_or_default();
            let is_end = match c {
                '\n' | '\r' => true,
                ':' => after.is_empty() || after.starts_with([' ', '\t', '\n', '\r']),
                '#' => matches!(previous, ' ' | '\t'),
                ',' | '[' | ']' | '{' | '}' => self.is_in_brackets(),
                _ => false,
            };
            if is_end {
                self.skip(at);
                return;
            }
            previous = c;
        }
        self.skip(rest.len());
    }

    /// Skips a block. Its lines have a larger indentation than the name or the item that it belongs to.
    fn block(&mut self) {
        self.skip(line_length(self.rest()));
        loop {
            let rest = self.rest();
            let ending = if rest.starts_with("\r\n") { 2 } else { 1 };
            let line = rest.get(ending..).unwrap_or_default();
            let content = line.trim_start_matches(' ');
            let indentation = line.len().saturating_sub(content.len());
            let is_blank = content.is_empty() || content.starts_with(['\n', '\r']);
            if rest.is_empty() || !is_blank && indentation <= self.column {
                return;
            }
            self.skip(ending.saturating_add(line_length(line)));
        }
    }
}

/// Returns true if a line is the first line of a block, such as `|2- # comment`.
fn is_header(text: &str) -> bool {
    let line = text.get(1..line_length(text)).unwrap_or_default();
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-'));
    let content = rest.trim_start_matches([' ', '\t']);
    content.is_empty() || content.starts_with('#') && content.len() < rest.len()
}
