//! A generated file with a table of facts: its directory, its sources, and literals.

use crate::emit::file::File;
use crate::emit::tokens;
use crate::facts::{Evidence, FactFile, FactTable};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::BTreeSet;

/// The directories in which every `.rs` file belongs to the generator.
pub const FACTS: [&str; 2] = [CORE, POLICY];

/// The facts that `catalog-core` reads.
pub(super) const CORE: &str = "catalog/core/src/facts";

/// The facts that `catalog-policy` reads.
pub(super) const POLICY: &str = "catalog/policy/src/facts";

/// A file in a directory. Its doc comment begins with `title` and names the sources of the facts.
pub(super) fn file<T>(
    (directory, from): (&str, FactFile),
    title: &str,
    table: &FactTable<T>,
    items: impl Fn(&FactTable<T>) -> TokenStream,
) -> File {
    let evidence: BTreeSet<&Evidence> = table.facts.iter().map(|fact| &fact.evidence).collect();
    let sources = evidence.iter().map(|Evidence { source, month }| format!("* <{source}>, {month}"));
    let title = format!("{title} The sources, each with the month in which it stated this:");
    let lines: Vec<String> = [title, String::new()].into_iter().chain(sources).collect();
    let docs = tokens::doc_lines(&lines.join("\n"));
    let items = items(table);
    let text = tokens::file(&from.path(), quote! { #(#![doc = #docs])* #items }, []);
    File { path: format!("{directory}/{}.rs", from.stem()), text }
}

/// A string literal.
pub(super) fn string(text: &str) -> Literal {
    Literal::string(text)
}
