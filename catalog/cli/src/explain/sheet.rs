//! Lays out an explanation: a title, then rows with a label and values.

use std::fmt;

/// The width of the labels.
const WIDTH: usize = 18;

/// The value of a row if AWS's reference does not state the fact.
pub(super) const NOT_STATED: &str = "not stated";

/// Returns a name with the remark that AWS's page uses but does not define it.
pub(super) fn not_defined(name: impl fmt::Display) -> String {
    format!("{name} (not defined on AWS's page)")
}

/// The value of a row if AWS's reference states that there are no values.
pub(super) const NONE: &str = "none";

/// The explanation of one name.
#[derive(Debug)]
pub(super) struct Sheet {
    title: String,
    rows: Vec<(&'static str, Vec<String>)>,
}

impl Sheet {
    /// Creates an explanation without rows. The title is the kind and the name, such as `action ses:SendEmail`.
    pub(super) fn new(kind: &str, name: impl fmt::Display) -> Self {
        Self { title: format!("{kind} {name}"), rows: Vec::new() }
    }

    /// Adds a row with one value.
    pub(super) fn row(mut self, label: &'static str, value: impl fmt::Display) -> Self {
        self.rows.push((label, vec![value.to_string()]));
        self
    }

    /// Adds a row with one value, or "not stated".
    pub(super) fn stated(self, label: &'static str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.row(label, value),
            None => self.row(label, NOT_STATED),
        }
    }

    /// Adds a row with one line for each value, or with `otherwise` if there is no value.
    pub(super) fn list<T: fmt::Display>(
        mut self,
        label: &'static str,
        values: impl IntoIterator<Item = T>,
        otherwise: &str,
    ) -> Self {
        let mut values: Vec<_> = values.into_iter().map(|value| value.to_string()).collect();
        if values.is_empty() {
            values.push(otherwise.to_owned());
        }
        self.rows.push((label, values));
        self
    }
}

/// Writes the title, then each value on a separate line.
impl fmt::Display for Sheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title)?;
        for (label, values) in &self.rows {
            for (position, value) in values.iter().enumerate() {
                let label = if position == 0 { label } else { "" };
                writeln!(f, "  {label:WIDTH$} {value}")?;
            }
        }
        Ok(())
    }
}
