//! Reads `unique_ids.toml`: the beginnings of unique IDs in IAM.

use super::fact::FactTable;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};

/// The beginning of the unique IDs of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UniqueId {
    /// The beginning, such as `AIDA`.
    pub prefix: String,
    /// The kind of thing that the IDs identify, with its article, such as `a user`.
    pub of: String,
    /// Whether a policy can name such an ID as a principal.
    pub is_principal: bool,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<UniqueId> {
    let form = Form { list: "id", fields: &["prefix", "of", "is-principal"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (prefix, of, is_principal) = (fields.text("prefix"), fields.text("of"), fields.flag("is-principal"));
        let prefix = prefix?;
        if prefix.get_ref().len() != 4 || !prefix.get_ref().bytes().all(|byte| byte.is_ascii_uppercase()) {
            let message = format!("expected four capital letters, found `{}`", prefix.get_ref());
            fields.bad(message, prefix.span(), "write the letters with which the IDs begin");
            return None;
        }
        let span = prefix.span();
        Some((UniqueId { prefix: prefix.into_inner(), of: of?.into_inner(), is_principal: is_principal? }, span))
    });
    table.report_repeated(form.code, |id| vec![id.prefix.clone()], found);
    table
}
