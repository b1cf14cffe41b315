//! Tables as literals: what the macros of `catalog` make constants of.

use catalog_core::packed::write::{self, TooLargeError};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use crate::errors::Errors;

/// The two literals of a table.
pub(crate) fn literals((text, bytes): (String, Vec<u8>)) -> TokenStream {
    let (text, bytes) = (Literal::string(&text), Literal::byte_string(&bytes));
    quote!(#text #bytes)
}

/// The names of an enum with their hash table: three literals. Lookup is what must be fast, so that they are apart.
pub(crate) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<TokenStream, TooLargeError> {
    let names: Vec<&str> = names.into_iter().collect();
    let slots = Literal::byte_string(&write::slots(&names)?);
    let names = literals(write::strings(names)?);
    Ok(quote!(#names #slots))
}

/// Lists, entry by entry.
pub(crate) fn lists(
    entries: impl IntoIterator<Item = Vec<Option<Vec<u16>>>>,
) -> Result<write::ListsWriter, TooLargeError> {
    let mut lists = write::ListsWriter::default();
    for entry in entries {
        lists.push(&entry)?;
    }
    Ok(lists)
}

/// The variants of another enum that a table refers to, each once. The table holds their places here; which entries
/// they are, only the compiler sees, and it is the compiler that says when there is no such variant.
#[derive(Default)]
pub(crate) struct VariantReferences {
    idents: Vec<Ident>,
    places: std::collections::HashMap<String, u16>,
}

impl VariantReferences {
    /// The place of a variant.
    pub(crate) fn place(&mut self, variant: &Ident) -> Result<u16, TooLargeError> {
        let name = variant.to_string();
        if let Some(place) = self.places.get(&name) {
            return Ok(*place);
        }
        // One bit of a resource type's number says whether it is required.
        let limit = usize::from(u16::MAX >> 1);
        let too_large = TooLargeError { what: "references", limit };
        let place = u16::try_from(self.idents.len()).ok().filter(|place| usize::from(*place) < limit);
        let place = place.ok_or(too_large)?;
        self.idents.push(variant.clone());
        self.places.insert(name, place);
        Ok(place)
    }
}

impl ToTokens for VariantReferences {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let idents = &self.idents;
        tokens.extend(quote!([#(#idents)*]));
    }
}

/// Reports two entries of one name. IAM ignores case, so that names which differ in nothing else are one, too; but AWS's
/// pages have condition keys of that kind, and they are kept.
pub(crate) fn check_names<'a>(
    names: impl IntoIterator<Item = (&'a str, &'a dyn ToTokens)>,
    case_counts: bool,
    errors: &mut Errors,
) {
    let mut known = std::collections::HashMap::new();
    for (name, tokens) in names {
        let key = if case_counts { name.to_owned() } else { name.to_ascii_lowercase() };
        if let Some(other) = known.insert(key, name) {
            let why = if other == name { "" } else { ": IAM ignores case" };
            errors.push(tokens, format_args!("the name `{name}` is taken by `{other}`{why}"));
        }
    }
}
