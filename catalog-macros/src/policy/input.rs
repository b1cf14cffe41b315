//! Parses the arguments of `include_policy!` and `policy!`: the policy, and the options that both macros share.

use catalog_policy::PolicyKind;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::{
    Ident, LitStr, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

use crate::{
    errors::Errors,
    options::{self, AttributeOption},
    text_literal::{TextLiteral, without_suffix},
};

/// The options of `include_policy!` and `policy!`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PolicyOptions {
    /// The kind of the policy. `None` means that the given kind is unknown, so the policy is not checked: findings for
    /// another kind would be misleading.
    pub(super) kind: Option<PolicyKind>,
    /// Whether an option states the kind.
    pub(super) states_kind: bool,
    /// Whether warnings stop the build.
    pub(super) deny_warnings: bool,
}

impl PolicyOptions {
    /// Reads the options, and reports errors in them.
    pub(super) fn from_options(items: Vec<AttributeOption>, errors: &mut Errors) -> Self {
        let mut options = Self { kind: Some(PolicyKind::Identity), states_kind: false, deny_warnings: false };
        for item in options::known_once(items, &["kind", "deny_warnings"], errors) {
            if item.word() == "deny_warnings" {
                options.deny_warnings = item.flag(errors);
            } else {
                let text = item.text(errors);
                let name = text.as_ref().map(TextLiteral::value).unwrap_or_default();
                let kind = name.parse::<PolicyKind>();
                if let (Some(text), Err(error)) = (text, &kind) {
                    errors.push(text, error.to_string());
                }
                options.kind = kind.ok();
                options.states_kind = true;
            }
        }
        options
    }
}

/// The arguments of `include_policy!`: `"policies/mailer.json", options`.
pub(super) struct FileInput {
    pub(super) path: LitStr,
    pub(super) options: Vec<AttributeOption>,
}

impl Parse for FileInput {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = text(input, "the path of a policy", "policies/mailer.json")?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok(Self { path, options: options::items(input.parse()?, input.span())? })
    }
}

/// The arguments of `policy!`: `options, { … }`.
pub(super) struct SourceInput {
    pub(super) policy: Group,
    pub(super) options: Vec<AttributeOption>,
}

impl Parse for SourceInput {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut options = Vec::new();
        loop {
            if input.is_empty() {
                let message = "expected a policy in braces: write `policy!({ \"Version\": … })`";
                return Err(syn::Error::new(input.span(), message));
            }
            if input.peek(syn::token::Brace) {
                break;
            }
            if input.peek(LitStr) {
                let message = if input.peek2(Token![:]) {
                    "missing braces around the policy: write `policy!({ … })`"
                } else {
                    "expected a policy in braces, found a string: to check a file, use `include_policy!`"
                };
                return Err(syn::Error::new_spanned(rest(input), message));
            }
            if !input.peek(Ident::peek_any) {
                let message = "expected a policy in braces: write `policy!({ \"Version\": … })`";
                return Err(syn::Error::new_spanned(rest(input), message));
            }
            let mut option = TokenStream::new();
            while !input.is_empty() && !input.peek(Token![,]) {
                option.extend([input.parse::<TokenTree>()?]);
            }
            options.extend(options::items(option, input.span())?);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        // Braces from another macro can be in groups without delimiters. The cursor reads through such groups.
        let policy = input.step(|cursor| match cursor.group(Delimiter::Brace) {
            Some((inside, span, rest)) => {
                let mut group = Group::new(Delimiter::Brace, inside.token_stream());
                group.set_span(span.join());
                Ok((group, rest))
            }
            None => Err(cursor.error("expected a policy in braces")),
        })?;
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        }
        if !input.is_empty() {
            let message = "unexpected tokens after the policy: write options before it";
            return Err(syn::Error::new_spanned(rest(input), message));
        }
        Ok(Self { policy, options })
    }
}

/// Parses a string literal. Any other expression is an error, because a macro cannot evaluate it.
pub(super) fn text(input: ParseStream<'_>, what: &str, example: &str) -> syn::Result<LitStr> {
    let expected = format!("expected {what} as a string literal, such as `\"{example}\"`");
    if input.is_empty() {
        return Err(syn::Error::new(input.span(), expected));
    }
    if !input.peek(LitStr) {
        let message = format!("{expected}: macros cannot evaluate expressions");
        return Err(syn::Error::new_spanned(rest(input), message));
    }
    input.parse().and_then(without_suffix)
}

/// Returns all remaining tokens, so that an error can point at them.
fn rest(input: ParseStream<'_>) -> TokenStream {
    input.parse().unwrap_or_default()
}
