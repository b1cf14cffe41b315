//! Reads and checks `key_properties.toml`: properties of global condition keys on which rules depend.

use super::fact::FactTable;
use super::global_keys::GlobalKey;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A property of a condition key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyProperty {
    /// Every request has the key.
    InAllRequests,
    /// Every request with credentials has the key.
    InSignedRequests,
    /// The caller can send any value.
    ChosenByCaller,
    /// The key describes the caller, who cannot choose its value. Some requests lack it.
    AboutCaller,
    /// The key should be used together with another key.
    Paired,
    /// AWS recommends another key.
    Deprecated,
    /// No request has the key.
    Unsupported,
}

/// The properties, each with its word in the file.
const PROPERTIES: [(&str, KeyProperty); 7] = [
    ("in-all-requests", KeyProperty::InAllRequests),
    ("in-signed-requests", KeyProperty::InSignedRequests),
    ("chosen-by-caller", KeyProperty::ChosenByCaller),
    ("about-caller", KeyProperty::AboutCaller),
    ("paired", KeyProperty::Paired),
    ("deprecated", KeyProperty::Deprecated),
    ("unsupported", KeyProperty::Unsupported),
];

/// A condition key with one of its properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyWithProperty {
    /// The name of the key.
    pub name: Spanned<String>,
    /// The property.
    pub property: KeyProperty,
    /// The other keys to which the property refers.
    pub others: Vec<Spanned<String>>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<KeyWithProperty> {
    let form = Form { list: "key", fields: &["name", "property", "others"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (name, property) = (fields.text("name"), fields.word("property", &PROPERTIES)?);
        let name = name_form::condition_key(fields, name?)?;
        let refers = matches!(property, KeyProperty::Paired | KeyProperty::Deprecated | KeyProperty::Unsupported);
        let others = if refers {
            fields.texts("others")?
        } else {
            fields.refuse("others", "only `paired`, `deprecated` and `unsupported` refer to other keys");
            Vec::new()
        };
        let others = others.into_iter().map(|other| name_form::condition_key(fields, other)).collect::<Option<_>>()?;
        let span = name.span();
        Some((KeyWithProperty { name, property, others }, span))
    });
    table.report_repeated(form.code, |key| vec![format!("{} {:?}", key.name.get_ref(), key.property)], found);
    table
}

/// Removes keys that are neither on a page nor global. An unsupported key has no page.
pub(super) fn check(
    table: &mut FactTable<KeyWithProperty>,
    global: &FactTable<GlobalKey>,
    names: &NamesInUse<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let undefined = |name: &Spanned<String>| {
        names.undefined_condition_key(name, global.values().map(|global| global.name.get_ref().as_str()))
    };
    table.remove_undefined(
        |key| {
            let own = (key.property != KeyProperty::Unsupported).then_some(&key.name);
            own.into_iter().chain(&key.others).filter_map(undefined).collect()
        },
        found,
    );
}
