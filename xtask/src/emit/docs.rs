//! Escapes AWS's prose for doc comments, so that it contains no markup and can be read back exactly.

/// Adds a backslash before every character that Markdown or rustdoc could interpret as markup.
///
/// Removing these backslashes restores the original string exactly.
#[must_use]
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    let mut before = '\n';
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let after = rest.clone().next();
        let markup = match character {
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '~' | '|' | '&' => true,
            // rustdoc warns about a bare URL.
            ':' => rest.as_str().starts_with("//"),
            // At the start of a line, these characters could begin a list or a horizontal line, or underline a heading.
            '-' | '+' | '=' => before == '\n',
            // After a number at the start of the string, these characters could begin a numbered list.
            '.' | ')' => after.is_none_or(char::is_whitespace) && is_number(escaped.as_str()),
            // Straight quotes need no escape: rustdoc's smart punctuation changes them only in its own output.
            _ => false,
        };
        if markup {
            escaped.push('\\');
        }
        escaped.push(character);
        before = character;
    }
    escaped
}

/// Returns true if the string before a character could be the number of a list item.
fn is_number(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::escape;
    use crate::slice::unescape;
    use proptest::prelude::{any, proptest};
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    #[test]
    fn markup_is_escaped_and_prose_is_not() {
        assert_eq!(escape("Sends mail (fast), e.g. \"now\"."), "Sends mail (fast), e.g. \"now\".");
        assert_eq!(escape(r"a\b <b> [x] `c` http://e"), r"a\\b \<b\> \[x\] \`c\` http\://e");
        assert_eq!(escape("- x"), r"\- x");
        assert_eq!(escape("1. x"), r"1\. x");
    }

    proptest! {
        #[test]
        fn unescape_undoes_escape(text in any::<String>()) {
            assert_eq!(unescape(&escape(&text)), text);
        }

        /// Checks that Markdown renders an escaped string as one paragraph without markup.
        #[test]
        fn markdown_reads_the_text_back(text in "([a-zA-Z0-9 .,:;!?(){}<>*_#~|&$^`'\"/+=@%\\[\\]\\\\-]|http://|- |1\\. ){1,40}") {
            let text = text.trim();
            let escaped = escape(text);
            let mut read = String::new();
            let rustdoc = Options::ENABLE_TABLES
                | Options::ENABLE_FOOTNOTES
                | Options::ENABLE_STRIKETHROUGH
                | Options::ENABLE_TASKLISTS
                | Options::ENABLE_SMART_PUNCTUATION;
            for event in Parser::new_ext(&escaped, rustdoc) {
                match event {
                    Event::Text(words) => read.push_str(&words),
                    Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                    other => panic!("{other:?} in {escaped:?}"),
                }
            }
            let straight = |text: &str| text
                .replace(['‘', '’'], "'").replace(['“', '”'], "\"")
                .replace('…', "...").replace('—', "---").replace('–', "--");
            assert_eq!(straight(&read), straight(text));
        }
    }
}
