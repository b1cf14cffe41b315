//! Reads a `catalog.toml` into a configuration, or reports all its problems.

mod placeholders;
mod reader;
mod schema;
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
    file_kind::FileKind,
    level::Level,
    selector::Selector,
};
use crate::shown::Shown;
use reader::{Reader, Text, span};

/// The keys of the root table.
const TOP: &[&str] =
    &["allow", "warn", "deny", "allow-at", "actions", "condition-keys", "kind", "placeholders", "deny-warnings"];

/// The keys of an entry of `allow-at`.
const ENTRY: &[&str] = &["id", "file", "path"];

/// The keys of an entry of `kind`.
const KIND: &[&str] = &["files", "kind"];

/// The keys of `actions` and `condition-keys`.
const NAMES: &[&str] = &["allow"];

/// The maximum size of a file. It limits the work, because each entry is compared with each finding. No file that is
/// written by hand is that large.
const SIZE_LIMIT: usize = 1 << 20;

impl Config {
    /// Parses a `catalog.toml`. The documentation of [`Config`] shows a file with all keys.
    ///
    /// The entries keep their spans, so that the findings of [`unneeded`](Self::unneeded) have places in the file.
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
    /// Returns all problems of the file, each with its place and its fix. A file of more than 1 MiB is an error.
    pub fn from_toml(text: &str) -> Result<Self, ConfigError> {
        let mut reader = Reader { config: Self::new(), problems: Vec::new() };
        if text.len() > SIZE_LIMIT {
            let message = "the file is larger than 1 MiB: use `*` to match many names, files or places with one entry";
            reader.problem(SIZE_LIMIT..SIZE_LIMIT, message.into());
            return Err(ConfigError::new(text, reader.problems));
        }
        let (table, errors) = Table::parse_recoverable(text);
        // The parser guesses the content after an error, so the table is read only if there is no error.
        if errors.is_empty() {
            reader.top(table.get_ref());
        }
        for error in errors {
            let end = text.len();
            reader.problem(error.span().unwrap_or(end..end), format!("invalid TOML: {}", error.message()));
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
                _ => self.wrong_type(value, "a boolean", "deny-warnings = true"),
            }
        }
        self.levels(table);
        if let Some(value) = table.get("allow-at") {
            self.allow_at(value);
        }
        if let Some(value) = table.get("kind") {
            self.kinds(value);
        }
        self.placeholders(table);
        let actions = self.names(table, "actions", NameKind::Action, "allow = [\"freetier:List*\"]");
        self.config.actions.extend(actions);
        let keys = self.names(table, "condition-keys", NameKind::ConditionKey, "allow = [\"mailer:*\"]");
        self.config.condition_keys.extend(keys);
    }

    /// Reads the lists `allow`, `warn` and `deny`.
    fn levels(&mut self, table: &Table<'_>) {
        let mut seen = BTreeMap::new();
        for (name, level) in [("allow", None), ("warn", Some(Level::Warn)), ("deny", Some(Level::Deny))] {
            let Some(value) = table.get(name) else { continue };
            let expected = "a list of finding ids and groups";
            for text in self.strings(value, expected, &format!("{name} = [\"empty-sid\"]")) {
                let range = text.1.clone();
                let Some(selector) = self.selector(text) else { continue };
                let first = *seen.entry(selector).or_insert(name);
                if first != name {
                    self.problem(range, format!("`{selector}` is also in `{first}`: keep one of the two entries"));
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

    /// Reads the entries of `allow-at`.
    fn allow_at(&mut self, value: &Spanned<Value<'_>>) {
        for (_, table, range) in self.tables(value, "[[allow-at]]") {
            self.allow_at_entry(table, range);
        }
    }

    /// Reads the entries of `kind`.
    fn kinds(&mut self, value: &Spanned<Value<'_>>) {
        for (nth, table, range) in self.tables(value, "[[kind]]") {
            self.kind_entry(nth, table, &range);
        }
    }

    fn kind_entry(&mut self, nth: usize, table: &Table<'_>, range: &Range<usize>) {
        self.only(table, "an entry of `kind`", KIND);
        for (name, example) in [("files", "files = \"scp/*.json\""), ("kind", "kind = \"service-control\"")] {
            if !table.contains_key(name) {
                self.problem(range.clone(), format!("missing `{name}`: add it, such as `{example}`"));
            }
        }
        let files = match table.get("files") {
            Some(value) => self.one_or_more(value, "a path of files or a list of paths", "files = \"scp/*.json\""),
            None => Vec::new(),
        };
        let files: Vec<_> = files.into_iter().filter(|(_, text)| self.is_file(text)).collect();
        let Some((name, range)) = self.string(table, "kind", "a kind of policy", "kind = \"service-control\"") else {
            return;
        };
        match name.parse() {
            Ok(kind) => self.config.kinds.extend(files.into_iter().map(|(place, (text, range))| FileKind {
                files: text.into(),
                kind,
                pointer: format!("/kind/{nth}/files{place}"),
                span: span(&range),
            })),
            Err(error) => self.problem(range, format!("{error}")),
        }
    }

    /// Returns true if a string can be a pattern of files. Reports other strings.
    fn is_file(&mut self, (text, range): &Text<'_>) -> bool {
        let wrong = file_is_wrong(text);
        let is_file = wrong.is_none();
        if let Some(message) = wrong {
            self.problem(range.clone(), message);
        }
        is_file
    }

    fn allow_at_entry(&mut self, table: &Table<'_>, range: Range<usize>) {
        self.only(table, "an entry of `allow-at`", ENTRY);
        let file = self.string(table, "file", "the path of a file", "file = \"policies/*.json\"");
        let path = self.string(table, "path", "a JSON pointer", "path = \"/Statement/0\"");
        if !["file", "path"].iter().any(|name| table.contains_key(*name)) {
            let message = "missing `file` or `path`: add one of them, or move the id to `allow`";
            self.problem(range.clone(), message.into());
        }
        for (text, wrong) in [(&file, file_is_wrong as fn(&str) -> _), (&path, path_is_wrong)] {
            if let Some((text, range)) = text
                && let Some(message) = wrong(text)
            {
                self.problem(range.clone(), message);
            }
        }
        let id = self.string(table, "id", "a finding id or a group", "id = \"allow-everything\"");
        if id.is_none() && !table.contains_key("id") {
            self.problem(range, "missing `id`: add the finding to allow, such as `id = \"allow-everything\"`".into());
        }
        if let Some(text) = id {
            let range = text.1.clone();
            if let Some(selector) = self.selector(text) {
                let [file, path] = [&file, &path].map(|text| text.as_ref().map(|(text, _)| *text));
                self.config.allowances.push(Allowance::new(selector, file, path, span(&range)));
            }
        }
    }

    /// Reads the patterns of names in the table `actions` or `condition-keys`.
    fn names(&mut self, table: &Table<'_>, name: &str, kind: NameKind, example: &str) -> Vec<Declared> {
        let Some(value) = table.get(name) else { return Vec::new() };
        let Value::Table(table) = value.get_ref() else {
            let example = format!("[{name}]`, followed by `{example}");
            self.wrong_type(value, "a table", &example);
            return Vec::new();
        };
        self.only(table, &format!("`{name}`"), NAMES);
        let Some(value) = table.get("allow") else { return Vec::new() };
        let mut declared = Vec::new();
        for (text, range) in self.strings(value, &format!("a list of patterns of {kind}s"), example) {
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

    /// Returns the id or the group that has this name, or reports that the name is unknown or cannot be in the file.
    fn selector(&mut self, (text, range): Text<'_>) -> Option<Selector> {
        match Selector::from_name(text) {
            Some(Selector::Id(id)) if !id.can_be_allowed() => {
                let message = format!("`{text}` is always an error, because the check stops there: remove it");
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

/// Returns the problem of a pattern of files, if there is one.
fn file_is_wrong(file: &str) -> Option<String> {
    let why = if file.is_empty() {
        "expected the path of a file, found an empty string"
    } else if file.contains('\\') {
        "`\\` is not a valid path separator"
    } else if file.starts_with("./") {
        "a path cannot begin with `./`"
    } else {
        return None;
    };
    Some(format!("{why}: write a path relative to this file, with `/`, such as `policies/*.json`"))
}

/// Returns the problem of a JSON pointer, if there is one.
fn path_is_wrong(path: &str) -> Option<String> {
    if !path.is_empty() && !path.starts_with('/') {
        return Some(format!("a JSON pointer must begin with `/`: write `/{}`", Shown(path)));
    }
    let escapes = path.match_indices('~').all(|(at, _)| {
        let behind = path.as_bytes().get(at.saturating_add(1));
        matches!(behind, Some(b'0' | b'1'))
    });
    (!escapes).then(|| "invalid `~` in a JSON pointer: write `~0` for `~`, and `~1` for `/` within a name".into())
}
