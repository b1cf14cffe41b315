//! Reads descriptions from doc comments, and writes the facts that rustdoc shows: a line per variant, a table per enum.

use std::fmt::Write as _;

use proc_macro2::TokenStream;

/// Returns the first paragraph of a doc comment on one line, without Markdown's backslash escapes.
pub(crate) fn description(lines: &[String]) -> Option<String> {
    // A block comment is a single string with several lines.
    let lines = lines.iter().flat_map(|line| line.split('\n')).map(str::trim).skip_while(|line| line.is_empty());
    let paragraph: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    (!paragraph.is_empty()).then(|| unescape(&paragraph.join(" ")))
}

/// Removes the backslash before every ASCII punctuation mark, as Markdown does.
fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        let escaped = if c == '\\' { characters.next_if(char::is_ascii_punctuation) } else { None };
        plain.push(escaped.unwrap_or(c));
    }
    plain
}

/// Returns a path as it is written in an intra-doc link.
pub(crate) fn path_text(path: &TokenStream) -> String {
    path.to_string().replace(' ', "")
}

/// A line of facts about a variant, for the documentation below its description.
pub(crate) struct Facts(String);

impl Facts {
    /// Begins the line with the full name of the variant.
    pub(crate) fn new(name: &str, described: bool) -> Self {
        let space = if described { "\n\n" } else { "" };
        Self(format!("{space}`{}`.", name.replace('`', "'")))
    }

    /// Adds a fact with its label.
    pub(crate) fn add(&mut self, label: &str, fact: &str) {
        // Writing to a string does not fail.
        let _ = write!(self.0, " {label}: {fact}.");
    }

    /// Adds a sentence.
    pub(crate) fn say(&mut self, sentence: &str) {
        self.0.push(' ');
        self.0.push_str(sentence);
    }

    /// Adds a link to AWS's documentation, if the URL can be written as a Markdown link.
    pub(crate) fn link(&mut self, url: Option<&str>) {
        let is_web = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
        // Search for one character at a time. Such a search is the fastest without optimization, and this code runs
        // often.
        let fits = |url: &&str| !['<', '>', ' ', '\t', '\n', '`'].iter().any(|mark| url.contains(*mark));
        if let Some(url) = url.filter(is_web).filter(fits) {
            let _ = write!(self.0, " AWS's documentation: <{url}>");
        }
    }

    /// Returns the whole line.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// A table of actions for the documentation of their enum, with one row per action.
pub(crate) struct Overview(String);

impl Overview {
    /// Begins the table with its heading and columns.
    pub(crate) fn new() -> Self {
        Self(
            "\n\n# At a glance\n\
             `*` marks the resource types that an action requires. \
             An action without resource types supports only `\"Resource\": \"*\"`.\n\n\
             | action | access level | resource types | condition keys |\n\
             | --- | --- | --- | --- |\n"
                .to_owned(),
        )
    }

    /// Begins the row of an action.
    pub(crate) fn action(&mut self, name: &str, variant: &str) {
        self.0.push_str("| ");
        self.link(name, "Self", variant);
    }

    /// Begins the next column.
    pub(crate) fn column(&mut self) {
        self.0.push_str(" | ");
    }

    /// Adds words without escaping them. They must not contain Markdown from AWS's pages.
    pub(crate) fn say(&mut self, words: &str) {
        self.0.push_str(words);
    }

    /// Adds a link to a variant.
    pub(crate) fn link(&mut self, text: &str, path: &str, variant: &str) {
        self.0.push('[');
        self.code(text);
        for part in ["](", path, "::", variant, ")"] {
            self.0.push_str(part);
        }
    }

    /// Adds a name as code, and escapes the characters that would end the code or the column.
    pub(crate) fn code(&mut self, name: &str) {
        self.0.push('`');
        self.0.push_str(&name.replace('`', "'").replace('|', "\\|"));
        self.0.push('`');
    }

    /// Ends the row of an action.
    pub(crate) fn end(&mut self) {
        self.0.push_str(" |\n");
    }

    /// Returns the whole table.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_paragraph_is_the_description() {
        let lines = ["", " Sends a letter", " to \\[one\\] person\\_", "", " More."].map(str::to_owned);
        assert_eq!(description(&lines).as_deref(), Some("Sends a letter to [one] person_"));
        let block = [" Sends\n    a letter\n\n    More. ".to_owned(), " Not this.".to_owned()];
        assert_eq!(description(&block).as_deref(), Some("Sends a letter"));
        assert_eq!(description(&[]), None);
    }

    #[test]
    fn an_overview_has_a_line_an_action() {
        let mut overview = Overview::new();
        overview.action("document", "Document");
        overview.column();
        overview.say("Read");
        overview.column();
        overview.link("Mailbox", "ResourceType", "Mailbox");
        overview.column();
        overview.end();
        let text = overview.finish();
        let line = "| [`document`](Self::Document) | Read | [`Mailbox`](ResourceType::Mailbox) |  |\n";
        assert!(text.ends_with(&format!("| --- | --- | --- | --- |\n{line}")), "{text}");
    }

    #[test]
    fn a_backslash_stays_in_front_of_what_is_no_mark() {
        assert_eq!(unescape(r"a\b \\c \`d"), r"a\b \c `d");
        assert_eq!(unescape(r"--\"), r"--\");
        assert_eq!(unescape(r"-\-\\"), r"--\");
    }
}
