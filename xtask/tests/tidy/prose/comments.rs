//! Reads the comments of TOML, YAML and shell: a `#` at the beginning of a line or after a value.

use super::{markdown, passage::Passage};

/// Returns the passages of comments. Consecutive lines of comments are one comment.
pub(super) fn passages(source: &str) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut block: Vec<(usize, &str)> = Vec::new();
    for (number, line) in source.lines().enumerate() {
        if let Some(text) = whole_line(line) {
            block.push((number + 1, text));
        } else {
            found.extend(read(&block));
            block.clear();
            found.extend(after_value(line).map(|text| read(&[(number + 1, text)])).unwrap_or_default());
        }
    }
    found.extend(read(&block));
    found
}

/// Returns the passages of a comment. `block` has its lines with their numbers in the file.
pub(super) fn read(block: &[(usize, &str)]) -> Vec<Passage> {
    let text: Vec<&str> = block.iter().map(|(_, text)| *text).collect();
    markdown::passages(&text.join("\n"), |line| block.get(line).map_or(1, |(number, _)| *number))
}

fn whole_line(line: &str) -> Option<&str> {
    let text = line.trim_start().strip_prefix('#')?;
    (!text.starts_with('!')).then(|| text.strip_prefix(' ').unwrap_or(text))
}

/// Returns the comment after a value. A `#` within quotes is not a comment.
fn after_value(line: &str) -> Option<&str> {
    let quotes = |text: &str| text.chars().filter(|character| *character == '"').count();
    let outside = |(at, _): &(usize, &str)| line.get(..*at).is_some_and(|before| quotes(before) % 2 == 0);
    let (at, mark) = line.match_indices(" # ").find(outside)?;
    line.get(at + mark.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Vec<(String, usize)> {
        passages(source).into_iter().map(|passage| (passage.text.clone(), passage.line(0))).collect()
    }

    #[test]
    fn comments_are_read_by_blocks() {
        let source = "#!/bin/sh\n# One\n# two.\n#\n# Three.\n[a] # Four.\nb = \" # none\"\n  # Five.\n";
        let expected = [("One\ntwo.", 2), ("Three.", 5), ("Four.", 6), ("Five.", 8)];
        assert_eq!(found(source), expected.map(|(text, line)| (text.to_owned(), line)));
    }
}
