//! Reads and checks `sam_policy_templates.toml`: the policy templates of AWS SAM.

use super::fact::FactTable;
use super::reader::{self, FactSource, Fields, Form};
use crate::diagnostic::{Code, Diagnostic};
use toml::Spanned;

/// A policy template of AWS SAM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamPolicyTemplate {
    /// The name.
    pub name: String,
    /// The names of the parameters, all of which are required.
    pub parameters: Vec<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<SamPolicyTemplate> {
    let form = Form { list: "template", fields: &["name", "parameters"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let (name, parameters) = (fields.text("name"), fields.optional_texts("parameters"));
        let parameters = parameters.into_iter().map(|parameter| checked(fields, parameter)).collect::<Vec<_>>();
        let name = checked(fields, name?)?;
        let span = name.span();
        let parameters =
            parameters.into_iter().map(|parameter| Some(parameter?.into_inner())).collect::<Option<_>>()?;
        Some((SamPolicyTemplate { name: name.into_inner(), parameters }, span))
    });
    table.report_repeated(form.code, |template| vec![template.name.clone()], found);
    table
}

/// Returns the name of a template or a parameter, or reports that it is not well formed.
fn checked(fields: &mut Fields<'_>, name: Spanned<String>) -> Option<Spanned<String>> {
    if name.get_ref().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Some(name);
    }
    let message = format!("expected a name such as `SQSPollerPolicy`, found `{}`", name.get_ref());
    fields.bad(message, name.span(), "write the name as AWS SAM does");
    None
}
