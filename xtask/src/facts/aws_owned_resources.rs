//! Reads and checks `aws_owned_resources.toml`: ARN formats of resources that the pages lack.

use super::fact::FactTable;
use super::names_in_use::NamesInUse;
use super::reader::{self, FactSource, Form};
use crate::diagnostic::{Code, Diagnostic};
use catalog_core::arn::ArnFormat;
use toml::Spanned;

/// The ARN format of a resource that no page lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwsOwnedResource {
    /// The format, as AWS's pages write formats.
    pub arn: Spanned<String>,
}

/// Reads the file.
pub(super) fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> FactTable<AwsOwnedResource> {
    let form = Form { list: "resource", fields: &["arn"], code: Code::BadFact };
    let table = reader::read(source, form, found, |fields| {
        let arn = fields.text("arn")?;
        let span = arn.span();
        if let Err(error) = ArnFormat::new(arn.get_ref()) {
            let message = format!("`{}` is not a valid ARN format: {error}", arn.get_ref());
            fields.bad(
                message,
                span,
                "write a format such as `arn:${Partition}:ssm:${Region}::document/${DocumentName}`",
            );
            return None;
        }
        Some((AwsOwnedResource { arn }, span))
    });
    table.report_repeated(form.code, |resource| vec![resource.arn.get_ref().clone()], found);
    table
}

/// Removes formats of services without a page.
pub(super) fn check(table: &mut FactTable<AwsOwnedResource>, names: &NamesInUse<'_>, found: &mut Vec<Diagnostic>) {
    let undefined = |resource: &AwsOwnedResource| {
        let service = resource.arn.get_ref().split(':').nth(2)?;
        names.undefined_service(&Spanned::new(resource.arn.span(), service.to_owned()))
    };
    table.remove_undefined(|resource| undefined(resource).into_iter().collect(), found);
}
