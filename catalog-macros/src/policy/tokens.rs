//! From the tokens of a policy to the tree that the rules check. It goes through them once, and as deep as a tree may
//! be.
//!
//! A policy of the source is JSON as Rust's tokens write it: string literals of every form, numbers, `true`, `false`,
//! `null`, brackets and braces. Comments are Rust's, and a comma may stand behind the last entry. A place is the number
//! of a token, in order.

mod reader;

use catalog_policy::json::{Data, Span as Place, Value};
use proc_macro2::{Group, Span, TokenStream};

use crate::errors::Errors;
use reader::{TokenReader, without_marks};

/// A policy of the source.
pub(super) struct SourceTree {
    pub(super) value: Value<'static>,
    spans: Vec<Span>,
}

impl SourceTree {
    /// Reads the tokens of a policy. Every entry that is no JSON is an error, and then there is no tree.
    pub(super) fn read(policy: &Group, errors: &mut Errors) -> Option<Self> {
        let mut reader = TokenReader { spans: Vec::new(), errors, failed: false };
        let value = reader.group(policy, 0);
        let TokenReader { spans, failed, .. } = reader;
        value.filter(|_| !failed).map(|value| Self { value, spans })
    }

    /// A tree that is not made of tokens.
    pub(super) fn new(value: Value<'static>) -> Self {
        Self { value, spans: Vec::new() }
    }

    /// The value of an expression that is nothing but literals: one, or a list. `None`: only the program knows it.
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

    /// Gives a token a place that is behind all others.
    pub(super) fn add(&mut self, span: Span) -> Place {
        let start = u32::try_from(self.spans.len()).unwrap_or(u32::MAX);
        self.spans.push(span);
        Place::new(start, start.saturating_add(1))
    }

    /// The token of a place.
    pub(super) fn span(&self, place: Place) -> Span {
        let token = usize::try_from(place.start).ok().and_then(|token| self.spans.get(token));
        token.copied().unwrap_or_else(Span::call_site)
    }
}
