//! Links, ARN formats and descriptions that look wrong: each gives a warning, and none is changed.

use crate::slice::Slice;

/// Returns what is wrong with the target of a link, in words that follow "the link".
pub(super) fn url(target: &str) -> Option<&'static str> {
    let is_complete = ["https://", "http://"]
        .iter()
        .any(|scheme| target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    if target.is_empty() {
        Some("has no target")
    } else if target.contains("${") {
        Some("has a variable in its target that AWS has not filled in")
    } else if target.contains("replace-me") {
        Some("has a placeholder for a target")
    } else if target.contains(char::is_whitespace) {
        Some("has a space in its target")
    } else if !is_complete {
        Some("has a relative target, which leads nowhere from here")
    } else if target.matches('#').count() > 1 {
        Some("has two fragments in its target")
    } else {
        None
    }
}

/// Returns what is wrong with an ARN format, in words that follow "the ARN format".
pub(crate) fn arn(arn: &str) -> Option<&'static str> {
    if !arn.starts_with("arn:") {
        return Some("does not begin with `arn:`");
    }
    if arn.contains(char::is_whitespace) {
        return Some("has a space in it");
    }
    // What stands between colons, when placeholders, which may hold some, are one character each.
    let mut fields = vec![String::new()];
    let mut rest = arn.chars().peekable();
    while let Some(character) = rest.next() {
        let field = fields.last_mut()?;
        match character {
            ':' => fields.push(String::new()),
            '#' if rest.peek() == Some(&'{') => return Some("has `#` where a placeholder has `$`"),
            '{' | '}' => return Some("has a brace that belongs to no placeholder"),
            '<' | '>' => return Some("has an angle bracket in it"),
            '$' if rest.next_if_eq(&'{').is_some() => loop {
                match rest.next() {
                    Some('}') => break,
                    None | Some('$' | '{') => return Some("has a placeholder that does not end"),
                    Some(inside) => field.push(inside.to_ascii_lowercase()),
                }
            },
            character => field.push(character),
        }
    }
    let region = fields.get(3).map_or("", String::as_str);
    (fields.len() < 6 || region.contains("account")).then_some("lacks a part: `arn:partition:service:region:account:…`")
}

/// The first piece of a description that looks like an HTML tag.
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
