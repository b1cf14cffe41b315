//! Expands the attribute `condition_keys`, which turns an annotated enum into the condition keys of a service.

use catalog_core::{
    ConditionKeyType, NameForm,
    packed::write::{self, TooLargeError},
};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::{
    annotated_enum::{self, AnnotatedEnum},
    common::Common,
    documentation::{Facts, path_text},
    errors::Errors,
    names, tables,
    variant::Variant,
};

/// Expands the attribute.
pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    const KNOWN: &[&str] = &["service", "actions", "crate"];
    let mut errors = Errors::default();
    let mut input = match annotated_enum::read("condition_keys", item, &["condition_key"], &mut errors) {
        Ok(input) => input,
        Err(tokens) => return tokens,
    };
    let common = Common::read("condition_keys", arguments, KNOWN, &mut errors);
    if input.variants.is_empty() {
        let krate = &common.krate;
        return input.none(&quote!(#krate::NoConditionKey), errors);
    }
    let keys: Vec<ConditionKey> =
        input.variants.iter_mut().map(|variant| ConditionKey::read(variant, &common, &mut errors)).collect();
    tables::check_names(keys.iter().map(|key| (key.name.as_str(), &key.named_by as &dyn ToTokens)), true, &mut errors);
    input.expand(table(&input, &common, &keys), keys.iter().map(ConditionKey::documentation), errors)
}

/// A condition key, as the attribute of its variant describes it.
struct ConditionKey {
    name: String,
    /// The tokens that an error about the name points at.
    named_by: TokenStream,
    description: Option<String>,
    url: Option<String>,
    value_type: Option<ConditionKeyType>,
}

impl ConditionKey {
    fn read(variant: &mut Variant, common: &Common, errors: &mut Errors) -> Self {
        const KNOWN: &[&str] = &["name", "type", "url"];
        let mut key = Self {
            name: format!("{}:{}", common.prefix(), variant.default_name()),
            named_by: variant.ident.to_token_stream(),
            description: variant.description.clone(),
            url: None,
            value_type: None,
        };
        for item in variant.options("condition_key", KNOWN, errors) {
            match item.word() {
                "name" => {
                    if let Some(name) = item.text(errors) {
                        key.name = name.value();
                        key.named_by = name.to_token_stream();
                    }
                }
                "type" => key.value_type = item.path(errors).and_then(|path| value_type(&path, errors)),
                _ => key.url = item.text(errors).map(|url| url.value()),
            }
        }
        names::check_at(NameForm::ConditionKey, &key.name, &key.named_by, errors);
        key
    }

    fn documentation(&self) -> String {
        let mut facts = Facts::new(&self.name, self.description.is_some());
        if let Some(value_type) = self.value_type {
            facts.add("Type", value_type.name());
        }
        facts.link(self.url.as_deref());
        facts.finish()
    }
}

fn value_type(path: &syn::Path, errors: &mut Errors) -> Option<ConditionKeyType> {
    let given = path.get_ident().map(ToString::to_string).unwrap_or_default();
    let found = ConditionKeyType::from_name(&given);
    if found.is_none() {
        let known: Vec<String> = ConditionKeyType::ALL.iter().map(|known| format!("`{known}`")).collect();
        let given = path_text(&path.to_token_stream());
        errors.push(path, format_args!("unknown value type `{given}`: expected one of {}", known.join(", ")));
    }
    found
}

/// Returns the input of the macro in `catalog` that gives the enum its methods.
fn table(input: &AnnotatedEnum, common: &Common, keys: &[ConditionKey]) -> Result<TokenStream, TooLargeError> {
    let names = tables::names(keys.iter().map(|key| key.name.as_str()))?;
    let facts = write::PackedTablesWriter::default()
        .bytes(keys.iter().map(|key| ConditionKeyType::to_byte(key.value_type)).collect())
        .given(keys.iter().map(|key| key.description.as_deref()))?
        .given(keys.iter().map(|key| key.url.as_deref()))?;
    let facts = tables::literals(facts.finish()?);
    let Common { krate, actions, .. } = common;
    let (ident, all) = (input.ident(), input.all());
    Ok(quote! {
        #krate::__condition_keys! {
            #ident #all #actions,
            names #names
            facts #facts
        }
    })
}
