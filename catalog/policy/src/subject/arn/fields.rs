//! Splits a string that is intended as an ARN into its fields.

use catalog_core::wildcard::has_wildcard;

/// The number of fields of an ARN, including `arn`.
pub(crate) const ARN_FIELDS: usize = 6;

/// Returns the fields of an ARN and their number. The last field contains the rest. A colon within `${…}` is not a
/// separator.
pub(crate) fn fields(text: &str) -> ([&str; ARN_FIELDS], usize) {
    let mut fields = [""; ARN_FIELDS];
    let mut count = 0;
    let has_variable = text.contains('$');
    let mut rest = text;
    for field in &mut fields {
        count += 1;
        let end = match count {
            ARN_FIELDS => None,
            _ if has_variable => end_of_field(rest),
            _ => rest.bytes().position(|byte| byte == b':'),
        };
        let Some((head, behind)) = end.and_then(|at| rest.split_at_checked(at)) else {
            *field = rest;
            break;
        };
        *field = head;
        rest = behind.strip_prefix(':').unwrap_or(behind);
    }
    (fields, count)
}

/// Returns the place of the first colon that is not within `${…}`.
fn end_of_field(rest: &str) -> Option<usize> {
    let mut in_braces = false;
    let end = rest.char_indices().find(|(at, character)| {
        match character {
            '{' => in_braces |= rest.get(..*at).is_some_and(|before| before.ends_with('$')),
            '}' => in_braces = false,
            _ => {}
        }
        *character == ':' && !in_braces
    });
    end.map(|(at, _)| at)
}

/// Returns true if a field is not empty and has neither wildcards nor variables.
pub(super) fn is_plain(field: &str) -> bool {
    !field.is_empty() && !has_wildcard(field) && !field.contains("${")
}
