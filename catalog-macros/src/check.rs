//! The checking macros: a literal into the variant it names, or into the error that stands on it.

use catalog_core::{
    NameError, NameErrorKind, NameKind,
    packed::write,
    resolve::{self, Catalog as _, Pattern, ServiceNames as _},
    wildcard,
};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;
use syn::{
    LitStr, Token,
    parse::{Parse, ParseStream},
};

use crate::{
    errors::Errors,
    index_format::{Index, ServiceIndex},
};

/// Expands `action_directory!`.
pub(crate) fn action_directory(index: Index) -> TokenStream {
    let services = index.services().map(|service| (service.prefix, service.names(NameKind::Action).collect()));
    match write::directory(services) {
        Ok((text, slots)) => {
            let slots = proc_macro2::Literal::byte_string(&slots);
            quote!(Directory::new(#text, #slots))
        }
        Err(error) => syn::Error::new(Span::call_site(), error).to_compile_error(),
    }
}

/// Expands `action!`.
pub(crate) fn action(index: Index, tokens: TokenStream) -> TokenStream {
    let input = Input::of(tokens);
    input.one("an action", "ses:SendEmail", |krate, literal| {
        let found = resolve::name(index, NameKind::Action, &literal.value());
        let (service, position) = found.map_err(|error| on(literal, with_advice(error)))?;
        Ok(variant(krate, service, NameKind::Action, position))
    })
}

/// Expands `condition_key!`.
pub(crate) fn condition_key(index: Index, tokens: TokenStream) -> TokenStream {
    let mut input = Input::of(tokens);
    let service = input.take_service();
    input.one("a condition key", "ses:FromAddress", |krate, literal| {
        let text = literal.value();
        let (service, position) = if let Some(named) = service? {
            let prefix = named.value();
            let service = index.find_service(&prefix);
            let service = service.ok_or_else(|| on(&named, format!("unknown service prefix `{prefix}`")))?;
            let found = resolve::name_in(service, NameKind::ConditionKey, &text);
            (service, found.map_err(|error| on(literal, error))?)
        } else {
            let found = resolve::name(index, NameKind::ConditionKey, &text).map_err(|error| on(literal, error))?;
            only_owner(index, &text, found).map_err(|error| on(literal, error))?
        };
        Ok(variant(krate, service, NameKind::ConditionKey, position))
    })
}

/// Expands `actions!`.
pub(crate) fn action_list(index: Index, tokens: TokenStream) -> TokenStream {
    let Input { krate, entries } = Input::of(tokens);
    let mut errors = Errors::default();
    // By service and position: catalog order, and no repeats.
    let mut found = std::collections::BTreeSet::new();
    for entry in entries {
        let found_here = literal(entry, "an action or a pattern", "ses:Send*")
            .and_then(|literal| matches(index, &literal.value()).map_err(|error| on(&literal, error)));
        match found_here {
            Ok(places) => found.extend(places),
            Err(error) => errors.add(error),
        }
    }
    if !errors.is_empty() {
        let errors = errors.into_tokens();
        return quote!({ #errors });
    }
    let handles: Vec<TokenStream> = found
        .into_iter()
        .filter_map(|(place, position)| {
            let variant = variant(&krate, index.0.get(place)?, NameKind::Action, position);
            Some(quote!(#variant.any()))
        })
        .collect();
    let count = handles.len();
    // A constant gives the array its type where it is empty, and lets a reference to it live for ever.
    quote! {{
        const ACTIONS: [#krate::AnyAction; #count] = [#(#handles),*];
        ACTIONS
    }}
}

/// The places of the actions that a name or a pattern stands for: service, then position.
fn matches(index: Index, text: &str) -> Result<Vec<(usize, usize)>, NameError> {
    let place = |service: &'static ServiceIndex| index.0.iter().position(|other| std::ptr::eq(other, service));
    let all = |place: usize, service: &'static ServiceIndex| {
        (0..service.names(NameKind::Action).count()).map(move |position| (place, position))
    };
    match resolve::pattern(index, text)? {
        Pattern::Everything => {
            Ok(index.0.iter().enumerate().flat_map(|(place, service)| all(place, service)).collect())
        }
        Pattern::One(service, position) => Ok(place(service).map(|place| (place, position)).into_iter().collect()),
        Pattern::Matching(service, pattern) => {
            let names = service.names(NameKind::Action).enumerate();
            let matching = names.filter(|(_, name)| wildcard::matches(pattern, name));
            let matching: Vec<_> = matching.filter_map(|(position, _)| Some((place(service)?, position))).collect();
            if matching.is_empty() { Err(resolve::no_match(service, text)) } else { Ok(matching) }
        }
    }
}

/// The owner of a key that was found by its name alone: the service that its prefix names, or the only one that lists
/// it.
fn only_owner(
    index: Index,
    text: &str,
    (service, position): (&'static ServiceIndex, usize),
) -> Result<(&'static ServiceIndex, usize), String> {
    let prefix = catalog_core::syntax::split(text).map(|parts| parts.prefix).unwrap_or_default();
    if catalog_core::ascii_case::eq(service.prefix, prefix) {
        return Ok((service, position));
    }
    let owners = index.services().filter(|service| service.find(NameKind::ConditionKey, text).is_some());
    let owners: Vec<&str> = owners.map(|service| service.prefix).collect();
    let [_, _, ..] = *owners else { return Ok((service, position)) };
    let some = owners.iter().take(4).map(|prefix| format!("`{prefix}`")).collect::<Vec<_>>().join(", ");
    let more = if owners.len() > 4 { ", …" } else { "" };
    Err(format!(
        "condition key `{text}` belongs to {} services ({some}{more}): \
         say which, `condition_key!(\"{text}\", service = \"…\")`",
        owners.len(),
    ))
}

/// The path of a variant.
fn variant(krate: &TokenStream, service: &'static ServiceIndex, kind: NameKind, position: usize) -> TokenStream {
    let ident = |name: &str| Ident::new(name, Span::call_site());
    let module = ident(service.module);
    let variant = service.variant(kind, position).map(ident);
    let kind = ident(if kind == NameKind::ConditionKey { "ConditionKey" } else { "Action" });
    quote!(#krate::#module::#kind::#variant)
}

fn on(tokens: &LitStr, message: impl std::fmt::Display) -> syn::Error {
    syn::Error::new_spanned(tokens, message)
}

/// The error with a word on what else to use.
fn with_advice(error: NameError) -> String {
    match error.kind() {
        NameErrorKind::Pattern => format!("{error}: use `actions!` for patterns"),
        _ => error.to_string(),
    }
}

/// The arguments of a checking macro.
struct Input {
    /// How the macro's user names the crate `catalog`.
    krate: TokenStream,
    /// What stands between the commas.
    entries: Vec<TokenStream>,
}

impl Input {
    fn of(tokens: TokenStream) -> Self {
        let Ok(Self { krate, entries }) = syn::parse2(tokens.clone()) else {
            return Self { krate: quote!(::catalog), entries: entries(tokens) };
        };
        Self { krate, entries }
    }

    /// Takes a `service = "…"` from the end.
    fn take_service(&mut self) -> syn::Result<Option<LitStr>> {
        struct Service(LitStr);
        impl Parse for Service {
            fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
                let word: Ident = input.parse()?;
                if word != "service" {
                    return Err(syn::Error::new_spanned(word, "expected `service = \"…\"`"));
                }
                input.parse::<Token![=]>()?;
                input.parse().map(Self)
            }
        }
        match self.entries.get(1) {
            Some(_) => syn::parse2(self.entries.remove(1)).map(|Service(prefix)| Some(prefix)),
            None => Ok(None),
        }
    }

    /// Expands to what the one literal gives, or to its error.
    fn one(
        self,
        what: &str,
        example: &str,
        expand: impl FnOnce(&TokenStream, &LitStr) -> syn::Result<TokenStream>,
    ) -> TokenStream {
        let mut entries = self.entries.into_iter();
        let first = entries.next().unwrap_or_default();
        let expanded = match entries.next() {
            Some(second) => Err(syn::Error::new_spanned(second, format_args!("expected {what} and nothing more"))),
            None => literal(first, what, example).and_then(|literal| expand(&self.krate, &literal)),
        };
        expanded.unwrap_or_else(|error| error.to_compile_error())
    }
}

impl Parse for Input {
    /// `crate = path; entries`, as the macros of `catalog` write it.
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self { krate: crate_path(input)?, entries: entries(input.parse()?) })
    }
}

/// Reads `crate = path;`.
pub(crate) fn crate_path(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    input.parse::<Token![crate]>()?;
    input.parse::<Token![=]>()?;
    let mut krate = TokenStream::new();
    while !input.peek(Token![;]) {
        // `$crate` is a token of its own kind, which no parser of paths takes.
        krate.extend([input.parse::<TokenTree>()?]);
    }
    input.parse::<Token![;]>()?;
    Ok(krate)
}

/// What stands between the commas; nothing behind a last one.
fn entries(tokens: TokenStream) -> Vec<TokenStream> {
    let mut entries = Vec::new();
    let mut entry = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Punct(mark) if mark.as_char() == ',' => entries.push(std::mem::take(&mut entry)),
            token => entry.extend([token]),
        }
    }
    if !entry.is_empty() {
        entries.push(entry);
    }
    entries
}

/// The string literal that an entry must be.
fn literal(entry: TokenStream, what: &str, example: &str) -> syn::Result<LitStr> {
    let expected = format!("expected {what} in a string literal, as \"{example}\"");
    if entry.is_empty() {
        return Err(syn::Error::new(Span::call_site(), expected));
    }
    syn::parse2(entry.clone()).map_err(|_| {
        let why = "a macro sees the text of a program, never its values";
        syn::Error::new_spanned(entry, format_args!("{expected}: {why}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: Index = Index(&[
        ServiceIndex {
            prefix: "app-mesh",
            module: "app_mesh",
            name: "Example Mesh",
            actions_left_out: false,
            actions: "GetMesh\nsearch Search\nTag-It TagIt\n",
            condition_keys: "aws:TagKeys AwsTagKeys:ArrayOfString\napp-mesh:Name Name\n",
            operations: "ListMeshes app-mesh:GetMesh\nMoveMesh app-mesh:search iam:PassRole\n",
        },
        ServiceIndex {
            prefix: "s3",
            module: "s3",
            name: "Example Storage",
            actions_left_out: true,
            actions: "",
            condition_keys: "aws:TagKeys AwsTagKeys:ArrayOfString\naws:Only AwsOnly:String\n",
            operations: "",
        },
    ]);

    fn expanded(expand: fn(Index, TokenStream) -> TokenStream, tokens: TokenStream) -> String {
        expand(INDEX, tokens).to_string().replace(' ', "")
    }

    #[test]
    fn a_name_becomes_its_variant() {
        assert_eq!(expanded(action, quote!("APP-MESH:getmesh")), "::catalog::app_mesh::Action::GetMesh");
        assert_eq!(expanded(action, quote!("app-mesh:search",)), "::catalog::app_mesh::Action::Search");
        assert_eq!(
            expanded(action, quote!(crate = ::other::name; "app-mesh:Tag-It")),
            "::other::name::app_mesh::Action::TagIt"
        );
    }

    #[test]
    fn a_shared_key_wants_its_service() {
        let key = "::catalog::s3::ConditionKey::AwsTagKeys";
        assert_eq!(expanded(condition_key, quote!("aws:TagKeys", service = "S3")), key);
        assert_eq!(expanded(condition_key, quote!("aws:only")), "::catalog::s3::ConditionKey::AwsOnly");
        let error = condition_key(INDEX, quote!("aws:TagKeys")).to_string();
        assert!(error.contains("belongs to 2 services (`app-mesh`, `s3`): say which"), "{error}");
        let error = condition_key(INDEX, quote!("aws:TagKeys", service = "s4")).to_string();
        assert!(error.contains("unknown service prefix `s4`"), "{error}");
        let error = condition_key(INDEX, quote!("aws:TagKeys", servce = "s3")).to_string();
        assert!(error.contains("expected `service ="), "{error}");
    }

    #[test]
    fn a_list_is_in_catalog_order_without_repeats() {
        let list = matches(INDEX, "*").unwrap();
        assert_eq!(list, [(0, 0), (0, 1), (0, 2)]);
        let text = expanded(action_list, quote!["app-mesh:s*", "app-mesh:GetMesh", "app-mesh:*e*"]);
        let first = "[::catalog::app_mesh::Action::GetMesh.any(),::catalog::app_mesh::Action::Search.any()]";
        assert!(text.contains(first), "{text}");
    }

    #[test]
    fn an_operation_is_told_from_an_action() {
        let error = action(INDEX, quote!("app-mesh:MOVEmesh")).to_string();
        let text = "is an API operation; what authorises it is `app-mesh:search` and `iam:PassRole`";
        assert!(error.contains(text), "{error}");
        // Names of the list, too, and nothing that is none.
        assert!(action_list(INDEX, quote!["app-mesh:ListMeshes"]).to_string().contains("is `app-mesh:GetMesh`"));
        assert!(action(INDEX, quote!("app-mesh:iam:PassRole")).to_string().contains("does not allow"));
    }

    #[test]
    fn every_wrong_entry_is_reported() {
        let text = action_list(INDEX, quote!["app-mesh:Nope*", 3, "app-mesh:GetMesh", "s3:Get*"]).to_string();
        assert_eq!(text.matches("compile_error").count(), 3, "{text}");
        assert!(text.contains("leaves its actions out"), "{text}");
    }
}
