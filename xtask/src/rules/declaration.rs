//! Parses the `rule!` of a rule file: the name of the rule and its properties.

use super::id::{self, GROUPS};
use std::collections::BTreeSet;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Ident, LitStr, Token, braced, bracketed};

/// The severities that a rule may declare.
const SEVERITIES: &[&str] = &["Error", "Warning", "Note"];

/// The declaration of a rule.
#[derive(Clone, Debug)]
pub(crate) struct Declaration {
    /// The variant of `FindingId`.
    pub(crate) variant: Ident,
    /// The variant of `Severity`.
    pub(crate) severity: String,
    /// The variant of `Group`.
    pub(crate) group: String,
    /// The version since which the rule exists.
    pub(crate) since: String,
    /// The former ids of the rule.
    pub(crate) former_names: Vec<String>,
    /// Whether the rule needs facts that the macros do not have.
    pub(crate) needs_facts: bool,
}

impl Parse for Declaration {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let variant: Ident = input.parse()?;
        let fields;
        braced!(fields in input);
        let (mut severity, mut group, mut since) = (None, None, None);
        let (mut former_names, mut needs_facts) = (Vec::new(), false);
        let mut seen = BTreeSet::new();
        while !fields.is_empty() {
            let name: Ident = fields.parse()?;
            fields.parse::<Token![:]>()?;
            if !seen.insert(name.to_string()) {
                return Err(syn::Error::new(name.span(), format!("`{name}` is repeated: keep one")));
            }
            match name.to_string().as_str() {
                "severity" => severity = Some(one_of(&fields, "severity", SEVERITIES)?),
                "group" => group = Some(one_of(&fields, "group", GROUPS)?),
                "since" => since = Some(version(&fields.parse()?)?),
                "was" => {
                    let names;
                    bracketed!(names in fields);
                    let names = Punctuated::<LitStr, Token![,]>::parse_terminated(&names)?;
                    former_names = names.iter().map(former_name).collect::<syn::Result<_>>()?;
                }
                "needs" => {
                    one_of(&fields, "need", &["facts"])?;
                    needs_facts = true;
                }
                _ => {
                    let message = "expected `severity`, `group`, `since`, `was` or `needs`";
                    return Err(syn::Error::new(name.span(), message));
                }
            }
            if !fields.is_empty() {
                fields.parse::<Token![,]>()?;
            }
        }
        let missing = |name: &str| syn::Error::new(variant.span(), format!("missing field `{name}`"));
        Ok(Self {
            severity: severity.ok_or_else(|| missing("severity"))?,
            group: group.ok_or_else(|| missing("group"))?,
            since: since.ok_or_else(|| missing("since"))?,
            variant,
            former_names,
            needs_facts,
        })
    }
}

/// Parses a version such as `0.1.0`, which must not be newer than the workspace.
fn version(text: &LitStr) -> syn::Result<String> {
    let parts = |text: &str| text.split('.').map(|part| part.parse::<u32>().ok()).collect::<Option<Vec<_>>>();
    let value = text.value();
    match (parts(&value), parts(env!("CARGO_PKG_VERSION"))) {
        (Some(given), Some(own)) if given.len() == 3 && given <= own => Ok(value),
        _ => {
            let own = env!("CARGO_PKG_VERSION");
            Err(syn::Error::new(
                text.span(),
                format!("`{value}` is not a version up to {own}: write a version such as `0.1.0`"),
            ))
        }
    }
}

/// Parses a former id.
fn former_name(text: &LitStr) -> syn::Result<String> {
    let value = text.value();
    match id::fault(&value) {
        None => Ok(value),
        Some(fault) => Err(syn::Error::new(text.span(), format!("`{value}` is not a valid former name: {fault}"))),
    }
}

/// Parses a word that must be one of `words`.
fn one_of(input: ParseStream<'_>, what: &str, words: &[&str]) -> syn::Result<String> {
    let word: Ident = input.parse()?;
    let text = word.to_string();
    if words.contains(&text.as_str()) {
        return Ok(text);
    }
    Err(syn::Error::new(word.span(), format!("unknown {what} `{text}`: expected one of `{}`", words.join("`, `"))))
}
