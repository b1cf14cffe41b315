//! The options in the parentheses of an attribute: `word`, `word = "text"`, `word = Name`, `word(entry, entry)`.

use catalog_core::nearest::Nearest;

use syn::{
    Ident, Lit, Path, Token,
    ext::IdentExt as _,
    parse::{Parse, ParseStream},
};

use crate::{errors::Errors, text_literal::TextLiteral};

/// One option.
pub(crate) struct AttributeOption {
    word: Ident,
    /// The word as text, made once: a compiler's identifier is slow to compare.
    text: String,
    value: OptionValue,
}

enum OptionValue {
    Nothing,
    Text(TextLiteral),
    Name(Path),
    Literal(Lit),
    List(Vec<ListEntry>),
}

/// One entry of a list: a text, or a name that may have `required` in front.
pub(crate) enum ListEntry {
    Text(TextLiteral),
    Name { required: Option<Ident>, name: Ident },
}

impl Parse for AttributeOption {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        // A text that stands alone is the option without a word.
        if let Some(text) = TextLiteral::next(input) {
            return Ok(Self {
                word: Ident::new("text", text.span()),
                text: String::new(),
                value: OptionValue::Text(text),
            });
        }
        // `type` and `crate` are options too.
        let word = input.call(Ident::parse_any)?;
        let value = if input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            if let Some(text) = TextLiteral::next(input) {
                OptionValue::Text(text)
            } else if input.peek(Lit) {
                OptionValue::Literal(input.parse()?)
            } else {
                OptionValue::Name(input.call(Path::parse_mod_style)?)
            }
        } else if input.peek(syn::token::Paren) {
            let entries;
            syn::parenthesized!(entries in input);
            OptionValue::List(separated(&entries)?)
        } else {
            OptionValue::Nothing
        };
        let text = word.unraw().to_string();
        Ok(Self { word, text, value })
    }
}

impl Parse for ListEntry {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if let Some(text) = TextLiteral::next(input) {
            return Ok(Self::Text(text));
        }
        let first: Ident = input.parse()?;
        if first == "required" && input.peek(Ident) {
            return Ok(Self::Name { required: Some(first), name: input.parse()? });
        }
        Ok(Self::Name { required: None, name: first })
    }
}

/// Reads options, separated by commas, to the end.
pub(crate) fn items(input: ParseStream<'_>) -> syn::Result<Vec<AttributeOption>> {
    separated(input)
}

/// Reads things separated by commas, to the end. A `Punctuated` would keep the commas.
fn separated<T: Parse>(input: ParseStream<'_>) -> syn::Result<Vec<T>> {
    let mut things = Vec::new();
    while !input.is_empty() {
        things.push(input.parse()?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(things)
}

/// The items whose words are known, each once. The others are errors.
pub(crate) fn known_once(
    items: impl IntoIterator<Item = AttributeOption>,
    known: &[&'static str],
    errors: &mut Errors,
) -> Vec<AttributeOption> {
    let mut kept: Vec<AttributeOption> = Vec::new();
    for item in items {
        let word = item.word();
        if !known.contains(&word) {
            let mut nearest = Nearest::new(word);
            for known in known {
                nearest.offer(known);
            }
            let meant = nearest.best().map(|best| format!(": did you mean `{best}`?")).unwrap_or_default();
            let known = known
                .iter()
                .filter(|known| !known.is_empty())
                .map(|known| format!("`{known}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let message = match word {
                "" => format!("expected an option (known here: {known})"),
                word => format!("unknown option `{word}`{meant} (known here: {known})"),
            };
            errors.push(&item.word, message);
        } else if kept.iter().any(|other| other.text == item.text) {
            errors.push(&item.word, format_args!("option `{word}` is given twice"));
        } else {
            kept.push(item);
        }
    }
    kept
}

impl AttributeOption {
    /// The option's word.
    pub(crate) fn word(&self) -> &str {
        &self.text
    }

    /// Expects the word alone.
    pub(crate) fn flag(self, errors: &mut Errors) -> bool {
        match self.value {
            OptionValue::Nothing => true,
            _ => self.expected::<()>("nothing behind it", errors).is_some(),
        }
    }

    /// Expects `word = "text"`.
    pub(crate) fn text(self, errors: &mut Errors) -> Option<TextLiteral> {
        match self.value {
            OptionValue::Text(text) => Some(text),
            _ => self.expected("a text: `= \"…\"`", errors),
        }
    }

    /// Expects `word = some::Name`.
    pub(crate) fn path(self, errors: &mut Errors) -> Option<Path> {
        match self.value {
            OptionValue::Name(path) => Some(path),
            _ => self.expected("a name: `= …`", errors),
        }
    }

    /// Expects `word("text", "text")`.
    pub(crate) fn texts(self, errors: &mut Errors) -> Vec<TextLiteral> {
        let mut texts = Vec::new();
        for entry in self.list("texts: `(\"…\", \"…\")`", errors) {
            match entry {
                ListEntry::Text(text) => texts.push(text),
                ListEntry::Name { name, .. } => errors.push(name, "expected a text in quotes"),
            }
        }
        texts
    }

    /// Expects `word(Name, Name)`.
    pub(crate) fn names(self, errors: &mut Errors) -> Vec<Ident> {
        let mut names = Vec::new();
        for entry in self.list("names of variants: `(Name, Name)`", errors) {
            match entry {
                ListEntry::Name { required: None, name } => names.push(name),
                ListEntry::Name { required: Some(word), .. } => {
                    errors.push(word, "`required` belongs in front of a resource type");
                }
                ListEntry::Text(text) => errors.push(text, "expected the name of a variant, without quotes"),
            }
        }
        names
    }

    /// Expects `word(required Name, Name)`.
    pub(crate) fn requirable_names(self, errors: &mut Errors) -> Vec<(Ident, bool)> {
        let mut names = Vec::new();
        for entry in self.list("names of variants: `(required Name, Name)`", errors) {
            match entry {
                ListEntry::Name { required, name } => names.push((name, required.is_some())),
                ListEntry::Text(text) => errors.push(text, "expected the name of a variant, without quotes"),
            }
        }
        names
    }

    fn list(self, expected: &str, errors: &mut Errors) -> Vec<ListEntry> {
        match self.value {
            OptionValue::List(entries) => entries,
            _ => self.expected(expected, errors).unwrap_or_default(),
        }
    }

    fn expected<T>(self, what: &str, errors: &mut Errors) -> Option<T> {
        let message = format!("option `{}` takes {what}", self.text);
        match self.value {
            OptionValue::Text(text) => errors.push(text, message),
            OptionValue::Name(name) => errors.push(name, message),
            OptionValue::Literal(literal) => errors.push(literal, message),
            OptionValue::Nothing | OptionValue::List(_) => errors.push(self.word, message),
        }
        None
    }
}
