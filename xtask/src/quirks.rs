//! `quirks.toml`, beside the pages: identifiers chosen by hand where the rule would make two names meet.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{FileId, Span};
use crate::{ident, suggest};
use serde::Deserialize;
use toml::Spanned;

/// The file's name.
pub const FILE: &str = "quirks.toml";

/// Which enum of a service a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `Action`.
    Action,
    /// `ResourceType`.
    ResourceType,
    /// `ConditionKey`.
    ConditionKey,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Action, Self::ResourceType, Self::ConditionKey];

    /// The word for it in the quirks table.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::ResourceType => "resource-type",
            Self::ConditionKey => "condition-key",
        }
    }

    /// AWS's word for it.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::ResourceType => "resource type",
            Self::ConditionKey => "condition key",
        }
    }
}

/// An identifier chosen by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quirk {
    /// The service's prefix.
    pub service: String,
    /// The enum.
    pub kind: Kind,
    /// AWS's name.
    pub name: String,
    /// The identifier it gets.
    pub identifier: String,
    /// Where the entry stands.
    pub file: FileId,
    /// The entry's name.
    pub span: Span,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    identifier: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    service: Spanned<String>,
    kind: Spanned<String>,
    name: Spanned<String>,
    identifier: Spanned<String>,
    reason: Spanned<String>,
}

/// Reads the quirks table.
#[must_use]
pub fn parse(file: FileId, text: &str, found: &mut Vec<Diagnostic>) -> Vec<Quirk> {
    let table: Table = match toml::from_str(text) {
        Ok(table) => table,
        Err(error) => {
            let message = format!("the quirks table cannot be read: {}", error.message());
            let help = "an entry is `[[identifier]]` with `service`, `kind`, `name`, `identifier` and `reason`";
            found.push(Diagnostic::at(Code::BadQuirk, message, file, error.span().unwrap_or(0..0)).help(help));
            return Vec::new();
        }
    };
    table.identifier.into_iter().filter_map(|entry| quirk(file, entry, found)).collect()
}

/// Checks what can be seen in the entry alone. All that is wrong with it is reported.
fn quirk(file: FileId, entry: Entry, found: &mut Vec<Diagnostic>) -> Option<Quirk> {
    let before = found.len();
    let mut bad = |message: String, span: Span, help: String| {
        found.push(Diagnostic::at(Code::BadQuirk, message, file, span).help(help));
    };
    let kind = Kind::ALL.into_iter().find(|kind| kind.word() == entry.kind.get_ref());
    if kind.is_none() {
        let help = suggest::hint(entry.kind.get_ref(), Kind::ALL.map(Kind::word));
        bad(format!("unknown kind `{}`", entry.kind.get_ref()), entry.kind.span(), help);
    }
    if !ident::is_variant(entry.identifier.get_ref()) {
        let message = format!("`{}` cannot be the name of a variant", entry.identifier.get_ref());
        bad(message, entry.identifier.span(), "use letters, digits and `_`, and no digit first".to_owned());
    }
    if entry.reason.get_ref().trim().is_empty() {
        let help = "say why the rule's own identifier does not do".to_owned();
        bad("an entry without a reason".to_owned(), entry.reason.span(), help);
    }
    kind.filter(|_| found.len() == before).map(|kind| Quirk {
        service: entry.service.into_inner(),
        kind,
        span: entry.name.span(),
        name: entry.name.into_inner(),
        identifier: entry.identifier.into_inner(),
        file,
    })
}
