//! The options in the parentheses of an attribute: `word`, `word = "text"`, `word = Name`, `word(entry, entry)`.

use catalog_core::nearest::Nearest;

use quote::ToTokens as _;
use syn::{
    Attribute, Ident, Lit, LitStr, Meta, Path, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use crate::errors::Errors;

/// One option.
pub(crate) struct Item {
    word: Ident,
    value: Value,
}

enum Value {
    Nothing,
    Text(LitStr),
    Name(Path),
    Literal(Lit),
    List(Vec<Entry>),
}

/// One entry of a list: a text, or a name that may have `required` in front.
pub(crate) enum Entry {
    Text(LitStr),
    Name { required: Option<Ident>, name: Ident },
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // `type` and `crate` are options too.
        let word = input.call(Ident::parse_any)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            if input.peek(LitStr) {
                Value::Text(input.parse()?)
            } else if input.peek(Lit) {
                Value::Literal(input.parse()?)
            } else {
                Value::Name(input.call(Path::parse_mod_style)?)
            }
        } else if input.peek(syn::token::Paren) {
            let entries;
            syn::parenthesized!(entries in input);
            Value::List(Punctuated::<Entry, Token![,]>::parse_terminated(&entries)?.into_iter().collect())
        } else {
            Value::Nothing
        };
        Ok(Self { word, value })
    }
}

impl Parse for Entry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Text);
        }
        let first: Ident = input.parse()?;
        if first == "required" && input.peek(Ident) {
            return Ok(Self::Name { required: Some(first), name: input.parse()? });
        }
        Ok(Self::Name { required: None, name: first })
    }
}

/// The options of an attribute that knows these words. Unknown and repeated ones are errors and left out.
pub(crate) fn read(attribute: &Attribute, known: &[&'static str], errors: &mut Errors) -> Vec<Item> {
    match &attribute.meta {
        Meta::Path(_) => Vec::new(),
        Meta::List(_) => {
            let parsed = attribute.parse_args_with(Punctuated::<Item, Token![,]>::parse_terminated);
            match parsed {
                Ok(items) => known_once(items, known, errors),
                Err(error) => {
                    errors.add(error);
                    Vec::new()
                }
            }
        }
        Meta::NameValue(given) => {
            let path = given.path.to_token_stream();
            errors.push(given, format_args!("expected options in parentheses: `#[{path}(…)]`"));
            Vec::new()
        }
    }
}

/// The items whose words are known, each once. The others are errors.
pub(crate) fn known_once(
    items: impl IntoIterator<Item = Item>,
    known: &[&'static str],
    errors: &mut Errors,
) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::new();
    for item in items {
        let word = item.word();
        if !known.contains(&word.as_str()) {
            let mut nearest = Nearest::to(&word);
            for known in known {
                nearest.offer(known);
            }
            let meant = nearest.best().map(|best| format!(": did you mean `{best}`?")).unwrap_or_default();
            let known = known.iter().map(|known| format!("`{known}`")).collect::<Vec<_>>().join(", ");
            errors.push(&item.word, format_args!("unknown option `{word}`{meant} (known here: {known})"));
        } else if kept.iter().any(|other| other.word == item.word) {
            errors.push(&item.word, format_args!("option `{word}` is given twice"));
        } else {
            kept.push(item);
        }
    }
    kept
}

impl Item {
    /// The option's word.
    pub(crate) fn word(&self) -> String {
        self.word.unraw().to_string()
    }

    /// Expects the word alone.
    pub(crate) fn flag(self, errors: &mut Errors) -> bool {
        match self.value {
            Value::Nothing => true,
            _ => self.expected::<()>("nothing behind it", errors).is_some(),
        }
    }

    /// Expects `word = "text"`.
    pub(crate) fn text(self, errors: &mut Errors) -> Option<LitStr> {
        match self.value {
            Value::Text(text) => Some(text),
            _ => self.expected("a text: `= \"…\"`", errors),
        }
    }

    /// Expects `word = some::Name`.
    pub(crate) fn path(self, errors: &mut Errors) -> Option<Path> {
        match self.value {
            Value::Name(path) => Some(path),
            _ => self.expected("a name: `= …`", errors),
        }
    }

    /// Expects `word("text", "text")`.
    pub(crate) fn texts(self, errors: &mut Errors) -> Vec<LitStr> {
        let mut texts = Vec::new();
        for entry in self.list("texts: `(\"…\", \"…\")`", errors) {
            match entry {
                Entry::Text(text) => texts.push(text),
                Entry::Name { name, .. } => errors.push(name, "expected a text in quotes"),
            }
        }
        texts
    }

    /// Expects `word(Name, Name)`.
    pub(crate) fn names(self, errors: &mut Errors) -> Vec<Ident> {
        let mut names = Vec::new();
        for entry in self.list("names of variants: `(Name, Name)`", errors) {
            match entry {
                Entry::Name { required: None, name } => names.push(name),
                Entry::Name { required: Some(word), .. } => {
                    errors.push(word, "`required` belongs in front of a resource type");
                }
                Entry::Text(text) => errors.push(text, "expected the name of a variant, without quotes"),
            }
        }
        names
    }

    /// Expects `word(required Name, Name)`.
    pub(crate) fn requirable_names(self, errors: &mut Errors) -> Vec<(Ident, bool)> {
        let mut names = Vec::new();
        for entry in self.list("names of variants: `(required Name, Name)`", errors) {
            match entry {
                Entry::Name { required, name } => names.push((name, required.is_some())),
                Entry::Text(text) => errors.push(text, "expected the name of a variant, without quotes"),
            }
        }
        names
    }

    fn list(self, expected: &str, errors: &mut Errors) -> Vec<Entry> {
        match self.value {
            Value::List(entries) => entries,
            _ => self.expected(expected, errors).unwrap_or_default(),
        }
    }

    fn expected<T>(self, what: &str, errors: &mut Errors) -> Option<T> {
        let word = self.word();
        let message = format!("option `{word}` takes {what}");
        match self.value {
            Value::Text(text) => errors.push(text, message),
            Value::Name(name) => errors.push(name, message),
            Value::Literal(literal) => errors.push(literal, message),
            Value::Nothing | Value::List(_) => errors.push(self.word, message),
        }
        None
    }
}
