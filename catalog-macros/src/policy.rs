//! Expands the macros that check policies to the JSON of the policy, and to errors and warnings about it.
//!
//! The rules of `catalog-policy` check the policy against the names in the index.

mod catalog;
mod condition;
mod config;
mod expansion;
mod file;
mod input;
#[cfg(test)]
mod tests;
mod tokens;

use catalog_policy::{
    self, Config, Finding, FindingId, PolicyKind,
    json::{self, Position, SIZE_LIMIT},
};
use proc_macro2::{Literal, Span, TokenStream};
use quote::quote;
use syn::LitStr;

use crate::index::Index;
pub(crate) use condition::condition;
use expansion::Expansion;
use file::Root;
use input::{FileInput, PolicyOptions, SourceInput};
use tokens::SourceTree;

/// Expands `include_policy!`.
pub(crate) fn include_policy(index: Index, tokens: TokenStream) -> TokenStream {
    include_policy_below(Root::from_cargo().as_ref(), index, tokens)
}

fn include_policy_below(root: Option<&Root>, index: Index, tokens: TokenStream) -> TokenStream {
    let mut output = Expansion::default();
    let text = match syn::parse2::<FileInput>(tokens) {
        Ok(FileInput { path, options }) => {
            let options = PolicyOptions::from_options(options, &mut output.errors);
            let name = path.value();
            let file = file::plain(&name);
            let config = config::read(root, path.span(), options, &mut output).for_file(file);
            // An option takes precedence over `catalog.toml`.
            let by_file = config.kind_for_file(file).filter(|_| !options.states_kind);
            file_text(root, &path, by_file.or(options.kind), &config, index, &mut output)
        }
        Err(error) => {
            output.errors.add(error);
            None
        }
    };
    output.into_tokens(&text.unwrap_or_else(|| quote!("")))
}

/// Checks a file and returns an expression with its content.
///
/// Returns `None` if the file cannot be read, is too large, or is not valid UTF-8.
fn file_text(
    root: Option<&Root>,
    literal: &LitStr,
    kind: Option<PolicyKind>,
    config: &Config,
    index: Index,
    output: &mut Expansion,
) -> Option<TokenStream> {
    let (path, span) = (literal.value(), literal.span());
    let bytes = match file::read_policy(root, &path, span) {
        Ok(bytes) => bytes,
        Err(message) => {
            output.error(span, message);
            return None;
        }
    };
    if let Some(kind) = kind {
        let outcome = catalog_policy::check_text(&bytes, kind, index, config);
        let tree = config.parse_json(&bytes, &mut config.usage()).ok();
        output.findings(&outcome.findings, |finding| {
            let position = Position::new(&bytes, finding.span.start);
            (span, format!("{path}:{position}: {finding}{}", advice(tree.as_ref(), kind, finding)))
        });
    }
    let is_text = bytes.len() <= SIZE_LIMIT && std::str::from_utf8(&bytes).is_ok();
    let file = expansion::below_root(&path);
    is_text.then(|| quote!(::core::include_str!(#file)))
}

/// Expands `policy!`.
pub(crate) fn policy(index: Index, tokens: TokenStream) -> TokenStream {
    policy_below(Root::from_cargo().as_ref(), index, tokens)
}

fn policy_below(root: Option<&Root>, index: Index, tokens: TokenStream) -> TokenStream {
    let mut output = Expansion::default();
    let text = match syn::parse2::<SourceInput>(tokens) {
        Ok(SourceInput { policy, options }) => {
            let options = PolicyOptions::from_options(options, &mut output.errors);
            let config = config::read(root, Span::call_site(), options, &mut output);
            let mut tree = SourceTree::read(&policy, &mut output.errors);
            if let Some(tree) = &mut tree {
                config.fill_holes(&mut tree.value, &mut config.usage());
            }
            if let (Some(tree), Some(kind)) = (&tree, options.kind) {
                let outcome = catalog_policy::check(&tree.value, kind, index, &config);
                // The message does not include the severity, because the compiler prints it.
                output.findings(&outcome.findings, |finding| {
                    let advice = advice(Some(&tree.value), kind, finding);
                    let message = format!("{}{advice} [{}]", finding.message, finding.id);
                    (tree.span(finding.span), message)
                });
            }
            tree.map(|tree| tree.value.to_string())
        }
        Err(error) => {
            output.errors.add(error);
            None
        }
    };
    let text = Literal::string(&text.unwrap_or_default());
    output.into_tokens(&quote!(#text))
}

/// Returns advice to set the option `kind`, if the policy may be of another kind.
///
/// A policy without this option is checked as an identity policy, which cannot have a principal.
fn advice(tree: Option<&json::Value<'_>>, kind: PolicyKind, finding: &Finding) -> String {
    let names_principals = finding.id == FindingId::ForbiddenElement && finding.pointer.ends_with("Principal");
    match tree.filter(|_| kind == PolicyKind::Identity && names_principals).map(PolicyKind::infer) {
        Some(kind) => format!(" (with the option `kind = \"{kind}\"`)"),
        None => String::new(),
    }
}
