//! Converts strings of a page for the model: removes escapes, and splits lists of ARN formats.

use crate::slice::{Slice, unescape};
use catalog_core::{NameErrorKind, NameKind, syntax};

/// Returns a string of the page, or `None` if it is empty. Lines after the first lose their common indentation.
pub(super) fn stated(text: Slice<'_>) -> Option<String> {
    if !text.raw().contains(['\n', '\r']) {
        return (!text.is_empty()).then(|| text.plain().into_owned());
    }
    let lines: Vec<_> = text.raw().lines().map(str::trim_end).collect();
    let indent = |line: &&str| line.len() - line.trim_start().len();
    let least = lines.iter().skip(1).filter(|line| !line.is_empty()).map(indent).min().unwrap_or(0);
    let lines: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(nth, line)| line.get(if nth == 0 { 0 } else { least }..).unwrap_or(""))
        .collect();
    Some(unescape(&lines.join("\n")).into_owned())
}

/// Returns true if a string has the form `service:Action`. The action can contain wildcards.
///
/// Also returns true if it contains characters that are not ASCII, because the check of names reports them.
pub(super) fn is_action(text: &str) -> bool {
    match syntax::parse(text, NameKind::Action, true) {
        Err(NameErrorKind::IllegalCharacter { found, .. }) => !found.is_ascii(),
        parsed => parsed.is_ok(),
    }
}

/// Splits a cell into ARN formats at each comma before `arn:`, because a format can also contain commas.
pub(super) fn arns(cell: &str) -> Vec<String> {
    let mut arns: Vec<String> = Vec::new();
    for part in cell.split(", ").filter(|_| !cell.is_empty()) {
        match arns.last_mut() {
            Some(last) if !part.starts_with("arn:") => {
                last.push_str(", ");
                last.push_str(part);
            }
            _ => arns.push(part.to_owned()),
        }
    }
    arns
}

#[cfg(test)]
mod tests {
    use crate::slice::Slice;

    #[test]
    fn a_text_of_several_lines_keeps_them() {
        let text = "Does:\r\n    - one\r\n      \\* two  \r\n\r\n    end";
        let stated = super::stated(Slice::new(text, 0..text.len()));
        assert_eq!(stated.as_deref(), Some("Does:\n- one\n  * two\n\nend"));
        assert_eq!(super::stated(Slice::new(" ", 0..0)), None);
    }

    #[test]
    fn arns_are_split_where_the_next_one_begins() {
        assert_eq!(super::arns("arn:a:{x, y}, arn:b"), ["arn:a:{x, y}", "arn:b"]);
        assert_eq!(super::arns(""), [""; 0]);
    }
}
