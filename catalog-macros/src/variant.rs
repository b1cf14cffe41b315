//! Reads a variant of an annotated enum, and separates the attributes of the macro from all others.

use proc_macro2::{Delimiter, Ident, TokenTree};

use crate::{
    documentation,
    errors::Errors,
    options::{self, AttributeOption},
    token_reader::TokenReader,
};

/// A variant and its attributes.
pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// The attributes that belong to the macro, in order.
    pub(crate) attributes: Vec<OwnAttribute>,
    /// The first paragraph of the doc comment, without backslash escapes.
    pub(crate) description: Option<String>,
    /// All other attributes, including the doc comment.
    pub(crate) kept: Vec<TokenTree>,
}

/// An attribute of a variant that belongs to the macro.
pub(crate) struct OwnAttribute {
    /// The name of the attribute.
    pub(crate) name: Ident,
    /// The name as a string.
    pub(crate) word: String,
    /// The options in the parentheses.
    pub(crate) items: Vec<AttributeOption>,
}

impl OwnAttribute {
    /// Takes the known options, each at most once. Unknown and repeated options are errors.
    pub(crate) fn items(&mut self, known: &[&'static str], errors: &mut Errors) -> Vec<AttributeOption> {
        options::known_once(std::mem::take(&mut self.items), known, errors)
    }
}

impl Variant {
    /// Returns AWS's name if no attribute states it: the identifier, without the `r#` of a raw identifier.
    pub(crate) fn default_name(&self) -> String {
        let name = self.ident.to_string();
        name.strip_prefix("r#").map(str::to_owned).unwrap_or(name)
    }

    /// Takes the options of the only attribute that the variant can have.
    ///
    /// Unknown options, repeated options and further attributes are errors.
    pub(crate) fn options(
        &mut self,
        attribute: &str,
        known: &[&'static str],
        errors: &mut Errors,
    ) -> Vec<AttributeOption> {
        let mut attributes = self.attributes.iter_mut();
        let items = attributes.next().map(|attribute| attribute.items(known, errors)).unwrap_or_default();
        for more in attributes {
            errors.push(&more.name, format_args!("a variant can have only one `#[{attribute}(…)]`: merge the options"));
        }
        items
    }

    /// Reads a variant and the comma after it.
    pub(crate) fn read(reader: &mut TokenReader, own: &[&str], errors: &mut Errors) -> syn::Result<Self> {
        let (mut attributes, mut kept, mut lines) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(TokenTree::Punct(mark)) = reader.peek().filter(|token| is_mark(token, '#')) {
            let mark = mark.clone();
            reader.next();
            let Some(bracket) = reader.group(Delimiter::Bracket) else { return Err(reader.error("expected `[`")) };
            let mut inner = TokenReader::of_group(&bracket);
            let name = inner.ident()?;
            let word = name.to_string();
            if own.contains(&word.as_str()) {
                attributes.extend(own_attribute(name, word, inner, errors));
                continue;
            }
            if word == "cfg" || word == "cfg_attr" {
                let message = "`cfg` is not supported on variants: remove it, because the tables include every variant";
                errors.push(bracket.stream(), message);
                continue;
            }
            if word == "doc" && inner.mark('=') {
                lines.extend(inner.text().map(|line| line.value()));
            }
            kept.extend([mark.into(), bracket.into()]);
        }
        let ident = reader.ident()?;
        if let Some(TokenTree::Group(fields)) = reader.peek() {
            errors.push(fields, "a variant cannot have fields: remove them");
            reader.next();
        }
        if reader.mark('=') {
            errors.push(reader.until_comma(), "a variant cannot have a discriminant: remove it");
        }
        reader.comma()?;
        Ok(Self { ident, attributes, description: documentation::description(&lines), kept })
    }
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark)
}

/// Reads the rest of an attribute after its name. Returns `None` after reporting an error.
fn own_attribute(name: Ident, word: String, mut inner: TokenReader, errors: &mut Errors) -> Option<OwnAttribute> {
    let items = if let Some(arguments) = inner.group(Delimiter::Parenthesis) {
        options::items(arguments.stream(), arguments.span_close())
    } else if inner.is_empty() {
        Ok(Vec::new())
    } else {
        Err(syn::Error::new_spanned(inner.rest(), format_args!("expected options in parentheses: `#[{word}(…)]`")))
    };
    let items = items.map_err(|error| errors.add(error)).ok()?;
    Some(OwnAttribute { name, word, items })
}
