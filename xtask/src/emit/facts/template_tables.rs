//! Formats the tables of facts about templates, which `catalog-policy` reads.

use super::table_file::{POLICY, file, string};
use crate::emit::file::File;
use crate::emit::tokens::ident;
use crate::facts::{FactFile, FactTable, SamPolicyTemplate, TemplateProperty};
use proc_macro2::TokenStream;
use quote::quote;

pub(super) fn sam_policy_templates(table: &FactTable<SamPolicyTemplate>) -> File {
    let title = "The policy templates of AWS SAM.";
    file((POLICY, FactFile::SamPolicyTemplates), title, table, |table| {
        let mut templates: Vec<_> = table.values().collect();
        templates.sort_by_key(|template| &template.name);
        let rows = templates.into_iter().map(|SamPolicyTemplate { name, parameters }| {
            let (name, parameters) = (string(name), parameters.iter().map(|parameter| string(parameter)));
            quote! { (#name, &[#(#parameters),*]) }
        });
        quote! {
            #[doc = " The names, sorted, each with the names of the required parameters."]
            pub(crate) const SAM_POLICY_TEMPLATES: &[(&str, &[&str])] = &[#(#rows),*];
        }
    })
}

pub(super) fn template_properties(table: &FactTable<TemplateProperty>) -> File {
    let title =
        "The properties of CloudFormation's resource types that hold policies, and those that only look like it.";
    file((POLICY, FactFile::TemplateProperties), title, table, |table| {
        // The reader reports entries that are not sorted.
        let properties: Vec<_> = table.values().collect();
        let types = properties.chunk_by(|one, other| one.resource_type == other.resource_type).map(|properties| {
            let name = string(properties.first().map_or("", |property| &property.resource_type));
            let rows = properties.iter().map(|property| row(property));
            quote! { (#name, &[#(#rows),*]) }
        });
        quote! {
            use crate::kind::PolicyKind;
            use crate::template_properties::property::{Contents, Encoding, TemplateProperty};

            #[doc = " The resource types, sorted, each with its properties, sorted by path."]
            pub(crate) const TEMPLATE_PROPERTIES: &[(&str, &[TemplateProperty])] = &[#(#types),*];
        }
    })
}

fn row(property: &TemplateProperty) -> TokenStream {
    let TemplateProperty { path, when, contents, kind, encoding, .. } = property;
    let path = string(path);
    let when = if let Some((name, value)) = when {
        let (name, value) = (string(name), string(value));
        quote! { Some((#name, #value)) }
    } else {
        quote! { None }
    };
    let (contents, kind) = (ident(contents), kind.map(ident));
    let contents = match (kind, encoding.map(ident)) {
        (Some(kind), Some(encoding)) => quote! { Contents::#contents(PolicyKind::#kind, Encoding::#encoding) },
        (Some(kind), None) => quote! { Contents::#contents(PolicyKind::#kind) },
        (None, _) => quote! { Contents::#contents },
    };
    quote! { TemplateProperty { path: #path, when: #when, contents: #contents } }
}
