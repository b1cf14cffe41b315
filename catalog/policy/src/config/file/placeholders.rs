//! Reads the table `placeholders` of a `catalog.toml`.

use alloc::{format, vec::Vec};

use toml::de::{DeTable as Table, DeValue as Value};

use super::reader::{Reader, span};
use crate::config::{
    configuration::Declared,
    placeholder::{PATTERN_LIMIT, problem},
};

/// The keys of `placeholders`.
pub(super) const KEYS: &[&str] = &["patterns"];

impl Reader {
    /// Reads the patterns of placeholders.
    pub(super) fn placeholders(&mut self, table: &Table<'_>) {
        let example = "patterns = [\"{{*}}\"]";
        let Some(value) = table.get("placeholders") else { return };
        let Value::Table(table) = value.get_ref() else {
            return self.wrong_type(value, "a table", &format!("[placeholders]`, followed by `{example}"));
        };
        self.only(table, "`placeholders`", KEYS);
        let Some(value) = table.get("patterns") else { return };
        let texts: Vec<_> = self.strings(value, "a list of placeholders", example);
        if let Some((_, range)) = texts.get(PATTERN_LIMIT) {
            let message = format!("expected at most {PATTERN_LIMIT} placeholders: use `*` to match any name");
            return self.problem(range.clone(), message);
        }
        for (text, range) in texts {
            match problem(text) {
                Some(message) => self.problem(range, message),
                None => self.config.placeholders.push(Declared { pattern: text.into(), span: span(&range) }),
            }
        }
    }
}
