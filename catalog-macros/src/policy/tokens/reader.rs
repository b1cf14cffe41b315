//! Reads tokens as JSON.

use std::borrow::Cow;

use catalog_policy::json::{self, DEPTH_LIMIT, Data, JsonError, JsonErrorKind as Kind, Member, Span as Place, Value};
use proc_macro2::{Delimiter, Group, Literal, Span, TokenStream, TokenTree};
use syn::LitStr;

use crate::errors::Errors;

/// A reader of the tokens of a policy.
pub(super) struct TokenReader<'e> {
    /// The spans of the tokens that became values or names. A place is an index into this list.
    pub(super) spans: Vec<Span>,
    pub(super) errors: &'e mut Errors,
    pub(super) failed: bool,
}

impl TokenReader<'_> {
    /// Returns the index of the next token.
    fn next(&self) -> u32 {
        u32::try_from(self.spans.len()).unwrap_or(u32::MAX)
    }

    /// Adds a token, and returns its place.
    fn place(&mut self, span: Span) -> Place {
        let start = self.next();
        self.spans.push(span);
        Place::new(start, self.next())
    }

    fn fail<T>(&mut self, span: Span, message: impl std::fmt::Display) -> Option<T> {
        self.errors.add(syn::Error::new(span, message));
        self.failed = true;
        None
    }

    /// Reports an error with the same message as the JSON parser.
    fn json<T>(&mut self, span: Span, kind: Kind) -> Option<T> {
        self.fail(span, JsonError::new(kind, Place::default()))
    }

    fn unexpected<T>(&mut self, token: &TokenTree, expected: &'static str) -> Option<T> {
        let kind = match token {
            token if token.to_string().starts_with('\'') => Kind::SingleQuotes,
            token => Kind::Unexpected { found: token.to_string().chars().next().unwrap_or(' '), expected },
        };
        self.json(token.span(), kind)
    }

    /// Reads an object or a list.
    pub(super) fn group(&mut self, group: &Group, depth: usize) -> Option<Value<'static>> {
        if depth >= DEPTH_LIMIT {
            return self.json(group.span_open(), Kind::TooDeep);
        }
        let start = self.place(group.span()).start;
        let data = match group.delimiter() {
            Delimiter::Brace => {
                let words = ["a name or `}`", "`,` or `}`"];
                Data::Object(self.entries(group, words, |reader, entry| reader.member(entry, depth + 1)))
            }
            Delimiter::Bracket => {
                let words = ["a value or `]`", "`,` or `]`"];
                Data::Array(
                    self.entries(group, words, |reader, entry| reader.value(entry, group.span(), words[1], depth + 1)),
                )
            }
            _ => return self.unexpected(&TokenTree::Group(group.clone()), "a value"),
        };
        Some(Value::new(Place::new(start, self.next()), data))
    }

    /// Reads the entries between the commas. If an entry is missing, the error names the first of the expected tokens.
    fn entries<T>(
        &mut self,
        group: &Group,
        [first, _]: [&'static str; 2],
        read: impl Fn(&mut Self, &[TokenTree]) -> Option<T>,
    ) -> Vec<T> {
        let tokens = without_marks(group.stream());
        let mut read_all = Vec::new();
        let mut rest = &tokens[..];
        while !rest.is_empty() {
            let comma = rest.iter().position(|token| is_mark(token, ','));
            let (entry, behind) = rest.split_at(comma.unwrap_or(rest.len()));
            if let ([], Some(comma)) = (entry, behind.first()) {
                self.unexpected::<()>(comma, first);
            } else {
                read_all.extend(read(self, entry));
            }
            rest = behind.get(1..).unwrap_or_default();
        }
        read_all
    }

    /// Reads a member of an object: `"name": value`.
    fn member(&mut self, entry: &[TokenTree], depth: usize) -> Option<Member<'static>> {
        let (name, rest) = entry.split_first()?;
        let name_span = name.span();
        let (name, name_place) = match name {
            TokenTree::Literal(literal) if is_string(literal) => (self.string(literal)?, self.place(name_span)),
            TokenTree::Ident(_) => return self.json(name_span, Kind::UnquotedName),
            other => return self.unexpected(other, "a name in quotes"),
        };
        match rest.split_first() {
            Some((colon, value)) if is_mark(colon, ':') => {
                let value = self.value(value, colon.span(), "`,` or `}`", depth)?;
                Some(Member::new(Cow::Owned(name), name_place, value))
            }
            Some((other, _)) => self.unexpected(other, "`:`"),
            None => self.fail(name_span, "expected `:` and a value after this name"),
        }
    }

    /// Reads exactly one value.
    ///
    /// The error about a missing value points at `before`. `behind` describes, for messages, which tokens can follow
    /// the value.
    pub(super) fn value(
        &mut self,
        tokens: &[TokenTree],
        before: Span,
        behind: &'static str,
        depth: usize,
    ) -> Option<Value<'static>> {
        let Some((first, mut rest)) = tokens.split_first() else {
            return self.fail(before, "expected a value after this");
        };
        let value = match first {
            TokenTree::Group(group) => self.group(group, depth)?,
            TokenTree::Literal(literal) => self.literal(literal, "")?,
            TokenTree::Ident(word) => {
                let data = match word.to_string().as_str() {
                    "true" => Data::Bool(true),
                    "false" => Data::Bool(false),
                    "null" => Data::Null,
                    _ => {
                        let error = JsonError::new(Kind::UnknownWord, Place::default());
                        return self.fail(word.span(), format_args!("{error} (macros cannot evaluate expressions)"));
                    }
                };
                Value::new(self.place(word.span()), data)
            }
            TokenTree::Punct(_) => match rest.split_first() {
                Some((TokenTree::Literal(literal), behind)) if is_mark(first, '-') && !is_string(literal) => {
                    rest = behind;
                    self.literal(literal, "-")?
                }
                _ => return self.unexpected(first, "a value"),
            },
        };
        match rest.first() {
            Some(other) => self.unexpected(other, behind),
            None => Some(value),
        }
    }

    /// Reads a string or a number.
    fn literal(&mut self, literal: &Literal, sign: &str) -> Option<Value<'static>> {
        if is_string(literal) {
            let text = self.string(literal)?;
            return Some(Value::new(self.place(literal.span()), Data::String(Cow::Owned(text))));
        }
        let written = format!("{sign}{literal}");
        // The JSON parser decides whether this is a valid number.
        if let Ok(Value { data: Data::Number(_), .. }) = json::parse(written.as_bytes()) {
            return Some(Value::new(self.place(literal.span()), Data::Number(Cow::Owned(written))));
        }
        match written.chars().next() {
            Some('\'') => self.json(literal.span(), Kind::SingleQuotes),
            Some('b' | 'c') => {
                self.fail(literal.span(), "JSON does not allow byte strings or C strings: remove the prefix")
            }
            _ if written.contains(|c: char| c == '_' || c.is_ascii_alphabetic()) => self.fail(
                literal.span(),
                "invalid number: JSON allows only decimal numbers, without `_` and without a suffix",
            ),
            _ => self.json(literal.span(), Kind::MalformedNumber),
        }
    }

    /// Returns the value of a string literal of any form, such as `"a"` or `r#"a"#`.
    fn string(&mut self, literal: &Literal) -> Option<String> {
        match syn::parse2::<LitStr>(TokenTree::Literal(literal.clone()).into()) {
            Ok(text) if text.suffix().is_empty() => Some(text.value()),
            Ok(_) => self.fail(literal.span(), "JSON does not allow string suffixes: remove the suffix"),
            Err(error) => self.fail(literal.span(), error),
        }
    }
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// Returns true if a literal is a string, plain or raw.
fn is_string(literal: &Literal) -> bool {
    literal.to_string().starts_with(['"', 'r'])
}

/// Replaces each group without delimiters by its tokens. Other macros pass on fragments in such groups.
pub(super) fn without_marks(tokens: TokenStream) -> Vec<TokenTree> {
    let mut flat = Vec::new();
    let mut open = vec![tokens.into_iter()];
    while let Some(tokens) = open.last_mut() {
        match tokens.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                open.push(group.stream().into_iter());
            }
            Some(token) => flat.push(token),
            None => drop(open.pop()),
        }
    }
    flat
}
