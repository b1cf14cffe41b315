//! Counts the actions, condition keys and other contents of services, and formats the numbers.

use crate::model::Service;
use crate::row_totals::RowTotals;
use crate::source::FileId;
use serde::Serialize;
use std::fmt;

/// The numbers of pages, services, names and rows of the reference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The number of pages.
    pub pages: usize,
    /// The number of service prefixes.
    pub services: usize,
    /// The number of actions.
    pub actions: usize,
    /// The number of resource types.
    pub resource_types: usize,
    /// The number of condition keys.
    pub condition_keys: usize,
    /// The number of rows in the source of the pages.
    pub rows_seen: usize,
    /// The number of rows that have been read. It is an error if this differs from `rows_seen`.
    pub rows_read: usize,
}

impl Counts {
    /// Counts the contents of services, which were read from the given number of pages.
    pub fn from_services<'a>(pages: usize, services: impl IntoIterator<Item = &'a Service>) -> Self {
        services.into_iter().fold(Self { pages, ..Self::default() }, |counts, service| Self {
            pages,
            services: counts.services + 1,
            actions: counts.actions + service.actions.len(),
            resource_types: counts.resource_types + service.resource_types.len(),
            condition_keys: counts.condition_keys + service.condition_keys.len(),
            ..counts
        })
    }

    /// Formats the numbers of names in words: `457 services, 22,321 actions, … and 2,595 condition keys`.
    #[must_use]
    pub fn in_words(self) -> String {
        let counts = [
            (self.services, "service"),
            (self.actions, "action"),
            (self.resource_types, "resource type"),
            (self.condition_keys, "condition key"),
        ];
        let [services, actions, resource_types, condition_keys] =
            counts.map(|(count, noun)| format!("{} {noun}{}", thousands(count), if count == 1 { "" } else { "s" }));
        format!("{services}, {actions}, {resource_types} and {condition_keys}")
    }

    /// Adds the numbers of rows of pages.
    #[must_use]
    pub fn with_rows(self, row_totals: &[(FileId, RowTotals)]) -> Self {
        row_totals.iter().fold(self, |counts, (_, totals)| Self {
            rows_seen: counts.rows_seen + totals.in_text.total(),
            rows_read: counts.rows_read + totals.read.total(),
            ..counts
        })
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.pages, "page"),
            (self.services, "service"),
            (self.actions, "action"),
            (self.resource_types, "resource type"),
            (self.condition_keys, "condition key"),
        ];
        let counts = counts.map(|(count, noun)| counted(count, noun));
        write!(f, "{}", counts.join(", "))?;
        write!(f, "; {} of {} rows read", self.rows_read, self.rows_seen)
    }
}

/// Describes the contents of a service, such as `12 actions, 1 condition key`.
#[must_use]
pub fn contents(service: &Service) -> String {
    let Service { actions, operations, resource_types, condition_keys, .. } = service;
    let counts = [
        (actions.len(), "action"),
        (operations.len(), "operation"),
        (resource_types.len(), "resource type"),
        (condition_keys.len(), "condition key"),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let words: Vec<_> = counts.map(|(count, noun)| counted(count, noun)).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

/// Formats a count with its noun, such as `1 action` or `0 actions`.
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Formats a number with commas, such as `22,091`.
#[must_use]
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Counts, contents, thousands};
    use crate::model::{Action, ConditionKey, Service};
    use crate::row_totals::{RowCounts, RowTotals};
    use crate::source::{Source, Sources};

    fn service() -> Service {
        let condition_keys = vec![ConditionKey::default()];
        Service { actions: vec![Action::default(), Action::default()], condition_keys, ..Service::default() }
    }

    #[test]
    fn contents_leave_out_what_there_is_nothing_of() {
        assert_eq!(contents(&service()), "2 actions, 1 condition key");
        assert_eq!(contents(&Service::default()), "nothing");
    }

    #[test]
    fn counts_are_the_sums_over_services_and_rows() {
        let source = Source { name: String::new(), path: String::new(), text: String::new() };
        let file = Sources::default().add(source);
        let rows = |actions| RowCounts { pages: 1, actions, ..RowCounts::default() };
        let totals = [(file, RowTotals { in_text: rows(4), read: rows(3) })];
        let counts = Counts::from_services(1, &[service(), service()]).with_rows(&totals);
        let words = "1 page, 2 services, 4 actions, 0 resource types, 2 condition keys; 3 of 4 rows read";
        assert_eq!(counts.to_string(), words);
    }
    #[test]
    fn commas_are_between_groups_of_three() {
        let numbers = [0, 999, 1_000, 22_091, 1_234_567].map(thousands);
        assert_eq!(numbers, ["0", "999", "1,000", "22,091", "1,234,567"]);
        let counts = Counts { services: 1, actions: 22_321, ..Counts::default() };
        assert_eq!(counts.in_words(), "1 service, 22,321 actions, 0 resource types and 0 condition keys");
    }
}
