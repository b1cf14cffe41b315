//! Finds links, ARN formats and descriptions that look wrong. They are kept unchanged, with a warning.

use crate::slice::Slice;

/// Returns a description of the problem with a link's target, in words that follow "the link".
pub(super) fn url(target: &str) -> Option<&'static str> {
    let is_complete = ["https://", "http://"]
        .iter()
        .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if target.is_empty() {
        Some("has no target")
    } else if target.contains("${") {
        Some("has an unexpanded variable in its target")
    } else if target.contains("replace-me") {
        Some("has a placeholder as its target")
    } else if target.contains(char::is_whitespace) {
        Some("has a space in its target")
    } else if !is_complete {
        Some("has a relative target")
    } else if target.matches('#').count() > 1 {
        Some("has two fragments in its target")
    } else {
        None
    }
}

/// Returns a description of the problem with an ARN format, in words that follow "the ARN format".
pub(crate) fn arn(arn: &str) -> Option<&'static str> {
    if !arn.starts_with("arn:") {
        return Some("does not begin with `arn:`");
    }
    if arn.contains(char::is_whitespace) {
        return Some("contains a space");
    }
    // The parts between the colons of the format. Colons within a placeholder do not separate parts.
    let mut fields = vec![String::new()];
    let mut rest = arn.chars().peekable();
    while let Some(character) = rest.next() {
        let field = fields.last_mut()?;
        match character {
            ':' => fields.push(String::new()),
            '#' if rest.peek() == Some(&'{') => return Some("has `#` where a placeholder has `$`"),
            '{' | '}' => return Some("has a brace outside of a placeholder"),
            '<' | '>' => return Some("contains an angle bracket"),
            '$' if rest.next_if_eq(&'{').is_some() => loop {
                match rest.next() {
                    Some('}') => break,
                    None | Some('$' | '{') => return Some("has an unclosed placeholder"),
                    Some(inside) => field.push(inside.to_ascii_lowercase()),
                }
            },
            character => field.push(character),
        }
    }
    let region = fields.get(3).map_or("", String::as_str);
    (fields.len() < 6 || region.contains("account"))
        .then_some("lacks a part: expected `arn:partition:service:region:account:…`")
}

/// Returns the first substring of a description that looks like an HTML tag.
pub(super) fn markup(text: Slice<'_>) -> Option<Slice<'_>> {
    let raw = text.raw();
    let start = raw.match_indices('<').map(|(at, _)| at).find(|at| {
        let inside = raw.get(at + 1..).unwrap_or_default().trim_start_matches('/');
        inside.starts_with(|first: char| first.is_ascii_alphabetic())
    })?;
    let length = raw.get(start..)?.find('>').map_or(raw.len() - start, |end| end + 1);
    Some(text.split_at(start).1.split_at(length).0)
}

#[cfg(test)]
mod tests {
    use super::{arn, url};

    #[test]
    fn sound_urls_and_arns_pass() {
        for target in ["https://a/b#c", "HTTP://a/b?c=d&e"] {
            assert_eq!(url(target), None, "{target}");
        }
        for format in [
            "arn:${Partition}:s3:::${BucketName}",
            "arn:aws:x:*:${Account}:rule/[${Bus}/]${Rule}",
            "arn:${Partition}:x:${Region}:${Account}:.+:.+",
        ] {
            assert_eq!(arn(format), None, "{format}");
        }
    }

    #[test]
    fn slips_are_told() {
        for target in ["", "API_X.html", "#here", "url-actions-replace-meX", "${Root}x", "http://a/b c", "http://a##b"]
        {
            assert!(url(target).is_some(), "{target}");
        }
        for format in [
            "${Arn}",
            "arn:${Partition}:x:${Region}:${Account}: job",
            "arn:${Partition}:x:${Region}:${Account}:${Name:${Revision}",
            "arn:${Partition}:x:${Region}:${Account}:${Name",
            "arn:${Partition}:x::${Account}:o-${Id}>/${Type}",
            "arn:${Partition}:x:${Region}:#{Account}:${Type}",
            "arn:${Partition}:x:${Region}:${Account}:{Date}",
            "arn:${Partition}:x:${Account}:cluster:${Name}",
            "arn:${Partition}:x:cluster",
        ] {
            assert!(arn(format).is_some(), "{format}");
        }
    }
}
