//! Reads and formats the file of a baseline.

use std::{fmt::Write as _, path::Path};

use catalog::policy::{
    FindingId, Selector,
    files::{self, Unread, shown},
    json::{self, Data, Lines, Member, Span, Value},
};

use super::entry::Entry;
use crate::output::json_tree::{object, string};

/// The member whose value is the version of the format. It also marks the file as a baseline.
const VERSION: &str = "catalog-baseline";

/// The only version of the format.
const NUMBER: &str = "1";

const ABOUT: &str = "Known findings, which `catalog lint --baseline FILE` omits. To update them, run `catalog lint \
                     --write-baseline FILE` with the same policies.";

/// Reads the entries of a baseline.
///
/// # Errors
/// Returns an error with its place if the file cannot be read or is not a baseline.
pub(super) fn read(path: &Path) -> Result<Vec<Entry>, Unread> {
    let text = match files::read(path) {
        Err(unread) if !path.exists() => {
            return Err(Unread::new(unread.name, "the file does not exist: write it with `--write-baseline`"));
        }
        text => text?,
    };
    let error = |(span, why): Error| {
        let position = Lines::new(&text).position(span.start);
        Unread::new(format!("{}:{position}", shown(path)), why)
    };
    if text.trim_ascii().is_empty() {
        return Err(Unread::new(shown(path), "expected a baseline, found an empty file"));
    }
    let tree = json::parse(&text).map_err(|wrong| error((wrong.span(), wrong.to_string())))?;
    entries(&tree).map_err(error)
}

/// The place and the message of an error.
type Error = (Span, String);

/// Returns true if a path leads to a file with content that is not a baseline. A baseline may be incomplete.
pub(super) fn is_other(path: &Path) -> bool {
    let has_mark = |text: &[u8]| text.windows(VERSION.len()).any(|part| part == VERSION.as_bytes());
    files::read(path).is_ok_and(|text| !text.trim_ascii().is_empty() && !has_mark(&text))
}

fn entries(tree: &Value<'_>) -> Result<Vec<Entry>, Error> {
    let root = members(tree)?;
    let version = find(root, VERSION, tree)?;
    match &version.data {
        Data::Number(number) if number == NUMBER => {}
        _ => {
            let why =
                format!("unknown version of a baseline: expected {NUMBER}. Write it again with `--write-baseline`");
            return Err((version.span, why));
        }
    }
    let findings = find(root, "findings", tree)?;
    match &findings.data {
        Data::Array(items) => items.iter().map(entry).collect(),
        _ => Err((findings.span, format!("expected a list of findings, found {}", findings.type_name()))),
    }
}

fn entry(value: &Value<'_>) -> Result<Entry, Error> {
    let entry = members(value)?;
    let text = |name| {
        let value = find(entry, name, value)?;
        let wrong = || (value.span, format!("expected a string, found {}", value.type_name()));
        value.as_str().map(str::to_owned).ok_or_else(wrong)
    };
    let id = text("id")?;
    // Read an old spelling of an id as the new one. An id that no longer exists is kept, and matches nothing.
    let id = match Selector::from_name(&id) {
        Some(Selector::Id(known)) => FindingId::name(known).to_owned(),
        _ => id,
    };
    Ok(Entry { file: text("file")?, id, line: text("line")? })
}

fn members<'t, 'a>(value: &'t Value<'a>) -> Result<&'t [Member<'a>], Error> {
    match &value.data {
        Data::Object(members) => Ok(members),
        _ => Err((value.span, format!("expected an object of a baseline, found {}", value.type_name()))),
    }
}

fn find<'t, 'a>(members: &'t [Member<'a>], name: &str, within: &Value<'_>) -> Result<&'t Value<'a>, Error> {
    let member = members.iter().find(|member| member.name == name);
    let missing = || (within.span, format!("missing `{name}`: is this a file that `--write-baseline` wrote?"));
    member.map(|member| &member.value).ok_or_else(missing)
}

/// Formats a baseline, with one line per entry.
pub(super) fn format(entries: &[Entry]) -> String {
    let mut text = format!("{{\n\"{VERSION}\": {NUMBER},\n\"about\": {},\n\"findings\": [", string(ABOUT));
    for (number, Entry { file, id, line }) in entries.iter().enumerate() {
        let entry = object([("file", string(file)), ("id", string(id)), ("line", string(line))]);
        // Writing to a string does not fail.
        let _ = write!(text, "{}\n{entry}", if number > 0 { "," } else { "" });
    }
    text.push_str(if entries.is_empty() { "]\n}\n" } else { "\n]\n}\n" });
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Vec<Entry>, String> {
        let tree = json::parse(text.as_bytes()).map_err(|error| error.to_string())?;
        entries(&tree).map_err(|(span, why)| format!("{}: {why}", span.start))
    }

    #[test]
    fn what_is_written_is_read() {
        let entry = |file: &str| Entry { file: file.into(), id: "empty-sid".into(), line: "\"Sid\": \"\",".into() };
        for entries in [vec![], vec![entry("a.json")], vec![entry("a\u{1b}.json"), entry("b.json"), entry("b.json")]] {
            assert_eq!(parsed(&format(&entries)), Ok(entries));
        }
    }

    #[test]
    fn other_files_are_errors_with_their_places() {
        let wrong = |text: &str| parsed(text).unwrap_err();
        assert_eq!(wrong("[]"), "0: expected an object of a baseline, found a list");
        assert!(wrong("{}").starts_with("0: missing `catalog-baseline`"));
        assert!(wrong(r#"{"catalog-baseline": 2}"#).starts_with("21: unknown version of a baseline"));
        let row = r#"{"catalog-baseline": 1, "findings": [{"id": "a", "file": 1}]}"#;
        assert_eq!(wrong(row), "57: expected a string, found a number");
    }
}
