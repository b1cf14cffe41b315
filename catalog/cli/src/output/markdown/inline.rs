//! Escapes strings for Markdown as GitHub and GitLab read it, so that they add no links, markup, mentions or HTML.

use std::fmt::{self, Write as _};

use catalog::policy::files::Escaped;

/// Returns a string as a code span, in which nothing is markup.
pub(super) fn code(text: &str) -> String {
    let text = Escaped(text).to_string();
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    match text.trim() {
        "" => String::new(),
        // The spaces separate the string from the fences, and are not shown.
        _ if longest > 0 || text.starts_with(' ') || text.ends_with(' ') => format!("{fence} {text} {fence}"),
        _ => fence.clone() + &text + &fence,
    }
}

/// Returns a message. Names within grave accents become code spans, and everything else becomes plain text.
pub(super) fn message(text: &str) -> String {
    let text = Escaped(text).to_string();
    if text.matches('`').count() % 2 == 1 {
        return plain(&text);
    }
    let parts = text.split('`').enumerate();
    parts.map(|(position, part)| if position % 2 == 0 { plain(part) } else { code(part) }).collect()
}

/// Returns a string as plain text.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            // A backslash before a grave accent does not work in every context.
            '`' => plain.push_str("&#96;"),
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            // GitHub and GitLab make links of mentions and of numbers of issues, even if they are escaped.
            '@' | '#' | '!' | '~' | '%' | '$' if rest.peek().is_some_and(|next| !next.is_whitespace()) => {
                plain.extend(['`', c, '`']);
            }
            '\\' | '*' | '_' | '[' | ']' | '~' | '$' | '^' => plain.extend(['\\', c]),
            // Addresses such as `https://` and `www.` become links.
            ':' if rest.peek() == Some(&'/') => plain.push_str("\\:"),
            '.' if before.eq_ignore_ascii_case(&'w') => plain.push_str("\\."),
            c => plain.push(c),
        }
        before = c;
    }
    plain
}

/// Markdown in a cell of a table, where a pipe ends the cell, even in a code span.
pub(super) struct Cell<'a>(pub(super) &'a str);

impl fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = ' ';
        for c in self.0.chars() {
            match c {
                // Programs disagree about a pipe after a backslash.
                '|' if before == '\\' => write!(f, "{}", c.escape_unicode())?,
                '|' => f.write_str("\\|")?,
                c => f.write_char(c)?,
            }
            before = c;
        }
        Ok(())
    }
}
