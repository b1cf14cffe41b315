//! The requests of the scenarios.

use super::{
    caller::{ACCOUNTS, Caller, caller},
    context::{Context, context},
    json,
    rng::Rng,
    theme::{THEMES, Theme},
};

/// A random request.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) theme: Theme,
    pub(crate) caller: Caller,
    pub(crate) action: String,
    pub(crate) resources: Vec<String>,
    pub(crate) context: Context,
    /// The other members of the request.
    others: Vec<(&'static str, String)>,
}

/// Returns a random request.
pub(crate) fn request(rng: &mut Rng) -> Request {
    let weights: Vec<usize> = THEMES.iter().map(|theme| theme.weight).collect();
    let theme = THEMES[rng.weighted(&weights)];
    let action = rng.pick(theme.actions).to_owned();
    let caller = caller(rng, action.starts_with("sts:AssumeRoleWith"));
    let count = if theme.takes_several { 1 + rng.below(3) } else { 1 };
    let mut resources: Vec<String> = Vec::new();
    while resources.len() < count {
        let resource = rng.pick(theme.resources).to_owned();
        if !resources.contains(&resource) {
            resources.push(resource);
        }
    }
    let context = context(rng);
    let mut others = Vec::new();
    if rng.chance(if theme.takes_several { 10 } else { 25 }) {
        others.push(("resource_account", json::quote(rng.pick(ACCOUNTS))));
    }
    Request { theme, caller, action, resources, context, others }
}

impl Request {
    /// Returns the request as JSON.
    pub(crate) fn json(&self) -> String {
        let mut members = self.caller.members.clone();
        members.push(("action", json::quote(&self.action)));
        members.push(("resource", json::strings(&self.resources, true)));
        members.extend(self.context.members());
        members.extend(self.others.clone());
        json::object(&members)
    }
}
