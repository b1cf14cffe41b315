//! Writes `prefix:name` with the width, fill and alignment of a format string.

use core::fmt::{self, Alignment, Write as _};

/// Writes two strings with a colon between them, padded as one string.
#[inline]
pub(crate) fn pair(f: &mut fmt::Formatter<'_>, prefix: &str, name: &str) -> fmt::Result {
    parts(f, &[prefix, ":", name])
}

/// Writes several strings in a row, padded as one string.
#[inline]
pub(crate) fn parts(f: &mut fmt::Formatter<'_>, parts: &[&str]) -> fmt::Result {
    let write = |f: &mut fmt::Formatter<'_>| parts.iter().try_for_each(|part| f.write_str(part));
    let Some(width) = f.width() else { return write(f) };
    let missing = width.saturating_sub(parts.iter().map(|part| part.chars().count()).sum());
    let before = match f.align() {
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    write(f)?;
    (before..missing).try_for_each(|_| f.write_char(fill))
}

#[cfg(test)]
mod tests {
    use crate::ses::Action::SendEmail;

    #[test]
    fn a_name_is_padded_as_a_string_is() {
        let text = "ses:SendEmail";
        assert_eq!(format!("{SendEmail}"), text);
        assert_eq!(format!("[{SendEmail:20}]"), format!("[{text:20}]"));
        assert_eq!(format!("[{SendEmail:>20}]"), format!("[{text:>20}]"));
        assert_eq!(format!("[{SendEmail:*^20}]"), format!("[{text:*^20}]"));
        assert_eq!(format!("[{SendEmail:3}]"), format!("[{text:3}]"));
    }
}
