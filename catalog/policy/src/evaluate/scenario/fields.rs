//! Reads the fields of an object of a scenario, and collects the errors.

use alloc::{format, string::String, sync::Arc, vec::Vec};

use catalog_core::nearest::Nearest;

use super::error::ScenarioError;
use crate::{
    json::{Data, Lines, Span, Value},
    shown::Shown,
};

/// The source of scenarios, and the errors found in it.
pub(super) struct Source<'t> {
    lines: Lines<'t>,
    /// The text, which the policies of all scenarios share.
    text: Arc<str>,
    errors: Vec<ScenarioError>,
}

/// The fields of an object, in the order in which the caller names them.
pub(super) type Fields<'t, const N: usize> = [Option<&'t Value<'t>>; N];

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { lines: Lines::new(text.as_bytes()), text: text.into(), errors: Vec::new() }
    }

    pub(super) fn lines(&self) -> &Lines<'t> {
        &self.lines
    }

    pub(super) fn text(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// Adds an error at the start of a span.
    pub(super) fn error(&mut self, span: Span, message: String) {
        self.errors.push(ScenarioError::new(self.lines.position(span.start), message));
    }

    /// Returns the errors, in the order of the source.
    pub(super) fn into_errors(mut self) -> Vec<ScenarioError> {
        self.errors.sort_by_key(ScenarioError::position);
        self.errors
    }

    /// Returns the fields of an object. Other fields, and values that are not objects, are errors. `owner` names the
    /// object with an article.
    pub(super) fn fields<const N: usize>(
        &mut self,
        value: &'t Value<'t>,
        owner: &str,
        names: [&'static str; N],
    ) -> Fields<'t, N> {
        let mut found = [None; N];
        let Data::Object(members) = &value.data else {
            self.error(value.span, format!("expected {owner} as an object, found {}", value.type_name()));
            return found;
        };
        for member in members {
            let place = names.iter().position(|name| *name == member.name).and_then(|at| found.get_mut(at));
            match place {
                // `null` is the same as a field that is left out.
                Some(None) if matches!(member.value.data, Data::Null) => {}
                Some(place @ None) => *place = Some(&member.value),
                Some(Some(_)) => self.error(member.name_span, format!("duplicate field `{}`", member.name)),
                None => {
                    let given = Shown(&member.name);
                    let mut near = Nearest::new(&member.name);
                    for name in names {
                        near.offer(name);
                    }
                    let fix = match near.best() {
                        Some(near) => format!("did you mean `{near}`?"),
                        None => format!("{owner} has the fields {}", list(&names)),
                    };
                    self.error(member.name_span, format!("unknown field `{given}`: {fix}"));
                }
            }
        }
        found
    }

    /// Returns a string. Other values are errors. `what` names the expected value.
    pub(super) fn string(&mut self, value: &'t Value<'t>, what: &str) -> Option<&'t str> {
        let text = value.as_str();
        if text.is_none() {
            self.error(value.span, format!("expected {what} as a string, found {}", value.type_name()));
        }
        text
    }

    /// Returns the strings of a list, or a single string.
    pub(super) fn strings(&mut self, value: &'t Value<'t>, what: &str) -> Vec<&'t str> {
        entries(value).iter().filter_map(|entry| self.string(entry, what)).collect()
    }
}

/// Returns the entries of a list, or a value that is not a list as the only entry.
pub(super) fn entries<'t>(value: &'t Value<'t>) -> &'t [Value<'t>] {
    match &value.data {
        Data::Array(entries) => entries,
        _ => core::slice::from_ref(value),
    }
}

/// Returns names in backticks with commas.
fn list(names: &[&str]) -> String {
    let mut list = String::new();
    for (number, name) in names.iter().enumerate() {
        list.push_str(if number == 0 { "`" } else { ", `" });
        list.push_str(name);
        list.push('`');
    }
    list
}
