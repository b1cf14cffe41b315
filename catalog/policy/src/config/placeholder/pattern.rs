//! The patterns of placeholders, such as `${bucket}` and `{{*}}`.

#[cfg(feature = "config-file")]
use alloc::{format, string::String};

#[cfg(feature = "config-file")]
use crate::shown::Shown;

/// The maximum number of patterns in a file. It limits the work, because each place is compared with the patterns.
#[cfg(feature = "config-file")]
pub(in super::super) const PATTERN_LIMIT: usize = 100;

/// The maximum length of a name that a `*` matches, in bytes.
const LONGEST_NAME: usize = 128;

/// A pattern of placeholders.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pattern<'c> {
    /// A placeholder that is a word. It matches whole words.
    Word(&'c str),
    /// Another placeholder without `*`.
    Exact(&'c str),
    /// The strings before and after a name.
    Named(&'c str, &'c str),
}

impl<'c> Pattern<'c> {
    /// Returns the pattern that a string represents, or `None` if it cannot match anything.
    pub(super) fn new(text: &'c str) -> Option<Self> {
        let Some((before, after)) = text.split_once('*') else {
            let has_name = text.contains(char::is_alphanumeric);
            let is_word = text.chars().all(is_of_word);
            return has_name.then_some(if is_word { Self::Word(text) } else { Self::Exact(text) });
        };
        // A name can have spaces around it, so the pattern need not have them.
        let (before, after) = (before.trim_end_matches(' '), after.trim_start_matches(' '));
        let is_mark = |mark: Option<char>| mark.is_some_and(|mark| !mark.is_alphanumeric());
        let is_delimited = is_mark(before.chars().next_back()) && is_mark(after.chars().next());
        (is_delimited && !after.contains('*')).then_some(Self::Named(before, after))
    }

    /// Returns the first byte of each placeholder.
    pub(super) fn first_byte(self) -> Option<u8> {
        match self {
            Self::Word(text) | Self::Exact(text) | Self::Named(text, _) => text.bytes().next(),
        }
    }

    /// Returns true if the pattern has a name in place of `*`.
    pub(super) const fn is_named(self) -> bool {
        matches!(self, Self::Named(..))
    }

    /// Returns the end of the placeholder that begins at an offset of a source, if there is one.
    pub(super) fn end(self, source: &str, start: usize) -> Option<usize> {
        let rest = source.get(start..)?;
        match self {
            Self::Exact(text) => rest.starts_with(text).then_some(start.checked_add(text.len())?),
            Self::Word(text) => {
                let after = rest.strip_prefix(text)?;
                let before = source.get(..start)?.chars().next_back();
                let is_whole = ![before, after.chars().next()].into_iter().flatten().any(is_of_word);
                is_whole.then_some(start.checked_add(text.len())?)
            }
            Self::Named(before, after) => {
                let content = rest.strip_prefix(before)?;
                let length = name_length(content, after)?;
                start.checked_add(before.len())?.checked_add(length)?.checked_add(after.len())
            }
        }
    }
}

/// Returns the length of the shortest name that `after` follows.
fn name_length(content: &str, after: &str) -> Option<usize> {
    let mut has_name = false;
    for (at, character) in content.char_indices().take_while(|(at, _)| *at <= LONGEST_NAME) {
        if has_name && content.get(at..)?.starts_with(after) {
            return Some(at);
        }
        has_name |= character.is_alphanumeric();
        if !(character.is_alphanumeric() || matches!(character, '_' | '-' | '.' | ' ')) {
            return None;
        }
    }
    None
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Returns the problem of a pattern, if there is one.
#[cfg(feature = "config-file")]
pub(in super::super) fn problem(text: &str) -> Option<String> {
    let shown = Shown(text);
    let why = if text.trim().is_empty() {
        "expected a placeholder, found an empty string".into()
    } else if text.starts_with("${aws:") {
        return Some(format!("`{shown}` is a policy variable, which AWS replaces: remove it"));
    } else if text.matches('*').count() > 1 {
        format!("`{shown}` has more than one `*`, which matches any name")
    } else if Pattern::new(text).is_some() {
        return None;
    } else if text.contains('*') {
        format!("`{shown}` needs punctuation on both sides of `*`, which matches any name")
    } else {
        format!("`{shown}` has no letter or digit")
    };
    Some(format!("{why}: write a placeholder such as `{{{{region}}}}` or `${{*}}`"))
}
