//! `Resource` and `NotResource`: whether they are ARNs, and whether they and the actions have to do with each other.
//!
//! Source: [Resource](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html).

mod fitting;
mod form;

use alloc::{format, vec::Vec};

use super::{PolicyCatalog, Rules, actions::Actions, breadth, report::OVERLAP, structure::shown};
use crate::{
    PolicyKind,
    document::{Statement, Text},
    finding::FindingId as Id,
    value::is_arn_pattern,
    variable,
};
use catalog_core::resolve::Pattern;

/// The resource types that one text of `Action` takes.
struct Taken<'t, R> {
    text: Text<'t>,
    types: Vec<R>,
}

impl<'t, C: PolicyCatalog> Rules<'_, '_, 't, C> {
    pub(super) fn resources(&mut self, statement: Statement<'t>, actions: &Actions<'t, C::Service>) {
        let mut is_odd = false;
        let lists = [statement.resources(), statement.not_resources()].into_iter().flatten();
        for text in lists.flat_map(super::super::document::Node::strings) {
            if !self.is_other(text.text)
                && let Some(form::Wrong { id, message, instead }) = form::wrong(text.text, self.kind)
            {
                self.report.suggest(id, text.place, message, instead);
                is_odd = true;
                if id == Id::MalformedResource {
                    continue;
                }
            }
            self.variables(text);
            is_odd |= variable::pieces(text.text).any(|piece| matches!(piece, variable::Piece::Malformed(_)));
        }
        let Some(list) = statement.resources() else { return };
        let texts: Vec<_> = list.strings().collect();
        let wide = texts.iter().any(|text| breadth::is_everything(text.text) || !is_arn_pattern(text.text));
        // What is no good ARN fits nothing, and that is said already.
        if wide || is_odd || texts.is_empty() || !actions.complete {
            return;
        }
        if let Some(taken) = self.taken(actions) {
            self.fit(&texts, &taken);
        }
    }

    /// Whether a text need not be an ARN.
    fn is_other(&self, text: &str) -> bool {
        // API Gateway takes a short form in its resource policies, and makes it an ARN.
        let is_short = self.kind == PolicyKind::Resource && text.starts_with("execute-api:/");
        // What begins with a variable may have any beginning.
        is_short || self.document.has_variables() && text.starts_with("${")
    }

    /// The resource types that the actions take. `None`: not known of all.
    fn taken(&mut self, actions: &Actions<'t, C::Service>) -> Option<Vec<Taken<'t, C::ResourceType>>> {
        let mut taken = Vec::new();
        for (text, pattern) in &actions.named {
            let mut types = Vec::new();
            match *pattern {
                Pattern::Everything => return None,
                Pattern::One(service, position) => types.extend(self.catalog.resource_types(service, position)?),
                Pattern::Matching(service, name) => {
                    let mut count = 0;
                    for position in self.catalog.matching(service, name) {
                        count += 1;
                        types.extend(self.catalog.resource_types(service, position)?);
                    }
                    if !self.report.spend(count) {
                        return None;
                    }
                }
            }
            types.sort_unstable();
            types.dedup();
            taken.push(Taken { text: *text, types });
        }
        Some(taken)
    }

    /// Tells resources that no action takes, and actions that take none of the resources.
    fn fit(&mut self, resources: &[Text<'t>], taken: &[Taken<'t, C::ResourceType>]) {
        let mut all: Vec<_> = taken.iter().flat_map(|taken| taken.types.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        // Each type, and whether a resource fits it.
        let mut all: Vec<_> = all.into_iter().map(|resource_type| (resource_type, false)).collect();
        for resource in resources {
            if !self.report.spend(all.len() as u64 * OVERLAP * (resource.text.len() as u64 / 64 + 1)) {
                return;
            }
            let Some(overlaps) = self.catalog.overlaps(resource.text) else { return };
            let mut fits = false;
            for (resource_type, is_fitting) in &mut all {
                // Else nothing new could be learnt.
                if !(fits && *is_fitting) && overlaps(*resource_type) {
                    fits = true;
                    *is_fitting = true;
                }
            }
            // Where no action takes a resource, that is the thing to say.
            if !fits && !all.is_empty() && self.report.spend(all.len() as u64) {
                let mut message =
                    format!("no action of the statement takes a resource of the form `{}`", shown(resource.text));
                let types = all.iter().map(|(resource_type, _)| *resource_type);
                if let Some(described) = fitting::described(self.catalog, types, resource.text) {
                    message += ": they take ";
                    message += &described;
                }
                self.report.find(Id::ResourceFitsNoAction, resource.place, message);
            }
        }
        let fitting: Vec<_> = all.iter().filter(|(_, is_fitting)| *is_fitting).map(|(fitting, _)| *fitting).collect();
        for Taken { text, types } in taken {
            if types.is_empty() {
                let message = format!(
                    "`{}` takes no resource: it needs `\"Resource\": \"*\"`, and the statement has none",
                    shown(text.text)
                );
                self.report.find(Id::ActionTakesNoResource, text.place, message);
            } else if !fitting.is_empty()
                && !types.iter().any(|taken| fitting.binary_search(taken).is_ok())
                && self.report.spend(types.len() as u64)
            {
                let mut message = format!("`{}` takes none of the resources of the statement", shown(text.text));
                let given = resources.first().map_or("", |resource| resource.text);
                if let Some(described) = fitting::described(self.catalog, types.iter().copied(), given) {
                    message += ": it takes ";
                    message += &described;
                }
                self.report.find(Id::ActionFitsNoResource, text.place, message);
            }
        }
    }
}
