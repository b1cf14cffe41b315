//! Checks that sentences are short. A sentence has at most 25 words, and semicolons are only in lists.

use crate::{
    prose::{self, Kind, Passage, Prose},
    violation::{Violation, assert_none},
};

/// The maximum number of words in a sentence. A code span is one word.
const LIMIT: usize = 25;

/// A sentence of a passage.
pub(crate) struct Sentence<'a> {
    /// The byte of the passage at which the sentence begins.
    pub(crate) at: usize,
    pub(crate) text: &'a str,
}

impl Sentence<'_> {
    /// Returns true if the sentence is a question.
    pub(crate) fn is_question(&self) -> bool {
        self.text.trim_end().ends_with('?')
    }

    fn word_count(&self) -> usize {
        let is_word = |word: &&str| word.contains(|character: char| character.is_alphanumeric() || character == '…');
        self.text.split_whitespace().filter(is_word).count()
    }
}

/// Splits prose into sentences. A sentence ends at a punctuation mark before a word that can begin the next
/// sentence.
pub(crate) fn in_text(text: &str) -> Vec<Sentence<'_>> {
    let mut found = Vec::new();
    let mut begin = 0;
    for (at, mark) in text.match_indices(['.', '!', '?']) {
        let after = text.get(at + mark.len()..).unwrap_or_default();
        let next = after.trim_start_matches([')', '"', '*', '_']).trim_start();
        let is_space = after.trim_start_matches([')', '"', '*', '_']).starts_with(char::is_whitespace);
        let begins = |character: char| character.is_uppercase() || matches!(character, '…' | '[' | '(' | '*' | '"');
        if is_space && next.starts_with(begins) {
            let end = text.len() - next.len();
            found.extend(text.get(begin..end).map(|text| Sentence { at: begin, text }));
            begin = end;
        }
    }
    found.extend(text.get(begin..).filter(|text| !text.is_empty()).map(|text| Sentence { at: begin, text }));
    found
}

fn sentences(prose: &[Prose]) -> Vec<Violation> {
    let passages = prose.iter().flat_map(|file| file.passages.iter().map(move |passage| (file.path.as_str(), passage)));
    passages.flat_map(|(path, passage)| in_passage(path, passage)).collect()
}

fn in_passage(path: &str, passage: &Passage) -> Vec<Violation> {
    let mut found = Vec::new();
    if matches!(passage.kind, Kind::Paragraph | Kind::Item) {
        for sentence in in_text(&passage.text) {
            let count = sentence.word_count();
            if count > LIMIT {
                let wrong = format!("a sentence has {count} words, and the limit is {LIMIT}");
                found.push(Violation::new(path, passage.line(sentence.at), wrong, "write two sentences"));
            }
        }
    }
    if passage.kind == Kind::Paragraph {
        let is_end = |at: &usize| passage.text.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace));
        for at in passage.text.match_indices(';').map(|(at, _)| at).filter(is_end) {
            let wrong = "found a semicolon outside of a list";
            found.push(Violation::new(path, passage.line(at), wrong, "write two sentences, or a list"));
        }
    }
    found
}

#[test]
fn sentences_are_short() {
    assert_none(sentences(prose::in_repository()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{tree::Tree, violation::lines};

    fn found(path: &str, source: &str) -> Vec<String> {
        lines(&sentences(&prose::in_tree(&Tree::made_up(&[(path, source)]))))
    }

    fn split(text: &str) -> Vec<&str> {
        in_text(text).into_iter().map(|sentence| sentence.text.trim()).collect()
    }

    #[test]
    fn a_sentence_ends_before_a_capital_letter() {
        assert_eq!(split("One, e.g. two. Three? (Four.) … five!"), ["One, e.g. two.", "Three?", "(Four.)", "… five!"]);
        assert_eq!(split("Version 1.95 of a.b\nis it"), ["Version 1.95 of a.b\nis it"]);
        assert_eq!(split(""), <[&str; 0]>::default());
    }

    #[test]
    fn a_long_sentence_is_reported_at_its_line() {
        let long = "word ".repeat(LIMIT + 1);
        let source = format!("Short\nsentence. Very\n{long}.\n");
        let expected = ["a.md:2: a sentence has 27 words, and the limit is 25: write two sentences"];
        assert_eq!(found("a.md", &source), expected);
        let code = format!("A `{long}` is a word, and so is each of {}.\n", "word ".repeat(LIMIT - 12));
        assert_eq!(found("a.md", &code), <[&str; 0]>::default());
        assert_eq!(found("a.rs", &format!("fn a() {{ b(\"{long}\") }}\n")), <[&str; 0]>::default());
        assert_eq!(found("a.md", &format!("| {long} |\n| - |\n")), <[&str; 0]>::default());
    }

    #[test]
    fn a_semicolon_is_for_lists() {
        let expected = ["a.rs:2: found a semicolon outside of a list: write two sentences, or a list"];
        assert_eq!(found("a.rs", "// One;\n// two; three\n").len(), 2);
        assert_eq!(found("a.rs", "// One\n// two; three.\n"), expected);
        assert_eq!(found("a.md", "* one; two\n* `a; b`\n\n`a; b`\n"), <[&str; 0]>::default());
    }
}
