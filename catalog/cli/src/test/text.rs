//! The format `text` of test results.

use std::fmt::{self, Write as _};

use catalog::policy::files::Escaped;

use super::case::Case;

/// Returns the scenarios that fail.
pub(super) fn output(cases: &[Case]) -> String {
    let mut text = String::new();
    for case in cases.iter().filter(|case| !case.passes()) {
        // Writing to a string does not fail.
        let _ = write(&mut text, case);
    }
    text
}

fn write(text: &mut String, case: &Case) -> fmt::Result {
    let Case { file, position, name, expect, got, reason, places } = case;
    let (file, name) = (Escaped(file), Escaped(name));
    writeln!(text, "{file}:{position}: {name}: expected {expect}, got {got}")?;
    writeln!(text, "  {}", Escaped(reason))?;
    for place in places {
        writeln!(text, "  --> {place}")?;
    }
    Ok(())
}
