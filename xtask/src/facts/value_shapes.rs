//! Reads and checks `value_shapes.toml`: condition keys whose values have a known shape, such as an account ID.

use super::fact::FactTable;
use super::global_keys::GlobalKey;
use super::name_form;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// The shapes, each as the word in the file and the variant of `ValueShape` in `catalog-policy`.
///
/// The compiler checks the names of the variants in the generated file.
const SHAPES: [(&str, &str); 12] = [
    ("account", "Account"),
    ("kms-key", "KmsKey"),
    ("organization", "Organization"),
    ("organization-path", "OrganizationPath"),
    ("principal-arn", "PrincipalArn"),
    ("region", "Region"),
    ("service", "Service"),
    ("service-in-region", "ServiceInRegion"),
    ("user-id", "UserId"),
    ("user-name", "UserName"),
    ("vpc", "Vpc"),
    ("vpc-endpoint", "VpcEndpoint"),
];

/// A condition key and the shape of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShapedKey {
    /// The name of the key.
    pub name: Spanned<String>,
    /// The shape.
    pub shape: Shape,
    /// Whether AWS's page lists the key as sensitive, so that no wildcard in its value is useful.
    pub is_sensitive: bool,
}

/// The shape of the values of a condition key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A variant of `ValueShape` without values.
    Word(&'static str),
    /// The list of all values.
    OneOf(Vec<String>),
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<ShapedKey> {
    let form = Form { list: "key", fields: &["name", "shape", "values", "sensitive"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let name = fields.text("name");
        let shape = if fields.has("values") {
            fields.refuse("shape", "an entry with `values` lists all values, so remove `shape`");
            let values = fields.texts("values");
            values.map(|values| Shape::OneOf(values.into_iter().map(Spanned::into_inner).collect()))
        } else {
            fields.word("shape", &SHAPES).map(Shape::Word)
        };
        let is_sensitive = if fields.has("sensitive") { fields.flag("sensitive")? } else { false };
        let name = name_form::condition_key(fields, name?)?;
        let span = name.span();
        Some((ShapedKey { name, shape: shape?, is_sensitive }, span))
    });
    table.report_repeated(form.code, |key| vec![key.name.get_ref().clone()], found);
    table
}

/// Removes keys that are neither on a page nor global.
pub(super) fn check(
    table: &mut FactTable<ShapedKey>,
    global: &FactTable<GlobalKey>,
    names: &NamesInUse<'_>,
    found: &mut Vec<Diagnostic>,
) {
    let undefined = |key: &ShapedKey| {
        names.undefined_condition_key(&key.name, global.values().map(|global| global.name.get_ref().as_str()))
    };
    table.remove_undefined(|key| undefined(key).into_iter().collect(), found);
}
