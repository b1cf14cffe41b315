//! Writes the constant tables of a service's actions.

use catalog_core::packed::{
    REQUIRED_BITS, required_to_bits,
    write::{self, TooLargeError},
};
use proc_macro2::TokenStream;
use quote::quote;

use super::{action::Action, service::ServiceOptions};
use crate::{annotated_enum::AnnotatedEnum, common::Common, tables, text_literal::TextLiteral};

/// Returns the input of the macro in `catalog` that gives the enum its methods.
pub(super) fn table(
    input: &AnnotatedEnum,
    service: &ServiceOptions,
    actions: &[Action],
) -> Result<TokenStream, TooLargeError> {
    let mut resource_types = tables::VariantReferences::default();
    let mut condition_keys = tables::VariantReferences::default();
    let mut dependents = write::Interner::default();
    let mut entries = Vec::with_capacity(actions.len());
    for action in actions {
        let types = action.resource_types.defined.iter().map(|reference| {
            let place = resource_types.place(reference)?;
            Ok(place << REQUIRED_BITS | required_to_bits(reference.required))
        });
        let keys = action.condition_keys.defined.iter().map(|reference| condition_keys.place(reference));
        let names = action.dependent_actions.as_ref();
        let names = names.map(|names| names.iter().map(|name| dependents.position(name)).collect());
        entries.push(vec![
            Some(types.collect::<Result<_, _>>()?),
            Some(keys.collect::<Result<_, _>>()?),
            names.transpose()?,
        ]);
    }
    let names = tables::names(actions.iter().map(|action| action.name.as_str()))?;
    let undefined_keys = actions.iter().map(|action| action.condition_keys.undefined.as_slice());
    let undefined_types = actions.iter().map(|action| action.resource_types.undefined.as_slice());
    let facts = write::PackedTablesWriter::default()
        .bytes(actions.iter().map(|action| action.access_levels.to_bits()).collect())
        .bytes(actions.iter().map(|action| u8::from(action.permission_only)).collect())
        .lists(tables::lists(entries)?)
        .strings(dependents.texts())?
        .given(actions.iter().map(|action| action.description.as_deref()))?
        .given(actions.iter().map(|action| action.url.as_deref()))?
        .given(actions.iter().map(|action| action.page.as_deref()))?
        .sparse(tables::undefined(undefined_keys, |key| key.name.clone()))?
        .sparse(tables::undefined(undefined_types, |of| format!("{}{}", required_to_bits(of.required), of.name)))?;
    let facts = tables::literals(facts.finish()?);

    let Common { krate, resource_types: types_enum, condition_keys: keys_enum, .. } = &service.common;
    let (visibility, ident, all) = (input.visibility(), input.ident(), input.all());
    let (resource_types, condition_keys) = (resource_types.positions(types_enum), condition_keys.positions(keys_enum));
    let prefix = service.common.prefix();
    let name = service.name.as_ref().map_or_else(|| prefix.clone(), TextLiteral::value);
    let (left_out, pages, edition) = (service.actions_left_out, &service.pages, &service.edition);
    let operations = service.operations.iter();
    let checks = actions.iter().flat_map(|action| {
        let types = action.resource_types.checks(krate, types_enum);
        [types, action.condition_keys.checks(krate, keys_enum)]
    });
    Ok(quote! {
        #(#checks)*
        #krate::__actions! {
            #visibility #ident #all #prefix #name #left_out #pages (#edition)
            #types_enum, #keys_enum, [#(#operations)*]
            names #names
            facts #facts #resource_types #condition_keys
        }
    })
}
