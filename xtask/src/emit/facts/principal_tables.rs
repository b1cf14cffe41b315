//! Formats the tables of facts about principals, which `catalog-policy` reads.

use super::table_file::{POLICY, file, string};
use crate::emit::file::File;
use crate::emit::tokens::ident;
use crate::facts::{EndpointKeys, FactFile, FactTable, OidcProvider, PrincipalKey, ServicePrincipal, UniqueId};
use proc_macro2::Literal;
use quote::quote;

pub(super) fn endpoint_keys(table: &FactTable<EndpointKeys>) -> File {
    let title = "The services whose requests carry the condition keys about the owner of a VPC endpoint.";
    file((POLICY, FactFile::EndpointKeys), title, table, |table| {
        let mut services: Vec<_> = table.values().collect();
        services.sort_by_key(|service| service.prefix.get_ref());
        let rows = services.into_iter().map(|EndpointKeys { prefix, keys }| {
            let (prefix, keys) = (string(prefix.get_ref()), keys.iter().map(|key| string(key.get_ref())));
            quote! { (#prefix, &[#(#keys),*]) }
        });
        quote! {
            #[doc = " The prefixes of the services, sorted, each with its keys."]
            pub(crate) const ENDPOINT_KEYS: &[(&str, &[&str])] = &[#(#rows),*];
        }
    })
}

pub(super) fn oidc_providers(table: &FactTable<OidcProvider>) -> File {
    let title = "OIDC identity providers that many AWS customers share.";
    file((POLICY, FactFile::OidcProviders), title, table, |table| {
        let mut providers: Vec<_> = table.values().collect();
        providers.sort_by_key(|provider| &provider.name);
        let rows = providers.into_iter().map(|OidcProvider { name, key, is_required, form }| {
            let (name, key) = (string(name), string(key));
            let form = if let Some(form) = form {
                let (after, has_names) = (Literal::u32_unsuffixed(form.customer_after), form.has_names);
                quote! { Some(SharedValueForm { customer_after: #after, has_names: #has_names }) }
            } else {
                quote! { None }
            };
            quote! { SharedProvider { name: #name, key: #key, is_required: #is_required, form: #form } }
        });
        quote! {
            use crate::known_principals::{SharedProvider, SharedValueForm};

            #[doc = " The providers, sorted by name."]
            pub(crate) const OIDC_PROVIDERS: &[SharedProvider] = &[#(#rows),*];
        }
    })
}

pub(super) fn principal_keys(table: &FactTable<PrincipalKey>) -> File {
    let title = "Global condition keys that depend on the kind of the principal.";
    file((POLICY, FactFile::PrincipalKeys), title, table, |table| {
        let mut keys: Vec<_> = table.values().collect();
        keys.sort_by_key(|key| key.name.get_ref());
        let rows = keys.into_iter().map(|PrincipalKey { name, property }| {
            let (name, property) = (string(name.get_ref()), ident(property));
            quote! { (#name, KeyProperty::#property) }
        });
        quote! {
            use crate::known_principals::KeyProperty;

            #[doc = " The keys, sorted by name, each with the property that it compares."]
            pub(crate) const PRINCIPAL_KEYS: &[(&str, KeyProperty)] = &[#(#rows),*];
        }
    })
}

pub(super) fn service_principals(table: &FactTable<ServicePrincipal>) -> File {
    let title = "The names of service principals.";
    file((POLICY, FactFile::ServicePrincipals), title, table, |table| {
        let mut names: Vec<_> = table.values().map(|service| &service.name).collect();
        names.sort_unstable();
        let names = names.into_iter().map(|name| string(name));
        quote! {
            #[doc = " The names, sorted."]
            pub(crate) const SERVICE_PRINCIPALS: &[&str] = &[#(#names),*];
        }
    })
}

pub(super) fn unique_ids(table: &FactTable<UniqueId>) -> File {
    let title = "The beginnings of unique IDs in IAM.";
    file((POLICY, FactFile::UniqueIds), title, table, |table| {
        let mut ids: Vec<_> = table.values().collect();
        ids.sort_by_key(|id| &id.prefix);
        let rows = ids.into_iter().map(|UniqueId { prefix, of, is_principal }| {
            let (prefix, of) = (string(prefix), string(of));
            quote! { UniqueId { prefix: #prefix, of: #of, is_principal: #is_principal } }
        });
        quote! {
            use crate::known_principals::UniqueId;

            #[doc = " The beginnings, sorted."]
            pub(crate) const UNIQUE_IDS: &[UniqueId] = &[#(#rows),*];
        }
    })
}
