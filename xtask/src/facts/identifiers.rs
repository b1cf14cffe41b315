//! Reads `identifiers.toml`, which has identifiers that are chosen by hand to avoid conflicts between names.

use super::fact::FactTable;
use super::files::FactFile;
use super::name_form;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Edition;
use crate::rust_names;
use catalog_core::NameKind;

/// An identifier chosen by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenIdentifier {
    /// The service's prefix.
    pub service: String,
    /// The kind of the name, which determines the enum.
    pub kind: NameKind,
    /// AWS's name.
    pub name: String,
    /// The chosen identifier.
    pub identifier: String,
    /// The edition whose pages need the entry, or `None` if the pages next to the file need it.
    pub edition: Option<Edition>,
}

/// The identifiers that are chosen for the pages.
pub type ChosenIdentifiers = FactTable<ChosenIdentifier>;

impl ChosenIdentifiers {
    /// Returns the identifiers that are chosen in this repository.
    #[must_use]
    pub fn repository() -> Self {
        read(FactSource::repository(FactFile::Identifiers), &mut Vec::new())
    }
}

/// Reads the file.
#[must_use]
pub fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> ChosenIdentifiers {
    let kinds = NameKind::ALL.map(|kind| (kind.word(), kind));
    let fields = &["service", "kind", "name", "identifier", "edition", "reason"];
    let form = Form { list: "identifier", fields, code: Code::BadIdentifier };
    reader::read(source, form, found, |fields| {
        let (service, kind) = (fields.text("service"), fields.word("kind", &kinds));
        let service = service.and_then(|service| name_form::prefix(fields, service));
        let (name, identifier, reason) = (fields.text("name"), fields.text("identifier"), fields.text("reason"));
        let edition = fields.optional_month("edition");
        let identifier = identifier?;
        if !rust_names::is_variant(identifier.get_ref()) {
            let message = format!("`{}` is not a valid name of a variant", identifier.get_ref());
            fields.bad(message, identifier.span(), "use letters, digits and `_`, and do not begin with a digit");
            return None;
        }
        let (name, _) = (name?, reason?);
        let span = name.span();
        let chosen = ChosenIdentifier {
            service: service?.into_inner(),
            kind: kind?,
            name: name.into_inner(),
            identifier: identifier.into_inner(),
            edition,
        };
        Some((chosen, span))
    })
}
