//! Reads the entries of `known_errors.toml` about harmless rows on AWS's own pages that repeat a name.
//!
//! Without an entry, such a row is an error. An entry turns the error into a warning, and states how to treat the
//! second row.

use super::fact::{Fact, FactTable};
use super::files::FactFile;
use super::name_form;
use super::reader::{self, FactSource, Form};
use super::unneeded;
use super::wrong_types;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Edition, Service};
use catalog_core::NameKind;

/// A name that AWS lists twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatedName {
    /// The service prefix of the page.
    pub service: String,
    /// The kind of the names.
    pub kind: NameKind,
    /// The two spellings of the name on the page, in any order.
    pub names: [String; 2],
    /// The treatment of the second row.
    pub second_row: SecondRow,
    /// The edition whose pages need the entry, or `None` if the pages next to the file need it.
    pub edition: Option<Edition>,
    /// The reason why the row is considered an error of AWS, and why it does no harm.
    pub reason: String,
}

/// The treatment of a row that repeats the name of another row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondRow {
    /// The row is kept as a second name.
    Kept,
    /// The row is merged with the first row.
    United,
}

/// The known errors of the pages.
pub type KnownErrors = FactTable<RepeatedName>;

/// Reads the file.
#[must_use]
pub fn read(source: FactSource<'_>, found: &mut Vec<Diagnostic>) -> KnownErrors {
    let kinds = NameKind::ALL.map(|kind| (kind.word(), kind));
    let rows = [("kept", SecondRow::Kept), ("united", SecondRow::United)];
    let fields = &["service", "kind", "names", "second-row", "edition", "reason"];
    let form = Form { list: "repeated-name", fields, code: Code::BadFact };
    // The other list of the file is read by `wrong_types`.
    let head = (&[wrong_types::LIST][..], |_: &mut reader::Fields<'_>, _: Option<&str>| {});
    let table = reader::read_with_head(source, form, head, found, |fields| {
        let (service, kind, names) = (fields.text("service"), fields.word("kind", &kinds), fields.texts("names"));
        let (second_row, reason) = (fields.word("second-row", &rows), fields.text("reason"));
        let edition = fields.optional_month("edition");
        let service = service.and_then(|service| name_form::prefix(fields, service));
        let span = fields.place_of("names");
        let names: Result<[String; 2], _> =
            names?.into_iter().map(toml::Spanned::into_inner).collect::<Vec<_>>().try_into();
        let is_pair = names.as_ref().is_ok_and(|[first, second]| first.eq_ignore_ascii_case(second));
        if !is_pair {
            let help = "write the name as in the first row, and as in the second row, which may differ only in case";
            fields.bad("expected two spellings of one name in `names`".to_owned(), span.clone(), help);
        }
        let names = names.ok().filter(|_| is_pair)?;
        let (service, reason) = (service?.into_inner(), reason?.into_inner());
        Some((RepeatedName { service, kind: kind?, names, second_row: second_row?, edition, reason }, span))
    });
    table.report_repeated(form.code, |known| vec![format!("{} {}", known.kind.noun(), known.names.concat())], found);
    table
}

impl KnownErrors {
    /// Returns the known errors of this repository.
    #[must_use]
    pub fn repository() -> Self {
        read(FactSource::repository(FactFile::KnownErrors), &mut Vec::new())
    }

    /// Returns the known error about two rows with the same name, and its position in the table.
    #[must_use]
    pub fn repeated_name(
        &self,
        service: &str,
        kind: NameKind,
        first: &str,
        second: &str,
    ) -> Option<(usize, &RepeatedName)> {
        self.values().enumerate().find(|(_, known)| {
            let [a, b] = known.names.each_ref().map(String::as_str);
            let is_pair = (a, b) == (first, second) || (b, a) == (first, second);
            known.service == service && known.kind == kind && is_pair
        })
    }

    /// Reports the entries that no page needs. `needed` has the positions of the entries that pages need.
    pub fn report_unneeded(&self, needed: &[usize], services: &[&Service], found: &mut Vec<Diagnostic>) {
        for (position, Fact { value: known, span, .. }) in self.facts.iter().enumerate() {
            if self.is_own
                && !needed.contains(&position)
                && unneeded::is_expected(services, &known.service, known.edition)
            {
                let message =
                    format!("unneeded entry: no page repeats the {} `{}`", known.kind.noun(), known.names.join("`, `"));
                let help = "remove the entry, or add the month of the pages that need it as `edition`";
                found.push(self.error(Code::UnusedFact, message, span.clone()).help(help));
            }
        }
    }
}
