//! `catalog.toml`: from its text to a configuration, or to everything that is wrong with it.

mod reader;
#[cfg(test)]
mod tests;

use alloc::{collections::BTreeMap, format, string::String, vec::Vec};
use core::ops::Range;

use toml::{
    Spanned,
    de::{DeTable as Table, DeValue as Value},
};

use catalog_core::{NameError, NameKind, syntax};

use super::{
    allowance::Allowance,
    configuration::{Config, Declared},
    error::ConfigError,
    level::Level,
    selector::Selector,
};
use crate::shown::Shown;
use reader::{Reader, Text, span};

/// The names at the top.
const TOP: &[&str] = &["allow", "warn", "deny", "allow-at", "actions", "condition-keys", "deny-warnings"];

/// The names in an entry of `allow-at`.
const ENTRY: &[&str] = &["id", "file", "path"];

/// The names in `actions` and `condition-keys`.
const NAMES: &[&str] = &["allow"];

/// The largest text that is read. Each entry is held against each finding, and nobody writes so many.
const SIZE_LIMIT: usize = 1 << 20;

impl Config {
    /// Reads the text of a `catalog.toml`. [`Config`] shows one with everything that it may say.
    ///
    /// Its entries remember their places: [`unneeded`](Self::unneeded) points at them.
    ///
    /// ```
    /// use catalog::policy::Config;
    ///
    /// let config = Config::from_toml("allow = ['empty-sid']\n[actions]\nallow = ['freetier:List*']\n")?;
    /// assert_eq!(config.unneeded(&config.usage()).len(), 2);
    /// # Ok::<_, catalog::policy::ConfigError>(())
    /// ```
    ///
    /// # Errors
    /// All that is wrong with it, each with its place and what to write instead. More than 1 MiB is refused.
    pub fn from_toml(text: &str) -> Result<Self, ConfigError> {
        let mut reader = Reader { config: Self::new(), problems: Vec::new() };
        if text.len() > SIZE_LIMIT {
            let message = "the text has more than 1 MiB: `*` stands for many names, files and places at once";
            reader.problem(SIZE_LIMIT..SIZE_LIMIT, message.into());
            return Err(ConfigError::new(text, reader.problems));
        }
        let (table, errors) = Table::parse_recoverable(text);
        // What is read around an error is guessed.
        if errors.is_empty() {
            reader.top(table.get_ref());
        }
        for error in errors {
            let end = text.len();
            reader.problem(error.span().unwrap_or(end..end), format!("this is no TOML: {}", error.message()));
        }
        if reader.problems.is_empty() { Ok(reader.config) } else { Err(ConfigError::new(text, reader.problems)) }
    }
}

impl Reader {
    fn top(&mut self, table: &Table<'_>) {
        self.only(table, "the configuration", TOP);
        if let Some(value) = table.get("deny-warnings") {
            match value.get_ref() {
                Value::Boolean(deny) => self.config.deny_warnings = *deny,
                _ => self.wrong_type(value, "`deny-warnings` is true or false", "deny-warnings = true"),
            }
        }
        self.levels(table);
        if let Some(value) = table.get("allow-at") {
            self.allow_at(value);
        }
        let actions = self.names(table, "actions", NameKind::Action, "allow = [\"freetier:List*\"]");
        self.config.actions.extend(actions);
        let keys = self.names(table, "condition-keys", NameKind::ConditionKey, "allow = [\"mailer:*\"]");
        self.config.condition_keys.extend(keys);
    }

    /// Reads the lists of findings, by their levels.
    fn levels(&mut self, table: &Table<'_>) {
        let mut seen = BTreeMap::new();
        for (name, level) in [("allow", None), ("warn", Some(Level::Warn)), ("deny", Some(Level::Deny))] {
            let Some(value) = table.get(name) else { continue };
            let expected = format!("`{name}` is a list of finding ids and groups");
            for text in self.strings(value, &expected, &format!("{name} = [\"empty-sid\"]")) {
                let range = text.1.clone();
                let Some(selector) = self.selector(text) else { continue };
                let first = *seen.entry(selector).or_insert(name);
                if first != name {
                    self.problem(range, format!("`{selector}` is in `{first}` as well: keep one of the two entries"));
                    continue;
                }
                let config = core::mem::take(&mut self.config);
                self.config = match level {
                    None => config.with_allowance(Allowance::new(selector, None, None, span(&range))),
                    Some(level) => config.with_level(selector, level),
                };
            }
        }
    }

