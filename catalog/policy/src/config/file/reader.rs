//! Reads the values of a TOML file, and collects the problems of the file.

use alloc::{borrow::Cow, format, string::String, vec::Vec};
use core::ops::Range;

use toml::{
    Spanned,
    de::{DeTable as Table, DeValue as Value},
};

use catalog_core::nearest::Nearest;

use crate::{config::Config, json::Span, shown::Shown};

/// The configuration that has been read so far, and the problems that have been found.
pub(super) struct Reader {
    pub(super) config: Config,
    pub(super) problems: Vec<(Span, String)>,
}

/// A string and its place in the file.
pub(super) type Text<'v> = (&'v str, Range<usize>);

impl Reader {
    pub(super) fn problem(&mut self, range: Range<usize>, message: String) {
        self.problems.push((span(&range), message));
    }

    /// Reads a list of strings. Reports a value that is not a list, and each entry that is not a string.
    pub(super) fn strings<'v>(
        &mut self,
        value: &'v Spanned<Value<'_>>,
        expected: &str,
        example: &str,
    ) -> Vec<Text<'v>> {
        let Value::Array(entries) = value.get_ref() else {
            self.wrong_type(value, expected, example);
            return Vec::new();
        };
        let mut texts = Vec::new();
        for entry in entries {
            match entry.get_ref() {
                Value::String(text) => texts.push((&**text, entry.span())),
                _ => self.wrong_type(entry, "a string", example),
            }
        }
        texts
    }

    /// Reads a string or a list of strings. Each string has its place below the value, such as `/0`. The place of a
    /// string without a list is empty.
    pub(super) fn one_or_more<'v>(
        &mut self,
        value: &'v Spanned<Value<'_>>,
        expected: &str,
        example: &str,
    ) -> Vec<(String, Text<'v>)> {
        if let Value::String(text) = value.get_ref() {
            return Vec::from([(String::new(), (&**text, value.span()))]);
        }
        let texts = self.strings(value, expected, example);
        texts.into_iter().enumerate().map(|(nth, text)| (format!("/{nth}"), text)).collect()
    }

    /// Reads a list of tables, each with its number and its place. Reports a value that is not a list, and each entry
    /// that is not a table.
    pub(super) fn tables<'v, 'b>(
        &mut self,
        value: &'v Spanned<Value<'b>>,
        example: &str,
    ) -> Vec<(usize, &'v Table<'b>, Range<usize>)> {
        let Value::Array(entries) = value.get_ref() else {
            self.wrong_type(value, "a list of tables", example);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for (nth, entry) in entries.iter().enumerate() {
            match entry.get_ref() {
                Value::Table(table) => tables.push((nth, table, entry.span())),
                _ => self.wrong_type(entry, "a table", example),
            }
        }
        tables
    }

    /// Reads the string under a key of a table, if the key exists. Reports a value of another type.
    pub(super) fn string<'v>(
        &mut self,
        table: &'v Table<'_>,
        name: &str,
        expected: &str,
        example: &str,
    ) -> Option<Text<'v>> {
        let value = table.get(name)?;
        if let Value::String(text) = value.get_ref() {
            return Some((text, value.span()));
        }
        self.wrong_type(value, expected, example);
        None
    }

    /// Reports the keys of a table that are not among the known ones.
    pub(super) fn only(&mut self, table: &Table<'_>, whole: &str, known: &[&'static str]) {
        for (name, _) in table {
            let text: &Cow<'_, str> = name.get_ref();
            if known.contains(&&**text) {
                continue;
            }
            let mut nearest = Nearest::new(text);
            for known in known {
                nearest.offer(known);
            }
            let hint = match nearest.best() {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("expected one of `{}`", known.join("`, `")),
            };
            self.problem(name.span(), format!("unknown key `{}` in {whole}: {hint}", Shown(text)));
        }
    }

    pub(super) fn wrong_type(&mut self, value: &Spanned<Value<'_>>, expected: &str, example: &str) {
        let found = match value.get_ref() {
            Value::String(_) => "a string",
            Value::Integer(_) => "an integer",
            Value::Float(_) => "a float",
            Value::Boolean(_) => "a boolean",
            Value::Datetime(_) => "a date",
            Value::Array(_) => "a list",
            Value::Table(_) => "a table",
        };
        self.problem(value.span(), format!("expected {expected}, found {found}: write `{example}`"));
    }
}

pub(super) fn span(range: &Range<usize>) -> Span {
    let short = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(short(range.start), short(range.end))
}
