//! Formats a generated file with a table of facts: its path, its documentation and its string literals.

use crate::emit::file::File;
use crate::emit::tokens;
use crate::facts::{Evidence, FactFile, FactTable};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use std::collections::BTreeSet;
use std::path::Path;

/// The maximum number of characters on a line of a literal.
const LINE: usize = 70;

/// The directories in which every `.rs` file belongs to the generator.
pub const FACTS: [&str; 2] = [CORE, POLICY];

/// The directory of the facts that `catalog-core` reads.
pub(super) const CORE: &str = "catalog/core/src/facts";

/// The directory of the facts that `catalog-policy` reads.
pub(super) const POLICY: &str = "catalog/policy/src/facts";

/// Returns a file in a directory. Its documentation consists of `title` and the sources of the facts.
pub(super) fn file<T>(
    (directory, from): (&str, FactFile),
    title: &str,
    table: &FactTable<T>,
    items: impl Fn(&FactTable<T>) -> TokenStream,
) -> File {
    let evidence: BTreeSet<&Evidence> = table.facts.iter().map(|fact| &fact.evidence).collect();
    let sources = evidence.iter().map(|Evidence { source, month }| format!("* <{source}>, {month}"));
    let head = format!("{title}\n\nSources, each with the month in which it stated the facts:\n");
    let lines: Vec<String> = std::iter::once(head).chain(sources).collect();
    file_from(directory, &from.path(), &lines.join("\n"), &items(table))
}

/// Returns a file in a directory, generated from the file `from` of the same name.
pub(super) fn file_from(directory: &str, from: &str, docs: &str, items: &TokenStream) -> File {
    let docs = tokens::doc_lines(docs);
    let text = tokens::file(from, quote! { #(#![doc = #docs])* #items }, []);
    let stem = Path::new(from).file_stem().unwrap_or_default().to_string_lossy();
    File { path: format!("{directory}/{stem}.rs"), text }
}

/// Returns a string literal.
pub(super) fn string(text: &str) -> Literal {
    Literal::string(text)
}

/// Returns one string literal with several lines.
///
/// A long line is split into one source line per word, so that the diff of a change is one line. A single literal
/// contains no pointers, so a program needs no relocations for it.
pub(super) fn lines(lines: &[String]) -> Literal {
    if lines.is_empty() {
        return string("");
    }
    let lines: Vec<String> = lines
        .iter()
        .map(|line| if line.len() <= LINE { line.clone() } else { line.replace(' ', " \\\n         ") })
        .collect();
    let literal = format!("\"\\\n         {}\"", lines.join("\\n\\\n         "));
    #[expect(clippy::expect_used, reason = "months, names and verbs contain no quotes")]
    literal.parse().expect("a string literal")
}
