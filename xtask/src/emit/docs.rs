//! AWS's prose as doc comments: escaped so that nothing in it is markup, and so that it can be read back.

/// The text with a backslash before every character that Markdown or rustdoc could take for markup.
///
/// Undoing Markdown's escapes gives the text back exactly.
#[must_use]
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    let mut before = '\n';
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let after = rest.clone().next();
        let markup = match character {
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '#' | '~' | '|' | '&' => true,
            // A bare URL would be reported by rustdoc.
            ':' => rest.as_str().starts_with("//"),
            // At the beginning these open a list, a heading or a rule.
            '-' | '+' | '=' => before == '\n',
            '.' | ')' => after.is_none_or(char::is_whitespace) && is_number(escaped.as_str()),
            // Straight quotes and the like are changed by rustdoc's smart punctuation, in its own output only.
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

/// Whether what came before could be the number of a list item.
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

        /// A reader of the documentation sees the text as one paragraph without markup.
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
