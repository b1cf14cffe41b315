//! A reader that goes over tokens once, from the first to the last.
//!
//! The attributes read tens of thousands of variants, and Cargo builds macros without optimization. This reader is
//! several times as fast as a parser that can go back.
//!
//! A `macro_rules!` passes on fragments such as `$name:literal` and `$path:path` as groups without delimiters. The
//! reader reads the tokens in such a group as if they were not in a group.

use std::fmt::Display;

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree, token_stream::IntoIter};
use quote::ToTokens as _;
use syn::Error;

use crate::text_literal::TextLiteral;

/// A reader, with the tokens that have not been read yet.
pub(crate) struct TokenReader {
    rest: IntoIter,
    next: Option<TokenTree>,
    /// The tokens that follow each enclosing group without delimiters, the innermost group last.
    outer: Vec<IntoIter>,
    /// The span after the last token, for errors about missing tokens.
    end: Span,
}

impl TokenReader {
    /// Creates a reader of tokens. Errors about missing tokens point at `end`.
    pub(crate) fn new(tokens: TokenStream, end: Span) -> Self {
        let mut reader = Self { rest: tokens.into_iter(), next: None, outer: Vec::new(), end };
        reader.next();
        reader
    }

    /// Creates a reader of the tokens in a group.
    pub(crate) fn of_group(group: &Group) -> Self {
        Self::new(group.stream(), group.span_close())
    }

    /// Returns the next token without reading it.
    pub(crate) fn peek(&self) -> Option<&TokenTree> {
        self.next.as_ref()
    }

    /// Reads the next token.
    pub(crate) fn next(&mut self) -> Option<TokenTree> {
        let following = self.following();
        std::mem::replace(&mut self.next, following)
    }

    /// Returns the token after the next one.
    fn following(&mut self) -> Option<TokenTree> {
        loop {
            match self.rest.next() {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None => {
                    self.outer.push(std::mem::replace(&mut self.rest, group.stream().into_iter()));
                }
                None => self.rest = self.outer.pop()?,
                token => return token,
            }
        }
    }

    /// Returns true if no tokens are left.
    pub(crate) fn is_empty(&self) -> bool {
        self.next.is_none()
    }

    /// Returns true if the next token is this punctuation mark, and reads it in that case.
    pub(crate) fn mark(&mut self, mark: char) -> bool {
        let found = matches!(&self.next, Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
        if found {
            self.next();
        }
        found
    }

    /// Reads a comma, unless no tokens are left.
    ///
    /// # Errors
    /// Returns an error on any other token.
    pub(crate) fn comma(&mut self) -> syn::Result<()> {
        if self.is_empty() || self.mark(',') { Ok(()) } else { Err(self.error("expected `,`")) }
    }

    /// Reads an identifier, which may be a keyword.
    ///
    /// # Errors
    /// Returns an error on any other token.
    pub(crate) fn ident(&mut self) -> syn::Result<Ident> {
        match self.next() {
            Some(TokenTree::Ident(ident)) => Ok(ident),
            other => Err(self.error_on(other, "expected identifier")),
        }
    }

    /// Reads a group with these delimiters, if it comes next.
    pub(crate) fn group(&mut self, delimiter: Delimiter) -> Option<Group> {
        match self.next.take() {
            Some(TokenTree::Group(group)) if group.delimiter() == delimiter => {
                self.next = self.following();
                Some(group)
            }
            other => {
                self.next = other;
                None
            }
        }
    }

    /// Reads a string literal, if it comes next.
    pub(crate) fn text(&mut self) -> Option<TextLiteral> {
        let Some(TokenTree::Literal(literal)) = &self.next else { return None };
        let text = TextLiteral::new(literal.clone())?;
        self.next();
        Some(text)
    }

    /// Reads all remaining tokens.
    pub(crate) fn rest(self) -> TokenStream {
        self.next.into_iter().chain(self.rest).chain(self.outer.into_iter().rev().flatten()).collect()
    }

    /// Reads all tokens before the next comma, or before the end.
    pub(crate) fn until_comma(&mut self) -> TokenStream {
        let mut tokens = Vec::new();
        while let Some(token) = self.peek() {
            if matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',') {
                break;
            }
            tokens.extend(self.next());
        }
        tokens.into_iter().collect()
    }

    /// Returns an error that points at the next token.
    pub(crate) fn error(&self, message: impl Display) -> Error {
        self.error_on(self.next.clone(), message)
    }

    /// Returns an error that points at a token, or at the end if there is no token.
    fn error_on(&self, token: Option<TokenTree>, message: impl Display) -> Error {
        match token {
            Some(token) => Error::new_spanned(token.into_token_stream(), message),
            None => Error::new(self.end, message),
        }
    }
}
