//! Reads the entries of a list of resource types or condition keys: `required Name`, `not_defined "name"`.

use catalog_core::NameForm;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use crate::{errors::Errors, text_literal::TextLiteral, token_reader::TokenReader};

/// A variant of another enum, named in an option.
#[derive(Clone)]
pub(crate) struct Reference {
    /// The name as a token, which the expansion uses in a path and errors point at.
    pub(crate) ident: Ident,
    /// The name as a string.
    pub(crate) name: String,
    /// Whether the action requires the resource type. `None` means *not stated*.
    pub(crate) required: Option<bool>,
}

/// A name that AWS's page uses but does not define, so the other enum has no variant for it.
#[derive(Clone)]
pub(crate) struct UndefinedName {
    /// The literal, which errors point at.
    pub(crate) literal: TextLiteral,
    /// AWS's name.
    pub(crate) name: String,
    /// Whether the action requires the resource type. `None` means *not stated*.
    pub(crate) required: Option<bool>,
}

/// The entries of one list, or the union of several lists.
#[derive(Default)]
pub(crate) struct References {
    /// The variants, in order.
    pub(crate) defined: Vec<Reference>,
    /// The names without a variant, in order.
    pub(crate) undefined: Vec<UndefinedName>,
}

impl References {
    /// Reads comma-separated entries. The words `required` and `not_stated` are valid only if `requirable`.
    pub(crate) fn read(mut reader: TokenReader, requirable: bool, errors: &mut Errors) -> Self {
        let mut references = Self::default();
        while !reader.is_empty() {
            let quoted = reader.text();
            let read = match quoted {
                Some(text) => {
                    errors.push(text, "expected the name of a variant, found a string: remove the quotes");
                    Ok(())
                }
                None => references.read_entry(&mut reader, requirable, errors),
            };
            if let Err(error) = read.and_then(|()| reader.comma()) {
                errors.add(error);
                break;
            }
        }
        references
    }

    /// Reads one entry: `Name`, `required Name`, `not_stated Name`, or the same with `not_defined "name"` as the name.
    fn read_entry(&mut self, reader: &mut TokenReader, requirable: bool, errors: &mut Errors) -> syn::Result<()> {
        let mut ident = reader.ident()?;
        let mut name = ident.to_string();
        let mut required = Some(false);
        let is_word = matches!(name.as_str(), "required" | "not_stated");
        if is_word && let Some(text) = reader.text() {
            let message = "expected the name of a variant, found a string: did you mean `not_defined \"…\"`?";
            errors.push(text, message);
            return Ok(());
        }
        if is_word && matches!(reader.peek(), Some(TokenTree::Ident(_))) {
            if requirable {
                required = (name == "required").then_some(true);
            } else {
                errors.push(ident, format_args!("`{name}` is only valid before a resource type: remove it"));
            }
            ident = reader.ident()?;
            name = ident.to_string();
        }
        if name != "not_defined" {
            self.defined.push(Reference { ident, name, required });
            return Ok(());
        }
        let Some(literal) = reader.text() else {
            let rest = reader.until_comma();
            let message = "expected AWS's name in quotes: write `not_defined \"…\"`";
            errors.push(if rest.is_empty() { TokenTree::from(ident).into() } else { rest }, message);
            return Ok(());
        };
        let name = literal.value();
        let form = if requirable { NameForm::ResourceType } else { NameForm::ConditionKey };
        if let Err(error) = form.check(&name) {
            errors.push(literal, error);
        } else if self.undefined.iter().any(|known| known.name == name) {
            errors.push(literal, "this name is given twice");
        } else {
            self.undefined.push(UndefinedName { literal, name, required });
        }
        Ok(())
    }

    /// Adds the entries of another list. A resource type is required if either list requires it.
    pub(crate) fn unite(&mut self, other: Self) {
        for new in other.defined {
            match self.defined.iter_mut().find(|known| known.name == new.name) {
                Some(known) => known.required = either(known.required, new.required),
                None => self.defined.push(new),
            }
        }
        for new in other.undefined {
            match self.undefined.iter_mut().find(|known| known.name == new.name) {
                Some(known) => known.required = either(known.required, new.required),
                None => self.undefined.push(new),
            }
        }
    }

    /// Returns items that fail to compile if the other enum has a variant for one of the undefined names.
    ///
    /// The macro cannot check this itself, because it does not see the other enum.
    pub(crate) fn checks(&self, krate: &TokenStream, other: &TokenStream) -> TokenStream {
        let checks = self.undefined.iter().map(|UndefinedName { literal, name, .. }| {
            let message = format!("`{name}` is defined: use its variant instead of `not_defined`");
            let check = quote_spanned!(literal.span()=> ::core::panic!("{}", #message));
            quote! {
                const _: () = if <#other as #krate::Typed>::TABLES.names.find(#literal).is_some() { #check };
            }
        });
        checks.collect()
    }
}

/// Combines what two rows state about a resource type: required, optional or not stated.
fn either(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (None, _) | (_, None) => None,
        _ => Some(false),
    }
}
