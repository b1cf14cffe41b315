//! Placeholders in the fields of ARNs, such as `account-id`, and the places of the same placeholder in a policy.

use alloc::{borrow::ToOwned as _, collections::BTreeMap, format, string::String, vec::Vec};

use super::{
    fault::{ArnFault, Field},
    wrong_arn::WrongArn,
};
use crate::{facts::aws_accounts::AWS_ACCOUNTS, shown::Shown};

/// The words of placeholders, in lowercase. AWS's documentation has `account-id`, `region` and `service`, for example.
const WORDS: &[&str] =
    &["account", "acct", "region", "your", "placeholder", "replace", "example", "insert", "changeme", "todo", "xx"];

/// Returns true if a field is a placeholder and not a value.
pub(super) fn is_placeholder(field: Field, content: &str) -> bool {
    let has_mark = content.contains(['<', '>', '[', ']', '{', '}', '%', '#', '@', '$', '(', ')']);
    let lower = content.to_ascii_lowercase();
    let is_named = match field {
        Field::Partition => matches!(lower.as_str(), "partition" | "aws-partition"),
        Field::Service => matches!(lower.as_str(), "service" | "service-name" | "servicename" | "vendor"),
        Field::Region | Field::Account => {
            WORDS.iter().any(|word| lower.contains(word)) || lower == "x" || lower.ends_with("-x")
        }
        Field::Resource => false,
    };
    // A variable is not a placeholder: it has a finding of its own.
    !content.contains("${") && (has_mark || is_named) && AWS_ACCOUNTS.binary_search(&content).is_err()
}

/// Returns the message about a placeholder that is also in other places.
pub(crate) fn placeholder_message(field: Field, placeholder: &str, others: usize) -> String {
    let value = match field {
        Field::Partition => "a partition such as `aws`",
        Field::Service => "a service such as `s3`",
        Field::Region => "a region such as `eu-west-1`, or `*`",
        _ => "an account ID of 12 digits, or `*`",
    };
    let places = match others {
        0 => String::new(),
        1 => ", here and in 1 other place,".to_owned(),
        _ => format!(", here and in {others} other places,"),
    };
    format!("`{}` is a placeholder: replace it{places} with {value}", Shown(placeholder))
}

/// The placeholders of a policy, each with its first place and the number of other places.
#[derive(Default)]
pub(crate) struct Placeholders<'t>(BTreeMap<(Field, &'t str), WrongArn<'t>>);

impl<'t> Placeholders<'t> {
    /// Adds an ARN whose fault is a placeholder. Returns the ARN if it has another fault.
    pub(crate) fn add(&mut self, arn: WrongArn<'t>) -> Option<WrongArn<'t>> {
        let ArnFault::Placeholder(field, content) = arn.fault else { return Some(arn) };
        match self.0.get_mut(&(field, content)) {
            Some(first) => first.others = first.others.saturating_add(1),
            None => {
                self.0.insert((field, content), arn);
            }
        }
        None
    }

    /// Returns the first ARN with each placeholder.
    pub(crate) fn take(&mut self) -> Vec<WrongArn<'t>> {
        core::mem::take(&mut self.0).into_values().collect()
    }
}
