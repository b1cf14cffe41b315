//! Parses the options of an attribute: words, `name = value` and `name(list)`.
//!
//! Reading an option removes it, so that an unexpected option is left over and causes an error.

use proc_macro2::Ident;
use std::collections::BTreeMap;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Error, LitStr, Meta, Path, Result, Token, parenthesized};

/// The options of an attribute that have not been read yet. Errors name the item with the attribute.
pub(super) struct Options {
    of: Ident,
    options: BTreeMap<String, Value>,
}

/// The name under which an unnamed string is stored.
const FIRST: &str = "";

enum Value {
    Word,
    Text(String),
    Name(String),
    List(Vec<Element>),
}

/// An element of a list.
enum Element {
    Text(String),
    Name(NameElement),
}

/// A name that an action or a resource type refers to, with the keywords before it.
pub(super) struct NameElement {
    pub(super) name: ReferredName,
    /// Whether the action requires the type: `required`, `not_stated` (`None`), or neither keyword (optional).
    pub(super) required: Option<bool>,
}

/// A name in a list.
pub(super) enum ReferredName {
    /// The identifier of a variant.
    Identifier(String),
    /// `not_defined "…"`: a name that the service does not define.
    NotDefined(String),
}

struct NamedOption {
    name: String,
    value: Value,
}

impl Parse for NamedOption {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            return Ok(Self { name: FIRST.to_owned(), value: Value::Text(input.parse::<LitStr>()?.value()) });
        }
        let name = input.call(Ident::parse_any)?.to_string();
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            if input.peek(LitStr) {
                Value::Text(input.parse::<LitStr>()?.value())
            } else {
                Value::Name(name_of(&input.call(Path::parse_mod_style)?))
            }
        } else if input.is_empty() || input.peek(Token![,]) {
            Value::Word
        } else {
            let content;
            parenthesized!(content in input);
            Value::List(Punctuated::<Element, Token![,]>::parse_terminated(&content)?.into_iter().collect())
        };
        Ok(Self { name, value })
    }
}

/// Returns the last segment of a path.
fn name_of(path: &Path) -> String {
    path.segments.last().map(|segment| segment.ident.to_string()).unwrap_or_default()
}

impl Parse for Element {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.peek(LitStr) {
            return Ok(Self::Text(input.parse::<LitStr>()?.value()));
        }
        let mut required = Some(false);
        loop {
            let word = input.call(Ident::parse_any)?.to_string();
            // These words are keywords if another token of the same element follows, and names otherwise.
            match word.as_str() {
                "required" if !ends_element(input) => required = Some(true),
                "not_stated" if !ends_element(input) => required = None,
                "not_defined" if input.peek(LitStr) => {
                    let name = ReferredName::NotDefined(input.parse::<LitStr>()?.value());
                    return Ok(Self::Name(NameElement { name, required }));
                }
                _ => return Ok(Self::Name(NameElement { name: ReferredName::Identifier(word), required })),
            }
        }
    }
}

fn ends_element(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

impl Options {
    /// Parses the options of an attribute on `of`.
    pub(super) fn parse(attribute: &Attribute, of: &Ident) -> Result<Self> {
        let mut options = BTreeMap::new();
        if !matches!(attribute.meta, Meta::Path(_)) {
            let entries = attribute
                .parse_args_with(Punctuated::<NamedOption, Token![,]>::parse_terminated)
                .map_err(|error| Error::new(error.span(), format!("`{of}`: {error}")))?;
            for NamedOption { name, value } in entries {
                if options.contains_key(&name) {
                    return Err(Error::new_spanned(attribute, format!("`{of}`: repeated `{name}`")));
                }
                options.insert(name, value);
            }
        }
        Ok(Self { of: of.clone(), options })
    }

    /// Returns an empty set of options.
    pub(super) fn none(of: &Ident) -> Self {
        Self { of: of.clone(), options: BTreeMap::new() }
    }

    /// Returns an error about the item with the attribute.
    pub(super) fn error(&self, message: &str) -> Error {
        Error::new(self.of.span(), format!("`{}`: {message}", self.of))
    }

    /// Removes the keyword `name`, and returns true if it is present.
    pub(super) fn word(&mut self, name: &str) -> Result<bool> {
        match self.options.remove(name) {
            None => Ok(false),
            Some(Value::Word) => Ok(true),
            Some(_) => Err(self.error(&format!("`{name}` does not take a value"))),
        }
    }

    /// Removes and returns the string of `name = "…"`.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>> {
        match self.options.remove(name) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.error(&format!("`{name}` is not a string"))),
        }
    }

    /// Removes and returns the string of `name = "…"`, which is required.
    pub(super) fn needed(&mut self, name: &str) -> Result<String> {
        self.text(name)?.ok_or_else(|| self.error(&format!("`{name}` is missing")))
    }

    /// Removes and returns the unnamed string, which is required.
    pub(super) fn first(&mut self) -> Result<String> {
        self.text(FIRST)?.ok_or_else(|| self.error("expected a string without a name"))
    }

    /// Checks that the string of `name = "…"` is `value`.
    pub(super) fn same(&mut self, name: &str, value: &str) -> Result<()> {
        let found = self.needed(name)?;
        if found == value {
            Ok(())
        } else {
            Err(self.error(&format!("expected `{name}` to be `{value}`, found `{found}`")))
        }
    }

    /// Removes and returns the identifier of `name = Identifier`.
    pub(super) fn name(&mut self, name: &str) -> Result<Option<String>> {
        match self.options.remove(name) {
            None => Ok(None),
            Some(Value::Name(identifier)) => Ok(Some(identifier)),
            Some(_) => Err(self.error(&format!("`{name}` is not an identifier"))),
        }
    }

    /// Removes and returns the strings of `name("…", "…")`. A missing option is `None`, which differs from an empty
    /// list.
    pub(super) fn texts(&mut self, name: &str) -> Result<Option<Vec<String>>> {
        let Some(elements) = self.list(name)? else { return Ok(None) };
        let text = |element| match element {
            Element::Text(text) => Ok(text),
            Element::Name(_) => Err(self.error(&format!("`{name}` contains an identifier"))),
        };
        elements.into_iter().map(text).collect::<Result<_>>().map(Some)
    }

    /// Removes and returns the names of `name(First, required Second, not_defined "third")`, each with its keyword.
    pub(super) fn names(&mut self, name: &str) -> Result<Vec<NameElement>> {
        let elements = self.list(name)?.unwrap_or_default();
        let identifier = |element| match element {
            Element::Name(element) => Ok(element),
            Element::Text(_) => Err(self.error(&format!("`{name}` contains a string"))),
        };
        elements.into_iter().map(identifier).collect()
    }

    fn list(&mut self, name: &str) -> Result<Option<Vec<Element>>> {
        match self.options.remove(name) {
            None => Ok(None),
            Some(Value::List(elements)) => Ok(Some(elements)),
            Some(_) => Err(self.error(&format!("`{name}` is not a list"))),
        }
    }

    /// Returns an error if an option has not been read.
    pub(super) fn finish(self) -> Result<()> {
        match self.options.keys().next() {
            Some(name) => Err(self.error(&format!("unknown option `{name}`"))),
            None => Ok(()),
        }
    }
}
