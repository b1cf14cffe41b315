//! Tables as literals: what the macros of `catalog` make constants of.

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

/// Writes the names of an enum with their hash table: three literals. They are separate because lookup must be fast.
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

/// Writes the names that are not defined, entry by entry. Few entries have any.
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

/// The variants of another enum that a table refers to, each once. The table holds their places here; which entries
/// they are, only the compiler sees, and it is the compiler that says when there is no such variant.
#[derive(Default)]
pub(crate) struct VariantReferences {
    idents: Vec<Ident>,
    places: std::collections::HashMap<String, u16>,
}

impl VariantReferences {
    /// Returns the place of a variant.
    pub(crate) fn place(&mut self, reference: &Reference) -> Result<u16, TooLargeError> {
        if let Some(place) = self.places.get(&reference.name) {
            return Ok(*place);
        }
        // The other bits of a resource type's number state whether it is required.
        let limit = usize::from(u16::MAX >> REQUIRED_BITS);
        let too_large = TooLargeError { what: "references", limit };
        let place = u16::try_from(self.idents.len()).ok().filter(|place| usize::from(*place) < limit);
        let place = place.ok_or(too_large)?;
        self.idents.push(reference.ident.clone());
        self.places.insert(reference.name.clone(), place);
        Ok(place)
    }

    /// Returns the array of the variants' positions in their enum.
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
