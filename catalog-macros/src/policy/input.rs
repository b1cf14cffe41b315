//! What stands in the parentheses of `include_policy!` and `policy!`: the policy, and options that the two share.

use catalog_core::nearest::Nearest;
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
    text_literal::TextLiteral,
};

/// What an author may say besides the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PolicyOptions {
    /// What the policy is checked as. `None`: what is given is no kind, and to check it as another one would mislead.
    pub(super) kind: Option<PolicyKind>,
    /// Whether warnings stop the build.
    pub(super) deny_warnings: bool,
}

impl PolicyOptions {
    /// Takes what is given. What is wrong is an error.
    pub(super) fn from_options(items: Vec<AttributeOption>, errors: &mut Errors) -> Self {
        let mut options = Self { kind: Some(PolicyKind::Identity), deny_warnings: false };
        for item in options::known_once(items, &["kind", "deny_warnings"], errors) {
            if item.word() == "deny_warnings" {
                options.deny_warnings = item.flag(errors);
            } else {
                let text = item.text(errors);
                let name = text.as_ref().map(TextLiteral::value).unwrap_or_default();
                options.kind = PolicyKind::from_name(&name);
                if let (Some(text), None) = (text, options.kind) {
                    errors.push(text, unknown_kind(&name));
                }
            }
        }
        options
    }
}

fn unknown_kind(name: &str) -> String {
    let mut nearest = Nearest::new(name);
    for kind in PolicyKind::ALL {
        nearest.offer(kind.name());
    }
    let meant = nearest.best().map(|best| format!(": did you mean `{best}`?")).unwrap_or_default();
    let known = PolicyKind::ALL.iter().map(|kind| format!("`{kind}`")).collect::<Vec<_>>().join(", ");
    format!("unknown kind of policy `{name}`{meant} (known here: {known})")
}

/// `"policies/mailer.json", options`
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

/// `options, { … }`
pub(super) struct SourceInput {
    pub(super) policy: Group,
    pub(super) options: Vec<AttributeOption>,
}

impl Parse for SourceInput {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut options = Vec::new();
        loop {
            if input.is_empty() {
                let message = "expected the policy, in braces of its own: `policy!({ \"Version\": … })`";
                return Err(syn::Error::new(input.span(), message));
            }
            if input.peek(syn::token::Brace) {
                break;
            }
            if input.peek(LitStr) {
                let message = if input.peek2(Token![:]) {
                    "a policy has braces of its own: `policy!({ … })`"
                } else {
                    "expected the policy, in braces: a file is for `include_policy!`"
                };
                return Err(syn::Error::new_spanned(rest(input), message));
            }
            if !input.peek(Ident::peek_any) {
                let message = "expected the policy, an object in braces: `policy!({ \"Version\": … })`";
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
        // Braces that came out of another macro stand in groups without marks: the cursor sees through these.
        let policy = input.step(|cursor| match cursor.group(Delimiter::Brace) {
            Some((inside, span, rest)) => {
                let mut group = Group::new(Delimiter::Brace, inside.token_stream());
                group.set_span(span.join());
                Ok((group, rest))
            }
            None => Err(cursor.error("expected the policy, in braces")),
        })?;
        if input.peek(Token![,]) {
            input.parse::<Token![,]>()?;
        }
        if !input.is_empty() {
            let message = "nothing stands behind the policy: options stand in front";
            return Err(syn::Error::new_spanned(rest(input), message));
        }
        Ok(Self { policy, options })
    }
}

/// Reads a text that a macro must know.
pub(super) fn text(input: ParseStream<'_>, what: &str, example: &str) -> syn::Result<LitStr> {
    let expected = format!("expected {what} in a string literal, as \"{example}\"");
    if input.is_empty() {
        return Err(syn::Error::new(input.span(), expected));
    }
    if !input.peek(LitStr) {
        let why = "a macro sees the text of a program, never its values";
        return Err(syn::Error::new_spanned(rest(input), format_args!("{expected}: {why}")));
    }
    input.parse()
}

/// All that is left, to stand below an error.
fn rest(input: ParseStream<'_>) -> TokenStream {
    input.parse().unwrap_or_default()
}
