//! Reads the comments, the documentation and the string literals of Rust.

use syn::LitStr;

use super::{
    comments,
    passage::{CODE, Kind, Passage},
};

/// The sorts of comments.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Comment,
    Item,
    Module,
}

/// A comment on one line.
struct Comment<'a> {
    sort: Sort,
    line: usize,
    text: &'a str,
    /// Whether there is code before the comment on its line.
    is_after_code: bool,
}

/// Returns the passages of a source file.
pub(super) fn passages(source: &str) -> Vec<Passage> {
    let mut scanner = Scanner { source, at: 0, line: 1, comments: Vec::new(), found: Vec::new() };
    scanner.scan();
    let Scanner { comments, mut found, .. } = scanner;
    let follows = |before: &Comment<'_>, next: &Comment<'_>| {
        before.sort == next.sort && before.line + 1 == next.line && !next.is_after_code && !before.is_after_code
    };
    for block in comments.chunk_by(follows) {
        let lines: Vec<(usize, &str)> = block.iter().map(|comment| (comment.line, comment.text)).collect();
        let mut passages = comments::read(&lines);
        if let (Some(first), Some(comment)) = (passages.first_mut(), block.first()) {
            first.opens_documentation = comment.sort != Sort::Comment;
        }
        found.extend(passages);
    }
    found.sort_by_key(|passage| passage.line(0));
    found
}

/// Finds comments and string literals.
struct Scanner<'a> {
    source: &'a str,
    at: usize,
    line: usize,
    comments: Vec<Comment<'a>>,
    found: Vec<Passage>,
}

impl<'a> Scanner<'a> {
    fn scan(&mut self) {
        while let Some(first) = self.rest().chars().next() {
            let is_raw = !self.is_within_name() && raw_hashes(self.rest()).is_some();
            match first {
                '/' if self.rest().starts_with("//") => self.comment(),
                '"' => self.string(),
                'r' if is_raw => self.raw_string(),
                '\'' => self.advance(character(self.rest())),
                _ => self.advance(first.len_utf8()),
            }
        }
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn is_within_name(&self) -> bool {
        let before = self.source.get(..self.at).and_then(|text| text.chars().next_back());
        before.is_some_and(|character| character.is_alphanumeric() && character != 'b' || character == '_')
    }

    fn advance(&mut self, length: usize) {
        self.line += self.rest().bytes().take(length).filter(|byte| *byte == b'\n').count();
        self.at += length.max(1);
    }

    fn comment(&mut self) {
        let line = self.rest().lines().next().unwrap_or_default();
        let sorts = [("///", Sort::Item), ("//!", Sort::Module), ("//", Sort::Comment)];
        let is_item = !line.starts_with("////");
        let mut known = sorts.iter().filter(|(_, sort)| *sort != Sort::Item || is_item);
        let read = known.find_map(|(mark, sort)| Some((*sort, line.strip_prefix(mark)?)));
        let before = self.source.get(..self.at).and_then(|text| text.lines().next_back()).unwrap_or_default();
        let is_after_code =
            !before.trim().is_empty() && !self.source.get(..self.at).is_some_and(|text| text.ends_with('\n'));
        if let Some((sort, text)) = read {
            let text = text.strip_prefix(' ').unwrap_or(text);
            self.comments.push(Comment { sort, line: self.line, text, is_after_code });
        }
        self.advance(line.len());
    }

    fn string(&mut self) {
        let mut is_escaped = true;
        let end = self.rest().char_indices().find(|(_, character)| {
            let is_end = *character == '"' && !is_escaped;
            is_escaped = match character {
                '\\' => !is_escaped,
                _ => false,
            };
            is_end
        });
        let length = end.map_or(self.rest().len(), |(at, _)| at + 1);
        self.message(length);
    }

    fn raw_string(&mut self) {
        let end = format!("\"{}", "#".repeat(raw_hashes(self.rest()).unwrap_or_default()));
        let begin = self.rest().find('"').map_or(0, |quote| quote + 1);
        let length = self.rest().get(begin..).and_then(|text| text.find(&end)).map(|at| begin + at + end.len());
        self.message(length.unwrap_or(self.rest().len()));
    }

    /// Adds the literal at this place, if it has more than one word.
    fn message(&mut self, length: usize) {
        let literal = self.rest().get(..length).and_then(|text| syn::parse_str::<LitStr>(text).ok());
        let text = literal.map(|literal| without_code(&literal.value())).unwrap_or_default();
        if text.contains(' ') {
            // Escapes can change the line breaks, so the whole message gets the line of the literal.
            let lines = vec![self.line];
            self.found.push(Passage { kind: Kind::Message, opens_documentation: false, text, lines });
        }
        self.advance(length);
    }
}

/// Returns the number of `#` before the first quote of a raw string.
fn raw_hashes(rest: &str) -> Option<usize> {
    let text = rest.strip_prefix('r')?;
    let hashes = text.bytes().take_while(|byte| *byte == b'#').count();
    text.get(hashes..)?.starts_with('"').then_some(hashes)
}

/// Returns the length of a character literal, or of the quote of a lifetime.
fn character(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((at, _))) => {
            let after = at + 1;
            rest.get(after..).and_then(|text| text.find('\'')).map_or(1, |quote| after + quote + 1)
        }
        (_, Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// Replaces each code span by [`CODE`].
fn without_code(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let mut result = String::new();
    for (number, part) in parts.iter().enumerate() {
        let is_code = number % 2 == 1 && number + 1 < parts.len();
        result.push_str(if is_code { CODE } else { part });
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<(Kind, String, usize)> {
        passages(source).into_iter().map(|passage| (passage.kind, passage.text.clone(), passage.line(0))).collect()
    }

    fn messages(source: &str) -> Vec<(String, usize)> {
        found(source).into_iter().map(|(_, text, line)| (text, line)).collect()
    }

    #[test]
    fn comments_and_documentation_are_blocks() {
        let source = "//! Module.\n\n/// Item\n/// goes on.\n// Comment.\nfn a() {} // After.\n// Next.\n";
        let texts: Vec<_> = messages(source);
        let expected = [("Module.", 1), ("Item\ngoes on.", 3), ("Comment.", 5), ("After.", 6), ("Next.", 7)];
        assert_eq!(texts, expected.map(|(text, line)| (text.to_owned(), line)));
        let opens: Vec<bool> = passages(source).iter().map(|passage| passage.opens_documentation).collect();
        assert_eq!(opens, [true, true, false, false, false]);
    }

    #[test]
    fn strings_of_several_words_are_messages() {
        let source = "a(\"one\", \"two \\\"words\\\"\");\nb(r#\"raw \"words\" // here\"#);\nc(\"a `b c` \\\n   d\");\n";
        let expected = [("two \"words\"", 1), ("raw \"words\" // here", 2), ("a … d", 3)];
        assert_eq!(messages(source), expected.map(|(text, line)| (text.to_owned(), line)));
        assert!(found(source).iter().all(|(kind, ..)| *kind == Kind::Message));
    }

    #[test]
    fn quotes_of_characters_and_lifetimes_begin_no_string() {
        let source = "fn a<'a>(b: &'a str) { c('\"', '\\'', '\\u{41}', \"a b\") } // d\n";
        assert_eq!(messages(source), [("a b".to_owned(), 1), ("d".to_owned(), 1)]);
    }

    #[test]
    fn a_comment_within_a_string_is_no_comment() {
        assert_eq!(messages("a(\"\n// b c\n\");\n"), [("\n// b c\n".to_owned(), 1)]);
    }
}
