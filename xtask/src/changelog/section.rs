//! Inserts an entry into the changelog, in the section of the version that is not published yet.

/// Words that mark the heading of a version that is not published yet.
const NOT_PUBLISHED: [&str; 2] = ["not yet published", "unreleased"];

/// The heading of a new section.
const NEW_SECTION: &str = "## Unreleased";

/// Returns the changelog with an entry at the end of the section of the version that is not published yet.
///
/// The first line of the entry is its heading, and the entry replaces an earlier one with the same heading. If the
/// changelog has no section for an unpublished version, a new one is inserted above the others.
#[must_use]
pub fn with_entry(changelog: &str, entry: &str) -> String {
    let heading = entry.lines().next().unwrap_or_default();
    let lines: Vec<&str> = changelog.lines().collect();
    let first = lines.iter().position(|line| line.starts_with("## ")).unwrap_or(lines.len());
    let is_open = lines.get(first).is_some_and(|line| {
        let line = line.to_ascii_lowercase();
        NOT_PUBLISHED.iter().any(|words| line.contains(words))
    });
    let (head, rest) = lines.split_at_checked(first).unwrap_or((&lines, &[]));
    let (section, others): (Vec<&str>, &[&str]) = if is_open {
        let end = rest.iter().skip(1).position(|line| line.starts_with("## ")).map_or(rest.len(), |at| at + 1);
        let (section, others) = rest.split_at_checked(end).unwrap_or((rest, &[]));
        (without_entry(section, heading), others)
    } else {
        (vec![NEW_SECTION], rest)
    };
    let parts = [head.join("\n"), section.join("\n"), entry.to_owned(), others.join("\n")];
    let parts: Vec<&str> = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
    parts.join("\n\n") + "\n"
}

/// Returns the lines of a section without the entry that has the given heading.
fn without_entry<'a>(section: &[&'a str], heading: &str) -> Vec<&'a str> {
    let mut is_in_entry = false;
    let is_kept = |line: &&&str| {
        if line.starts_with("### ") {
            is_in_entry = **line == heading;
        }
        !is_in_entry
    };
    section.iter().filter(is_kept).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::with_entry;

    const ENTRY: &str = "### November\n\n* 2 services.\n";

    #[test]
    fn an_entry_goes_into_the_section_that_is_not_published() {
        let changelog = "# Changelog\n\nText.\n\n## 0.2.0 (not yet published)\n\n* A feature.\n\n## 0.1.0\n\n* Old.\n";
        let expected = "# Changelog\n\nText.\n\n## 0.2.0 (not yet published)\n\n* A feature.\n\n### November\n\n* 2 services.\n\n## 0.1.0\n\n* Old.\n";
        assert_eq!(with_entry(changelog, ENTRY), expected);
        // A second run in the same month replaces the entry, which may be anywhere in the section.
        assert_eq!(with_entry(expected, ENTRY), expected);
        let older = expected.replace("2 services.", "1 service.\n\n### October\n\n* 0 services.");
        let newer = with_entry(&older, ENTRY);
        assert!(newer.contains("### October\n\n* 0 services.\n\n### November\n\n* 2 services.\n\n## 0.1.0"), "{newer}");
        assert!(!newer.contains("1 service."), "{newer}");
    }

    #[test]
    fn a_section_is_made_above_published_versions() {
        let changelog = "# Changelog\n\n## 0.1.0\n\n### November\n\n* Old.\n";
        let expected =
            "# Changelog\n\n## Unreleased\n\n### November\n\n* 2 services.\n\n## 0.1.0\n\n### November\n\n* Old.\n";
        assert_eq!(with_entry(changelog, ENTRY), expected);
        assert_eq!(
            with_entry("# Changelog\n", ENTRY),
            "# Changelog\n\n## Unreleased\n\n### November\n\n* 2 services.\n"
        );
    }
}
