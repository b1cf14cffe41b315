//! Expands the attribute `resource_types`, which turns an annotated enum into the resource types of a service.

use catalog_core::{
    NameForm,
    packed::write::{self, TooLargeError},
};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::{
    annotated_enum::{self, AnnotatedEnum},
    common::Common,
    documentation::Facts,
    errors::Errors,
    names,
    references::References,
    tables,
    variant::Variant,
};

/// Expands the attribute.
pub(crate) fn expand(arguments: TokenStream, item: &TokenStream) -> TokenStream {
    const KNOWN: &[&str] = &["service", "actions", "condition_keys", "crate"];
    let mut errors = Errors::default();
    let mut input = match annotated_enum::read("resource_types", item, &["resource_type"], &mut errors) {
        Ok(input) => input,
        Err(tokens) => return tokens,
    };
    let common = Common::read("resource_types", arguments, KNOWN, &mut errors);
    if input.variants.is_empty() {
        let krate = &common.krate;
        return input.none(&quote!(#krate::NoResourceType), errors);
    }
    let types: Vec<ResourceType> =
        input.variants.iter_mut().map(|variant| ResourceType::read(variant, &mut errors)).collect();
    let names =
        types.iter().map(|resource_type| (resource_type.name.as_str(), &resource_type.named_by as &dyn ToTokens));
    tables::check_names(names, false, &mut errors);
    input.expand(
        table(&input, &common, &types),
        types.iter().map(|resource_type| resource_type.documentation(&common)),
        errors,
    )
}

/// A resource type, as the attribute of its variant describes it.
struct ResourceType {
    name: String,
    /// The tokens that an error about the name points at.
    named_by: TokenStream,
    described: bool,
    url: Option<String>,
    condition_keys: References,
    /// The ARN formats, one per line.
    arns: String,
}

impl ResourceType {
    fn read(variant: &mut Variant, errors: &mut Errors) -> Self {
        const KNOWN: &[&str] = &["name", "url", "arns", "condition_keys"];
        let mut resource_type = Self {
            name: variant.default_name(),
            named_by: variant.ident.to_token_stream(),
            described: variant.description.is_some(),
            url: None,
            condition_keys: References::default(),
            arns: String::new(),
        };
        for item in variant.options("resource_type", KNOWN, errors) {
            match item.word() {
                "name" => {
                    if let Some(name) = item.text(errors) {
                        resource_type.name = name.value();
                        resource_type.named_by = name.to_token_stream();
                    }
                }
                "url" => resource_type.url = item.text(errors).map(|url| url.value()),
                "arns" => {
                    for arn in item.texts(errors) {
                        let format = arn.value();
                        if let Some(error) = wrong_format(&format) {
                            errors.push(arn, error);
                        }
                        if !resource_type.arns.is_empty() {
                            resource_type.arns.push('\n');
                        }
                        resource_type.arns.push_str(&format);
                    }
                }
                _ => resource_type.condition_keys = item.references(errors),
            }
        }
        names::check_at(NameForm::ResourceType, &resource_type.name, &resource_type.named_by, errors);
        resource_type
    }

    fn documentation(&self, common: &Common) -> String {
        let mut facts = Facts::new(&format!("{}:{}", common.prefix(), self.name), self.described);
        facts.link(self.url.as_deref());
        facts.finish()
    }
}

/// Returns the error in an ARN format, if any.
///
/// These checks are minimal, because AWS lists some formats that cannot be parsed. Such formats are kept verbatim, and
/// reading one at run time returns an error.
fn wrong_format(format: &str) -> Option<&'static str> {
    if !format.starts_with("arn:") {
        return Some("an ARN format must begin with `arn:`");
    }
    format.contains(['\n', '\r']).then_some("an ARN format cannot contain a line break")
}

/// Returns the input of the macro in `catalog` that gives the enum its methods.
fn table(input: &AnnotatedEnum, common: &Common, types: &[ResourceType]) -> Result<TokenStream, TooLargeError> {
    let mut condition_keys = tables::VariantReferences::default();
    let mut entries = Vec::with_capacity(types.len());
    for resource_type in types {
        let keys = resource_type.condition_keys.defined.iter().map(|reference| condition_keys.place(reference));
        entries.push(vec![Some(keys.collect::<Result<_, _>>()?)]);
    }
    let names = tables::names(types.iter().map(|resource_type| resource_type.name.as_str()))?;
    let undefined_keys = types.iter().map(|resource_type| resource_type.condition_keys.undefined.as_slice());
    let facts = write::PackedTablesWriter::default()
        .lists(tables::lists(entries)?)
        .given(types.iter().map(|resource_type| resource_type.url.as_deref()))?
        .sparse(tables::undefined(undefined_keys, |key| key.name.clone()))?;
    let facts = tables::literals(facts.finish()?);
    // The formats are a separate table, because a program without the feature `arn` must not contain them.
    let arns = types.iter().map(|resource_type| resource_type.arns.as_str());
    let arns = tables::literals(write::strings(arns)?);
    let Common { krate, actions, condition_keys: keys_enum, .. } = common;
    let condition_keys = condition_keys.positions(keys_enum);
    let (ident, all) = (input.ident(), input.all());
    let checks = types.iter().map(|resource_type| resource_type.condition_keys.checks(krate, keys_enum));
    Ok(quote! {
        #(#checks)*
        #krate::__resource_types! {
            #ident #all #actions, #keys_enum,
            names #names
            facts #facts #condition_keys
            arns #arns
        }
    })
}
