//! Reads `size_limits.toml`: the maximum size of a policy of each kind.

use super::fact::FactTable;
use super::policy_kind::KINDS;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};

/// The maximum size of a policy of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SizeLimit {
    /// The variant of `PolicyKind`.
    pub kind: &'static str,
    /// The maximum number of characters.
    pub characters: u32,
    /// Whether white space counts.
    pub counts_white_space: bool,
    /// A description of the policies with this limit, for messages.
    pub of: String,
    /// Whether some policies of the kind can be larger.
    pub has_exceptions: bool,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<SizeLimit> {
    let fields = &["kind", "characters", "counts-white-space", "of", "has-exceptions"];
    let form = Form { list: "limit", fields, code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (kind, characters) = (fields.word("kind", &KINDS), fields.number("characters"));
        let (of, has_exceptions) = (fields.text("of"), fields.flag("has-exceptions"));
        let counts_white_space = fields.flag("counts-white-space");
        let span = fields.place_of("kind");
        let limit = SizeLimit {
            kind: kind?,
            characters: characters?,
            counts_white_space: counts_white_space?,
            of: of?.into_inner(),
            has_exceptions: has_exceptions?,
        };
        Some((limit, span))
    });
    let word = |variant| KINDS.iter().find(|(_, known)| *known == variant).map(|(word, _)| (*word).to_owned());
    table.report_repeated(form.code, |limit| word(limit.kind).into_iter().collect(), found);
    table
}
