//! Recognizes the page of a retired service, which contains only names.

use crate::diagnostic::{Code, Reporter};
use crate::rows::{PageRows, Reference};

/// Returns true if a page marks the resource types that an action requires. Reports a page that cannot have such marks.
///
/// AWS still publishes the pages of retired services, but without descriptions, links and asterisks. On any other page,
/// a resource type without an asterisk is optional. A page of a retired service does not state which resource types are
/// required.
pub(super) fn marks_required(page: &PageRows<'_>, report: &mut Reporter) -> bool {
    let actions = || page.actions.rows().iter().chain(page.permission_only.rows());
    let of_rows = || actions().flat_map(|action| &action.rows);
    let of_scenarios = || actions().flat_map(|action| &action.scenarios).flat_map(|scenario| &scenario.resource_types);
    let mut resource_types = of_rows().flat_map(|row| &row.resource_types).chain(of_scenarios());
    let Some(first) = resource_types.next() else { return true };
    let is_bare = |reference: &Reference<'_>| !reference.is_link && !reference.text.raw().ends_with('*');
    let of_types = page.resource_types.rows().iter().flat_map(|row| &row.condition_keys);
    let keys = page.condition_keys.rows();
    let has_names_only = is_bare(first)
        && resource_types.all(is_bare)
        && of_rows().flat_map(|row| &row.condition_keys).chain(of_types).all(|reference| !reference.is_link)
        && actions().all(|action| action.name.url.is_none() && action.description.is_empty())
        && page.resource_types.rows().iter().all(|row| row.name.url.is_none())
        && keys.iter().all(|key| key.name.url.is_none() && key.description.is_empty());
    if has_names_only {
        let message =
            "the page has no descriptions, links or asterisks, so it does not state the required resource types";
        let help = "AWS's pages of retired services look like this";
        report.warning(Code::RequiredNotStated, message, first.text.span(), help);
    }
    !has_names_only
}
