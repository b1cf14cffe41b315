//! Formats `catalog/src/services/<module>.rs`, which has the names and facts of one service as annotated enums.

use super::named_service::NamedService;
use super::{operations, summary, tokens};
use crate::model::{Action, ActionResource, ConditionKey, Edition, LeftOut, Page, Requirement, ResourceType, Service};
use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};
use std::collections::HashMap;
use syn::Variant;

/// Returns the content of the service's file.
///
/// `dependents_stated` is true if any action of the catalog states its dependent actions. Actions that do not state
/// them are then marked.
pub(super) fn text(named: &NamedService<'_>, edition: Option<Edition>, dependents_stated: bool) -> String {
    let NamedService { service, identifiers, .. } = named;
    let references = ReferenceIdentifiers {
        resource_types: service
            .resource_types
            .iter()
            .map(|item| &*item.name)
            .zip(&identifiers.resource_types)
            .collect(),
        condition_keys: service
            .condition_keys
            .iter()
            .map(|item| &*item.name)
            .zip(&identifiers.condition_keys)
            .collect(),
        dependents_stated,
        links: Links::commoner(service),
        service,
    };
    let actions =
        service.actions.iter().zip(&identifiers.actions).map(|(item, name)| references.action(item, name)).collect();
    let resource_types = service
        .resource_types
        .iter()
        .zip(&identifiers.resource_types)
        .map(|(item, name)| references.resource_type(item, name))
        .collect();
    let condition_keys = service
        .condition_keys
        .iter()
        .zip(&identifiers.condition_keys)
        .map(|(item, name)| condition_key(item, name))
        .collect();

    let operations = operations::variants(&service.operations, &identifiers.operations);

    let prefix = service.prefix.as_str();
    let name = service.name.as_str();
    let in_doc = tokens::in_doc(name);
    let module_doc = tokens::doc_lines(&summary::text(named, edition));
    let [actions_doc, types_doc, keys_doc] =
        ["Actions", "Resource types", "Condition keys"].map(|what| tokens::doc_line(&format!("{what} of {in_doc}.")));
    // The option `edition` applies to every page that does not state its own edition. If a page has none, the option is
    // left out, and all other pages state their own editions.
    let edition = edition.filter(|_| service.pages.iter().all(|page| page.edition.is_some()));
    let pages: Vec<_> = service.pages.iter().map(|item| page(item, edition)).collect();
    let mut words: Vec<_> = tokens::strings("pages", pages.iter().map(String::as_str)).into_iter().collect();
    if edition.is_some() && service.pages.iter().any(|page| page.edition == edition) {
        words.push(quote!(edition = super::EDITION));
    }
    if references.links == Links::ToPlaces {
        words.push(quote!(reference_urls));
    }
    if references.dependents_stated && !service.actions.is_empty() {
        words.push(quote!(dependent_actions_stated));
    }
    if service.left_out.contains(&LeftOut::Actions) {
        words.push(quote!(actions_left_out));
    }
    if !operations.is_empty() {
        words.push(quote!(operations = Operation));
    }
    let operations_enum = (!operations.is_empty()).then(|| operations::empty_enum(prefix, &in_doc));
    let sources: Vec<_> = service.pages.iter().map(|page| format!("docs-src/{}", page.file)).collect();
    tokens::file(
        &sources.join(", "),
        quote! {
            #(#![doc = #module_doc])*

            #[doc = #actions_doc]
            #[catalog_macros::actions(service = #prefix, name = #name #(, #words)*)]
            pub enum Action {}

            #[doc = #types_doc]
            #[catalog_macros::resource_types(service = #prefix)]
            pub enum ResourceType {}

            #[doc = #keys_doc]
            #[catalog_macros::condition_keys(service = #prefix)]
            pub enum ConditionKey {}

            #operations_enum
        },
        [actions, resource_types, condition_keys, operations],
    )
}

/// Formats a page for the generated file: its name, and its edition if that differs from the catalog's.
fn page(page: &Page, catalog: Option<Edition>) -> String {
    let Page { file, edition } = page;
    edition.filter(|_| *edition != catalog).map_or_else(|| file.clone(), |edition| format!("{file} {edition}"))
}

/// The meaning of an action without `url`. The generated file states it once for the whole enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Links {
    /// The page links the action to its entry in AWS's page.
    ToPlaces,
    /// The page does not link the action.
    None,
}

impl Links {
    /// Returns the meaning that applies to the larger number of a service's actions.
    fn commoner(service: &Service) -> Self {
        let actions = || service.actions.iter();
        let to_places = actions().filter(|action| is_to_place(service, action)).count();
        let none = actions().filter(|action| action.url.is_none()).count();
        if to_places > none { Self::ToPlaces } else { Self::None }
    }
}

/// Returns true if the link of an action leads to its entry in AWS's page, so that the URL follows from the names.
fn is_to_place(service: &Service, action: &Action) -> bool {
    action.url.is_some() && action.url == service.reference_url(action)
}

/// Returns true if any action of a service states its dependent actions.
pub(super) fn states_dependents(service: &Service) -> bool {
    service.actions.iter().flat_map(|action| &action.rows).any(|row| row.dependent_actions.is_some())
}

