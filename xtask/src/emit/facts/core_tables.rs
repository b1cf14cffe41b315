//! The tables of facts that `catalog-core` reads.

use super::table_file::{CORE, file, string};
use crate::emit::file::File;
use crate::facts::{AuthorizedOperations, FactFile, FactTable, OtherName, VerbGroup};
use proc_macro2::Literal;
use quote::quote;
use toml::Spanned;

/// The names of operations that fit on a line.
const LINE: usize = 70;

pub(super) fn operations(table: &FactTable<AuthorizedOperations>) -> File {
    let title = "API operations that are not actions, with the actions that authorize them.";
    file((CORE, FactFile::Operations), title, table, |table| {
        let mut rows: Vec<_> = table.values().collect();
        rows.sort_by_key(|row| row.service.get_ref());
        let rows = rows.into_iter().map(|AuthorizedOperations { service, names, actions }| {
            let (service, names) = (string(service.get_ref()), words(names));
            let actions = actions.iter().map(|action| string(action.get_ref()));
            quote! { (#service, #names, &[#(#actions),*]) }
        });
        quote! {
            #[doc = " Services, operations with blanks between them, and the full names of the actions. In order of service."]
            pub(crate) const OPERATIONS: &[(&str, &str, &[&str])] = &[#(#rows),*];
        }
    })
}

pub(super) fn other_names(table: &FactTable<OtherName>) -> File {
    let title = "Names of services that are not their prefixes.";
    file((CORE, FactFile::OtherNames), title, table, |table| {
        let mut names: Vec<_> = table.values().map(|other| (&other.name, other.service.get_ref())).collect();
        names.sort_unstable();
        let rows = names.into_iter().map(|(name, service)| {
            let (name, service) = (string(name), string(service));
            quote! { (#name, #service) }
        });
        quote! {
            #[doc = " Names, in order, and the prefixes of the services that are meant."]
            pub(crate) const OTHER_NAMES: &[(&str, &str)] = &[#(#rows),*];
        }
    })
}

pub(super) fn verbs(table: &FactTable<VerbGroup>) -> File {
    let title = "Groups of verbs that services use for the same thing.";
    file((CORE, FactFile::Verbs), title, table, |table| {
        let groups = table.values().map(|group| {
            let verbs = group.verbs.iter().map(|verb| string(verb));
            quote! { &[#(#verbs),*] }
        });
        quote! {
            #[doc = " The groups. Where several have both verbs of a pair, the first counts."]
            pub(crate) const VERBS: &[&[&str]] = &[#(#groups),*];
        }
    })
}

/// A string literal with blanks between words. If it is long, each word has a line, so that a change is one line of a diff.
fn words(names: &[Spanned<String>]) -> Literal {
    let names: Vec<&str> = names.iter().map(|name| name.get_ref().as_str()).collect();
    let line = names.join(" ");
    if line.len() <= LINE {
        return string(&line);
    }
    let literal = format!("\"\\\n         {}\"", names.join(" \\\n         "));
    #[expect(clippy::expect_used, reason = "the names of operations hold nothing that ends or escapes a literal")]
    literal.parse().expect("a string literal")
}
