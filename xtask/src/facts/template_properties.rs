//! Reads and checks `template_properties.toml`: the properties of CloudFormation's resource types that hold policies.

use super::fact::FactTable;
use super::policy_kind::KINDS;
use super::reader::{self, FactSource, Fields, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A property of a resource type that holds a policy, or that only looks like it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProperty {
    /// The name of the resource type.
    pub resource_type: String,
    /// The path from `Properties` to the property.
    pub path: String,
    /// Another property of the resource and its value, if the fact is only about resources with this value.
    pub when: Option<(String, String)>,
    /// The variant of `Contents` in `catalog-policy`.
    pub contents: &'static str,
    /// The variant of `PolicyKind`, if the variant of `Contents` has one.
    pub kind: Option<&'static str>,
    /// The variant of `Encoding`, if the variant of `Contents` has one.
    pub encoding: Option<&'static str>,
}

impl TemplateProperty {
    /// Returns the key by which the entries of the file are sorted. The entry without a condition is the last one of its
    /// path.
    fn key(&self) -> (&str, &str, bool, Option<&(String, String)>) {
        (&self.resource_type, &self.path, self.when.is_none(), self.when.as_ref())
    }
}

/// The contents of properties.
///
/// Each has the word in the file, the variant of `Contents` in `catalog-policy`, and whether the entry has a kind and an
/// encoding. The compiler checks the names of the variants in the generated file.
const CONTENTS: [(&str, (&str, bool, bool)); 9] = [
    ("policy", ("Policy", true, true)),
    ("statement", ("Statement", true, true)),
    ("statements", ("Statements", true, false)),
    ("partial-statement", ("PartialStatement", true, true)),
    ("actions", ("Actions", true, false)),
    ("principal", ("Principal", true, false)),
    ("sam-policy", ("SamPolicy", true, false)),
    ("template", ("Template", false, false)),
    ("other", ("Other", false, false)),
];

/// The values that a property accepts, each as the word in the file and the variant of `Encoding` in `catalog-policy`.
const ENCODINGS: [(&str, &str); 3] = [("object", "Object"), ("json", "Json"), ("either", "Either")];

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<TemplateProperty> {
    let fields = &["type", "path", "holds", "kind", "encoding", "when", "is", "what"];
    let form = Form { list: "property", fields, code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (resource_type, path) = (fields.text("type"), fields.text("path"));
        let (contents, has_kind, has_encoding) = fields.word("holds", &CONTENTS)?;
        let kind = if has_kind { Some(fields.word("kind", &KINDS)?) } else { None };
        let encoding = if has_encoding { Some(fields.word("encoding", &ENCODINGS)?) } else { None };
        for (name, is_expected) in [("kind", has_kind), ("encoding", has_encoding), ("what", contents == "Other")] {
            if !is_expected {
                fields.refuse(name, "remove it, or change `holds`");
            }
        }
        if contents == "Other" {
            fields.text("what")?;
        }
        let when = condition(fields)?;
        let (resource_type, path) = (resource_type?, path?);
        let (resource_type, path) = (checked_type(fields, resource_type), checked_path(fields, path));
        let (resource_type, path) = (resource_type?, path?);
        let span = path.span();
        let (resource_type, path) = (resource_type.into_inner(), path.into_inner());
        Some((TemplateProperty { resource_type, path, when, contents, kind, encoding }, span))
    });
    let name = |property: &TemplateProperty| {
        let name = format!("{} {}", property.resource_type, property.path);
        vec![property.when.as_ref().map_or(name.clone(), |(when, is)| format!("{name} {when} {is}"))]
    };
    table.report_repeated(form.code, name, found);
    for pair in table.facts.windows(2) {
        if let [before, after] = pair
            && after.value.key() < before.value.key()
        {
            let message = format!("the entry of `{}` is not in order", name(&after.value).concat());
            let error = Diagnostic::at(form.code, message, table.file, after.span.clone());
            found.push(error.help("sort the entries by type and path"));
        }
    }
    table
}

/// Returns the property and the value that the fields `when` and `is` state, or `None` after an error.
#[expect(clippy::option_option, reason = "no condition differs from an error")]
fn condition(fields: &mut Fields<'_>) -> Option<Option<(String, String)>> {
    if !fields.has("when") {
        fields.refuse("is", "add `when`, the name of another property");
        return Some(None);
    }
    let (when, is) = (fields.text("when")?, fields.text("is")?);
    Some(Some((when.into_inner(), is.into_inner())))
}

/// Returns the name of a resource type, or reports that it is not one.
fn checked_type(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !word.is_empty();
    if name.get_ref().split("::").count() == 3 && name.get_ref().split("::").all(is_word) {
        return Some(name);
    }
    let message = format!("expected a resource type such as `AWS::IAM::Role`, found `{}`", name.get_ref());
    fields.bad(message, name.span(), "write the name as in CloudFormation's schemas");
    None
}

/// Returns a path, or reports that it is not well formed.
fn checked_path(fields: &mut Fields<'_>, path: Spanned<String>) -> Option<Spanned<String>> {
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_segment = |segment: &str| segment == "*" || !segment.is_empty() && is_name(segment);
    if path.get_ref().split('/').all(is_segment) && !path.get_ref().starts_with('*') {
        return Some(path);
    }
    let message = format!("expected a path such as `Policies/*/PolicyDocument`, found `{}`", path.get_ref());
    fields.bad(message, path.span(), "separate the names of properties by `/`, and write `*` for an item");
    None
}