/// The context for formatting variants: the identifiers of referenced names, and properties of the whole service.
struct ReferenceIdentifiers<'a> {
    resource_types: HashMap<&'a str, &'a String>,
    condition_keys: HashMap<&'a str, &'a String>,
    /// Whether any action of the catalog states its dependent actions. Actions that do not state them are then marked.
    dependents_stated: bool,
    links: Links,
    service: &'a Service,
}

impl ReferenceIdentifiers<'_> {
    fn action(&self, action: &Action, identifier: &str) -> Variant {
        let mut attributes = Vec::with_capacity(2 + action.rows.len() + action.scenarios.len());
        attributes.extend(tokens::doc(action.description.as_deref()));
        let mut options = Vec::with_capacity(4);
        options.extend(tokens::string("name", Some(&*action.name).filter(|name| *name != identifier)));
        match (&action.url, self.links) {
            (Some(_), Links::ToPlaces) if is_to_place(self.service, action) => {}
            (None, Links::ToPlaces) => options.push(quote!(no_url)),
            (url, _) => options.extend(tokens::string("url", url.as_deref())),
        }
        options.extend(tokens::string("page", action.page.as_deref()));
        options.extend(tokens::strings("access_levels", action.access_levels.iter().map(|level| level.name())));
        if action.permission_only {
            options.push(quote!(permission_only));
        }
        let marks_action = self.dependents_stated && action.rows.iter().all(|row| row.dependent_actions.is_none());
        if marks_action {
            options.push(quote!(dependent_actions_not_stated));
        }
        attributes.extend(tokens::attribute("action", &options));
        let only = action.rows.len() == 1;
        for row in &action.rows {
            let options = self.row(row, marks_action);
            // An empty row among others is kept: the action can be allowed without the requirements of the other rows.
            let empty = || (!only).then(|| tokens::bare_attribute("row"));
            attributes.extend(tokens::attribute("row", &options).or_else(empty));
        }
        for scenario in &action.scenarios {
            let mut options = Vec::new();
            options.extend(tokens::string("name", Some(&scenario.name)));
            options.extend(self.action_resources(&scenario.resource_types));
            attributes.extend(tokens::attribute("scenario", &options));
        }
        tokens::variant(attributes, identifier)
    }

    fn row(&self, row: &Requirement, action_is_marked: bool) -> Vec<TokenStream> {
        let mut options = Vec::new();
        options.extend(self.action_resources(&row.resource_types));
        options.extend(self.condition_keys(&row.condition_keys));
        match &row.dependent_actions {
            None if self.dependents_stated && !action_is_marked => options.push(quote!(dependent_actions_not_stated)),
            None => {}
            Some(actions) => {
                options.extend(tokens::strings("dependent_actions", actions.iter().map(String::as_str)));
            }
        }
        options
    }

    fn resource_type(&self, item: &ResourceType, identifier: &str) -> Variant {
        let mut options = Vec::new();
        options.extend(tokens::string("name", Some(&item.name)));
        options.extend(tokens::string("url", item.url.as_deref()));
        options.extend(tokens::strings("arns", item.arns.iter().map(String::as_str)));
        options.extend(self.condition_keys(&item.condition_keys));
        tokens::variant(tokens::attribute("resource_type", &options).into_iter().collect(), identifier)
    }

    fn action_resources(&self, resources: &[ActionResource]) -> Option<TokenStream> {
        let resources: Vec<_> = resources
            .iter()
            .map(|resource| {
                let name = reference(&self.resource_types, &resource.name);
                match resource.required {
                    Some(true) => quote!(required #name),
                    Some(false) => name,
                    None => quote!(not_stated #name),
                }
            })
            .collect();
        (!resources.is_empty()).then(|| quote!(resource_types(#(#resources),*)))
    }

    fn condition_keys(&self, names: &[String]) -> Option<TokenStream> {
        let keys: Vec<_> = names.iter().map(|name| reference(&self.condition_keys, name)).collect();
        (!keys.is_empty()).then(|| quote!(condition_keys(#(#keys),*)))
    }
}

/// Returns the variant of a name. If the service does not define the name, returns the name, marked as `not_defined`.
fn reference(identifiers: &HashMap<&str, &String>, name: &str) -> TokenStream {
    let variant = identifiers.get(name).map(|identifier| tokens::ident(identifier).into_token_stream());
    variant.unwrap_or_else(|| quote!(not_defined #name))
}

fn condition_key(item: &ConditionKey, identifier: &str) -> Variant {
    let mut options = Vec::with_capacity(3);
    options.extend(tokens::string("name", Some(&item.name)));
    options.extend(item.value_type.map(|value_type| {
        let value_type = tokens::ident(value_type.name());
        quote!(type = #value_type)
    }));
    options.extend(tokens::string("url", item.url.as_deref()));
    let doc = tokens::doc(item.description.as_deref());
    tokens::variant(doc.into_iter().chain(tokens::attribute("condition_key", &options)).collect(), identifier)
}
