//! Reads and checks `principal_keys.toml`: global condition keys that depend on the kind of the principal.

use super::fact::FactTable;
use super::global_keys::GlobalKey;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// The properties, each as the word in the file and the variant of `KeyProperty` in `catalog-policy`.
///
/// The compiler checks the names of the variants in the generated file.
const PROPERTIES: [(&str, &str); 3] = [("identity", "Identity"), ("network", "Network"), ("source", "Source")];

/// A global condition key and the property that it compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrincipalKey {
    /// The name of the key. The name of a template ends in a slash.
    pub name: Spanned<String>,
    /// The variant of `KeyProperty`.
    pub property: &'static str,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<PrincipalKey> {
    let form = Form { list: "key", fields: &["name", "property"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (name, property) = (fields.text("name"), fields.word("property", &PROPERTIES));
        let name = name?;
        let span = name.span();
        Some((PrincipalKey { name, property: property? }, span))
    });
    table.report_repeated(form.code, |key| vec![key.name.get_ref().clone()], found);
    table
}

/// Removes keys that are neither on a page nor global.
pub(super) fn check(
    table: &mut FactTable<PrincipalKey>,
    global: &FactTable<GlobalKey>,
    names: &NamesInUse<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let undefined = |key: &PrincipalKey| {
        names.undefined_condition_key(&key.name, global.values().map(|global| global.name.get_ref().as_str()))
    };
    table.remove_undefined(|key| undefined(key).into_iter().collect(), found);
}
