//! Converts the tokens of a policy into the tree that the rules check, in one pass and with a depth limit.
//!
//! A policy in Rust source is JSON written as Rust tokens. It consists of string literals of any form, numbers, `true`,
//! `false`, `null`, brackets and braces. Rust comments and trailing commas are allowed.
//!
//! The places in such a tree are not byte offsets but indices of tokens.

mod reader;

use catalog_policy::json::{Data, Span as Place, Value};
use proc_macro2::{Group, Span, TokenStream};

use crate::errors::Errors;
use reader::{TokenReader, without_marks};

/// A policy in Rust source.
pub(super) struct SourceTree {
    pub(super) value: Value<'static>,
    spans: Vec<Span>,
}

impl SourceTree {
    /// Reads the tokens of a policy. Every entry that is not valid JSON is an error.
    ///
    /// Returns `None` if there are errors.
    pub(super) fn read(policy: &Group, errors: &mut Errors) -> Option<Self> {
        let mut reader = TokenReader { spans: Vec::new(), errors, failed: false };
        let value = reader.group(policy, 0);
        let TokenReader { spans, failed, .. } = reader;
        value.filter(|_| !failed).map(|value| Self { value, spans })
    }

    /// Creates a tree that was not read from tokens.
    pub(super) fn new(value: Value<'static>) -> Self {
        Self { value, spans: Vec::new() }
    }

    /// Returns the value of an expression that is a literal or a list of literals.
    ///
    /// Returns `None` for any other expression, because its value is known only at run time.
    pub(super) fn from_values(tokens: &TokenStream) -> Option<Self> {
        let mut errors = Errors::default();
        let mut reader = TokenReader { spans: Vec::new(), errors: &mut errors, failed: false };
        let value = reader.value(&without_marks(tokens.clone()), Span::call_site(), "nothing", 0)?;
        let TokenReader { spans, failed, .. } = reader;
        let is_literal = |value: &Value<'_>| !matches!(value.data, Data::Null | Data::Object(_));
        let are_literals = match &value.data {
            Data::Array(values) => values.iter().all(is_literal),
            _ => is_literal(&value),
        };
        (are_literals && !failed).then_some(Self { value, spans })
    }

    /// Adds a token after all others, and returns its place.
    pub(super) fn add(&mut self, span: Span) -> Place {
        let start = u32::try_from(self.spans.len()).unwrap_or(u32::MAX);
        self.spans.push(span);
        Place::new(start, start.saturating_add(1))
    }

    /// Returns the span of the token at a place.
    pub(super) fn span(&self, place: Place) -> Span {
        let token = usize::try_from(place.start).ok().and_then(|token| self.spans.get(token));
        token.copied().unwrap_or_else(Span::call_site)
    }
}
