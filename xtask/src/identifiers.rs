//! `identifiers.toml`, beside the pages: identifiers chosen by hand where the rule would give two names the same one.

use crate::diagnostic::{Code, Diagnostic};
use crate::name_kind::NameKind;
use crate::source::{FileId, Span};
use crate::{rust_names, suggest};
use serde::Deserialize;
use toml::Spanned;

/// The file's name.
pub const FILE: &str = "identifiers.toml";

/// An identifier chosen by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenIdentifier {
    /// The service's prefix.
    pub service: String,
    /// The enum.
    pub kind: NameKind,
    /// AWS's name.
    pub name: String,
    /// The identifier it gets.
    pub identifier: String,
    /// The file of the entry.
    pub file: FileId,
    /// The entry's name.
    pub span: Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentifierTable {
    #[serde(default)]
    identifier: Vec<IdentifierEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentifierEntry {
    service: Spanned<String>,
    kind: Spanned<String>,
    name: Spanned<String>,
    identifier: Spanned<String>,
    reason: Spanned<String>,
}

/// Reads the table of identifiers.
#[must_use]
pub fn parse(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> Vec<ChosenIdentifier> {
    let table: IdentifierTable = match toml::from_str(text) {
        Ok(table) => table,
        Err(error) => {
            let message = format!("the table of identifiers cannot be read: {}", error.message());
            let help = "an entry is `[[identifier]]` with `service`, `kind`, `name`, `identifier` and `reason`";
            found.push(Diagnostic::at(Code::BadIdentifier, message, file, error.span().unwrap_or(0..0)).help(help));
            return Vec::new();
        }
    };
    table.identifier.into_iter().filter_map(|entry| chosen(file, entry, found)).collect()
}

/// Checks what can be seen in the entry alone. All that is wrong with it is reported.
fn chosen(file: FileId, entry: IdentifierEntry, found: &mut Vec<Diagnostic>) -> Option<ChosenIdentifier> {
    let before = found.len();
    let mut bad = |message: String, span: Span, help: String| {
        found.push(Diagnostic::at(Code::BadIdentifier, message, file, span).help(help));
    };
    let kind = NameKind::ALL.into_iter().find(|kind| kind.word() == entry.kind.get_ref());
    if kind.is_none() {
        let help = suggest::hint(entry.kind.get_ref(), NameKind::ALL.map(NameKind::word));
        bad(format!("unknown kind `{}`", entry.kind.get_ref()), entry.kind.span(), help);
    }
    if !rust_names::is_variant(entry.identifier.get_ref()) {
        let message = format!("`{}` cannot be the name of a variant", entry.identifier.get_ref());
        bad(message, entry.identifier.span(), "use letters, digits and `_`, and no digit first".to_owned());
    }
    if entry.reason.get_ref().trim().is_empty() {
        let help = "say why the rule's own identifier does not do".to_owned();
        bad("an entry without a reason".to_owned(), entry.reason.span(), help);
    }
    kind.filter(|_| found.len() == before).map(|kind| ChosenIdentifier {
        service: entry.service.into_inner(),
        kind,
        span: entry.name.span(),
        name: entry.name.into_inner(),
        identifier: entry.identifier.into_inner(),
        file,
    })
}