    /// The tables that begin with `[[allow-at]]`.
    fn allow_at(&mut self, value: &Spanned<Value<'_>>) {
        let (expected, example) = ("`allow-at` is a list of tables", "[[allow-at]]");
        let Value::Array(entries) = value.get_ref() else {
            return self.wrong_type(value, expected, example);
        };
        for entry in entries {
            match entry.get_ref() {
                Value::Table(table) => self.allow_at_entry(table, entry.span()),
                _ => self.wrong_type(entry, expected, example),
            }
        }
    }

    fn allow_at_entry(&mut self, table: &Table<'_>, range: Range<usize>) {
        self.only(table, "an entry of `allow-at`", ENTRY);
        let file = self.string(table, "file", "`file` is a text", "file = \"policies/*.json\"");
        let path = self.string(table, "path", "`path` is a JSON pointer", "path = \"/Statement/0\"");
        if !["file", "path"].iter().any(|name| table.contains_key(*name)) {
            let message = "neither `file` nor `path` says where it is allowed: add one, or move the id to `allow`";
            self.problem(range.clone(), message.into());
        }
        for (text, wrong) in [(&file, file_is_wrong as fn(&str) -> _), (&path, path_is_wrong)] {
            if let Some((text, range)) = text
                && let Some(message) = wrong(text)
            {
                self.problem(range.clone(), message);
            }
        }
        let id = self.string(table, "id", "`id` is a finding id", "id = \"allow-everything\"");
        if id.is_none() && !table.contains_key("id") {
            self.problem(range, "`id` is missing: write which finding is allowed, `id = \"allow-everything\"`".into());
        }
        if let Some(text) = id {
            let range = text.1.clone();
            if let Some(selector) = self.selector(text) {
                let [file, path] = [&file, &path].map(|text| text.as_ref().map(|(text, _)| *text));
                self.config.allowances.push(Allowance::new(selector, file, path, span(&range)));
            }
        }
    }

    /// The patterns of a table of names.
    fn names(&mut self, table: &Table<'_>, name: &str, kind: NameKind, example: &str) -> Vec<Declared> {
        let Some(value) = table.get(name) else { return Vec::new() };
        let Value::Table(table) = value.get_ref() else {
            let example = format!("[{name}]` and below it `{example}");
            self.wrong_type(value, &format!("`{name}` is a table"), &example);
            return Vec::new();
        };
        self.only(table, &format!("`{name}`"), NAMES);
        let Some(value) = table.get("allow") else { return Vec::new() };
        let mut declared = Vec::new();
        for (text, range) in self.strings(value, &format!("`allow` is a list of patterns of {kind}s"), example) {
            match syntax::parse(text, kind, true) {
                Ok(_) => declared.push(Declared { pattern: text.into(), span: span(&range) }),
                Err(error) => {
                    let message = format!("{}: write `{example}`", NameError::new(error, kind, text));
                    self.problem(range, message);
                }
            }
        }
        declared
    }

    /// Returns the findings with a name.
    fn selector(&mut self, (text, range): Text<'_>) -> Option<Selector> {
        match Selector::from_name(text) {
            Some(Selector::Id(id)) if !id.can_be_allowed() => {
                let message =
                    format!("`{text}` is always an error: the check could not go on, and may have missed more");
                self.problem(range, message);
            }
            Some(selector) => return Some(selector),
            None => {
                let hint = Selector::nearest(text).map_or_else(
                    || "`catalog lint --list` prints all ids and groups".into(),
                    |near| format!("did you mean `{near}`?"),
                );
                self.problem(range, format!("unknown finding `{}`: {hint}", Shown(text)));
            }
        }
        None
    }
}

/// What keeps a text from naming files.
fn file_is_wrong(file: &str) -> Option<String> {
    let why = if file.is_empty() {
        "an empty text names no file"
    } else if file.contains('\\') {
        "`\\` is no divider of folders here"
    } else if file.starts_with("./") {
        "a file is named without `./`"
    } else {
        return None;
    };
    Some(format!("{why}: write it from the folder of this file, with `/`, as `policies/*.json`"))
}

/// What keeps a text from being a JSON pointer.
fn path_is_wrong(path: &str) -> Option<String> {
    if !path.is_empty() && !path.starts_with('/') {
        return Some(format!("a JSON pointer begins with `/`: write `/{}`", Shown(path)));
    }
    let escapes = path.match_indices('~').all(|(at, _)| {
        let behind = path.as_bytes().get(at.saturating_add(1));
        matches!(behind, Some(b'0' | b'1'))
    });
    (!escapes).then(|| "in a JSON pointer `~` is written `~0`, and `/` within a name `~1`".into())
}
