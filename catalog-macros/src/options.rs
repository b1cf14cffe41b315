//! Reads the options of an attribute: `word`, `word = "string"`, `word = path`, `word(entry, entry)`.

use catalog_core::nearest::Nearest;

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use syn::{Path, ext::IdentExt as _, parse::Parser as _};

use crate::{errors::Errors, references::References, text_literal::TextLiteral, token_reader::TokenReader};

/// An option of an attribute.
pub(crate) struct AttributeOption {
    word: Ident,
    /// The word as a string, stored because comparing the compiler's identifiers is slow.
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

/// Reads all options, separated by commas.
pub(crate) fn items(tokens: TokenStream, end: Span) -> syn::Result<Vec<AttributeOption>> {
    let mut reader = TokenReader::new(tokens, end);
    let mut items = Vec::new();
    while !reader.is_empty() {
        items.push(AttributeOption::read(&mut reader)?);
        reader.comma()?;
    }
    Ok(items)
}

/// Returns the known options, each at most once. Unknown and repeated options are errors.
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
            let known = known
                .iter()
                .filter(|known| !known.is_empty())
                .map(|known| format!("`{known}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let message = match (word, nearest.best()) {
                ("", _) => format!("expected one of {known}, found a string"),
                (word, Some(best)) => format!("unknown option `{word}`: did you mean `{best}`?"),
                (word, None) => format!("unknown option `{word}`: expected one of {known}"),
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
        // An option can be a keyword, such as `type` and `crate`.
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
            _ => Err(reader.error("expected a string literal or a path")),
        }
    }

    /// Returns the option's word.
    pub(crate) fn word(&self) -> &str {
        &self.text
    }

    /// Returns the option's word as a token, which errors point at.
    pub(crate) fn ident(&self) -> &Ident {
        &self.word
    }

    /// Returns true if the option is only a word, and reports an error otherwise.
    pub(crate) fn flag(self, errors: &mut Errors) -> bool {
        match self.value {
            OptionValue::Nothing => true,
            _ => self.expected::<()>("no value", "", errors).is_some(),
        }
    }

    /// Returns the value of `word = "string"`, or reports an error.
    pub(crate) fn text(self, errors: &mut Errors) -> Option<TextLiteral> {
        match self.value {
            OptionValue::Text(text) => Some(text),
            _ => self.expected("a string", " = \"…\"", errors),
        }
    }

    /// Returns true if the option has the form `word = some::Name`.
    pub(crate) fn is_path(&self) -> bool {
        matches!(self.value, OptionValue::Name(_))
    }

    /// Returns the value of `word = some::Name`, or reports an error.
    pub(crate) fn path(self, errors: &mut Errors) -> Option<Path> {
        match self.value {
            OptionValue::Name(tokens) => Path::parse_mod_style.parse2(tokens).map_err(|error| errors.add(error)).ok(),
            _ => self.expected("a path", " = some::Name", errors),
        }
    }

    /// Returns the values of `word("string", "string")`. Anything else is an error.
    pub(crate) fn texts(self, errors: &mut Errors) -> Vec<TextLiteral> {
        let mut texts = Vec::new();
        let Some(mut reader) = self.list("strings", "(\"…\", \"…\")", errors) else { return texts };
        while !reader.is_empty() {
            match reader.text() {
                Some(text) => texts.push(text),
                None => errors.push(reader.until_comma(), "expected a string literal"),
            }
            if let Err(error) = reader.comma() {
                errors.add(error);
                break;
            }
        }
        texts
    }

    /// Returns the entries of `word(Name, not_defined "name")`. Anything else is an error.
    pub(crate) fn references(self, errors: &mut Errors) -> References {
        self.read_references("(Name, Name)", false, errors)
    }

    /// Returns the entries of `word(required Name, Name, not_defined "name")`. Anything else is an error.
    pub(crate) fn requirable_references(self, errors: &mut Errors) -> References {
        self.read_references("(required Name, Name)", true, errors)
    }

    fn read_references(self, form: &str, requirable: bool, errors: &mut Errors) -> References {
        let Some(reader) = self.list("names of variants", form, errors) else { return References::default() };
        References::read(reader, requirable, errors)
    }

    fn list(self, what: &str, form: &str, errors: &mut Errors) -> Option<TokenReader> {
        match self.value {
            OptionValue::List(group) => Some(TokenReader::of_group(&group)),
            _ => self.expected(what, form, errors),
        }
    }

    /// Reports an error about a value of the wrong form. `form` is the part of the option after its word.
    fn expected<T>(self, what: &str, form: &str, errors: &mut Errors) -> Option<T> {
        let message = format!("option `{0}` takes {what}: write `{0}{form}`", self.text);
        match self.value {
            OptionValue::Text(text) => errors.push(text, message),
            OptionValue::Name(name) => errors.push(name, message),
            OptionValue::Literal(literal) => errors.push(literal, message),
            OptionValue::Nothing | OptionValue::List(_) => errors.push(self.word, message),
        }
        None
    }
}
