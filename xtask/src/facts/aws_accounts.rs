//! Reads and checks `aws_accounts.toml`: words that ARNs have in place of an account ID.

use super::fact::FactTable;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A word in place of an account ID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsAccount {
    /// The word.
    pub name: Spanned<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<AwsAccount> {
    let form = Form { list: "account", fields: &["name"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let name = fields.text("name")?;
        let span = name.span();
        let is_word = name.get_ref().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        if !is_word {
            let message = format!("expected a word such as `aws`, found `{}`", name.get_ref());
            fields.bad(message, span.clone(), "write the field of the ARN: lowercase letters and `-`");
            return None;
        }
        Some((AwsAccount { name }, span))
    });
    table.report_repeated(form.code, |account| vec![account.name.get_ref().clone()], found);
    table
}
