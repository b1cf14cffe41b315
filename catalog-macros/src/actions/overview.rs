//! The table of all actions in the documentation of their enum.

use super::{action::Action, service::ServiceOptions};
use crate::{
    annotated_enum::AnnotatedEnum,
    documentation::{Overview, path_text},
    options::Reference,
};

/// The table of all actions, for the documentation of the enum.
pub(super) fn overview(input: &AnnotatedEnum, service: &ServiceOptions, actions: &[Action]) -> String {
    let [types, keys] = [&service.common.resource_types, &service.common.condition_keys].map(path_text);
    let mut overview = Overview::new();
    for (action, ident) in actions.iter().zip(input.idents()) {
        overview.action(&action.name, &ident.to_string());
        if action.permission_only {
            overview.say(" (permission only)");
        }
        overview.column();
        overview.say(&action.access_levels.to_string());
        overview.column();
        for (nth, Reference { name, required, .. }) in action.resource_types.iter().enumerate() {
            overview.say(if nth > 0 { ", " } else { "" });
            overview.link(name, &types, name);
            overview.say(if *required { "\\*" } else { "" });
        }
        overview.column();
        for (nth, Reference { name, .. }) in action.condition_keys.iter().enumerate() {
            overview.say(if nth > 0 { ", " } else { "" });
            overview.link(name, &keys, name);
        }
        overview.end();
    }
    overview.finish()
}
