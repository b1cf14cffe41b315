//! The display of findings in the format of the Rust compiler: the message, the position, the line, and marks below it.

use alloc::{
    string::{String, ToString as _},
    vec::Vec,
};
use core::fmt::{self, Display, Formatter, Write as _};

use catalog_core::excerpt::is_unseen;
use catalog_policy::{Finding, Severity, json::Lines};

use super::Findings;

/// The maximum length of a line in characters. A longer line is cut around its marks.
const WIDTH: usize = 120;

/// The maximum number of bytes that are read on each side of a position. A character has at most four bytes.
const NEAR: usize = 4 * WIDTH;

/// The escape sequences for bold and for bold blue.
const BOLD: &str = "\x1b[1m";
const FRAME: &str = "\x1b[1;94m";

impl Display for Findings<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let lines = Lines::new(&self.text);
        for (number, finding) in self.iter().enumerate() {
            f.write_str(if number > 0 { "\n\n" } else { "" })?;
            let colour = colour(finding.severity);
            paint(f, colour, format_args!("{}[{}]", finding.severity, finding.id))?;
            paint(f, BOLD, format_args!(": {}", Printed(&finding.message)))?;
            // A finding about the configuration has no position in the policy.
            if finding.span.end > 0 || self.text.is_empty() {
                self.excerpt(f, finding, &lines)?;
            } else {
                f.write_str("\n")?;
                paint(f, FRAME, " --> ")?;
                write!(f, "configuration, {}", Printed(&finding.pointer))?;
            }
        }
        Ok(())
    }
}

impl Findings<'_> {
    /// Writes the line in which a finding begins, with marks below the span of the finding.
    fn excerpt(&self, f: &mut Formatter<'_>, finding: &Finding, lines: &Lines<'_>) -> fmt::Result {
        let position = lines.position(finding.span.start);
        let number = position.line.to_string();
        let margin = " ".repeat(number.len());
        let Line { before, marked, after } = self.line(finding);
        let marks = "^".repeat(marked.chars().count().max(1));
        let indent = " ".repeat(before.chars().count());
        write!(f, "\n{margin}")?;
        paint(f, FRAME, "-->")?;
        write!(f, " {}:{position}\n{margin} ", Printed(&self.name))?;
        paint(f, FRAME, "|")?;
        f.write_str("\n")?;
        paint(f, FRAME, format_args!("{number} |"))?;
        write!(f, " {before}{marked}{after}\n{margin} ")?;
        paint(f, FRAME, "|")?;
        write!(f, " {indent}")?;
        paint(f, colour(finding.severity), marks)
    }

    /// Returns the line in which a finding begins, or the part of it that is shown. The function reads only that part,
    /// because a line of several megabytes may have many findings.
    fn line(&self, finding: &Finding) -> Line {
        let start = usize::try_from(finding.span.start).unwrap_or(usize::MAX).min(self.text.len());
        let end = usize::try_from(finding.span.end).unwrap_or(usize::MAX).clamp(start, self.text.len());
        let (before, rest) = self.text.split_at_checked(start).unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let before = before.get(before.len().saturating_sub(NEAR)..).unwrap_or(before);
        let before = before.rsplit(is_end).next().unwrap_or_default();
        let rest = rest.get(..2 * NEAR).unwrap_or(rest);
        let rest = rest.split(is_end).next().unwrap_or_default();
        let marked = rest.get(..end.saturating_sub(start)).unwrap_or(rest);
        let after = rest.get(marked.len()..).unwrap_or_default();
        let is_short = before.len() + marked.len() + after.len() <= WIDTH;
        let most = |share: usize| if is_short { WIDTH } else { share };
        Line {
            before: cut(before, most(WIDTH / 2), true),
            marked: cut(marked, WIDTH, false),
            after: cut(after, most(WIDTH / 4), false),
        }
    }
}

/// The printable parts of a line: the marked part, and the parts before and after it.
struct Line {
    before: String,
    marked: String,
    after: String,
}

/// Returns at most `most` characters from the beginning of a line, or from its end if `end` is true. Unprintable
/// characters become spaces, and an ellipsis is added where the line is cut.
fn cut(line: &[u8], most: usize, end: bool) -> String {
    let text = String::from_utf8_lossy(line);
    let printed: Vec<char> = text.chars().map(printable).collect();
    if printed.len() <= most {
        return printed.into_iter().collect();
    }
    if end {
        let far = printed.len().saturating_sub(most);
        core::iter::once('…').chain(printed.into_iter().skip(far)).collect()
    } else {
        printed.into_iter().take(most).chain(core::iter::once('…')).collect()
    }
}

