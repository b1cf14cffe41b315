//! Finds AWS's spelling of resource types and condition keys, whose enums are siblings of an enum of actions.
//!
//! An attribute gets only the tokens of its own enum, so the names are read from the source file. This is done only for
//! rustdoc.

use std::{collections::HashMap, fs};

use proc_macro2::{Group, Span, TokenStream, TokenTree};

use crate::source_file;

/// AWS's names for the variants of an enum.
#[derive(Debug, Default)]
pub(super) struct Spellings(HashMap<String, String>);

impl Spellings {
    /// Returns AWS's name for a variant, or the variant itself if the name is not known.
    pub(super) fn get<'a>(&'a self, variant: &'a str) -> &'a str {
        self.0.get(variant).map_or(variant, String::as_str)
    }

    /// Adds the variants of an enum, given as the tokens in its braces.
    fn add(&mut self, body: &Group) {
        let mut name = None;
        for token in body.stream() {
            match token {
                TokenTree::Group(attribute) => name = name.or_else(|| own_name(attribute.stream())),
                TokenTree::Ident(variant) => {
                    let name = name.take().unwrap_or_else(|| variant.to_string());
                    self.0.insert(variant.to_string(), name);
                }
                _ => {}
            }
        }
    }
}

/// Returns the tokens of the source file that contains a token, if the compiler knows the file.
pub(super) fn source(token: Span) -> Option<TokenStream> {
    fs::read_to_string(source_file::of_token(token)?).ok()?.parse().ok()
}

/// Returns the spellings of the enums with the names `wanted`, which are in the same module as the enum of actions.
///
/// The module is identified by the name and the variants of its enum of actions.
pub(super) fn spellings<const N: usize>(
    source: TokenStream,
    actions: (&str, &[String]),
    wanted: [&str; N],
) -> [Spellings; N] {
    let enums = module(source, actions).unwrap_or_default();
    wanted.map(|wanted| {
        let mut spellings = Spellings::default();
        for (_, body) in enums.iter().filter(|(name, _)| name == wanted) {
            spellings.add(body);
        }
        spellings
    })
}

/// Returns the enums of the module that contains the enum of actions.
fn module(tokens: TokenStream, actions: (&str, &[String])) -> Option<Vec<(String, Group)>> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let enums: Vec<(String, Group)> = tokens.windows(3).filter_map(named_enum).collect();
    let (name, variants) = actions;
    if enums.iter().any(|(found, body)| found == name && idents(body).eq(variants.iter().cloned())) {
        return Some(enums);
    }
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => module(group.stream(), actions),
        _ => None,
    })
}

/// Reads `enum Name { … }`.
fn named_enum(tokens: &[TokenTree]) -> Option<(String, Group)> {
    match tokens {
        [TokenTree::Ident(keyword), TokenTree::Ident(name), TokenTree::Group(body)] if keyword == "enum" => {
            Some((name.to_string(), body.clone()))
        }
        _ => None,
    }
}

/// Returns the variants of an enum. They are the only identifiers at the top level, because attributes are groups.
fn idents(body: &Group) -> impl Iterator<Item = String> {
    body.stream().into_iter().filter_map(|token| match token {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    })
}

/// Returns the name in `resource_type(…, name = "…", …)` or `condition_key(…, name = "…", …)`.
fn own_name(attribute: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = attribute.into_iter().collect();
    let [TokenTree::Ident(attribute), TokenTree::Group(options)] = tokens.as_slice() else { return None };
    if attribute != "resource_type" && attribute != "condition_key" {
        return None;
    }
    let options: Vec<TokenTree> = options.stream().into_iter().collect();
    options.windows(3).find_map(|tokens| match tokens {
        [TokenTree::Ident(option), TokenTree::Punct(mark), TokenTree::Literal(name)]
            if option == "name" && mark.as_char() == '=' =>
        {
            syn::parse_str::<syn::LitStr>(&name.to_string()).ok().map(|name| name.value())
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    fn found(source: TokenStream, variants: &[&str]) -> [Spellings; 2] {
        let variants: Vec<String> = variants.iter().map(|variant| (*variant).to_owned()).collect();
        spellings(source, ("Action", &variants), ["ResourceType", "ConditionKey"])
    }

    #[test]
    fn names_come_from_the_enums_of_the_same_module() {
        let source = quote! {
            mod other {
                enum Action { Send, Read }
                enum ResourceType { #[resource_type(name = "wrong")] Queue }
            }
            mod own {
                #[actions(service = "a")]
                pub enum Action { #[action(access_levels("Read"))] Send }
                pub enum ResourceType {
                    /// Documentation.
                    #[resource_type(arns("arn:x"), name = "my-queue", condition_keys(Name))]
                    Queue,
                    Topic,
                }
                enum ConditionKey { #[condition_key(name = "aws:RequestTag/${TagKey}", type = String)] AwsRequestTagTagKey }
            }
        };
        let [types, keys] = found(source, &["Send"]);
        assert_eq!([types.get("Queue"), types.get("Topic")], ["my-queue", "Topic"]);
        assert_eq!(keys.get("AwsRequestTagTagKey"), "aws:RequestTag/${TagKey}");
    }

    #[test]
    fn a_variant_of_another_file_keeps_its_own_name() {
        let [types, _] = found(
            quote!(
                enum Action {
                    Send,
                }
                use other::ResourceType;
            ),
            &["Send"],
        );
        assert_eq!(types.get("Queue"), "Queue");
        let [types, _] = found(
            quote!(
                enum ResourceType {
                    #[resource_type(name = "q")]
                    Queue,
                }
            ),
            &["Send"],
        );
        assert_eq!(types.get("Queue"), "Queue");
    }
}
