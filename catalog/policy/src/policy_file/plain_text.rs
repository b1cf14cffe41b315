//! Recognizes the content of a file by its characters, without parsing it.

use super::other::OtherFile;
use crate::json::SIZE_LIMIT;
use alloc::vec::Vec;

/// The size in bytes up to which a file is always parsed. Parsing is fast enough for such files.
const SMALL: usize = 16 << 10;

/// The strings of which every file with a policy contains at least one, even if the policy has mistakes.
const SIGNS: &[&str] =
    &["Effect", "tatement", "Action", "Principal", "olicy", "olicies", "AWS::", "2012-10-17", "2008-10-17"];

/// The number of lines after which a Terraform configuration is no longer recognized.
const LINES: usize = 500;

/// Returns true if a file is large and certainly contains no policy, so that it need not be parsed. A file above the size
/// limit may have been read only in part, so the parser reports it.
pub(super) fn is_large_without_policy(text: &str) -> bool {
    (SMALL..=SIZE_LIMIT).contains(&text.len()) && !SIGNS.iter().any(|sign| text.contains(sign))
}

/// Returns true if the file is a Terraform configuration in Terraform's own syntax.
pub(super) fn is_terraform(text: &str) -> bool {
    text.lines().take(LINES).any(|line| {
        let mut words = line.split_ascii_whitespace();
        match words.next() {
            Some("resource" | "data") => is_label(words.next()) && is_label(words.next()) && is_block(words.next()),
            Some("variable" | "output" | "module" | "provider") => is_label(words.next()) && is_block(words.next()),
            Some("terraform" | "locals") => words.next() == Some("{") && words.next().is_none(),
            _ => false,
        }
    })
}

/// Returns true if a word opens a block, which can be empty.
fn is_block(word: Option<&str>) -> bool {
    matches!(word, Some("{" | "{}"))
}

fn is_label(word: Option<&str>) -> bool {
    word.is_some_and(|word| word.len() > 2 && word.starts_with('"') && word.ends_with('"'))
}

/// Returns true if the file has the marks of an unrendered template, such as `{{ .Values.name }}`.
pub(super) fn is_text_template(text: &str) -> bool {
    text.contains("{{") && text.contains("}}") || text.contains("{%") && text.contains("%}")
}

/// Returns the names of the members of the root, without parsing the file.
pub(super) fn root_names(text: &str) -> Vec<&str> {
    if text.trim_start().starts_with('{') { json_names(text) } else { yaml_names(text).collect() }
}

/// Returns the names that begin a line.
fn yaml_names(text: &str) -> impl Iterator<Item = &str> {
    let name = |line: &'_ str| -> Option<usize> {
        line.find(':')
            .filter(|end| line.starts_with(|first: char| first.is_ascii_alphabetic() || first == '"') && *end < 64)
    };
    text.lines().filter_map(move |line| line.get(..name(line)?)).map(|name| name.trim_matches('"'))
}

/// Returns the strings that are directly in the outermost object and have a colon after them.
fn json_names(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut names, mut depth, mut string, mut at) = (Vec::new(), 0_usize, None, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match (byte, string) {
            (b'"', None) => string = Some(at),
            (b'"', Some(start)) => {
                let rest = text.get(at.saturating_add(1)..).unwrap_or_default();
                if depth == 1 && rest.trim_start().starts_with(':') {
                    names.extend(text.get(start..at).and_then(|name| name.strip_prefix('"')));
                }
                string = None;
            }
            (b'\\', Some(_)) => at = at.saturating_add(1),
            (b'{' | b'[', None) => depth = depth.saturating_add(1),
            (b'}' | b']', None) => depth = depth.saturating_sub(1),
            _ => {}
        }
        at = at.saturating_add(1);
    }
    names
}

/// Returns the content of a file without a policy.
pub(super) fn by_root_names(text: &str) -> OtherFile {
    let names = root_names(text);
    super::root::without_policy(|name| names.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terraform_is_recognized_by_its_blocks() {
        for text in [
            "# comment\n\nresource \"aws_iam_policy\" \"a\" {\n}\n",
            "data \"aws_iam_policy_document\" \"a\" {",
            "terraform {\n",
            "variable \"name\" {",
            "variable \"name\" {}",
        ] {
            assert!(is_terraform(text), "{text}");
        }
        for text in
            ["resource: a", "variable: {}", "Resources:\n  A:\n", "terraform is a program {", "module \"a\"", "{"]
        {
            assert!(!is_terraform(text), "{text}");
        }
    }

    #[test]
    fn the_names_of_the_root_are_read_without_a_parser() {
        let json = r#"{"openapi": "3", "a\"b" : [{"no": 1}], "paths":{"/": "{"}, "no"}"#;
        assert_eq!(root_names(json), ["openapi", "a\\\"b", "paths"]);
        assert_eq!(root_names("# c\napiVersion: v1\n  no: 1\n\"kind\": X\n- no: 1\ntext\n"), ["apiVersion", "kind"]);
    }

    #[test]
    fn only_large_files_without_any_sign_are_not_parsed() {
        let text = alloc::format!(r#"{{"openapi": "3.0.1", "paths": ["{}"]}}"#, "a".repeat(SMALL));
        assert!(is_large_without_policy(&text));
        assert_eq!(by_root_names(&text), OtherFile::OpenApi);
        assert!(!is_large_without_policy(&text.replace("openapi", "Effect")));
        assert!(!is_large_without_policy("{}"));
    }
}