/// Replaces a character that would move the cursor or change how the characters around it are displayed.
fn printable(c: char) -> char {
    if is_unseen(c) { ' ' } else { c }
}

/// A string that prints on one line. It may contain a name from the policy.
struct Printed<'t>(&'t str);

impl Display for Printed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|c| f.write_char(printable(c)))
    }
}

/// Returns the escape sequence for bold red, yellow or green.
const fn colour(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "\x1b[1;91m",
        Severity::Warning => "\x1b[1;93m",
        Severity::Note => "\x1b[1;92m",
    }
}

/// Writes a value, in a color if the format is `{:#}`.
fn paint(f: &mut Formatter<'_>, colour: &str, text: impl Display) -> fmt::Result {
    if f.alternate() { write!(f, "{colour}{text}\x1b[0m") } else { write!(f, "{text}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::policy::{Config, FindingId, json::Span};
    use std::{format, vec};

    fn shown(text: &str, start: usize, end: usize) -> String {
        let span = Span::new(u32::try_from(start).unwrap(), u32::try_from(end).unwrap());
        let finding = Finding::new(FindingId::EmptySid, String::new(), span, String::from("the message"));
        Findings::from_parts(text, vec![finding], Config::new().usage()).named("a.json").to_string()
    }

    #[test]
    fn the_marks_are_below_what_is_meant() {
        let expected = "warning[empty-sid]: the message\n  --> a.json:10:3\n   |\n10 | é bcd e\n   |   ^^^";
        assert_eq!(shown("\n\n\n\n\n\n\n\n\né bcd e\n", 12, 15), expected);
        // A span that continues on the next line is marked to the end of its first line. An empty span has one mark.
        assert!(shown("a {\n}", 2, 5).ends_with("\n1 | a {\n  |   ^"));
        assert!(shown("{}", 2, 2).ends_with("\n1 | {}\n  |   ^"));
        assert!(shown("", 0, 0).ends_with(" --> a.json:1:1\n  |\n1 | \n  | ^"));
        // Tabs and escape characters become spaces, so the marks stay aligned and the terminal keeps its state.
        assert!(shown("\t\x1b[31mab", 6, 8).ends_with("\n1 |   [31mab\n  |       ^^"));
        assert!(shown("\u{feff}\u{202e}ab", 6, 8).ends_with("\n1 |   ab\n  |   ^^"));
        let odd =
            Finding::new(FindingId::EmptySid, String::new(), Span::new(0, 1), String::from("a\n::error::\x1b[2J"));
        let odd = Findings::from_parts("a", vec![odd], Config::new().usage()).named("b\rc").to_string();
        assert!(odd.starts_with("warning[empty-sid]: a ::error:: [2J\n --> b c:1:1\n"), "{odd}");
    }

    #[test]
    fn a_long_line_is_cut_around_its_marks() {
        for (letter, length) in [("x", 1_000), ("😀", 1_000), ("é", 1_000_000)] {
            let far = letter.repeat(length);
            let text = format!("{far}ab{far}");
            let line = format!("…{}ab{}…", letter.repeat(60), letter.repeat(30));
            let marks = format!("{}^^", " ".repeat(61));
            let expected = format!("\n1 | {line}\n  | {marks}");
            assert!(shown(&text, far.len(), far.len() + 2).ends_with(&expected), "{letter}");
            // The whole line is marked, and its end is cut off.
            let all = shown(&text, 0, text.len());
            assert!(all.ends_with(&format!("\n1 | {}…\n  | {}", letter.repeat(120), "^".repeat(121))), "{all}");
        }
    }

    #[test]
    fn colours_are_asked_for() {
        let findings = Findings::from_parts("ab", vec![], Config::new().usage());
        assert_eq!(format!("{findings:#}"), "");
        let span = Span::new(1, 2);
        let finding = Finding::new(FindingId::EmptySid, String::new(), span, String::from("why"));
        let findings = Findings::from_parts("ab", vec![finding], Config::new().usage());
        let coloured = format!("{findings:#}");
        assert!(coloured.starts_with("\x1b[1;93mwarning[empty-sid]\x1b[0m\x1b[1m: why\x1b[0m\n"));
        let mut plain = coloured.replace("\x1b[0m", "");
        for colour in [BOLD, FRAME, colour(Severity::Warning)] {
            plain = plain.replace(colour, "");
        }
        assert_eq!(plain, findings.to_string());
    }
}
