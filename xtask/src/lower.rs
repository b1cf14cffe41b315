//! Turns the rows of one page into the model: strings become facts, and references are checked.

mod cells;
mod degraded;
mod facts;
mod lowered;
mod malformed;
mod names;
mod row_check;
mod strings;

pub use lowered::{Lowered, Origins};
pub(crate) use malformed::arn as malformed_arn;

use crate::diagnostic::Reporter;
use crate::facts::known_errors::KnownErrors;
use crate::model::{self, ConditionKey, LeftOut, Service};
use crate::row_totals::{RowCounts, RowTotals};
use crate::rows::{self, Origin, PageRows, SectionRows};
use facts::Lowering;
use names::{DefinedNames, PageNames};

/// Turns the rows of one page into a service that has only the facts of this page. Reports problems to `report`.
#[must_use]
pub fn lower(page: &PageRows<'_>, known_errors: &KnownErrors, report: &mut Reporter) -> Lowered {
    let prefix = page.prefix.plain().into_owned();
    let names = PageNames::new(page, &prefix, known_errors, report);
    let action_rows = || page.actions.rows().iter().chain(page.permission_only.rows());
    let mut lowering = Lowering { prefix: &prefix, names: &names, report };

    let mut service = Service {
        prefix: prefix.clone(),
        name: page.name.plain().into_owned(),
        pages: vec![model::Page { file: page.file_name.to_owned(), edition: None }],
        left_out: if matches!(page.actions, SectionRows::LeftOut) { vec![LeftOut::Actions] } else { Vec::new() },
        actions: action_rows().map(|row| lowering.action(row)).collect(),
        operations: page.operations.rows().iter().map(|row| lowering.operation(row)).collect(),
        resource_types: page.resource_types.rows().iter().map(|row| lowering.resource_type(row)).collect(),
        condition_keys: page.condition_keys.rows().iter().map(|row| lowering.condition_key(row)).collect(),
    };
    let origin = |name: rows::Name<'_>| Origin { file: page.file, span: name.text.span() };
    let mut origins = Origins {
        actions: action_rows().map(|row| origin(row.name)).collect(),
        operations: page.operations.rows().iter().map(|row| origin(row.name)).collect(),
        resource_types: page.resource_types.rows().iter().map(|row| origin(row.name)).collect(),
        condition_keys: page.condition_keys.rows().iter().map(|row| origin(row.name)).collect(),
    };
    names::repeated_operations(page.operations.rows(), report);
    let totals = RowTotals { in_text: page.counted.counts, read: RowCounts::from(&service) };
    row_check::compare(page, totals, &origins, report);
    unite(&mut service.condition_keys, &mut origins.condition_keys, &names.condition_keys);
    Lowered { service, origins, row_totals: vec![(page.file, totals)], known_errors: names.known_errors() }
}

/// Unites keys that AWS lists twice by mistake. Keeps the first row, and adds facts that only the second row states.
fn unite(keys: &mut Vec<ConditionKey>, origins: &mut Vec<Origin>, defined: &DefinedNames) {
    for (second, first) in defined.to_unite().rev() {
        if second >= keys.len() || second >= origins.len() {
            continue;
        }
        let other = keys.remove(second);
        origins.remove(second);
        if let Some(key) = keys.get_mut(first) {
            key.value_type = key.value_type.or(other.value_type);
            key.description = key.description.take().or(other.description);
            key.url = key.url.take().or(other.url);
        }
    }
}
