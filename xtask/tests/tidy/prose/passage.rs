//! A passage of prose, with its place in its file.

/// The word that replaces a code span, so that the code in a sentence counts as one word.
pub(crate) const CODE: &str = "…";

/// The kinds of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A paragraph of a comment or of Markdown.
    Paragraph,
    /// An item of a list.
    Item,
    /// A heading.
    Heading,
    /// A cell of a table.
    Cell,
    /// A string literal with more than one word.
    Message,
}

/// A unit of prose, such as a paragraph or a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passage {
    pub(crate) kind: Kind,
    /// Whether the passage is the beginning of a doc comment.
    pub(crate) opens_documentation: bool,
    /// The words. Lines end as they do in the file, and a code span is [`CODE`].
    pub(crate) text: String,
    /// The line number in the file of each line of the text.
    pub(super) lines: Vec<usize>,
}

impl Passage {
    /// Returns the line of the file that contains a byte of the text.
    pub(crate) fn line(&self, at: usize) -> usize {
        let number = self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
        self.lines.get(number).or(self.lines.last()).copied().unwrap_or(1)
    }
}
