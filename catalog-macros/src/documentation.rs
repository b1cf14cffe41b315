//! What people read: the description out of a doc comment, and the line of facts that goes into it.

use std::fmt::Write as _;

use syn::{Attribute, Expr, Lit, Meta};

/// The first paragraph of a doc comment on one line, without the backslashes that keep it from being Markdown.
pub(crate) fn description(attributes: &[Attribute]) -> Option<String> {
    let mut lines = attributes.iter().filter_map(text).peekable();
    let mut paragraph = String::new();
    while lines.next_if(|line| line.trim().is_empty()).is_some() {}
    for line in lines.by_ref().take_while(|line| !line.trim().is_empty()) {
        if !paragraph.is_empty() {
            paragraph.push(' ');
        }
        paragraph.push_str(line.trim());
    }
    (!paragraph.is_empty()).then(|| unescape(&paragraph))
}

/// The text of a `///` line.
fn text(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(meta) if meta.path.is_ident("doc") => match &meta.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    }
}

/// Takes the backslash from in front of every ASCII punctuation mark, as Markdown does.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let escaped = if c == '\\' { characters.next_if(char::is_ascii_punctuation) } else { None };
        plain.push(escaped.unwrap_or(c));
    }
    plain
}

/// A line of facts about a variant, to stand below its description.
pub(crate) struct Facts(String);

impl Facts {
    /// Begins with the full name.
    pub(crate) fn of(name: &str, described: bool) -> Self {
        let space = if described { "\n\n" } else { "" };
        Self(format!("{space}`{}`.", name.replace('`', "'")))
    }

    /// Adds a fact.
    pub(crate) fn add(&mut self, label: &str, fact: &str) {
        // Writing to a string does not fail.
        let _ = write!(self.0, " {label}: {fact}.");
    }

    /// Adds a sentence.
    pub(crate) fn say(&mut self, sentence: &str) {
        self.0.push(' ');
        self.0.push_str(sentence);
    }

    /// Adds AWS's page, where its address can be a link.
    pub(crate) fn link(&mut self, url: Option<&str>) {
        let fits = |url: &&str| {
            let is_web = url.starts_with("https://") || url.starts_with("http://");
            is_web && !url.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>'))
        };
        if let Some(url) = url.filter(fits) {
            let _ = write!(self.0, " [AWS's page](<{url}>)");
        }
    }

    /// The whole line.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn the_first_paragraph_is_the_description() {
        let attributes: [Attribute; 6] = [
            parse_quote!(#[doc = ""]),
            parse_quote!(#[doc = " Sends a letter"]),
            parse_quote!(#[allow(unused)]),
            parse_quote!(#[doc = " to \\[one\\] person\\_"]),
            parse_quote!(#[doc = ""]),
            parse_quote!(#[doc = " More."]),
        ];
        assert_eq!(description(&attributes).as_deref(), Some("Sends a letter to [one] person_"));
        assert_eq!(description(&[]), None);
    }

    #[test]
    fn a_backslash_stays_in_front_of_what_is_no_mark() {
        assert_eq!(unescape(r"a\b \\c \`d"), r"a\b \c `d");
        assert_eq!(unescape(r"--\"), r"--\");
        assert_eq!(unescape(r"-\-\\"), r"--\");
    }
}
