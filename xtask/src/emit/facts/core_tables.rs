//! Formats the tables of facts that `catalog-core` reads.

use super::table_file::{CORE, file, lines, string};
use crate::emit::file::File;
use crate::facts::{AuthorizedOperations, FactFile, FactTable, OtherName, VerbGroup};
use quote::quote;
use std::collections::BTreeMap;
use toml::Spanned;

pub(super) fn operations(table: &FactTable<AuthorizedOperations>) -> File {
    let title = "API operations that are not actions, and the actions that authorize them.";
    file((CORE, FactFile::Operations), title, table, |table| {
        let mut services: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for AuthorizedOperations { service, names, actions } in table.values() {
            let row = format!("{}={}", words(names), words(actions));
            services.entry(service.get_ref()).or_default().push(row);
        }
        let rows = services.into_iter().map(|(service, rows)| {
            let (service, rows) = (string(service), lines(&rows));
            quote! { (#service, #rows) }
        });
        quote! {
            #[doc = " The services, sorted, each with its rows: operations, `=`, and the full names of the actions."]
            pub(crate) const OPERATIONS: &[(&str, &str)] = &[#(#rows),*];
        }
    })
}

pub(super) fn other_names(table: &FactTable<OtherName>) -> File {
    let title = "Common names of services that differ from their prefixes.";
    file((CORE, FactFile::OtherNames), title, table, |table| {
        let mut names: Vec<_> = table.values().map(|other| (&other.name, other.service.get_ref())).collect();
        names.sort_unstable();
        let rows = names.into_iter().map(|(name, service)| {
            let (name, service) = (string(name), string(service));
            quote! { (#name, #service) }
        });
        quote! {
            #[doc = " Pairs of a name and the prefix of its service, sorted by name."]
            pub(crate) const OTHER_NAMES: &[(&str, &str)] = &[#(#rows),*];
        }
    })
}

pub(super) fn verbs(table: &FactTable<VerbGroup>) -> File {
    let title = "Groups of verbs that services use for the same thing.";
    file((CORE, FactFile::Verbs), title, table, |table| {
        let groups: Vec<String> = table.values().map(|group| group.verbs.join(" ")).collect();
        let groups = lines(&groups);
        quote! {
            #[doc = " The groups, one per line. If several groups have both verbs of a pair, the first group counts."]
            pub(crate) const VERBS: &str = #groups;
        }
    })
}

/// Joins words with spaces.
fn words(words: &[Spanned<String>]) -> String {
    words.iter().map(|word| word.get_ref().as_str()).collect::<Vec<_>>().join(" ")
}
