//! The options in the parentheses of an attribute: `word`, `word = "text"`, `word = Name`, `word(entry, entry)`.

use catalog_core::nearest::Nearest;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use syn::{Path, ext::IdentExt as _, parse::Parser as _};

use crate::{errors::Errors, references::References, text_literal::TextLiteral, token_reader::TokenReader};

/// One option.
pub(crate) struct AttributeOption {
    word: Ident,
    /// The word as a string, made once: a compiler's identifier is slow to compare.
    text: String,
    value: OptionValue,
}

enum OptionValue {
    Nothing,
    Text(TextLiteral),
    Literal(Literal),
    Name(TokenStream),
    List(Group),
}

/// Reads options, separated by commas, to the end.
pub(crate) fn items(tokens: TokenStream, end: Span) -> syn::Result<Vec<AttributeOption>> {
    let mut reader = TokenReader::new(tokens, end);
    let mut items = Vec::new();
    while !reader.is_empty() {
        items.push(AttributeOption::read(&mut reader)?);
        reader.comma()?;
    }
    Ok(items)
}

/// Returns the items whose words are known, each once. The others are errors.
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
    fn read(reader: &mut TokenReader) -> syn::Result<Self> {
        // A bare string literal is the unnamed option.
        if let Some(text) = reader.text() {
            let word = Ident::new("text", text.span());
            return Ok(Self { word, text: String::new(), value: OptionValue::Text(text) });
        }
        // `type` and `crate` are options too.
        let word = reader.ident()?;
        let value = if reader.mark('=') {
            Self::read_value(reader)?
        } else {
            reader.group(Delimiter::Parenthesis).map_or(OptionValue::Nothing, OptionValue::List)
        };
        let text = word.unraw().to_string();
        Ok(Self { word, text, value })
    }

    fn read_value(reader: &mut TokenReader) -> syn::Result<OptionValue> {
        if let Some(text) = reader.text() {
            return Ok(OptionValue::Text(text));
        }
        match reader.peek() {
            Some(TokenTree::Literal(literal)) => {
                let literal = literal.clone();
                reader.next();
                Ok(OptionValue::Literal(literal))
            }
            Some(TokenTree::Ident(_) | TokenTree::Punct(_)) => Ok(OptionValue::Name(reader.until_comma())),
            _ => Err(reader.error("expected a text or a name")),
        }
    }

    /// Returns the option's word.
    pub(crate) fn word(&self) -> &str {
        &self.text
    }

    /// Returns the option's word as a token, for an error about it.
    pub(crate) fn ident(&self) -> &Ident {
        &self.word
    }

    /// Expects only the word.
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

    /// Returns true for `word = some::Name`.
    pub(crate) fn is_path(&self) -> bool {
        matches!(self.value, OptionValue::Name(_))
    }

    /// Expects `word = some::Name`.
    pub(crate) fn path(self, errors: &mut Errors) -> Option<Path> {
        match self.value {
            OptionValue::Name(tokens) => Path::parse_mod_style.parse2(tokens).map_err(|error| errors.add(error)).ok(),
            _ => self.expected("a name: `= …`", errors),
        }
    }

    /// Expects `word("text", "text")`.
    pub(crate) fn texts(self, errors: &mut Errors) -> Vec<TextLiteral> {
        let mut texts = Vec::new();
        let Some(mut reader) = self.list("texts: `(\"…\", \"…\")`", errors) else { return texts };
        while !reader.is_empty() {
            match reader.text() {
                Some(text) => texts.push(text),
                None => errors.push(reader.until_comma(), "expected a text in quotes"),
            }
            if let Err(error) = reader.comma() {
                errors.add(error);
                break;
            }
        }
        texts
    }

    /// Expects `word(Name, not_defined "name")`.
    pub(crate) fn references(self, errors: &mut Errors) -> References {
        self.read_references("names of variants: `(Name, Name)`", false, errors)
    }

    /// Expects `word(required Name, Name, not_defined "name")`.
    pub(crate) fn requirable_references(self, errors: &mut Errors) -> References {
        self.read_references("names of variants: `(required Name, Name)`", true, errors)
    }

    fn read_references(self, expected: &str, requirable: bool, errors: &mut Errors) -> References {
        let Some(reader) = self.list(expected, errors) else { return References::default() };
        References::read(reader, requirable, errors)
    }

    fn list(self, expected: &str, errors: &mut Errors) -> Option<TokenReader> {
        match self.value {
            OptionValue::List(group) => Some(TokenReader::of_group(&group)),
            _ => self.expected(expected, errors),
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
