//! Writes tables as literals, from which the macros of `catalog` make constants.

use catalog_core::packed::{
    REQUIRED_BITS,
    write::{self, TooLargeError},
};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

use crate::{
    annotated_enum::{comma, path_marks},
    errors::Errors,
    references::{Reference, UndefinedName},
};

/// Returns the two literals of a table.
pub(crate) fn literals((text, bytes): (String, Vec<u8>)) -> TokenStream {
    let (text, bytes) = (Literal::string(&text), Literal::byte_string(&bytes));
    quote!(#text #bytes)
}

/// Writes the names of an enum and their hash table as three literals.
///
/// The names are separate from the other tables because lookup must be fast.
pub(crate) fn names<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<TokenStream, TooLargeError> {
    let names: Vec<&str> = names.into_iter().collect();
    let slots = Literal::byte_string(&write::slots(&names)?);
    let names = literals(write::strings(names)?);
    Ok(quote!(#names #slots))
}

/// Writes lists, entry by entry.
pub(crate) fn lists(
    entries: impl IntoIterator<Item = Vec<Option<Vec<u16>>>>,
) -> Result<write::ListsWriter, TooLargeError> {
    let mut lists = write::ListsWriter::default();
    for entry in entries {
        lists.push(&entry)?;
    }
    Ok(lists)
}

/// Writes the undefined names, entry by entry. The table is sparse, because few entries have any.
pub(crate) fn undefined<'a>(
    entries: impl IntoIterator<Item = &'a [UndefinedName]>,
    string: impl Fn(&UndefinedName) -> String,
) -> write::SparseStringsWriter {
    let mut strings = write::SparseStringsWriter::default();
    for (position, names) in entries.into_iter().enumerate() {
        for name in names {
            strings.push(position, &string(name));
        }
    }
    strings
}

/// The variants of another enum that a table refers to, each once.
///
/// A table contains indices into this list. The list becomes an array of paths, which the compiler resolves. So the
/// compiler reports a variant that does not exist.
#[derive(Default)]
pub(crate) struct VariantReferences {
    idents: Vec<Ident>,
    places: std::collections::HashMap<String, u16>,
}

impl VariantReferences {
    /// Returns the index of a variant, and adds the variant if it is new.
    pub(crate) fn place(&mut self, reference: &Reference) -> Result<u16, TooLargeError> {
        if let Some(place) = self.places.get(&reference.name) {
            return Ok(*place);
        }
        // The remaining bits of a resource type's number state whether the action requires it.
        let limit = usize::from(u16::MAX >> REQUIRED_BITS);
        let too_large = TooLargeError { what: "references", limit };
        let place = u16::try_from(self.idents.len()).ok().filter(|place| usize::from(*place) < limit);
        let place = place.ok_or(too_large)?;
        self.idents.push(reference.ident.clone());
        self.places.insert(reference.name.clone(), place);
        Ok(place)
    }

    /// Returns an array with the position of each variant in its enum.
    pub(crate) fn positions(&self, of: &TokenStream) -> Group {
        let of = TokenTree::from(Group::new(Delimiter::None, of.clone()));
        let angles = ['<', '>'].map(|mark| TokenTree::from(Punct::new(mark, Spacing::Alone)));
        let word = |word| TokenTree::from(Ident::new(word, Span::call_site()));
        let (path, comma, number) = (path_marks(), comma(), [word("as"), word("u16")]);
        let mut tokens = Vec::with_capacity(9 * self.idents.len());
        for ident in &self.idents {
            let [open, close] = angles.clone();
            tokens.extend([open, of.clone(), close]);
            tokens.extend(path.iter().cloned());
            tokens.push(ident.clone().into());
            tokens.extend(number.iter().cloned());
            tokens.push(comma.clone());
        }
        Group::new(Delimiter::Bracket, tokens.into_iter().collect())
    }
}

/// Reports entries with the same name.
///
/// IAM ignores case, so names that differ only in case are the same name. With `case_counts` they are different,
/// because AWS's pages list some condition keys whose names differ only in case.
pub(crate) fn check_names<'a>(
    names: impl IntoIterator<Item = (&'a str, &'a dyn ToTokens)>,
    case_counts: bool,
    errors: &mut Errors,
) {
    let mut known = std::collections::HashMap::new();
    for (name, tokens) in names {
        let key = if case_counts { name.to_owned() } else { name.to_ascii_lowercase() };
        if let Some(other) = known.insert(key, name) {
            if other == name {
                errors.push(tokens, format_args!("duplicate name `{name}`"));
            } else {
                errors.push(tokens, format_args!("duplicate name `{name}`: it differs from `{other}` only in case"));
            }
        }
    }
}
