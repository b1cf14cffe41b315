//! Writing `prefix:name` with the width, fill and alignment that a format string asks for.

use core::fmt::{self, Alignment, Write as _};

/// Writes two texts with a colon between them, padded as one.
pub(crate) fn pair(f: &mut fmt::Formatter<'_>, prefix: &str, name: &str) -> fmt::Result {
    let Some(width) = f.width() else {
        f.write_str(prefix)?;
        f.write_char(':')?;
        return f.write_str(name);
    };
    let missing = width.saturating_sub(prefix.chars().count() + 1 + name.chars().count());
    let before = match f.align() {
        Some(Alignment::Right) => missing,
        Some(Alignment::Center) => missing / 2,
        Some(Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    (0..before).try_for_each(|_| f.write_char(fill))?;
    f.write_str(prefix)?;
    f.write_char(':')?;
    f.write_str(name)?;
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
