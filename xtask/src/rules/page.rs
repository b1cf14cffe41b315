//! Parses the page of a rule: the doc comment of its file, with fixed headings.

/// The headings of a page, in order.
pub(crate) const HEADINGS: [&str; 5] = ["What it checks", "Why it matters", "Example", "Fix", "When to allow it"];

/// The placeholders in a new file that its author must replace.
pub(crate) const MARKS: [&str; 2] = ["FILL-IN", "FillIn"];

/// The page of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RulePage {
    /// The first paragraph of the section on what the rule checks, on one line. It has one or two sentences.
    pub(crate) summary: String,
    /// The page in Markdown, from its first heading on.
    pub(crate) text: String,
}

/// The line of the doc comment (counted from 0) that has a problem, and a description of the problem.
pub(crate) type Fault = (usize, String);

impl RulePage {
    /// Parses the lines of a doc comment. Returns all problems if there are any.
    pub(crate) fn read(lines: &[String]) -> Result<Self, Vec<Fault>> {
        let mut faults = Vec::new();
        let title = lines.first().map_or("", String::as_str);
        if !title.starts_with("Reports ") || !title.ends_with('.') {
            faults
                .push((0, "the first line of a rule's page must be a sentence that begins with `Reports`".to_owned()));
        }
        let is_heading = |line: &&String| line.starts_with("## ");
        let headings: Vec<_> = lines.iter().enumerate().filter(|(_, line)| is_heading(line)).collect();
        // The headings after the first wrong one may be correct, so only the first is reported.
        let is_wrong = |position: &usize| {
            let found = headings.get(*position).and_then(|(_, line)| line.strip_prefix("## "));
            found != HEADINGS.get(*position).copied()
        };
        if let Some(position) = (0..HEADINGS.len().max(headings.len())).find(is_wrong) {
            faults.push(match (HEADINGS.get(position), headings.get(position)) {
                (Some(expected), Some((at, line))) => {
                    (*at, format!("expected the heading `## {expected}`, found `{line}`"))
                }
                (Some(expected), None) => (lines.len().saturating_sub(1), format!("missing heading `## {expected}`")),
                (None, found) => {
                    let (at, line) = found.map_or((0, ""), |(at, line)| (*at, line.as_str()));
                    (at, format!("unexpected heading `{line}`"))
                }
            });
        }
        for pair in headings.windows(2) {
            if let [(at, line), (next, _)] = pair
                && lines.get(at + 1..*next).is_none_or(|body| body.iter().all(String::is_empty))
            {
                faults.push((*at, format!("the section `{line}` is empty")));
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let start = headings.first().map_or(0, |(at, _)| *at);
        let body = lines.get(start..).unwrap_or_default();
        let summary: Vec<_> = body.iter().skip(1).take_while(|line| !line.is_empty()).map(String::as_str).collect();
        Ok(Self { summary: summary.join(" "), text: body.join("\n") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    const PAGE: &str = "Reports a thing.\n\n## What it checks\nThe first\nparagraph.\n\nThe second.\n\n## Why it matters\nIt \
                        does.\n\n## Example\nx\n\n## Fix\ny\n\n## When to allow it\nNever.";

    #[test]
    fn the_summary_is_the_first_paragraph_in_one_line() {
        let page = RulePage::read(&lines(PAGE)).unwrap();
        assert_eq!(page.summary, "The first paragraph.");
        assert!(page.text.starts_with("## What it checks\n") && page.text.ends_with("Never."));
    }

    #[test]
    fn every_fault_has_its_line() {
        for (from, to, expected) in [
            (
                "Reports a thing.",
                "A thing.",
                "0: the first line of a rule's page must be a sentence that begins with `Reports`",
            ),
            ("## Fix", "## Remedy", "14: expected the heading `## Fix`, found `## Remedy`"),
            ("x\n", "\n", "11: the section `## Example` is empty"),
            ("Never.", "Never.\n## More", "19: unexpected heading `## More`"),
            ("## When to allow it\nNever.", "", "16: missing heading `## When to allow it`"),
        ] {
            let faults = RulePage::read(&lines(&PAGE.replacen(from, to, 1))).unwrap_err();
            let faults: Vec<_> = faults.iter().map(|(line, fault)| format!("{line}: {fault}")).collect();
            assert_eq!(faults, [expected], "{from}");
        }
    }
}
